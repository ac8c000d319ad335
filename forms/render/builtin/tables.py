"""A w:tbl from XML to a TableBox: the grid, the cells' content, margins, borders and row heights.

Columns stand as w:tblGrid says (Word writes there what it computed last); only a grid without widths is worked out here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from forms.render.builtin.borders import NOTHING, Borders, Edge, borders_of, settle
from forms.render.builtin.boxes import Piece, Slab, marks_of
from forms.render.builtin.celllooks import CellLook, CellLooks, exceptional
from forms.render.builtin.conditions import TableLook, switches
from forms.render.builtin.controls import around
from forms.render.builtin.ooxml import CELL, ROW, Element, attribute, child, children, flag, name, twips, unwrapped, val, whole
from forms.render.builtin.properties import Formats, TableContext
from forms.render.builtin.shapes import Placement
from forms.render.builtin.styles import Cascade, first, first_attribute, first_val
from forms.render.builtin.tablebox import Cell, Margins, Row, TableBox, fitted
from forms.render.builtin.tableplaces import placement
from forms.render.builtin.text import Area
from forms.render.builtin.upright import upright

SetColumn = Callable[[Element, Area], tuple[tuple[Slab, ...], float]]
MOST_COLUMNS = 63  # Word's own limit
LEAST_LENGTH, MOST_LENGTH = 24.0, 500.0  # of a vertical line, where no row is high, where it grows


@dataclass(frozen=True)
class _Found:
    """A cell in the XML: its place, how it takes part in a vertical merge, its element."""

    row: int
    column: int
    columns: int
    merge: str
    element: Element


class TableSetter:
    """Sets the tables of one document; `set_column` sets the blocks of a cell (and so inner tables)."""

    def __init__(self, formats: Formats, compatibility: int, set_column: SetColumn) -> None:
        self._formats, self._compatibility, self._set_column = formats, compatibility, set_column

    def table(self, element: Element, area: Area) -> TableBox:
        """Set one table in an area."""
        return _OneTable(element, area, self._formats, self._compatibility, self._set_column).box()


class _OneTable:
    """One table on its way from XML to box."""

    def __init__(self, element: Element, area: Area, formats: Formats, compatibility: int, set_column: SetColumn) -> None:
        self._area, self._formats, self._compatibility, self._set_column = area, formats, compatibility, set_column
        direct = child(element, "tblPr")
        self._style = val(direct, "tblStyle") or formats.styles.default("table")
        levels = formats.styles.levels(self._style, "tblPr")
        self._cascade: Cascade = levels if direct is None else (direct, *levels)
        rows = (item for item in unwrapped(element) if item.tag == ROW)
        self._rows = [item for item in rows if not flag(child(item, "trPr"), "hidden")]
        self._floats = _floats(element)
        self._looks = CellLooks(formats, self._style, self._cascade)
        self._areas: dict[tuple[float, tuple[str, ...]], Area] = {}
        self._controls = around(element, area.source.controls)
        self._found = list(self._cells())
        self._at = {(found.row, found.column): found for found in self._found}
        self._count = max((found.column + found.columns for found in self._found), default=0)
        self._widths = self._columns(element)
        self._look = TableLook(switches(first(self._cascade, "tblLook")), len(self._rows), len(self._widths))
        self._borders = self._table_borders()

    def box(self) -> TableBox:
        """The table with its content set and its rows as high as they must be."""
        starts = [found for found in self._found if found.merge != "continue"]
        cells = [self._cell(found, self._span(found)) for found in starts]
        grid = settle(cells, len(self._rows), len(self._widths), self._borders)
        rows = [self._row(item, grid.horizontal[index]) for index, item in enumerate(self._rows)]
        x = self._left()
        edges = [x]
        for width in self._widths:
            edges.append(edges[-1] + width)
        table = fitted(TableBox(tuple(edges), tuple(rows), tuple(cells), grid, self._floats, self._placement()))
        if not any(cell.direction for cell in cells):
            return table
        stood = (self._stand(table, cell, found) if cell.direction else cell for cell, found in zip(cells, starts, strict=True))
        return fitted(replace(table, cells=tuple(stood)))

    def _stand(self, table: TableBox, cell: Cell, found: _Found) -> Cell:
        """A cell with vertical text, whose lines are as long as the rows that it spans are high."""
        high = sum(row.height for row in table.rows[cell.row : cell.end]) - table.rows[cell.row].line
        length = max(high - cell.margins.top - cell.margins.bottom, LEAST_LENGTH)
        width = table.edges[cell.column + cell.columns] - table.edges[cell.column] - cell.margins.left - cell.margins.right
        context = self._context(self._look.conditions(found.row, found.column, found.columns))
        area = replace(self._area, width=length, in_cell=True, table=context, upright=cell.direction != "btLr")
        slabs, height = self._set_column(found.element, area)
        while height > width and area.width < MOST_LENGTH and not table.rows[cell.row].exact:
            # off the grid, then in a higher row (LibreOffice lets the text overlap the border, then cuts it off)
            area = replace(area, width=area.width * (1.0 if area.pitch else 1.25), pitch=0.0)
            slabs, height = self._set_column(found.element, area)
        drop = max(width - height, 0.0) * {"center": 0.5, "bottom": 1.0}.get(cell.align, 0.0)
        marks = upright(marks_of(slabs, 0.0, drop), width, area.width, cell.direction)
        piece = Piece(area.width, tuple(marks), footnotes=tuple(note for slab in slabs for note in slab.piece.footnotes))
        return replace(cell, slabs=(Slab(0.0, piece),), height=area.width, align="top")

    def _cells(self) -> Iterator[_Found]:
        for index, row in enumerate(self._rows):
            column = min(max(whole(val(child(row, "trPr"), "gridBefore")), 0), MOST_COLUMNS)
            for item in unwrapped(row):
                if item.tag == CELL:
                    properties = child(item, "tcPr")
                    span = min(max(whole(val(properties, "gridSpan"), 1), 1), MOST_COLUMNS)
                    merged = child(properties, "vMerge")
                    merge = "" if merged is None else attribute(merged, "val") or "continue"
                    yield _Found(index, column, span, self._real(merge, index, column), item)
                    column += span

    def _real(self, merge: str, row: int, column: int) -> str:
        """A continuation needs a cell to continue: in the first row it starts one."""
        return "restart" if merge == "continue" and row == 0 else merge

    def _span(self, found: _Found) -> int:
        """Over how many rows a cell reaches."""
        if not found.merge:
            return 1
        row = found.row + 1
        while (below := self._at.get((row, found.column))) is not None and below.merge == "continue":
            row += 1
        return row - found.row

    def _columns(self, element: Element) -> list[float]:
        widths = [twips(attribute(column, "w")) for column in children(child(element, "tblGrid"), "gridCol")]
        widths += [0.0] * (self._count - len(widths))
        if sum(widths) <= 0:
            return self._asked_widths(self._count)
        return widths

    def _asked_widths(self, count: int) -> list[float]:
        """Columns without a grid: as the cells of one column ask, the rest in equal parts."""
        asked = [0.0] * count
        for found in self._found:
            if found.columns == 1:
                width = child(child(found.element, "tcPr"), "tcW")
                if attribute(width, "type") in (None, "dxa"):
                    asked[found.column] = max(asked[found.column], twips(attribute(width, "w")))
        missing = asked.count(0.0)
        share = max(self._area.width - sum(asked), 0.0) / missing if missing else 0.0
        return [width or share for width in asked]

    def _left(self) -> float:
        """Where the grid begins; up to Word 2010 the text, later (and in a cell) the border stands on the margin."""
        free = self._area.width - sum(self._widths)
        justify = first_val(self._cascade, "jc")
        if justify == "center":
            return free / 2
        if justify in ("right", "end"):
            return free
        indent = twips(first_attribute(self._cascade, "tblInd", "w"))
        if self._compatibility < 15 and not self._area.in_cell:
            return indent - self._looks.margins.left
        return indent + self._borders.get("left", NOTHING).thickness / 2

    def _placement(self) -> Placement | None:
        """Where it stands beside the text; its text where the file says, its border outside of that (up to Word 2010)."""
        said = first(self._cascade, "tblpPr")
        hang = self._looks.margins.left if self._compatibility < 15 else 0.0
        return None if said is None else placement(said, hang)

    def _table_borders(self) -> Borders:
        found: dict[str, Edge] = {}
        for level in reversed(self._cascade):
            found |= borders_of(child(level, "tblBorders"))
        return found

    def _row(self, item: Element, above: tuple[Edge | None, ...]) -> Row:
        properties = child(item, "trPr")
        height = child(properties, "trHeight")
        return Row(
            height=0.0,
            minimum=twips(attribute(height, "val")),
            exact=attribute(height, "hRule") == "exact",
            whole=flag(properties, "cantSplit") or _holds_frame(item),
            header=flag(properties, "tblHeader"),
            keep=self._keeps_next(item),
            line=max((edge.thickness for edge in above if edge), default=0.0),
            empty=self._area.pitch or 12.0,
            controls=(*around(item, self._area.source.controls), *self._controls),
        )

    def _keeps_next(self, row: Element) -> bool:
        """Whether a row stays with the next: its first paragraph says so (Word asks every cell's)."""
        paragraph = next(row.iter(name("p")), None)
        return self._formats.keeps_next(child(paragraph, "pPr"), self._formats.styles.levels(self._style, "pPr"))

    def _cell(self, found: _Found, rows: int) -> Cell:
        properties, special = child(found.element, "tcPr"), child(self._rows[found.row], "tblPrEx")
        conditions = self._look.conditions(found.row, found.column, found.columns)
        look = self._looks.look(properties, special, conditions)
        slabs, height = self._set_column(found.element, self._room(found, look.margins, conditions)) if not look.direction else ((), 0.0)
        return Cell(
            row=found.row, column=found.column, rows=rows, columns=found.columns, slabs=slabs, height=height,
            margins=look.margins, align=look.align, fill=look.fill, borders=self._cell_borders(found, rows, look, special),
            direction=look.direction, controls=around(found.element, self._area.source.controls),
        )  # fmt: skip

    def _room(self, found: _Found, inner: Margins, conditions: tuple[str, ...]) -> Area:
        """The area that a cell's text is set in; one for all cells that are equally wide."""
        width = max(sum(self._widths[found.column : found.column + found.columns]) - inner.left - inner.right, 1.0)
        key = width, conditions
        if key not in self._areas:
            self._areas[key] = replace(self._area, width=width, table=self._context(conditions), in_cell=True, upright=False)
        return self._areas[key]

    def _cell_borders(self, found: _Found, rows: int, look: CellLook, special: Element | None) -> Borders:
        ends = {"left": found.column == 0, "right": found.column + found.columns >= self._count}
        borders = {**exceptional(special, ends), **look.borders} if special is not None else look.borders
        if rows > 1:  # the lower edge of a merged cell is said in its last row
            last = self._at[found.row + rows - 1, found.column]
            below = borders_of(child(child(last.element, "tcPr"), "tcBorders"))
            return {**borders, "bottom": below["bottom"]} if "bottom" in below else borders
        return borders

    def _context(self, conditions: tuple[str, ...]) -> TableContext:
        return self._formats.context(self._style, conditions)


def _floats(table: Element) -> bool:
    """Whether a table stands beside the text: by its own properties or, in older files, by its paragraphs'."""
    return next(table.iter(name("tblpPr"), name("framePr")), None) is not None


def _holds_frame(row: Element) -> bool:
    """Whether a floating table stands in a row: it keeps the row on one page (LibreOffice)."""
    return any(_floats(inner) for inner in row.iter(name("tbl")))
