"""A rounded plate on a token of its own that holds whatever is laid into it."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from desktop.kit.look import is_redressing, px, tokens_of
from desktop.kit.plates import Plate, draw_plate

RADIUS = 8


class Plated(QFrame):
    """`ground` and `edge` are tokens."""

    def __init__(self, ground: str, edge: str) -> None:
        """An empty plate; give it a layout."""
        super().__init__()
        self._ground, self._edge = ground, edge

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        super().changeEvent(event)
        if is_redressing(event):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate under everything."""
        tokens = tokens_of(self)
        plate = Plate(getattr(tokens, self._ground), getattr(tokens, self._edge), px(self, RADIUS))
        draw_plate(QPainter(self), QRectF(self.rect()), plate)
