"""Reads packet.pdf and original.pdf anew and says what in them is not as the receipt has it.

Decision: nothing is taken from what wrote the files but the position function and the two lines of drawing that put a page
or a half where it belongs; pages are known by their hashes alone. Read with pypdf; pikepdf wrote. Every proof is a generator of
steps: a fault as a sentence, or None where a step found nothing wrong, so that whoever drives may stop at any of them.
"""

from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from forms.packet.assemble import SLIP
from forms.packet.finish import Finish
from forms.pdf.contentstream import DRAFT, MARK, NUMBER, PAGE, STAMP, page_content
from forms.pdf.pagehash import FontFinder, PageHasher
from forms.pdf.reading import met
from forms.positions import A4, Fresh, Layout, Origin, Room, set_name

POINT = 0.01
REACH = 200  # pages left out or put in at one place before all that follows counts as wrong
AGREEING = 2
Steps = Iterator[str | None]


@dataclass(frozen=True)
class Expected:
    """A document or leaf as the receipt describes it."""

    number: int | None
    title: str
    stamp: str
    hashes: tuple[str, ...]
    fonts: tuple[str, ...]
    leaf: str
    fresh: Fresh
    rooms: Mapping[int, Room]

    @property
    def heading(self) -> str:
        """Number and title."""
        return f"資料{self.number} {self.title}" if self.number is not None else self.title


@dataclass(frozen=True)
class Plan:
    """What the receipt says a packet is."""

    documents: tuple[Expected, ...]
    sets: int
    draft: bool
    finish: Finish

    @cached_property
    def layout(self) -> Layout:
        """Where everything lies."""
        pages = tuple(len(document.hashes) for document in self.documents)
        return Layout(pages, self.sets, tuple(document.fresh for document in self.documents))

    def of_sets(self, sets: int) -> "Plan":
        """The same with another number of sets."""
        return Plan(self.documents, sets, self.draft, self.finish)

    def name(self, origin: Origin) -> str:
        """A page in words."""
        part = self.documents[origin.part]
        return f"{set_name(origin.set_number)}の「{part.heading}」{origin.page + 1}ページ目"

    def hash(self, origin: Origin) -> str:
        """The hash that the page must have."""
        return self.documents[origin.part].hashes[origin.page]

    def is_slip(self, origin: Origin) -> bool:
        """Whether the page is that of the slip, which carries its set's name as the documents' pages do not."""
        return self.documents[origin.part].leaf == SLIP

    def is_marked(self, origin: Origin) -> bool:
        """Whether the page carries its set's name."""
        return self.finish.set_marks or self.is_slip(origin)

    def drawing(self, origin: Origin) -> bytes:
        """How the page must draw what it places."""
        document = self.documents[origin.part]
        names = {
            PAGE: True,
            STAMP: bool(document.stamp) and origin.page == 0,
            NUMBER: self.finish.page_numbers,
            MARK: self.is_marked(origin),
            DRAFT: self.draft,
        }
        return page_content([name for name, drawn in names.items() if drawn], document.rooms.get(origin.page, Room()))


@dataclass(frozen=True)
class Opened:
    """A file that is proven: its name, pypdf's reader, object number and entries of its pages."""

    file: str
    pdf: PdfReader
    pages: Sequence[tuple[int, DictionaryObject]]


