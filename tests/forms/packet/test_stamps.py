from pathlib import Path

import pytest
from pikepdf import Pdf

from forms.packet.stamps import draft_pdf, stamps_pdf
from forms.positions import A4, STAMP_SIZE
from forms.proof.pagehash import unembedded_fonts
from tests.forms.pdfkit import rendered, text_of


@pytest.mark.parametrize("text", ["資料1", "資料11", "資料5－2（その他の参考資料）"])
def test_the_text_stands_whole_within_the_box(text: str) -> None:
    made = stamps_pdf([text])
    assert text in text_of(made)
    shown = rendered(made, scale=4).convert("L")
    inside = shown.crop((10, 10, shown.width - 10, shown.height - 10))
    side = inside.crop((0, 0, 4, inside.height)).getextrema()
    assert side == (255, 255)
    assert inside.getextrema()[0] == 0


def test_each_text_has_a_page_of_the_stamps_size(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(stamps_pdf(["資料1", "資料2"]))
    with Pdf.open(tmp_path / "x.pdf") as pdf:
        assert [round(float(page.mediabox[2]), 2) for page in pdf.pages] == [round(STAMP_SIZE[0], 2)] * 2
    assert unembedded_fonts(tmp_path / "x.pdf") == ()


def test_the_draft_mark_is_light_and_goes_across_the_page() -> None:
    shown = rendered(draft_pdf())
    assert text_of(draft_pdf()).split() == ["下書き", "下書き"]  # across the page, and small and upright
    assert shown.size == (round(A4[0] / 2), round(A4[1] / 2))
    assert min(low for low, _ in shown.getextrema()) > 180  # type: ignore[misc]
    left, top, right, bottom = shown.convert("L").point(lambda value: 255 * (value < 250)).getbbox() or (0, 0, 0, 0)
    assert right - left > shown.width / 2
    assert bottom - top > shown.height / 3


def test_the_same_texts_give_the_same_bytes() -> None:
    assert stamps_pdf(["資料1"]) == stamps_pdf(["資料1"])
    assert draft_pdf() == draft_pdf()
