"""Where content controls land on the page: what a preview marks."""

from collections import defaultdict
from pathlib import Path

import pytest

from forms.paths import TEMPLATES
from forms.pdf.pictures import page_picture
from forms.render.builtin.controls import SlotBox
from forms.render.builtin.renderer import draw_page, lay_out, render_builtin
from tests.forms.render.docxkit import KANJI, cell, found, p, row, table, word_file
from tests.forms.render.drawingkit import holder, vml

PAGE = 500.0  # the kit's page is that high
RIGHT = 350.0  # where its text ends


def control(tag: str, content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*content: str, ppr: str = "") -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr>{''.join(content)}</w:p>"


def boxes(folder: Path, body: str) -> list[SlotBox]:
    form = word_file(folder / "form.docx", body)
    next(render_builtin([form], folder))
    return list(lay_out(form).boxes)


def edges(box: SlotBox) -> tuple[float, float, float, float]:
    """Left, top, right and bottom from the page's top left corner."""
    return round(box.x, 1), round(PAGE - box.y - box.height, 1), round(box.x + box.width, 1), round(PAGE - box.y, 1)


def test_a_control_in_a_line_has_the_box_of_its_text(tmp_path: Path) -> None:
    [box] = boxes(tmp_path, line(run("氏名："), control("a.name", run("甲野花子")), run("（印）")))
    text = found(tmp_path / "form.pdf", "甲野花子")
    left, top, right, bottom = edges(box)
    assert (box.tag, box.page) == ("a.name", 0)
    assert (left, right) == pytest.approx((text.x0, text.x1), abs=0.1)
    assert top < text.y - 5 < text.y <= bottom <= top + 12


def test_text_over_two_lines_has_a_box_on_each(tmp_path: Path) -> None:
    first, second = boxes(tmp_path, line(run("事業の内容："), control("a", run(KANJI))))
    assert (edges(first)[0], edges(first)[2]) == (110.0, RIGHT)
    assert edges(second)[0] == 50.0
    assert edges(second)[1] >= edges(first)[1] + 9


@pytest.mark.parametrize(
    ("content", "left", "right"),
    [
        (line(control("a", run(""))), 50, RIGHT),
        (line(control("a", run("\u3000")), ppr='<w:jc w:val="center"/>'), 50, RIGHT),
        (line(control("a", "")), 50, RIGHT),
        (line(run("電話："), control("a", run(""))), 80, RIGHT),
        (line(run("満"), control("a", run("")), run("歳")), 60, 70),
        (line(control("a", run("")), run("歳")), 50, 60),
        (line(run("満</w:t><w:br/><w:t>"), control("a", run("")), run("歳")), 50, 60),
        (line(control("a", run("")), ppr='<w:jc w:val="center"/>'), 50, RIGHT),
    ],
)
def test_an_empty_control_has_the_room_that_its_text_would_take(content: str, left: float, right: float, tmp_path: Path) -> None:
    [box] = boxes(tmp_path, content)
    assert (edges(box)[0], edges(box)[2]) == (left, right)
    assert box.height >= 9


def test_a_control_around_a_paragraph_is_as_wide_as_the_text_may_be(tmp_path: Path) -> None:
    both = boxes(tmp_path, control("a", p("一行目") + p("二行目", ppr='<w:ind w:left="400"/>')) + p("外"))
    assert [(edges(box)[0], edges(box)[2]) for box in both] == [(50, RIGHT), (70, RIGHT)]
    assert edges(both[0])[3] == edges(both[1])[1]


def test_a_control_around_a_cell_or_a_row_has_its_rectangle(tmp_path: Path) -> None:
    body = table(row(cell("甲"), control("one", cell("")), trpr='<w:trHeight w:val="600"/>'), control("all", row(cell("乙"), cell("丙"))))
    found = {box.tag: edges(box) for box in boxes(tmp_path, body)}
    left, top, right, bottom = found["one"]
    assert (right - left, bottom - top) == (100, 30)
    assert found["all"][:3] == pytest.approx((left - 100, bottom, right))


def test_repeated_rows_are_told_apart_by_their_number(tmp_path: Path) -> None:
    rows = [row(cell(line(control("officers[].name", run(name)))), cell()) for name in ("甲", "", "丙")]
    found = boxes(tmp_path, table(*rows))
    assert [(box.tag, box.number) for box in found] == [("officers[].name", index) for index in range(3)]
    assert [box.y for box in found] == sorted((box.y for box in found), reverse=True)


def test_pages_count_from_0_and_a_row_keeps_its_number_over_them(tmp_path: Path) -> None:
    rows = [row(cell(line(control("a[].b", run(str(number))))), cell(), trpr='<w:trHeight w:val="3000"/>') for number in range(4)]
    assert [(box.page, box.number) for box in boxes(tmp_path, table(*rows))] == [(0, 0), (0, 1), (1, 2), (1, 3)]


def test_a_control_in_vertical_text_stands_where_its_cell_does(tmp_path: Path) -> None:
    tall = cell(line(control("a", run("ABC"))), '<w:textDirection w:val="tbRl"/>')
    [box] = boxes(tmp_path, table(row(tall, cell(), trpr='<w:trHeight w:val="2000"/>')))
    left, top, right, bottom = edges(box)
    assert 44 <= left < right <= 150
    assert right - left == pytest.approx(10, abs=2)
    assert bottom - top > right - left


def test_controls_change_nothing_on_the_page(tmp_path: Path) -> None:
    held = line(run("満"), control("a", run("")), run("歳 No."), control("b", run("12")), run("号"), ppr='<w:jc w:val="both"/>')
    bare = line(run("満"), run("歳 No."), run("12"), run("号"), ppr='<w:jc w:val="both"/>')
    pdfs = [next(render_builtin([word_file(tmp_path / f"{n}.docx", body)], tmp_path)) for n, body in enumerate((held, bare))]
    assert pdfs[0].read_bytes() == pdfs[1].read_bytes()


def test_the_corporate_number_of_our_form_has_13_boxes_side_by_side() -> None:
    form = TEMPLATES / "hyogo-r5-2" / "form_1_1.docx"
    places = defaultdict(list)
    for box in lay_out(form).boxes:
        places[box.tag].append(box)
    digits = [places[f"applicant.corporate_number#{number}"] for number in range(1, 14)]
    assert [len(each) for each in digits] == [1] * 13
    assert len({(box.page, round(box.y)) for [box] in digits}) == 1
    assert all(one.x + one.width <= other.x for [one], [other] in zip(digits, digits[1:], strict=False))


def test_a_page_drawn_alone_is_the_page_of_the_whole(tmp_path: Path) -> None:
    form = TEMPLATES / "hyogo-r5-2" / "form_1_1.docx"
    [pdf] = render_builtin([form], tmp_path)
    laid = lay_out(form)
    for page in range(len(laid.pages)):
        draw_page(laid, page, tmp_path / "alone.pdf")
        assert page_picture(tmp_path / "alone.pdf", 0, 200) == page_picture(pdf, page, 200)


def test_a_control_in_a_drawing_that_stands_in_a_line_has_a_box_too(tmp_path: Path) -> None:
    drawing = vml("width:100pt;height:50pt", f"<v:textbox><w:txbxContent>{line(control('a', run('満')))}</w:txbxContent></v:textbox>")
    [box] = boxes(tmp_path, holder(drawing))
    left, top, right, bottom = edges(box)
    text = found(tmp_path / "form.pdf", "満")
    assert (left, right) == pytest.approx((text.x0, text.x1), abs=0.1)
    assert top < text.y <= bottom
