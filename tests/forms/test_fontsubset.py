"""Subsets are compared with reportlab's own, byte by byte."""

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from forms.fontsubset import cut, outlines
from forms.paths import FONTS

FILES = sorted(FONTS.glob("*.ttf"))
FEW, MANY = "国と ABCi()①", "".join(map(chr, range(0x4E00, 0x4E00 + 250)))


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def font(request: pytest.FixtureRequest) -> TTFont:
    path: Path = request.param
    return TTFont(f"cut-{path.stem}", str(path), asciiReadable=False)


@pytest.mark.parametrize("text", ["", "i", "iiii", FEW, FEW + MANY], ids=len)
def test_a_cut_font_is_reportlabs(font: TTFont, text: str) -> None:
    codes = list(map(ord, text))
    assert cut(outlines(font.face), [font.face.charToGlyph.get(code, 0) for code in codes]) == font.face.makeSubset(codes)


def test_no_bundled_font_has_composite_glyphs(font: TTFont) -> None:
    file = outlines(font.face)
    assert not any(file.glyph(number)[:1] >= b"\x80" for number in range(len(file.starts) - 1))
