"""How the file is put together: tables, trailers, objects, what stands before and behind."""

from collections.abc import Callable

from tests.forms.attachments.oddfiles.model import REPAIRED, Odd, constant
from tests.forms.attachments.oddfiles.rawpdf import (
    HEADER,
    MARKS,
    appended,
    assembled,
    flated,
    many_pages,
    one_page,
    packed,
    page_objects,
    stream,
)

WHOLE = one_page()
THREE = assembled(many_pages(3))
GONE = "壊れていて、PDF として読めません"


def without(source: bytes, piece: bytes) -> bytes:
    """The file with one piece of it taken out."""
    assert piece in source
    return source.replace(piece, b"", 1)


def cut_at(source: bytes, mark: bytes) -> bytes:
    """The file up to the last place where this stands."""
    return source[: source.rindex(mark)]


def hybrid() -> bytes:
    """A table for old readers that names an xref stream for new ones, in which the page's drawing is listed."""
    objects = page_objects()
    whole = packed(objects, set())
    at = whole.rindex(b"/Type/XRef")
    start = whole.rindex(b"startxref")
    listed = int(whole[start + 9 :].split()[0])
    body = whole[:start]
    rows = b"".join(b"%010d 00000 n \n" % body.index(b"%d 0 obj" % n) for n in (1, 2, 3))
    table = b"xref\n0 1\n0000000000 65535 f \n1 3\n" + rows
    assert at > 0
    trailer = b"trailer<</Size 7/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n" % (listed, len(body))
    return body + table + trailer


PAGES_GONE = appended(THREE, {2: b"<</Type/Pages/Count 1/Kids[11 0 R]>>"})
TWICE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>"

