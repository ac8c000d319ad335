from pathlib import Path

import pytest

from tests.forms.render.docxkit import cell, found, p, printed, row, table
from tests.forms.render.drawingkit import anchor, holder, shape

HIGH = '<w:trHeight w:val="2400"/>'


def standing(text: str, direction: str = "tbRl", align: str = "") -> str:
    vertical = f'<w:textDirection w:val="{direction}"/>' + (f'<w:vAlign w:val="{align}"/>' if align else "")
    return table(row(cell(text, vertical), cell("横"), trpr=HIGH), widths=(40, 100))


def test_characters_stand_one_below_the_other(tmp_path: Path) -> None:
    pdf = printed(tmp_path, standing("縦書"))
    first, second = found(pdf, "縦"), found(pdf, "書")
    assert (first.x0, first.y) == pytest.approx((69.2, 59.4), abs=0.15)
    assert second.x0 == first.x0
    assert second.y - first.y == pytest.approx(10)


def test_letters_lie_on_their_side(tmp_path: Path) -> None:
    pdf = printed(tmp_path, standing("縦ab"))
    assert found(pdf, "a").y != found(pdf, "b").y


def test_text_may_read_upwards(tmp_path: Path) -> None:
    pdf = printed(tmp_path, standing("上下", "btLr"))
    assert found(pdf, "上").y > found(pdf, "下").y


def test_a_column_of_lines_may_stand_in_the_middle(tmp_path: Path) -> None:
    assert found(printed(tmp_path, standing("縦", align="center")), "縦").x0 == pytest.approx(59.6, abs=0.1)


def test_a_row_grows_until_vertical_text_has_room(tmp_path: Path) -> None:
    pdf = printed(tmp_path, table(row(cell("縦書きの長い題名です", '<w:textDirection w:val="tbRl"/>')), widths=(30,)) + p("後"))
    assert found(pdf, "後").y > 100


@pytest.mark.parametrize("direction", ["eaVert", "vert", "vert270"])
def test_a_text_box_may_be_vertical(tmp_path: Path, direction: str) -> None:
    box = anchor(shape(40, 80, "箱中", body=f'vert="{direction}"'), 40, 80, across="page:100", down="page:100")
    first, second = (found(printed(tmp_path, holder(box)), text) for text in "箱中")
    assert abs(first.y - second.y) == pytest.approx(10)
    assert 100 < first.x0 < 140
