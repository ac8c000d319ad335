"""Paints a row of the list of findings: glyph, the whole message with its source, the step, 資料 number, code.

Decision: where the list is narrow the step and the code stand below the message, so that the message keeps its room.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.checking.findinglines import NOTES, TOKENS, WORDS, Head, Line
from desktop.kit.flow import Flow, Part, pitch_of
from desktop.kit.glyphs import draw_glyph
from desktop.kit.icons import draw_icon
from desktop.kit.look import font, px, tokens_of

Index = QModelIndex | QPersistentModelIndex
SHOWN = Qt.ItemDataRole.UserRole
NARROW = 760  # px at 100 % under which the step stands below the message
EDGE, TEXT, PADDING, HEAD, AIR = 16, 46, 8, 30, 16
STEP, NUMBER, CODE, CHEVRON = 124, 56, 44, 28
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FindingDelegate(QStyledItemDelegate):
    """Heads on sunken ground, findings under them."""

    def __init__(self, view: QListView) -> None:
        """For that view, whose width decides where lines break."""
        super().__init__(view)
        self._view = view
        self._flows: dict[Line, Flow] = {}
        self._flows_at = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the message wraps."""
        row = index.data(SHOWN)
        if isinstance(row, Head):
            return QSize(100, px(self._view, HEAD))
        below = self._line_height if self._is_narrow else 0
        return QSize(100, self._flow(row).height(self._text_width) + below + 2 * px(self._view, PADDING) - 2)

    @property
    def _is_narrow(self) -> bool:
        return self._view.viewport().width() < px(self._view, NARROW)

    @property
    def _line_height(self) -> int:
        return pitch_of(font(self._view, 14))

    @property
    def _text_width(self) -> int:
        beside = AIR + (CHEVRON if self._is_narrow else STEP + NUMBER + CODE + CHEVRON)
        return self._view.viewport().width() - px(self._view, TEXT) - px(self._view, beside)

    def _flow(self, line: Line) -> Flow:
        """The message; kept until the size of text changes."""
        if self._flows_at != px(self._view, 1000):
            self._flows.clear()
            self._flows_at = px(self._view, 1000)
        if line not in self._flows:
            self._flows[line] = Flow([Part(line.finding.message)], font(self._view, 14))
        return self._flows[line]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a head or a finding, with the line between it and the next row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(SHOWN)
        if isinstance(row, Head):
            self._paint_head(painter, option.rect, row)
        else:
            self._paint_ground(painter, option)
            self._paint_line(painter, option.rect, row)
        under = option.rect.adjusted(0, option.rect.height() - 1, 0, 0)
        painter.fillRect(under, QColor(tokens_of(self._view).line))
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        view = self._view
        painter.fillRect(rect, QColor(tokens_of(view).sunken))
        place = QRectF(rect).adjusted(px(view, EDGE), 0, 0, 0)
        for text, token, is_bold in (
            (WORDS[head.severity], TOKENS[head.severity], True),
            (f"{head.count}件", "text2", False),
            (NOTES[head.severity], "text2", False),
        ):
            self._write(painter, place, text, token, LEFT, is_bold=is_bold)
            place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(text) + px(view, 10))

    def _write(self, painter: QPainter, place: QRectF, text: str, token: str, align: Qt.AlignmentFlag, *, is_bold: bool = False) -> None:
        painter.setFont(font(self._view, 13, bold=is_bold))
        painter.setPen(QColor(getattr(tokens_of(self._view), token)))
        painter.drawText(place, align, text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens = tokens_of(self._view)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.sunken))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.tint))
            if self._view.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 4, 4)

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        view, tokens = self._view, tokens_of(self._view)
        top, side = rect.top() + px(view, PADDING) - 1, px(view, 16)
        sign = QRectF(rect.left() + px(view, EDGE), top + (self._line_height - side) / 2, side, side)
        draw_glyph(painter, sign, line.finding.severity, tokens)
        painter.setPen(QColor(tokens.text))
        self._flow(line).paint(painter, QPointF(rect.left() + px(view, TEXT), top), self._text_width)
        self._paint_where(painter, self._where(rect, top, line), line)
        chevron = QRectF(rect.right() - px(view, 26), rect.center().y() - side / 2, side, side)
        draw_icon(painter, chevron, "chevron-right", tokens.text2)

    def _where(self, rect: QRect, top: int, line: Line) -> QRectF:
        """The place of step, number and code: in the first line at the right, or below the message."""
        view, width = self._view, px(self._view, STEP + NUMBER + CODE)
        if self._is_narrow:
            below = top + self._flow(line).height(self._text_width)
            return QRectF(rect.left() + px(view, TEXT), below, width, self._line_height)
        return QRectF(rect.right() - px(view, CHEVRON) - width, top, width, self._line_height)

    def _paint_where(self, painter: QPainter, place: QRectF, line: Line) -> None:
        self._write(painter, place, line.step, "accent", LEFT)
        self._write(painter, place.adjusted(px(self._view, STEP), 0, 0, 0), line.number, "text2", LEFT)
        self._write(painter, place, line.code, "text3", RIGHT)
