from pathlib import Path

import pytest

from tests.forms.render.docxkit import KANJI, SECTION, found, p, pages, printed, rules, texts

CALL = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{}Reference w:id="{}"/></w:r>'
TWO = '<w:cols w:num="2" w:space="400"/>'


def calling(text: str, number: int, kind: str = "footnote") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{CALL.format(kind, number)}</w:p>"


def note(number: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'


def section(columns: str, start: str = "continuous") -> str:
    return f'<w:p><w:pPr><w:sectPr><w:type w:val="{start}"/>{SECTION}{columns}</w:sectPr></w:pPr></w:p>'


def test_footnotes_stand_at_the_foot_of_the_page(tmp_path: Path) -> None:
    body = calling("甲", 7) + calling("乙", 3) + p("終")
    pdf = printed(tmp_path, body, notes=note(3, "乙の注") + note(7, "甲の注"))
    assert texts(pdf)[0][-2:] == ["1甲の注", "2乙の注"]
    assert found(pdf, "乙の注").y == pytest.approx(448.8)


def test_a_line_goes_to_the_page_that_has_room_for_its_footnote(tmp_path: Path) -> None:
    full = "".join(p(str(number)) for number in range(39))
    first, second = texts(printed(tmp_path, full + calling("甲", 1), notes=note(1, "注")))
    assert (len(first), second) == (39, ["1", "甲", "1注"])


def test_endnotes_follow_the_text(tmp_path: Path) -> None:
    pdf = printed(tmp_path, calling("甲", 1, "endnote") + p("終"), notes=note(1, "末の注", "endnote"))
    assert texts(pdf)[0][-2:] == ["終", "i末の注"]


def test_a_footnote_called_in_a_cell_stands_at_the_foot_too(tmp_path: Path) -> None:
    cell = f'<w:tbl><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc>{calling("甲", 1)}</w:tc></w:tr></w:tbl>'
    assert found(printed(tmp_path, cell + p("終"), notes=note(1, "注")), "注").y == pytest.approx(448.8)


def test_columns_fill_one_after_the_other(tmp_path: Path) -> None:
    body = "".join(p(f"行{number}") for number in range(50))
    pdf = printed(tmp_path, body, section=SECTION + TWO)
    assert (found(pdf, "行0").x0, found(pdf, "行40").x0) == pytest.approx((50, 210))
    assert found(pdf, "行40").y == found(pdf, "行0").y


def test_columns_before_a_continuous_section_end_together(tmp_path: Path) -> None:
    body = p("上") + section("", "nextPage") + "".join(p(f"行{number}") for number in range(6)) + section(TWO) + p("下")
    pdf = printed(tmp_path, body, section='<w:type w:val="continuous"/>' + SECTION)
    assert [line.text for line in pages(pdf)[0]] == ["上", "行0行3", "行1行4", "行2行5", "下"]


def test_a_column_break_goes_to_the_next_column(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>左</w:t><w:br w:type="column"/><w:t>右</w:t></w:r></w:p>'
    [[line]] = pages(printed(tmp_path, body, section=SECTION + TWO))
    assert line.text == "左右"


def test_columns_may_be_of_different_width(tmp_path: Path) -> None:
    columns = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="4000" w:space="400"/><w:col w:w="1600"/></w:cols>'
    body = '<w:p><w:r><w:t>左</w:t><w:br w:type="column"/><w:t>右</w:t></w:r></w:p>'
    assert found(printed(tmp_path, body, section=SECTION + columns), "右").x0 == pytest.approx(270)


@pytest.mark.parametrize(("offset", "at"), [("page", 24.5), ("text", 25.5)])
def test_page_borders(tmp_path: Path, offset: str, at: float) -> None:
    border = f'<w:pgBorders w:offsetFrom="{offset}"><w:top w:val="single" w:sz="8" w:space="24"/></w:pgBorders>'
    [line] = rules(printed(tmp_path, p("字"), section=SECTION + border))
    assert line[1] == pytest.approx(at, abs=0.1)


def test_kanji_fill_a_narrow_column(tmp_path: Path) -> None:
    assert [len(line) for line in texts(printed(tmp_path, p(KANJI), section=SECTION + TWO))[0]] == [14, 14]
