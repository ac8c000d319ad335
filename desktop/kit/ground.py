"""A part of the window that stands on a token of its own, with lines at some of its edges."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from desktop.kit.look import tokens_of


class Ground(QFrame):
    """`token`: the colour it stands on, "" for what is below; `edges`: any of top, right, bottom, left."""

    def __init__(self, token: str = "", *edges: str) -> None:
        """A plain part of the window."""
        super().__init__()
        self._token, self._edges = token, edges

    def set_token(self, token: str) -> None:
        """Stand on another colour."""
        self._token = token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, then draw the lines inside."""
        tokens, painter = tokens_of(self), QPainter(self)
        if self._token:
            painter.fillRect(self.rect(), QColor(getattr(tokens, self._token)))
        wide, high = self.width(), self.height()
        lines = {"top": (0, 0, wide, 1), "right": (wide - 1, 0, 1, high), "bottom": (0, high - 1, wide, 1), "left": (0, 0, 1, high)}
        for edge in self._edges:
            painter.fillRect(*lines[edge], QColor(tokens.line))  # a line of a pen is lost between the pixels of some scales
