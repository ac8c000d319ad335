"""The table of cases: a real table to Qt and to screen readers, painted row by row; one Tab stop, arrows inside.

Decision: the name takes the width that the other columns leave; the cursor belongs to a case, so that it stays with it when rows
are sorted or looked at anew.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop.kit.icons import draw_icon
from desktop.kit.look import font, is_redressing, px, tokens_of
from desktop.kit.plates import draw_ring
from desktop.register.columns import COLUMNS, NAME, TICK
from desktop.register.looking import CaseRow
from desktop.register.model import RegisterModel
from desktop.register.painting import PAD, RowPainter, draw_tick

HIGH, TWO_LINES, HEAD = 32, 44, 36


class Heads(QHeaderView):
    """The columns' titles; the one by which the rows are sorted has an arrow, the first has a box for all rows."""

    def __init__(self, table: QTableView, model: RegisterModel) -> None:
        """Over a table."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table, self._model = table, model
        self.column, self.descending = "deadline", False
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("列の見出し")

    def show_order(self, column: str, *, descending: bool) -> None:
        """Tell by which column the rows are sorted."""
        self.column, self.descending = column, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """One line with air."""
        return QSize(super().sizeHint().width(), px(self, HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Title and arrow."""
        column, tokens = COLUMNS[section], tokens_of(self)
        place = QRectF(rect)
        painter.fillRect(place, QColor(tokens.sunken))
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), QColor(tokens.ctl))
        if column.id == TICK:
            draw_tick(painter, place.center(), self._state(), self._table)
            return
        face = font(self, 13, bold=True)
        wide = QFontMetrics(face).horizontalAdvance(column.title)
        pad = px(self, 4 if column.id == NAME else PAD)
        left = place.right() - px(self, PAD) - wide if column.is_right else place.left() + pad
        painter.setFont(face)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRectF(left, place.top(), wide + 2, place.height()), Qt.AlignmentFlag.AlignVCenter, column.title)
        if column.id == self.column:
            side = px(self, 16)
            arrow = left - side - px(self, 2) if column.is_right else left + wide + px(self, 2)
            spot = QRectF(arrow, place.center().y() - side / 2, side, side)
            draw_icon(painter, spot, "chevron-down" if self.descending else "chevron-up", tokens.accent)

    def _state(self) -> Qt.CheckState:
        ticks, shown = len(self._model.ticks), len(self._model.rows)
        if not ticks:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticks == shown else Qt.CheckState.PartiallyChecked


class RegisterTable(QTableView):
    """Emits what is to be done with a case."""

    opened = Signal(object)  # the path of a case
    moved = Signal()  # the cursor stands on another case
    sorted_by = Signal(str)

    def __init__(self, model: RegisterModel) -> None:
        """Shows the rows of a model."""
        super().__init__()
        self._model = model
        self._path: Path | None = None
        self.setObjectName("register.table")
        self.setAccessibleName("案件の一覧")
        self.heads = Heads(self, model)
        self.setHorizontalHeader(self.heads)
        self.setModel(model)
        self.setItemDelegate(RowPainter(self, model))
        self._settle()
        model.modelReset.connect(self._return)
        model.ticked.connect(self._repaint)
        self.heads.sectionClicked.connect(self._take_head)
        self.selectionModel().currentRowChanged.connect(self._remember)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.rows[index.row()].path))

    def _settle(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.heads.setMinimumSectionSize(1)

    def be_sized(self, *, narrow: bool) -> None:
        """Put right and number under the name where room is short, and leave out what can be seen in the case."""
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, narrow and column.is_spare)
        self.verticalHeader().setDefaultSectionSize(px(self, TWO_LINES if narrow else HIGH))
        self._fit()

    def _fit(self) -> None:
        shown = [(place, column) for place, column in enumerate(COLUMNS) if not self.isColumnHidden(place)]
        left = self.viewport().width() - sum(px(self, column.width) for _, column in shown)
        for place, column in shown:
            self.setColumnWidth(place, px(self, column.width) if column.width else max(left, px(self, 120)))

    def current(self) -> CaseRow | None:
        """The case on which the cursor stands."""
        place = self.currentIndex().row()
        return self._model.rows[place] if 0 <= place < len(self._model.rows) else None

    def _remember(self) -> None:
        row = self.current()
        if row is not None:
            self._path = row.path
        self._repaint()
        self.moved.emit()

    def _return(self) -> None:
        """Back to the case where the cursor was; else to the first."""
        paths = [row.path for row in self._model.rows]
        if paths:
            kept = self._path
            self.setCurrentIndex(self._model.index(paths.index(kept) if kept in paths else 0, 1))
            self._path = kept or self._path
        self.moved.emit()

    def _repaint(self) -> None:
        self.viewport().update()
        self.heads.viewport().update()

    def _take_head(self, section: int) -> None:
        if COLUMNS[section].id == TICK:
            self._model.tick_all()
        else:
            self.sorted_by.emit(COLUMNS[section].id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a box ticks."""
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and COLUMNS[index.column()].id == TICK and event.button() == Qt.MouseButton.LeftButton:
            self._model.tick(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on a box is no opening."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and COLUMNS[index.column()].id == TICK:
            self._model.tick(index.row())
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter opens, Ctrl+A ticks all."""
        row = self.current()
        if row is not None and event.key() == Qt.Key.Key_Space:
            self._model.tick(self.currentIndex().row())
        elif row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.path)
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._model.tick_all()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name takes what is left."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return QSize(px(self, 300), px(self, HEAD + 2 * HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the ring of the cursor."""
        super().paintEvent(event)
        if self.hasFocus() and self.current() is not None:
            top, high = self.rowViewportPosition(self.currentIndex().row()), self.rowHeight(self.currentIndex().row())
            painter = QPainter(self.viewport())
            draw_ring(painter, QRectF(1, top, self.viewport().width() - 2, high - 1), tokens_of(self).accent, px(self, 5))
