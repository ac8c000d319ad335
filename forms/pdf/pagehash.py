"""What a page says, as one SHA-256: equal for equal pages in whatever file, wherever their objects lie, however packed.

Decision: hashed are the unpacked drawing, all that it names to draw with (fonts, pictures, forms within forms) and the visible
box; not object numbers, compression, entries that are null, or resources that it does not name (other programs drop those).
Pictures are hashed as they are packed: unpacking a thousand scans would take longer than writing the packet. A page and a Form
XObject made of it have the same hash, and so a packet can be held against the parts that it was made from. Reads with pypdf;
pikepdf wrote.
"""

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path

from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from forms.pdf.reading import met, pages_of, reading

PACKING = frozenset(("/Length", "/Filter", "/DecodeParms", "/DL"))
PACKED = frozenset(("/Filter", "/DecodeParms"))
UNPACKABLE = frozenset(("/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"))
SPOILED = (PyPdfError, ValueError, TypeError, KeyError, IndexError, NotImplementedError)  # what pypdf says of a stream's packing
SIMPLE_FONTS = ("/Type1", "/TrueType", "/MMType1", "/CIDFontType0", "/CIDFontType2")
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
NAMED = re.compile(rb"/([^\x00\s/<>\[\](){}%]+)")  # names in a drawing
CYCLE = b"(cycle)"


@dataclass
class PageHasher:
    """Hashes pages and forms of one open document, everything that they share only once."""

    _known: dict[int, bytes] = field(default_factory=dict)

    def page(self, page: DictionaryObject, without: Collection[str] = ()) -> str:
        """The hash of a page; `without` names resources that are not to count."""
        box = page.get("/MediaBox")
        return self._hash(_drawing(page.get("/Contents")), page.get("/Resources"), without, box, page.get("/Group"))

    def form(self, form: object, without: Collection[str] = ()) -> str:
        """The hash of a Form XObject: that of the page it shows; of what is none, the hash of an empty page without a box."""
        found = met(form)
        if not isinstance(found, StreamObject):
            return self._hash(b"", None, without, None, None)
        return self._hash(_drawing(found), found.get("/Resources"), without, found.get("/BBox"), found.get("/Group"))

    def _hash(self, drawing: bytes, resources: object, without: Collection[str], *others: object) -> str:
        whole = hashlib.sha256(drawing)
        whole.update(b"\0" + self._used(resources, drawing, without))
        for other in others:
            whole.update(b"\0" + self._digest(other))
        return whole.hexdigest()

    def _used(self, resources: object, drawing: bytes, without: Collection[str] = ()) -> bytes:
        """A digest of the resources that a drawing names."""
        found = met(resources)
        if not isinstance(found, DictionaryObject):
            return b""
        named = {b"/" + name for name in NAMED.findall(drawing)} - {f"/{name}".encode() for name in without}
        used = hashlib.sha256()
        for kind, entries in sorted(found.items(), key=itemgetter(0)):
            inside = met(entries)
            for key, entry in sorted(inside.items(), key=itemgetter(0)) if isinstance(inside, DictionaryObject) else ():
                if key.encode("utf-8", "surrogateescape") in named:
                    used.update(_spelt(kind) + _spelt(key) + self._digest(entry))
        return used.digest()

    def _digest(self, item: object) -> bytes:
        """A digest of an object and all below it; a loop is cut where it closes."""
        if not isinstance(item, IndirectObject):
            return hashlib.sha256(self._written(item)).digest()
        if item.idnum not in self._known:
            self._known[item.idnum] = CYCLE
            self._known[item.idnum] = hashlib.sha256(self._written(met(item))).digest()
        return self._known[item.idnum]

    def _written(self, item: object) -> bytes:
        if isinstance(item, StreamObject):
            data, unsaid = _unpacked(item)
            used = self._used(item.get("/Resources"), data) if "/Resources" in item else b""
            return b"S" + hashlib.sha256(data).digest() + self._entries(item, unsaid | {"/Resources"}) + used
        if isinstance(item, DictionaryObject):
            return b"D" + self._entries(item, frozenset())
        if isinstance(item, ArrayObject):
            return b"A" + b"".join(self._digest(entry) for entry in list(item))
        return _scalar(item)

    def _entries(self, holder: DictionaryObject, unsaid: frozenset[str]) -> bytes:
        entries = [(key, value) for key, value in holder.items() if key not in unsaid and not isinstance(value, NullObject)]
        return b"".join(_spelt(key) + self._digest(value) for key, value in sorted(entries, key=itemgetter(0)))


