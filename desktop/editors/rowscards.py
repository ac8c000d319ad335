"""A table where its columns do not fit: for every row a card, in which the cells flow over lines, each under its label."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect

from desktop.editors.rowslayout import CAPTION, SMALL, Layout, Measure, RowBox, TableBox
from desktop.editors.rowslines import Lines
from desktop.editors.rowsmodel import Sheet, Total

TITLE, WORDS = 30, 208  # px at 100 %: a total's label; the least width of a cell for words
WORDY = ("name", "text", "long_text")
Placed = Mapping[str, tuple[int, int]]


def lay_out(sheet: Sheet, width: int, measure: Measure) -> TableBox:
    """Everything's place in a width of pixels: lines where they fit, else cards."""
    lines = Lines(sheet, width, measure)
    return lines.table() if lines.fits else Cards(sheet, width, measure).table()


class Cards(Layout):
    """Lays a table out whose columns do not fit side by side."""

    def table(self) -> TableBox:
        """Everything's place."""
        flow = self._flow(tuple(self.sheet.columns))
        rows: list[RowBox] = []
        top = 0
        for at in range(len(self.sheet.rows)):
            rows.append(self._card(at, top, flow))
            top += rows[-1].rect.height()
        add = self.adding(top)
        top += add.height()
        totals: list[RowBox] = []
        for total in self.sheet.totals:
            totals.append(self._total(total, top))
            top += totals[-1].rect.height()
        return TableBox(True, {}, tuple(rows), add, tuple(totals), top)

    def _flow(self, names: tuple[str, ...]) -> list[Placed]:
        """The columns of each line."""
        least = {name: min(max(self._answered(name), self._captioned(name)), self.room) for name in names}
        lines: list[tuple[str, ...]] = [()]
        for name in names:
            if lines[-1] and sum(least[each] for each in lines[-1]) + least[name] > self.room:
                lines.append(())
            lines[-1] = (*lines[-1], name)
        return [self.spread(line, least) for line in lines]

    def _answered(self, name: str) -> int:
        return max(self.least[name], self.px(WORDS) if self.sheet.columns[name].kind in WORDY else 0)

    def _captioned(self, name: str) -> int:
        return self.measure.width(self.sheet.columns[name].label, SMALL) + self.px(16)

    def _card(self, at: int, top: int, flow: list[Placed]) -> RowBox:
        cells, captions, end = self._placed(flow, top + self.px(6), lambda name: self.sheet.text(at, name))
        said = self.said_height(at)
        return self.row_box(QRect(0, top, self.width, end + self.px(8) + said - top), cells, captions, said)

    def _total(self, total: Total, top: int) -> RowBox:
        flow = self._flow(tuple(name for name in self.sheet.columns if total.texts.get(name)))
        cells, captions, end = self._placed(flow, top + self.px(TITLE), lambda name: total.texts[name])
        box = self.row_box(QRect(0, top, self.width, end + self.px(4) - top), cells, captions, 0)
        label = QRect(self.left + self.px(4), top + 2, self.room, self.px(TITLE) - 2)
        return RowBox(box.rect, cells, captions, box.grip, box.remove, label)

    def _placed(
        self, flow: list[Placed], top: int, text: Callable[[str], str]
    ) -> tuple[dict[str, QRect], dict[str, QRect], int]:
        """Cells and captions from `top` on, and where they end."""
        cells: dict[str, QRect] = {}
        captions: dict[str, QRect] = {}
        for line in flow:
            height = self.line_height(line, text) if line else 0
            for name, (left, width) in line.items():
                captions[name] = QRect(left, top, width, self.px(CAPTION))
                cells[name] = QRect(left, top + self.px(CAPTION), width, height)
            top += height + (self.px(CAPTION) if line else 0)
        return cells, captions, top
