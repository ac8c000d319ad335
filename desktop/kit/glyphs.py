"""The signs of a state: a shape each, so that no state is told by colour alone.

Decision: painted from a few strokes on a grid of 18, not from files: the pie has its share in it, and delegates draw hundreds.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.kit.look import px, tokens_of
from desktop.kit.tokens import Tokens

GRID = 18
RING = QRectF(1.1, 1.1, 15.8, 15.8)
TICK = ((5.6, 9.3), (8.0, 11.7), (12.5, 6.8))
WORDS = {
    "empty": "未着手",
    "going": "入力の途中",
    "done": "済み",
    "ready": "そろいました",
    "error": "誤り",
    "warning": "注意",
    "note": "お知らせ",
    "missing": "まだありません",
    "form": "プログラムが作成",
    "optional": "任意",
    "busy": "作業中",
}


def draw_glyph(painter: QPainter, rect: QRectF, name: str, tokens: Tokens, share: float = 0.0) -> None:
    """Draw a sign of WORDS into the square of `rect`; `share`: how much is done of what is going, 0 to 1."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    GLYPHS[name](painter, tokens, share)
    painter.restore()


def draw_number(painter: QPainter, rect: QRectF, number: int, tokens: Tokens, *, current: bool = False) -> None:
    """Draw a number in a ring: a step of the road, the one to be done now in accent."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent if current else tokens.ctl), 1.5))
    painter.setBrush(QColor(tokens.tint) if current else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    painter.setPen(QColor(tokens.accent if current else tokens.text2))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def _stroke(painter: QPainter, colour: str, width: float = 1.5) -> None:
    painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _empty(painter: QPainter, tokens: Tokens, share: float) -> None:
    _stroke(painter, tokens.ctl)
    painter.drawEllipse(RING)


def _going(painter: QPainter, tokens: Tokens, share: float) -> None:
    _stroke(painter, tokens.accent)
    painter.setBrush(QColor(tokens.tint))
    painter.drawEllipse(RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawPie(RING.adjusted(2.4, 2.4, -2.4, -2.4), 90 * 16, -round(max(share, 0.08) * 360 * 16))


def _done(painter: QPainter, tokens: Tokens, share: float) -> None:
    _ticked(painter, tokens.accent, tokens.tint)


def _ready(painter: QPainter, tokens: Tokens, share: float) -> None:
    _ticked(painter, tokens.ok, tokens.ok_tint)


def _ticked(painter: QPainter, colour: str, ground: str) -> None:
    _stroke(painter, colour)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(RING)
    _stroke(painter, colour, 1.6)
    _lines(painter, *TICK)


def _error(painter: QPainter, tokens: Tokens, share: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.err))
    painter.drawRoundedRect(QRectF(1, 1, 16, 16), 4, 4)
    _exclaim(painter, tokens.surface, 4.6, 9.6, 13.0)


def _exclaim(painter: QPainter, colour: str, *heights: float) -> None:
    top, bottom, dot = heights
    _stroke(painter, colour, 1.9)
    _lines(painter, (9, top), (9, bottom))
    painter.drawPoint(QPointF(9, dot))


def _warning(painter: QPainter, tokens: Tokens, share: float) -> None:
    _stroke(painter, tokens.warn, 1.6)
    painter.setBrush(QColor(tokens.warn_tint))
    painter.drawPolygon(QPolygonF([QPointF(9, 2.2), QPointF(16.6, 15.6), QPointF(1.4, 15.6)]))
    _stroke(painter, tokens.warn, 1.6)
    _lines(painter, (9, 7), (9, 10.6))
    painter.drawPoint(QPointF(9, 13))


def _note(painter: QPainter, tokens: Tokens, share: float) -> None:
    _stroke(painter, tokens.accent)
    painter.drawEllipse(RING)
    _stroke(painter, tokens.accent, 1.6)
    _lines(painter, (9, 8.4), (9, 12.6))
    painter.drawPoint(QPointF(9, 5.6))


def _missing(painter: QPainter, tokens: Tokens, share: float) -> None:
    pen = QPen(QColor(tokens.text3), 1.5)
    pen.setDashPattern([2.1, 2.05])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(RING)


def _form(painter: QPainter, tokens: Tokens, share: float) -> None:
    _stroke(painter, tokens.accent)
    painter.setBrush(QColor(tokens.tint))
    painter.drawRoundedRect(QRectF(4.2, 2, 9.6, 14), 1, 1)
    for y in (5.6, 8.6, 11.6):
        _lines(painter, (6.8, y), (11.2, y))


def _optional(painter: QPainter, tokens: Tokens, share: float) -> None:
    _stroke(painter, tokens.text3)
    _lines(painter, (5.5, 9), (12.5, 9))


def _busy(painter: QPainter, tokens: Tokens, share: float) -> None:
    _stroke(painter, tokens.line, 2.4)
    painter.drawEllipse(RING.adjusted(0.6, 0.6, -0.6, -0.6))
    _stroke(painter, tokens.accent, 2.4)
    painter.drawArc(RING.adjusted(0.6, 0.6, -0.6, -0.6), round((90 - share * 360) * 16), -100 * 16)


GLYPHS: Mapping[str, Callable[[QPainter, Tokens, float], None]] = MappingProxyType(
    {
        "empty": _empty,
        "going": _going,
        "done": _done,
        "ready": _ready,
        "error": _error,
        "warning": _warning,
        "note": _note,
        "missing": _missing,
        "form": _form,
        "optional": _optional,
        "busy": _busy,
    }
)


class Glyph(QLabel):
    """One sign, `size` pixels square at 100 %; to screen readers a text, its word."""

    def __init__(self, name: str = "empty", *, size: int = GRID) -> None:
        """Shows `name` at first."""
        super().__init__()
        self._size, self._name, self._share = size, name, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(name)

    def show_state(self, name: str, share: float = 0.0) -> None:
        """Show a sign of WORDS; `share` as in `draw_glyph`."""
        self._name, self._share = name, share
        self.setAccessibleName(WORDS[name])
        self.update()

    def set_size(self, size: int) -> None:
        """Take another size, in pixels at 100 %."""
        self._size = size
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A square."""
        side = px(self, self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        side = px(self, self._size)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_glyph(QPainter(self), place, self._name, tokens_of(self), self._share)
