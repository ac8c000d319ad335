"""The card of the call on the start page: its name, its days, how many are left, and the road of applying.

Decision: the page stands before the call's data is read; until then the card keeps its room, so that nothing jumps.
"""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.kit.card import Card
from desktop.kit.figures import amount_width, draw_amount
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import fill
from desktop.kit.prose import Line, Prose
from desktop.start.startpageroad import Road, RoadStep


class ShownCall(NamedTuple):
    """A call in words; `left`: the days still left, None before the reception begins and after its end."""

    state: str
    name: str
    details: str
    left: int | None
    road: tuple[RoadStep, ...]


class CallCard(Card):
    """Empty until `show_call`."""

    def __init__(self) -> None:
        """Keeps the room of a call."""
        super().__init__()
        self.setObjectName("start.call")
        self._state = Line(" ", size=12, token="text2", bold=True)
        self._name, self._details = Prose(" ", size=16, bold=True), Prose(" ", size=13, token="text2")
        self._left, self._road, self._rule = DaysLeft(), Road(), _Rule()
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._state, self._name, self._details):
            words.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(words, 1)
        top.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(20, 14, 20, 14)
        self.body.setSpacing(10)
        self.body.addLayout(top)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._road)

    def show_call(self, call: ShownCall) -> None:
        """Show a call."""
        self._state.set_text(call.state)
        self._name.set_text(call.name)
        self._details.set_text(call.details)
        self._left.show_days(call.left)
        self._road.show_steps(call.road)
        self.setAccessibleName(f"{call.state}：{call.name}")

    def show_fault(self, text: str) -> None:
        """Say why there is no call to show."""
        self._name.set_text("公募のデータを読めませんでした")
        self._details.set_text(text)
        self._road.hide()
        self._rule.hide()


class _Rule(QWidget):
    """A line across the card."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), tokens_of(self).line)


class DaysLeft(QWidget):
    """締切まで 8 日, the one big figure of the page."""

    BIG, SMALL = 32, 13

    def __init__(self) -> None:
        """Shows nothing, but takes the height."""
        super().__init__()
        self._days: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_days(self, days: int | None) -> None:
        """Show how many days are left; None: nothing."""
        self._days = days
        self.setAccessibleName("" if days is None else f"締切まであと{days}日")
        self.updateGeometry()
        self.update()

    def _parts(self) -> tuple[float, float, float]:
        small, unit = QFontMetricsF(font(self, self.SMALL)), QFontMetricsF(font(self, 14, bold=True))
        figure = amount_width(str(self._days), size=self.BIG, bold=True)
        return small.horizontalAdvance("締切まで"), figure, unit.horizontalAdvance("日")

    def sizeHint(self) -> QSize:
        """The words, the figure, the unit."""
        wide = 0 if self._days is None else round(sum(self._parts())) + px(self, 16)
        return QSize(wide, px(self, 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """On one base line."""
        if self._days is None:
            return
        painter, rect = QPainter(self), QRectF(self.rect())
        words, figure, _ = self._parts()
        draw_amount(painter, QRectF(0, 0, words + px(self, 8) + figure, rect.height()), str(self._days), size=self.BIG, bold=True)
        metrics = QFontMetricsF(font(self, self.BIG, bold=True))
        base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2 - px(self, 2)
        painter.setPen(QColor(tokens_of(self).text2))
        painter.setFont(font(self, self.SMALL))
        painter.drawText(0, round(base), "締切まで")
        painter.setPen(QColor(tokens_of(self).text))
        painter.setFont(font(self, 14, bold=True))
        painter.drawText(round(words + figure) + px(self, 14), round(base), "日")
