"""A set table cut in two where a page ends.

Decision: cutting gives two whole tables (the rest's rows are fitted anew), so that the flow needs to know nothing but "head"
and "tail", whatever is merged across the cut.
"""

from dataclasses import replace

from forms.render.builtin.borders import Edge, Grid
from forms.render.builtin.boxes import Slab
from forms.render.builtin.tablebox import SLACK, Cell, TableBox, fitted, thickest


def split(table: TableBox, room: float, *, keep: bool = True) -> tuple[TableBox | None, TableBox | None]:
    """The part that fits in `room` points and the rest; either may be missing.

    With `keep`, rows that stay with the next one do so, even if nothing is left above the cut.
    """
    if table.height <= room + SLACK:
        return table, None
    tops = table.tops()
    bottoms = [top + thickest(line) for top, line in zip(tops, table.grid.horizontal, strict=True)]
    fits = max((index for index, bottom in enumerate(bottoms) if bottom <= room + SLACK), default=0)
    if _may_be_cut(table, fits, room - tops[fits]):
        return _cut(table, fits, room - tops[fits])
    while keep and fits and table.rows[fits - 1].keep:
        fits -= 1
    return _cut(table, fits, 0.0) if fits else (None, table)


def force_split(table: TableBox, room: float) -> tuple[TableBox, TableBox | None]:
    """Cut a table whose first row does not fit on a whole page, through that row whatever it and its lines say."""
    table = replace(table, cells=tuple(_loosened(cell) for cell in table.cells))
    if table.rows[0].exact or not any(_head(cell, _inner(table, cell, room)) for cell in table.cells if cell.row == 0):
        return (table, None) if len(table.rows) == 1 else _both(_cut(table, 1, 0.0))
    return _both(_cut(table, 0, room))


def _loosened(cell: Cell) -> Cell:
    """The cell with lines that may all be parted."""
    return replace(cell, slabs=tuple(replace(slab, piece=replace(slab.piece, binds=False)) for slab in cell.slabs))


def _both(parts: tuple[TableBox | None, TableBox | None]) -> tuple[TableBox, TableBox | None]:
    head, tail = parts
    assert head is not None
    return head, tail


def _may_be_cut(table: TableBox, row: int, room: float) -> bool:
    """Whether a row may be parted: each of its cells must have a line above the cut, and something must remain."""
    if table.rows[row].whole or table.rows[row].exact or table.rows[row].header:
        return False
    if table.rows[row].minimum > (room if row == 0 else table.rows[row].height - 2 * SLACK):
        return False  # LibreOffice: a first row needs the height that it asks for, another more content than that
    cells = [cell for cell in table.cells if cell.row == row and cell.rows == 1 and cell.slabs]
    tops = table.tops()
    return (
        bool(cells)
        and all(_head(cell, _inner(table, cell, room)) for cell in cells)
        and any(len(_head(cell, _inner(table, cell, room))) < len(cell.slabs) for cell in cells)
        and room < tops[row + 1] - tops[row]
    )


def _inner(table: TableBox, cell: Cell, room: float) -> float:
    return room - table.rows[cell.row].line - cell.margins.top - cell.margins.bottom


def _head(cell: Cell, room: float) -> tuple[Slab, ...]:
    """The slabs of a cell that end within `room` of the content's top and may be parted from the rest."""
    count = 0
    while count < len(cell.slabs) and cell.slabs[count].bottom - cell.slabs[count].piece.overhang <= room + SLACK:
        count += 1
    while 0 < count < len(cell.slabs) and cell.slabs[count - 1].piece.binds:
        count -= 1
    return cell.slabs[:count]


def _cut(table: TableBox, row: int, room: float) -> tuple[TableBox, TableBox]:
    """Part the table above `row` (room 0) or that much below its top."""
    tops = table.tops()
    head_rows = row + (room > 0)
    heads, tails = [], []
    for cell in table.cells:
        above, below = _cut_cell(table, cell, row, head_rows, tops[row] - tops[cell.row] + room if cell.row <= row else 0.0)
        heads += [above] if above else []
        tails += [below] if below else []
    head = TableBox(table.edges, table.rows[:head_rows], tuple(heads), _grid(table.grid, 0, head_rows))
    if room > 0:
        head = replace(head, rows=(*head.rows[:-1], replace(head.rows[-1], height=room)))
    rest = list(table.rows[row:])
    if room > 0 and not rest[0].exact:
        rest[0] = replace(rest[0], minimum=0.0)
    tail = TableBox(table.edges, tuple(rest), tuple(tails), _grid(table.grid, row, len(table.rows)))
    return head, fitted(tail)


def _cut_cell(table: TableBox, cell: Cell, row: int, head_rows: int, room: float) -> tuple[Cell | None, Cell | None]:
    """A cell's share in head and tail of a cut."""
    if cell.end <= row:
        return cell, None
    if cell.row >= head_rows:
        return None, replace(cell, row=cell.row - row)
    above = _head(cell, _inner(table, cell, room))
    below = _pulled_up(cell.slabs[len(above) :])
    left = max(cell.height - cell.slabs[len(above)].top, 0.0) if below else 0.0
    head = replace(cell, rows=head_rows - cell.row, slabs=above, height=above[-1].bottom if above else 0.0)
    tail = replace(cell, row=max(cell.row - row, 0), rows=cell.end - max(cell.row, row), slabs=below, height=left)
    return (head if head.rows > 0 else None), tail


def _pulled_up(slabs: tuple[Slab, ...]) -> tuple[Slab, ...]:
    return tuple(replace(slab, top=slab.top - slabs[0].top) for slab in slabs)


def _grid(grid: Grid, start: int, end: int) -> Grid:
    """The edges of rows start to end; a cut through merged cells is closed with the table's own line above or below."""
    horizontal = list(grid.horizontal[start : end + 1])
    horizontal[0] = _closed(horizontal[0], grid.horizontal[0])
    horizontal[-1] = _closed(horizontal[-1], grid.horizontal[-1])
    return Grid(tuple(horizontal), grid.vertical[start:end])


def _closed(row: tuple[Edge | None, ...], outer: tuple[Edge | None, ...]) -> tuple[Edge | None, ...]:
    return tuple(edge if edge and edge.width else spare for edge, spare in zip(row, outer, strict=True))


def part_above(table: TableBox, row: int) -> tuple[TableBox, TableBox]:
    """The rows above and those from `row` on, as tables of their own."""
    return _cut(table, row, 0.0)
