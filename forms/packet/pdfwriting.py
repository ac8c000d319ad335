"""What assemble and impose share: pypdf put to write documents whose pages show Form XObjects.

Decision: nothing of pypdf's page merging is used. The six sets share everything but the page dictionary itself, which is
kept as small as it can be. pypdf writes no object streams, and so six sets of a real case came to 1.02 to 1.035 times one
(the page dictionaries and bookmarks); qpdf packs what pypdf wrote: 1.003 to 1.005, for 10 ms. The bytes depend on the content
alone: no date, no name of a program, an /ID made from the content.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pikepdf import ObjectStreamMode, Pdf
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from forms.errors import RenderError, TargetError
from forms.positions import A4

NOT_A4 = 2.0  # points by which a page may differ from upright A4


@dataclass(frozen=True)
class Bookmark:
    """A line of the bookmarks: where it leads, and the lines under it."""

    title: str
    page: IndirectObject
    below: tuple["Bookmark", ...] = ()


class PacketWriter:
    """A PDF being written: forms are made once, pages that show them as often as needed.

    pypdf remembers what it has copied by the address of the reader, which another reader may get once the first is gone:
    so every reader is kept here until the document is written.
    """

    def __init__(self, size: tuple[float, float], preferences: Mapping[str, PdfObject]) -> None:
        self._writer = PdfWriter()
        self._writer.pdf_header = "%PDF-1.7"
        self._readers: list[PdfReader] = []
        self._kids: list[IndirectObject] = []
        self._size = size
        self._tree = self.add(DictionaryObject())
        self.root({"/Pages": self._tree, "/ViewerPreferences": dictionary(preferences)})

    def root(self, entries: Mapping[str, PdfObject]) -> None:
        """Set entries of the document's catalogue."""
        self._writer.root_object.update(dictionary(entries))

    def add(self, item: PdfObject) -> IndirectObject:
        """Make an object of the document; pypdf has no public name for this."""
        return self._writer._add_object(item)

    def stream(self, content: bytes) -> IndirectObject:
        """A packed content stream."""
        return self.add(_packed(content))

    def read(self, source: Path | bytes) -> PdfReader:
        """Open a PDF whose pages are to be shown; RenderError if it cannot be read."""
        try:
            reader = PdfReader(BytesIO(source) if isinstance(source, bytes) else source)
        except (PyPdfError, OSError) as error:
            name = f"「{source.name}」" if isinstance(source, Path) else ""
            raise RenderError(f"組み込む PDF{name}を読めません。もう一度作成してください。") from error
        self._readers.append(reader)
        return reader

    def form(self, page: PageObject) -> IndirectObject:
        """A page as a Form XObject clipped to its box."""
        form = _packed(_contents(page))
        form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
        form[NameObject("/BBox")] = numbers(*page.mediabox)
        form[NameObject("/Resources")] = page.get("/Resources", DictionaryObject()).get_object().clone(self._writer)
        if "/Group" in page:
            form[NameObject("/Group")] = page["/Group"].clone(self._writer)
        return self.add(form)

    def resources(self, shown: Mapping[str, IndirectObject]) -> IndirectObject:
        """Resources that call each form by its name."""
        return self.add(dictionary({"/XObject": dictionary({f"/{name}": form for name, form in shown.items()})}))

    def page(self, contents: IndirectObject | None, resources: IndirectObject | None) -> IndirectObject:
        """Append a page of the document's size; without contents it is blank."""
        entries: dict[str, PdfObject] = {"/Type": NameObject("/Page"), "/Parent": self._tree}
        entries["/Resources"] = resources or DictionaryObject()
        if contents:
            entries["/Contents"] = contents
        self._kids.append(self.add(dictionary(entries)))
        return self._kids[-1]

    def bookmarks(self, marks: Sequence[Bookmark]) -> None:
        """Set the bookmarks and let them be seen when the document is opened."""
        outline = self.add(DictionaryObject())
        count = self._bookmarks(outline, marks)
        _fill(outline, {"/Type": NameObject("/Outlines"), "/Count": NumberObject(count)})
        self.root({"/Outlines": outline, "/PageMode": NameObject("/UseOutlines")})

    def _bookmarks(self, parent: IndirectObject, marks: Sequence[Bookmark]) -> int:
        """Hang the marks under their parent; returns how many there are, those below them counted in."""
        items = [self.add(DictionaryObject()) for _ in marks]
        count = len(items)
        for index, (item, mark) in enumerate(zip(items, marks, strict=True)):
            below = self._bookmarks(item, mark.below)
            count += below
            _fill(item, {
                "/Title": text(mark.title),
                "/Parent": parent,
                "/Dest": ArrayObject([mark.page, NameObject("/Fit")]),
                **({"/Prev": items[index - 1]} if index else {}),
                **({"/Next": items[index + 1]} if index + 1 < len(items) else {}),
                **({"/Count": NumberObject(below)} if below else {}),
            })  # fmt: skip
        if items:
            _fill(parent, {"/First": items[0], "/Last": items[-1]})
        return count

    def save(self, target: Path, title: str) -> None:
        """Write the document. TargetError where the disk refuses; then nothing is left at `target`."""
        size, kids = numbers(0, 0, *self._size), ArrayObject(self._kids)
        _fill(self._tree, {
            "/Type": NameObject("/Pages"), "/Kids": kids, "/Count": NumberObject(len(kids)), "/MediaBox": size,
        })  # fmt: skip
        self._writer.metadata = {"/Title": title}
        loose = BytesIO()
        self._writer.write(loose)
        write_whole(target, _pack(loose))


