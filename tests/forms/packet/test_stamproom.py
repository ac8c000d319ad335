"""Nothing that is drawn over a page ever covers anything."""

from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from forms.packet.assemble import Job, Part, assemble
from forms.packet.parts import measured
from forms.packet.stamproom import rooms_needed
from forms.positions import A4, Box, Room, mark_box, number_box, room_for, stamp_box
from forms.progress import outcome
from tests.forms.pdfkit import rendered

STAMP, NUMBER = stamp_box("top_right", "normal"), number_box()


def sheet(path: Path, *boxes: Box) -> Path:
    """Two pages: the first has something in each of the boxes and in its middle, the second in its middle only."""
    canvas = Canvas(str(path), pagesize=A4)
    for box in boxes:
        canvas.rect(box[0], box[1], 20, 12, fill=1)
    for _ in range(2):
        canvas.rect(100, 100, 50, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("there", "drawn", "room"),
    [
        ((), (STAMP, NUMBER), Room()),
        ((STAMP,), (STAMP,), room_for((STAMP,))),
        ((STAMP,), (NUMBER,), Room()),
        ((STAMP, NUMBER), (STAMP, NUMBER), room_for((STAMP, NUMBER))),
        ((NUMBER,), (STAMP, NUMBER), room_for((NUMBER,))),
    ],
)
def test_room_is_made_only_where_something_would_be_covered(tmp_path: Path, there: tuple[Box, ...], drawn: tuple[Box, ...], room: Room) -> None:
    assert list(rooms_needed([sheet(tmp_path / "a.pdf", *there)], lambda _: drawn)) == [room, Room()]


def test_pages_are_counted_through_all_papers_of_a_document(tmp_path: Path) -> None:
    papers = [sheet(tmp_path / "a.pdf", STAMP), sheet(tmp_path / "b.pdf", STAMP)]
    assert list(rooms_needed(papers, lambda page: (STAMP,) if page == 2 else ())) == [Room(), Room(), room_for((STAMP,)), Room()]


@pytest.mark.parametrize("corner", ["top_right", "top_left", "bottom_right", "bottom_left"])
@pytest.mark.parametrize("size", ["small", "normal", "large"])
def test_a_page_made_smaller_leaves_the_boxes_free(tmp_path: Path, corner: str, size: str) -> None:
    stamp = stamp_box(corner, size)  # type: ignore[arg-type]
    boxes = (stamp, NUMBER, mark_box(corner))  # type: ignore[arg-type]
    part = outcome(measured(Part("x", 1, "x", (sheet(tmp_path / "a.pdf", *boxes),), (), (), "", ())))
    list(assemble(Job([replace(part, rooms={0: room_for(boxes)})], 0), tmp_path / "packet.pdf"))
    shown = rendered(tmp_path / "packet.pdf", scale=2).convert("L")
    for left, bottom, right, top in boxes:
        free = shown.crop((round(left * 2), round((A4[1] - top) * 2), round(right * 2), round((A4[1] - bottom) * 2)))
        assert free.getextrema() == (255, 255)
    assert shown.getextrema()[0] == 0


def test_stamps_and_marks_stand_apart_in_every_corner() -> None:
    for corner in ("top_right", "top_left", "bottom_right", "bottom_left"):
        boxes = [stamp_box(corner, "large"), NUMBER, mark_box(corner)]
        for one in boxes:
            assert 0 < one[0] < one[2] < A4[0]
            assert 0 < one[1] < one[3] < A4[1]
            for other in boxes:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart or one == other
