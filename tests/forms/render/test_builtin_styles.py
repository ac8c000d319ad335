from pathlib import Path

import pytest

from forms.fonts import GOTHIC, MINCHO, P_MINCHO
from forms.render.builtin.colors import color_of, highlight, shade
from forms.render.builtin.ooxml import switch, twips
from forms.render.builtin.package import open_package
from forms.render.builtin.properties import NO_TABLE, Formats, formats_of
from forms.render.builtin.styles import Styles, first_attribute, first_val, is_on
from tests.forms.render.docxkit import element, p, word_file

SHEET = (
    "<w:styles>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:jc w:val="both"/><w:spacing w:before="20"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="40"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/><w:pPr><w:jc w:val="left"/></w:pPr></w:style>'
    "</w:styles>"
)
HEADING = (
    '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:rFonts w:eastAsia="ＭＳ ゴシック"/><w:sz w:val="28"/><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:b w:val="0"/><w:color w:val="ff0000"/></w:rPr></w:style>'
)


def test_properties_come_from_the_nearest_style() -> None:
    levels = Styles(element(SHEET)).levels("A", "pPr")
    assert first_val(levels, "jc") == "both"
    assert first_attribute(levels, "spacing", "before") == "20"
    assert first_attribute(levels, "spacing", "after") == "40"


def test_a_style_based_on_itself_ends() -> None:
    assert len(Styles(element(SHEET)).chain("Loop")) == 1


def test_the_default_style_is_known() -> None:
    assert Styles(element(SHEET)).default("paragraph") == "Normal"
    assert Styles(None).default("paragraph") is None


@pytest.mark.parametrize(("xml", "on"), [("<w:b/>", True), ('<w:b w:val="0"/>', False), ('<w:b w:val="on"/>', True)])
def test_switches(xml: str, on: bool) -> None:
    assert switch(element(xml)) is on


def test_an_absent_switch_takes_the_default() -> None:
    assert is_on((), "widowControl", default=True)
    assert not is_on((), "b")


@pytest.mark.parametrize(("text", "points"), [("240", 12), ("12pt", 12), ("1in", 72), ("2.54cm", 72), ("auto", 0), (None, 0)])
def test_lengths(text: str | None, points: float) -> None:
    assert twips(text) == pytest.approx(points)


@pytest.mark.parametrize(
    ("xml", "fill"),
    [
        ('<w:shd w:val="clear" w:fill="EFEFEF"/>', "EFEFEF"),
        ('<w:shd w:val="clear" w:fill="auto"/>', ""),
        ('<w:shd w:val="solid" w:color="FF0000"/>', "FF0000"),
        ('<w:shd w:val="pct50" w:color="auto" w:fill="auto"/>', "808080"),
    ],
)
def test_shading(xml: str, fill: str) -> None:
    assert shade(element(xml)) == fill


def test_colours() -> None:
    assert color_of("#abcdef") == "ABCDEF"
    assert color_of("auto") == ""
    assert highlight("yellow") == "FFFF00"
    assert highlight("none") == ""


@pytest.fixture
def formats(tmp_path: Path) -> Formats:
    package = open_package(word_file(tmp_path / "form.docx", p("字"), styles=HEADING))
    return formats_of(package.styles, package.theme)


def test_the_document_defaults_hold_where_nothing_is_said(formats: Formats) -> None:
    found = formats.run(None, None, NO_TABLE)
    assert (found.latin, found.eastern, found.size, found.bold, found.color) == (MINCHO, MINCHO, 10, False, "000000")


def test_direct_character_and_paragraph_styles_add_up(formats: Formats) -> None:
    direct = element('<w:rPr><w:rStyle w:val="C"/><w:rFonts w:ascii="Century"/></w:rPr>')
    found = formats.run(direct, "H", NO_TABLE)
    assert (found.latin, found.eastern, found.size, found.bold, found.color) == (P_MINCHO, GOTHIC, 14, False, "FF0000")


def test_theme_fonts_are_looked_up(formats: Formats) -> None:
    direct = element('<w:rPr><w:rFonts w:eastAsiaTheme="majorEastAsia" w:eastAsia="ＭＳ 明朝"/></w:rPr>')
    assert formats.run(direct, None, NO_TABLE).eastern == GOTHIC


@pytest.mark.parametrize(
    ("ind", "first"),
    [('w:firstLine="200"', 10), ('w:hanging="200"', -10), ('w:firstLine="0" w:hanging="200"', -10), ("", 0)],
)
def test_first_line_indents(formats: Formats, ind: str, first: float) -> None:
    found = formats.paragraph(element(f"<w:pPr><w:ind {ind}/></w:pPr>"), (), NO_TABLE, 0.0)
    assert found.first == first


def test_a_direct_indent_takes_back_the_styles_hanging_one(formats: Formats) -> None:
    style = element('<w:pPr><w:ind w:hanging="540"/></w:pPr>')
    direct = element('<w:pPr><w:ind w:firstLine="0"/></w:pPr>')
    assert formats.paragraph(direct, (style,), NO_TABLE, 0.0).first == 0
