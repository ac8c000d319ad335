"""Blocks one below the other: the body, a header, a cell. Where paragraphs and tables call each other.

Decision: a cell's content becomes a flat column of slabs; an inner table gives one slab for each group of rows that merged
cells do not tie together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from forms.render.builtin.boxes import Atom, Piece, Slab
from forms.render.builtin.figures import Figures
from forms.render.builtin.floats import inner_spot
from forms.render.builtin.footnotes import Footnotes
from forms.render.builtin.frames import frame_atom, frame_width, same_frame
from forms.render.builtin.inline import Tools
from forms.render.builtin.memory import Recollection
from forms.render.builtin.numbering import Numbering
from forms.render.builtin.ooxml import PARAGRAPH, TABLE, Element, unwrapped
from forms.render.builtin.package import Package
from forms.render.builtin.paragraphs import ParagraphBox, Typesetter, reconciled
from forms.render.builtin.properties import formats_of
from forms.render.builtin.tablebox import TableBox
from forms.render.builtin.tablecut import part_above
from forms.render.builtin.tables import TableSetter
from forms.render.builtin.text import Area
from forms.render.builtin.wrapping import Obstacles

Block = ParagraphBox | TableBox
Column = tuple[tuple[Slab, ...], float]  # and its height


class Setter:
    """Sets the blocks of one document, in document order."""

    def __init__(self, package: Package) -> None:
        formats = formats_of(package.styles, package.theme)
        self.footnotes = Footnotes(package, self.column)
        tools = Tools(package.notes, Figures(package, self.column).atoms, self.footnotes.call)
        self._paragraphs = Typesetter(formats, Numbering(package.numbering, formats.styles), package, tools)
        self._tables = TableSetter(formats, package.compatibility, self.column)
        self._known = Recollection(package, formats)

    def blocks(self, elements: Sequence[Element], area: Area) -> list[Block]:
        """Set paragraphs and tables, the space between paragraphs settled."""
        found: list[Block] = []
        for items in self._grouped(elements, area):
            block = self._block(items, area)
            if block is None:
                continue
            if found and isinstance(found[-1], ParagraphBox) and isinstance(block, ParagraphBox):
                found[-1], block = reconciled(found[-1], block)
            found.append(block)
        if area.in_cell and len(found) > 1 and _beside(found[-2], found[-1]):
            found.pop()
        return found

    def _grouped(self, elements: Sequence[Element], area: Area) -> Iterator[list[Element]]:
        """Each block, a paragraph with the framed ones before it that it carries."""
        framed: list[Element] = []
        for item in elements:
            if self._frame(item, area) is not None:
                framed.append(item)
            elif item.tag == PARAGRAPH:
                yield [*framed, item]
                framed = []
            else:  # nothing to anchor them in: they are set in their place
                yield from ([one] for one in framed)
                yield [item]
                framed = []
        yield from ([one] for one in framed)

    def _frame(self, item: Element, area: Area) -> Element | None:
        return None if area.in_cell or item.tag != PARAGRAPH else self._paragraphs.frame(item)

    def _block(self, items: list[Element], area: Area) -> Block | None:
        kind = items[-1].tag
        if kind == TABLE:
            return self._known.of(items[-1], area, self._tables.table, TableBox)
        if kind != PARAGRAPH:
            return None
        if len(items) == 1 and not area.in_cell:
            return self._known.of(items[-1], area, self._paragraphs.paragraph, ParagraphBox)
        return self._paragraphs.paragraph(items[-1], area, self._frames(items[:-1], area))

    def _frames(self, items: Sequence[Element], area: Area) -> list[Atom]:
        """The framed paragraphs as anchors."""
        atoms = []
        rest = list(items)
        while rest:
            frame = self._paragraphs.frame(rest[0])
            assert frame is not None
            group = list(takewhile(partial(self._same, frame), rest))
            inner = replace(area, width=frame_width(frame, area.width))
            slabs, height = stacked([self._paragraphs.paragraph(item, inner) for item in group])
            atoms.append(frame_atom(frame, slabs, height, self._paragraphs.mark(group[0], area)))
            rest = rest[len(group) :]
        return atoms

    def _same(self, frame: Element, item: Element) -> bool:
        own = self._paragraphs.frame(item)
        return own is not None and same_frame(own, frame)

    def column(self, holder: Element, area: Area) -> Column:
        """The content of a cell, header or footer as slabs, and its height."""
        return self._known.of(holder, area, self._column, tuple) if area.in_cell else self._column(holder, area)

    def _column(self, holder: Element, area: Area) -> Column:
        return stacked(self.blocks(list(unwrapped(holder)), area))


def _beside(above: Block, last: Block) -> bool:
    """Whether the last paragraph of a cell is an empty one beside a floating table: it takes no room of its own."""
    if not isinstance(above, TableBox) or not isinstance(last, ParagraphBox):
        return False
    return above.floats and not any(line.items for line in last.lines)


def stacked(blocks: Sequence[Block]) -> Column:
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
