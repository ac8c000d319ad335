"""The head of the right side: what is shown, which part of it, and the few tools; and the ground on which a side stands."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.buttons import ToolButton
from desktop.kit.look import is_redressing, px, tokens_of
from desktop.kit.prose import Line, ShrinkingLine
from desktop.kit.scroll import PageScroll

HIGH, EDGE = 44, 16  # px
TOP, BOTTOM = 12, 16


class PaneHead(QWidget):
    """`turned` carries -1 or 1: the one before, or the next."""

    turned = Signal(int)
    zoomed = Signal()
    closed = Signal()

    def __init__(self, things: str) -> None:
        """`things`: what can be paged through, such as ページ."""
        super().__init__()
        self._title, self._count = ShrinkingLine("", size=15, bold=True), Line("", size=14, token="text2")
        self.before, self.after = ToolButton("chevron-left", f"前の{things}"), ToolButton("chevron-right", f"次の{things}")
        self.zoom, self.close_button = ToolButton("zoom-in", "大きく見る"), ToolButton("close", "この欄を閉じる")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
        self._row.addWidget(self._title)
        self._row.addSpacing(6)
        self._row.addWidget(self._count)
        self._row.addStretch(1)
        for button in (self.before, self.after, self.zoom, self.close_button):
            self._row.addWidget(button)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.zoom.clicked.connect(self.zoomed)
        self.close_button.clicked.connect(self.closed)
        self._fit()

    def show_words(self, title: str, count: str, whole: str = "") -> None:
        """Name what is shown; `whole`: its full title, where `title` is short for it."""
        self._title.set_text(title)
        self._title.setAccessibleDescription(whole)
        self._title.setToolTip(whole)
        self._count.set_text(count)

    def words(self) -> tuple[str, str]:
        """Title and count, as they stand there."""
        return self._title.text(), self._count.text()

    def be_at(self, place: int, places: int) -> None:
        """Allow paging within `places` (from 0)."""
        for button, possible in ((self.before, place > 0), (self.after, place < places - 1)):
            button.setEnabled(possible)
            button.setVisible(places > 1)

    def _fit(self) -> None:
        self.setFixedHeight(px(self, HIGH))
        self._row.setContentsMargins(px(self, EDGE), 0, px(self, 10), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line below."""
        QPainter(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens_of(self).line))


class Side(QWidget):
    """A head and below it a column that scrolls, on the ground of the right side. Fill `column`."""

    closed = Signal()

    def __init__(self, things: str) -> None:
        """`things`: what its head pages through."""
        super().__init__()
        self.head, self.view, self.column = PaneHead(things), PageScroll(), QVBoxLayout()
        self.head.closed.connect(self.closed)
        self.column.setContentsMargins(EDGE, TOP, EDGE, BOTTOM)
        self.column.setSpacing(8)
        inside = QWidget()
        inside.setLayout(self.column)
        self.view.setWidget(inside)
        self.view.verticalScrollBar().rangeChanged.connect(self._make_room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.view, 1)

    def _make_room(self, _: int, highest: int) -> None:
        """Let the scroll bar stand in the right margin."""
        bar = self.view.verticalScrollBar().sizeHint().width() if highest else 0
        self.column.setContentsMargins(EDGE, TOP, max(EDGE - bar, 0), BOTTOM)

    def room(self) -> int:
        """The width for pictures, in pixels: the same with the scroll bar there or not, or its coming could make it go again."""
        return max(self.width() - 2 * EDGE, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The quiet desk on which paper lies."""
        QPainter(self).fillRect(self.rect(), QColor(tokens_of(self).canvas))
