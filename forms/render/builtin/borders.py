"""Which line stands on each edge of a table's grid when cells, table and style disagree.

Rule [ECMA-376 17.4.66]: between two cells the heavier line wins, a line that is said not to be there loses to one that is; a
cell's own border wins over the table's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Protocol

from forms.render.builtin.colors import color_of
from forms.render.builtin.ooxml import Element, attribute, local, number

OUTER = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV", "tl2br", "tr2bl")
DIAGONALS = ("tl2br", "tr2bl")  # from the top left, from the top right corner
OTHER_NAMES = {"left": "start", "right": "end"}


@dataclass(frozen=True, slots=True)
class Edge:
    """A line on the grid; width in points of one of its strokes, 0 for a line said to be absent."""

    style: str
    width: float
    color: str

    @property
    def thickness(self) -> float:
        """What it takes up: a double line is two strokes and the gap."""
        return self.width * (3 if self.style == "double" else 1)


NOTHING = Edge("none", 0.0, "000000")
Borders = Mapping[str, Edge]


def borders_of(element: Element | None) -> Borders:
    """The edges that a w:tblBorders or w:tcBorders speaks of, by side."""
    said = {} if element is None else {local(line): line for line in reversed(element)}  # of two of a name the first counts
    names = {side: side if side in said else OTHER_NAMES.get(side, side) for side in SIDES}
    return {side: _edge(said[name]) for side, name in names.items() if name in said}


def _edge(line: Element) -> Edge:
    style = attribute(line, "val") or "single"
    if style in ("nil", "none"):
        return NOTHING
    width = max(number(attribute(line, "sz"), 4) / 8, 0.25)
    return Edge(style, width, color_of(attribute(line, "color")) or "000000")


class Bordered(Protocol):
    """A cell as this module sees it: its place in the grid and its own borders."""

    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def rows(self) -> int: ...
    @property
    def columns(self) -> int: ...
    @property
    def borders(self) -> Borders: ...


@dataclass(frozen=True)
class Grid:
    """The edges of a table: horizontal[r][c] above row r, vertical[r][c] left of column c; None inside merged cells."""

    horizontal: tuple[tuple[Edge | None, ...], ...]
    vertical: tuple[tuple[Edge | None, ...], ...]


def settle(cells: Sequence[Bordered], rows: int, columns: int, table: Borders) -> Grid:
    """The edges of a table with these cells."""
    owners = _owners(cells, rows, columns)
    level, upright = partial(_between, sides=("bottom", "top"), table=table), partial(_between, sides=("right", "left"), table=table)
    rims: list[list[Bordered | None]] = [[None] * columns, *owners, [None] * columns]
    horizontal = tuple(tuple(map(level, above, below)) for above, below in pairwise(rims))
    vertical = tuple(tuple(map(upright, (None, *row), (*row, None))) for row in owners)
    return Grid(horizontal, vertical)


def _owners(cells: Sequence[Bordered], rows: int, columns: int) -> list[list[Bordered | None]]:
    """Which cell covers each place of the grid."""
    owners: list[list[Bordered | None]] = [[None] * columns for _ in range(rows)]
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.rows, rows)):
            for column in range(cell.column, min(cell.column + cell.columns, columns)):
                owners[row][column] = cell
    return owners


def _between(before: Bordered | None, after: Bordered | None, sides: tuple[str, str], table: Borders) -> Edge | None:
    """The edge between two neighbours, the first above or left of the second; None outside the table or inside a cell."""
    if before is after:
        return None
    if before is None or after is None:
        return _rim(before, sides[0], table) or _rim(after, sides[1], table)
    inner = table.get(OUTER[sides[0]], NOTHING)
    one, other = before.borders.get(sides[0], inner), after.borders.get(sides[1], inner)
    return one if one is other or one.thickness >= other.thickness else other


def _rim(cell: Bordered | None, side: str, table: Borders) -> Edge | None:
    """The edge on the table's outside; None without a cell."""
    return None if cell is None else cell.borders.get(side) or table.get(side, NOTHING)
