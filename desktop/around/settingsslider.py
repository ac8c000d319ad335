"""A slider in the program's own colours: Fusion's handle is hardly seen on a dark ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider

from desktop.kit.look import px, tokens_of
from desktop.kit.plates import Plate, draw_plate, draw_ring

HANDLE, GROOVE, HIGH = 18, 4, 30


class Slider(QSlider):
    """Horizontal; keys and mouse as Qt has them."""

    def __init__(self) -> None:
        """At its beginning."""
        super().__init__(Qt.Orientation.Horizontal)

    def sizeHint(self) -> QSize:
        """As high as a finger."""
        return QSize(px(self, 240), px(self, HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, what is chosen of it, handle, ring."""
        painter, tokens, handle = QPainter(self), tokens_of(self), px(self, HANDLE)
        middle, groove = self.height() / 2, px(self, GROOVE)
        steps = max(self.maximum() - self.minimum(), 1)
        left = (self.width() - handle) * (self.sliderPosition() - self.minimum()) / steps
        whole = QRectF(handle / 2, middle - groove / 2, self.width() - handle, groove)
        draw_plate(painter, whole, Plate(tokens.ctl, radius=groove / 2))
        draw_plate(painter, QRectF(whole.left(), whole.top(), left, groove), Plate(tokens.accent, radius=groove / 2))
        draw_plate(painter, QRectF(left, middle - handle / 2, handle, handle), Plate(tokens.accent, tokens.surface, handle / 2, 2))
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), tokens.accent, px(self, 6))
