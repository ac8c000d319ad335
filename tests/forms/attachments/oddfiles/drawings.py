"""What a page draws: its contents array, its operators, the filters on its streams, pictures and their damage."""

import base64
import zlib
from io import BytesIO

from PIL import Image

from tests.forms.attachments.oddfiles.model import REPAIRED, Odd
from tests.forms.attachments.oddfiles.rawpdf import MARKS, flated, form, image, one_page, stream
from tests.forms.pdfkit import picture, picture_file

BLANK = "何も描かれていない白紙"
TORN = "1ページ目は壊れていて"
SIDE = 80
PIXELS = picture((SIDE, SIDE)).tobytes()
RGB = b"/Width 80/Height 80/BitsPerComponent 8/ColorSpace/DeviceRGB"
PAINTED = b"q 400 0 0 400 90 200 cm /I Do Q"


def painted(shown: bytes, more: dict[int, bytes] | None = None) -> bytes:
    """A page with this picture on it."""
    return one_page(PAINTED, resources=b"/XObject<</I 5 0 R>>", more={5: shown, **(more or {})})


def pieces(*drawings: bytes, listed: bytes | None = None) -> bytes:
    """A page whose drawing lies in several streams, from object 20."""
    more = {20 + n: stream(drawing) for n, drawing in enumerate(drawings)}
    names = listed or b"[" + b" ".join(b"%d 0 R" % number for number in more) + b"]"
    return one_page(page=b"/Contents " + names, more=more)


def filtered(data: bytes, names: bytes, entries: bytes = b"") -> bytes:
    """A page whose drawing is packed this way."""
    return one_page(more={4: stream(data, b"/Filter " + names + entries)})


def run_lengths(data: bytes) -> bytes:
    """RunLength, literally."""
    rows = [data[at : at + 128] for at in range(0, len(data), 128)]
    return b"".join(bytes([len(row) - 1]) + row for row in rows) + b"\x80"