def _spelt(key: str) -> bytes:
    return key.encode("utf-8", "surrogateescape") + b" "


def _scalar(item: object) -> bytes:
    if item is None or isinstance(item, NullObject):
        return b"cNone"
    if isinstance(item, BooleanObject):
        return f"c{item.value}".encode()
    if isinstance(item, NumberObject | FloatObject):
        return f"n{round(float(item), 4) + 0.0:.4f}".encode()
    if isinstance(item, NameObject):
        return b"N" + item.encode() if item.isascii() else b"N?"  # writers spell names beyond ASCII in their own ways
    if isinstance(item, TextStringObject):
        return b"s" + item.original_bytes
    if isinstance(item, ByteStringObject):
        return b"s" + bytes(item)
    return b"o" + str(item).encode()


def _unpacked(stream: StreamObject) -> tuple[bytes, frozenset[str]]:
    """The data without packing that every reader undoes, and the entries of the stream that say nothing more then."""
    filters = met(stream.get("/Filter"))
    named = {str(met(each)) for each in (list(filters) if isinstance(filters, ArrayObject) else [filters] if filters else [])}
    if met(stream.get("/Subtype")) != "/Image" and named <= UNPACKABLE:
        try:
            return stream.get_data(), PACKING
        except SPOILED:
            pass
    return bytes(stream._data), PACKING - PACKED  # pypdf has no public name for it


def _drawing(contents: object) -> bytes:
    found = met(contents)
    pieces = [met(piece) for piece in list(found)] if isinstance(found, ArrayObject) else [found]
    return b"\n".join(_unpacked(piece)[0] for piece in pieces if isinstance(piece, StreamObject))


def read_in_turn(source: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """The hash of one page of a PDF after another, and the names of fonts met there first that the PDF does not bring along."""
    with reading(source) as pdf:
        hasher, fonts = PageHasher(), FontFinder()
        for _, page in pages_of(pdf):
            yield hasher.page(page), fonts.missing(page.get("/Resources"))


def page_hashes(source: Path) -> tuple[str, ...]:
    """The hash of every page of a PDF, in order."""
    return tuple(found for found, _ in read_in_turn(source))


def unembedded_fonts(source: Path) -> tuple[str, ...]:
    """Names of the fonts that a PDF uses but does not bring along, sorted."""
    return tuple(sorted({name for _, names in read_in_turn(source) for name in names}))


@dataclass
class FontFinder:
    """Looks for fonts that are not embedded; what was looked at once is not looked at again."""

    _seen: set[int] = field(default_factory=set)

    def missing(self, root: object) -> frozenset[str]:
        """Names of such fonts below an object."""
        found: set[str] = set()
        waiting = [root]
        while waiting:
            item = waiting.pop()
            if isinstance(item, IndirectObject):
                if item.idnum in self._seen:
                    continue
                self._seen.add(item.idnum)
            inside = met(item)
            if isinstance(inside, ArrayObject):
                waiting += list(inside)
            elif isinstance(inside, DictionaryObject):
                waiting += list(inside.values())
                if _is_missing(inside):
                    found.add(str(met(inside.raw_get("/BaseFont"))).encode("ascii", "replace").decode("ascii").removeprefix("/"))
        return frozenset(found)


def _is_missing(item: DictionaryObject) -> bool:
    if "/BaseFont" not in item or met(item.get("/Subtype")) not in SIMPLE_FONTS:
        return False
    descriptor = met(item.get("/FontDescriptor"))
    return not (isinstance(descriptor, DictionaryObject) and any(key in descriptor for key in FONT_FILES))
