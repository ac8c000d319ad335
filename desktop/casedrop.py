"""A case file dropped anywhere in the window opens it, also over a field that would take it for text.

Decision: drags are looked at before any widget sees them; all others pass.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

SUFFIX = ".shinsei"
DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class CaseDrop(QObject):
    """Emits the path of a case file that was dropped on the window or on anything in it."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Watch a window for as long as it lives."""
        super().__init__(window)
        self._window = window
        if isinstance(app := QApplication.instance(), QApplication):
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a case file's drag away from whatever it hovers over."""
        if event.type() not in DRAGS or not isinstance(event, QDropEvent) or not self._is_ours(watched):
            return False
        case = dropped_case(event)
        if case is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(case)
        return True

    def _is_ours(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() is self._window


def dropped_case(event: QDropEvent) -> Path | None:
    """The case file among what is dragged."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix == SUFFIX), None)
