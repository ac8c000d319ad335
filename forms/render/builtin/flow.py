"""Blocks onto pages: page breaks, widows and orphans, keep with next, tables cut and their header rows repeated."""

from collections.abc import Sequence

from forms.render.builtin.balance import balanced_height
from forms.render.builtin.boxes import Anchored, Footnote, Piece
from forms.render.builtin.columns import Block, Setter
from forms.render.builtin.floats import settled
from forms.render.builtin.headers import Headers
from forms.render.builtin.package import Package
from forms.render.builtin.pageborders import page_borders
from forms.render.builtin.pagefields import numbered
from forms.render.builtin.pages import Page, Pages
from forms.render.builtin.paragraphs import ParagraphBox
from forms.render.builtin.sections import Section, sections
from forms.render.builtin.tablebox import LEAST_BESIDE, TableBox
from forms.render.builtin.tablecut import force_split, part_above, split
from forms.render.builtin.text import Area, PageNumbers

SLACK = 0.5  # points that a line may stand below the bottom margin


def paginate(package: Package) -> list[Page]:
    """Lay out a document; every page comes with its header and footer."""
    setter = Setter(package)
    headers = Headers(package, setter)
    flow = _Flow(package, setter, headers)
    found = sections(package)
    for index, section in enumerate(found):
        continued = index + 1 < len(found) and found[index + 1].start == "continuous"
        flow.section(section, balanced=continued)
    flow.end()
    pages = flow.pages
    for page in pages:
        numbers = PageNumbers(page.number, len(pages), page.section.number_style)
        page.marks += headers.marks(page.section, numbers, first=page.opens)
        page.marks += page_borders(page.section.geometry)
        page.marks = settled(numbered(page.marks, numbers), page.section.geometry)
    return pages


