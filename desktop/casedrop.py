"""A case file dropped anywhere in the window opens it, also over a field that would take it for text.

Decision: drags are looked at where they come in, at the system's window, before it hands them to a widget; all others pass. A filter
of the whole application would see everything that happens to anything, and PySide makes a class for each thing it shows to Python.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

SUFFIX = ".shinsei"
DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class CaseDrop(QObject):
    """Emits the path of a case file that was dropped on the window or on anything in it."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Watch a window that is shown, for as long as it lives."""
        super().__init__(window)
        self._handle = window.windowHandle()  # kept: PySide would look for its class anew at every event
        self._handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a case file's drag away from whatever it hovers over."""
        if event.type() not in DRAGS or not isinstance(event, QDropEvent):
            return False
        case = dropped_case(event)
        if case is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(case)
        return True


def dropped_case(event: QDropEvent) -> Path | None:
    """The case file among what is dragged."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix == SUFFIX), None)
