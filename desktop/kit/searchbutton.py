"""What looks like a field to search in and opens the search when it is pressed."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from desktop.kit.button import HINT, ICON, Button, Colours
from desktop.kit.icons import draw_icon
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate, draw_ring

WIDE = 236


class SearchButton(Button):
    """Icon and words left, keys right."""

    height_at_100 = 34

    def __init__(self, text: str, hint: str = "") -> None:
        """`text`: what can be searched for; `hint`: the keys."""
        super().__init__(text, hint, "search")
        self._is_narrow = False

    def colours(self) -> Colours:
        """As an input on sunken ground."""
        return Colours(self.pick("sunken", "disabled", "disabled"), self.pick("line", "ctl", "ctl"), "text2", "text3")

    def sizeHint(self) -> QSize:
        """Wider than its words, as an input is."""
        content = round(self._content_width()) + 2 * px(self, 14)
        return QSize(content if self._is_narrow else max(content, px(self, WIDE)), px(self, self.height_at_100))

    def be_sized(self, *, narrow: bool) -> None:
        """No wider than its words where room is short."""
        self._is_narrow = narrow
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, icon, words, keys."""
        painter, tokens, colours = QPainter(self), tokens_of(self), self.colours()
        rect, side, pad = QRectF(self.rect()), px(self, ICON), px(self, 12)
        draw_plate(painter, rect, Plate(getattr(tokens, colours.ground), getattr(tokens, colours.edge), px(self, 6)))
        draw_icon(painter, QRectF(pad, (self.height() - side) / 2, side, side), "search", tokens.text2)
        self._paint_words(painter, pad + side + px(self, 8), self.label(), font(self, 14), tokens.text2)
        left = self.width() - px(self, 12) - QFontMetricsF(font(self, HINT)).horizontalAdvance(self._hint)
        self._paint_words(painter, left, self._hint, font(self, HINT), tokens.text3)
        if self.is_ringed():
            draw_ring(painter, rect, tokens.accent, px(self, 6))
