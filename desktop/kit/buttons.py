"""The buttons: one primary on a screen, secondary outlined, quiet as accent text, links in sentences, tools as icons.

Decision: a link is a button too, to Qt and to screen readers; it may wrap as prose does, because a complaint is never cut.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from desktop.kit.button import GAP, HINT, ICON, SMALL, Button, Colours
from desktop.kit.flow import Flow, KeptFlow
from desktop.kit.icons import draw_icon
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate, draw_ring
from desktop.kit.tokens import Tokens

LOWEST, AROUND = 28, 4


class PrimaryButton(Button):
    """The one thing to do on this screen."""

    bold = True

    def colours(self) -> Colours:
        """Text on accent."""
        if not self.isEnabled():
            return Colours("disabled", "line", "text3", "text3")
        return Colours(self.pick("accent", "accent_hover", "accent_pressed"), "", "on_accent", "on_accent")

    def _paint_ring(self, painter: QPainter, tokens: Tokens) -> None:
        rect = QRectF(self.rect())
        draw_ring(painter, rect, tokens.accent_pressed, px(self, 6))
        draw_ring(painter, rect.adjusted(2, 2, -2, -2), tokens.on_accent, px(self, 4))


class SecondaryButton(Button):
    """Outlined."""

    def colours(self) -> Colours:
        """Text in an edge."""
        if not self.isEnabled():
            return Colours("disabled", "line", "text3", "text3")
        return Colours(self.pick("surface", "sunken", "disabled"), self.pick("ctl", "text2", "text2"), "text", "text3")


class QuietButton(Button):
    """Accent text; a plate only under the pointer."""

    padding = 10

    def colours(self) -> Colours:
        """Accent on whatever it stands on."""
        if not self.isEnabled():
            return Colours("", "", "text3", "text3")
        return Colours(self.pick("", "tint", "tint"), "", self.pick("accent", "accent_hover", "accent_pressed"), "text3")


class LinkButton(Button):
    """`token`: its colour; `wraps`: whether it may take several lines."""

    def __init__(self, text: str, hint: str = "", icon: str = "", *, token: str = "accent", wraps: bool = False) -> None:
        """As a button; ready to stand in a sentence or a list."""
        super().__init__(text, hint, icon)
        self._token, self._wraps, self._kept = token, wraps, KeptFlow()
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_size(self, size: int) -> None:
        """Take another size, in pixels at 100 %."""
        self.text_size = size
        self.updateGeometry()

    def colours(self) -> Colours:
        """Its token, darker under the pointer where that is the accent."""
        label = self._token if self.isEnabled() else "text3"
        return Colours("", "", self.pick(label, "accent_hover", "accent_pressed") if label == "accent" else label, "text3")

    def face(self) -> QFont:
        """Underlined where no icon says that it can be pressed."""
        face = super().face()
        face.setUnderline(not self._icon)
        return face

    def hasHeightForWidth(self) -> bool:
        """Only where it wraps."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Its lines, and never less than a finger needs."""
        return max(px(self, LOWEST), self._flow().height(width - self._before() - self._after()) + AROUND)

    def sizeHint(self) -> QSize:
        """Unwrapped."""
        width = self._before() + self._flow().natural_width() + 1 + self._after()
        return QSize(width, px(self, LOWEST))

    def minimumSizeHint(self) -> QSize:
        """A few characters where it wraps, else the whole."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), px(self, self.text_size * 6)), whole.height()) if self._wraps else whole

    def _flow(self) -> Flow:
        return self._kept.of(self.label(), self.face())

    def _before(self) -> int:
        return px(self, ICON) + px(self, GAP) if self._icon else 0

    def _after(self) -> int:
        return ceil(QFontMetricsF(font(self, HINT)).horizontalAdvance(self._hint)) + px(self, 10) if self._hint else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words, hint, ring."""
        painter, tokens, flow = QPainter(self), tokens_of(self), self._flow()
        colour = getattr(tokens, self.colours().label)
        wide = self.width() - self._before() - self._after()
        high = flow.height(wide)
        top = (self.height() - high) / 2
        if self._icon:
            side = px(self, ICON)
            draw_icon(painter, QRectF(0, top + (flow.pitch - side) / 2, side, side), self._icon, colour)
        painter.setPen(QColor(colour))
        flow.paint(painter, QPointF(self._before(), top), wide)
        self._paint_hint(painter, tokens.text3)
        if self.is_ringed():
            draw_ring(painter, QRectF(self.rect()), tokens.accent, px(self, 4))

    def _paint_hint(self, painter: QPainter, colour: str) -> None:
        if self._hint:
            painter.setPen(QColor(colour))
            painter.setFont(font(self, HINT))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._hint)


class ToolButton(QToolButton):
    """An icon alone: the name is its tooltip and what a screen reader says."""

    def __init__(self, icon: str, name: str) -> None:
        """`name` may end in its keys: 元に戻す（Ctrl+Z）."""
        super().__init__()
        self._icon = icon
        self._reached_by_keys = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what it does now."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """A square that a finger can hit."""
        return QSize(px(self, SMALL), px(self, SMALL))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._reached_by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate when chosen or under the pointer, icon, ring."""
        painter, tokens = QPainter(self), tokens_of(self)
        rect = QRectF(self.rect())
        ground = tokens.tint if self.isChecked() else tokens.disabled if self.isEnabled() and self.underMouse() else ""
        draw_plate(painter, rect, Plate(ground, radius=px(self, 6)))
        side = px(self, 20)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(painter, place, self._icon, self._colour(tokens))
        if self.hasFocus() and self._reached_by_keys:
            draw_ring(painter, rect, tokens.accent, px(self, 6))

    def _colour(self, tokens: Tokens) -> str:
        if not self.isEnabled():
            return tokens.scroll
        return tokens.accent if self.isChecked() else tokens.text