ODD = (
    Odd("plain", "nothing: the page that all others depart from", constant(WHOLE)),
    Odd("no-xref", "the table of objects and all behind it is cut off", constant(cut_at(WHOLE, b"xref\n0")), notes=(REPAIRED,), unlike="PDFium does not open it"),
    Odd("no-startxref", "the last lines are cut off", constant(cut_at(WHOLE, b"startxref")), notes=(REPAIRED,)),
    Odd("no-eof", "only %%EOF is missing", constant(cut_at(WHOLE, b"%%EOF"))),
    Odd("no-trailer-word", "the trailer's keyword is missing", constant(without(WHOLE, b"trailer")), notes=(REPAIRED,), unlike="PDFium does not open it"),
    Odd("cut-in-table", "cut in the middle of the table", constant(cut_at(WHOLE, b" 00000 n")), notes=(REPAIRED,), unlike="PDFium does not open it"),
    Odd("cut-in-drawing", "cut in the middle of the page's drawing", constant(WHOLE[: WHOLE.index(MARKS) + 60]), notes=(REPAIRED, "何も描かれていない白紙"), unlike="PDFium does not open it"),
    Odd("cut-before-page", "cut before the page object", constant(WHOLE[: WHOLE.index(b"3 0 obj")]), refused="「"),
    Odd("cut-in-header", "only the first five bytes", constant(b"%PDF-"), refused="「"),
    Odd("wrong-offsets", "every offset of the table is 7 too high", lambda: _shifted(7), notes=(REPAIRED,)),
    Odd("startxref-zero", "startxref says 0", lambda: _startxref(b"0"), notes=(REPAIRED,)),
    Odd("startxref-beyond", "startxref points behind the end", lambda: _startxref(b"99999999"), notes=(REPAIRED,)),
    Odd("startxref-negative", "startxref is negative", lambda: _startxref(b"-5"), notes=(REPAIRED,)),
    Odd("xref-cr-only", "the table's lines end with CR alone", lambda: _table(lambda table: table.replace(b" \n", b" \r"))),
    Odd("xref-from-1", "the table's first number is 1 instead of 0", lambda: _table(lambda t: t.replace(b"0 5\n", b"1 5\n", 1)), notes=(REPAIRED,)),
    Odd("xref-stream", "an xref stream instead of a table", lambda: packed(page_objects(), set())),
    Odd("xref-stream-plain", "an xref stream that is not packed", lambda: packed(page_objects(), set(), xref_filter=False)),
    Odd("object-stream", "catalogue, page tree and page lie in an object stream", lambda: packed(page_objects(), {1, 2, 3})),
    Odd(
        "xref-stream-broken", "the xref stream's data are garbage",
        lambda: _damaged(packed(page_objects(), set()), b"/Type/XRef"), notes=(REPAIRED,),
    ),
    Odd("object-stream-broken", "the object stream's data are garbage", lambda: _damaged(packed(page_objects(), {2, 3}), b"/ObjStm"), refused="「"),
    Odd("hybrid", "a table and an xref stream that complete one another", hybrid, unlike="PDFium does not read the second list; poppler shows what we do"),
    Odd("xref-widths-huge", "the xref stream's fields are 100 bytes wide", lambda: packed(page_objects(), set()).replace(b"[1 4 2]", b"[1 99 2]"), notes=(REPAIRED,)),
    Odd("prev-loop", "the trailer names itself as the one before", lambda: _prev(b"self"), notes=(REPAIRED,)),
    Odd("prev-beyond", "the trailer before lies behind the end of the file", lambda: _prev(b"9999999"), notes=(REPAIRED,)),
    Odd("appended", "a page is replaced by an update behind the file", lambda: appended(one_page(b"0 g 0 0 300 300 re f"), {4: stream(MARKS)})),
    Odd("appended-deletes", "an update takes two of three pages away", constant(PAGES_GONE)),
    Odd("appended-1000", "1,000 updates, one behind another", lambda: _updated(1000)),
    Odd("length-short", "/Length is too short", lambda: assembled({**page_objects(), 4: stream(MARKS, length=b"5")}), notes=(REPAIRED,)),
    Odd("length-long", "/Length reaches over the next object", lambda: assembled({**page_objects(), 4: stream(MARKS, length=b"4000")}), notes=(REPAIRED,)),
    Odd("length-missing", "no /Length", lambda: assembled(page_objects()).replace(b"<</Length %d>>" % len(MARKS), b"<<>>", 1), notes=(REPAIRED,)),
    Odd("length-negative", "/Length is negative", lambda: assembled({**page_objects(), 4: stream(MARKS, length=b"-1")}), notes=(REPAIRED,)),
    Odd("length-indirect", "/Length lies in an object behind the stream", lambda: one_page(more={4: stream(MARKS, length=b"9 0 R"), 9: b"%d" % len(MARKS)})),
    Odd("length-loop", "/Length is a reference to the stream itself", lambda: one_page(more={4: stream(MARKS, length=b"4 0 R")}), notes=(REPAIRED,)),
    Odd("no-endobj", "no object ends with endobj", lambda: WHOLE.replace(b"endobj\n", b""), notes=(REPAIRED,)),
    Odd("no-endstream", "the drawing does not end with endstream", lambda: without(WHOLE, b"endstream"), notes=(REPAIRED,)),
    Odd("no-root", "the trailer names no catalogue", lambda: WHOLE.replace(b"/Root 1 0 R", b""), notes=(REPAIRED,), unlike="PDFium does not open it"),
    Odd("root-is-pages", "the trailer's catalogue is the page tree", lambda: WHOLE.replace(b"/Root 1 0 R", b"/Root 2 0 R"), notes=(REPAIRED,), unlike="PDFium does not open it"),
    Odd("size-lie", "the trailer says that there are 2 objects", lambda: WHOLE.replace(b"/Size 5", b"/Size 2"), notes=(REPAIRED,)),
    Odd("size-huge", "the trailer says that there are 2 thousand million objects", lambda: WHOLE.replace(b"/Size 5", b"/Size 2147483647"), notes=(REPAIRED,)),
    Odd("object-number-huge", "an object's number is 2,147,483,640", lambda: WHOLE + b"2147483640 0 obj\nnull\nendobj\n"),
    Odd("generation", "the page has generation 3", lambda: WHOLE.replace(b"3 0 obj", b"3 3 obj").replace(b"3 0 R", b"3 3 R"), notes=(REPAIRED,)),
    Odd("twice-defined", "an object stands twice, the later counts", lambda: _twice(), notes=(REPAIRED,), unlike="PDFium does not open it"),
    Odd("self-reference", "an object is a reference to itself", lambda: one_page(resources=b"/Font 7 0 R", more={7: b"7 0 R"}), notes=(REPAIRED,)),
    Odd("reference-circle", "three objects are references in a circle", lambda: one_page(resources=b"/Font 7 0 R", more={7: b"8 0 R", 8: b"9 0 R", 9: b"7 0 R"}), notes=(REPAIRED,)),
    Odd("junk-before", "500 bytes of mail header before %PDF", lambda: b"Content-Type: application/pdf\r\n" * 16 + WHOLE),
    Odd("macbinary", "a MacBinary header of 128 bytes", lambda: b"\0\x0bsample.pdf".ljust(128, b"\0") + WHOLE),
    Odd("bom-before", "a byte order mark before %PDF", lambda: b"\xef\xbb\xbf" + WHOLE),
    Odd("junk-behind", "2,000 bytes of zeros behind the end", lambda: WHOLE + b"\0" * 2000, notes=(REPAIRED,)),
    Odd("html-behind", "a web page behind the end", lambda: WHOLE + b"<html><body>sent by a server</body></html>" * 40, notes=(REPAIRED,)),
    Odd("two-in-one", "two files one behind the other: the last counts", lambda: one_page(b"0 g 0 0 99 99 re f") + _rebased(WHOLE, len(one_page(b"0 g 0 0 99 99 re f"))), notes=()),
    Odd("header-old", "version 1.0", lambda: WHOLE.replace(b"%PDF-1.7", b"%PDF-1.0")),
    Odd("header-2.0", "version 2.0", lambda: WHOLE.replace(b"%PDF-1.7", b"%PDF-2.0")),
    Odd("header-strange", "version 9.99", lambda: WHOLE.replace(b"%PDF-1.7", b"%PDF-9.99").replace(b"%\xe2\xe3\xcf\xd3\n", b"%\xe2\xe3\xcf\n")),
    Odd("crlf", "sent as text: every line feed became CR LF", lambda: WHOLE.replace(b"\n", b"\r\n"), notes=(REPAIRED,)),
    Odd("seven-bit", "sent by a mail programme that cleared the eighth bit", lambda: bytes(b & 127 for b in packed(page_objects(), {1, 2, 3})), refused="「"),
    Odd("nul-for-space", "zero bytes instead of spaces between words", lambda: one_page(MARKS.replace(b" ", b"\0"))),
    Odd("comments", "comments within dictionaries", lambda: WHOLE.replace(b"<</Type/Page/", b"<<% a page\n/Type/Page%x\n/"), notes=(REPAIRED,)),
    Odd("strange-names", "keys spelt with #", lambda: WHOLE.replace(b"/MediaBox", b"/Media#42ox"), notes=(REPAIRED,)),
    Odd("no-types", "no /Type anywhere", lambda: assembled({n: o.replace(b"/Type/Catalog", b"").replace(b"/Type/Pages", b"").replace(b"/Type/Page", b"") for n, o in page_objects().items()}), notes=(REPAIRED,)),
    Odd("wrong-types", "the page says that it is a font", lambda: WHOLE.replace(b"/Type/Page/", b"/Type/Font/"), notes=(REPAIRED,), unlike="PDFium does not open it"),
    Odd("empty-file", "no byte", constant(b""), refused="空（0バイト）"),
    Odd("one-byte", "one byte", constant(b"%"), refused="中身が違います"),
    Odd("html-named-pdf", "a web page under a name that ends with .pdf", constant(b"<!DOCTYPE html><html><body>404</body></html>"), refused="ウェブページ"),
    Odd("only-header", "nothing behind the header", constant(HEADER), refused=GONE),
    Odd("header-and-noise", "noise behind the header", lambda: HEADER + bytes(n * n % 251 for n in range(5000)), refused=GONE),
    Odd("fdf", "a file of form data", constant(b"%FDF-1.2\n1 0 obj<</FDF<</Fields[]>>>>endobj trailer<</Root 1 0 R>>"), refused="中身が違います"),
    Odd("deflated-drawing", "the drawing is packed", lambda: one_page(more={4: flated(MARKS)})),
)  # fmt: skip