def lzw(data: bytes) -> bytes:
    """LZW that clears its table before every byte: 9 bits each."""
    bits = "".join(f"{256:09b}{byte:09b}" for byte in data) + f"{257:09b}"
    bits = bits.ljust(-(-len(bits) // 8) * 8, "0")
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def jpeg(mode: str = "RGB", **options: object) -> bytes:
    """The marks as a JPEG."""
    return picture_file(picture((SIDE, SIDE), mode), "JPEG", quality=95, **options)


def ccitt() -> bytes:
    """The marks as a fax (group 4), without its TIFF."""
    data = picture_file(picture((SIDE, SIDE)).convert("L").point(lambda v: 255 * (v > 128)).convert("1"), "TIFF", compression="group4")
    with Image.open(BytesIO(data)) as opened:
        start, length = opened.tag_v2[273][0], opened.tag_v2[279][0]  # type: ignore[attr-defined]
    return data[start : start + length]


HALF = zlib.compress(bytes(range(256)) * 75)[:200]
TORN_MARKS = zlib.compress(MARKS * 40)

ODD = (
    Odd("no-contents", "the page has no drawing", lambda: one_page(page=b"/Contents null"), notes=(BLANK,)),
    Odd("contents-missing-object", "the drawing does not exist", lambda: one_page(page=b"/Contents 77 0 R"), notes=(BLANK,)),
    Odd("contents-empty", "the drawing is empty", lambda: one_page(b""), notes=(BLANK,)),
    Odd("contents-empty-array", "an empty list of drawings", lambda: one_page(page=b"/Contents[]"), notes=(BLANK,)),
    Odd("contents-dictionary", "a dictionary where the drawing should be", lambda: one_page(page=b"/Contents<<>>"), notes=(TORN,)),
    Odd("contents-mid-token", "the drawing is split within a number's operator", lambda: pieces(MARKS[:40].rsplit(b" ", 1)[0], MARKS[len(MARKS[:40].rsplit(b" ", 1)[0]) :])),
    Odd("contents-nested-array", "lists within the list of drawings", lambda: pieces(MARKS, listed=b"[[20 0 R]]"), notes=(TORN,)),
    Odd("contents-one-missing", "one of three drawings does not exist", lambda: pieces(MARKS, listed=b"[20 0 R 78 0 R]"), notes=(TORN,)),
    Odd("contents-1000-pieces", "the drawing lies in 1,000 streams", lambda: pieces(*[MARKS] * 1000)),
    Odd("states-open", "five q without Q", lambda: one_page(b"q q q q q " + MARKS)),
    Odd("states-closed-too-often", "Q without q", lambda: one_page(b"Q Q Q " + MARKS + b" Q Q")),
    Odd("text-open", "BT without ET", lambda: one_page(MARKS + b" BT")),
    Odd("operators-unknown", "operators that nobody knows, 60 times", lambda: one_page(b"1 2 foo (a) bar " * 60 + MARKS)),
    Odd("operators-garbage", "noise before the drawing", lambda: one_page(b"\x00\xff<<)) ]] }{ >> \x80 \n" * 30 + b"\n" + MARKS)),
    Odd("operands-missing", "re with two numbers, cm with none", lambda: one_page(b"q 1 2 re f cm Q " + MARKS)),
    Odd("numbers-odd", "numbers as 0.-5, --7, 1e3, 12.3.4", lambda: one_page(b"q 0.-5 --7 1e3 12.3.4 re n Q " + MARKS)),
    Odd("string-unclosed", "a string that does not end", lambda: one_page(MARKS + b" BT (abc")),
    Odd("array-deep-drawing", "an array 20,000 deep in the drawing", lambda: one_page(MARKS + b" " + b"[" * 20_000 + b"]" * 20_000 + b" TJ")),
    Odd("array-deep", "an array 20,000 deep in the resources", lambda: one_page(resources=b"/X" + b"[" * 20_000 + b"]" * 20_000), refused="「"),
    Odd("dictionary-deep", "a dictionary 20,000 deep in the resources", lambda: one_page(resources=b"/X" + b"<</A" * 20_000 + b" 1 " + b">>" * 20_000), refused="「"),
    Odd("chain-200000", "a chain of 200,000 objects hangs on the page's resources", lambda: _chain(200_000), refused="「"),
    Odd("inline-picture", "a picture within the drawing", lambda: one_page(PAINTED.replace(b"/I Do", b"BI /W 80 /H 80 /BPC 8 /CS /RGB ID " + PIXELS + b" EI"))),
    Odd("inline-picture-ei", "a picture within the drawing whose data hold EI", lambda: one_page(PAINTED.replace(b"/I Do", b"BI /W 4 /H 4 /BPC 8 /CS /G ID \x00 EI \xff\x10 EI Q\x20\xff\x00 EI"))),
    Odd("inline-picture-open", "a picture within the drawing that does not end", lambda: one_page(MARKS + b" BI /W 80 /H 80 /BPC 8 /CS /RGB ID " + PIXELS[:50])),
    Odd("resources-missing", "no resources anywhere", lambda: one_page(page=b"/Resources null"), notes=(REPAIRED,)),
    Odd("resources-not-dictionary", "the resources are an array", lambda: one_page(page=b"/Resources[1 2]"), notes=(REPAIRED,)),
    Odd("xobject-missing", "the picture that is drawn does not exist", lambda: one_page(MARKS + b" /I Do", resources=b"/XObject<</I 66 0 R>>"), notes=(TORN,)),
    Odd("form-in-itself", "a form that draws itself", lambda: one_page(MARKS + b" /F Do", resources=b"/XObject<</F 5 0 R>>", more={5: form(b"/F Do", b"/Resources<</XObject<</F 5 0 R>>>>")})),
    Odd("forms-nested", "forms within forms, 25 levels", lambda: _forms(25)),
    Odd("form-matrix", "a form with a matrix, cut by its box", lambda: one_page(b"/F Do", resources=b"/XObject<</F 5 0 R>>", more={5: form(MARKS, b"/BBox[0 0 300 400]/Matrix[1.5 0 0 1.5 20 30]")})),
    Odd("form-without-resources", "an old form that uses the page's resources", lambda: one_page(b"/F Do", resources=b"/XObject<</F 5 0 R/G 6 0 R>>", more={5: form(b"/G Do"), 6: form(MARKS)})),
    Odd("form-without-box", "a form without a box", lambda: one_page(MARKS + b" /F Do", resources=b"/XObject<</F 5 0 R>>", more={5: stream(b"0 1 0 rg 250 300 90 90 re f", b"/Subtype/Form")})),
    Odd("reference-xobject", "a form that stands for a page of another file", lambda: one_page(b"/F Do", resources=b"/XObject<</F 5 0 R>>", more={5: form(MARKS, b"/Ref<</F(other.pdf)/Page 0>>")})),
    Odd("external-stream", "a picture whose data lie in another file", lambda: painted(image(b"", RGB + b"/F(c:/secret.bin)")), notes=(TORN,)),
    Odd("external-stream-url", "the drawing lies on a server", lambda: one_page(more={4: stream(MARKS, b"/F<</FS/URL/F(http://example.invalid/a)>>")})),
    Odd("ascii-hex", "the drawing in hexadecimal", lambda: filtered(MARKS.hex().encode() + b">", b"/ASCIIHexDecode")),
    Odd("ascii-85", "the drawing in ASCII85", lambda: filtered(base64.a85encode(MARKS) + b"~>", b"/ASCII85Decode")),
    Odd("run-length", "the drawing in run lengths", lambda: filtered(run_lengths(MARKS), b"/RunLengthDecode")),
    Odd("lzw", "the drawing in LZW", lambda: filtered(lzw(MARKS), b"/LZWDecode")),
    Odd("lzw-in-85", "the drawing in LZW in ASCII85", lambda: filtered(base64.a85encode(lzw(MARKS)) + b"~>", b"[/ASCII85Decode/LZWDecode]")),
    Odd("filters-short-names", "filters by their short names", lambda: filtered(base64.a85encode(zlib.compress(MARKS)) + b"~>", b"[/A85/Fl]")),
    Odd("filters-40", "forty filters one in another", lambda: filtered(b"", b"[" + b"/ASCIIHexDecode" * 40 + b"]"), notes=(TORN, REPAIRED)),
    Odd("filter-unknown", "a filter that nobody knows", lambda: filtered(MARKS, b"/FooDecode"), notes=(TORN,), unlike="PDFium takes the data as if they were not packed"),
    Odd("filter-null", "the filter is null", lambda: filtered(MARKS, b"null")),
    Odd("filter-crypt", "a Crypt filter that does nothing", lambda: filtered(MARKS, b"/Crypt", b"/DecodeParms<</Name/Identity>>")),
    Odd("parms-odd", "DecodeParms that are an array of null", lambda: filtered(zlib.compress(MARKS), b"/FlateDecode", b"/DecodeParms[null]")),
    Odd("parms-impossible", "a predictor with columns below nothing", lambda: filtered(zlib.compress(MARKS), b"/FlateDecode", b"/DecodeParms<</Predictor 12/Columns -4>>"), notes=(TORN,)),
    Odd("predictor", "the drawing with PNG's predictor", lambda: filtered(zlib.compress(b"".join(b"\0" + MARKS[at : at + 16].ljust(16) for at in range(0, len(MARKS), 16))), b"/FlateDecode", b"/DecodeParms<</Predictor 12/Columns 16>>")),
    Odd("deflate-raw", "deflated without the two bytes of zlib", lambda: filtered(zlib.compress(MARKS)[2:-4], b"/FlateDecode"), notes=(TORN,)),
    Odd("deflate-torn", "the packed drawing breaks off", lambda: filtered(TORN_MARKS[:-20], b"/FlateDecode"), notes=(TORN,)),
    Odd("deflate-damaged", "a byte in the packed drawing is wrong", lambda: filtered(TORN_MARKS[:90] + b"\xff\xff" + TORN_MARKS[92:], b"/FlateDecode"), notes=(TORN,)),
    Odd("deflate-sum-wrong", "only the check sum of the packed drawing is wrong", lambda: filtered(zlib.compress(MARKS)[:-4] + b"\0\0\0\0", b"/FlateDecode"), notes=(TORN,)),
    Odd("deflate-and-junk", "bytes behind the packed drawing", lambda: filtered(zlib.compress(MARKS) + b"\r\n\0\0junk", b"/FlateDecode")),
    Odd("picture", "a packed picture", lambda: painted(flated(PIXELS, b"/Type/XObject/Subtype/Image" + RGB))),
    Odd("picture-torn", "a packed picture breaks off", lambda: painted(image(zlib.compress(PIXELS)[:60], RGB + b"/Filter/FlateDecode")), notes=(TORN,), unlike="renderers show the missing rows in black, white or not at all"),
    Odd("picture-short", "a picture with half of its rows", lambda: painted(image(PIXELS[: len(PIXELS) // 2], RGB)), notes=(TORN,), unlike="renderers show the missing rows in black, white or not at all"),
    Odd("picture-long", "a picture with more rows than it says", lambda: painted(image(PIXELS * 3, RGB))),
    Odd("picture-no-size", "a picture without width and height", lambda: painted(image(PIXELS, b"/BitsPerComponent 8/ColorSpace/DeviceRGB"))),
    Odd("picture-negative", "a picture -80 wide", lambda: painted(image(PIXELS, RGB.replace(b"/Width 80", b"/Width -80")))),
    Odd("picture-no-space", "a picture without a colour space", lambda: painted(image(PIXELS, b"/Width 80/Height 80/BitsPerComponent 8"))),
    Odd("picture-indexed", "a picture with a palette", lambda: painted(image(bytes(n // 20 % 4 for n in range(6400)), b"/Width 80/Height 80/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 3<FF000000FF000000FFFFFF00>]"))),
    Odd("picture-palette-short", "a picture with a palette that is too short", lambda: painted(image(bytes(n // 20 % 4 for n in range(6400)), b"/Width 80/Height 80/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 255<FF000000FF00>]"))),
    Odd("picture-16-bit", "a picture of 16 bits", lambda: painted(image(bytes(b for p in PIXELS for b in (p, p)), RGB.replace(b"Component 8", b"Component 16")))),
    Odd("picture-lab", "a picture in Lab", lambda: painted(image(PIXELS, RGB.replace(b"/DeviceRGB", b"[/Lab<</WhitePoint[0.95 1 1.09]>>]")))),
    Odd("picture-decode", "a negative by its Decode array", lambda: painted(image(PIXELS, RGB + b"/Decode[1 0 1 0 1 0]"))),
    Odd("mask-stencil", "a stencil of one bit", lambda: one_page(b"1 0 0 rg " + PAINTED, resources=b"/XObject<</I 5 0 R>>", more={5: image(b"\xff\x00" * 400, b"/Width 80/Height 80/BitsPerComponent 1/ImageMask true")})),
    Odd("mask-soft", "a soft mask on a picture", lambda: painted(image(PIXELS, RGB + b"/SMask 6 0 R"), {6: image(bytes(n % 256 for n in range(6400)), b"/Width 80/Height 80/BitsPerComponent 8/ColorSpace/DeviceGray")})),
    Odd("mask-colour", "a colour of the picture is transparent", lambda: painted(image(PIXELS, RGB + b"/Mask[250 255 250 255 250 255]"))),
    Odd("mask-itself", "a picture that is its own soft mask", lambda: painted(image(PIXELS, RGB + b"/SMask 5 0 R"))),
    Odd("jpeg", "a JPEG", lambda: painted(image(jpeg(), RGB + b"/Filter/DCTDecode"))),
    Odd("jpeg-grey-said-rgb", "a grey JPEG that is said to be in colour", lambda: painted(image(jpeg("L"), RGB + b"/Filter/DCTDecode"))),
    Odd("jpeg-cmyk", "a JPEG in CMYK, as Adobe writes it", lambda: painted(image(jpeg("CMYK"), RGB.replace(b"RGB", b"CMYK") + b"/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]"))),
    Odd("jpeg-torn", "a JPEG breaks off", lambda: painted(image(jpeg()[:-300], RGB + b"/Filter/DCTDecode")), notes=(TORN,)),
    Odd("jpeg-no-header", "a JPEG without its first bytes", lambda: painted(image(jpeg()[20:], RGB + b"/Filter/DCTDecode")), notes=(TORN,)),
    Odd("jpeg-deflated", "a JPEG packed once more", lambda: painted(image(zlib.compress(jpeg()), RGB + b"/Filter[/FlateDecode/DCTDecode]"))),
    Odd("jpeg-progressive", "a progressive JPEG", lambda: painted(image(jpeg(progressive=True), RGB + b"/Filter/DCTDecode"))),
    Odd("jpeg-2000", "a JPEG 2000", lambda: painted(image(picture_file(picture((SIDE, SIDE)), "JPEG2000"), b"/Width 80/Height 80/Filter/JPXDecode"))),
    Odd("jpeg-2000-broken", "a JPEG 2000 of noise", lambda: painted(image(b"\0\0\0\x0cjP  noise", b"/Width 80/Height 80/Filter/JPXDecode"))),
    Odd("fax", "a fax (group 4)", lambda: painted(image(ccitt(), b"/Width 80/Height 80/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 80/Rows 80>>"))),
    Odd("fax-broken", "a fax of noise", lambda: painted(image(b"\x01\x02\x03" * 90, b"/Width 80/Height 80/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 80>>"))),
    Odd("jbig2-broken", "a JBIG2 picture of noise", lambda: painted(image(b"\0\0\0\x01\x30" * 20, b"/Width 80/Height 80/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode"))),
)  # fmt: skip


def _chain(length: int) -> bytes:
    more = {10 + n: b"<</Next %d 0 R>>" % (11 + n) for n in range(length)}
    return one_page(resources=b"/XObject<</F 10 0 R>>", more={**more, 10 + length: b"<<>>"})


def _forms(levels: int) -> bytes:
    more = {10 + n: form(b"/F Do", b"/Resources<</XObject<</F %d 0 R>>>>" % (11 + n)) for n in range(levels)}
    return one_page(b"/F Do", resources=b"/XObject<</F 10 0 R>>", more={**more, 10 + levels: form(MARKS)})
