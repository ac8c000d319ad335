"""Leaves between the documents: contents that say their pages beforehand, separators, the slip with room for the set's name."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from forms.packet.leaves import (
    LEFT,
    LINES_PER_PAGE,
    SLIP_BOX,
    ContentsLine,
    contents_pages,
    contents_pdf,
    separators_pdf,
    slip_pdf,
)
from forms.pdf.pagehash import unembedded_fonts
from forms.positions import A4
from tests.forms.pdfkit import rendered, text_of

LONG = "資料10 JAPANブランド育成支援等事業又はものづくり補助金の交付決定通知書（平成28年度から令和3年度までの写し）"


def lines(count: int) -> list[ContentsLine]:
    return [ContentsLine(f"資料{number} 書類その{number}", 3 * number, 3, number) for number in range(1, count + 1)]


MAKERS: tuple[Callable[[], bytes], ...] = (lambda: contents_pdf(lines(3)), lambda: separators_pdf([LONG]), slip_pdf)


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


@pytest.mark.parametrize("count", [0, 1, LINES_PER_PAGE, LINES_PER_PAGE + 1, 2 * LINES_PER_PAGE, 2 * LINES_PER_PAGE + 1])
def test_the_contents_take_as_many_pages_as_was_said_beforehand(count: int) -> None:
    assert pages(contents_pdf(lines(count))) == contents_pages(count)


def test_the_contents_say_where_each_document_begins_and_ends() -> None:
    text = text_of(contents_pdf([ContentsLine("資料1 登記簿謄本の写し", 9, 2, 3), ContentsLine("資料2 事業概要", 11, 1, 4)]))
    for said in ("資料1 登記簿謄本の写し", "9～10", "3枚目", "資料2 事業概要", "11", "4枚目"):
        assert said in text


def test_every_document_is_on_one_of_the_pages_of_long_contents() -> None:
    made = contents_pdf(lines(LINES_PER_PAGE + 5))
    assert "目次（1／2）" in text_of(made, 0)
    assert f"書類その{LINES_PER_PAGE + 5}" in text_of(made, 1)


def test_a_long_heading_stays_whole_in_its_row() -> None:
    made = contents_pdf([ContentsLine(LONG * 2, 1, 3, 1)])
    assert LONG * 2 in text_of(made).replace("\r\n", "")
    shown = rendered(made, scale=1).convert("L")
    assert shown.crop((0, 0, round(LEFT) - 1, shown.height)).getextrema() == (255, 255)


def test_separators_have_a_page_each_with_number_and_title() -> None:
    made = separators_pdf(["資料1 登記簿謄本の写し", LONG])
    assert pages(made) == 2
    assert text_of(made, 0).split() == ["資料1", "登記簿謄本の写し"]
    assert LONG.replace(" ", "") in "".join(text_of(made, 1).split())


def test_the_slip_asks_not_to_staple_and_leaves_room_for_the_sets_name() -> None:
    assert "（ホチキス留めしないでください）" in text_of(slip_pdf())
    x, y, width, height = SLIP_BOX
    room = rendered(slip_pdf(), scale=1).convert("L").crop((int(x), int(A4[1] - y - height), int(x + width), int(A4[1] - y)))
    assert room.getextrema() == (255, 255)


def test_fonts_are_embedded_and_bytes_are_the_same_each_time(tmp_path: Path) -> None:
    for make in MAKERS:
        (tmp_path / "x.pdf").write_bytes(make())
        assert unembedded_fonts(tmp_path / "x.pdf") == ()
        assert make() == make()
