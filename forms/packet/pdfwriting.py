"""What assemble and impose share: pikepdf put to write documents whose pages show Form XObjects.

Decision: pikepdf writes and pypdf, an independent reader, proves (forms/proof). Measured by tests/benchmarks/six_sets.py on 2
cores against `qpdf` concatenating the same inputs six times, which stamps nothing: packet.pdf takes 1.2 times as long at 600 and at
2,000 attachment pages, packet-2in1.pdf 1.0 and 1.1 times (pypdf, which wrote before: 4 to 7), six sets are 1.0004 times as large as
one, and 2,000 pages (400 MB) take 560 MB of memory, the files read in the system's own way counted in (pypdf: 1.0 GB at best).
No page merging of any library is used: pages are copied as they lie packed in their files, the sets share everything but the page
dictionary, and the page tree is our own (pikepdf's `pages.append` grows with the square). The bytes depend on the content alone:
no date, no name of a program, an /ID made from the content.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, PdfError, Stream, String

from forms.errors import RenderError
from forms.pdf.pagetree import inherited
from forms.pdf.saving import save_in_steps
from forms.positions import A4

NOT_A4 = 2.0  # points by which a page may differ from upright A4


@dataclass(frozen=True)
class Bookmark:
    """A line of the bookmarks: where it leads, and the lines under it."""

    title: str
    page: Object
    below: tuple["Bookmark", ...] = ()


class PacketWriter:
    """A PDF being written: forms are made once, pages that show them as often as needed; its sources stay open until it is left."""

    def __init__(self, size: tuple[float, float], preferences: Mapping[str, object]) -> None:
        self._pdf, self._open = Pdf.new(), ExitStack()
        self._open.enter_context(self._pdf)
        self._kids: list[Object] = []
        self._drawings: set[tuple[int, int]] = set()
        self._tree = self.add(Dictionary(Type=Name.Pages, MediaBox=Array([0, 0, *size])))
        self._pdf.Root.Pages = self._tree
        self._pdf.Root.ViewerPreferences = Dictionary(dict(preferences))

    def __enter__(self) -> "PacketWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.close()

    def add(self, item: Object) -> Object:
        """Make an object of the document that others can refer to."""
        return self._pdf.make_indirect(item)

    def stream(self, content: bytes) -> Object:
        """A content stream."""
        return self._pdf.make_stream(content)

    def read(self, source: Path | bytes) -> Sequence[Page]:
        """The pages of a PDF that are to be shown; RenderError if it cannot be read."""
        try:
            opened = Pdf.open(BytesIO(source) if isinstance(source, bytes) else source)
        except (PdfError, OSError) as error:
            name = f"「{source.name}」" if isinstance(source, Path) else ""
            raise RenderError(f"組み込む PDF{name}を読めません。もう一度作成してください。") from error
        self._open.enter_context(opened)
        return tuple(opened.pages)

    def form(self, page: Page) -> Object:
        """A page as a Form XObject clipped to its box."""
        form = self._drawing(page)
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([float(edge) for edge in page.mediabox])
        form.Resources = self._copied(inherited(page.obj, "/Resources") or Dictionary())
        if "/Group" in page.obj:
            form.Group = self._copied(page.obj.Group)
        return form

    def _drawing(self, page: Page) -> Object:
        """What draws the page, to be a form: copied as it is packed, unless it is in pieces or draws another page too."""
        contents = page.obj.get("/Contents")
        if isinstance(contents, Stream):
            copied = self._pdf.copy_foreign(contents)
            if copied.objgen not in self._drawings:
                self._drawings.add(copied.objgen)
                return copied
        pieces = contents if isinstance(contents, Array) else [contents]
        return self.stream(b"\n".join(piece.read_bytes() for piece in pieces if isinstance(piece, Stream)))

    def _copied(self, item: Any) -> Any:  # noqa: ANN401 - whatever a PDF holds
        """Something of another document as a thing of this, everything it refers to only once."""
        if isinstance(item, Object) and item.is_indirect:
            return self._pdf.copy_foreign(item)
        if isinstance(item, Dictionary):
            return Dictionary({key: self._copied(entry) for key, entry in item.items()})
        if isinstance(item, Array):
            return Array([self._copied(entry) for entry in item])
        return item

    def resources(self, shown: Mapping[str, Object]) -> Object:
        """Resources that call each form by its name."""
        return self.add(Dictionary(XObject=Dictionary({f"/{name}": form for name, form in shown.items()})))

    def page(self, contents: Object | None, resources: Object | None) -> Object:
        """Append a page of the document's size; without contents it is blank."""
        page = Dictionary(Type=Name.Page, Parent=self._tree, Resources=resources or Dictionary())
        if contents is not None:
            page.Contents = contents
        self._kids.append(self.add(page))
        return self._kids[-1]

    def bookmarks(self, marks: Sequence[Bookmark]) -> None:
        """Set the bookmarks and let them be seen when the document is opened."""
        outline = self.add(Dictionary(Type=Name.Outlines))
        outline.Count = self._bookmarks(outline, marks)
        self._pdf.Root.Outlines, self._pdf.Root.PageMode = outline, Name.UseOutlines

    def _bookmarks(self, parent: Object, marks: Sequence[Bookmark]) -> int:
        """Hang the marks under their parent; returns how many there are, those below them counted in."""
        items = [self.add(Dictionary()) for _ in marks]
        count = len(items)
        for index, (item, mark) in enumerate(zip(items, marks, strict=True)):
            item.Title, item.Parent, item.Dest = String(mark.title), parent, Array([mark.page, Name.Fit])
            if index:
                item.Prev, items[index - 1].Next = items[index - 1], item
            below = self._bookmarks(item, mark.below)
            if below:
                item.Count = below
            count += below
        if items:
            parent.First, parent.Last = items[0], items[-1]
        return count

    def save(self, target: Path, title: str) -> Iterator[int]:
        """Write the document in steps, each the bytes written so far. TargetError where the disk refuses; then no file is left."""
        self._tree.Kids, self._tree.Count = Array(self._kids), len(self._kids)
        self._pdf.trailer.Info = self.add(Dictionary(Title=String(title)))
        yield from save_in_steps(self._pdf, target)


def check_upright(page: Page, what: str) -> None:
    """RenderError unless the page is upright A4: what is not has not come through our own doors."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    sized = abs(right - left - A4[0]) <= NOT_A4 and abs(top - bottom - A4[1]) <= NOT_A4
    if inherited(page.obj, "/Rotate") or not sized:
        raise RenderError(f"{what}に A4 縦でないページがあります。様式の用紙設定を A4 縦に直してください。")
