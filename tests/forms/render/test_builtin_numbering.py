import pytest

from forms.render.builtin.numbering import Numbering, formatted
from forms.render.builtin.styles import Styles
from tests.forms.render.docxkit import element

LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="aiueo"/><w:lvlText w:val="%1-%2"/></w:lvl>'
)
NUMBERING = (
    f'<w:numbering><w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    "</w:numbering>"
)


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (3, "decimal", "3"),
        (12, "decimalFullWidth", "１２"),
        (3, "decimalZero", "03"),
        (3, "numberInDash", "- 3 -"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (10, "japaneseCounting", "十"),
        (21, "japaneseCounting", "二十一"),
        (105, "japaneseCounting", "一〇五"),
        (2, "aiueoFullWidth", "イ"),
        (2, "iroha", "ロ"),
        (28, "lowerLetter", "bb"),
        (1, "upperLetter", "A"),
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (1, "none", ""),
        (7, "somethingElse", "7"),
    ],
)
def test_number_formats(number: int, style: str, text: str) -> None:
    assert formatted(number, style) == text


def labels(*asked: tuple[str, int]) -> list[str]:
    """The labels of paragraphs on these (list, level) in order."""
    numbering = Numbering(element(NUMBERING), Styles(None))
    found = []
    for number, depth in asked:
        properties = element(f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>')
        level = numbering.level(properties, None)
        assert level is not None
        found.append(numbering.label(level))
    return found


def test_levels_count_and_deeper_ones_start_anew() -> None:
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]
    assert labels(*asked) == ["第1", "1-ア", "1-イ", "第2", "2-ア"]


def test_a_start_override_starts_anew_once() -> None:
    assert labels(("1", 0), ("1", 0), ("2", 0), ("2", 0)) == ["第1", "第2", "第1", "第2"]


@pytest.mark.parametrize("number", ["0", "99"])
def test_no_list_no_number(number: str) -> None:
    properties = element(f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>')
    assert Numbering(element(NUMBERING), Styles(None)).level(properties, None) is None


def test_a_style_can_bring_the_number() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = Styles(element(f'<w:styles><w:style w:styleId="H">{numbered}</w:style></w:styles>'))
    level = Numbering(element(NUMBERING), styles).level(None, "H")
    assert level is not None
    assert level.suffix == "tab"
