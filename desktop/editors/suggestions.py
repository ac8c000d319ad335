"""A list of suggestions under a line of text, which never takes the keyboard, so that an input method goes on composing.

Decision: a child of the window and no pop-up: a pop-up would grab the keyboard and end a composition.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from desktop.kit.look import px, tokens_of

ROW, MOST, MARGIN = 30, 8, 4  # px at 100 %; rows at most; px
OUTSIDE = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Suggestions(QListView):
    """Under (or above) `box`; `picked` with the key of what was clicked or taken with Enter."""

    picked = Signal(str)

    def __init__(self, box: QWidget) -> None:
        """For a line of text."""
        super().__init__()
        self._box = box
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.clicked.connect(lambda _index: self.take())
        self.hide()

    def offer(self, items: Sequence[tuple[str, str]]) -> None:
        """Show (key, label) pairs, the first marked; nothing hides the list."""
        self._items.clear()
        for name, label in items:
            item = QStandardItem(label)
            item.setData(name, Qt.ItemDataRole.UserRole)
            item.setSizeHint(QSize(0, px(self, ROW)))
            self._items.appendRow(item)
        if not items:
            self.hide()
            return
        self.setCurrentIndex(self._items.index(0, 0))
        self._place(len(items))

    def _place(self, count: int) -> None:
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self._dress()
        under = QRect(self._box.mapTo(window, QPoint(0, self._box.height())), self._box.size())
        above = under.top() - self._box.height()
        below = window.height() - under.top()
        room = max(above, below) - 2 * MARGIN
        height = min(min(count, MOST) * px(self, ROW) + 2 * MARGIN, room)
        top = under.top() + 2 if below >= min(height, above) else above - height - 2
        self.setGeometry(under.left(), top, max(self._box.width(), px(self, 240)), height)
        self.show()
        self.raise_()

    def _dress(self) -> None:
        tokens = tokens_of(self._box)
        self.setStyleSheet(
            f"QListView {{ background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.ctl};"
            f" border-radius: 6px; padding: {MARGIN - 1}px; outline: 0; }}"
            f"QListView::item {{ padding: 0 8px; }}"
            f"QListView::item:selected, QListView::item:hover {{ background: {tokens.tint}; color: {tokens.text}; }}"
        )

    def step(self, by: int) -> None:
        """Mark the next suggestion, or one before."""
        row = min(max(self.currentIndex().row() + by, 0), self._items.rowCount() - 1)
        self.setCurrentIndex(self._items.index(row, 0))

    def take(self) -> None:
        """Take the marked suggestion."""
        name = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        self.hide()
        if name is not None:
            self.picked.emit(str(name))

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for a click or a wheel elsewhere, which hide the list."""
        _application().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch no longer."""
        _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide at a click or a turn of the wheel outside."""
        if event.type() in OUTSIDE and isinstance(watched, QWidget) and not self._is_own(watched):
            self.hide()
        return False

    def _is_own(self, watched: QWidget) -> bool:
        return watched is self or self.isAncestorOf(watched) or watched is self._box or self._box.isAncestorOf(watched)


def _application() -> QCoreApplication:
    app = QApplication.instance()
    assert app is not None  # a list is only shown in a running program
    return app
