"""Amounts and bars.

Decision: the UI face's "1" is narrower than its other digits and columns dance, while the comma of the face with even digits is
half an em wide; so an amount is painted from both: digits from the one, one pixel larger, everything else from the other.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from desktop.kit.look import font, px, tokens_in, tokens_of
from desktop.kit.plates import Plate, draw_plate

RUNS = r"[0-9]+|[^0-9]+"
NOTHING = "—"
WHOLE = 100  # a bar in percent, as screen readers are told


def _runs(text: str, size: float, *, bold: bool) -> list[tuple[str, QFont]]:
    faces = {True: font(None, size + 1, bold=bold, figures=True), False: font(None, size, bold=bold)}
    return [(run, faces[run.isascii() and run.isdigit()]) for run in re.findall(RUNS, text)]


def amount_width(text: str, *, size: float, bold: bool = False) -> float:
    """How wide `draw_amount` draws a text, in pixels."""
    return _width(text, size, bold, px(None, 100))


@lru_cache(maxsize=1024)  # layouts ask for the same few again and again; `hundred`: a hundred pixels of the design
def _width(text: str, size: float, bold: bool, hundred: int) -> float:  # noqa: FBT001 - a key
    del hundred
    return sum(QFontMetricsF(face).horizontalAdvance(run) for run, face in _runs(text, size, bold=bold))


def draw_amount(painter: QPainter, rect: QRectF, text: str, *, size: float, bold: bool = False, token: str = "text") -> None:
    """Draw digits and what stands between them at the right end of `rect`, in the middle of its height."""
    device = painter.device()
    tokens = tokens_of(device) if isinstance(device, QWidget) else tokens_in(QGuiApplication.palette())
    metrics = QFontMetricsF(font(None, size, bold=bold))
    base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    left = rect.right() - amount_width(text, size=size, bold=bold)
    painter.setPen(QColor(getattr(tokens, token)))
    for run, face in _runs(text, size, bold=bold):
        painter.setFont(face)
        painter.drawText(QPointF(left, base), run)
        left += QFontMetricsF(face).horizontalAdvance(run)


class Amount(QLabel):
    """A figure with its unit, right-aligned; `size` in pixels at 100 %."""

    def __init__(self, *, size: int = 14, bold: bool = False, unit: str = "円", token: str = "text") -> None:
        """Shows nothing at first."""
        super().__init__()
        self._size, self._bold, self._unit, self._token = size, bold, unit, token
        self._text = NOTHING
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.show_yen(None)

    def show_yen(self, yen: int | None) -> None:
        """Show an amount, or that there is none yet."""
        text = NOTHING if yen is None else f"{yen:,}"
        if text == self._text and self.accessibleName():
            return
        self._text = text
        self.setAccessibleName("未入力" if yen is None else f"{self._text}{self._unit}")
        self.updateGeometry()
        self.update()

    def _unit_face(self) -> QFont:
        return font(self, max(12, round(self._size * 0.64)) if self._size > 16 else max(12, self._size - 1))

    def _unit_width(self) -> float:
        shown = self._unit and self._text != NOTHING
        return QFontMetricsF(self._unit_face()).horizontalAdvance(self._unit) + px(self, 2) if shown else 0

    def sizeHint(self) -> QSize:
        """The figure and its unit."""
        width = amount_width(self._text, size=self._size, bold=self._bold) + self._unit_width()
        return QSize(round(width) + 1, px(self, self._size * 1.4))

    def minimumSizeHint(self) -> QSize:
        """The same: no figure is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure, then the unit on its base line."""
        painter, rect = QPainter(self), QRectF(self.rect())
        token = "text3" if self._text == NOTHING else self._token
        figure = rect.adjusted(0, 0, -self._unit_width(), 0)
        draw_amount(painter, figure, self._text, size=self._size, bold=self._bold, token=token)
        if self._unit_width():
            metrics = QFontMetricsF(font(self, self._size, bold=self._bold))
            base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
            painter.setFont(self._unit_face())
            painter.drawText(QPointF(figure.right() + px(self, 2), base), self._unit)


class Bar(QProgressBar):
    """How much of something is done; 4 to 10 pixels high."""

    def __init__(self, *, height: int = 4, name: str = "進み具合") -> None:
        """`name` is what a screen reader says before the share."""
        super().__init__()
        self._height, self._share = height, 0.0
        self.setRange(0, WHOLE)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_share(0.0)

    def show_share(self, share: float) -> None:
        """Show a share between 0 and 1."""
        now = min(max(share, 0.0), 1.0)
        if now == self._share and self.accessibleDescription():
            return
        self._share = now
        self.setUpdatesEnabled(False)  # setValue would paint at once, and all that lies behind it
        self.setValue(round(self._share * WHOLE))
        self.setUpdatesEnabled(True)
        self.setAccessibleDescription(f"{self._share:.0%}")

    def share(self) -> float:
        """What is shown."""
        return self._share

    def sizeHint(self) -> QSize:
        """As high as was asked for."""
        return QSize(px(self, 80), px(self, self._height))

    def minimumSizeHint(self) -> QSize:
        """Short."""
        return QSize(px(self, 24), px(self, self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole in line, the share in accent."""
        high = px(self, self._height)
        place = QRectF(0, (self.height() - high) / 2, self.width(), high)
        draw_bar(QPainter(self), place, self._share)


def draw_bar(painter: QPainter, rect: QRectF, share: float) -> None:
    """Draw a bar over the whole of `rect`; for delegates."""
    device = painter.device()
    tokens = tokens_of(device) if isinstance(device, QWidget) else tokens_in(QGuiApplication.palette())
    round_end = rect.height() / 2
    plain = tokens.line == tokens.text  # a contrast mode: the whole is an outline
    draw_plate(painter, rect, Plate(tokens.surface, tokens.line, round_end) if plain else Plate(tokens.line, radius=round_end))
    if share > 0:
        done = QRectF(rect.left(), rect.top(), max(rect.width() * share, rect.height()), rect.height())
        draw_plate(painter, done, Plate(tokens.accent, radius=round_end))
