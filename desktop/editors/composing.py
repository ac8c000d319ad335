"""What text widgets have in common: a composition of an input method, and leaving that is really leaving.

Decision: nothing is read, normalised or replaced while something is being composed; where it must end, it is committed, as
input methods themselves do when the focus goes. A pop-up or another window in front is no leaving.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

STAYING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


@runtime_checkable
class Composing(Protocol):
    """A text widget that knows what is being composed in it."""

    preedit: str


def is_composing(widget: QWidget) -> bool:
    """Whether an input method has something uncommitted in this widget."""
    return isinstance(widget, Composing) and bool(widget.preedit)


def commit_composition(widget: QWidget) -> None:
    """End a composition as it stands; where the platform's input method does not, its text is put in here."""
    if not is_composing(widget):
        return
    QGuiApplication.inputMethod().commit()
    if isinstance(widget, Composing) and widget.preedit:
        event = QInputMethodEvent()
        event.setCommitString(widget.preedit)
        QCoreApplication.sendEvent(widget, event)


def is_leaving(event: QFocusEvent) -> bool:
    """Whether the keyboard goes to another widget of this window, not to a pop-up or another window."""
    return event.reason() not in STAYING


def is_undoing(event: QKeyEvent) -> bool:
    """Whether a key asks to undo or to redo."""
    return any(event.matches(key) for key in UNDOING)
