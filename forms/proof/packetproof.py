"""Reads packet.pdf and original.pdf anew and says what in them is not as the receipt has it.

Decision: nothing is taken from what wrote the files but the position function and the two lines of drawing that put a page
or a half where it belongs; pages are known by their hashes alone. Read with pikepdf; pypdf wrote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pikepdf import Array, Dictionary, Object, Pdf, Stream, String

from forms.attachments.pagesource import inherited
from forms.packet.contentstream import DRAFT, PAGE, STAMP, page_content
from forms.positions import A4, Layout, Origin
from forms.proof.pagehash import PageHasher, fonts_missing

POINT = 0.01
REACH = 200  # pages left out or put in at one place before all that follows counts as wrong
AGREEING = 2


@dataclass(frozen=True)
class Expected:
    """A document as the receipt describes it."""

    number: int | None
    title: str
    stamp: str
    hashes: tuple[str, ...]
    fonts: tuple[str, ...]

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

    @cached_property
    def layout(self) -> Layout:
        """Where everything lies."""
        return Layout(tuple(len(document.hashes) for document in self.documents), self.sets)

    def of_sets(self, sets: int) -> "Plan":
        """The same with another number of sets."""
        return Plan(self.documents, sets, self.draft)

    def name(self, origin: Origin) -> str:
        """A page in words."""
        part = self.documents[origin.part]
        return f"{set_name(origin.set_number)}の「{part.heading}」{origin.page + 1}ページ目"

    def hash(self, origin: Origin) -> str:
        """The hash that the page must have."""
        return self.documents[origin.part].hashes[origin.page]

    def names_drawn(self, origin: Origin) -> tuple[str, ...]:
        """What the page's drawing places, in order."""
        stamped = self.documents[origin.part].stamp and origin.page == 0
        return (PAGE, *([STAMP] if stamped else []), *([DRAFT] if self.draft else []))


def set_name(number: int) -> str:
    """A set in words."""
    return f"副本{number}" if number else "正本"


def packet_faults(file: str, pdf: Pdf, plan: Plan, pages: Sequence[str] = (), others: str = "ほかの組") -> Iterator[str]:
    """What is wrong with a file of sets, page by page: missing, doubled, swapped, turned or altered ones by name.

    `pages` are the hashes, stamps and all, that the pages of each set must have, where `others` tell them.
    """
    origins = list(plan.layout.origins())
    hasher = PageHasher()
    found = [hasher.form(xobject(page.obj, PAGE)) for page in pdf.pages]
    wanted = [plan.hash(origin) for origin in origins]
    if len(found) != len(wanted):
        yield f"{file} は{len(wanted)}ページのはずですが、{len(found)}ページあります。"
        yield from _misplaced(file, plan, origins, found)
        return
    firsts = dict(enumerate(pages))
    for number, (page, origin) in enumerate(zip(pdf.pages, origins, strict=True)):
        where = f"{file} の{number + 1}ページ目（{plan.name(origin)}）"
        if found[number] != wanted[number]:
            yield f"{where}に、{_what_is(found[number], plan)}"
        elif not drawn_as_expected(page.obj, A4, page_content(plan.names_drawn(origin))):
            yield f"{where}の向き・大きさ・位置が変えられています。"
        elif firsts.setdefault(number % plan.layout.pages_per_set, whole := hasher.page(page.obj)) != whole:
            yield f"{where}は、{others}の同じページと違います（資料番号などの書き込み）。"
    yield from _bookmark_faults(file, pdf, plan)
    yield from _font_faults(file, pdf, plan)


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


def xobject(page: Object, name: str) -> Object | None:
    """The XObject that a page's resources call so."""
    resources = inherited(page, "/Resources")
    shown = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    found: Object | None = shown.get(f"/{name}") if isinstance(shown, Dictionary) else None
    return found


def drawn_as_expected(page: Object, size: tuple[float, float], content: bytes) -> bool:
    """Whether the page has this size, no turn, no crop, and this drawing and no other."""
    box = inherited(page, "/MediaBox")
    upright = not inherited(page, "/Rotate") and inherited(page, "/CropBox") is None and "/UserUnit" not in page
    sized = isinstance(box, Array) and all(
        abs(float(edge) - wanted) < POINT for edge, wanted in zip(box, (0, 0, *size), strict=True)
    )
    drawing = page.get("/Contents")
    drawn = drawing.read_bytes() if isinstance(drawing, Stream) else b""
    return upright and sized and drawn.split() == content.split()


def _bookmark_faults(file: str, pdf: Pdf, plan: Plan) -> Iterator[str]:
    """Whether what the contents say is what lies there."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    found = [
        (text, numbers.get(page))
        for text, page, below in _outline(pdf.Root.get("/Outlines"))
        for text, page, _ in [(text, page, below), *_outline(below)]
    ]
    if found != list(_bookmarks(plan)):
        yield f"{file} のしおりが、書類の並びと合いません。"


def _bookmarks(plan: Plan) -> Iterator[tuple[str, int]]:
    layout = plan.layout
    for number in range(plan.sets):
        yield set_name(number), number * layout.pages_per_set
        for part, document in enumerate(plan.documents):
            if document.hashes:
                yield document.heading, layout.place(Origin(number, part, 0)).packet_page


def _outline(parent: Object | None) -> Iterator[tuple[str, tuple[int, int], Object]]:
    """Title, page and item of each line directly below."""
    item = parent.get("/First") if isinstance(parent, Dictionary) else None
    seen: set[tuple[int, int]] = set()
    while isinstance(item, Dictionary) and item.objgen not in seen:
        seen.add(item.objgen)
        title, target = item.get("/Title"), item.get("/Dest")
        page = target[0].objgen if isinstance(target, Array) and isinstance(target[0], Dictionary) else (0, 0)
        yield str(title) if isinstance(title, String) else "", page, item
        item = item.get("/Next")


def _font_faults(file: str, pdf: Pdf, plan: Plan) -> Iterator[str]:
    """Fonts that are not embedded, those left out that a paper came with."""
    for part, document in enumerate(plan.documents):
        pages = [plan.layout.place(Origin(0, part, page)).packet_page for page in range(len(document.hashes))]
        missing = set(fonts_missing(inherited(pdf.pages[page].obj, "/Resources") for page in pages))
        if missing - set(document.fonts):
            yield f"{file} の「{document.heading}」に、埋め込まれていない字体があります（{'・'.join(sorted(missing))}）。"
