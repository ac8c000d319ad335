"""Pages whose text will be hard to read on the 2-in-1 sheet, measured as it stands on our A4 pages, in the sizes they end up with.

Decision: PDFium measures, for it knows the matrices that text is drawn through; of a page with very many characters every so
manieth is looked at. What is not seen (the text under a scan) and a few small marks (footnotes, exponents) do not count.
"""

import ctypes
import math

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from forms.attachments.notes import on_pages
from forms.positions import HALF_SCALE

LEGIBLE = 6.0  # points on the printed sheet
LOOKED_AT = 400  # characters of a page: a page of a journal has 5,000, and a hundred pages are to be measured in a second
FEW = 4  # characters in all that may be smaller
ROUNDED = 0.05  # points: 8.49 points on A4 are 6.0 on the sheet
INVISIBLE = 3  # text rendering mode [ISO 32000-1, 9.3.6]
SMALL = "は2面付けで印刷すると、6ポイントより小さい文字（最小 {size:.1f} ポイント）があります。読めるかお確かめください。"


def small_text_notes(pdf: bytes) -> tuple[str, ...]:
    """A sentence where text on upright A4 pages becomes smaller than LEGIBLE on the 2-in-1 sheet."""
    with pypdfium2.PdfDocument(pdf) as document:
        smallest = {number: size for number, page in enumerate(document, 1) if (size := _smallest(page)) is not None}
    return on_pages(smallest, SMALL.format(size=min(smallest.values(), default=0.0)))


def _smallest(page: pypdfium2.PdfPage) -> float | None:
    """The smallest size on the sheet of what is too small on a page; None where nothing is."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        step = max(count // LOOKED_AT, 1)
        small = [size for index in range(0, count, step) if 0 < (size := _size(text, index)) < LEGIBLE - ROUNDED]
    finally:
        text.close()
        page.close()
    return min(small) if len(small) * step > FEW else None


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """The size of a character on the sheet in points; 0 for one that is not seen."""
    code = raw.FPDFText_GetUnicode(text, index)
    if raw.FPDFText_IsGenerated(text, index) == 1 or not chr(code).strip():
        return 0.0
    if raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, index)) == INVISIBLE:
        return 0.0
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    return float(raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d) * HALF_SCALE)
