"""The icons as Qt's own widgets want them, as QIcon.

Decision: apart from the drawing, because PySide takes a millisecond to make QIcon's class and the start page can do without.
"""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap

from desktop.kit.icons import draw_icon, picture_of
from desktop.kit.look import tokens_in


def icon(name: str, token: str = "text2") -> QIcon:
    """The icon of that name as Qt wants it; disabled it is drawn in text3."""
    return QIcon(_Engine(name, token))


class _Engine(QIconEngine):
    """Paints the icon in the colour that the application's palette gives at that moment."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token

    def _colour(self, mode: QIcon.Mode) -> str:
        token = "text3" if mode == QIcon.Mode.Disabled else self._token
        colour: str = getattr(tokens_in(QGuiApplication.palette()), token)
        return colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw_icon(painter, QRectF(rect), self._name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        picture = picture_of(self._name, self._colour(mode), round(side * scale), side * 100)
        picture.setDevicePixelRatio(scale)
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def isNull(self) -> bool:
        return False

    def key(self) -> str:
        return "kit"
