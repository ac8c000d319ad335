import re
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from forms.attachments.intake import take_in
from forms.errors import RenderError, TargetError
from forms.packet.assemble import Job, assemble, layout_of
from forms.packet.parts import measured
from forms.positions import MM, set_name, stamp_box
from forms.progress import outcome
from tests.forms.pdfkit import difference, make_part, make_parts, page_pdf, picture_file, rendered, text_of

SHAPE = (4, 1, 2, 3)


def written(tmp_path: Path, pages: tuple[int, ...] = SHAPE, copies: int = 5, *, draft: bool = False) -> Path:
    target = tmp_path / f"packet{copies}{draft}.pdf"
    list(assemble(Job(make_parts(tmp_path / "parts", pages), copies, draft=draft), target))
    return target


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(st.integers(1, 4), min_size=1, max_size=5).map(tuple), copies=st.integers(0, 3))
def test_every_page_lies_where_the_position_function_says(tmp_path: Path, pages: tuple[int, ...], copies: int) -> None:
    packet = written(tmp_path, pages, copies)
    layout = layout_of(make_parts(tmp_path / "parts", pages), copies)
    with pikepdf.open(packet) as pdf:
        assert len(pdf.pages) == layout.pages
    for origin in layout.origins():
        said = text_of(packet, layout.place(origin).packet_page)
        assert f"part {origin.part} page {origin.page}" in said


def test_bookmarks_lead_to_the_documents_of_each_set(tmp_path: Path) -> None:
    reader = PdfReader(written(tmp_path))
    outline: list[Any] = reader.outline
    titles = [entry.title for entry in outline[::2]]
    below = [[(line.title, reader.get_destination_page_number(line)) for line in lines] for lines in outline[1::2]]
    assert titles == ["正本", "副本1", "副本2", "副本3", "副本4", "副本5"]
    assert below[1] == [("書類0", 10), ("書類1", 14), ("資料1 書類2", 15), ("資料2 書類3", 17)]


def test_the_number_stands_top_right_on_the_first_page_of_each_attachment_only(tmp_path: Path) -> None:
    packet = written(tmp_path, copies=0)
    stamped = [re.findall("資料[0-9]", text_of(packet, page)) for page in range(10)]
    assert stamped == [[], [], [], [], [], ["資料1"], [], ["資料2"], [], []]


def test_the_number_covers_what_is_below_it_and_nothing_else(tmp_path: Path) -> None:
    part = make_part(tmp_path, 2, 1)
    part.pdfs[0].write_bytes(page_pdf(b"0 0 1 rg 0 0 600 850 re f q q 2 0 0 2 9 9 cm", {"/MediaBox": [0, 0, 595, 842]}))
    list(assemble(Job([part], 0), tmp_path / "packet.pdf"))
    shown = rendered(tmp_path / "packet.pdf", scale=1)
    box = stamp_box("top_right", "normal")
    left, top = round(box[0]), round(841.89 - box[3])
    assert shown.getpixel((left + 5, top + 12)) == (255, 255, 255)
    assert shown.getpixel((left - 3, top + 12)) == (0, 0, 255)
    assert (round((box[2] - box[0]) / MM), round((box[3] - box[1]) / MM)) == (30, 9)


def test_a_draft_says_so_on_every_page_and_stays_readable(tmp_path: Path) -> None:
    plain, draft = written(tmp_path), written(tmp_path, draft=True)
    assert all("下書き" in text_of(draft, page) for page in range(60))
    assert "part 0 page 3" in text_of(draft, 3)
    dark = rendered(draft).convert("L").point(lambda value: 255 * (value < 100))
    assert difference(dark, rendered(plain).convert("L").point(lambda value: 255 * (value < 100))) < 1


def test_six_sets_share_all_but_their_page_dictionaries(tmp_path: Path) -> None:
    with pikepdf.open(written(tmp_path)) as pdf:
        sets = [[page.obj.Contents.objgen for page in pdf.pages][start : start + 10] for start in range(0, 60, 10)]
    assert all(one == sets[0] for one in sets)


def test_six_sets_are_hardly_larger_than_one(tmp_path: Path) -> None:
    frames = [Image.frombytes("L", (600, 500), Random(page).randbytes(300_000)) for page in range(6)]
    (tmp_path / "scan.tiff").write_bytes(picture_file(frames[0], "TIFF", save_all=True, append_images=frames[1:]))
    part = make_part(tmp_path, 2, 1)
    part.pdfs[0].write_bytes(take_in(tmp_path / "scan.tiff").pdf)
    part = outcome(measured(part))
    for copies in (0, 5):
        list(assemble(Job([part], copies), tmp_path / f"{copies}.pdf"))
    assert (tmp_path / "5.pdf").stat().st_size <= 1.01 * (tmp_path / "0.pdf").stat().st_size


def test_the_same_parts_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "a").read_bytes() == written(tmp_path / "b").read_bytes()


def test_another_reader_finds_no_fault_and_nothing_but_a_title(tmp_path: Path) -> None:
    with pikepdf.open(written(tmp_path)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert dict(pdf.trailer.Info.items()) == {"/Title": "申請書類一式（正本1部・副本5部）"}
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_progress_counts_up_and_names_what_is_in_hand(tmp_path: Path) -> None:
    steps = list(assemble(Job(make_parts(tmp_path, (1, 2)), 5), tmp_path / "packet.pdf"))
    assert list(dict.fromkeys((step.done, step.total) for step in steps)) == [(0, 3), (1, 3), (2, 3)]
    assert steps[0].task == "書類0を組み込んでいます。"


def test_a_build_that_is_stopped_leaves_no_file(tmp_path: Path) -> None:
    steps = assemble(Job(make_parts(tmp_path, (1, 2)), 5), tmp_path / "packet.pdf")
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert not (tmp_path / "packet.pdf").exists()


@pytest.mark.parametrize("entries", [{"/MediaBox": [0, 0, 842, 595]}, {"/MediaBox": [0, 0, 595, 842], "/Rotate": 90}])
def test_a_page_that_is_not_upright_a4_is_refused_by_name(tmp_path: Path, entries: dict[str, object]) -> None:
    part = make_part(tmp_path, 2, 1)
    part.pdfs[0].write_bytes(page_pdf(b"", entries))
    with pytest.raises(RenderError, match="資料1 書類2に A4 縦でないページ"):
        list(assemble(Job([part], 0), tmp_path / "packet.pdf"))


def test_a_part_that_is_no_pdf_is_refused_by_name(tmp_path: Path) -> None:
    part = make_part(tmp_path, 2, 1)
    part.pdfs[0].write_bytes(b"")
    with pytest.raises(RenderError, match="part2.pdf"):
        list(assemble(Job([part], 0), tmp_path / "packet.pdf"))


def test_a_target_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="書き込めません"):
        list(assemble(Job(make_parts(tmp_path, (1,)), 0), tmp_path / "nowhere" / "packet.pdf"))


def test_sets_are_the_original_and_numbered_copies() -> None:
    assert [set_name(number) for number in range(3)] == ["正本", "副本1", "副本2"]
