from pathlib import Path

import pytest

from tests.forms.render.docxkit import KANJI, cell, found, p, pages, printed, row, rules, table, texts

BESIDE = '<w:tblpPr w:leftFromText="100" w:rightFromText="100" w:vertAnchor="{}" w:horzAnchor="{}" w:tblpX="{}" w:tblpY="{}"/>'


def test_a_frame_stands_beside_the_text_that_follows(tmp_path: Path) -> None:
    frame = '<w:framePr w:w="1000" w:hSpace="100" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:x="2000" w:y="0"/>'
    pdf = printed(tmp_path, p("前") + p("枠", frame) + p(KANJI))
    assert found(pdf, "枠")[1:] == pytest.approx((150, 160, 68.8))
    assert len(pages(pdf)[0][1].text) == 9 + 1 + 14


def test_a_drop_capital_stands_beside_two_lines(tmp_path: Path) -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    pdf = printed(tmp_path, p("頭", frame + '<w:spacing w:line="400" w:lineRule="exact"/>', '<w:sz w:val="40"/>') + p(KANJI * 3))
    assert [line.x0 for line in pages(pdf)[0] if line.text != "頭"][:3] == [pytest.approx(x) for x in (70, 70, 50)]


def test_a_floating_table_lets_text_pass_it(tmp_path: Path) -> None:
    beside = table(row(cell("表")), widths=(60,), tblpr=BESIDE.format("text", "margin", 2000, 0))
    pdf = printed(tmp_path, beside + p(KANJI))
    assert found(pdf, "表").x0 == pytest.approx(150)
    assert (found(pdf, KANJI[:2]).y, found(pdf, KANJI[:2]).x0) == pytest.approx((58.8, 50))


def test_a_floating_table_may_stand_at_a_place_of_the_page(tmp_path: Path) -> None:
    pdf = printed(tmp_path, table(row(cell("表")), widths=(60,), tblpr=BESIDE.format("page", "page", 600, 6000)) + p("文"))
    assert (found(pdf, "表").y, found(pdf, "文").y) == pytest.approx((309.3, 58.8), abs=0.1)


def test_a_floating_table_as_wide_as_the_text_stands_in_it(tmp_path: Path) -> None:
    wide = table(row(cell("表")), widths=(300,), tblpr=BESIDE.format("text", "text", 0, 0))
    pdf = printed(tmp_path, wide + p("文"))
    assert found(pdf, "文").y > found(pdf, "表").y


def test_a_row_may_have_other_borders_than_its_table(tmp_path: Path) -> None:
    other = '<w:tblPrEx><w:tblBorders><w:bottom w:val="single" w:sz="24"/></w:tblBorders></w:tblPrEx>'
    pdf = printed(tmp_path, table(row(cell("甲")), row(other, cell("乙")), widths=(100,)))
    assert [width for *_, width in rules(pdf)].count(3.0) == 1


def test_a_hidden_row_is_not_printed(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, table(row(cell("秘"), trpr="<w:hidden/>"), row(cell("公")), widths=(100,)))) == [["公"]]


def test_a_first_row_that_asks_for_more_than_is_left_goes_to_the_next_page(tmp_path: Path) -> None:
    before = "".join(p(str(number)) for number in range(30))
    high = row(cell("".join(p(f"行{number}") for number in range(3))), trpr='<w:trHeight w:val="3000"/>')
    assert texts(printed(tmp_path, before + table(high, widths=(100,))))[1] == ["行0", "行1", "行2"]
