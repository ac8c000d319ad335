"""What a page says, as one SHA-256: equal for equal pages in whatever file, wherever their objects lie, however packed.

Decision: hashed are the unpacked drawing, all that it names to draw with (fonts, pictures, forms within forms) and the visible
box; not object numbers, compression, entries that are null, or resources that it does not name (other programs drop those). A
page and a Form XObject made of it have the same hash, and so a packet can be held against the parts that it was made from.
Reads with pikepdf; pypdf wrote.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream, StreamDecodeLevel, String

from forms.attachments.pagesource import inherited

PACKING = frozenset(("/Length", "/Filter", "/DecodeParms", "/DL"))
SIMPLE_FONTS = ("/Type1", "/TrueType", "/MMType1", "/CIDFontType0", "/CIDFontType2")
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
NAMED = re.compile(rb"/([^\x00\s/<>\[\](){}%]+)")  # names in a drawing
CYCLE = b"(cycle)"


@dataclass
class PageHasher:
    """Hashes pages and forms of one open document, everything that they share only once."""

    _known: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def page(self, page: Object) -> str:
        """The hash of a page."""
        box = inherited(page, "/MediaBox")
        return self._hash(_drawing(page.get("/Contents")), inherited(page, "/Resources"), box, page.get("/Group"))

    def form(self, form: Object | None) -> str:
        """The hash of a Form XObject: that of the page it shows; of what is none, the hash of an empty page without a box."""
        if not isinstance(form, Stream):
            return self._hash(b"", None, None, None)
        return self._hash(_drawing(form), form.get("/Resources"), form.get("/BBox"), form.get("/Group"))

    def _hash(self, drawing: bytes, resources: Object | None, *others: Object | None) -> str:
        whole = hashlib.sha256(drawing)
        whole.update(b"\0" + self._used(resources, drawing))
        for other in others:
            whole.update(b"\0" + self._digest(other))
        return whole.hexdigest()

    def _used(self, resources: object, drawing: bytes) -> bytes:
        """A digest of the resources that a drawing names."""
        if not isinstance(resources, Dictionary):
            return b""
        named = {b"/" + name for name in NAMED.findall(drawing)}
        used = hashlib.sha256()
        for kind, entries in sorted(resources.items(), key=itemgetter(0)):
            for key, entry in sorted(entries.items(), key=itemgetter(0)) if isinstance(entries, Dictionary) else ():
                if key.encode("utf-8", "surrogateescape") in named:
                    used.update(_spelt(kind) + _spelt(key) + self._digest(entry))
        return used.digest()

    def _digest(self, item: object) -> bytes:
        """A digest of an object and all below it; a loop is cut where it closes."""
        number = item.objgen if isinstance(item, Object) else (0, 0)
        if number in self._known:
            return self._known[number]
        if number != (0, 0):
            self._known[number] = CYCLE
        digest = hashlib.sha256(self._written(item)).digest()
        if number != (0, 0):
            self._known[number] = digest
        return digest

    def _written(self, item: object) -> bytes:
        if isinstance(item, Stream):
            data, packing = _unpacked(item)
            unsaid = PACKING - packing | {"/Resources"}
            return b"S" + hashlib.sha256(data).digest() + self._entries(item, unsaid) + self._used(item.get("/Resources"), data)
        if isinstance(item, Dictionary):
            return b"D" + self._entries(item, frozenset())
        if isinstance(item, Array):
            return b"A" + b"".join(self._digest(entry) for entry in item)
        return _scalar(item)

    def _entries(self, holder: Object, unsaid: frozenset[str]) -> bytes:
        entries = [(key, value) for key, value in holder.items() if key not in unsaid and value is not None]
        return b"".join(_spelt(key) + self._digest(value) for key, value in sorted(entries, key=itemgetter(0)))


def _spelt(key: str) -> bytes:
    return key.encode("utf-8", "surrogateescape") + b" "


def _scalar(item: object) -> bytes:
    if isinstance(item, bool) or item is None:
        return f"c{item}".encode()
    if isinstance(item, int | Decimal | float):
        return f"n{round(float(item), 4) + 0.0:.4f}".encode()
    if isinstance(item, Name):
        name = bytes(item)
        return b"N" + name if name.isascii() else b"N?"  # writers spell names beyond ASCII in their own ways
    if isinstance(item, String):
        return b"s" + bytes(item)
    return b"o" + str(item).encode()


def _unpacked(stream: Object) -> tuple[bytes, frozenset[str]]:
    """The data without packing that every reader undoes, and the entries that describe the packing which is left."""
    try:
        return stream.read_bytes(StreamDecodeLevel.generalized), frozenset()
    except PdfError:
        return stream.read_raw_bytes(), frozenset(("/Filter", "/DecodeParms"))


def _drawing(contents: Object | None) -> bytes:
    pieces = contents if isinstance(contents, Array) else [contents]
    return b"\n".join(_unpacked(piece)[0] for piece in pieces if isinstance(piece, Stream))


def page_hashes(source: Path) -> tuple[str, ...]:
    """The hash of every page of a PDF, in order."""
    with Pdf.open(source) as pdf:
        hasher = PageHasher()
        return tuple(hasher.page(page.obj) for page in pdf.pages)


def unembedded_fonts(source: Path) -> tuple[str, ...]:
    """Names of the fonts that a PDF uses but does not bring along, sorted."""
    with Pdf.open(source) as pdf:
        return fonts_missing(inherited(page.obj, "/Resources") for page in pdf.pages)


def fonts_missing(roots: Iterable[Object | None]) -> tuple[str, ...]:
    """Names of the fonts below these objects that are not embedded, sorted."""
    seen: set[tuple[int, int]] = set()
    found: set[str] = set()
    waiting: list[object] = list(roots)
    while waiting:
        item = waiting.pop()
        if isinstance(item, Object) and item.objgen != (0, 0):
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if isinstance(item, Array):
            waiting += list(item)
        elif isinstance(item, Dictionary | Stream):
            waiting += [entry for _, entry in item.items()]
            if _is_missing(item):
                found.add(bytes(item.get("/BaseFont", Name("/?"))).decode("ascii", "replace").removeprefix("/"))
    return tuple(sorted(found))


def _is_missing(item: Object) -> bool:
    if "/BaseFont" not in item or item.get("/Subtype") not in SIMPLE_FONTS:
        return False
    descriptor = item.get("/FontDescriptor")
    return not (isinstance(descriptor, Dictionary) and any(key in descriptor for key in FONT_FILES))
