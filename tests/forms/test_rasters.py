"""What lies on the sheets is seen: pictures of every half against pictures of the pages; all samples by `python -m tests.soak.rasters`."""

from pathlib import Path

import pytest
from pikepdf import Pdf

from forms.packet.finish import Finish
from tests.forms.pdfkit import build
from tests.soak import rasters

POPPLER = pytest.mark.skipif(not rasters.has_poppler(), reason="pdftoppm is not installed: sheets are seen by PDFium only")
RENDERERS = [rasters.by_pdfium, pytest.param(rasters.by_poppler, marks=POPPLER)]
FINISHES = {
    "plain": Finish(),
    "long edge": Finish(binding="long_edge", fresh="side"),
    "marked": Finish(set_marks=True, page_numbers=True, separators=True, stamp_corner="bottom_left"),
    "leaves": Finish(slip=True, contents=True, fresh="sheet"),
}


@pytest.mark.parametrize("pictures", RENDERERS)
@pytest.mark.parametrize("finish", FINISHES.values(), ids=FINISHES)
@pytest.mark.parametrize("pages", [(1, 1), (3, 2, 3), (4, 1, 7)], ids=str)
def test_every_half_shows_its_page_and_the_sets_are_equal(
    tmp_path: Path, pages: tuple[int, ...], finish: Finish, pictures: rasters.Pictures
) -> None:
    packet = build(tmp_path / "packet", pages, copies=2, finish=finish).folder
    assert list(rasters.faults(packet, pictures)) == []


@pytest.mark.parametrize("pictures", RENDERERS)
def test_a_samples_sheets_are_right(tmp_path: Path, pictures: rasters.Pictures) -> None:
    assert list(rasters.faults(rasters.build("startup-design", tmp_path), pictures)) == []


@pytest.mark.parametrize(
    ("side", "other", "said"),
    [(0, 1, "set 1, sheet 1, front, left: rather page 3 than 1"), (4, 5, "set 2: side 1 is not that of the original")],
)
def test_sides_in_a_wrong_order_are_seen(tmp_path: Path, side: int, other: int, said: str) -> None:
    packet = build(tmp_path / "packet", (3, 2, 3), copies=1).folder
    with Pdf.open(packet / "packet-2in1.pdf", allow_overwriting_input=True) as pdf:
        first, second = pdf.pages[side].obj, pdf.pages[other].obj
        for key in ("/Contents", "/Resources"):
            first[key], second[key] = second[key], first[key]
        pdf.save(packet / "packet-2in1.pdf")
    assert said in list(rasters.faults(packet, rasters.by_pdfium))
