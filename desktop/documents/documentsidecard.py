"""A paper as a thumbnail: its page, its file's name, how many pages, and what was done to it.

Decision: a button that can be dragged; Alt with an arrow does what dragging does, so that no mouse is needed.
"""

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy

from desktop.documents.dropping import PAPER
from desktop.kit.flow import Flow, Part
from desktop.kit.look import font, is_redressing, px, tokens_of
from desktop.kit.paper import A4, draw_shadow, page_image, toned
from desktop.kit.plates import Plate, draw_plate, draw_ring
from desktop.kit.tokens import Tokens
from forms.casefile import Attached
from forms.pdf.pictures import Picture

PAD, GAP = 7, 6
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def fact_of(paper: Attached) -> str:
    """The end of its first note, which says what was done: 縦向きに直しました."""
    return paper.notes[0].rstrip("。").rpartition("、")[2] if paper.notes else ""


class PaperCard(QAbstractButton):
    """`clicked` selects it; `walked` and `moved` carry -1 or 1, along the papers and with the paper."""

    walked = Signal(int)
    moved = Signal(int)
    removed = Signal()
    opened = Signal()

    def __init__(self, paper: Attached) -> None:
        """A paper of the case."""
        super().__init__()
        self.paper = paper
        self._image = QImage()
        self._words: list[tuple[Flow, str]] = []
        self._pressed_at = QPoint()
        self._by_keys = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_paper(paper)

    def set_paper(self, paper: Attached) -> None:
        """The same paper after a change."""
        self.paper = paper
        pages = f"{paper.pages}ページ"
        fact = fact_of(paper)
        self.setAccessibleName(paper.name)
        self.setAccessibleDescription("、".join((f"{paper.place + 1}つめ", pages, *paper.notes)))
        self._words = [
            (Flow([Part(paper.name)], font(self, 13, bold=True)), "text"),
            (Flow([Part(f"{pages}・{fact}" if fact else pages)], font(self, 12)), "text2"),
        ]
        self._fit()

    def set_card_width(self, width: int) -> None:
        """Be so wide, in pixels."""
        if width != self.width():
            self.setFixedWidth(width)
            self._fit()

    def picture_width(self) -> int:
        """Pixels of the page's picture, at the screen's own ratio."""
        return max(round((self.width() - 2 * px(self, PAD)) * self.devicePixelRatioF()), 1)

    def _fit(self) -> None:
        wide = self.width() - 2 * px(self, PAD)
        self.setFixedHeight(round(wide * A4) + 2 * px(self, PAD) + px(self, GAP) + sum(flow.height(wide) for flow, _ in self._words))
        self.update()

    def show_picture(self, picture: Picture) -> None:
        """Show its page."""
        self._image = page_image(picture.width, picture.height, picture.rgb).convertToFormat(QImage.Format.Format_RGB32)
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether its page is to be seen."""
        return not self._image.isNull()

    def select(self, *, selected: bool) -> None:
        """Be the selected one, which alone Tab reaches, or not."""
        self.setChecked(selected)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        """As it was set."""
        return self.minimumSize()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self.set_paper(self.paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, with Alt they move the paper; Delete takes it out; Enter shows it large."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            (self.moved if event.modifiers() & Qt.KeyboardModifier.AltModifier else self.walked).emit(ARROWS[key])
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it large."""
        self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once it is meant."""
        super().mouseMoveEvent(event)
        far = (event.position().toPoint() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far and event.buttons() & Qt.MouseButton.LeftButton:
            self.setDown(False)
            drag, data = QDrag(self), QMimeData()
            data.setData(PAPER, QByteArray(str(self.paper.id).encode()))
            drag.setMimeData(data)
            drag.setPixmap(self.grab().scaledToWidth(max(self.width() // 2, 1), Qt.TransformationMode.SmoothTransformation))
            drag.exec(Qt.DropAction.MoveAction)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, page, words."""
        painter, tokens, pad = QPainter(self), tokens_of(self), px(self, PAD)
        rect = QRectF(self.rect())
        if self.isChecked():
            draw_plate(painter, rect, Plate(tokens.tint, tokens.accent, px(self, 6), 2))
        elif self.underMouse():
            draw_plate(painter, rect, Plate(tokens.disabled, radius=px(self, 6)))
        wide = rect.width() - 2 * pad
        self._paint_page(painter, QRectF(pad, pad, wide, round(wide * A4)), tokens)
        top = pad + round(wide * A4) + px(self, GAP)
        for flow, token in self._words:
            painter.setPen(QColor(getattr(tokens, token)))
            flow.paint(painter, QPointF(pad, top), int(wide))
            top += flow.height(int(wide))
        if self.hasFocus() and self._by_keys:
            draw_ring(painter, rect.adjusted(3, 3, -3, -3), tokens.accent, px(self, 4))

    def _paint_page(self, painter: QPainter, page: QRectF, tokens: Tokens) -> None:
        if not self.has_picture:
            draw_plate(painter, page, Plate(tokens.disabled, tokens.line, 0))
            return
        draw_shadow(painter, page)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(page, toned(self._image.copy(), tokens.paper))
        draw_plate(painter, page, Plate("", tokens.line, 0))
