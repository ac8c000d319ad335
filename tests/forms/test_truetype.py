import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from forms.paths import FONTS
from forms.truetype import PrintedFont, to_unicode


@pytest.fixture(scope="module")
def mincho() -> PrintedFont:
    return PrintedFont("test-mincho", FONTS / "BIZUDMincho-Regular.ttf")


def test_to_unicode_is_utf_16_beyond_the_basic_plane() -> None:
    assert "<01> <D842DFB7>" in to_unicode(["a", "𠮷"])


def test_to_unicode_comes_in_blocks_of_a_hundred() -> None:
    cmap = to_unicode(["a"] * 250)
    assert [line for line in cmap.splitlines() if "beginbfchar" in line] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "50 beginbfchar",
    ]


def test_a_text_has_one_private_character(mincho: PrintedFont) -> None:
    assert mincho.alias("☐", "□") == mincho.alias("☐", "□") != mincho.alias("☑", "□")


def test_a_private_character_means_its_text(mincho: PrintedFont) -> None:
    assert mincho.meaning(mincho.alias("☒", "□")) == "☒"
    assert mincho.meaning("国") == "国"


def test_an_alias_is_as_wide_as_what_is_drawn(mincho: PrintedFont) -> None:
    widths = mincho.face.charWidths
    assert widths[ord(mincho.alias("☐", "□"))] == widths[ord("□")]


def test_known_sequences_have_a_glyph_of_their_own(mincho: PrintedFont) -> None:
    assert mincho.has_sequence("葛", "\U000e0100")
    assert not mincho.has_sequence("国", "\U000e01ef")


def test_an_unknown_sequence_keeps_the_plain_glyph(mincho: PrintedFont) -> None:
    private = mincho.sequence("国", "\U000e01ef")
    assert mincho.face.charToGlyph[ord(private)] == mincho.face.charToGlyph[ord("国")]
    assert mincho.meaning(private) == "国\U000e01ef"


def test_codes_are_the_fonts_own(mincho: PrintedFont) -> None:
    assert ord("国") in mincho.codes
    assert 0x20BB7 not in mincho.codes
    assert not any(code >= 0x100000 for code in mincho.codes)


def test_a_document_splits_a_text_alike_the_second_time(mincho: PrintedFont) -> None:
    document = PDFDocument()
    text = "".join(map(chr, sorted(mincho.codes)[:600]))
    assert mincho.splitString(text, document) == mincho.splitString(text, document)
    assert len(mincho.splitString(text, document)) > 2
