"""A table with one line a row, under a head; what need not be asked (a note, a mark with a default) stands on a second line.

Decision: so the columns that everybody fills in have the width that they need, and a long note does not make a tall narrow cell.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect

from desktop.editors.rowslayout import BODY, HEAD, PAD, SMALL, TOTAL, Layout, Measure, RowBox, TableBox
from desktop.editors.rowsmodel import Sheet, Total
from forms.catalog.model import Column

ASIDE = ("boolean", "text", "long_text")
ASIDE_ROW = 38  # px at 100 %


def is_aside(column: Column) -> bool:
    """Whether a column stands on the second line."""
    return column.kind in ASIDE and not column.calculation and (bool(column.default) or not column.required)


class Lines(Layout):
    """Lays a table out whose columns fit."""

    def __init__(self, sheet: Sheet, width: int, measure: Measure) -> None:
        """For a width in pixels."""
        super().__init__(sheet, width, measure)
        self.aside = tuple(name for name, column in sheet.columns.items() if is_aside(column))
        self.beside = tuple(name for name in sheet.columns if name not in self.aside) or self.aside

    @property
    def fits(self) -> bool:
        """Whether the columns of the first line fit."""
        return sum(self.least[name] for name in self.beside) <= self.room

    def table(self) -> TableBox:
        """Everything's place."""
        placed = self.spread(self.beside, self.least)
        head = self._head_height(placed)
        rows: list[RowBox] = []
        top = head
        for at in range(len(self.sheet.rows)):
            rows.append(self._row(at, top, placed))
            top += rows[-1].rect.height()
        add = self.adding(top)
        top += add.height()
        totals: list[RowBox] = []
        for total in self.sheet.totals:
            totals.append(self._total(total, top, placed))
            top += totals[-1].rect.height()
        heads = {name: QRect(left, 0, width, head) for name, (left, width) in placed.items()}
        return TableBox(False, heads, tuple(rows), add, tuple(totals), top)

    def _head_height(self, placed: Mapping[str, tuple[int, int]]) -> int:
        columns, height = self.sheet.columns, self.measure.height
        heights = (height(columns[name].label, width - self.px(PAD + 4), SMALL, True) for name, (_, width) in placed.items())
        return max(self.px(HEAD), max(heights, default=0) + self.px(12))

    def _row(self, at: int, top: int, placed: Mapping[str, tuple[int, int]]) -> RowBox:
        height = self.line_height(placed, lambda name: self.sheet.text(at, name))
        cells = {name: QRect(left, top, width, height) for name, (left, width) in placed.items()}
        captions: dict[str, QRect] = {}
        end = self._add_aside(at, top + height, cells, captions) if self.aside != self.beside else top + height
        said = self.said_height(at)
        return self.row_box(QRect(0, top, self.width, end - top + said), cells, captions, said)

    def _add_aside(self, at: int, top: int, cells: dict[str, QRect], captions: dict[str, QRect]) -> int:
        """Place the second line, or as many as it takes; where they end."""
        right = self.left + self.room
        left, height = self.left, 0
        for name in self.aside:
            label = self.measure.width(self.sheet.columns[name].label, SMALL) + self.px(PAD + 8)
            if left > self.left and left + label + self.least[name] > right:
                left, top, height = self.left, top + height, 0
            is_last = name == self.aside[-1]
            wide = right - left - label if is_last else min(self.least[name], right - left - label)
            text = self.measure.height(self.sheet.text(at, name), wide - 2 * self.px(PAD), BODY, False)
            height = max(height, self.px(ASIDE_ROW), text + self.px(14))
            captions[name] = QRect(left, top, label, height)
            cells[name] = QRect(left + label, top, wide, height)
            left += label + wide
        return top + height + (self.px(4) if self.aside else 0)

    def _total(self, total: Total, top: int, placed: Mapping[str, tuple[int, int]]) -> RowBox:
        """A total; its label takes the room that the amounts leave it."""
        figures = [sum(placed[name]) - self.measure.figures(text) for name, text in total.texts.items() if name in placed and text]
        room = min(figures, default=self.left + self.room) - self.left - 2 * self.px(PAD) - self.px(8)
        height = max(self.px(TOTAL), self.measure.height(total.label, room, BODY, total.is_bold) + self.px(10))
        cells = {name: QRect(left, top, width, height) for name, (left, width) in placed.items()}
        box = self.row_box(QRect(0, top, self.width, height), cells, {}, 0)
        return RowBox(box.rect, cells, {}, box.grip, box.remove, QRect(self.left + self.px(PAD), top, room, height))
