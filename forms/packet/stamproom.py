"""Room for the 資料 number: a first page that has something where the stamp goes is made a little smaller, from the top.

Decision: nothing is ever covered. Most pages are blank in that corner and stay at their size; only the others shrink.
"""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from forms.packet.contentstream import numbers
from forms.packet.pdfwriting import saved, write_whole
from forms.positions import A4, MM, STAMP_ORIGIN, STAMP_SIZE

SCALE = 0.94  # 17.8 mm free at the top; the stamp ends 17 mm from it
AROUND = 1.0 * MM
PIXELS_PER_POINT = 2.0
PAPER_WHITE = 250


def make_room(pdf: Path) -> bool:
    """Shrink the first page, in place, if the stamp would cover something on it; whether it did.

    The page's drawing must leave its graphics state balanced, as every page does that came in through our doors.
    """
    if _is_blank_under_stamp(pdf):
        return False
    with pikepdf.open(BytesIO(pdf.read_bytes())) as opened:
        page = opened.pages[0]
        matrix = numbers((SCALE, 0.0, 0.0, SCALE, (1 - SCALE) * A4[0] / 2, 0.0))
        page.contents_add(b"q " + matrix + b" cm\n", prepend=True)
        page.contents_add(b"\nQ\n")
        page.contents_coalesce()
        write_whole(pdf, saved(opened))
    return True


def _is_blank_under_stamp(pdf: Path) -> bool:
    left, bottom = STAMP_ORIGIN[0] - AROUND, STAMP_ORIGIN[1] - AROUND
    right, top = STAMP_ORIGIN[0] + STAMP_SIZE[0] + AROUND, STAMP_ORIGIN[1] + STAMP_SIZE[1] + AROUND
    document = pypdfium2.PdfDocument(pdf)
    try:
        crop = (left, bottom, A4[0] - right, A4[1] - top)
        picture = document[0].render(scale=PIXELS_PER_POINT, crop=crop).to_pil().convert("L")
    finally:
        document.close()
    return bool(picture.getextrema()[0] >= PAPER_WHITE)
