"""An icon that stands beside words and does nothing."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.icons import draw_icon
from desktop.kit.look import px, tokens_of


class IconLabel(QWidget):
    """`name` of an icon; `size` in pixels at 100 %."""

    def __init__(self, name: str, size: int = 18, *, token: str = "text2") -> None:
        """`token` colours it."""
        super().__init__()
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, token: str = "text2") -> None:
        """Show another one."""
        if (name, token) != (self._name, self._token):
            self._name, self._token = name, token
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = px(self, self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        side = px(self, self._size)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), place, self._name, getattr(tokens_of(self), self._token))
