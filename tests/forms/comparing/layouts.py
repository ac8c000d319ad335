"""Papers drawn for the tests the way such papers look: text in columns, with boxes or without, one page a text."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from forms.casefile import Attached
from forms.paths import FONTS
from forms.pdf.words import page_words

FONT, SIZE, LINE = "Layouts", 10, 16
LEFT, TOP, COLUMN = 50, 790, 130


def drawn(pages: Sequence[str], column: int = COLUMN) -> bytes:
    """A PDF; in a page's text lines are parted by line ends and cells by tabs, `column` points from one to the next."""
    pdfmetrics.registerFont(TTFont(FONT, str(FONTS / "BIZUDMincho-Regular.ttf")))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for page in pages:
        canvas.setFont(FONT, SIZE)
        for number, line in enumerate(page.strip("\n").split("\n")):
            for place, cell in enumerate(line.split("\t")):
                canvas.drawString(LEFT + place * column, TOP - number * LINE, cell)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def by_columns(page: str, column: int = COLUMN) -> bytes:
    """The same page drawn one column after the other, as some programs do."""
    pdfmetrics.registerFont(TTFont(FONT, str(FONTS / "BIZUDMincho-Regular.ttf")))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont(FONT, SIZE)
    rows = [line.split("\t") for line in page.strip("\n").split("\n")]
    for place in range(max(map(len, rows))):
        for number, cells in enumerate(rows):
            if place < len(cells):
                canvas.drawString(LEFT + place * column, TOP - number * LINE, cells[place])
    canvas.save()
    return out.getvalue()


def paper(document: str, *pages: str, pdf: bytes | None = None) -> Attached:
    """A paper of that document with these pages, read from a PDF."""
    words = page_words(pdf or drawn(pages))
    return Attached(0, document, f"{document}.pdf", "", len(words), (), words=words)
