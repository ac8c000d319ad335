"""Blocks onto pages: page breaks, widows and orphans, keep with next, tables cut and their header rows repeated."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from forms.render.builtin.boxes import Mark, Piece, moved
from forms.render.builtin.columns import Block, Setter
from forms.render.builtin.floats import settled
from forms.render.builtin.headers import Headers
from forms.render.builtin.package import Package
from forms.render.builtin.pagefields import numbered
from forms.render.builtin.paragraphs import ParagraphBox
from forms.render.builtin.sections import Section, sections
from forms.render.builtin.tablebox import TableBox, force_split, part_above, split
from forms.render.builtin.text import Area, PageNumbers

SLACK = 0.5  # points that a line may stand below the bottom margin


@dataclass
class Page:
    """A page while it is filled; `number` is what PAGE reads, `opens` whether it is its section's first."""

    section: Section
    number: int
    opens: bool
    marks: list[Mark] = field(default_factory=list)


def paginate(package: Package) -> list[Page]:
    """Lay out a document; every page comes with its header and footer."""
    setter = Setter(package)
    headers = Headers(package, setter)
    flow = _Flow(package, setter, headers)
    for section in sections(package):
        flow.section(section)
    for page in flow.pages:
        numbers = PageNumbers(page.number, len(flow.pages), page.section.number_style)
        page.marks += headers.marks(page.section, numbers, first=page.opens)
        page.marks = settled(numbered(page.marks, numbers), page.section.geometry)
    return flow.pages


class _Flow:
    """Fills pages from top to bottom; y is where the next thing goes, from the page's top."""

    def __init__(self, package: Package, setter: Setter, headers: Headers) -> None:
        self._package, self._setter, self._headers = package, setter, headers
        self.pages: list[Page] = []
        self._y = self._top = self._bottom = 0.0
        self._overflowed = False

    def section(self, section: Section) -> None:
        """Lay out one section, on a new page unless it is a continuous one."""
        self._section = section
        if section.start != "continuous" or not self.pages:
            self._open_section()
        geometry = section.geometry
        area = Area(geometry.column, geometry.pitch, self._package.document, extra=geometry.extra)
        blocks = self._setter.blocks(section.elements, area)
        for index, block in enumerate(blocks):
            if isinstance(block, ParagraphBox):
                self._paragraph(block, blocks[index + 1 :])
            else:
                self._table(block)

    def _open_section(self) -> None:
        self._new_page(opens=True)
        parity = {"evenPage": 0, "oddPage": 1}.get(self._section.start)
        if parity is not None and self.pages[-1].number % 2 != parity:
            self._new_page(opens=True)

    def _new_page(self, *, opens: bool = False, forced: bool = False) -> None:
        self._overflowed = not (opens or forced)
        number = self.pages[-1].number + 1 if self.pages else 1
        if opens and self._section.first_number is not None:
            number = self._section.first_number
        self.pages.append(Page(self._section, number, opens))
        limits = self._headers.body_limits(self._section, number, first=opens)
        self._top, self._bottom = _centred(*limits, self._section.geometry.pitch)
        self._y = self._top

    @property
    def _at_top(self) -> bool:
        return self._y <= self._top + 0.1

    def _put(self, marks: Sequence[Mark], height: float) -> None:
        left = self._section.geometry.left
        self.pages[-1].marks += [moved(mark, left, self._y) for mark in marks]
        self._y += height

    def _paragraph(self, box: ParagraphBox, following: Sequence[Block]) -> None:
        pieces = box.pieces()
        if box.form.page_break_before and not self._at_top:
            self._new_page(forced=True)
        if box.form.keep_next and not self._at_top and self._must_move(box, pieces, following):
            self._new_page()
        if not (self._at_top and self._overflowed):  # Word and LibreOffice: no space before after a page ran full
            self._y += box.before
        self._lines(box, pieces, last=not following)
        self._y += box.after

    def _must_move(self, box: ParagraphBox, pieces: list[Piece], following: Sequence[Block]) -> bool:
        """Whether a paragraph that stays with the next one leaves the page with it."""
        need = box.before + _height(pieces) + box.after
        for block in following:
            need += _first_height(block)
            if not isinstance(block, ParagraphBox) or not block.form.keep_next:
                break
        return self._y + need > self._bottom + SLACK and need < self._bottom - self._top

    def _lines(self, box: ParagraphBox, pieces: list[Piece], *, last: bool) -> None:
        while pieces:
            fitting = self._fitting(pieces)
            count = _unbound(pieces, fitting)
            if count == 0 and self._y <= self._top + 0.1 + box.before:
                count = max(fitting, 1)  # a whole page is not enough
            for piece in pieces[:count]:
                self._put(piece.marks, piece.height)
            ends_page = count > 0 and pieces[count - 1].ends_page
            pieces = pieces[count:]
            if pieces or (ends_page and not last):
                self._new_page(forced=ends_page)

    def _fitting(self, pieces: list[Piece]) -> int:
        """How many lines fit on the page, up to a page break among them."""
        y = self._y
        for index, piece in enumerate(pieces):
            if y + piece.height - piece.overhang > self._bottom + SLACK:
                return index
            y += piece.height
            if piece.ends_page:
                return index + 1
        return len(pieces)

    def _table(self, table: TableBox) -> None:
        heading = part_above(table, table.headers)[0] if 0 < table.headers < len(table.rows) else None
        rest: TableBox | None = table
        room_used = 0.0
        while rest is not None:
            head, tail = split(rest, self._bottom - self._y)
            if head is not None and heading is not None and len(head.rows) <= table.headers and rest is table and tail:
                head, tail = (None, table) if not self._at_top else (head, tail)
            if head is None and self._y <= self._top + 0.1 + room_used:
                head, tail = self._at_least_a_row(rest)
            if head is not None:
                self._put(head.marks(), head.height)
            rest = tail
            if rest is not None:
                room_used = self._repeat(heading, begun=rest is not table)

    def _at_least_a_row(self, table: TableBox) -> tuple[TableBox, TableBox | None]:
        """What a whole page takes of rows that would rather stay together."""
        head, tail = split(table, self._bottom - self._y, keep=False)
        return (head, tail) if head is not None else force_split(table, self._bottom - self._y)

    def _repeat(self, heading: TableBox | None, *, begun: bool) -> float:
        """Go to a new page and set the header rows again; the height they take."""
        self._new_page()
        if heading is None or not begun:
            return 0.0
        height = heading.height - heading.bottom_line
        self._put(heading.marks(), height)
        return height


def _centred(top: float, bottom: float, pitch: float) -> tuple[float, float]:
    """The limits of the text with the line grid in the middle between them (LibreOffice; Word starts it at the top)."""
    spare = (bottom - top) % pitch / 2 if pitch else 0.0
    return top + spare, bottom - spare


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
    while 0 < count < len(pieces) and pieces[count - 1].binds and not pieces[count - 1].ends_page:
        count -= 1
    return count