@dataclass(frozen=True)
class Pages:
    """What the pages of a set must be in every other place: their hashes, marks left out, and the marks by set and kind of page."""

    hashes: tuple[str, ...] = ()
    marks: Mapping[tuple[int, bool], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    """One page as it was found: the hash of the page shown, of everything drawn but the mark, of the mark, and the drawing."""

    shown: str
    whole: str
    mark: str
    drawing: bytes


@dataclass
class Looker:
    """Looks at pages; what many of them share is looked at once."""

    hasher: PageHasher = field(default_factory=PageHasher)
    _seen: dict[tuple[int, int], Seen] = field(default_factory=dict)

    def page(self, page: DictionaryObject) -> Seen:
        """What is on a page."""
        contents, resources = page.get("/Contents"), page.get("/Resources")
        if not (isinstance(contents, IndirectObject) and isinstance(resources, IndirectObject)):
            return self._look(page)
        key = (contents.idnum, resources.idnum)
        if key not in self._seen:
            self._seen[key] = self._look(page)
        return self._seen[key]

    def _look(self, page: DictionaryObject) -> Seen:
        contents = met(page.get("/Contents"))
        return Seen(
            shown=self.hasher.form(xobject(page, PAGE)),
            whole=self.hasher.page(page, (MARK,)),
            mark=self.hasher.form(xobject(page, MARK)),
            drawing=contents.get_data() if isinstance(contents, StreamObject) else b"",
        )


def packet_faults(
    opened: Opened, plan: Plan, known: Pages | None = None, others: str = "ほかの組"
) -> Generator[str | None, None, Pages]:
    """What is wrong with a file of sets, page by page: missing, doubled, swapped, turned or altered ones by name.

    `known`: what the pages of each set must be, where `others` tell it. Returns what most sets here say they are.
    """
    looker, origins = Looker(), list(plan.layout.origins())
    seen: list[Seen] = []
    for _, page in opened.pages:
        seen.append(looker.page(page))
        yield None
    file = opened.file
    if len(seen) != len(origins):
        yield f"{file} は{len(origins)}ページのはずですが、{len(seen)}ページあります。"
        yield from _misplaced(file, plan, origins, [each.shown for each in seen])
        return Pages()
    here = _agreed(plan, origins, seen)
    wanted = known if known and known.hashes else here
    for number, ((_, page), origin) in enumerate(zip(opened.pages, origins, strict=True)):
        fault = _page_fault(plan, origin, page, seen[number], wanted, others)
        yield fault and f"{file} の{number + 1}ページ目（{plan.name(origin)}）{fault}"
    yield from _bookmark_faults(opened, plan)
    yield from _font_faults(opened, plan)
    return here


def _agreed(plan: Plan, origins: Sequence[Origin], seen: Sequence[Seen]) -> Pages:
    """What most sets say of each page, and most marked pages of a set of its mark."""
    size = plan.layout.pages_per_set
    hashes = tuple(_most(each.whole for each in seen[page::size]) for page in range(size))
    kinds = sorted({(origin.set_number, plan.is_slip(origin)) for origin in origins if plan.is_marked(origin)})
    return Pages(hashes, {
        kind: _most(s.mark for s, o in zip(seen, origins, strict=True) if (o.set_number, plan.is_slip(o)) == kind) for kind in kinds
    })  # fmt: skip


def _most(found: Iterator[str]) -> str:
    return Counter(found).most_common(1)[0][0]


def _page_fault(plan: Plan, origin: Origin, page: DictionaryObject, seen: Seen, wanted: Pages, others: str) -> str | None:
    if seen.shown != plan.hash(origin):
        return f"に、{_what_is(seen.shown, plan)}"
    if not (is_plain(page, A4) and seen.drawing.split() == plan.drawing(origin).split()):
        return "の向き・大きさ・位置が変えられています。"
    number = plan.layout.place(Origin(0, origin.part, origin.page)).packet_page
    if seen.whole != wanted.hashes[number]:
        return f"は、{others}の同じページと違います（資料番号などの書き込み）。"
    if plan.is_marked(origin) and seen.mark != wanted.marks[origin.set_number, plan.is_slip(origin)]:
        return f"の「{set_name(origin.set_number)}」の印が違います。"
    return None


def _what_is(found: str, plan: Plan) -> str:
    for part, document in enumerate(plan.documents):
        if found in document.hashes:
            place = plan.name(Origin(0, part, document.hashes.index(found))).partition("の")[2]
            return f"違うページ（{place}）が入っています。"
    return "受領証にない、書き換えられたページが入っています。"


def _misplaced(file: str, plan: Plan, origins: Sequence[Origin], found: list[str]) -> Iterator[str]:
    """Which pages are missing and which are too many, where their numbers differ."""
    wanted = [plan.hash(origin) for origin in origins]
    at, there = 0, 0
    while at < len(wanted) or there < len(found):
        missing, extra = _until_they_agree(wanted[at:], found[there:])
        for origin in origins[at : at + missing]:
            yield f"{file} に、{plan.name(origin)}がありません。"
        for number in range(there, there + extra):
            yield f"{file} の{number + 1}ページ目に、{_what_is(found[number], plan)}"
        at, there = at + missing + 1, there + extra + 1


def _until_they_agree(wanted: list[str], found: list[str]) -> tuple[int, int]:
    """How few pages to leave out of each, so that the next ones agree; the sets repeat, so the nearest place counts."""
    for steps in range(REACH):
        for missing in range(steps + 1):
            extra = steps - missing
            agreeing = AGREEING if steps else 1
            if wanted[missing : missing + agreeing] == found[extra : extra + agreeing] and missing <= len(wanted):
                return missing, extra
    return len(wanted), len(found)


def xobject(holder: DictionaryObject, name: str) -> object:
    """The XObject, mostly a reference to it, that a page's or form's resources call so; None where there is none."""
    resources = met(holder.get("/Resources"))
    shown = met(resources.get("/XObject")) if isinstance(resources, DictionaryObject) else None
    return shown.get(f"/{name}") if isinstance(shown, DictionaryObject) else None


def is_plain(page: DictionaryObject, size: tuple[float, float]) -> bool:
    """Whether the page has this size, no turn and no crop."""
    box = met(page.get("/MediaBox"))
    upright = not met(page.get("/Rotate")) and "/CropBox" not in page and "/UserUnit" not in page
    return upright and isinstance(box, ArrayObject) and all(
        abs(float(edge) - wanted) < POINT for edge, wanted in zip(box, (0, 0, *size), strict=True)
    )


def _bookmark_faults(opened: Opened, plan: Plan) -> Iterator[str]:
    """Whether what the contents say is what lies there."""
    numbers = {page: number for number, (page, _) in enumerate(opened.pages)}
    found = [
        (text, numbers.get(page))
        for text, page, below in _outline(opened.pdf.root_object.get("/Outlines"))
        for text, page, _ in [(text, page, below), *_outline(below)]
    ]
    if found != list(_bookmarks(plan)):
        yield f"{opened.file} のしおりが、書類の並びと合いません。"


def _bookmarks(plan: Plan) -> Iterator[tuple[str, int]]:
    layout = plan.layout
    for number in range(plan.sets):
        yield set_name(number), number * layout.pages_per_set
        for part, document in enumerate(plan.documents):
            if document.hashes:
                yield document.heading, layout.place(Origin(number, part, 0)).packet_page


def _outline(parent: object) -> Iterator[tuple[str, int, DictionaryObject]]:
    """Title, object number of the page, and item of each line directly below."""
    above = met(parent)
    item = met(above.get("/First")) if isinstance(above, DictionaryObject) else None
    seen: list[object] = []
    while isinstance(item, DictionaryObject) and item not in seen:
        seen.append(item)
        target = met(item.get("/Dest"))
        page = target[0].idnum if isinstance(target, ArrayObject) and target and isinstance(target[0], IndirectObject) else 0
        yield str(met(item.get("/Title"))), page, item
        item = met(item.get("/Next"))


def _font_faults(opened: Opened, plan: Plan) -> Steps:
    """Fonts that are not embedded, those left out that a paper came with."""
    for part, document in enumerate(plan.documents):
        finder, missing = FontFinder(), set[str]()
        for page in range(len(document.hashes)):
            number = plan.layout.place(Origin(0, part, page)).packet_page
            missing |= finder.missing(opened.pages[number][1].get("/Resources"))
            yield None
        if missing - set(document.fonts):
            yield f"{opened.file} の「{document.heading}」に、埋め込まれていない字体があります（{'・'.join(sorted(missing))}）。"
