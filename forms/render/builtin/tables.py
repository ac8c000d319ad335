"""A w:tbl from XML to a TableBox: the grid, the cells' content, margins, borders and row heights.

Columns stand as w:tblGrid says (Word writes there what it computed last); only a grid without widths is worked out here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from forms.render.builtin.borders import NOTHING, Borders, Edge, borders_of, settle
from forms.render.builtin.boxes import Piece, Slab, marks_of
from forms.render.builtin.colors import shade
from forms.render.builtin.controls import around
from forms.render.builtin.ooxml import Element, attribute, child, children, flag, hexadecimal, name, twips, unwrapped, val, whole
from forms.render.builtin.properties import Formats, TableContext
from forms.render.builtin.shapes import Placement
from forms.render.builtin.styles import Cascade, first, first_attribute, first_val
from forms.render.builtin.tablebox import Cell, Margins, Row, TableBox, fitted
from forms.render.builtin.tablemargins import margins
from forms.render.builtin.tableplaces import placement
from forms.render.builtin.text import Area
from forms.render.builtin.upright import upright

SetColumn = Callable[[Element, Area], tuple[tuple[Slab, ...], float]]
LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
MOST_COLUMNS = 63  # Word's own limit
SIDES = ("top", "left", "bottom", "right")
UPRIGHT = ("tbRl", "tbRlV", "btLr", "tbLrV")
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
        rows = (item for item in unwrapped(element) if item.tag == name("tr"))
        self._rows = [item for item in rows if not flag(child(item, "trPr"), "hidden")]
        self._look = _look(first(self._cascade, "tblLook"))
        self._floats = _floats(element)
        self._contexts: dict[tuple[str, ...], TableContext] = {}
        self._cell_margins = [box for level in self._cascade for box in children(level, "tblCellMar")]
        self._plain_margins = margins(self._cell_margins)
        self._controls = around(element, area.source.controls)
        self._found = list(self._cells())
        self._at = {(found.row, found.column): found for found in self._found}
        self._count = max((found.column + found.columns for found in self._found), default=0)
        self._widths = self._columns(element)
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
        context = self._context(self._conditions(found))
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
                if item.tag == name("tc"):
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
            return indent - self._margins(()).left
        return indent + self._borders.get("left", NOTHING).thickness / 2

    def _placement(self) -> Placement | None:
        """Where it stands beside the text; its text where the file says, its border outside of that (up to Word 2010)."""
        said = first(self._cascade, "tblpPr")
        hang = self._margins(()).left if self._compatibility < 15 else 0.0
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
        properties = child(found.element, "tcPr")
        conditions = self._conditions(found)
        levels: Cascade = () if properties is None else (properties,)
        for condition in conditions:
            levels += self._formats.styles.conditional(self._style, condition, "tcPr")
        levels += self._formats.styles.levels(self._style, "tcPr")
        special = child(self._rows[found.row], "tblPrEx")
        inner = self._margins(levels if special is None else (*levels, special))
        width = sum(self._widths[found.column : found.column + found.columns]) - inner.left - inner.right
        area = replace(self._area, width=max(width, 1.0), table=self._context(conditions), in_cell=True, upright=False)
        direction = first_val(levels, "textDirection") or ""
        direction = direction if direction in UPRIGHT else ""
        slabs, height = self._set_column(found.element, area) if not direction else ((), 0.0)
        return Cell(
            row=found.row, column=found.column, rows=rows, columns=found.columns, slabs=slabs, height=height,
            margins=inner, align=first_val(levels, "vAlign") or "top", fill=shade(first(levels, "shd")),
            borders=self._cell_borders(found, rows, levels, special), direction=direction,
            controls=around(found.element, self._area.source.controls),
        )  # fmt: skip

    def _cell_borders(self, found: _Found, rows: int, levels: Cascade, special: Element | None) -> Borders:
        borders = self._exceptional(found, special)
        for level in reversed(levels):
            borders |= borders_of(child(level, "tcBorders"))
        if rows > 1:  # the lower edge of a merged cell is said in its last row
            last = self._at[found.row + rows - 1, found.column]
            below = borders_of(child(child(last.element, "tcPr"), "tcBorders"))
            borders |= {"bottom": below["bottom"]} if "bottom" in below else {}
        return borders

    def _exceptional(self, found: _Found, special: Element | None) -> dict[str, Edge]:
        """The borders that a row has otherwise than its table (`special`, its w:tblPrEx)."""
        if special is None:
            return {}
        said = borders_of(child(special, "tblBorders"))
        ends = {"left": found.column == 0, "right": found.column + found.columns >= self._count}
        sides = {side: side if ends.get(side, True) else "insideV" for side in SIDES}
        return {side: said[name] for side, name in sides.items() if name in said}

    def _margins(self, levels: Cascade) -> Margins:
        own = [box for tag in ("tcMar", "tblCellMar") for level in levels for box in children(level, tag)]
        return margins([*own, *self._cell_margins]) if own else self._plain_margins

    def _context(self, conditions: tuple[str, ...]) -> TableContext:
        if conditions not in self._contexts:
            self._contexts[conditions] = self._conditional(conditions)
        return self._contexts[conditions]

    def _conditional(self, conditions: tuple[str, ...]) -> TableContext:
        styles = self._formats.styles
        paragraph, run = (
            tuple(level for condition in conditions for level in styles.conditional(self._style, condition, tag))
            + styles.levels(self._style, tag)
            for tag in ("pPr", "rPr")
        )
        return TableContext(paragraph, run)

    def _conditions(self, found: _Found) -> tuple[str, ...]:
        """The conditional formats of the table style that hold for a cell, the most specific first."""
        look, last_row, last_column = self._look, len(self._rows) - 1, len(self._widths)
        top, bottom = found.row == 0 and look["firstRow"], found.row == last_row and look["lastRow"]
        left = found.column == 0 and look["firstColumn"]
        right = found.column + found.columns == last_column and look["lastColumn"]
        bands = ("band1Horz", "band2Horz")[(found.row - int(look["firstRow"])) % 2]
        named = (
            ("nwCell", top and left), ("neCell", top and right), ("swCell", bottom and left), ("seCell", bottom and right),
            ("firstRow", top), ("lastRow", bottom), ("firstCol", left), ("lastCol", right),
            (bands, not look["noHBand"] and not top and not bottom),
        )  # fmt: skip
        return tuple(condition for condition, holds in named if holds)


def _floats(table: Element) -> bool:
    """Whether a table stands beside the text: by its own properties or, in older files, by its paragraphs'."""
    return next(table.iter(name("tblpPr"), name("framePr")), None) is not None


def _holds_frame(row: Element) -> bool:
    """Whether a floating table stands in a row: it keeps the row on one page (LibreOffice)."""
    return any(_floats(inner) for inner in row.iter(name("tbl")))


def _look(element: Element | None) -> dict[str, bool]:
    """The switches of w:tblLook, written as attributes or, by older Word, as a bit field."""
    bits = hexadecimal(attribute(element, "val"))
    said = {which: attribute(element, which) for which in LOOK_BITS}
    return {
        which: bool(bits & LOOK_BITS[which]) if value is None else value in ("1", "true", "on") for which, value in said.items()
    }
