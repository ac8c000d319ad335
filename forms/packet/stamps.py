"""What is drawn over pages: 資料 numbers in a corner, running numbers and the sets' marks at the foot, 下書き across.

Decision: each of them is an upright A4 page with nothing else on it; whoever assembles lays it over as one Form XObject, so it
costs a few hundred bytes however often it is used and never depends on the page below.
"""

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from forms.fonts import GOTHIC, draw_text, open_canvas, text_width
from forms.packet.leaves import SLIP_BOX
from forms.pdf.contentstream import DRAFT_WORD
from forms.positions import A4, MM, Box, Corner, StampSize, mark_box, number_box, stamp_box

RULE = 0.8
TEXT_SIZES: dict[StampSize, float] = {"small": 10.5, "normal": 14.0, "large": 20.0}
PADDING = 2 * MM
CAP_HEIGHT = 0.76  # of a full-width character of BIZ UDGothic, in em, with its lowest point 0.1 em under the baseline
NUMBER_SIZE, MARK_SIZE = 9.0, 9.0
SLIP_SIZE = 90.0
DRAFT_SIZE = 150.0
DRAFT_COLOUR = Color(0.45, 0.45, 0.45, alpha=0.28)
DRAFT_ANGLE = 52
SMALL_DRAFT, SMALL_DRAFT_SIZE = (12 * MM, A4[1] - 14 * MM), 12.0  # upright, for whoever searches the text


def stamps_pdf(texts: Sequence[str], corner: Corner, size: StampSize) -> bytes:
    """One page for each text, in order: black on white in a ruled box in that corner."""
    return _pages(texts, lambda canvas, text: _draw_stamp(canvas, text, stamp_box(corner, size), TEXT_SIZES[size]))


def numbers_pdf(pages: int) -> bytes:
    """One page for each running number from 1 on."""
    return _pages([str(page) for page in range(1, pages + 1)], lambda canvas, text: _centre(canvas, text, number_box(), NUMBER_SIZE))


def mark_pdf(name: str, corner: Corner) -> bytes:
    """A set's name at the foot, away from stamps in that corner; drawn alone, so that it is the same however many sets there are."""
    return _pages([name], lambda canvas, text: _centre(canvas, text, mark_box(corner), MARK_SIZE))


def slip_mark_pdf(name: str) -> bytes:
    """A set's name, as large as the slip wants it."""
    left, bottom, width, height = SLIP_BOX
    box = (left, bottom, left + width, bottom + height)
    return _pages([name], lambda canvas, text: _centre(canvas, text, box, SLIP_SIZE))


def _pages(texts: Sequence[str], draw: Callable[[Canvas, str], None]) -> bytes:
    out = BytesIO()
    canvas = open_canvas(out, A4)
    for text in texts:
        draw(canvas, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_stamp(canvas: Canvas, text: str, box: Box, size: float) -> None:
    canvas.setFillColor(white)
    canvas.setStrokeColor(black)
    canvas.setLineWidth(RULE)
    canvas.rect(box[0] + RULE / 2, box[1] + RULE / 2, box[2] - box[0] - RULE, box[3] - box[1] - RULE, stroke=1, fill=1)
    _centre(canvas, text, box, size)


def _centre(canvas: Canvas, text: str, box: Box, size: float) -> None:
    """A line in the middle of a box, made smaller where it is too wide."""
    room = box[2] - box[0] - 2 * PADDING
    size = min(size, size * room / text_width(text, GOTHIC, size))
    canvas.setFillColor(black)
    left = (box[0] + box[2] - text_width(text, GOTHIC, size)) / 2
    draw_text(canvas, left, (box[1] + box[3] - CAP_HEIGHT * size) / 2, text, GOTHIC, size)


def draft_pdf() -> bytes:
    """One page with nothing on it but 下書き: from corner to corner, light enough to read what is below, and small at the top left."""
    return _pages([DRAFT_WORD], _draw_draft)


def _draw_draft(canvas: Canvas, word: str) -> None:
    canvas.translate(A4[0] / 2, A4[1] / 2)
    canvas.rotate(DRAFT_ANGLE)
    canvas.setFillColor(DRAFT_COLOUR)
    draw_text(canvas, -text_width(word, GOTHIC, DRAFT_SIZE) / 2, -DRAFT_SIZE * CAP_HEIGHT / 2, word, GOTHIC, DRAFT_SIZE)
    canvas.rotate(-DRAFT_ANGLE)
    draw_text(canvas, SMALL_DRAFT[0] - A4[0] / 2, SMALL_DRAFT[1] - A4[1] / 2, word, GOTHIC, SMALL_DRAFT_SIZE)
