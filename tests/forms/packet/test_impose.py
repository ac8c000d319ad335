from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from forms.packet.assemble import Job, assemble, layout_of
from forms.packet.impose import impose
from forms.positions import A4, Layout
from tests.forms.pdfkit import difference, make_parts, rendered


def imposed(tmp_path: Path, pages: tuple[int, ...], copies: int = 2) -> tuple[Path, Path, Layout]:
    parts = make_parts(tmp_path / "parts", pages)
    layout = layout_of(parts, copies)
    packet, target = tmp_path / "packet.pdf", tmp_path / "packet-2in1.pdf"
    list(assemble(Job(parts, copies), packet))
    list(impose(packet, layout, target))
    return packet, target, layout


@pytest.mark.parametrize("pages", [(1,), (4,), (3, 2), (8,), (2, 1, 4)])
def test_each_half_of_each_side_shows_the_page_it_should(tmp_path: Path, pages: tuple[int, ...]) -> None:
    packet, target, layout = imposed(tmp_path, pages)
    for sheet in range(layout.sheets):
        for side in (0, 1):
            shown = rendered(target, sheet * 2 + side, scale=1)
            for half in (0, 1):
                found = shown.crop((half * shown.width // 2, 0, (half + 1) * shown.width // 2, shown.height))
                origin = layout.at(sheet, side, half)
                if origin is None:
                    assert found.getextrema() == ((255, 255),) * 3
                else:
                    wanted = rendered(packet, layout.place(origin).packet_page, scale=0.70707)
                    assert difference(found, wanted) < 1.5


def test_sides_are_landscape_a4_two_for_each_sheet(tmp_path: Path) -> None:
    _, target, layout = imposed(tmp_path, (5,))
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == 2 * layout.sheets
        assert {tuple(float(edge) for edge in page.mediabox) for page in pdf.pages} == {(0, 0, A4[1], A4[0])}


def test_printers_are_told_to_turn_over_the_short_edge_and_not_to_scale(tmp_path: Path) -> None:
    _, target, _ = imposed(tmp_path, (1,))
    with pikepdf.open(target) as pdf:
        preferences = pdf.Root.ViewerPreferences
        assert preferences.Duplex == Name.DuplexFlipShortEdge
        assert preferences.PrintScaling == Name("/None")


def test_sets_share_forms_and_sides(tmp_path: Path) -> None:
    _, target, _ = imposed(tmp_path, (3, 4))
    with pikepdf.open(target) as pdf:
        assert pdf.check_pdf_syntax() == []
        drawings = [page.obj.Contents.objgen for page in pdf.pages if "/Contents" in page.obj]
        assert drawings[:4] == drawings[4:8] == drawings[8:]
        assert len(set(drawings)) == 4


def test_the_same_packet_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second = imposed(tmp_path, (3,))[1], imposed(tmp_path / "b", (3,))[1]
    assert first.read_bytes() == second.read_bytes()


def test_progress_counts_sets(tmp_path: Path) -> None:
    packet, target, layout = imposed(tmp_path, (1,))
    steps = list(impose(packet, layout, target))
    assert list(dict.fromkeys((step.done, step.total) for step in steps)) == [(0, 4), (1, 4), (2, 4), (3, 4)]
