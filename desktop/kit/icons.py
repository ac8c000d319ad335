"""The icons: SVG files under resources/icons on a grid of 20, drawn in a token's colour.

Decision: a file says `currentColor`, and the colour is put in when it is painted, from the palette that holds then; so a change
of the scheme needs no new icons. Pictures are kept in Qt's own cache, in the size and at the device ratio that were asked for.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.kit.look import tokens_in
from desktop.kit.plates import snapped
from forms.paths import RESOURCES

FOLDER = RESOURCES / "icons"
SMALL = 16  # up to here strokes are drawn a little thicker


def icon(name: str, token: str = "text2") -> QIcon:
    """The icon of that name as Qt wants it; disabled it is drawn in text3."""
    return QIcon(_Engine(name, token))


def draw_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon centred into `rect` in a colour `#RRGGBB`."""
    side = min(rect.width(), rect.height())
    place = snapped(painter, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side))
    pixels = round(place.width() * abs(painter.deviceTransform().m11()))
    picture = _picture(name, colour, pixels, round(side * 100))
    painter.drawPixmap(place, picture, QRectF(picture.rect()))


@cache
def _drawing(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def _picture(name: str, colour: str, pixels: int, side: int) -> QPixmap:
    """The icon as a square of device pixels; `side`: its size on the page in hundredths of a pixel."""
    key, kept = f"kit:{name}:{colour}:{pixels}:{side}", QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    text = _drawing(name).replace("currentColor", colour)
    if side <= SMALL * 100:
        text = text.replace('stroke-width="1.5"', 'stroke-width="1.7"')
    drawn = QPixmap(QSize(pixels, pixels))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    QPixmapCache.insert(key, drawn)
    return drawn


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
        picture = _picture(self._name, self._colour(mode), round(side * scale), side * 100)
        picture.setDevicePixelRatio(scale)
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def isNull(self) -> bool:
        return False

    def key(self) -> str:
        return "kit"
