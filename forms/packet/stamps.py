"""What is drawn over a page: 資料 numbers in the corner, 下書き across it.

Decision: every stamp is a small PDF page of its own; whoever assembles places it as one Form XObject, so a stamp costs a few
hundred bytes however often it is used and never depends on the page below.
"""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from forms.fonts import GOTHIC, draw_text, open_canvas, text_width
from forms.pdf.contentstream import DRAFT_WORD
from forms.positions import A4, MM, STAMP_SIZE

RULE = 0.8
TEXT_SIZE = 14.0
PADDING = 2 * MM
CAP_HEIGHT = 0.76  # of a full-width character of BIZ UDGothic, in em, with its lowest point 0.1 em under the baseline
DRAFT_SIZE = 150.0
DRAFT_COLOUR = Color(0.45, 0.45, 0.45, alpha=0.28)
DRAFT_ANGLE = 52
SMALL_DRAFT, SMALL_DRAFT_SIZE = (12 * MM, A4[1] - 14 * MM), 12.0  # upright, for whoever searches the text


def stamps_pdf(texts: Sequence[str]) -> bytes:
    """One page of STAMP_SIZE for each text, in order: black on white in a ruled box."""
    out = BytesIO()
    canvas = open_canvas(out, STAMP_SIZE)
    for text in texts:
        _draw_stamp(canvas, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_stamp(canvas: Canvas, text: str) -> None:
    width, height = STAMP_SIZE
    canvas.setFillColor(white)
    canvas.setStrokeColor(black)
    canvas.setLineWidth(RULE)
    canvas.rect(RULE / 2, RULE / 2, width - RULE, height - RULE, stroke=1, fill=1)
    canvas.setFillColor(black)
    size = min(TEXT_SIZE, TEXT_SIZE * (width - 2 * PADDING) / text_width(text, GOTHIC, TEXT_SIZE))
    left = (width - text_width(text, GOTHIC, size)) / 2
    draw_text(canvas, left, (height - CAP_HEIGHT * size) / 2, text, GOTHIC, size)


def draft_pdf() -> bytes:
    """One A4 page with nothing on it but 下書き: from corner to corner, light enough to read what is below, and small at the top left."""
    out = BytesIO()
    canvas = open_canvas(out, A4)
    canvas.translate(A4[0] / 2, A4[1] / 2)
    canvas.rotate(DRAFT_ANGLE)
    canvas.setFillColor(DRAFT_COLOUR)
    draw_text(canvas, -text_width(DRAFT_WORD, GOTHIC, DRAFT_SIZE) / 2, -DRAFT_SIZE * CAP_HEIGHT / 2, DRAFT_WORD, GOTHIC, DRAFT_SIZE)
    canvas.rotate(-DRAFT_ANGLE)
    draw_text(canvas, SMALL_DRAFT[0] - A4[0] / 2, SMALL_DRAFT[1] - A4[1] / 2, DRAFT_WORD, GOTHIC, SMALL_DRAFT_SIZE)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
