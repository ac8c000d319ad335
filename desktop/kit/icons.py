"""The icons: SVG files under resources/icons on a grid of 20, drawn in a token's colour.

Decision: a file says `currentColor`, and the colour is put in when it is painted, from the palette that holds then; so a change
of the scheme needs no new icons. Pictures are kept in Qt's own cache, in the size and at the device ratio that were asked for.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.kit.plates import snapped
from forms.paths import RESOURCES

FOLDER = RESOURCES / "icons"
SMALL = 16  # up to here strokes are drawn a little thicker


def draw_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon centred into `rect` in a colour `#RRGGBB`."""
    side = min(rect.width(), rect.height())
    place = snapped(painter, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side))
    pixels = round(place.width() * abs(painter.deviceTransform().m11()))
    picture = picture_of(name, colour, pixels, round(side * 100))
    painter.drawPixmap(place, picture, QRectF(picture.rect()))


@cache
def _drawing(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def picture_of(name: str, colour: str, pixels: int, side: int) -> QPixmap:
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
