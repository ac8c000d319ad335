"""The drawing kit of the sample papers: inks, paragraphs, grids and finished PDFs.

Decision: one font family a paper keeps the files small; nothing in them knows the time, so a second run is byte-identical.
"""

import copy
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from forms.paths import FONTS
from tests.samples.kinsoku import JapaneseParagraph

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
B4 = (257 * MM, 364 * MM)
A3_WIDE = (420 * MM, 297 * MM)
LEFT: Final = 0
CENTRE: Final = 1
RIGHT: Final = 2

Cell = str | int | Flowable
Look = Sequence[tuple[Any, ...]]

_FILES = {
    "mincho": "BIZUDMincho-Regular",
    "gothic": "BIZUDGothic-Regular",
    "pmincho": "BIZUDPMincho-Regular",
    "pgothic": "BIZUDPGothic-Regular",
}


@cache
def register_fonts() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{file}.ttf")))


@dataclass(frozen=True)
class Ink:
    """How a run of text looks; sizes in points."""

    font: str = "mincho"
    size: float = 10
    leading: float = 0
    align: Literal[0, 1, 2] = LEFT
    before: float = 0
    after: float = 0
    left: float = 0
    first: float = 0
    keep: bool = False

    def but(self, **changes: Any) -> "Ink":  # noqa: ANN401
        return replace(self, **changes)

    def style(self) -> ParagraphStyle:
        register_fonts()
        return ParagraphStyle(
            "ink",
            fontName=self.font,
            bulletFontName=self.font,
            fontSize=self.size,
            leading=self.leading or self.size * 1.45,
            alignment=self.align,
            spaceBefore=self.before,
            spaceAfter=self.after,
            leftIndent=self.left,
            firstLineIndent=self.first,
            keepWithNext=self.keep,
            wordWrap=None if self.font == "pmincho" else "CJK",
        )


@dataclass(frozen=True)
class Sheet:
    """The paper itself: size and margins in points, a footer with {page} and {pages}."""

    size: tuple[float, float] = A4
    side: float = 20 * MM
    top: float = 24 * MM
    bottom: float = 20 * MM
    footer: str = ""
    font: str = "mincho"
    decorate: Callable[[Canvas, int], None] | None = None


def para(text: str, ink: Ink) -> Paragraph:
    """Text as it stands: ideographic spaces keep their width, those at the start become the first line's indent."""
    bare = text.lstrip("\u3000")
    indented = ink.but(first=ink.first + (len(text) - len(bare)) * ink.size)
    wide = bare.replace("\u3000", "\u00a0\u00a0")
    if ink.font == "pmincho":
        return Paragraph(escape(wide).replace("\n", "<br/>"), indented.style())
    made = JapaneseParagraph(escape(wide).replace("\n", "<br/>"), indented.style())
    made.plain = wide
    return made


def paras(lines: Iterable[str], ink: Ink) -> list[Flowable]:
    return [para(line, ink) for line in lines]


def gap(millimetres: float) -> Spacer:
    return Spacer(1, millimetres * MM)


def grid(rows: Sequence[Sequence[Cell]], widths: Sequence[float], ink: Ink, look: Look = ()) -> Table:
    """A ruled table; widths in millimetres, whole numbers right-aligned with commas, text wrapped inside its cell."""
    register_fonts()
    number = ink.but(align=RIGHT)
    cells = [[_cell(cell, ink, number) for cell in row] for row in rows]
    base: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("FONT", (0, 0), (-1, -1), ink.font, ink.size),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]
    return Table(cells, colWidths=[width * MM for width in widths], style=TableStyle([*base, *look]))


def _cell(cell: Cell, ink: Ink, number: Ink) -> Flowable:
    if isinstance(cell, int):
        return para(yen(cell), number)
    return para(cell, ink) if isinstance(cell, str) else cell


def entry(*cells: Cell) -> list[Cell]:
    return list(cells)


def texts(rows: Iterable[Iterable[object]]) -> list[list[Cell]]:
    """Rows of a data file as rows of a grid, everything as it is written there."""
    return [[str(cell) for cell in row] for row in rows]


def yen(amount: int) -> str:
    return f"{amount:,}" if amount >= 0 else f"△{-amount:,}"


NO_LINES: Look = (("GRID", (0, 0), (-1, -1), 0, colors.white),)


def shaded(rows: int = 1) -> Look:
    return (("BACKGROUND", (0, 0), (-1, rows - 1), colors.HexColor("#e8e8e8")),)


def pdf(story: Sequence[Flowable], sheet: Sheet) -> bytes:
    """The finished file; built twice where the footer names the number of pages."""
    pages = _build(copy.deepcopy(story), sheet, 0)[1] if "{pages}" in sheet.footer else 0
    return _build(story, sheet, pages)[0]


def _build(story: Sequence[Flowable], sheet: Sheet, pages: int) -> tuple[bytes, int]:
    register_fonts()
    out = io.BytesIO()
    doc = BaseDocTemplate(out, pagesize=sheet.size, invariant=1, initialFontName=sheet.font)
    width, height = sheet.size
    frame = Frame(sheet.side, sheet.bottom, width - 2 * sheet.side, height - sheet.top - sheet.bottom, 0, 0, 0, 0, id="body")

    def furnish(canvas: Canvas, document: BaseDocTemplate) -> None:
        if sheet.decorate:
            sheet.decorate(canvas, document.page)
        canvas.setFont(sheet.font, 8)
        canvas.drawCentredString(width / 2, 9 * MM, sheet.footer.format(page=document.page, pages=pages))

    doc.addPageTemplates([PageTemplate(id="all", frames=[frame], onPage=furnish)])
    doc.build(list(story))
    return out.getvalue(), doc.page


def plain_canvas(out: io.BytesIO, font: str) -> Canvas:
    """A canvas that starts with an embedded font: Helvetica, the usual start, is never embedded."""
    register_fonts()
    return Canvas(out, invariant=1, initialFontName=font)  # type: ignore[arg-type]


def drawn(pages: Sequence[Callable[[Canvas], None]], font: str, size: tuple[float, float] = A4) -> bytes:
    """Pages that draw themselves on a canvas."""
    register_fonts()
    out = io.BytesIO()
    canvas = plain_canvas(out, font)
    canvas.setPageSize(size)
    for page in pages:
        canvas.setFont(font, 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
