"""What every button with words is made of: plate, icon, label, key hint, ring.

Decision: they paint themselves, because a style sheet cannot put a key hint in another colour beside the label; to Qt and to
screen readers they are the ordinary buttons. The ring of the focus shows when the keyboard brought it.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.kit.icons import draw_icon
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate, draw_ring
from desktop.kit.tokens import Tokens

HINT = 13
ICON, GAP = 18, 7
SMALL = 30


class Colours(NamedTuple):
    """What a button is painted with: token names, "" for none."""

    ground: str
    edge: str
    label: str
    hint: str


class Button(QPushButton):
    """Base of the labelled buttons; subclasses say their colours in each state."""

    height_at_100, padding, text_size, bold = 36, 14, 14, False

    def __init__(self, text: str, hint: str = "", icon: str = "") -> None:
        """`hint`: the keys that do the same; `icon`: a name, "" for none."""
        super().__init__(text.replace("&", "&&"))
        self._hint, self._icon = hint, icon
        self._reached_by_keys = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)

    def label(self) -> str:
        """The words on it."""
        return self.text().replace("&&", "&")

    def set_text(self, text: str) -> None:
        """Give it other words."""
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def setText(self, text: str) -> None:
        """The same as `set_text`, under the name that Qt's users know."""
        self.set_text(text)

    def set_hint(self, hint: str) -> None:
        """Show other keys, or none where room is short."""
        if hint != self._hint:
            self._hint = hint
            self.updateGeometry()
            self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon, "" for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def make_small(self) -> "Button":
        """Take the small height, for buttons inside rows and banners; itself."""
        self.height_at_100, self.padding = SMALL, 10
        self.updateGeometry()
        return self

    def colours(self) -> Colours:
        """The colours of its present state."""
        raise NotImplementedError

    def face(self) -> QFont:
        """The face of its label."""
        return font(self, self.text_size, bold=self.bold)

    def sizeHint(self) -> QSize:
        """Icon, label and hint with their gaps."""
        return QSize(round(self._content_width()) + 2 * px(self, self.padding), px(self, self.height_at_100))

    def minimumSizeHint(self) -> QSize:
        """The same: no button is cut."""
        return self.sizeHint()

    def _content_width(self) -> float:
        label = QFontMetricsF(self.face()).horizontalAdvance(self.label())
        hint = QFontMetricsF(font(self, HINT)).horizontalAdvance(self._hint) + px(self, 10) if self._hint else 0
        return label + hint + (px(self, ICON) + px(self, GAP) if self._icon else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, icon, label, hint, ring."""
        painter, tokens, colours = QPainter(self), tokens_of(self), self.colours()
        rect, radius = QRectF(self.rect()), px(self, 6)
        ground, edge = (getattr(tokens, token) if token else "" for token in (colours.ground, colours.edge))
        draw_plate(painter, rect, Plate(ground, edge, radius))
        self._paint_content(painter, tokens, colours)
        if self.is_ringed():
            self._paint_ring(painter, tokens)

    def _paint_content(self, painter: QPainter, tokens: Tokens, colours: Colours) -> None:
        left = (self.width() - self._content_width()) / 2
        if self._icon:
            side = px(self, ICON)
            place = QRectF(left, (self.height() - side) / 2, side, side)
            draw_icon(painter, place, self._icon, getattr(tokens, colours.label))
            left += side + px(self, GAP)
        left = self._paint_words(painter, left, self.label(), self.face(), getattr(tokens, colours.label))
        if self._hint:
            self._paint_words(painter, left + px(self, 10), self._hint, font(self, HINT), getattr(tokens, colours.hint))

    def _paint_words(self, painter: QPainter, left: float, text: str, face: QFont, colour: str) -> float:
        """Draw on the line of the label's middle; the right end."""
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(left, (self.height() + metrics.ascent() - metrics.descent()) / 2), text)
        return left + metrics.horizontalAdvance(text)

    def _paint_ring(self, painter: QPainter, tokens: Tokens) -> None:
        draw_ring(painter, QRectF(self.rect()), tokens.accent, px(self, 6))

    def is_ringed(self) -> bool:
        """Whether the keyboard brought the focus here."""
        return self.hasFocus() and self._reached_by_keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._reached_by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def pick(self, usual: str, hovered: str, pressed: str) -> str:
        """One of three by what the pointer does."""
        return pressed if self.isDown() else hovered if self.underMouse() else usual
