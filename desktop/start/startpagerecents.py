"""The cases opened lately, as rows that are painted: each whole row opens its case.

Decision: an item view, because it brings the arrow keys, Enter and a screen reader's list; its rows never scroll by themselves, the
page does. Loaded when there is a case to list: PySide takes 5 ms to make the classes of such a view.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QMenu

from desktop.kit.look import is_redressing, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.start.startpagerow import HIGH, KEYED, RecentRow
from desktop.start.startpagewords import ShownCase

ROW = Qt.ItemDataRole.UserRole
REMOVE, REVEAL = "一覧から外す", "フォルダーを開く"


class RecentList(QListWidget):
    """Emits the row's case when it is to be opened, forgotten or shown in its folder."""

    opened, removed, revealed = Signal(object), Signal(object), Signal(object)
    walked = Signal(QRectF)  # the row on which the cursor stands now, for whoever scrolls

    def __init__(self) -> None:
        """No rows yet."""
        super().__init__()
        self.setObjectName("start.recents")
        self.setAccessibleName("最近の案件")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(RecentRow(self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda place: self.make_menu(place).popup(self.viewport().mapToGlobal(place)))
        self.itemClicked.connect(self._open)
        self.currentRowChanged.connect(self._tell_place)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_cases(self, cases: Sequence[ShownCase]) -> None:
        """Show these rows; the cursor stays at its place in the list."""
        place = max(self.currentRow(), 0)
        self.blockSignals(True)
        self.clear()
        for case in cases:
            item = QListWidgetItem(self)
            item.setData(ROW, case)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, case.told())
            item.setToolTip(case.recent.path)
        self.setCurrentRow(min(place, len(cases) - 1))
        self.blockSignals(False)
        self._fit()

    def case_at(self, row: int) -> ShownCase:
        """The case of a row."""
        case: ShownCase = self.item(row).data(ROW)
        return case

    def _fit(self) -> None:
        self.setFixedHeight(self.count() * px(self, HIGH) + 2)
        self.doItemsLayout()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(px(self, 600), self.count() * px(self, HIGH) + 2)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(ROW))

    def _tell_place(self, row: int) -> None:
        if row >= 0:
            self.walked.emit(QRectF(self.visualItemRect(self.item(row))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes off the list."""
        item = self.currentItem()
        self.setProperty(KEYED, True)
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(item.data(ROW))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the cursor came."""
        self.setProperty(KEYED, event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason))
        super().focusInEvent(event)

    def make_menu(self, place: QPoint) -> QMenu:
        """What else can be done with the row at a place of the view."""
        item = self.itemAt(place) or self.currentItem()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, wanted in ((REMOVE, self.removed), (REVEAL, self.revealed)):
            action = QAction(words, menu)
            action.triggered.connect(lambda _, wanted=wanted: wanted.emit(item.data(ROW)))
            menu.addAction(action)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, then the rows."""
        tokens = tokens_of(self)
        painter = QPainter(self.viewport())
        draw_plate(painter, QRectF(self.viewport().rect()), Plate(tokens.surface, tokens.line, px(self, 8)))
        painter.end()
        super().paintEvent(event)
