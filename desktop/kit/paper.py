"""A page as paper: its picture, or its grey shape while there is none, with the places that matter marked on it.

Decision: the picture is scaled once for its place on the screen and kept, since marks come and go at every step; scaled smoothly
from at least the device's pixels, or the thin lines of tables turn black.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.kit.look import px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.tokens import LIGHT

A4 = 297 / 210
SHADOW = 4
SHADE = (18, 12, 6)  # opacity of the shadow's rings, from the paper outwards


def page_image(width: int, height: int, rgb: bytes) -> QImage:
    """A page as Qt's own picture: `rgb` has three bytes a pixel, row after row from the top, without gaps."""
    return QImage(rgb, width, height, width * 3, QImage.Format.Format_RGB888).copy()


class PaperPicture(QLabel):
    """Give it pictures of any size; its height follows its width, in the picture's proportion (A4 while there is none)."""

    def __init__(self, name: str = "", *, width: int = 228) -> None:
        """`name` is what a screen reader says; `width` what it would like to have, in pixels at 100 %."""
        super().__init__()
        self._wish = width
        self._image = QImage()
        self._scaled = QPixmap()
        self._marks: tuple[QRectF, ...] = ()
        self._ratio = A4
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def show_picture(self, width: int, height: int, rgb: bytes) -> None:
        """Show a page; the picture as `page_image` takes it."""
        self._image = page_image(width, height, rgb)
        self._renew(height / width)

    def show_nothing(self, ratio: float = A4) -> None:
        """Show the grey shape of a page of that proportion of height to width."""
        self._image, self._marks = QImage(), ()
        self._renew(ratio)

    def mark(self, places: Sequence[tuple[float, float, float, float]]) -> None:
        """Mark places: left, top, width, height in fractions of the page."""
        self._marks = tuple(QRectF(*place) for place in places)
        self.update()

    def has_picture(self) -> bool:
        """Whether there is a page to be seen."""
        return not self._image.isNull()

    def _renew(self, ratio: float) -> None:
        self._scaled = QPixmap()
        if ratio != self._ratio:
            self._ratio = ratio
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The page and the room of its shadow."""
        return round((width - 2 * SHADOW) * self._ratio) + 2 * SHADOW

    def sizeHint(self) -> QSize:
        """As wide as was wished."""
        width = px(self, self._wish)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A thumbnail."""
        return QSize(px(self, 40), self.heightForWidth(px(self, 40)))

    def page(self) -> QRectF:
        """Where the page lies in the widget, in pixels."""
        room = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        width = min(room.width(), room.height() / self._ratio)
        return QRectF(round(room.center().x() - width / 2), room.top(), round(width), round(width * self._ratio))

    def changeEvent(self, event: QEvent) -> None:
        """The paper's tone is another in the dark."""
        super().changeEvent(event)
        self._scaled = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, page, edge, marks."""
        painter, tokens, page = QPainter(self), tokens_of(self), self.page()
        if not self.has_picture():
            draw_plate(painter, page, Plate(tokens.disabled, tokens.line, 0))
            return
        draw_shadow(painter, page)
        painter.drawPixmap(page, self._picture(page, tokens.paper), QRectF(self._scaled.rect()))
        draw_plate(painter, page, Plate("", tokens.line, 0))
        for mark in self._marks:
            draw_mark(painter, _within(mark, page))

    def _picture(self, page: QRectF, tone: str) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(page.width() * ratio), round(page.height() * ratio))
        if self._scaled.size() != wanted:
            self._scaled = QPixmap.fromImage(toned(_smaller(self._image, wanted), tone))
        return self._scaled


def _smaller(image: QImage, wanted: QSize) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth).convertToFormat(QImage.Format.Format_RGB32)


def toned(image: QImage, tone: str) -> QImage:
    """The picture on paper of that tone: white becomes the tone, everything else darker by as much."""
    if tone.upper() != "#FFFFFF":
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(image.rect(), QColor(tone))
        painter.end()
    return image


def _within(mark: QRectF, page: QRectF) -> QRectF:
    left, top = page.left() + mark.left() * page.width(), page.top() + mark.top() * page.height()
    return QRectF(left, top, mark.width() * page.width(), mark.height() * page.height()).adjusted(-3, -3, 3, 3)


def draw_shadow(painter: QPainter, page: QRectF) -> None:
    """The soft shadow under paper."""
    for step, opacity in enumerate(SHADE, 1):
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(opacity)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(page.adjusted(-step, 1 - step, step, 1 + step), step, step)
        painter.restore()


def draw_mark(painter: QPainter, rect: QRectF) -> None:
    """A frame in accent with a tint inside; paper is light in the dark too, so the colours are the light ones."""
    painter.save()
    tint = QColor(LIGHT.accent)
    tint.setAlphaF(0.12)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(rect, 4, 4)
    painter.restore()
    draw_plate(painter, rect, Plate("", LIGHT.accent, 4, 2))
