"""A word of state on a pill."""

from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.tokens import Tokens

SIZE, HEIGHT, PADDING = 12, 22, 10
TONES = MappingProxyType(  # tone: ground, edge, text
    {
        "plain": ("disabled", "", "text"),
        "now": ("tint", "", "accent"),
        "ok": ("ok_tint", "", "ok"),
        "warn": ("warn_tint", "", "warn"),
        "err": ("err_tint", "", "err"),
        "optional": ("", "ctl", "text2"),
    }
)


def chip_width(widget: QWidget | None, text: str, tone: str) -> int:
    """How wide a chip with that text is, in pixels."""
    return QFontMetrics(font(widget, SIZE, bold=tone != "optional")).horizontalAdvance(text) + 2 * px(widget, PADDING)


def draw_chip(painter: QPainter, rect: QRectF, text: str, tone: str, tokens: Tokens) -> None:
    """Draw a chip over the whole of `rect`; for delegates."""
    ground, edge, words = (getattr(tokens, token) if token else "" for token in TONES[tone])
    draw_plate(painter, rect, Plate(ground, edge, rect.height() / 2))
    painter.setFont(font(None, SIZE, bold=tone != "optional"))
    painter.setPen(QColor(words))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class Chip(QLabel):
    """`tone`: plain, now, ok, warn, err or optional."""

    def __init__(self, text: str, tone: str = "plain") -> None:
        """Shows `text`."""
        super().__init__()
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_text(text, tone)

    def show_text(self, text: str, tone: str) -> None:
        """Show another state."""
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word with room at both ends."""
        return QSize(chip_width(self, self.text(), self._tone), px(self, HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same: no word is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        draw_chip(QPainter(self), QRectF(self.rect()), self.text(), self._tone, tokens_of(self))
