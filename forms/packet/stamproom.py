"""Room for what is drawn over a page: one that has something there is made a little smaller.

Decision: nothing is ever covered. Most pages are blank in those places and stay at their size; only the others shrink, and they do
so where they are put together: the paper's own page is not touched.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from forms.positions import A4, MM, Box, Room, room_for

AROUND = 1.0 * MM
PIXELS_PER_POINT = 2.0
PAPER_WHITE = 250

def rooms_needed(pdfs: Iterable[Path], drawn: Callable[[int], tuple[Box, ...]]) -> Iterator[Room]:
    """For each page of PDFs behind one another the room it must make for what would be drawn over something; mostly none.

    `drawn`: the boxes that are drawn over a page, counted through all PDFs from 0.
    """
    number = 0
    for pdf in pdfs:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for page in range(len(document)):
                yield room_for(tuple(box for box in drawn(number) if not _is_blank(document, page, box)))
                number += 1
        finally:
            document.close()


def _is_blank(document: pypdfium2.PdfDocument, page: int, box: Box) -> bool:
    left, bottom, right, top = box[0] - AROUND, box[1] - AROUND, box[2] + AROUND, box[3] + AROUND
    shown = document[page]
    try:
        crop = (left, bottom, A4[0] - right, A4[1] - top)
        picture = shown.render(scale=PIXELS_PER_POINT, crop=crop).to_pil().convert("L")
    finally:
        shown.close()
    return bool(picture.getextrema()[0] >= PAPER_WHITE)
