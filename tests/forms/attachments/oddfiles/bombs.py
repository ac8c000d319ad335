"""Small files that unpack to very much."""

import zlib
from functools import cache

from tests.forms.attachments.oddfiles.drawings import painted
from tests.forms.attachments.oddfiles.model import Odd
from tests.forms.attachments.oddfiles.rawpdf import (
    HEADER,
    assembled,
    form,
    image,
    many_pages,
    one_page,
    packed,
    page_objects,
    stream,
)

MEGABYTE = 2**20
TOO_MUCH = "描かれているものが多すぎて"


@cache
def deflated(megabytes: int, byte: bytes = b" ") -> bytes:
    """So much of one byte, deflated, but for the check sum at the end."""
    packer = zlib.compressobj(9)
    head, tail = packer.flush(zlib.Z_FULL_FLUSH), zlib.compressobj(9).flush()[2:]
    block = packer.compress(byte * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * megabytes + tail


def run(count: int) -> bytes:
    """Run lengths of 128 spaces each."""
    return b"\x81 " * count + b"\x80"


def lzw_bomb(codes: int) -> bytes:
    """LZW codes, each of which stands for one byte more than the one before, as long as the table has room."""
    bits, width, entry = [f"{256:09b}", f"{32:09b}"], 9, 258
    for _ in range(codes):
        if entry + 1 >= 1 << width and width < 12:
            width += 1
        bits.append(f"{min(entry, 4094):0{width}b}")
        entry += 1 if entry < 4094 else 0
    whole = "".join(bits)
    return bytes(int(whole[at : at + 8].ljust(8, "0"), 2) for at in range(0, len(whole), 8))


ODD = (
    Odd("bomb-drawing", "a drawing of 3 GB in 3 MB", lambda: one_page(more={4: stream(deflated(3000), b"/Filter/FlateDecode")}), refused=TOO_MUCH),
    Odd("bomb-in-bomb", "a drawing deflated twice: 3 GB in some kilobytes", lambda: one_page(more={4: stream(zlib.compress(deflated(3000), 1), b"/Filter[/FlateDecode/FlateDecode]")}), refused="「"),
    Odd("bomb-run-length", "a drawing of 600 MB in run lengths, deflated", lambda: one_page(more={4: stream(zlib.compress(run(5_000_000)), b"/Filter[/FlateDecode/RunLengthDecode]")}), refused="「"),
    Odd("bomb-lzw", "a drawing of 8 GB in LZW", lambda: one_page(more={4: stream(lzw_bomb(400_000), b"/Filter/LZWDecode")}), refused="「"),
    Odd("bomb-form", "a form of 3 GB", lambda: one_page(b"/F Do", resources=b"/XObject<</F 5 0 R>>", more={5: form(deflated(3000), b"/Filter/FlateDecode")}), refused=TOO_MUCH),
    Odd("bomb-picture-data", "a small picture with 3 GB behind its rows", lambda: painted(image(deflated(3000), b"/Width 80/Height 80/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode"))),
    Odd("bomb-picture", "a picture of 60,000 × 60,000 points in colour", lambda: painted(image(deflated(100), b"/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode")), refused="画素"),
    Odd("bomb-predictor", "a predictor with rows of 2 GB", lambda: painted(image(deflated(1), b"/Width 80/Height 80/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>")), notes=("1ページ目は壊れていて",), unlike="nothing can be read"),
    Odd("bomb-object-stream", "an object stream of 3 GB", lambda: _with_stream(b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"), refused="「"),
    Odd("bomb-xref-stream", "an xref stream of 3 GB", lambda: _as_xref(), refused="「"),
    Odd("bomb-font", "a font of 3 GB", lambda: one_page(b"BT /F 12 Tf (a) Tj ET", resources=b"/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 5 0 R>>>>>>", more={5: stream(deflated(3000), b"/Filter/FlateDecode")}), refused=TOO_MUCH),
    Odd("bomb-many", "1,000 pages, each of which unpacks to 100 MB", lambda: _many(1000), refused=TOO_MUCH),
    Odd("bomb-forms", "forms that draw each other ten times, ten levels: ten thousand million drawings", lambda: _forms(), unlike="no renderer comes to an end", refused="「"),
    Odd("bomb-fields", "a tree of form fields of 40 levels, each kid twice", lambda: _fields()),
)  # fmt: skip


def _with_stream(entries: bytes) -> bytes:
    source = packed(page_objects(), {3})
    at = source.index(b"/Type/ObjStm")
    start, end = source.rindex(b"<<", 0, at), source.index(b"endstream", at)
    return source[:start] + stream(deflated(3000), entries)[: -len(b"endstream")] + source[end:]


def _as_xref() -> bytes:
    start = len(HEADER)
    body = stream(deflated(3000), b"/Type/XRef/Size 5/W[1 4 2]/Root 1 0 R/Filter/FlateDecode")
    return HEADER + b"9 0 obj\n" + body + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def _many(count: int) -> bytes:
    data = zlib.compress(b" " * 100 * MEGABYTE, 9)
    own = {10 + n: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<>>>>" % (10 + count + n) for n in range(count)}
    drawings = {10 + count + n: stream(data, b"/Filter/FlateDecode") for n in range(count)}
    return assembled({**many_pages(count), **own, **drawings})


def _forms() -> bytes:
    more = {10 + n: form(b"/F Do " * 10, b"/Resources<</XObject<</F %d 0 R>>>>" % (11 + n)) for n in range(10)}
    return one_page(b"/F Do", resources=b"/XObject<</F 10 0 R>>", more={**more, 20: form(b"0 0 9 9 re f")})


def _fields() -> bytes:
    more = {10 + n: b"<</T(a)/Kids[%d 0 R %d 0 R]>>" % (11 + n, 11 + n) for n in range(40)}
    return one_page(more={**more, 50: b"<</T(x)/FT/Tx/V(abc)>>"}, catalog=b"/AcroForm<</Fields[10 0 R]>>")


