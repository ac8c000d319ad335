from pathlib import Path

import pytest

from tests.forms.render.docxkit import KANJI, cell, found, p, pages, printed, row, said, table, texts
from tests.forms.render.drawingkit import ABOVE_BELOW, SQUARE, anchor, holder, shape, vml, vml_text

# a text box's first line: insets of 7.2 and 3.6, and the ascent of 8.8 in 10 points
INSET, FIRST = 7.2, 12.4


@pytest.mark.parametrize(
    ("across", "down", "x", "y"),
    [
        ("column:100", "paragraph:20", 150, 80),
        ("margin:10", "margin:30", 60, 80),
        ("page:30", "page:40", 30, 40),
        ("rightMargin:0", "topMargin:5", 350, 5),
        ("margin:right", "margin:bottom", 300, 420),
        ("page:center", "page:center", 175, 235),
        ("character:0", "line:5", 50, 65),
    ],
)
def test_a_text_box_stands_where_its_anchor_says(tmp_path: Path, across: str, down: str, x: float, y: float) -> None:
    body = p("前") + holder(anchor(shape(50, 30, "箱"), 50, 30, across=across, down=down))
    word = found(printed(tmp_path, body), "箱")
    assert (word.x0, word.y) == pytest.approx((x + INSET, y + FIRST), abs=0.1)


def test_text_does_not_move_for_a_box_without_wrapping(tmp_path: Path) -> None:
    body = holder(anchor(shape(50, 30, "箱"), 50, 30, across="column:200")) + p("次")
    pdf = printed(tmp_path, body)
    assert [found(pdf, text).y for text in ("本文", "次")] == [pytest.approx(58.8), pytest.approx(68.8)]


def test_an_offset_from_the_paragraph_counts_the_space_above_it(tmp_path: Path) -> None:
    spaced = holder(anchor(shape(50, 30, "箱"), 50, 30)).replace("<w:p>", '<w:p><w:pPr><w:spacing w:before="400"/></w:pPr>', 1)
    assert found(printed(tmp_path, p("前") + spaced), "箱").y == pytest.approx(60 + FIRST)


@pytest.mark.parametrize(("align", "y"), [("t", 50 + FIRST), ("ctr", 83.8), ("b", 105.2)])
def test_text_stands_at_the_top_in_the_middle_or_at_the_bottom_of_its_box(tmp_path: Path, align: str, y: float) -> None:
    body = holder(anchor(shape(50, 60, "箱", body=f'anchor="{align}"'), 50, 60, across="column:100"))
    assert found(printed(tmp_path, body), "箱").y == pytest.approx(y, abs=0.1)


def test_lines_that_do_not_fit_in_a_box_are_named(tmp_path: Path) -> None:
    body = holder(anchor(shape(80, 25, p("一行") + p("二行") + p("三行")), 80, 25, across="column:100"))
    assert "入りきらない" in said(tmp_path, body)[0]
    assert "三行" not in "".join(texts(tmp_path / "form.pdf")[0])


def test_square_wrapping_leaves_both_sides_to_the_text(tmp_path: Path) -> None:
    box = anchor(shape(80, 20, "箱"), 80, 20, across="column:110", down="paragraph:0", wrap=SQUARE)
    lines = [line for line in pages(printed(tmp_path, holder(box, KANJI * 3)))[0] if "箱" not in line.text]
    assert [len(line.text) for line in lines[:3]] == [20, 20, 20]
    assert lines[0].x1 == pytest.approx(340.5)


def test_wrapping_above_and_below_sends_text_under_the_box(tmp_path: Path) -> None:
    box = anchor(shape(80, 40, "箱"), 80, 40, across="column:50", down="paragraph:5", wrap=ABOVE_BELOW)
    pdf = printed(tmp_path, holder(box) + p("次"))
    assert found(pdf, "本文").y == pytest.approx(50 + 45.5 + 8.8)
    assert found(pdf, "次").y == pytest.approx(50 + 45.5 + 18.8)


def test_what_follows_wraps_as_well(tmp_path: Path) -> None:
    box = anchor(shape(200, 40, "箱"), 200, 40, across="margin:right", wrap=SQUARE)
    last = found(printed(tmp_path, holder(box) + p(KANJI)), KANJI[9])
    assert last.y > 68


def test_a_box_narrows_no_line_of_the_next_page(tmp_path: Path) -> None:
    box = anchor(shape(100, 60, "箱"), 100, 60, across="margin:0", wrap=SQUARE)
    before = "".join(p(str(number)) for number in range(37))
    last = pages(printed(tmp_path, before + holder(box, KANJI * 5)))[1]
    assert last[0].x0 == pytest.approx(50)


def test_a_box_in_a_cell_measures_from_the_cell(tmp_path: Path) -> None:
    inner = holder(anchor(shape(40, 20, "箱"), 40, 20, across="page:10"))
    word = found(printed(tmp_path, table(row(cell("左"), cell(inner)))), "箱")
    assert word.x0 == pytest.approx(150 - 5.4 + 5.4 + 10 + INSET, abs=0.6)


def test_alternatives_are_read_once(tmp_path: Path) -> None:
    modern, old = anchor(shape(50, 30, "新"), 50, 30), vml("position:absolute;width:50pt;height:30pt", vml_text("旧"))
    choice, fallback = f'<mc:Choice Requires="wps">{modern[5:-6]}</mc:Choice>', f"<mc:Fallback>{old[5:-6]}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    assert "".join(texts(printed(tmp_path, holder(both)))[0]) == "本文新"
    unknown = both.replace("wps", "w16se", 1)
    assert "".join(texts(printed(tmp_path, holder(unknown)))[0]) == "本文旧"


@pytest.mark.parametrize(
    ("style", "x", "y"),
    [
        ("margin-left:100pt;margin-top:20pt", 150, 70),
        ("margin-left:0;mso-position-horizontal:right;mso-position-horizontal-relative:margin;margin-top:1in", 300, 122),
        ("margin-left:10mm;margin-top:30pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page", 28.3, 30),
    ],
)
def test_an_old_text_box_stands_where_its_style_says(tmp_path: Path, style: str, x: float, y: float) -> None:
    box = vml(f"position:absolute;width:50pt;height:30pt;z-index:1;{style}", vml_text("旧"))
    word = found(printed(tmp_path, holder(box)), "旧")
    assert (word.x0, word.y) == pytest.approx((x + INSET, y + FIRST), abs=0.1)


def test_a_group_scales_what_stands_in_it(tmp_path: Path) -> None:
    inner = f'<v:rect style="left:500;top:500;width:400;height:300">{vml_text("群")}</v:rect>'
    group = vml("position:absolute;width:200pt;height:100pt;z-index:1", inner, 'coordsize="1000,1000"', "group")
    word = found(printed(tmp_path, holder(group)), "群")
    assert (word.x0, word.y) == pytest.approx((150 + INSET, 100 + FIRST))


def test_a_drawing_in_the_line_takes_its_room(tmp_path: Path) -> None:
    inline = anchor(shape(60, 40, "内"), 60, 40).replace("wp:anchor", "wp:inline")
    pdf = printed(tmp_path, holder(inline))
    assert (found(pdf, "本文").x0, found(pdf, "内").y) == pytest.approx((110, 50 + FIRST))
