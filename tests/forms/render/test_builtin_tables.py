from pathlib import Path

import pytest

from tests.forms.render.docxkit import KANJI, cell, p, pages, printed, row, rules, table, texts

MARGINS = '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
TALL = '<w:trHeight w:val="1000" w:hRule="{}"/>'


def level(strokes: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    return sorted((stroke for stroke in strokes if stroke[1] == stroke[3]), key=lambda stroke: stroke[1])


def upright(strokes: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    return [stroke for stroke in strokes if stroke[0] == stroke[2]]


def test_cells_stand_in_their_columns(tmp_path: Path) -> None:
    [[line]] = pages(printed(tmp_path, table(row(cell("左"), cell("右")), tblpr=MARGINS)))
    assert line.text == "左右"
    assert [line.x0, line.x1] == [pytest.approx(50), pytest.approx(160)]  # before Word 2013 the text stands on the margin


def test_the_lines_are_the_grid(tmp_path: Path) -> None:
    strokes = rules(printed(tmp_path, table(row(cell("左"), cell("右")), tblpr=MARGINS)))
    assert sorted({stroke[0] for stroke in upright(strokes)}) == [45, 145, 245]
    assert [round(stroke[1], 1) for stroke in level(strokes)] == pytest.approx([50.2, 60.8], abs=0.1)


def test_an_indent_moves_the_table(tmp_path: Path) -> None:
    moved = table(row(cell("左"), cell("右")), tblpr=MARGINS + '<w:tblInd w:w="400" w:type="dxa"/>')
    [[line]] = pages(printed(tmp_path, moved))
    assert line.x0 == pytest.approx(70)


@pytest.mark.parametrize(("jc", "x0"), [("center", 105), ("right", 155)])
def test_a_table_can_be_centred_or_right(tmp_path: Path, jc: str, x0: float) -> None:
    [[line]] = pages(printed(tmp_path, table(row(cell("左"), cell("右")), tblpr=MARGINS + f'<w:jc w:val="{jc}"/>')))
    assert line.x0 == pytest.approx(x0)


@pytest.mark.parametrize(
    ("rule", "lines", "height"),
    [("atLeast", 1, 50), ("atLeast", 8, 80.5), ("exact", 1, 50), ("exact", 8, 50), ("auto", 1, 50)],
)
def test_row_heights(tmp_path: Path, rule: str, lines: int, height: float) -> None:
    body = table(row(cell(p("行") * lines), cell(), trpr=TALL.format(rule)), row(cell("下"), cell()))
    strokes = level(rules(printed(tmp_path, body)))
    assert strokes[1][1] - strokes[0][1] == pytest.approx(height, abs=0.15)


@pytest.mark.parametrize(("align", "y"), [("top", 59.3), ("center", 79.0), ("bottom", 98.8)])
def test_vertical_alignment(tmp_path: Path, align: str, y: float) -> None:
    body = table(row(cell("字", f'<w:vAlign w:val="{align}"/>'), trpr=TALL.format("exact")), widths=[100])
    [[line]] = pages(printed(tmp_path, body))
    assert line.y == pytest.approx(y, abs=0.1)


def test_a_merged_cell_has_no_line_inside(tmp_path: Path) -> None:
    body = table(row(cell("広い", '<w:gridSpan w:val="2"/>')), row(cell("左"), cell("右")))
    middle = [stroke for stroke in upright(rules(printed(tmp_path, body))) if stroke[0] == pytest.approx(144.6, abs=0.1)]
    assert [stroke[3] - stroke[1] for stroke in middle] == pytest.approx([10.5], abs=0.1)


def test_a_cell_merged_downwards_is_written_once_over_both_rows(tmp_path: Path) -> None:
    body = table(
        row(cell("結合", '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>'), cell("上")),
        row(cell("", "<w:vMerge/>"), cell("下")),
    )
    pdf = printed(tmp_path, body)
    [[upper, merged, lower]] = pages(pdf)
    assert (upper.text, merged.text, lower.text) == ("上", "結合", "下")
    assert merged.y == pytest.approx((upper.y + lower.y) / 2, abs=0.1)
    inside = [stroke for stroke in level(rules(pdf)) if 52 < stroke[1] < 70]
    assert [stroke[2] - stroke[0] for stroke in inside] == pytest.approx([100.5], abs=0.1)


def test_a_merged_cell_makes_its_last_row_high_enough(tmp_path: Path) -> None:
    body = table(row(cell(p("多") * 5, '<w:vMerge w:val="restart"/>'), cell("上")), row(cell("", "<w:vMerge/>"), cell("下")))
    strokes = level(rules(printed(tmp_path, body)))
    assert strokes[-1][1] - strokes[0][1] == pytest.approx(50.5, abs=0.1)


@pytest.mark.parametrize(
    ("left", "right", "width"),
    [
        ('w:val="single" w:sz="24"', 'w:val="single" w:sz="8"', 3),
        ('w:val="single" w:sz="8"', 'w:val="single" w:sz="24"', 3),
        ('w:val="nil"', 'w:val="single" w:sz="8"', 1),
    ],
)
def test_the_heavier_of_two_borders_wins(tmp_path: Path, left: str, right: str, width: float) -> None:
    one, other = f"<w:tcBorders><w:right {left}/></w:tcBorders>", f"<w:tcBorders><w:left {right}/></w:tcBorders>"
    strokes = upright(rules(printed(tmp_path, table(row(cell("左", one), cell("右", other))))))
    assert strokes[1][4] == width


def test_no_line_where_both_say_none(tmp_path: Path) -> None:
    one, other = '<w:tcBorders><w:right w:val="nil"/></w:tcBorders>', '<w:tcBorders><w:left w:val="none"/></w:tcBorders>'
    assert len(upright(rules(printed(tmp_path, table(row(cell("左", one), cell("右", other))))))) == 2


def test_a_double_line_is_two_strokes(tmp_path: Path) -> None:
    double = '<w:tcBorders><w:bottom w:val="double" w:sz="8"/></w:tcBorders>'
    strokes = level(rules(printed(tmp_path, table(row(cell("字", double)), widths=[100]))))
    assert len(strokes) == 3
    assert strokes[2][1] - strokes[1][1] == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(("which", "start", "end"), [("tl2br", 44.6, 144.6), ("tr2bl", 144.6, 44.6)])
def test_a_diagonal_crosses_the_cell(tmp_path: Path, which: str, start: float, end: float) -> None:
    crossed = f'<w:tcBorders><w:{which} w:val="single" w:sz="4"/></w:tcBorders>'
    strokes = rules(printed(tmp_path, table(row(cell("字", crossed)), widths=[100])))
    [slanted] = [stroke for stroke in strokes if stroke[0] != stroke[2] and stroke[1] != stroke[3]]
    assert {slanted[0], slanted[2]} == {start, end}


def test_cell_margins_of_the_cell_win_over_the_tables(tmp_path: Path) -> None:
    own = '<w:tcMar><w:left w:w="400" w:type="dxa"/></w:tcMar>'
    [[line]] = pages(printed(tmp_path, table(row(cell("字", own)), widths=[100], tblpr=MARGINS)))
    assert line.x0 == pytest.approx(45 + 20)


def test_rows_go_to_the_next_page_with_their_header(tmp_path: Path) -> None:
    rows = [row(cell(f"{number}"), cell(), trpr='<w:trHeight w:val="1000"/>') for number in range(12)]
    head = row(cell("見出し"), cell(), trpr="<w:tblHeader/>")
    first, second = texts(printed(tmp_path, table(head, *rows)))
    assert first == ["見出し", *map(str, range(7))]
    assert second == ["見出し", *map(str, range(7, 12))]


def test_a_row_is_cut_between_lines(tmp_path: Path) -> None:
    body = p("前") * 35 + table(row(cell(p("行") * 10), cell("右")))
    first, second = texts(printed(tmp_path, body))
    assert first == ["前"] * 35 + ["行右", "行", "行", "行"]
    assert second == ["行"] * 6


def test_a_row_that_must_not_be_cut_moves(tmp_path: Path) -> None:
    body = p("前") * 35 + table(row(cell(p("行") * 10), cell("右"), trpr="<w:cantSplit/>"))
    first, second = texts(printed(tmp_path, body))
    assert first == ["前"] * 35
    assert second == ["行右"] + ["行"] * 9


def test_a_row_higher_than_a_page_is_cut_all_the_same(tmp_path: Path) -> None:
    found = texts(printed(tmp_path, table(row(cell(p("行") * 90), trpr="<w:cantSplit/>"), widths=[100])))
    assert [len(page) for page in found] == [39, 39, 12]


def test_lines_kept_together_stay_together_in_a_cell(tmp_path: Path) -> None:
    body = p("前") * 36 + table(row(cell(p("行") + p(KANJI, "<w:keepLines/>"))), widths=[110.8])
    assert [len(page) for page in texts(printed(tmp_path, body))] == [37, 3]


def test_kept_lines_higher_than_a_page_are_cut_in_a_cell_too(tmp_path: Path) -> None:
    body = table(row(cell(p(KANJI * 20, "<w:keepLines/>"))), widths=[110.8])
    assert [len(page) for page in texts(printed(tmp_path, body))] == [39, 17]


def test_rows_that_keep_with_the_next_go_together(tmp_path: Path) -> None:
    kept = row(cell(p("表題", "<w:keepNext/>")), cell())
    body = p("前") * 37 + table(kept, kept, row(cell("終"), cell()))
    assert texts(printed(tmp_path, body)) == [["前"] * 37, ["表題", "表題", "終"]]


def test_a_cell_merged_downwards_goes_on_over_the_page(tmp_path: Path) -> None:
    rows = [row(cell("", "<w:vMerge/>"), cell(str(n)), trpr='<w:trHeight w:val="2000"/>') for n in range(1, 6)]
    body = table(row(cell(p("続") * 45, '<w:vMerge w:val="restart"/>'), cell("0"), trpr='<w:trHeight w:val="2000"/>'), *rows)
    first, second = texts(printed(tmp_path, body))
    assert "".join(first + second).count("続") == 45


def test_a_table_in_a_cell_is_drawn_inside_it(tmp_path: Path) -> None:
    inner = table(row(cell("内"), cell("側")), widths=(30, 30))
    [[outside, inside]] = pages(printed(tmp_path, table(row(cell("外"), cell(inner + p())))))
    assert (outside.text, inside.text) == ("外", "内側")
    assert [inside.x0, inside.x1] == [pytest.approx(150 + 0.25 + 5.4), pytest.approx(150 + 0.25 + 5.4 + 40)]


def test_columns_without_a_grid_follow_the_cells(tmp_path: Path) -> None:
    body = table(row(cell("左", '<w:tcW w:w="800" w:type="dxa"/>'), cell("右")), widths=(0, 0))
    assert sorted({stroke[0] for stroke in upright(rules(printed(tmp_path, body)))})[1] == pytest.approx(84.6, abs=0.1)


def test_rows_and_cells_in_content_controls_are_rows_and_cells(tmp_path: Path) -> None:
    wrapped = f"<w:tr><w:sdt><w:sdtContent>{cell('左')}</w:sdtContent></w:sdt>{cell('右')}</w:tr>"
    body = table(f"<w:sdt><w:sdtContent>{wrapped}</w:sdtContent></w:sdt>", row(cell("下"), cell("下")))
    assert texts(printed(tmp_path, body)) == [["左右", "下下"]]


def test_nothing_hangs_out_of_a_cell(tmp_path: Path) -> None:
    body = table(row(cell("国際出願補助金申請書、類")), widths=[110.8])
    assert texts(printed(tmp_path, body)) == [["国際出願補助金申請", "書、類"]]


def test_text_wraps_in_the_cell(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, table(row(cell(KANJI[:12])), widths=[110.8], tblpr=""))) == [[KANJI[:10], KANJI[10:12]]]


def test_table_styles_dress_rows_by_condition(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="table" w:styleId="T"><w:pPr><w:jc w:val="right"/></w:pPr>'
        '<w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="left"/></w:pPr></w:tblStylePr></w:style>'
    )
    look = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
    [[head, line]] = pages(printed(tmp_path, table(row(cell("頭")), row(cell("体")), widths=[100], tblpr=look), styles=style))
    assert line.x0 - head.x0 == pytest.approx(100 - 10.8 - 10)
