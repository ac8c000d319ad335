"""The road of applying, as numbered steps on one line: in a wide window the words beside each number, else below it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.flow import Flow, Part
from desktop.kit.glyphs import draw_number
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import fill

RING, GAP = 26, 8
BESIDE = 46  # the height of a step whose words stand beside its number
BELOW = 86  # and of one whose words stand below, as long as they are not known
USUAL = 880
SPARE = 36  # of the connecting line with its gaps, at least, for the words to stand beside


class RoadStep(NamedTuple):
    """`is_ours`: whether the applicant does it, rather than waits."""

    title: str
    note: str
    is_ours: bool


class Road(QWidget):
    """Painted; a screen reader hears all steps in one sentence."""

    def __init__(self) -> None:
        """Nothing is shown, but the room is kept."""
        super().__init__()
        self._steps: Sequence[RoadStep] = ()
        self._align = Qt.AlignmentFlag.AlignLeft
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_steps(self, steps: Sequence[RoadStep]) -> None:
        """Show the steps, in order."""
        self._steps = steps
        told = "、".join(f"{number} {step.title}（{step.note}）" for number, step in enumerate(steps, 1))
        self.setAccessibleName(f"申請の流れ：{told}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line of words beside the numbers, or as many below as the narrowest step needs."""
        if not self._steps:
            return px(self, BESIDE if width > px(self, USUAL) else BELOW)
        if self._fits_beside(width):
            return px(self, BESIDE)
        column = width // len(self._steps)
        return px(self, RING + 4) + max(self._words_height(step, column) for step in self._steps)

    def sizeHint(self) -> QSize:
        """Wide."""
        return QSize(px(self, 900), px(self, BESIDE))

    def minimumSizeHint(self) -> QSize:
        """Whatever: the words wrap."""
        return QSize(px(self, 300), px(self, BESIDE))

    def _fits_beside(self, width: int) -> bool:
        column, before = width // len(self._steps), px(self, RING + GAP)
        widths = ((self._title(step).natural_width(), self._note(step).natural_width()) for step in self._steps)
        return all(before + max(title + px(self, SPARE), note + px(self, GAP)) <= column for title, note in widths)

    def _title(self, step: RoadStep) -> Flow:
        return Flow([Part(step.title)], font(self, 14, bold=True), align=self._align)

    def _note(self, step: RoadStep) -> Flow:
        return Flow([Part(step.note)], font(self, 12), align=self._align)

    def _words_height(self, step: RoadStep, width: int) -> int:
        return self._title(step).height(width - px(self, GAP)) + self._note(step).height(width - px(self, GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, numbers, words; grey shapes while the steps are not known."""
        painter = QPainter(self)
        if not self._steps:
            fill(painter, self.rect().adjusted(0, px(self, 8), 0, -px(self, 8)), tokens_of(self).sunken)
            return
        beside = self._fits_beside(self.width())
        self._align = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag.AlignHCenter
        for number, step in enumerate(self._steps):
            (self._draw_beside if beside else self._draw_above)(painter, number, step)

    def _ring(self, painter: QPainter, place: QRectF, number: int) -> None:
        painter.setFont(font(self, 13, bold=True, figures=True))
        draw_number(painter, place, number + 1, tokens_of(self), current=self._steps[number].is_ours)

    def _draw_beside(self, painter: QPainter, number: int, step: RoadStep) -> None:
        tokens, column, ring = tokens_of(self), self.width() / len(self._steps), px(self, RING)
        left, words = number * column, number * column + ring + px(self, GAP)
        self._ring(painter, QRectF(left, 0, ring, ring), number)
        title, note = self._title(step), self._note(step)
        painter.setPen(QColor(tokens.text))
        title.paint(painter, QPointF(words, (ring - title.pitch) / 2), round(column))
        painter.setPen(QColor(tokens.text2))
        note.paint(painter, QPointF(words, ring), round(column))
        if number + 1 < len(self._steps):
            start = words + title.natural_width() + px(self, 10)
            fill(painter, QRectF(start, ring / 2, (number + 1) * column - px(self, 10) - start, 1), tokens.line)

    def _draw_above(self, painter: QPainter, number: int, step: RoadStep) -> None:
        tokens, column, ring = tokens_of(self), self.width() / len(self._steps), px(self, RING)
        left, middle = number * column, (number + 0.5) * column
        self._ring(painter, QRectF(middle - ring / 2, 0, ring, ring), number)
        if number + 1 < len(self._steps):
            start = middle + ring / 2 + px(self, 6)
            fill(painter, QRectF(start, ring / 2, column - ring - px(self, 12), 1), tokens.line)
        title, note = self._title(step), self._note(step)
        wide, top = round(column) - px(self, GAP), px(self, RING + 4)
        painter.setPen(QColor(tokens.text))
        title.paint(painter, QPointF(left + px(self, GAP) / 2, top), wide)
        painter.setPen(QColor(tokens.text2))
        note.paint(painter, QPointF(left + px(self, GAP) / 2, top + title.height(wide)), wide)
