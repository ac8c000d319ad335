"""One bundled TrueType font as reportlab prints it, with three of reportlab's faults mended.

reportlab's text layer is wrong beyond U+FFFF, it draws variation selectors as boxes, and it cannot say that a glyph stands
for another text than its own. Decision: no code of reportlab is patched (one table of its is written, in fonts._font).
`PrintedFont` hands out private code points (plane 16) for "this text, drawn with that glyph" and rewrites the ToUnicode tables
after reportlab has made them.
"""

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc, ttfonts

from forms.fontsubset import Outlines, cut, outlines
from forms.verticalforms import vertical_advance, vertical_glyphs

PRIVATE = 0x100000  # the first code point of plane 16: no font and no answer uses it
Refer = Callable[[object, str], pdfdoc.PDFObjectReference]  # gives an object a place in the document, under a name
BLOCK = 100  # most entries of one bfchar block (Adobe Technical Note 5411)


class PrintedFont(ttfonts.TTFont):
    """A TrueType font (glyf outlines) whose text can always be read back from the PDF."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), shapable=False, asciiReadable=False)  # else all of ASCII goes into every document
        self._path = path
        self._private: dict[tuple[str, str], str] = {}  # by text and manner
        self._meant: dict[str, str] = {}

    @cached_property
    def codes(self) -> frozenset[int]:
        """The code points for which the font has a glyph of its own."""
        return frozenset(code for code, glyph in self.face.charToGlyph.items() if glyph and code < PRIVATE)

    @cached_property
    def _sequences(self) -> Mapping[tuple[int, int], int]:
        return dict(_variation_glyphs(self._data))

    def has_sequence(self, base: str, selector: str) -> bool:
        """Whether the font knows a glyph of its own for base + variation selector."""
        return (ord(selector), ord(base)) in self._sequences

    def sequence(self, base: str, selector: str) -> str:
        """The private character for base + variation selector; the plain base where the font has no special glyph."""
        glyph = self._sequences.get((ord(selector), ord(base)), self.face.charToGlyph[ord(base)])
        return self._standing_for(base + selector, glyph, self.face.charWidths[ord(base)])

    def alias(self, text: str, drawn: str) -> str:
        """The private character that is drawn as `drawn` and read back as `text`."""
        return self._standing_for(text, self.face.charToGlyph[ord(drawn)], self.face.charWidths[ord(drawn)])

    @cached_property
    def _data(self) -> bytes:
        return self._path.read_bytes()

    @cached_property
    def _upright(self) -> Mapping[int, int]:
        return vertical_glyphs(self._data)

    def upright(self, character: str) -> str:
        """The character that draws this one's form in vertical text and is as wide as that one is high."""
        glyph = self.face.charToGlyph.get(ord(character), 0)
        standing = self._upright.get(glyph, glyph)
        height = vertical_advance(self._data, standing) * 1000
        if standing == glyph and abs(height - self.face.charWidths[ord(character)]) < 1:
            return character
        return self._standing_for(self.meaning(character), standing, height, manner="upright")

    def meaning(self, character: str) -> str:
        """The text that a character of this font stands for: itself, unless it is a private one."""
        return self._meant.get(character, character)

    def _standing_for(self, text: str, glyph: int, width: float, manner: str = "") -> str:
        if (text, manner) not in self._private:
            character = chr(PRIVATE + len(self._private))
            self.face.charToGlyph[ord(character)] = glyph
            self.face.charWidths[ord(character)] = width
            self._private[text, manner], self._meant[character] = character, text
        return self._private[text, manner]

    def splitString(self, text: str, doc: pdfdoc.PDFDocument, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802
        """[(subset, its codes)] for a text; as reportlab's, but characters that the document has drawn before are looked up at once."""
        state = self.state.get(doc)
        known: dict[int, int] = vars(state)["assignments"] if state else {}
        try:
            numbers = [known[code] for code in map(ord, text)]
        except KeyError:
            split: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return split
        if max(numbers, default=256) < 256:
            return [(0, bytes(numbers))]
        return [(subset, bytes(number & 0xFF for number in part)) for subset, part in groupby(numbers, lambda number: number >> 8)]

    @cached_property
    def _outlines(self) -> Outlines:
        return outlines(self.face)

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802
        """Embed the subsets used in `doc` as reportlab does, with ToUnicode tables in UTF-16BE."""
        state = self.state[doc]
        refer: Refer = doc.Reference
        objects: dict[str, Any] = doc.idToObject
        state.frozen = 1
        for number, subset in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            base = (ttfonts.SUBSETN(number) + b"+" + self.face.name).decode("pdfdoc")
            objects["BasicFonts"].dict[name] = refer(self._embedded(refer, name, base, tuple(subset)), name)
        del self.state[doc]

    def _embedded(self, refer: Refer, name: str, base: str, subset: tuple[int, ...]) -> pdfdoc.PDFDictionary:
        """The font object for the characters of one subset, behind what it leads to."""
        packed = _packed(self, subset)
        cmap = refer(_stream(packed.to_unicode), f"toUnicodeCMap:{base}")
        file = refer(_stream(packed.file, Length1=packed.length), f"fontFile:{self.fontName}({base})")
        descriptor = refer(self._descriptor(base, file), f"fontDescriptor:{base}")
        said = {
            "Type": "/Font", "Subtype": "/TrueType", "Name": f"/{name}", "BaseFont": f"/{base}", "FirstChar": 0, "LastChar": len(subset) - 1,
            "Widths": packed.widths, "ToUnicode": cmap, "FontDescriptor": descriptor,
        }  # fmt: skip
        return pdfdoc.PDFDictionary(said)

    def _descriptor(self, base: str, file: pdfdoc.PDFObjectReference) -> pdfdoc.PDFDictionary:
        face = self.face
        said = {
            "Type": "/FontDescriptor", "FontName": f"/{base}", "FontFile2": file, "FontBBox": pdfdoc.PDFArray(face.bbox),
            "Flags": face.flags & ~ttfonts.FF_NONSYMBOLIC | ttfonts.FF_SYMBOLIC, "Ascent": face.ascent, "Descent": face.descent,
            "CapHeight": face.capHeight, "ItalicAngle": face.italicAngle, "StemV": face.stemV, "MissingWidth": face.defaultWidth,
        }  # fmt: skip
        return pdfdoc.PDFDictionary(said)

    def packed(self, subset: Sequence[int]) -> "_Packed":
        """What is embedded for the characters of one subset."""
        widths = [fp_str(self.face.charWidths.get(code, self.face.defaultWidth)) for code in subset]
        lines = " \n  ".join(" ".join(widths[at : at + 10]) for at in range(0, len(widths), 10))
        file = cut(self._outlines, [self.face.charToGlyph.get(code, 0) for code in subset])
        cmap = to_unicode([self.meaning(chr(code)) for code in subset])
        return _Packed(zlib.compress(file), len(file), zlib.compress(cmap.encode()), f"[ {lines} ]")


@dataclass(frozen=True)
class _Packed:
    """A subset ready to be embedded: font file and ToUnicode table compressed, the file's length before, the widths as PDF has them."""

    file: bytes
    length: int
    to_unicode: bytes
    widths: str


@lru_cache(maxsize=100)
def _packed(font: PrintedFont, subset: tuple[int, ...]) -> _Packed:
    """As `PrintedFont.packed`: forms are printed again and again, and most of their subsets are the same again."""
    return font.packed(subset)


def _stream(packed: bytes, **said: int) -> pdfdoc.PDFStream:
    """A stream that is compressed already."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "[ /FlateDecode ]", **said}), packed)


def to_unicode(texts: list[str]) -> str:
    """The ToUnicode CMap of a one-byte font whose code number i stands for texts[i]."""
    rows = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(texts)]
    blocks = [rows[at : at + BLOCK] for at in range(0, len(rows), BLOCK)]
    body = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return "\n".join([_HEAD, *body, _TAIL])


_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _variation_glyphs(data: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    """((selector, base), glyph) for every special form in the font's cmap format 14 [OpenType: cmap]."""
    start = _cmap_format_14(data)
    if start is None:
        return
    (records,) = struct.unpack_from(">I", data, start + 6)
    for number in range(records):
        at = start + 10 + 11 * number
        selector = int.from_bytes(data[at : at + 3], "big")
        _, special = struct.unpack_from(">II", data, at + 3)
        if special:
            yield from _special_forms(data, start + special, selector)


def _special_forms(data: bytes, at: int, selector: int) -> Iterator[tuple[tuple[int, int], int]]:
    (count,) = struct.unpack_from(">I", data, at)
    for entry in range(at + 4, at + 4 + 5 * count, 5):
        base = int.from_bytes(data[entry : entry + 3], "big")
        yield (selector, base), int.from_bytes(data[entry + 3 : entry + 5], "big")


def _cmap_format_14(data: bytes) -> int | None:
    (tables,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", data, cmap + 2)
    for number in range(subtables):
        _, _, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        if struct.unpack_from(">H", data, cmap + offset) == (14,):
            return int(cmap + offset)
    return None
