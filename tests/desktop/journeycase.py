"""An open case in its frame, as the window would show it, without the window round it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.editors.editor import Editor
from desktop.frame.caseview import CaseView
from desktop.questions.steppage import StepPage
from desktop.session import Session
from desktop.settings import SettingsFile
from desktop.studio import Job, Studio
from forms.casefile import CaseFile

TODAY = date(2023, 8, 21)
NOON = datetime(2023, 8, 21, 12, 34)
TAKING = (Editor, QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


class SharedStudio(Studio):
    """A worker that many tests use one after the other: what one of them asked for never reaches the next."""

    def __init__(self) -> None:
        """Nobody has asked for anything."""
        super().__init__()
        self.turn = 0

    def ask(self, lane: str, job: Job) -> None:
        """Have a job done for the test of this turn."""
        turn = self.turn

        def in_turn(deliver: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda result: deliver(result) if turn == self.turn else None

        super().ask(lane, replace(job, then=in_turn(job.then), failed=in_turn(job.failed)))


def desk_for(case: CaseFile, studio: Studio, folder: Path) -> Desk:
    """A session on an open case; settings of its own, packets below the folder."""
    settings = SettingsFile(folder / "settings")
    settings.change(folder=str(folder / "packets"))
    return Desk(Session(case, TODAY, now=lambda: NOON), studio, settings)


def shown_view(qtbot: QtBot, desk: Desk, width: int = 1366, height: int = 688) -> CaseView:
    """The case in its frame, in front."""
    view = CaseView(desk)
    qtbot.addWidget(view, before_close_func=lambda _: view.shut())
    view.resize(width, height)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def step_page(view: CaseView, step: str) -> StepPage:
    """Go to a step with questions; its page."""
    view.show_step(step)
    QCoreApplication.processEvents()
    page = view.page
    assert isinstance(page, StepPage)
    return page


def said_name(widget: QWidget) -> str:
    """The name that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def focusable(within: QWidget) -> Iterator[QWidget]:
    """Every editor, list and button that can be seen and that the keyboard or the mouse can reach."""
    for widget in within.findChildren(QWidget):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)
        if takes and widget.isVisible() and isinstance(widget, TAKING) and not _is_part(widget):
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Whether a widget belongs to another one of Qt's own, which speaks for it: a clear button, a combo box's line."""
    return isinstance(widget.parentWidget(), QLineEdit | QComboBox) or widget.objectName().startswith("qt_")


def nameless(within: QWidget) -> list[str]:
    """What a screen reader would have no name for."""
    return [f"{type(widget).__name__} {widget.objectName()}" for widget in focusable(within) if not said_name(widget).strip()]