def _pack(loose: BytesIO) -> bytes:
    """Let qpdf put the small objects into packed object streams, which pypdf does not write."""
    with Pdf.open(loose) as pdf:
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """A document that pikepdf holds, as bytes, the same ones for the same content."""
    out = BytesIO()
    pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def write_whole(target: Path, data: bytes) -> None:
    """Write a file, or leave none. TargetError where the disk refuses.

    pikepdf never writes to a path in this program: on a full disk qpdf ends the whole process.
    """
    try:
        target.write_bytes(data)
    except OSError as error:
        target.unlink(missing_ok=True)
        sentence = f"{target.name} を書き込めません（{error.strerror}）。空き容量と書き込みの権限を確かめてください。"
        raise TargetError(sentence) from error


def check_upright(page: PageObject, what: str) -> None:
    """RenderError unless the page is upright A4: what is not has not come through our own doors."""
    width, height = page.mediabox.width, page.mediabox.height
    if page.rotation or abs(width - A4[0]) > NOT_A4 or abs(height - A4[1]) > NOT_A4:
        raise RenderError(f"{what}に A4 縦でないページがあります。様式の用紙設定を A4 縦に直してください。")


def dictionary(entries: Mapping[str, PdfObject]) -> DictionaryObject:
    """A PDF dictionary."""
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def numbers(*values: float) -> ArrayObject:
    """A PDF array of numbers."""
    return ArrayObject([FloatObject(value) for value in values])


def text(value: str) -> PdfObject:
    """A text string, in half the bytes that pypdf's own form of it takes."""
    return ByteStringObject(b"\xfe\xff" + value.encode("utf-16-be"))


def _fill(reference: IndirectObject, entries: Mapping[str, PdfObject]) -> None:
    held = reference.get_object()
    assert isinstance(held, DictionaryObject)
    held.update(dictionary(entries))


def _contents(page: PageObject) -> bytes:
    found = page.get("/Contents", DictionaryObject()).get_object()
    pieces = [piece.get_object() for piece in found] if isinstance(found, ArrayObject) else [found]
    return b"\n".join(piece.get_data() for piece in pieces if isinstance(piece, StreamObject))


def _packed(content: bytes) -> StreamObject:
    plain = DecodedStreamObject()
    plain.set_data(content)
    return plain.flate_encode()
