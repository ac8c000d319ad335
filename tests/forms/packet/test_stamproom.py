"""The 資料 number never covers anything."""

from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from reportlab.pdfgen.canvas import Canvas

from forms.packet.stamproom import make_room
from forms.positions import A4, STAMP_ORIGIN, STAMP_SIZE


def sheet(path: Path, *, corner: bool) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    canvas.rect(100, 100, 50, 50, fill=1)
    if corner:
        canvas.rect(STAMP_ORIGIN[0], STAMP_ORIGIN[1], 20, 20, fill=1)
    canvas.showPage()
    canvas.rect(STAMP_ORIGIN[0], STAMP_ORIGIN[1], 20, 20, fill=1)
    canvas.save()
    return path


def darkest(path: Path, box: tuple[float, float, float, float]) -> int:
    crop = (box[0], box[1], A4[0] - box[2], A4[1] - box[3])
    picture = pypdfium2.PdfDocument(path)[0].render(scale=2, crop=crop).to_pil().convert("L")
    return int(picture.getextrema()[0])


@pytest.mark.parametrize("corner", [True, False])
def test_a_page_shrinks_only_where_the_stamp_would_cover_something(tmp_path: Path, corner: bool) -> None:
    pdf = sheet(tmp_path / "a.pdf", corner=corner)
    before = pdf.read_bytes()
    assert make_room(pdf) is corner
    assert (pdf.read_bytes() == before) is not corner
    right, top = STAMP_ORIGIN[0] + STAMP_SIZE[0], STAMP_ORIGIN[1] + STAMP_SIZE[1]
    assert darkest(pdf, (*STAMP_ORIGIN, right, top)) == 255
    assert darkest(pdf, (100, 90, 150, 150)) == 0


def test_the_other_pages_and_the_paper_keep_their_size(tmp_path: Path) -> None:
    pdf = sheet(tmp_path / "a.pdf", corner=True)
    make_room(pdf)
    with pikepdf.open(pdf) as opened:
        assert [float(page.mediabox[3]) for page in opened.pages] == pytest.approx([A4[1], A4[1]], abs=0.1)
        assert b"0.94" not in opened.pages[1].Contents.read_bytes()
    assert make_room(pdf) is False
