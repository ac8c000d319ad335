"""A part of the window that stands on a token of its own, with lines at some of its edges."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from desktop.kit.look import is_redressing, tokens_of


class Ground(QFrame):
    """`token`: the colour it stands on, "" for what is below; `edges`: any of top, right, bottom, left."""

    def __init__(self, token: str = "", *edges: str) -> None:
        """A plain part of the window."""
        super().__init__()
        self._token, self._edges = token, edges

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        super().changeEvent(event)
        if is_redressing(event):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, then draw the lines inside."""
        tokens, painter = tokens_of(self), QPainter(self)
        if self._token:
            painter.fillRect(self.rect(), QColor(getattr(tokens, self._token)))
        painter.setPen(QColor(tokens.line))
        wide, high = self.width() - 1, self.height() - 1
        lines = {"top": (0, 0, wide, 0), "right": (wide, 0, wide, high), "bottom": (0, high, wide, high), "left": (0, 0, 0, high)}
        for edge in self._edges:
            painter.drawLine(*lines[edge])
