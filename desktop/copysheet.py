"""Texts ready to be copied elsewhere: what an entry page asks, or a letter with address, subject and body.

Decision: the program itself never sends or opens anything on the network; each text has a button that copies it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.kit.button import Button
from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.prose import Prose
from desktop.kit.sheet import Sheet

LABEL = 150


@dataclass(frozen=True)
class Text:
    """Something to copy: a line, or several lines."""

    label: str
    text: str


class CopySheet(Sheet):
    """A panel over the window with one row a text."""

    def __init__(self, title: str, words: str, texts: Sequence[Text], action: PrimaryButton | None = None) -> None:
        """`words`: what to do with them; `action`: a button of the caller's at the bottom."""
        super().__init__(title, width=720)
        self.body.addWidget(Prose(words, size=13, token="text2"))
        for text in texts:
            self.body.addLayout(_row(text))
        self.foot.addStretch(1)
        if action is not None:
            self.foot.addWidget(action)


def _row(text: Text) -> QHBoxLayout:
    label, shown, copy = QLabel(text.label), _shown(text), SecondaryButton("コピー").make_small()
    label.setFixedWidth(LABEL)
    label.setWordWrap(True)
    label.setBuddy(shown)
    shown.setAccessibleName(text.label)
    copy.setAccessibleName(f"{text.label}をコピー")
    copy.clicked.connect(lambda: _copy(text.text, copy))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(label)
    row.addWidget(shown, 1)
    row.addWidget(copy)
    return row


def _shown(text: Text) -> QWidget:
    if "\n" in text.text:
        lines = QPlainTextEdit(text.text)
        lines.setReadOnly(True)
        lines.setTabChangesFocus(True)
        lines.setFixedHeight(220)
        return lines
    line = QLineEdit(text.text)
    line.setReadOnly(True)
    line.setCursorPosition(0)
    return line


def _copy(text: str, button: Button) -> None:
    QGuiApplication.clipboard().setText(text)
    button.set_text("コピー済み")
    QTimer.singleShot(2000, button, lambda: button.set_text("コピー"))
