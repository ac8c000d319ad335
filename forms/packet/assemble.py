"""Finished parts put together: packet.pdf with its six equal sets, original.pdf with one.

Decision: every page becomes a Form XObject once, and each of the sets shows it; a page's 資料 number or 下書き mark is drawn
after it, under no graphics state but its own (pages that leave theirs unbalanced would shift it).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf.generic import BooleanObject, IndirectObject, NameObject

from forms.packet.pdfwriting import Bookmark, PacketWriter, check_upright
from forms.packet.stamps import draft_pdf, stamps_pdf
from forms.pdf.contentstream import DRAFT, PAGE, STAMP, page_content
from forms.positions import A4, Layout, Origin, set_name
from forms.progress import Progress

PREFERENCES = {"/DisplayDocTitle": BooleanObject(True), "/PrintScaling": NameObject("/None")}


@dataclass(frozen=True)
class Source:
    """A file that a part was made from."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Part:
    """構成書類: one finished PDF of upright A4 pages; `stamp` is the text in its first page's corner, "" for none."""

    document: str
    number: int | None
    title: str
    pdf: Path
    pages: int
    stamp: str
    sources: tuple[Source, ...]

    @property
    def heading(self) -> str:
        """Number and title, as contents and bookmarks say them."""
        return f"資料{self.number} {self.title}" if self.number is not None else self.title


def layout_of(parts: Sequence[Part], copies: int) -> Layout:
    """The layout of one original and so many copies of it."""
    return Layout(tuple(part.pages for part in parts), 1 + copies)


@dataclass(frozen=True)
class _Shown:
    """What a page dictionary refers to; shared by the sets."""

    contents: IndirectObject
    resources: IndirectObject


def assemble(parts: Sequence[Part], copies: int, target: Path, *, draft: bool = False) -> Iterator[Progress]:
    """Write one original and `copies` copies of it to `target`; RenderError, TargetError.

    Yields before each part and before writing; the caller may stop between two steps, and no file is there until the last.
    """
    layout = layout_of(parts, copies)
    writer = PacketWriter(A4, PREFERENCES)
    stamps = _Stamps(writer, parts, draft=draft)
    shown: list[list[_Shown]] = []
    for done, part in enumerate(parts):
        yield Progress(f"{part.heading}を組み込んでいます。", done, len(parts) + 1)
        shown.append(_show(writer, part, stamps))
    yield Progress(f"{target.name} を書き出しています。", len(parts), len(parts) + 1)
    pages = {o: _add(writer, shown[o.part][o.page]) for o in layout.origins()}
    writer.bookmarks([_bookmark(parts, pages, number) for number in range(layout.sets)])
    writer.save(target, _title(copies, draft=draft))


def _title(copies: int, *, draft: bool) -> str:
    sets = f"正本1部・副本{copies}部" if copies else "正本1部"
    return f"申請書類一式（{sets}）" + ("【下書き】" if draft else "")


class _Stamps:
    """The forms that are drawn over pages."""

    def __init__(self, writer: PacketWriter, parts: Sequence[Part], *, draft: bool) -> None:
        texts = sorted({part.stamp for part in parts} - {""})
        pages = writer.read(stamps_pdf(texts)).pages if texts else ()
        self._stamps = {text: writer.form(page) for text, page in zip(texts, pages, strict=True)}
        self._always = {DRAFT: writer.form(writer.read(draft_pdf()).pages[0])} if draft else {}

    def over(self, part: Part, page: int) -> dict[str, IndirectObject]:
        """What is drawn over a page of a part, by the names used in its drawing, in that order."""
        stamp = {STAMP: self._stamps[part.stamp]} if part.stamp and page == 0 else {}
        return stamp | self._always


def _show(writer: PacketWriter, part: Part, stamps: _Stamps) -> list[_Shown]:
    shown = []
    for number, page in enumerate(writer.read(part.pdf).pages):
        check_upright(page, part.heading)
        names = {PAGE: writer.form(page)} | stamps.over(part, number)
        shown.append(_Shown(writer.stream(page_content(names)), writer.resources(names)))
    return shown


def _add(writer: PacketWriter, shown: _Shown) -> IndirectObject:
    return writer.page(shown.contents, shown.resources)


def _bookmark(parts: Sequence[Part], pages: dict[Origin, IndirectObject], number: int) -> Bookmark:
    lines = [
        Bookmark(part.heading, pages[Origin(number, index, 0)]) for index, part in enumerate(parts) if part.pages
    ]
    return Bookmark(set_name(number), lines[0].page, tuple(lines))
