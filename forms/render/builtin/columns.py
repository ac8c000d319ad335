"""Blocks one below the other: the body, a header, a cell. Where paragraphs and tables call each other.

Decision: a cell's content becomes a flat column of slabs; an inner table gives one slab for each group of rows that merged
cells do not tie together.
"""

from collections.abc import Iterator, Sequence

from forms.render.builtin.boxes import Piece, Slab
from forms.render.builtin.figures import Figures
from forms.render.builtin.floats import inner_spot
from forms.render.builtin.footnotes import Footnotes
from forms.render.builtin.inline import Tools
from forms.render.builtin.numbering import Numbering
from forms.render.builtin.ooxml import Element, local, unwrapped
from forms.render.builtin.package import Package
from forms.render.builtin.paragraphs import ParagraphBox, Typesetter, reconciled
from forms.render.builtin.properties import Formats
from forms.render.builtin.tablebox import TableBox, part_above
from forms.render.builtin.tables import TableSetter
from forms.render.builtin.text import Area
from forms.render.builtin.wrapping import Obstacles

Block = ParagraphBox | TableBox


class Setter:
    """Sets the blocks of one document, in document order."""

    def __init__(self, package: Package) -> None:
        formats = Formats(package)
        self.footnotes = Footnotes(package, self.column)
        tools = Tools(package.notes, Figures(package, self.column).atoms, self.footnotes.call)
        self._paragraphs = Typesetter(formats, Numbering(package.numbering, formats.styles), package, tools)
        self._tables = TableSetter(formats, package.compatibility, self.column)

    def blocks(self, elements: Sequence[Element], area: Area) -> list[Block]:
        """Set paragraphs and tables, the space between paragraphs settled."""
        found: list[Block] = []
        for item in elements:
            block = self._block(item, area)
            if block is None:
                continue
            if found and isinstance(found[-1], ParagraphBox) and isinstance(block, ParagraphBox):
                found[-1], block = reconciled(found[-1], block)
            found.append(block)
        if area.in_cell and len(found) > 1 and _beside(found[-2], found[-1]):
            found.pop()
        return found

    def _block(self, item: Element, area: Area) -> Block | None:
        if local(item) == "p":
            return self._paragraphs.paragraph(item, area)
        return self._tables.table(item, area) if local(item) == "tbl" else None

    def column(self, holder: Element, area: Area) -> tuple[tuple[Slab, ...], float]:
        """The content of a cell, header or footer as slabs, and its height."""
        return stacked(self.blocks(list(unwrapped(holder)), area))


def _beside(above: Block, last: Block) -> bool:
    """Whether the last paragraph of a cell is an empty one beside a floating table: it takes no room of its own."""
    if not isinstance(above, TableBox) or not isinstance(last, ParagraphBox):
        return False
    return above.floats and not any(line.items for line in last.lines)


def stacked(blocks: Sequence[Block]) -> tuple[tuple[Slab, ...], float]:
    """Put blocks one below the other; the height includes the space after the last."""
    slabs: list[Slab] = []
    obstacles = Obstacles()
    y = 0.0
    for block in blocks:
        if isinstance(block, ParagraphBox):
            y += block.before
            block = obstacles.wrapped(block, 0.0, y, inner_spot)
        for piece in _pieces(block):
            slabs.append(Slab(y, piece))
            y += piece.height
        y += block.after if isinstance(block, ParagraphBox) else 0.0
    return tuple(slabs), y


def _pieces(block: Block) -> Iterator[Piece]:
    if isinstance(block, ParagraphBox):
        yield from block.pieces()
        return
    rest: TableBox | None = block
    while rest is not None:
        head, rest = _first_group(rest)
        yield Piece(head.height if rest is None else head.height - head.bottom_line, tuple(head.marks()))


def _first_group(table: TableBox) -> tuple[TableBox, TableBox | None]:
    """The rows from the top that merged cells tie together, and the rest."""
    end = 1
    while any(cell.row < end < cell.end for cell in table.cells):
        end += 1
    if end >= len(table.rows):
        return table, None
    return part_above(table, end)
