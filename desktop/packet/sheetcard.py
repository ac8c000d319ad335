"""One sheet of paper as it will lie there: front and back side by side, two upright pages each, blanks named."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.kit.look import font, px, tokens_of
from desktop.kit.paper import page_image
from forms.built import Built
from forms.pdf.pictures import Picture, page_picture, turned_picture

SIDES = ("おもて", "うら")


def drawing_of(built: Built, side: int) -> Callable[..., Picture]:
    """What draws a side as one reads it: backs that stand on their heads in the PDF are turned."""
    return turned_picture if side == 1 and built.finish.binding == "long_edge" else page_picture


class SheetCard(QAbstractButton):
    """A card that can be pressed to see the sheet in large."""

    def __init__(self, built: Built, sheet: int) -> None:
        """A sheet (from 0) of each set."""
        super().__init__()
        self._number = sheet + 1
        self._labels = "・".join(built.labels_on(sheet))
        self._blank = {(side, half) for side in (0, 1) for half in (0, 1) if built.is_blank(sheet, side, half)}
        self._images: dict[int, QImage] = {}
        self.setAccessibleName(f"用紙 {self._number}、{self._labels}")
        self.setToolTip(self._labels)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        """Always: the sides keep the shape of paper."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Two landscape sides beside one another, a line above and one below."""
        return round((width - px(self, 28)) / 2 / 1.41421) + px(self, 45)

    def sizeHint(self) -> QSize:
        """The smallest size at which a page can be told from another."""
        return QSize(px(self, 200), self.heightForWidth(px(self, 200)))

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def show_picture(self, side: int, picture: Picture) -> None:
        """The picture of a side has come."""
        self._images[side] = page_image(picture.width, picture.height, picture.rgb)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        plate = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(tokens.accent), 2) if self.hasFocus() else QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(plate, 8, 8)
        head = QRectF(px(self, 10), px(self, 4), self.width() - px(self, 20), px(self, 22))
        painter.setFont(font(self, 12, bold=True))
        painter.setPen(QColor(tokens.text))
        name = f"用紙 {self._number}"
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, name)
        room = head.adjusted(painter.fontMetrics().horizontalAdvance(name) + px(self, 8), 0, 0, 0)
        painter.setFont(font(self, 12))
        painter.setPen(QColor(tokens.text2))
        labels = painter.fontMetrics().elidedText(self._labels, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, labels)
        for side in (0, 1):
            self._paint_side(painter, side)

    def _paint_side(self, painter: QPainter, side: int) -> None:
        tokens, gap = tokens_of(self), px(self, 8)
        width = (self.width() - px(self, 20) - gap) / 2
        paper = QRectF(px(self, 10) + side * (width + gap), px(self, 27), width, width / 1.41421)
        painter.setPen(QPen(QColor(tokens.ctl), 1))
        painter.setBrush(QColor(tokens.paper if side in self._images else tokens.disabled))
        painter.drawRect(paper)
        if side in self._images:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(paper.adjusted(1, 1, -1, -1), self._images[side])
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawLine(paper.center().toPoint().x(), int(paper.top()), paper.center().toPoint().x(), int(paper.bottom()))
        painter.setFont(font(self, 12))
        painter.setPen(QColor("#5D6974"))  # on paper, which is light in both schemes
        for half in (0, 1):
            if (side, half) in self._blank:
                box = QRectF(paper.left() + half * width / 2, paper.top(), width / 2, paper.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "白紙")
        painter.setPen(QColor(tokens.text2))
        below = QRectF(paper.left(), paper.bottom(), width, self.height() - paper.bottom() - 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, SIDES[side])
