"""The list of findings on 確認: errors, warnings and notes, each a row that leads to where it is put right.

Decision: a list view as high as its rows inside the page's own scroll area: painted, so that a hundred rows cost nothing, and
known to screen readers by Qt itself. A message is never cut.
"""

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView

from desktop.checking.findingdelegate import SHOWN, FindingDelegate
from desktop.checking.findinglines import Head, Line
from desktop.kit.look import is_redressing

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class FindingsModel(QAbstractListModel):
    """The rows; heads cannot be chosen."""

    def __init__(self) -> None:
        """No rows."""
        super().__init__()
        self.rows: tuple[Head | Line, ...] = ()

    def show_rows(self, rows: tuple[Head | Line, ...]) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its words."""
        row = self.rows[index.row()]
        if role == SHOWN:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, Head):
            return row.finding.source
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.words if role in spoken else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only findings can be chosen."""
        if isinstance(self.rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FindingsList(QListView):
    """Click or Enter on a row wants its subject changed; the row stays marked for whoever comes back."""

    wanted = Signal(str)  # the subject of the finding
    moved = Signal(QRect)  # where the row stands that the keyboard has come to

    def __init__(self) -> None:
        """No findings."""
        super().__init__()
        self._rows = FindingsModel()
        self.setModel(self._rows)
        self.setItemDelegate(FindingDelegate(self))
        self.setAccessibleName("指摘事項の一覧")
        self.setObjectName("findings")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._want)

    def show_rows(self, rows: tuple[Head | Line, ...]) -> None:
        """Show these rows; the row that was marked stays so, or the one that has taken its place."""
        if rows == self._rows.rows:
            return
        marked, place = self.current(), self.currentIndex().row()
        self._rows.show_rows(rows)
        self.fit()
        if marked is not None:
            self._mark(self._nearest(marked, place))

    def current(self) -> Line | None:
        """The row that is marked."""
        row = self.currentIndex().data(SHOWN)
        return row if isinstance(row, Line) else None

    def _nearest(self, marked: Line, place: int) -> int:
        rows = self._rows.rows
        if marked in rows:
            return rows.index(marked)
        findings = [number for number, row in enumerate(rows) if isinstance(row, Line)]
        return min(findings, key=lambda number: abs(number - place), default=-1)

    def _mark(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row))

    def mark_first(self) -> None:
        """Mark the first finding where none is marked, so that the keyboard has a place to begin."""
        if self.current() is None and self._rows.rows:
            self._mark(1)

    def fit(self) -> None:
        """Be as high as all rows."""
        height = sum(self.sizeHintForIndex(self._rows.index(row)).height() for row in range(self._rows.rowCount()))
        if height != self.height():
            self.setFixedHeight(height)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the messages elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """So does another size of text."""
        super().changeEvent(event)
        if is_redressing(event) and self.isVisible():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes: it needs a row."""
        super().focusInEvent(event)
        self.mark_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the row; arrows move, and the page scrolls along."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want(self.currentIndex())
            return
        super().keyPressEvent(event)
        self.moved.emit(self.visualRect(self.currentIndex()))

    def _want(self, index: Index) -> None:
        row = index.data(SHOWN)
        if isinstance(row, Line):
            self.wanted.emit(row.finding.subject)
