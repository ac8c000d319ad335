"""A card with a head on sunken ground: a sign of its state, a title, and what can be done about it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.kit.buttons import LinkButton
from desktop.kit.card import Card
from desktop.kit.glyphs import Glyph
from desktop.kit.look import is_redressing, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.prose import Line

HEAD = 36


class HeadedCard(Card):
    """Fill `body`; `acted` is emitted when the head's action is pressed."""

    acted = Signal()

    def __init__(self, title: str, action: str = "") -> None:
        """No button without an action."""
        super().__init__()
        self.title, self.action, self.glyph = Line(title, size=14, bold=True), LinkButton(action), Glyph()
        self.head = QWidget(self)
        self.action.clicked.connect(self.acted)
        self.setAccessibleName(title)
        self._lay_out()
        self.glyph.hide()  # only now: what is shown before it has a parent becomes a window
        self.action.setHidden(not action)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for widget in (self.glyph, self.title):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.whole.insertWidget(0, self.head)
        self._fit()

    def _fit(self) -> None:
        self.head.setFixedHeight(px(self, HEAD))

    def show_state(self, name: str, share: float = 0.0) -> None:
        """Put a sign before the title."""
        self.glyph.show_state(name, share)
        self.glyph.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._fit()

    def _paint_inside(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        tokens, high = tokens_of(self), self.head.height() + 1
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        painter.save()
        painter.setClipPath(shape)
        draw_plate(painter, QRectF(0, 0, rect.width(), high), Plate(tokens.sunken, radius=0))
        draw_plate(painter, QRectF(0, high - 1, rect.width(), 1), Plate(tokens.line, radius=0))
        painter.restore()
