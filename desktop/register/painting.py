"""How a row of the list is painted: tick, name, bar, faults, deadline, amount, chip.

Decision: one painter for all columns, cell by cell, with the row's ground under every cell; a row that cannot be read says why
across the rest of the row.
"""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.kit.chips import HEIGHT as CHIP
from desktop.kit.chips import chip_width, draw_chip
from desktop.kit.figures import amount_width, draw_amount, draw_bar
from desktop.kit.glyphs import draw_glyph
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.prose import shortened
from desktop.register.arranging import is_near
from desktop.register.columns import COLUMNS, NAME, NONE, TICK, name_of, tone_of
from desktop.register.looking import CaseRow
from desktop.register.model import ROW, RegisterModel

PAD, BAR = 6, 44
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


def draw_tick(painter: QPainter, middle: QPointF, state: Qt.CheckState, view: QTableView) -> None:
    """Draw a box of 18 px, with a tick or a dash in it."""
    tokens, side = tokens_of(view), px(view, 18)
    box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    is_on = state != Qt.CheckState.Unchecked
    draw_plate(painter, box, Plate(tokens.accent if is_on else tokens.surface, tokens.accent if is_on else tokens.ctl, px(view, 4)))
    if not is_on:
        return
    points = ((0.22, 0.52), (0.42, 0.71), (0.78, 0.31)) if state == Qt.CheckState.Checked else ((0.26, 0.5), (0.74, 0.5))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.on_accent), px(view, 2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF([QPointF(box.left() + x * side, box.top() + y * side) for x, y in points]))
    painter.restore()