def _shifted(by: int) -> bytes:
    def shift(table: bytes) -> bytes:
        rows = table.split(b"\n")
        return b"\n".join(b"%010d%b" % (int(row[:10]) + by, row[10:]) if row.endswith(b" n ") else row for row in rows)

    return _table(shift)


def _table(change: Callable[[bytes], bytes]) -> bytes:
    start, end = WHOLE.index(b"xref\n0"), WHOLE.index(b"trailer")
    return WHOLE[:start] + change(WHOLE[start:end]) + WHOLE[end:]


def _startxref(said: bytes) -> bytes:
    return WHOLE[: WHOLE.rindex(b"startxref") + 10] + said + b"\n%%EOF\n"


def _damaged(source: bytes, kind: bytes) -> bytes:
    at = source.index(b"stream\n", source.index(kind)) + 7
    return source[:at] + b"\xff" * 30 + source[at + 30 :]


def _prev(said: bytes) -> bytes:
    at = b"%d" % WHOLE.rindex(b"xref\n0") if said == b"self" else said
    return WHOLE.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + at)


def _updated(times: int) -> bytes:
    source = WHOLE
    for _ in range(times):
        source = appended(source, {4: stream(MARKS)})
    return source


def _twice() -> bytes:
    other = one_page(b"0 g 0 0 300 300 re f")
    start = other.index(b"xref\n0")
    return other[:start] + b"4 0 obj\n" + stream(MARKS) + b"\nendobj\n"


def _rebased(source: bytes, by: int) -> bytes:
    start = source.index(b"xref\n0")
    rows = source[start:].split(b"\n")
    moved = [b"%010d%b" % (int(row[:10]) + by, row[10:]) if row.endswith(b" n ") else row for row in rows]
    tail = b"\n".join(moved)
    return source[:start] + tail.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + by))
