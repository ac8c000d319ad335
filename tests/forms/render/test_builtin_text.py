from pathlib import Path

import pytest

from tests.forms.render.docxkit import KANJI, SECTION, p, pages, printed, rules, texts

TEN = "国際出願補助金申請書"  # 100 pt wide


def narrow(columns: int) -> str:
    """Indent a paragraph so that so many 10 pt characters fit on a line."""
    return f'<w:ind w:right="{6000 - columns * 200}"/>'


def test_text_starts_at_the_margin_with_its_ascent_below_the_top(tmp_path: Path) -> None:
    [[line]] = pages(printed(tmp_path, p(TEN)))
    assert [line.text, line.x0, line.x1] == [TEN, pytest.approx(50), pytest.approx(150)]
    assert line.y == pytest.approx(50 + 8.8, abs=0.1)


def test_a_full_line_breaks_between_ideographs(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, p(KANJI, narrow(10)))) == [[KANJI[:10], KANJI[10:20], KANJI[20:]]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("国際出願補助金申請（書）", ["国際出願補助金申請", "（書）"]),  # an opening bracket ends no line
        ("国際出願補助金申請書）類", ["国際出願補助金申請", "書）類"]),  # a closing one starts none
        ("国際出願補助金申請書、類", ["国際出願補助金申請書、", "類"]),  # 、 may hang in the margin
        ("国際出願補助金申請チャ", ["国際出願補助金申請", "チャ"]),
        ("国際出願補助金円×5,400", ["国際出願補助金円", "×5,400"]),
        ("国際出願補助 application", ["国際出願補助", "application"]),
        ("国際出願補助金、123456", ["国際出願補助金、", "123456"]),
        ("abc-def-ghijklmnopqrst", ["abc-def-", "ghijklmnopqrst"]),
        ("abcdefghijklmnopqrstuvwxyz", ["abcdefghijklmnopqrst", "uvwxyz"]),  # a word longer than the line
    ],
)
def test_lines_break_where_japanese_may(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert texts(printed(tmp_path, p(text, narrow(10)))) == [lines]


def test_hanging_can_be_switched_off(tmp_path: Path) -> None:
    off = narrow(10) + '<w:overflowPunct w:val="0"/>'
    assert texts(printed(tmp_path, p("国際出願補助金申請書、類", off))) == [["国際出願補助金申請", "書、類"]]


@pytest.mark.parametrize(("jc", "x0", "x1"), [("left", 50, 150), ("right", 250, 350), ("center", 150, 250), ("both", 50, 150)])
def test_alignment(tmp_path: Path, jc: str, x0: float, x1: float) -> None:
    [[line]] = pages(printed(tmp_path, p(TEN, f'<w:jc w:val="{jc}"/>')))
    assert [line.x0, line.x1] == [pytest.approx(x0), pytest.approx(x1)]


def test_justified_lines_fill_the_width_except_the_last(tmp_path: Path) -> None:
    [[first, last]] = pages(printed(tmp_path, p(KANJI[:12], f'<w:ind w:right="{6000 - 2090}"/><w:jc w:val="both"/>')))
    assert first.x1 == pytest.approx(50 + 104.5)
    assert last.x1 == pytest.approx(70)


def test_a_break_in_justified_text_is_stretched_over(tmp_path: Path) -> None:
    body = '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>国際</w:t><w:br/><w:t>出願</w:t></w:r></w:p>'
    [[first, last]] = pages(printed(tmp_path, body))
    assert [first.x1, last.x1] == [pytest.approx(350), pytest.approx(70)]


@pytest.mark.parametrize(("ppr", "x1"), [("", 350), ('<w:wordWrap w:val="0"/>', 330)])
def test_blanks_at_the_end_of_right_aligned_text(tmp_path: Path, ppr: str, x1: float) -> None:
    [[line]] = pages(printed(tmp_path, p("氏名　　", f'{ppr}<w:jc w:val="right"/>')))
    assert line.x1 == pytest.approx(x1)


def test_distributed_text_fills_its_only_line(tmp_path: Path) -> None:
    [[line]] = pages(printed(tmp_path, p("氏名", '<w:jc w:val="distribute"/>')))
    assert [line.x0, line.x1] == [pytest.approx(50), pytest.approx(350)]


def test_air_stands_between_ideographs_and_letters(tmp_path: Path) -> None:
    [[line]] = pages(printed(tmp_path, p("国PCT国")))
    assert line.x1 - line.x0 == pytest.approx(10 + 2 + 15 + 2 + 10)


@pytest.mark.parametrize(
    ("ind", "first", "second"),
    [
        ('w:left="400"', 70, 70),
        ('w:left="400" w:hanging="200"', 60, 70),
        ('w:firstLine="200"', 60, 50),
        ('w:leftChars="200"', 70, 70),
        ('w:firstLineChars="100"', 60, 50),
        ('w:leftChars="900" w:left="400"', 70, 70),  # Word's own computation stands beside the characters
    ],
)
def test_indents(tmp_path: Path, ind: str, first: float, second: float) -> None:
    [[one, two, *_]] = pages(printed(tmp_path, p(KANJI * 2, f"<w:ind {ind}/>")))
    assert [one.x0, two.x0] == [pytest.approx(first), pytest.approx(second)]


@pytest.mark.parametrize(
    ("tabs", "x1"),
    [
        ("", 36 * 2 + 10),  # default stops every 36 pt
        ('<w:tab w:val="left" w:pos="2000"/>', 110),
        ('<w:tab w:val="right" w:pos="2000"/>', 100),
        ('<w:tab w:val="center" w:pos="2000"/>', 105),
        ('<w:tab w:val="decimal" w:pos="2000"/>', 100),
    ],
)
def test_tab_stops(tmp_path: Path, tabs: str, x1: float) -> None:
    body = f"<w:p><w:pPr><w:tabs>{tabs}</w:tabs></w:pPr><w:r><w:t>住所住所</w:t><w:tab/><w:t>神</w:t></w:r></w:p>"
    [[line]] = pages(printed(tmp_path, body))
    assert line.x1 == pytest.approx(50 + x1)


def test_a_decimal_tab_puts_the_point_on_the_stop(tmp_path: Path) -> None:
    tabs = '<w:tabs><w:tab w:val="decimal" w:pos="2000"/></w:tabs>'
    body = f"<w:p><w:pPr>{tabs}</w:pPr><w:r><w:tab/><w:t>12.50</w:t></w:r></w:p>"
    [[line]] = pages(printed(tmp_path, body))
    assert [line.x0, line.x1] == [pytest.approx(50 + 100 - 10), pytest.approx(50 + 100 + 15)]


def test_a_leader_fills_the_tab(tmp_path: Path) -> None:
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="4000"/></w:tabs>'
    [[line]] = texts(printed(tmp_path, f"<w:p><w:pPr>{tabs}</w:pPr><w:r><w:t>目次</w:t><w:tab/><w:t>8</w:t></w:r></w:p>"))
    assert line.startswith("目次....")


@pytest.mark.parametrize(
    ("spacing", "pitch"),
    [
        ('w:line="240" w:lineRule="auto"', 10),
        ('w:line="360" w:lineRule="auto"', 15),
        ('w:line="500" w:lineRule="exact"', 25),
        ('w:line="280" w:lineRule="atLeast"', 14),
        ('w:line="100" w:lineRule="atLeast"', 10),
    ],
)
def test_line_spacing(tmp_path: Path, spacing: str, pitch: float) -> None:
    [[one, two, *_]] = pages(printed(tmp_path, p(KANJI * 2, f"<w:spacing {spacing}/>")))
    assert two.y - one.y == pytest.approx(pitch, abs=0.1)


def test_the_grid_gives_every_line_whole_pitches(tmp_path: Path) -> None:
    grid = SECTION + '<w:docGrid w:type="lines" w:linePitch="360"/>'
    body = p("国") + p("国", rpr='<w:sz w:val="40"/>') + p("国") + p("国", '<w:snapToGrid w:val="0"/>') + p("国")
    [lines] = pages(printed(tmp_path, body, section=grid))
    gaps = [round(after.y - before.y, 1) for before, after in zip(lines, lines[1:], strict=False)]
    assert sum(gaps) == pytest.approx(36 + 18 + 18 / 2 + 10 / 2 + 18, abs=9)
    assert lines[2].y - lines[0].y == pytest.approx(18 + 36, abs=0.1)


def test_space_between_paragraphs_is_the_larger_of_the_two(tmp_path: Path) -> None:
    body = p("国", '<w:spacing w:after="200"/>') + p("国", '<w:spacing w:before="400"/>')
    [[one, two]] = pages(printed(tmp_path, body))
    assert two.y - one.y == pytest.approx(10 + 20)


@pytest.mark.parametrize(
    "mark", ["<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>', '<w:w w:val="50"/>', '<w:spacing w:val="40"/>']
)
def test_character_formats_keep_the_text(tmp_path: Path, mark: str) -> None:
    [[line]] = pages(printed(tmp_path, p("特許", rpr=mark)))
    width = {"<w:i/>": 22, '<w:w w:val="50"/>': 10, '<w:spacing w:val="40"/>': 22}.get(mark, 20)
    assert line.text == "特許"
    assert line.x1 - line.x0 == pytest.approx(width, abs=0.1)


@pytest.mark.parametrize("width", [60, 25])
def test_fitted_text_fills_its_width(tmp_path: Path, width: int) -> None:
    fit = f'<w:rPr><w:fitText w:val="{width * 20}" w:id="7"/></w:rPr>'
    body = f"<w:p><w:r>{fit}<w:t>住</w:t></w:r><w:r>{fit}<w:t>所地</w:t></w:r><w:r><w:t>後</w:t></w:r></w:p>"
    [[line]] = pages(printed(tmp_path, body))
    assert line.text == "住所地後"
    assert line.x1 == pytest.approx(50 + width + 10, abs=0.1)


def test_superscript_stands_higher_and_smaller(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>'
    [[raised, plain]] = pages(printed(tmp_path, body))
    assert (raised.text, plain.text) == ("2", "m")
    assert plain.y - raised.y == pytest.approx(3.7, abs=0.1)


def test_underlines_run_below_blanks_too(tmp_path: Path) -> None:
    [stroke] = rules(printed(tmp_path, p("氏名　　", rpr='<w:u w:val="single"/>')))
    assert (stroke[0], stroke[2]) == (50, 90)


@pytest.mark.parametrize(("ppr", "x0"), [("", 50), ('<w:jc w:val="right"/>', 80)])
def test_underlines_end_where_the_line_ends_though_blanks_hang(tmp_path: Path, ppr: str, x0: float) -> None:
    """27 signs leave three blanks' room; at the right they stand at the margin and every blank hangs."""
    pdf = printed(tmp_path, p(KANJI[:27] + "　" * 9, ppr, '<w:u w:val="single"/>'))
    assert (min(stroke[0] for stroke in rules(pdf)), max(stroke[2] for stroke in rules(pdf))) == (x0, 350)
    assert texts(pdf) == [[KANJI[:27]]]


def test_hidden_text_is_not_printed(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, p("秘", rpr="<w:vanish/>") + p("公"))) == [["公"]]


def test_content_controls_print_their_content(tmp_path: Path) -> None:
    inline = (
        "<w:p><w:sdt><w:sdtPr><w:tag w:val='a'/></w:sdtPr><w:sdtContent><w:r><w:t>中</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    block = f"<w:sdt><w:sdtContent>{p('塊')}</w:sdtContent></w:sdt>"
    assert texts(printed(tmp_path, inline + block)) == [["中", "塊"]]


def test_boxes_and_ticks_read_back(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, p("☐特許☑意匠☒商標"))) == [["☐特許☑意匠☒商標"]]


def test_a_paragraph_frame_surrounds_its_lines(tmp_path: Path) -> None:
    sides = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="4"/>' for side in ("top", "left", "bottom", "right"))
    frame = f"<w:pBdr>{sides}</w:pBdr>"
    strokes = rules(printed(tmp_path, p("枠", frame) + p("枠", frame)))
    level = [stroke for stroke in strokes if stroke[1] == stroke[3]]
    assert [(stroke[0], stroke[2]) for stroke in level] == [(45, 355)] * 2  # equal neighbours share one frame
    assert level[1][1] - level[0][1] == pytest.approx(4 + 20 + 4 + 1, abs=0.1)


def test_wide_blanks_hang_at_the_end_of_a_line(tmp_path: Path) -> None:
    first, second = pages(printed(tmp_path, p("字" * 29 + "\u3000\u3000\u3000" + "続")))[0]
    assert (len(first.text), second.text, second.x0) == (29, "続", 50)


def test_a_glyph_from_the_fallback_font_adds_no_height(tmp_path: Path) -> None:
    [_, second] = pages(printed(tmp_path, p("前𠮷後") + p("次")))[0]
    assert second.y == pytest.approx(68.8)
