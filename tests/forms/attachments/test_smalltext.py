import pytest

from forms.attachments.pdfs import pdf_pages
from forms.attachments.smalltext import small_text_notes
from tests.forms.attachments.oddfiles.rawpdf import HELVETICA, one_page

A4, A3, A3_LANDSCAPE = b"[0 0 595 842]", b"[0 0 841.89 1190.55]", b"[0 0 1190.55 841.89]"


def written(drawing: bytes, box: bytes = A4) -> bytes:
    return one_page(b"BT /F 1 Tf " + drawing + b" Tj ET", b"/MediaBox" + box, b"/Font<</F 9 0 R>>", {9: HELVETICA})


@pytest.mark.parametrize(
    ("size", "box", "smallest"),
    [(8, A4, "5.7"), (8.5, A4, ""), (11, A3, "5.5"), (12.1, A3, ""), (11, A3_LANDSCAPE, "5.5"), (5, b"[0 0 300 300]", "3.5")],
)
def test_text_that_becomes_small_on_the_sheet_is_said_in_the_size_it_gets(size: float, box: bytes, smallest: str) -> None:
    notes = pdf_pages("x.pdf", written(b"%g 0 0 %g 50 100 Tm (six or more)" % (size, size), box)).notes
    assert [note.partition("最小 ")[2][:3] for note in notes if "2面付け" in note] == [smallest] * bool(smallest)


@pytest.mark.parametrize("drawing", [b"5 0 0 5 50 100 Tm 3 Tr (not seen at all)", b"5 0 0 5 50 100 Tm (1 2)", b"20 0 0 20 50 100 Tm (large)"])
def test_what_is_not_seen_and_a_few_small_marks_are_not_said(drawing: bytes) -> None:
    assert small_text_notes(pdf_pages("x.pdf", written(drawing)).pdf) == ()


def test_the_scale_under_which_text_is_drawn_counts() -> None:
    source = one_page(b"q 0.5 0 0 0.5 0 0 cm BT /F 12 Tf 99 99 Td (half as large) Tj ET Q", resources=b"/Font<</F 9 0 R>>", more={9: HELVETICA})
    assert "最小 4.2 ポイント" in pdf_pages("x.pdf", source).notes[-1]
