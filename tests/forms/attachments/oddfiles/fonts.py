"""Fonts: not embedded, broken, drawn by hand; shadings, patterns and groups."""

from tests.forms.attachments.oddfiles.model import Odd
from tests.forms.attachments.oddfiles.rawpdf import MARKS, form, one_page, stream

FOREIGN = "埋め込まれていません"
TEXT = MARKS + b" BT 0 g /F 24 Tf 100 400 Td "
CID = b"<</Type/Font/Subtype/CIDFontType%d/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000>>"


def written(font: bytes, show: bytes = b"(abc) Tj", more: dict[int, bytes] | None = None) -> bytes:
    """Text in this font."""
    return one_page(TEXT + show + b" ET", resources=b"/Font<</F 5 0 R>>", more={5: font, **(more or {})})


def japanese(kind: int, name: bytes, encoding: bytes) -> bytes:
    """Text in a Japanese font that is not embedded."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/%b/DescendantFonts[6 0 R]>>" % (name, encoding)
    return written(font, b"<82A082A2> Tj", {6: CID % (kind, name)})


def painted(drawing: bytes, resources: bytes, more: dict[int, bytes] | None = None) -> bytes:
    """A drawing with these resources."""
    return one_page(MARKS + b" " + drawing, resources=resources, more=more)


TYPE3 = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/Resources<<>>>>"
FUNCTION = b"<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>"

ODD = (
    *(
        Odd(f"standard-{name.lower()}", f"the standard font {name}, not embedded", lambda name=name: written(b"<</Type/Font/Subtype/Type1/BaseFont/" + name.encode() + b">>"))  # type: ignore[misc]
        for name in ("Helvetica", "Times-Roman", "Courier-Bold", "Symbol", "ZapfDingbats")
    ),
    Odd("font-mincho", "MS-Mincho, not embedded, in Shift_JIS", lambda: japanese(2, b"MS-Mincho", b"90ms-RKSJ-H"), notes=(FOREIGN,)),
    Odd("font-gothic-name", "MS-Gothic, its name in Shift_JIS", lambda: japanese(2, b"#82l#82r#83S#83V#83b#83N", b"90ms-RKSJ-H"), notes=(FOREIGN,)),
    Odd("font-heisei", "HeiseiMin-W3, not embedded", lambda: japanese(0, b"HeiseiMin-W3", b"90ms-RKSJ-H"), notes=(FOREIGN,)),
    Odd("font-vertical", "a vertical Japanese font, not embedded", lambda: japanese(0, b"KozMinPr6N-Regular", b"90ms-RKSJ-V"), notes=(FOREIGN,)),
    Odd("font-missing", "the font does not exist", lambda: one_page(TEXT + b"(abc) Tj ET", resources=b"/Font<</F 55 0 R>>")),
    Odd("font-number", "the font is a number", lambda: written(b"7")),
    Odd("font-no-descendant", "a composite font without its parts", lambda: written(b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H>>")),
    Odd("font-program-noise", "an embedded font of noise", lambda: written(b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 97/LastChar 99/Widths[500 500 500]/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 32/FontFile2 6 0 R>>>>", more={6: stream(b"noise" * 99)})),
    Odd("font-type3", "a font whose letters are drawings", lambda: written(TYPE3, b"(aaa) Tj", {6: stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")})),
    Odd("font-type3-loop", "a letter that is drawn with itself", lambda: written(TYPE3.replace(b"/Resources<<>>", b"/Resources<</Font<</F 5 0 R>>>>"), b"(aaa) Tj", {6: stream(b"1000 0 d0 BT /F 1 Tf (a) Tj ET 0 0 750 750 re f")})),
    Odd("shading-axial", "a gradient", lambda: painted(b"q 100 300 300 200 re W n /S sh Q", b"/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[100 0 400 0]/Function 6 0 R/Extend[true true]>>>>", {6: FUNCTION})),
    Odd("shading-radial", "a round gradient", lambda: painted(b"/S sh", b"/Shading<</S<</ShadingType 3/ColorSpace/DeviceRGB/Coords[300 400 10 300 400 150]/Function 6 0 R>>>>", {6: FUNCTION})),
    Odd("shading-broken", "a gradient without its function", lambda: painted(b"/S sh", b"/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB>>>>")),
    Odd("pattern-tiles", "tiles", lambda: painted(b"/Pattern cs /T scn 100 300 300 200 re f", b"/Pattern<</T 6 0 R>>", {6: stream(b"0 0.6 0 rg 0 0 10 10 re f", b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 20 20]/XStep 20/YStep 20/Resources<<>>")}), unlike="PDFium lays tiles on whole pixels, which lie elsewhere on A4"),
    Odd("pattern-step-zero", "tiles without a distance", lambda: painted(b"/Pattern cs /T scn 100 300 300 200 re f", b"/Pattern<</T 6 0 R>>", {6: stream(b"0 0 10 10 re f", b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 20 20]/XStep 0/YStep 0/Resources<<>>")}), unlike="viewers differ on tiles without a distance"),
    Odd("group-blend", "a transparent group that multiplies", lambda: painted(b"/G gs /F Do", b"/ExtGState<</G<</BM/Multiply/ca 0.5>>>>/XObject<</F 6 0 R>>", {6: form(b"1 1 0 rg 100 300 300 200 re f", b"/Group<</S/Transparency/I true/K true>>")})),
    Odd("group-page", "the page is a group of its own", lambda: one_page(b"/G gs " + MARKS, b"/Group<</S/Transparency/CS/DeviceRGB/I true>>", b"/ExtGState<</G<</ca 0.5/CA 0.5>>>>")),
    Odd("group-mask", "a soft mask by luminosity", lambda: painted(b"/G gs 0 0.6 0 rg 100 300 300 200 re f", b"/ExtGState<</G<</SMask<</S/Luminosity/G 6 0 R>>>>>>", {6: form(b"0.5 g 100 300 150 200 re f", b"/Group<</S/Transparency/CS/DeviceGray>>")})),
    Odd("overprint", "overprinting and a spot colour", lambda: painted(b"/G gs /C cs 0.7 scn 100 300 300 200 re f", b"/ExtGState<</G<</OP true/op true/OPM 1>>>>/ColorSpace<</C[/Separation/Gold/DeviceRGB 6 0 R]>>", {6: FUNCTION})),
)  # fmt: skip