class RowPainter(QStyledItemDelegate):
    """Paints the cells of a CaseRow."""

    def __init__(self, view: QTableView, model: RegisterModel) -> None:
        """The cells of a view."""
        super().__init__(view)
        self._view, self._model = view, model
        self._cells = {
            TICK: self._draw_box,
            NAME: self._draw_name,
            "progress": self._draw_progress,
            "errors": self._draw_errors,
            "deadline": self._draw_deadline,
            "number": lambda painter, cell, row: self._figures(painter, cell, row.number),
            "at": lambda painter, cell, row: self._figures(painter, cell, COLUMNS[-1].text(row, self._model.today)),
            "requested": self._draw_amount,
            "stage": self._draw_stage,
        }

    def _px(self, size: float) -> int:
        return px(self._view, size)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The view decides."""
        return QSize(self._px(40), self._px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's ground, then what stands in the cell."""
        at: Any = option
        row: CaseRow = index.data(ROW)
        cell, tokens = QRectF(at.rect), tokens_of(self._view)
        is_current, is_ticked = self._view.currentIndex().row() == index.row(), row.path in self._model.ticks
        if is_current or is_ticked:
            painter.fillRect(cell, QColor(tokens.tint if is_ticked else tokens.sunken))
        painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), QColor(tokens.line))
        column = COLUMNS[index.column()]
        if (row.fault or not row.looked) and column.id not in (TICK, NAME):
            if COLUMNS[index.column() - 1].id == NAME:
                self._draw_note(painter, cell, row)
            return
        if column.id in self._cells:
            self._cells[column.id](painter, cell, row)
        else:
            self._words(painter, self._inner(cell), str(index.data() or ""), "text2")

    def _inner(self, cell: QRectF) -> QRectF:
        return cell.adjusted(self._px(PAD), 0, -self._px(PAD), 0)

    def _words(self, painter: QPainter, place: QRectF, text: str, token: str, size: int = 13, *, bold: bool = False) -> None:
        face = font(self._view, size, bold=bold)
        painter.setFont(face)
        painter.setPen(QColor(getattr(tokens_of(self._view), "text3" if text == NONE else token)))
        painter.drawText(place, LEFT, shortened(text, QFontMetrics(face), round(place.width()) + 1))

    def _figures(self, painter: QPainter, cell: QRectF, text: str) -> None:
        """Words with digits in the face whose digits are narrow and even, as far as there is room for all of it."""
        place, wide = self._inner(cell), amount_width(text, size=13)
        if text and wide <= place.width():
            draw_amount(painter, QRectF(place.left(), place.top(), wide, place.height()), text, size=13, token="text2")
        else:
            self._words(painter, place, text or NONE, "text2")

    def _draw_box(self, painter: QPainter, cell: QRectF, row: CaseRow) -> None:
        state = Qt.CheckState.Checked if row.path in self._model.ticks else Qt.CheckState.Unchecked
        draw_tick(painter, cell.center(), state, self._view)

    def _draw_name(self, painter: QPainter, cell: QRectF, row: CaseRow) -> None:
        place = self._inner(cell).adjusted(-self._px(PAD - 4), 0, 0, 0)
        token = "text" if row.name else "text2"
        if self._is_wide() or row.fault or not row.looked:
            self._words(painter, place, name_of(row), token, 14, bold=True)
            return
        half = cell.height() / 2
        self._words(painter, place.adjusted(0, self._px(3), 0, -half), name_of(row), token, 14, bold=True)
        details = "　".join(filter(None, (row.right, row.number)))
        self._words(painter, place.adjusted(0, half - self._px(1), 0, -self._px(3)), details, "text2", 12)

    def _is_wide(self) -> bool:
        return not self._view.isColumnHidden(2)

    def _draw_note(self, painter: QPainter, cell: QRectF, row: CaseRow) -> None:
        """Why nothing else stands in the row, over all its other cells."""
        right = self._view.viewport().width()
        place = QRectF(cell.left() + self._px(PAD), cell.top(), right - cell.left() - 2 * self._px(PAD), cell.height())
        painter.save()
        painter.setClipRect(QRectF(cell.left(), cell.top(), right - cell.left(), cell.height()))
        if row.fault:
            side = self._px(16)
            draw_glyph(painter, QRectF(place.left(), place.center().y() - side / 2, side, side), "error", tokens_of(self._view))
            place = place.adjusted(self._px(22), 0, 0, 0)
        self._words(painter, place, row.fault or "確かめています", "text" if row.fault else "text2")
        painter.restore()

    def _draw_progress(self, painter: QPainter, cell: QRectF, row: CaseRow) -> None:
        place = self._inner(cell)
        draw_bar(painter, QRectF(place.left(), place.center().y() - self._px(2.5), self._px(BAR), self._px(5)), row.share)
        self._words(painter, place.adjusted(self._px(BAR + 8), 0, 0, 0), row.step, "text2")

    def _draw_errors(self, painter: QPainter, cell: QRectF, row: CaseRow) -> None:
        place, side = self._inner(cell), self._px(16)
        if not row.errors:
            self._words(painter, place, NONE, "text3")
            return
        draw_glyph(painter, QRectF(place.left() - self._px(4), place.center().y() - side / 2, side, side), "error", tokens_of(self._view))
        self._words(painter, place.adjusted(self._px(17), 0, self._px(PAD), 0), str(row.errors), "err", 14, bold=True)

    def _draw_deadline(self, painter: QPainter, cell: QRectF, row: CaseRow) -> None:
        place, near = self._inner(cell), is_near(row, self._model.today)
        text = COLUMNS[7].text(row, self._model.today)
        if row.deadline is None:
            self._words(painter, place, text, "text3")
            return
        wide = amount_width(text, size=13, bold=near)
        figures = QRectF(place.left(), place.top(), wide, place.height())
        draw_amount(painter, figures, text, size=13, bold=near, token="warn" if near else "text")
        if near:
            side = self._px(16)
            sign = QRectF(figures.right() + self._px(6), place.center().y() - side / 2, side, side)
            draw_glyph(painter, sign, "warning", tokens_of(self._view))

    def _draw_amount(self, painter: QPainter, cell: QRectF, row: CaseRow) -> None:
        place = self._inner(cell)
        if row.requested is None:
            face = font(self._view, 13)
            left = place.right() - QFontMetrics(face).horizontalAdvance("未入力") - 1
            self._words(painter, QRectF(left, place.top(), place.right() - left, place.height()), "未入力", "text2")
            return
        draw_amount(painter, place, f"{row.requested:,}", size=13)

    def _draw_stage(self, painter: QPainter, cell: QRectF, row: CaseRow) -> None:
        place, tokens = self._inner(cell), tokens_of(self._view)
        high = self._px(CHIP)
        chip = QRectF(place.left(), place.center().y() - high / 2, chip_width(self._view, row.stage, tone_of(row)), high)
        if row.path in self._model.ticks:  # where the row's ground is the chip's own
            tokens = tokens._replace(tint=tokens.surface)
        draw_chip(painter, chip, row.stage, tone_of(row), tokens)

