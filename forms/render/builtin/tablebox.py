"""A set table: its rows as high as content, wishes and merged cells need, and its marks; see tablecut for where a page ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from forms.render.builtin.borders import DIAGONALS, Borders, Edge, Grid
from forms.render.builtin.boxes import Fill, Floating, Footnote, Mark, Place, Rule, Slab, marks_of, moved
from forms.render.builtin.controls import Control
from forms.render.builtin.shapes import Placement

SLACK = 0.01
LEAST_BESIDE = 28.0  # points of text beside a floating table


@dataclass(frozen=True, slots=True)
class Margins:
    """A cell's inner margins in points."""

    top: float
    left: float
    bottom: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its height as fitted, what it asks for, and the thickness of the line above it (part of the height)."""

    height: float
    minimum: float
    exact: bool
    whole: bool
    header: bool
    keep: bool
    line: float
    empty: float
    controls: tuple[Control, ...] = ()  # the content controls that hold it whole


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `rows` × `columns` places of the grid with its content as a column of slabs."""

    row: int
    column: int
    rows: int
    columns: int
    slabs: tuple[Slab, ...]
    height: float
    margins: Margins
    align: str
    fill: str
    borders: Borders
    direction: str = ""  # of vertical text, as Word names it
    controls: tuple[Control, ...] = ()  # the content controls that hold it whole

    @property
    def need(self) -> float:
        """The height of the content with its margins."""
        return self.height + self.margins.top + self.margins.bottom

    @property
    def end(self) -> int:
        """The first row below the cell."""
        return self.row + self.rows


