"""Turning pages by hand: what is seen is turned, stays upright A4 and whole, and comes back with the fourth turn."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Pdf
from PIL import Image

from forms.attachments.intake import take_in
from forms.attachments.turning import BY_HAND, turned, turned_to, turns_of
from forms.errors import PaperError
from forms.papers import Paper
from forms.positions import A4
from tests.forms.pdfkit import box_pdf, difference, marked, on_a4, page_pdf, picture, picture_file, rendered

PORTRAIT, LANDSCAPE, RECEIPT, DRAWING = (0, 0, *A4), (0, 0, A4[1], A4[0]), (0, 0, 200, 500), (0, 0, 2000, 5000)


def taken(folder: Path, data: bytes) -> Paper:
    (folder / "見積書.pdf").write_bytes(data)
    return take_in(folder / "見積書.pdf")


def three_pages(folder: Path) -> Paper:
    return taken(folder, page_pdf(marked(PORTRAIT), {"/MediaBox": Array(list(PORTRAIT))}, pages=3))


def shown(image: Image.Image, quarters: int) -> Image.Image:
    """A picture turned clockwise."""
    return image.rotate(-90 * quarters, expand=True)


@pytest.mark.parametrize("quarters", [1, 2, 3, -1, 6])
@pytest.mark.parametrize(
    ("box", "size"),
    [
        (PORTRAIT, {0: A4, 1: (A4[0], A4[0] ** 2 / A4[1])}),
        (RECEIPT, {0: (200, 500), 1: (500, 200)}),
        (DRAWING, {0: (336.8, 841.9), 1: (595.3, 238.1)}),
    ],
    ids=["page", "receipt", "drawing"],
)
def test_a_page_is_seen_turned_and_as_large_as_it_may_be(
    tmp_path: Path, box: Sequence[float], size: dict[int, tuple[float, float]], quarters: int
) -> None:
    original = box_pdf(box)
    paper = turned(taken(tmp_path, original), quarters)
    wanted = on_a4(shown(rendered(original, scale=0.5), quarters), size[quarters % 2])
    unturned = rendered(taken(tmp_path, original).pdf)
    assert difference(rendered(paper.pdf), wanted) < min(1.0, difference(unturned, wanted) / 4)


def test_a_landscape_page_can_have_its_top_on_the_other_side(tmp_path: Path) -> None:
    before = taken(tmp_path, box_pdf(LANDSCAPE))
    assert difference(rendered(turned(before, 2).pdf), shown(rendered(before.pdf), 2)) < 2


def test_a_photograph_keeps_its_margin(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(picture_file(picture((800, 600)), "JPEG"))
    page = rendered(turned(take_in(tmp_path / "a.jpg"), 1).pdf, scale=1).convert("L").point(lambda level: 255 * (level < 200))
    left, _, right, _ = page.getbbox() or (0, 0, 0, 0)
    assert (left, A4[0] - right) == pytest.approx((28, 28), abs=2)


@pytest.mark.parametrize("box", [PORTRAIT, LANDSCAPE, RECEIPT, DRAWING])
@pytest.mark.parametrize("turns", [(1, 1, 1, 1), (2, 2), (1, -1), (3, 1), (0,), (4,)])
def test_a_full_turn_brings_the_page_back(tmp_path: Path, box: Sequence[float], turns: tuple[int, ...]) -> None:
    before = paper = taken(tmp_path, box_pdf(box))
    for quarters in turns:
        paper = turned(paper, quarters)
    assert rendered(paper.pdf).tobytes() == rendered(before.pdf).tobytes()
    assert (paper.notes, paper.original, paper.sha256) == (before.notes, before.original, before.sha256)
    with Pdf.open(BytesIO(paper.pdf)) as one, Pdf.open(BytesIO(before.pdf)) as other:
        assert one.pages[0].Contents.read_bytes() == other.pages[0].Contents.read_bytes()


def test_the_same_turn_gives_the_same_bytes(tmp_path: Path) -> None:
    paper = three_pages(tmp_path)
    assert turned(paper, 3).pdf == turned(turned(paper, 1), 2).pdf


def test_one_page_is_turned_alone_and_said_so(tmp_path: Path) -> None:
    paper = turned(turned(three_pages(tmp_path), 1, page=1), 2, page=2)
    assert turns_of(paper.pdf) == (0, 1, 2)
    assert paper.notes == (f"2～3ページ目{BY_HAND}",)
    assert turned(paper, 3, page=1).notes == (f"3ページ目{BY_HAND}",)
    assert (paper.pages, paper.original) == (3, three_pages(tmp_path).original)


def test_every_page_stays_upright_a4(tmp_path: Path) -> None:
    with Pdf.open(BytesIO(turned(three_pages(tmp_path), 1).pdf)) as pdf:
        assert [tuple(float(edge) for edge in page.mediabox) for page in pdf.pages] == [pytest.approx((0, 0, *A4), abs=0.01)] * 3
        assert all("/Rotate" not in page for page in pdf.pages)
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("turns", [(0, 1, 2), (3, 3, 3), (0, 0, 0), (), (1,), (1, 2, 3, 1), (5, -1, 0)])
def test_turns_can_be_read_and_made_again(tmp_path: Path, turns: tuple[int, ...]) -> None:
    paper = turned_to(three_pages(tmp_path), turns)
    assert turns_of(paper.pdf) == tuple(turn % 4 for turn in (*turns, 0, 0, 0)[:3])
    assert turned_to(turned(paper, 1), turns).pdf == paper.pdf


def test_a_page_that_draws_several_things_is_turned_as_a_sheet(tmp_path: Path) -> None:
    pdf = box_pdf(PORTRAIT)
    paper = turned(replace(taken(tmp_path, pdf), pdf=pdf), 1)
    assert difference(rendered(paper.pdf), on_a4(shown(rendered(pdf), 1), (A4[0], A4[0] ** 2 / A4[1]))) < 4


@pytest.mark.parametrize("page", [-1, 3])
def test_a_page_that_is_not_there_is_said(tmp_path: Path, page: int) -> None:
    with pytest.raises(PaperError, match=f"「見積書.pdf」に{page + 1}ページ目はありません"):
        turned(three_pages(tmp_path), 1, page)


def test_a_paper_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="「見積書.pdf」の頁を読めません"):
        turned(replace(three_pages(tmp_path), pdf=b"no pdf"), 1)
