from pathlib import Path

import pytest
from pikepdf import Pdf

from forms.packet.leaves import SLIP_BOX
from forms.packet.stamps import draft_pdf, mark_pdf, numbers_pdf, slip_mark_pdf, stamps_pdf
from forms.pdf.pagehash import unembedded_fonts
from forms.positions import A4, Box, Corner, StampSize, mark_box, number_box, stamp_box
from tests.forms.pdfkit import rendered, text_of


@pytest.mark.parametrize("text", ["資料1", "資料11", "資料5－2（その他の参考資料）"])
@pytest.mark.parametrize("size", ["small", "normal", "large"])
@pytest.mark.parametrize("corner", ["top_right", "top_left", "bottom_right", "bottom_left"])
def test_the_text_stands_whole_within_its_box_in_its_corner(text: str, size: StampSize, corner: Corner) -> None:
    made = stamps_pdf([text], corner, size)
    assert text in text_of(made)
    shown = rendered(made, scale=4).convert("L")
    left, bottom, right, top = (edge * 4 for edge in stamp_box(corner, size))
    found = shown.point(lambda value: 255 * (value < 250)).getbbox() or (0, 0, 0, 0)
    assert [round(edge) for edge in (left, shown.height - top, right, shown.height - bottom)] == pytest.approx(found, abs=3)
    inside = shown.crop((round(left) + 10, shown.height - round(top) + 10, round(right) - 10, shown.height - round(bottom) - 10))
    assert inside.crop((0, 0, 4, inside.height)).getextrema() == (255, 255)
    assert inside.point(lambda value: 255 * (value < 60)).getbbox()


def test_each_text_has_an_upright_a4_page(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(stamps_pdf(["資料1", "資料2"], "top_right", "normal"))
    with Pdf.open(tmp_path / "x.pdf") as pdf:
        assert [round(float(page.mediabox[2]), 2) for page in pdf.pages] == [round(A4[0], 2)] * 2
    assert unembedded_fonts(tmp_path / "x.pdf") == ()


@pytest.mark.parametrize(
    ("made", "box", "said"),
    [
        (numbers_pdf(12), number_box(), ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]),
        (mark_pdf("副本1", "top_right"), mark_box("top_right"), ["副本1"]),
        (mark_pdf("正本", "bottom_left"), mark_box("bottom_left"), ["正本"]),
        (slip_mark_pdf("副本5"), (SLIP_BOX[0], SLIP_BOX[1], SLIP_BOX[0] + SLIP_BOX[2], SLIP_BOX[1] + SLIP_BOX[3]), ["副本5"]),
    ],
)
def test_numbers_and_names_stand_in_the_middle_of_their_boxes(made: bytes, box: Box, said: list[str]) -> None:
    assert [text_of(made, page) for page in range(len(said))] == said
    found = rendered(made, scale=2).convert("L").point(lambda value: 255 * (value < 250)).getbbox() or (0, 0, 0, 0)
    assert (found[0] + found[2]) / 4 == pytest.approx((box[0] + box[2]) / 2, abs=3)
    assert (found[1] + found[3]) / 4 == pytest.approx(A4[1] - (box[1] + box[3]) / 2, abs=3)
    assert found[0] / 2 > box[0]
    assert (found[3] - found[1]) / 2 < box[3] - box[1]


def test_the_draft_mark_is_light_and_goes_across_the_page() -> None:
    shown = rendered(draft_pdf())
    assert text_of(draft_pdf()).split() == ["下書き", "下書き"]  # across the page, and small and upright
    assert shown.size == (round(A4[0] / 2), round(A4[1] / 2))
    assert min(low for low, _ in shown.getextrema()) > 180  # type: ignore[misc]
    left, top, right, bottom = shown.convert("L").point(lambda value: 255 * (value < 250)).getbbox() or (0, 0, 0, 0)
    assert right - left > shown.width / 2
    assert bottom - top > shown.height / 3


def test_the_same_texts_give_the_same_bytes() -> None:
    assert stamps_pdf(["資料1"], "top_right", "normal") == stamps_pdf(["資料1"], "top_right", "normal")
    assert draft_pdf() == draft_pdf()
