"""The table as a widget: it shows a sheet, knows what the pointer is on, and tells what was pressed. The cell's editor stands in it.

Decision: one painted widget with one real editor where the cursor is: a table of ninety cells costs as much as one field.
"""

from functools import lru_cache

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.editors.lineeditor import FIGURES
from desktop.editors.rowscards import lay_out
from desktop.editors.rowslayout import Measure, TableBox
from desktop.editors.rowsmodel import Place, Sheet
from desktop.editors.rowspaint import Marks, TablePainter
from desktop.kit.flow import Flow, Part
from desktop.kit.look import font, is_redressing, px


class RowsView(QWidget):
    """Shows a sheet."""

    cell_pressed = Signal(int, str)
    grip_pressed = Signal(int)
    remove_pressed = Signal(int)
    dropped = Signal(int, int)  # the row at, and where it shall stand
    laid_out = Signal()  # cells lie elsewhere than before

    def __init__(self, sheet: Sheet) -> None:
        """Empty at first."""
        super().__init__()
        self.sheet, self.selected = sheet, frozenset[int]()
        self._hovered: Place | None = None
        self._grabbed: int | None = None
        self._pressed = QPoint()
        self._drop: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box: TableBox = lay_out(sheet, max(self.width(), 1), self._measure())

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other rows, complaints or totals."""
        before, box = self.sheet, self.box
        self.sheet = sheet
        self.selected = frozenset(at for at in self.selected if at < len(sheet.rows))
        self._lay_out()
        if (self.box.head, self.box.height, len(self.box.rows)) == (box.head, box.height, len(box.rows)) and before.is_fixed == sheet.is_fixed:
            self._update_changed(before, box)
        else:
            self.update()

    def _update_changed(self, before: Sheet, box: TableBox) -> None:
        """Draw only what is other than before: a table is painted cell by cell, and most cells stay."""
        for at, (row, old) in enumerate(zip(self.box.rows, box.rows, strict=True)):
            if row != old or not _is_row_same(before, self.sheet, at):
                self.update(row.rect.united(old.rect))
        if before.totals != self.sheet.totals or self.box.totals != box.totals:
            for total in (*box.totals, *self.box.totals):
                self.update(total.rect)

    def select(self, rows: frozenset[int]) -> None:
        """Mark rows; a screen reader says the first."""
        if rows == self.selected:
            return
        self.selected = rows
        row = min(rows, default=None)
        self.setAccessibleDescription("" if row is None else self.told(row))
        self.update()

    def told(self, row: int) -> str:
        """A row in words."""
        cells = (f"{column.label} {self.sheet.text(row, name)}" for name, column in self.sheet.columns.items())
        return f"{row + 1}行目、" + "、".join(cells)

    def cell_rect(self, place: Place) -> QRect:
        """Where a cell's editor stands."""
        rect = self.box.rows[place[0]].cells[place[1]]
        height = px(self, 34)
        return QRect(rect.left() + 2, rect.center().y() - height // 2 + 1, rect.width() - 4, height)

    def _measure(self) -> Measure:
        hundred = px(self, 100)
        return Measure(
            lambda n: px(self, n),
            lambda text, width, size, is_bold: _height(text, width, size, is_bold, hundred),
            lambda text, size: _text_width(text, size, hundred),
            lambda text: _figures_width(text, hundred),
        )

    def _lay_out(self) -> None:
        self.box = lay_out(self.sheet, self.width(), self._measure())
        if self.box.height != self.height():
            self.setFixedHeight(self.box.height)
        self.laid_out.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._lay_out()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        marks = Marks(self.selected, self._hovered, self._drop, self.property("st") == "bad")
        TablePainter(self, painter, self.sheet, self.box).paint(marks, event.region())

    def _row_at(self, place: QPointF) -> int | None:
        return next((at for at, row in enumerate(self.box.rows) if row.rect.contains(place.toPoint())), None)

    def _place_at(self, at: int, place: QPointF) -> Place | None:
        """The cell under a point of a row; over its complaints the first cell that is complained of."""
        row = self.box.rows[at]
        if row.said.contains(place.toPoint()):
            return self.sheet.said_of(at)[0][0]
        found = (name for name, rect in row.cells.items() if rect.united(row.captions.get(name, rect)).contains(place.toPoint()))
        return next(((at, name) for name in found), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell what was pressed; a grip may be dragged from here on."""
        at = self._row_at(event.position())
        if at is None or event.button() != Qt.MouseButton.LeftButton or self.sheet.is_fixed:
            return
        row, spot = self.box.rows[at], event.position().toPoint()
        place = self._place_at(at, event.position())
        if row.remove.contains(spot):
            self.remove_pressed.emit(at)
        elif row.grip.contains(spot):
            self._grabbed, self._pressed = at, spot
            self.grip_pressed.emit(at)
        elif place is not None:
            self.cell_pressed.emit(*place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, or the row that is being dragged."""
        if self._grabbed is not None:
            self._drag(event.position())
            return
        at = self._row_at(event.position())
        hovered = None if at is None or self.sheet.is_fixed else self._place_at(at, event.position())
        self._point(at, event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def _point(self, at: int | None, spot: QPoint) -> None:
        row = None if at is None or self.sheet.is_fixed else self.box.rows[at]
        if row is None:
            self.unsetCursor()
        elif row.grip.contains(spot):
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif row.remove.contains(spot):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def _drag(self, place: QPointF) -> None:
        far = (place.toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._drop is not None:
            middles = [row.rect.center().y() for row in self.box.rows]
            self._drop = sum(place.y() > middle for middle in middles)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a dragged row go."""
        at, drop = self._grabbed, self._drop
        self._grabbed = self._drop = None
        self.unsetCursor()
        self.update()
        if at is not None and drop is not None and drop not in (at, at + 1):
            self.dropped.emit(at, drop - 1 if drop > at else drop)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hovered = None
        self.update()


def _is_row_same(old: Sheet, new: Sheet, at: int) -> bool:
    """Whether a row shows the same answers, figures and complaints."""
    if old.rows[at] != new.rows[at] or old.said_of(at) != new.said_of(at):
        return False
    return all(old.text(at, name) == new.text(at, name) for name in new.computed)


@lru_cache(maxsize=4096)  # a table is laid out anew whenever one cell changes; `hundred`: a hundred pixels of the design
def _height(text: str, width: int, size: int, is_bold: bool, hundred: int) -> int:
    del hundred
    return Flow([Part(text)], font(None, size, bold=is_bold)).height(width)


@lru_cache(maxsize=4096)
def _figures_width(text: str, hundred: int) -> int:
    del hundred
    return QFontMetrics(font(None, FIGURES, figures=True)).horizontalAdvance(text)


@lru_cache(maxsize=512)
def _text_width(text: str, size: int, hundred: int) -> int:
    del hundred
    return QFontMetrics(font(None, size)).horizontalAdvance(text)
