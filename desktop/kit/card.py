"""A rounded surface with an edge; with a title it has a head on sunken ground."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.buttons import LinkButton
from desktop.kit.glyphs import Glyph
from desktop.kit.look import is_redressing, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.prose import Line

RADIUS, HEAD = 8, 36


class Card(QFrame):
    """Fill `body`; `acted` is emitted when the head's action is pressed."""

    acted = Signal()

    def __init__(self, title: str = "", action: str = "") -> None:
        """No head without a title."""
        super().__init__()
        self._ground, self._edge = "surface", "line"
        self.title, self.action, self.glyph = Line(title, size=14, bold=True), LinkButton(action), Glyph()
        self.head, self.body = QWidget(self), QVBoxLayout()
        self.action.clicked.connect(self.acted)
        self.setAccessibleName(title)
        self._lay_out()
        self.glyph.hide()  # only now: what is shown before it has a parent becomes a window
        self.head.setVisible(bool(title))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for widget in (self.glyph, self.title):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        whole.addLayout(self.body, 1)
        self.action.setHidden(not self.action.label())  # not before it stands here: a widget alone would open a window
        self._fit()

    def _fit(self) -> None:
        self.head.setFixedHeight(px(self, HEAD))

    def show_state(self, name: str, share: float = 0.0) -> None:
        """Put a sign before the title."""
        self.glyph.show_state(name, share)
        self.glyph.show()

    def set_ground(self, ground: str, edge: str = "line") -> None:
        """Stand on another token: `tint` for a result, `sunken` for an aside; `edge` "accent" for what is selected."""
        self._ground, self._edge = ground, edge
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the head's ground, the edge over both."""
        painter, tokens = QPainter(self), tokens_of(self)
        rect, radius = QRectF(self.rect()), px(self, RADIUS)
        draw_plate(painter, rect, Plate(getattr(tokens, self._ground), radius=radius))
        if self.head.isVisibleTo(self):
            self._paint_head(painter, rect, radius)
        draw_plate(painter, rect, Plate("", getattr(tokens, self._edge), radius, 2 if self._edge == "accent" else 1))

    def _paint_head(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        tokens, high = tokens_of(self), self.head.height() + 1
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        painter.save()
        painter.setClipPath(shape)
        draw_plate(painter, QRectF(0, 0, rect.width(), high), Plate(tokens.sunken, radius=0))
        draw_plate(painter, QRectF(0, high - 1, rect.width(), 1), Plate(tokens.line, radius=0))
        painter.restore()
