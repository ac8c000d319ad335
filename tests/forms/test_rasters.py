"""What lies on the sheets is seen: pictures of every half against pictures of the pages; all samples by `python -m tests.soak.rasters`."""

from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Pdf

from forms.attachments.intake import take_in
from forms.packet.assemble import Job, assemble
from forms.packet.finish import Finish
from forms.packet.impose import impose
from forms.packet.parts import measured
from forms.positions import A4, HALF_SCALE, Layout
from forms.progress import outcome
from forms.proof.verify import verify
from tests.forms.pdfkit import box_pdf, build, make_part, rendered
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


@pytest.mark.parametrize("finish", [Finish(), Finish(fresh="sheet", contents=True)], ids=["close", "fresh sheets"])
@pytest.mark.parametrize("pages", [(1, 199), (4, 4), (3, 5, 4), (1, 0, 2), (1,)], ids=str)
def test_long_short_empty_odd_and_whole_sheets(tmp_path: Path, pages: tuple[int, ...], finish: Finish) -> None:
    packet = build(tmp_path / "packet", pages, copies=1, finish=finish).folder
    assert verify(packet) == []
    assert list(rasters.faults(packet, rasters.by_pdfium)) == []


def test_an_a3_paper_is_one_upright_page_with_its_top_at_the_left(tmp_path: Path) -> None:
    width, height = A4[1], 2 * A4[0]  # A3
    taken = tmp_path / "a3.pdf"
    taken.write_bytes(take_in(source(tmp_path / "drawing.pdf", (height, width))).pdf)
    part = replace(make_part(tmp_path, 2, 1), pdfs=(taken,), hashes=(), fonts=())
    list(assemble(Job([outcome(measured(part))], 0), tmp_path / "packet.pdf"))
    list(impose(tmp_path / "packet.pdf", Layout((1,), 1), tmp_path / "packet-2in1.pdf"))
    side = rasters.by_pdfium(tmp_path / "packet-2in1.pdf", 72)[0]
    page = rendered(taken, scale=HALF_SCALE).convert("L")
    assert rasters.distance(side.crop((0, 0, side.width // 2, side.height)), page) < rasters.NEAR
    assert side.crop((side.width // 2 + 1, 0, side.width, side.height)).getextrema() == rasters.WHITE
    dark = rendered(taken, scale=1).convert("L").point(lambda value: 255 * (value < 250)).getbbox() or (0, 0, 0, 0)
    assert dark[3] - dark[1] > dark[2] - dark[0]  # its long side upright


def source(path: Path, size: tuple[float, float]) -> Path:
    path.write_bytes(box_pdf((0, 0, *size)))
    return path


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
