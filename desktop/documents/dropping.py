"""Files, or a paper of another document, held over a widget and let go there.

Decision: a filter that the widget's drag events go through, so that rows, the zone on top and the side share it whatever they are.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

PAPER = "application/x-shinsei-paper"  # a thumbnail that is being dragged; its data is the paper's id


class DropTarget(QObject):
    """What is let go over a widget; `is_over` while something is held there that it would take."""

    dropped = Signal(list)  # of Path
    moved = Signal(int)  # the id of a paper of another document

    def __init__(self, widget: QWidget, *, takes_papers: bool = False, allows: Callable[[], bool] = lambda: True) -> None:
        """`takes_papers`: papers of the case as well as files; `allows`: whether anything may come now."""
        super().__init__(widget)
        self._widget, self._takes_papers, self._allows = widget, takes_papers, allows
        self.is_over = False
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is of interest."""
        if isinstance(event, QDragEnterEvent):
            if self._wants(event):
                self._be_over(is_over=True)
                event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._be_over(is_over=False)
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._take(event)
            return True
        return super().eventFilter(watched, event)

    def _wants(self, event: QDropEvent) -> bool:
        is_paper = self._takes_papers and event.mimeData().hasFormat(PAPER)
        return self._allows() and (is_paper or bool(dropped_files(event)))

    def _be_over(self, *, is_over: bool) -> None:
        self.is_over = is_over
        self._widget.update()

    def _take(self, event: QDropEvent) -> None:
        self._be_over(is_over=False)
        event.acceptProposedAction()
        if self._takes_papers and event.mimeData().hasFormat(PAPER):
            self.moved.emit(int(event.mimeData().data(PAPER).data()))
        else:
            self.dropped.emit(dropped_files(event))


def dropped_files(event: QDropEvent) -> Sequence[Path]:
    """The files and folders of this machine that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
