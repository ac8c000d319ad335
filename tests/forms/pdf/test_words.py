"""What a page says: read as an eye reads it, whatever the order in which a file draws it."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from forms.attachments.intake import take_in
from forms.paths import FONTS, SAMPLES
from forms.pdf.words import DRAWN, page_words

Placed = tuple[float, float, str]  # from the left, from the foot, text


def drawn(*placed: Placed, size: tuple[float, float] = (595, 842), turned: int = 0, mode: Literal[0, 3] = 0) -> bytes:
    """One page with texts in the order in which they are given."""
    pdfmetrics.registerFont(TTFont("Words", str(FONTS / "BIZUDMincho-Regular.ttf")))
    out = BytesIO()
    canvas = Canvas(out, pagesize=size)
    canvas.setPageRotation(turned)
    for x, y, text in placed:
        canvas.setFont("Words", 10)
        canvas.drawString(x, y, text, mode=mode)
    canvas.save()
    return out.getvalue()


def seen(pdf: bytes) -> Sequence[str]:
    """The lines of the first page as an eye reads them."""
    return page_words(pdf)[0].partition(DRAWN)[0].split("\n")


TABLE = ((50, 780, "商　号"), (50, 760, "本　店"), (200, 780, "株式会社みなと精機"), (200, 760, "兵庫県神戸市"))


def test_a_table_is_read_line_by_line_though_its_columns_are_drawn_one_after_the_other() -> None:
    assert seen(drawn(*TABLE)) == ["商 号\t株式会社みなと精機", "本 店\t兵庫県神戸市"]


def test_the_order_in_which_it_was_drawn_is_kept_as_well() -> None:
    flow = page_words(drawn(*TABLE))[0].partition(DRAWN)[2]
    assert flow.index("本") < flow.index("みなと")


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_on_its_side_is_read_as_it_was_meant(turned: int, tmp_path: Path) -> None:
    file = tmp_path / "turned.pdf"
    file.write_bytes(drawn(*TABLE, size=(842, 595 + 300), turned=turned))
    assert seen(take_in(file).pdf) == ["商 号\t株式会社みなと精機", "本 店\t兵庫県神戸市"]


def test_a_landscape_page_that_was_turned_is_read_upright() -> None:
    words = take_in(SAMPLES / "company-defensive" / "files" / "pamphlet-a3.pdf").words
    assert "名称\t株式会社灯蔵酒造" in words[0]


def test_a_scan_has_no_words_and_keeps_its_pages() -> None:
    assert take_in(SAMPLES / "company-patent" / "files" / "tokibo-scan.pdf").words == ("", "")


def test_letters_that_nobody_sees_are_not_what_the_paper_says() -> None:
    assert page_words(drawn(*TABLE, mode=3)) == ("",)


def test_what_is_no_pdf_has_no_words() -> None:
    assert page_words(b"no PDF at all") == ()
