"""What the contents say is what lies there: leaves, fresh sides and sheets, bookmarks and stamps over random packets."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from forms.packet.arranging import arranged
from forms.packet.assemble import Job, Part, assemble, layout_of
from forms.packet.finish import Finish
from forms.packet.impose import impose
from forms.positions import Fresh, Layout, Origin, set_name
from forms.progress import outcome
from tests.forms.pdfkit import make_parts, text_of

FINISHES = st.builds(
    Finish,
    stamp_corner=st.sampled_from(["top_right", "top_left", "bottom_right", "bottom_left"]),
    stamp_size=st.sampled_from(["small", "normal", "large"]),
    page_numbers=st.booleans(),
    set_marks=st.booleans(),
    separators=st.booleans(),
    contents=st.booleans(),
    slip=st.booleans(),
    fresh=st.sampled_from(["page", "side", "sheet"]),
    binding=st.sampled_from(["short_edge", "long_edge"]),
)


def parts_of(folder: Path, pages: tuple[int, ...], finish: Finish) -> tuple[Part, ...]:
    return outcome(arranged(make_parts(folder, pages), finish, folder))


def lines(packet: Path, layout: Layout, parts: tuple[Part, ...]) -> list[tuple[str, int, int, int]]:
    """What the contents of the original say: heading, page, pages, sheet."""
    index = next(index for index, part in enumerate(parts) if part.leaf == "contents")
    pages = (layout.place(Origin(0, index, page)).packet_page for page in range(parts[index].pages))
    text = "\n".join(text_of(packet, page).replace("\r", "") for page in pages)
    return _lines(text)


def _lines(text: str) -> list[tuple[str, int, int, int]]:
    found = []
    for heading, first, last, pages, sheet in re.findall(r"((?:資料\d+ )?書類\d+)\s+(\d+)(?:～(\d+))?\s+(\d+)\s+(\d+)枚目", text):
        assert int(last or first) == int(first) + int(pages) - 1
        found.append((heading, int(first), int(pages), int(sheet)))
    return found


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(st.integers(1, 5), min_size=2, max_size=6).map(tuple), finish=FINISHES, copies=st.integers(0, 2))
def test_what_the_contents_say_is_what_lies_there(tmp_path: Path, pages: tuple[int, ...], finish: Finish, copies: int) -> None:
    parts = parts_of(tmp_path / "parts", pages, finish)
    layout, packet, imposed = layout_of(parts, copies), tmp_path / "packet.pdf", tmp_path / "packet-2in1.pdf"
    list(assemble(Job(parts, copies, finish), packet))
    list(impose(packet, layout, imposed, finish.binding))
    documents = [(index, part) for index, part in enumerate(parts) if not part.leaf]
    for number in range(layout.sets):
        for index, (part, document) in enumerate(documents):
            place = layout.place(Origin(number, part, 0))
            on_packet, on_paper = text_of(packet, place.packet_page), text_of(imposed, place.sheet * 2 + place.side)
            for text in (on_packet, on_paper):
                assert f"part {index} page 0" in text
                assert not document.stamp or document.stamp in text
                assert not finish.set_marks or set_name(number) in text
    if finish.contents:
        said = lines(packet, layout, parts)
        lying = [layout.place(Origin(0, part, 0)) for part, _ in documents]
        assert said == [
            (document.heading, place.packet_page + 1, document.pages, place.sheet + 1)
            for (_, document), place in zip(documents, lying, strict=True)
        ]
    _check_bookmarks(packet, layout, parts)


def _check_bookmarks(packet: Path, layout: Layout, parts: tuple[Part, ...]) -> None:
    reader = PdfReader(packet)
    outline: list[Any] = reader.outline
    found = [(line.title, reader.get_destination_page_number(line)) for below in outline[1::2] for line in below]
    assert found == [
        (part.heading, layout.place(Origin(number, index, 0)).packet_page)
        for number in range(layout.sets)
        for index, part in enumerate(parts)
    ]


def test_nothing_is_put_between_the_documents_unless_it_is_asked_for(tmp_path: Path) -> None:
    parts = parts_of(tmp_path, (3, 1, 2), Finish())
    assert [(part.leaf, part.fresh) for part in parts] == [("", "page")] * 3


def test_leaves_stand_in_front_and_a_separator_before_each_number(tmp_path: Path) -> None:
    parts = parts_of(tmp_path, (3, 1, 2, 2), Finish(slip=True, contents=True, separators=True))
    assert [part.leaf or part.document for part in parts] == [
        "slip", "contents", "document_0", "document_1", "separator", "document_2", "separator", "document_3",
    ]  # fmt: skip
    assert [part.fresh for part in parts] == ["page", "sheet", "page", "page", "sheet", "sheet", "sheet", "sheet"]


def test_documents_of_one_number_stand_behind_one_separator_and_begin_together(tmp_path: Path) -> None:
    made = make_parts(tmp_path, (1, 1, 2, 2))
    same = [replace(part, number=1) if part.number else part for part in made]
    parts = outcome(arranged(same, Finish(separators=True), tmp_path))
    assert [part.leaf for part in parts] == ["", "", "separator", "", ""]
    assert parts[-1].fresh == "page"
    assert "書類2・書類3" in "".join(text_of(parts[2].pdfs[0]).split())


@pytest.mark.parametrize("fresh", ["page", "side", "sheet"])
def test_each_number_begins_on_what_is_asked_for(tmp_path: Path, fresh: Fresh) -> None:
    assert [part.fresh for part in parts_of(tmp_path, (1, 1, 2, 2), Finish(fresh=fresh))] == ["page", "page", fresh, fresh]


def test_the_slip_has_a_sheet_for_itself_and_says_which_set_it_lies_on(tmp_path: Path) -> None:
    parts = parts_of(tmp_path / "parts", (2, 2), Finish(slip=True))
    layout, packet = layout_of(parts, 2), tmp_path / "packet.pdf"
    list(assemble(Job(parts, 2, Finish(slip=True)), packet))
    for number in range(3):
        text = text_of(packet, layout.place(Origin(number, 0, 0)).packet_page)
        assert set_name(number) in text
        assert "ホチキス留めしないでください" in text
        assert [layout.at(number * layout.sheets_per_set, *there) for there in ((0, 1), (1, 0), (1, 1))] == [None] * 3
