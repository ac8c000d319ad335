"""Finished parts put together: packet.pdf with its six equal sets, original.pdf with one.

Decision: every page becomes a Form XObject once, and each of the sets shows it; what a page carries besides, its 資料 number,
running number, set's mark or 下書き, is drawn after it, under no graphics state but its own (pages that leave theirs unbalanced
would shift it). Only the mark differs from set to set.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pikepdf import Name, Object

from forms.packet.finish import Finish
from forms.packet.pdfwriting import Bookmark, PacketWriter, check_upright
from forms.packet.stamps import draft_pdf, mark_pdf, numbers_pdf, slip_mark_pdf, stamps_pdf
from forms.pdf.contentstream import DRAFT, MARK, NUMBER, PAGE, STAMP, page_content
from forms.positions import A4, Fresh, Layout, Origin, Room, set_name
from forms.progress import Progress

PREFERENCES = {"/DisplayDocTitle": True, "/PrintScaling": Name("/None")}
SLIP, CONTENTS, SEPARATOR = "slip", "contents", "separator"  # leaves: parts that are nobody's document
AT_ONCE = 20  # pages taken in between two looks at whether to go on


@dataclass(frozen=True)
class Source:
    """A file that a part was made from."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Part:
    """構成書類: upright A4 pages of one or more PDFs, behind one another.

    `stamp` is the text on its first page, "" for none; `hashes` are those of its pages, `fonts` what they do not bring along;
    `rooms`, by page, is what is kept free where something would be covered; `leaf` is "" for a document.
    """

    document: str
    number: int | None
    title: str
    pdfs: tuple[Path, ...]
    hashes: tuple[str, ...]
    fonts: tuple[str, ...]
    stamp: str
    sources: tuple[Source, ...]
    leaf: str = ""
    fresh: Fresh = "page"
    rooms: Mapping[int, Room] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.hashes)

    @property
    def heading(self) -> str:
        """Number and title, as contents and bookmarks say them."""
        return f"資料{self.number} {self.title}" if self.number is not None else self.title


def layout_of(parts: Sequence[Part], copies: int) -> Layout:
    """The layout of one original and so many copies of it."""
    return Layout(tuple(part.pages for part in parts), 1 + copies, tuple(part.fresh for part in parts))


@dataclass(frozen=True)
class Job:
    """What to put together: parts in packet order, how many copies beside the original, with which switches."""

    parts: Sequence[Part]
    copies: int
    finish: Finish = Finish()
    draft: bool = False


@dataclass(frozen=True)
class _Shown:
    """What a page draws and with what; shared by the sets, but for the mark that each of them has of its own."""

    contents: Object
    forms: Mapping[str, Object]
    resources: Object | None


def assemble(job: Job, target: Path) -> Iterator[Progress]:
    """Write one original and the copies of it to `target`; RenderError, TargetError.

    Yields before each part, within long ones, and while writing; the caller may stop at any step, and then no file is there.
    """
    with PacketWriter(A4, PREFERENCES) as writer:
        overlays = _Overlays(writer, job)
        shown: list[list[_Shown]] = []
        steps = len(job.parts) + 1
        for done, part in enumerate(job.parts):
            shown.append([])
            for page in _show(writer, part, overlays, done):
                if len(shown[-1]) % AT_ONCE == 0:
                    yield Progress(f"{part.heading}を組み込んでいます。", done, steps)
                shown[-1].append(page)
        writing = Progress(f"{target.name} を書き出しています。", len(job.parts), steps)
        pages: dict[Origin, Object] = {}
        for number in range(1 + job.copies):
            yield writing
            pages |= {o: overlays.page(o, shown[o.part][o.page]) for o in layout_of(job.parts, job.copies).origins_of(number)}
        writer.bookmarks([_bookmark(job.parts, pages, number) for number in range(1 + job.copies)])
        for _ in writer.save(target, _title(job)):
            yield writing


def _title(job: Job) -> str:
    sets = f"正本1部・副本{job.copies}部" if job.copies else "正本1部"
    return f"申請書類一式（{sets}）" + ("【下書き】" if job.draft else "")


class _Overlays:
    """The forms that are drawn over pages."""

    def __init__(self, writer: PacketWriter, job: Job) -> None:
        self._writer, self._layout, finish = writer, layout_of(job.parts, job.copies), job.finish
        self._leaves = [part.leaf for part in job.parts]
        texts = sorted({part.stamp for part in job.parts} - {""})
        names = [set_name(number) for number in range(self._layout.sets)]
        stamps = self._forms(stamps_pdf(texts, finish.stamp_corner, finish.stamp_size)) if texts else []
        self._stamps = dict(zip(texts, stamps, strict=True))
        self._numbers = self._forms(numbers_pdf(self._layout.pages_per_set)) if finish.page_numbers else []
        self._marks = [self._forms(mark_pdf(name, finish.stamp_corner))[0] for name in names] if finish.set_marks else []
        self._slip_marks = [self._forms(slip_mark_pdf(name))[0] for name in names] if SLIP in self._leaves else []
        self._draft = {DRAFT: self._forms(draft_pdf())[0]} if job.draft else {}

    def _forms(self, pdf: bytes) -> list[Object]:
        return [self._writer.form(page) for page in self._writer.read(pdf)]

    def over(self, part: Part, origin: Origin) -> dict[str, Object]:
        """What is drawn over a page of the original, by the names used in its drawing, in that order."""
        number = self._layout.place(origin).packet_page
        return {
            **({STAMP: self._stamps[part.stamp]} if part.stamp and origin.page == 0 else {}),
            **({NUMBER: self._numbers[number]} if self._numbers else {}),
            **({MARK: marks[0]} if (marks := self._marks_of(origin.part)) else {}),
            **self._draft,
        }

    def _marks_of(self, part: int) -> Sequence[Object]:
        """What tells the sets apart on this part, one for each set; none where they are equal."""
        return self._slip_marks if self._leaves[part] == SLIP else self._marks

    def page(self, origin: Origin, shown: _Shown) -> Object:
        """Append the page of a set."""
        marks = self._marks_of(origin.part)
        resources = self._writer.resources({**shown.forms, MARK: marks[origin.set_number]}) if marks else shown.resources
        return self._writer.page(shown.contents, resources)


def _show(writer: PacketWriter, part: Part, overlays: _Overlays, index: int) -> Iterator[_Shown]:
    pages = (page for pdf in part.pdfs for page in writer.read(pdf))
    contents: dict[bytes, Object] = {}
    for number, page in enumerate(pages):
        check_upright(page, part.heading)
        forms = {PAGE: writer.form(page)} | overlays.over(part, Origin(0, index, number))
        drawing = page_content(forms, part.rooms.get(number, Room()))
        if drawing not in contents:
            contents[drawing] = writer.stream(drawing)
        yield _Shown(contents[drawing], forms, None if MARK in forms else writer.resources(forms))


def _bookmark(parts: Sequence[Part], pages: Mapping[Origin, Object], number: int) -> Bookmark:
    lines = [
        Bookmark(part.heading, pages[Origin(number, index, 0)]) for index, part in enumerate(parts) if part.pages
    ]
    return Bookmark(set_name(number), lines[0].page, tuple(lines))
