"""A line of the start page's left column: icon, words, keys, and a sentence below; the whole line is the button."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.kit.button import Button, Colours
from desktop.kit.flow import Flow, KeptFlow
from desktop.kit.icons import draw_icon
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate, draw_ring

LEFT, TEXT, RIGHT, TOP = 14, 42, 12, 6
ICON = 18


class ActionRow(Button):
    """Takes the width that there is; its sentence wraps."""

    def __init__(self, text: str, note: str, icon: str, hint: str = "") -> None:
        """`note`: the sentence; `hint`: the keys."""
        super().__init__(text, hint, icon)
        self._note, self._kept = note, KeptFlow()
        self.setAccessibleDescription("　".join(filter(None, (note, hint))))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def colours(self) -> Colours:
        """A plate only under the pointer."""
        return Colours(self.pick("", "surface", "disabled"), "", "text", "text2")

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The words' line and the sentence's lines."""
        below = self._below().height(width - px(self, TEXT) - px(self, RIGHT)) if self._note else 0
        return px(self, 21) + below + 2 * px(self, TOP)

    def sizeHint(self) -> QSize:
        """As wide as the column is in a large window."""
        return QSize(px(self, 268), self.heightForWidth(px(self, 268)))

    def minimumSizeHint(self) -> QSize:
        """The words and the keys."""
        wide = QFontMetricsF(self.face()).horizontalAdvance(self.label() + self._hint)
        return QSize(round(wide) + px(self, TEXT + RIGHT + 8), px(self, 40))

    def _below(self) -> Flow:
        return self._kept.of(self._note, font(self, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, icon, words, keys, sentence, ring."""
        painter, tokens, colours = QPainter(self), tokens_of(self), self.colours()
        rect, top, side = QRectF(self.rect()), px(self, TOP), px(self, ICON)
        draw_plate(painter, rect, Plate(getattr(tokens, colours.ground) if colours.ground else "", radius=px(self, 6)))
        draw_icon(painter, QRectF(px(self, LEFT), top + (px(self, 21) - side) / 2, side, side), self._icon, tokens.accent)
        self._draw_line(painter)
        if self._note:
            painter.setPen(QColor(tokens.text2))
            wide = self.width() - px(self, TEXT) - px(self, RIGHT)
            self._below().paint(painter, QPointF(px(self, TEXT), top + px(self, 21)), wide)
        if self.is_ringed():
            draw_ring(painter, rect, tokens.accent, px(self, 6))

    def _draw_line(self, painter: QPainter) -> None:
        tokens, metrics = tokens_of(self), QFontMetricsF(self.face())
        base = px(self, TOP) + (px(self, 21) + metrics.ascent() - metrics.descent()) / 2
        painter.setFont(self.face())
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPointF(px(self, TEXT), base), self.label())
        if self._hint:
            painter.setFont(font(self, 13))
            painter.setPen(QColor(tokens.text2))
            wide = QFontMetricsF(font(self, 13)).horizontalAdvance(self._hint)
            painter.drawText(QPointF(self.width() - px(self, RIGHT) - wide, base), self._hint)
