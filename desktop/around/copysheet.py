"""Texts ready to be copied elsewhere: what an entry page asks, or a letter with address, subject and body.

Decision: the program itself never sends or opens anything on the network; each text has a button that copies it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.editors.textbox import TextBox
from desktop.kit.button import Button
from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.look import px
from desktop.kit.prose import Prose
from desktop.kit.sheet import Sheet

LABEL, HIGH = 150, 34  # px
ONE_LINE, MOST = 28, 12  # characters of a line; lines that are seen at once


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
    label.setMinimumHeight(px(label, HIGH))
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(shown, 1)
    row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _shown(text: Text) -> QWidget:
    if "\n" in text.text or len(text.text) > ONE_LINE:
        lines = TextBox(1, MOST)
        lines.put(text.text)
        lines.setReadOnly(True)
        return lines
    line = QLineEdit(text.text)
    line.setReadOnly(True)
    line.setCursorPosition(0)
    return line


def _copy(text: str, button: Button) -> None:
    QGuiApplication.clipboard().setText(text)
    button.set_text("コピー済み")
    QTimer.singleShot(2000, button, lambda: button.set_text("コピー"))