@dataclass(frozen=True)
class TableBox:
    """A table; `edges` are the x of the column boundaries in its area."""

    edges: tuple[float, ...]
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...]
    grid: Grid
    floats: bool = False  # the file wants text beside it
    placement: Placement | None = None  # where, if it says so

    @property
    def bottom_line(self) -> float:
        """The thickness of the line below the last row."""
        return thickest(self.grid.horizontal[-1])

    @property
    def height(self) -> float:
        """Everything, the last line included."""
        return sum(row.height for row in self.rows) + self.bottom_line

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes that its cells call."""
        return tuple(note for cell in self.cells for slab in cell.slabs for note in slab.piece.footnotes)

    def floating(self) -> Floating | None:
        """The table as a floating thing; None where the file does not place it."""
        place = self.placement
        if place is None:
            return None
        width = self.edges[-1] - self.edges[0]
        marks = tuple(moved(mark, -self.edges[0], 0.0) for mark in self.marks())
        return Floating(width, self.height, place.across, place.down, marks, "square", gaps=place.gaps, layer=0)

    @property
    def headers(self) -> int:
        """How many rows from the top repeat on every page."""
        return next((index for index, row in enumerate(self.rows) if not row.header), 0)

    @property
    def lead_height(self) -> float:
        """The height of the rows from the top that stay together."""
        free = next((index for index, row in enumerate(self.rows) if not row.keep), len(self.rows))
        return sum(row.height for row in self.rows[: free + 1])

    def tops(self) -> list[float]:
        """The y of every row boundary, from 0."""
        return list(accumulate((row.height for row in self.rows), initial=0.0))

    def marks(self) -> list[Mark]:
        """The whole table at its place, its top at 0: fills, then content, then lines."""
        tops = self.tops()
        content = [mark for cell in self.cells for mark in self._content(cell, tops)]
        return [*self._fills(tops), *content, *self._diagonals(tops), *self._lines(tops), *self._places(tops)]

    def _places(self, tops: list[float]) -> Iterator[Place]:
        """Where content controls hold whole rows or cells."""
        for row, top in zip(self.rows, tops, strict=False):
            for control in row.controls:
                yield Place(self.edges[0], top, self.edges[-1] - self.edges[0], row.height, control)
        for cell in self.cells:
            left, top = self.edges[cell.column], tops[cell.row]
            for control in cell.controls:
                yield Place(left, top, self.edges[cell.column + cell.columns] - left, tops[cell.end] - top, control)

    def _fills(self, tops: list[float]) -> Iterator[Mark]:
        for cell in self.cells:
            if cell.fill:
                left, right = self.edges[cell.column], self.edges[cell.column + cell.columns]
                yield Fill(left, tops[cell.row], right - left, tops[cell.end] - tops[cell.row], cell.fill)

    def _content(self, cell: Cell, tops: list[float]) -> list[Mark]:
        line = self.rows[cell.row].line
        free = tops[cell.end] - tops[cell.row] - line - cell.need
        drop = max(free, 0.0) * {"center": 0.5, "bottom": 1.0}.get(cell.align, 0.0)
        return marks_of(cell.slabs, self.edges[cell.column] + cell.margins.left, tops[cell.row] + line + cell.margins.top + drop)

    def _diagonals(self, tops: list[float]) -> Iterator[Mark]:
        for cell in self.cells:
            ends = self.edges[cell.column], self.edges[cell.column + cell.columns]
            for which, (start, end) in zip(DIAGONALS, (ends, ends[::-1]), strict=True):
                edge = cell.borders.get(which)
                if edge is not None and edge.width:
                    yield Rule(start, tops[cell.row], end, tops[cell.end], edge.style, edge.width, edge.color)

    def _lines(self, tops: list[float]) -> Iterator[Mark]:
        for index, (y, row) in enumerate(zip(tops, self.grid.horizontal, strict=True)):
            for start, end, edge in _runs(row):
                middle = y + edge.thickness / 2  # a row's height begins with the line above it
                left, right = self.edges[start] - self._half(start, index), self.edges[end] + self._half(end, index)
                yield Rule(left, middle, right, middle, edge.style, edge.width, edge.color)
        for column in range(len(self.edges)):
            x = self.edges[column]
            for start, end, edge in _runs(tuple(row[column] for row in self.grid.vertical)):
                yield Rule(x, tops[start], x, tops[end], edge.style, edge.width, edge.color)

    def _half(self, column: int, row: int) -> float:
        """Half the thickness of the upright lines that meet a level one there: it fills the corner."""
        meeting = [line[column] for line in self.grid.vertical[max(row - 1, 0) : row + 1]]
        return max((edge.thickness / 2 for edge in meeting if edge), default=0.0)


def thickest(line: tuple[Edge | None, ...]) -> float:
    return max((edge.thickness for edge in line if edge), default=0.0)


def _runs(edges: tuple[Edge | None, ...]) -> Iterator[tuple[int, int, Edge]]:
    """(first, end, edge) of neighbouring equal edges: one stroke each, so that dashes run through."""
    start = 0
    for index in range(1, len(edges) + 1):
        if index == len(edges) or edges[index] != edges[start]:
            edge = edges[start]
            if edge is not None and edge.width:
                yield start, index, edge
            start = index


def fitted(table: TableBox) -> TableBox:
    """The table with its rows as high as content, heights asked for and merged cells need."""
    needs: dict[int, float] = {}  # of cells in one row
    for cell in table.cells:
        if cell.rows == 1:
            needs[cell.row] = max(needs.get(cell.row, 0.0), cell.need)
    covered = {row for cell in table.cells for row in range(cell.row, cell.end)}
    heights = [_row_height(row, needs.get(index), covered=index in covered) for index, row in enumerate(table.rows)]
    for cell in table.cells:
        if cell.rows > 1 and not table.rows[cell.end - 1].exact:
            missing = cell.need + table.rows[cell.row].line - sum(heights[cell.row : cell.end])
            heights[cell.end - 1] += max(missing, 0.0)
    rows = (replace(row, height=height) for row, height in zip(table.rows, heights, strict=True))
    return replace(table, rows=tuple(rows))


def _row_height(row: Row, need: float | None, *, covered: bool) -> float:
    """The height of a row whose own cells need so much (none: there are only merged ones, which cover it, or none at all)."""
    if row.exact and row.minimum:
        return row.minimum
    if need is None and not row.minimum:
        return row.line if covered else row.empty
    return max((need or 0.0) + row.line, row.minimum)
