"""An icon that stands beside words and does nothing."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.icons import icon
from desktop.kit.look import px


class IconLabel(QWidget):
    """`source`: the name of an icon, or one ready made; `size` in pixels at 100 %."""

    def __init__(self, source: str | QIcon, size: int = 18, *, token: str = "text2") -> None:
        """`token` colours an icon that is named."""
        super().__init__()
        self._icon, self._size = QIcon(), size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_icon(source, token)

    def show_icon(self, source: str | QIcon, token: str = "text2") -> None:
        """Show another one."""
        self._icon = icon(source, token) if isinstance(source, str) else source
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = px(self, self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        side = px(self, self._size)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        self._icon.paint(QPainter(self), place.toRect())
