"""Where everything in a table lies: as a table where its columns fit, else as a card for every row. Measures in, rectangles out.

Decision: no column is ever narrower than its longest usual answer and no text is cut: cells wrap and rows grow; where the columns
do not fit, the cells of a row flow over several lines, each under its own label, and there is no scroll bar.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QRect

from desktop.editors.display import AMOUNTS
from desktop.editors.rowsmodel import Sheet
from forms.catalog.model import Column

GRIP, REMOVE, ROW, HEAD, PAD, CAPTION, TOTAL, ADD, EMPTY = 36, 40, 42, 48, 14, 20, 36, 40, 56  # px at 100 %
BODY, SMALL, SAID = 14, 12, 13  # px at 100 %: answers, labels, complaints
_LEAST: Mapping[str, int] = MappingProxyType(  # px at 100 %: the longest usual answer of a kind with its padding
    {"yen": 88, "integer": 96, "count": 72, "fraction": 84, "date": 160, "boolean": 84, "text": 108, "country": 128, "choice": 92}
)
_OTHERS = 120
_SPREADING: Mapping[str, int] = MappingProxyType({"text": 8, "name": 8, "long_text": 8, "person": 2, "half_kana": 2, "country": 4})


@dataclass(frozen=True)
class Measure:
    """How large things are: `scaled` pixels of the design; a text's height in a width, its width, an amount's width."""

    scaled: Callable[[float], int]
    height: Callable[[str, int, int, bool], int]
    width: Callable[[str, int], int]
    figures: Callable[[str], int]


@dataclass(frozen=True)
class RowBox:
    """One row or total: its rectangle, cells, captions over or beside some of them, grip, remover, the room for complaints or label."""

    rect: QRect
    cells: Mapping[str, QRect]
    captions: Mapping[str, QRect]
    grip: QRect
    remove: QRect
    said: QRect


@dataclass(frozen=True)
class TableBox:
    """The whole table; in cards there is no head."""

    is_cards: bool
    head: Mapping[str, QRect]
    rows: tuple[RowBox, ...]
    add: QRect
    totals: tuple[RowBox, ...]
    height: int


class Layout:
    """What tables and cards have in common."""

    def __init__(self, sheet: Sheet, width: int, measure: Measure) -> None:
        """For a width in pixels."""
        self.sheet, self.width, self.measure = sheet, width, measure
        self.px = measure.scaled
        self.left = self.px(PAD) if sheet.is_fixed else self.px(GRIP)
        self.room = width - self.left - (0 if sheet.is_fixed else self.px(REMOVE))
        self.least = {name: self._least(name, column) for name, column in sheet.columns.items()}

    def _least(self, name: str, column: Column) -> int:
        least = self.px(_LEAST.get(column.kind, _OTHERS))
        if column.kind in AMOUNTS:
            return max(least, max(map(self.measure.figures, self._figures(name)), default=0) + self.px(2 * PAD + 4))
        longest = max((self.measure.width(label, BODY) for label in column.choices.values()), default=0)
        return max(least, longest + self.px(4 * PAD) if longest else 0)

    def _figures(self, name: str) -> list[str]:
        """Amounts are never broken, so that their column is as wide as the longest of them."""
        rows = [self.sheet.text(at, name) for at in range(len(self.sheet.rows))]
        return rows + [total.texts.get(name, "") for total in self.sheet.totals]

    def spread(self, names: tuple[str, ...], least: Mapping[str, int]) -> dict[str, tuple[int, int]]:
        """Left edge and width of these columns side by side; what is over goes to those with long answers."""
        weights = {name: _SPREADING.get(self.sheet.columns[name].kind, 1) for name in names}
        over = max(self.room - sum(least[name] for name in names), 0)
        placed: dict[str, tuple[int, int]] = {}
        left, shared = self.left, 0
        for name in names:
            share = over * (shared + weights[name]) // sum(weights.values()) - over * shared // sum(weights.values())
            placed[name] = (left, least[name] + share)
            left, shared = left + least[name] + share, shared + weights[name]
        return placed

    def line_height(self, placed: Mapping[str, tuple[int, int]], text: Callable[[str], str]) -> int:
        """How high a line of cells is: its tallest text (amounts have one line), and no lower than a row."""
        pads = 2 * self.px(PAD)
        words = ((name, width) for name, (_, width) in placed.items() if self.sheet.columns[name].kind not in AMOUNTS)
        heights = (self.measure.height(text(name), width - pads, BODY, False) for name, width in words)
        return max(self.px(ROW), max(heights, default=0) + self.px(14))

    def said_height(self, row: int) -> int:
        """How much room the complaints of a row take."""
        room = self.width - self.left - self.px(PAD) - self.px(26)
        heights = [self.measure.height(text, room, SAID, True) + self.px(4) for _, text in self.sheet.said_of(row)]
        return sum(heights) + self.px(6) if heights else 0

    def row_box(self, rect: QRect, cells: Mapping[str, QRect], captions: Mapping[str, QRect], said: int) -> RowBox:
        """A row whose complaints take its lowest `said` pixels."""
        top, button = rect.top(), min(self.px(ROW), rect.height() - said)
        remove = self.px(REMOVE)
        return RowBox(
            rect,
            cells,
            captions,
            QRect(0, top, self.left, button),
            QRect(self.width - remove, top, remove, button),
            QRect(self.left, top + rect.height() - said, self.width - self.left - self.px(PAD), said),
        )

    def adding(self, top: int) -> QRect:
        """The line that adds a row; what is said while there is none."""
        if self.sheet.is_fixed and self.sheet.rows:
            return QRect(0, top, self.width, 0)
        return QRect(0, top, self.width, self.px(ADD if self.sheet.rows else EMPTY))
