"""Draws a table: head, rows, what is said of them, totals; amounts with the figures' face, everything else wrapped."""

from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRegion
from PySide6.QtWidgets import QWidget

from desktop.editors.display import AMOUNTS
from desktop.editors.rowslayout import BODY, PAD, SAID, SMALL, RowBox, TableBox
from desktop.editors.rowsmodel import Place, Sheet, Total
from desktop.kit.figures import draw_amount
from desktop.kit.flow import Flow, Part
from desktop.kit.glyphs import draw_glyph
from desktop.kit.icons import draw_icon
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate

RIGHT, LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
RADIUS, EDGE, ICON = 8, 2, 16


@dataclass(frozen=True)
class Marks:
    """What is marked besides the answers: selected rows, what the pointer is on, where a dragged row would go."""

    selected: frozenset[int] = field(default_factory=frozenset)
    hovered: Place | None = None
    drop: int | None = None
    is_bad: bool = False


class TablePainter:
    """Paints one state of a table into a widget."""

    def __init__(self, widget: QWidget, painter: QPainter, sheet: Sheet, box: TableBox) -> None:
        """`painter` is active on `widget`."""
        self.widget, self.painter, self.sheet, self.box = widget, painter, sheet, box
        self.tokens = tokens_of(widget)

    def paint(self, marks: Marks, clip: QRegion) -> None:
        """Everything that touches `clip`."""
        self.painter.save()
        self._clip_corners()
        self._head()
        for at, row in enumerate(self.box.rows):
            if clip.intersects(row.rect):
                self._row(at, row, marks)
        self._adding()
        for total, place in zip(self.sheet.totals, self.box.totals, strict=True):
            if clip.intersects(place.rect):
                self._total(total, place)
        self._drop(marks.drop)
        self.painter.restore()
        edge = self.tokens.err if marks.is_bad else self.tokens.line
        plate = Plate(edge=edge, radius=px(self.widget, RADIUS), width=EDGE if marks.is_bad else 1)
        draw_plate(self.painter, QRectF(self.widget.rect()), plate)

    def _clip_corners(self) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.widget.rect()), px(self.widget, RADIUS), px(self.widget, RADIUS))
        self.painter.setClipPath(path)

    def _head(self) -> None:
        if not self.box.head:
            return
        height = next(iter(self.box.head.values())).height()
        self.painter.fillRect(QRect(0, 0, self.widget.width(), height), QColor(self.tokens.sunken))
        self._line(height - 1, self.tokens.ctl)
        for name, rect in self.box.head.items():
            pad = px(self.widget, PAD)
            room = rect.adjusted(px(self.widget, 4), 0, -pad, 0) if self._is_amount(name) else rect.adjusted(pad, 0, -4, 0)
            self._text(room, self.sheet.columns[name].label, _Look(SMALL, "text", self._side(name), is_bold=True))

    def _row(self, at: int, row: RowBox, marks: Marks) -> None:
        if at in marks.selected:
            self.painter.fillRect(row.rect, QColor(self.tokens.tint))
        if not self.sheet.is_fixed:
            self._icon(row.grip, "grip", self.tokens.text3)
            self._icon(row.remove, "close", self.tokens.text2)
        for name, rect in row.cells.items():
            self._caption(name, row)
            self._cell((at, name), rect, marks)
        self._said(at, row)
        self._line(row.rect.bottom(), self.tokens.line)

    def _caption(self, name: str, row: RowBox) -> None:
        if name in row.captions:
            left = px(self.widget, 4 if self.box.is_cards else PAD)
            rect = row.captions[name].adjusted(left, 0, -px(self.widget, 4), 0)
            self._text(rect, self.sheet.columns[name].label, _Look(SMALL, "text2", self._side(name)))

    def _cell(self, place: Place, rect: QRect, marks: Marks) -> None:
        asked = self.sheet.columns[place[1]]
        is_boxed = self.box.is_cards or place[1] in self.box.rows[place[0]].captions
        plate = None if asked.calculation else self._plate(place, marks, is_boxed=is_boxed)
        inset = QRectF(rect).adjusted(2, 4, -2, -4)
        if plate is not None:
            draw_plate(self.painter, inset, plate)
        token = "text2" if asked.calculation else "text"
        is_title = asked.kind == "country" and place[1] == next(iter(self.sheet.columns))
        self._value(rect, place[1], self.sheet.text(*place), token=token, is_bold=is_title)

    def _plate(self, place: Place, marks: Marks, *, is_boxed: bool) -> Plate | None:
        radius = px(self.widget, 6)
        if self.sheet.complaints.get(place):
            return Plate(edge=self.tokens.err, radius=radius, width=EDGE)
        if place == marks.hovered:
            return Plate(ground=self.tokens.sunken, edge=self.tokens.ctl, radius=radius)
        return Plate(edge=self.tokens.line, radius=radius) if is_boxed else None

    def _value(self, rect: QRect, name: str, text: str, *, token: str, is_bold: bool = False) -> None:
        pad = px(self.widget, PAD)
        room = rect.adjusted(pad, 0, -pad, 0)
        if self._is_amount(name):
            draw_amount(self.painter, QRectF(room), text, size=BODY, bold=is_bold, token=token)
        else:
            self._text(room, text, _Look(BODY, token, LEFT, is_bold=is_bold))

    def _said(self, at: int, row: RowBox) -> None:
        top, side = row.said.top(), px(self.widget, ICON)
        for _, text in self.sheet.said_of(at):
            draw_glyph(self.painter, QRectF(row.said.left(), top + 1, side, side), "error", self.tokens)
            look = _Look(SAID, "err", LEFT, is_bold=True)
            room = row.said.adjusted(px(self.widget, 26), 0, 0, 0)
            height = look.flow(self.widget, text).height(room.width())
            self._text(QRect(room.left(), top, room.width(), height), text, look)
            top += height + px(self.widget, 4)

    def _adding(self) -> None:
        if self.box.add.height() and self.box.totals:
            self._line(self.box.add.bottom(), self.tokens.ctl)

    def _total(self, total: Total, row: RowBox) -> None:
        self.painter.fillRect(row.rect, QColor(self.tokens.sunken))
        self._text(row.said, total.label, _Look(BODY, "text", LEFT, is_bold=total.is_bold))
        for name, text in total.texts.items():
            if name in row.cells:
                self._caption(name, row)
                self._value(row.cells[name], name, text, token="text", is_bold=total.is_bold)
        self._line(row.rect.bottom(), self.tokens.line)

    def _drop(self, at: int | None) -> None:
        if at is None:
            return
        rows = self.box.rows
        y = rows[at].rect.top() if at < len(rows) else rows[-1].rect.bottom()
        self.painter.fillRect(QRect(0, y - 1, self.widget.width(), 3), QColor(self.tokens.accent))

    def _side(self, name: str) -> Qt.AlignmentFlag:
        return RIGHT if self._is_amount(name) else LEFT

    def _is_amount(self, name: str) -> bool:
        return self.sheet.columns[name].kind in AMOUNTS

    def _icon(self, rect: QRect, name: str, colour: str) -> None:
        side = px(self.widget, ICON)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(rect).center())
        draw_icon(self.painter, place, name, colour)

    def _line(self, y: int, colour: str) -> None:
        self.painter.setPen(QPen(QColor(colour), 1))
        self.painter.drawLine(0, y, self.widget.width(), y)

    def _text(self, room: QRect, text: str, look: "_Look") -> None:
        """Wrapped, in the middle of the height."""
        if not text:
            return
        flow = look.flow(self.widget, text)
        top = room.top() + (room.height() - flow.height(room.width())) / 2
        self.painter.setPen(QColor(getattr(self.tokens, look.token)))
        flow.paint(self.painter, QPointF(room.left(), top), room.width())


@dataclass(frozen=True)
class _Look:
    size: int
    token: str
    side: Qt.AlignmentFlag
    is_bold: bool = False

    def flow(self, widget: QWidget, text: str) -> Flow:
        return _flow(text, self.size, self.side, self.is_bold, px(widget, 100))


@lru_cache(maxsize=2048)  # most cells are what they were when they were painted last; `hundred`: a hundred pixels of the design
def _flow(text: str, size: int, side: Qt.AlignmentFlag, is_bold: bool, hundred: int) -> Flow:
    del hundred
    return Flow([Part(text)], font(None, size, bold=is_bold), align=side)
