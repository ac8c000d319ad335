"""PDFs written object by object, so that anything may be wrong in them."""

import zlib
from collections.abc import Mapping

from tests.forms.pdfkit import marked

Objects = dict[int, bytes]
A4_BOX = (0, 0, 595, 842)
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
MARKS = marked(A4_BOX)
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data: bytes, entries: bytes = b"", length: bytes | None = None) -> bytes:
    """A stream object; `length` where the entry is to say something else."""
    said = str(len(data)).encode() if length is None else length
    return b"<<" + entries + b"/Length " + said + b">>stream\n" + data + b"\nendstream"


def flated(data: bytes, entries: bytes = b"") -> bytes:
    """A deflated stream object."""
    return stream(zlib.compress(data), b"/Filter/FlateDecode" + entries)


def form(data: bytes, entries: bytes = b"") -> bytes:
    """A Form XObject over the whole of A4 unless `entries` says otherwise."""
    box = b"" if b"/BBox" in entries else b"/BBox[0 0 595 842]"
    return stream(data, b"/Type/XObject/Subtype/Form" + box + entries)


def image(data: bytes, entries: bytes) -> bytes:
    """An Image XObject."""
    return stream(data, b"/Type/XObject/Subtype/Image" + entries)


def page_objects(
    content: bytes = MARKS, page: bytes = b"", resources: bytes = b"", more: Mapping[int, bytes] | None = None, catalog: bytes = b""
) -> Objects:
    """A document of one page (object 3); `more` holds or replaces objects. MediaBox is A4 unless `page` has one."""
    box = b"" if b"/MediaBox" in page else b"/MediaBox[0 0 595 842]"
    drawing = b"" if b"/Contents" in page else b"/Contents 4 0 R"
    named = b"" if b"/Resources" in page else b"/Resources<<" + resources + b">>"
    return {
        1: b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R" + box + drawing + named + page + b">>",
        4: stream(content),
        **(more or {}),
    }


def assembled(objects: Mapping[int, bytes], trailer: bytes = b"", header: bytes = HEADER) -> bytes:
    """The objects as a file with a table of where they lie."""
    out, offsets = bytearray(header), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table, size = len(out), max(objects) + 1
    rows = (b"%010d 00000 n \n" % offsets[n] if n in offsets else b"0000000000 65535 f \n" for n in range(size))
    out += b"xref\n0 %d\n" % size + b"".join(rows)
    out += b"trailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table)
    return bytes(out)


def one_page(
    content: bytes = MARKS, page: bytes = b"", resources: bytes = b"", more: Mapping[int, bytes] | None = None, catalog: bytes = b""
) -> bytes:
    """`page_objects` as a file."""
    return assembled(page_objects(content, page, resources, more, catalog))


def many_pages(count: int, content: bytes = MARKS) -> Objects:
    """Objects of a document with so many pages: 10, 11 … with one drawing (4)."""
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>"
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids),
        4: stream(content),
        **{10 + n: page for n in range(count)},
    }


def appended(source: bytes, objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file with an incremental update behind it."""
    out, offsets = bytearray(source), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    before = int(source[source.rindex(b"startxref") + 9 :].split()[0])
    table, size = len(out), max(max(objects) + 1, int(source[source.rindex(b"/Size") + 5 :].split(b"/")[0]))
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % (number, at) for number, at in offsets.items())
    out += b"xref\n" + rows + b"trailer<</Size %d/Root 1 0 R/Prev %d%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, before, trailer, table)
    return bytes(out)


def packed(objects: Mapping[int, bytes], inside: set[int], xref_filter: bool = True) -> bytes:
    """The objects as a file with an xref stream; those named `inside` lie in one object stream."""
    head = b" ".join(b"%d %d" % (n, at) for n, at in zip(sorted(inside), _starts(objects, inside), strict=True)) + b" "
    body = head + b"".join(objects[n] + b" " for n in sorted(inside))
    holder, table = max(objects) + 1, max(objects) + 2
    written = {n: o for n, o in objects.items() if n not in inside}
    if inside:
        written[holder] = flated(body, b"/Type/ObjStm/N %d/First %d" % (len(inside), len(head)))
    out, offsets = bytearray(HEADER), {}
    for number, data in written.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, data)
    rows = bytearray()
    for number in range(table + 1):
        if number in inside:
            rows += b"\x02" + holder.to_bytes(4, "big") + sorted(inside).index(number).to_bytes(2, "big")
        else:
            at = offsets.get(number, len(out) if number == table else 0)
            rows += (b"\x01" if at else b"\0") + at.to_bytes(4, "big") + b"\0\0"
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R" % (table + 1)
    start = len(out)
    listed = flated(bytes(rows), entries) if xref_filter else stream(bytes(rows), entries)
    return bytes(out) + b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, listed, start)


def _starts(objects: Mapping[int, bytes], inside: set[int]) -> list[int]:
    starts, at = [], 0
    for number in sorted(inside):
        starts.append(at)
        at += len(objects[number]) + 1
    return starts
