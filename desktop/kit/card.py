"""A rounded surface with an edge."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.kit.look import px, tokens_of
from desktop.kit.plates import Plate, draw_plate

RADIUS = 8


class Card(QFrame):
    """Fill `body`."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self._ground, self._edge = "surface", "line"
        self.whole, self.body = QVBoxLayout(self), QVBoxLayout()
        self.whole.setContentsMargins(1, 1, 1, 1)
        self.whole.setSpacing(0)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self.whole.addLayout(self.body, 1)

    def set_ground(self, ground: str, edge: str = "line") -> None:
        """Stand on another token: `tint` for a result, `sunken` for an aside; `edge` "accent" for what is selected."""
        self._ground, self._edge = ground, edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, what lies on it, the edge over both."""
        painter, tokens = QPainter(self), tokens_of(self)
        rect, radius = QRectF(self.rect()), px(self, RADIUS)
        draw_plate(painter, rect, Plate(getattr(tokens, self._ground), radius=radius))
        self._paint_inside(painter, rect, radius)
        draw_plate(painter, rect, Plate("", getattr(tokens, self._edge), radius, 2 if self._edge == "accent" else 1))

    def _paint_inside(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        """Nothing here: a card with a head has its ground."""