class _Flow:
    """Puts the blocks of one document on its pages."""

    def __init__(self, package: Package, setter: Setter, headers: Headers) -> None:
        self._package, self._setter = package, setter
        self._on = Pages(headers)

    @property
    def pages(self) -> list[Page]:
        """The pages filled so far."""
        return self._on.pages

    def section(self, section: Section, *, balanced: bool) -> None:
        """Lay out one section; `balanced` columns end at the same height."""
        self._on.open(section)
        geometry = section.geometry
        area = Area(section.columns[0][1], geometry.pitch, self._package.document, extra=geometry.extra)
        blocks = self._setter.blocks(section.elements, area)
        if balanced and len(section.columns) > 1:
            self._on.limit(self._on.y + balanced_height(blocks, len(section.columns)))
        for index, block in enumerate(blocks):
            if isinstance(block, ParagraphBox):
                self._paragraph(block, blocks[index + 1 :])
            else:
                self._table(block)

    def end(self) -> None:
        """Set the endnotes behind the last paragraph, and the last page's footnotes."""
        for note in self._setter.footnotes.endnotes():
            for slab in note.slabs:
                if self._on.y + slab.piece.height > self._on.bottom + SLACK:
                    self._on.advance()
                self._on.put(slab.piece.marks, slab.piece.height)
        self._on.finish()

    def _paragraph(self, box: ParagraphBox, following: Sequence[Block]) -> None:
        on = self._on
        if box.form.page_break_before and not on.at_top:
            on.turn(forced=True)
        if box.form.keep_next and not on.at_top and self._must_move(box, box.pieces(), following):
            on.advance()
        if not (on.at_top and on.overflowed):  # Word and LibreOffice: no space before after a page ran full
            on.y += box.before
        box = on.obstacles.wrapped(box, on.left, on.y, on.spot, on.bottom)
        self._lines(box, box.pieces(), last=not following)
        on.y += box.after

    def _must_move(self, box: ParagraphBox, pieces: list[Piece], following: Sequence[Block]) -> bool:
        """Whether a paragraph that stays with the next one leaves the page with it."""
        need, page = box.before + _height(pieces) + box.after, self._on.bottom - self._on.top
        for block in following:
            need += _first_height(block)
            if need >= page or not isinstance(block, ParagraphBox) or not block.form.keep_next:
                break
        return self._on.y + need > self._on.bottom + SLACK and need < page

    def _lines(self, box: ParagraphBox, pieces: list[Piece], *, last: bool) -> None:
        on = self._on
        while pieces:
            fitting = self._fitting(pieces)
            count = _unbound(pieces, fitting)
            if count == 0 and on.y <= on.top + 0.1 + box.before:
                count = max(fitting, 1)  # a whole page is not enough
            for piece in pieces[:count]:
                on.put(piece.marks, piece.height, piece.footnotes)
            ends = pieces[count - 1].ends if count else ""
            pieces = pieces[count:]
            if ends == "page" and (pieces or not last):
                on.turn(forced=True)
            elif pieces or (ends and not last):
                on.advance(forced=bool(ends))

    def _fitting(self, pieces: list[Piece]) -> int:
        """How many lines fit in the column, up to a break among them."""
        y = self._on.y
        notes: list[Footnote] = []
        for index, piece in enumerate(pieces):
            notes += piece.footnotes
            if y + piece.height - piece.overhang > self._on.bottom_with(notes) + SLACK:
                return index
            y += piece.height
            if piece.ends:
                return index + 1
        return len(pieces)

    def _table(self, table: TableBox) -> None:
        on = self._on
        if table.placement is not None and self._floated(table):
            return
        on.y = on.obstacles.below(on.left + table.edges[0], on.left + table.edges[-1], on.y)
        heading = part_above(table, table.headers)[0] if 0 < table.headers < len(table.rows) else None
        rest: TableBox | None = table
        room_used = 0.0
        while rest is not None:
            head, tail = split(rest, on.bottom_with(rest.footnotes) - on.y)
            if head is not None and heading is not None and len(head.rows) <= table.headers and rest is table and tail:
                head, tail = (None, table) if not on.at_top else (head, tail)
            if head is None and on.y <= on.top + 0.1 + room_used:
                head, tail = self._at_least_a_row(rest)
            if head is not None:
                on.put(head.marks(), head.height, head.footnotes)
            rest = tail
            if rest is not None:
                room_used = self._repeat(heading, begun=rest is not table)

    def _floated(self, table: TableBox) -> bool:
        """Put a table beside the text; not where it leaves no room there, or does not fit on the page (LibreOffice)."""
        on = self._on
        floating = table.floating()
        if floating is None or floating.width > on.section.columns[0][1] - LEAST_BESIDE:
            return False
        mark = Anchored(on.left, on.y, floating, on.section.columns[0][1])
        if on.spot(mark)[1] + table.height > on.bottom + SLACK:
            return False
        on.place(mark)
        return True

    def _at_least_a_row(self, table: TableBox) -> tuple[TableBox, TableBox | None]:
        """What a whole page takes of rows that would rather stay together."""
        room = self._on.bottom - self._on.y
        head, tail = split(table, room, keep=False)
        return (head, tail) if head is not None else force_split(table, room)

    def _repeat(self, heading: TableBox | None, *, begun: bool) -> float:
        """Go to a new page and set the header rows again; the height they take."""
        self._on.advance()
        if heading is None or not begun:
            return 0.0
        height = heading.height - heading.bottom_line
        self._on.put(heading.marks(), height)
        return height


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.height for piece in pieces)


def _first_height(block: Block) -> float:
    """What must stand with the block before: the first line or row, or all of a kept paragraph."""
    if not isinstance(block, ParagraphBox):
        return block.lead_height
    pieces = block.pieces()
    whole = block.form.keep_lines or block.form.keep_next
    return block.before + (_height(pieces) if whole else pieces[0].height)


def _unbound(pieces: Sequence[Piece], count: int) -> int:
    """How many of the `count` lines that fit stay, so that none is parted from one that it belongs to."""
    while 0 < count < len(pieces) and pieces[count - 1].binds and not pieces[count - 1].ends:
        count -= 1
    return count
