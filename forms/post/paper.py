"""What all sheets of post/ share: an A4 page with its margins, lines of an address, words in red, lines to cut along.

Decision: sizes that are cut out or stuck on somewhere are true millimetres; such a sheet says so in its foot.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from forms.packet.drawing import GREY, Sheet, save_canvas
from forms.pdf.contentstream import DRAFT_WORD
from forms.positions import A4, MM

RED = Color(0.78, 0.08, 0.05)
LEADING = 1.32
ONE_LINE = 0.72 # a text that fits on one line at so much of its size is written so
ROUNDING = 0.01  # points
CAP = 0.76  # the height of a full-width character, in em
TRUE_SIZE = "拡大縮小なし（100％）で印刷します。"


@dataclass(frozen=True)
class Page:
    """An open page: its canvas, and a sheet over it between margins of `margin` points."""

    canvas: Canvas
    sheet: Sheet
    margin: float

    @property
    def left(self) -> float:
        """Where the text begins."""
        return self.margin

    @property
    def right(self) -> float:
        """Where it ends."""
        return A4[0] - self.margin


@contextmanager
def a4_page(target: Path, title: str, margin: float, *, draft: bool) -> Iterator[Page]:
    """An upright A4 page, saved when the block ends; a draft says so in its upper right corner. TargetError."""
    with save_canvas(target, title) as canvas:
        if draft:
            Sheet(canvas, 0, 0, 0, 0).framed(A4[0] - 70, A4[1] - 34, 56, 20, DRAFT_WORD, 11)
        yield Page(canvas, Sheet(canvas, margin, A4[0] - margin, A4[1] - margin, margin), margin)


@dataclass(frozen=True)
class Line:
    """A text to be written at `size` points: a little smaller where that keeps it on one line, else on up to `most` lines."""

    text: str
    size: float
    bold: bool = False
    most: int = 3


def write_down(sheet: Sheet, left: float, room: float, lines: Sequence[Line]) -> None:
    """Write lines from the sheet's `y` downwards."""
    for line in lines:
        size = _size_for(sheet, line, room)
        for text in broken(sheet, line.text, size, room, bold=line.bold):
            sheet.down(size * LEADING)
            sheet.text(left, sheet.y + size * (LEADING - 1) / 2, text, size, bold=line.bold, room=room)


def height_of(sheet: Sheet, room: float, lines: Sequence[Line]) -> float:
    """How far down `write_down` goes."""
    sizes = [_size_for(sheet, line, room) for line in lines]
    return sum(
        len(broken(sheet, line.text, size, room, bold=line.bold)) * size * LEADING for line, size in zip(lines, sizes, strict=True)
    )


def _size_for(sheet: Sheet, line: Line, room: float) -> float:
    size = line.size * min(1.0, room / (sheet.width(line.text, line.size, bold=line.bold) or 1.0))
    if size >= line.size * ONE_LINE:
        return size
    size = line.size
    while len(broken(sheet, line.text, size, room, bold=line.bold)) > line.most:
        size *= 0.95
    return size


def broken(sheet: Sheet, text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """A text in lines: broken at its blanks if that is enough, else anywhere, evenly."""
    if sheet.width(text, size, bold=bold) <= room + ROUNDING:
        return [text]
    words, anywhere = text.replace("　", " ").split(" "), sheet.even_lines(text, size, room, bold=bold)
    at_blanks = _joined(sheet, words, size, room, bold=bold)
    fits = all(sheet.width(line, size, bold=bold) <= room for line in at_blanks)
    return at_blanks if fits and len(at_blanks) <= len(anywhere) else [line.strip() for line in anywhere]


def _joined(sheet: Sheet, words: Sequence[str], size: float, room: float, *, bold: bool) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]}　{word}"
        if sheet.width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def red_box(page: Page, x: float, y: float, text: str, size: float) -> float:
    """A word in red in a red frame whose lower left corner is at (x, y); its width."""
    width, height = page.sheet.width(text, size, bold=True) + size * 1.2, size * 1.8
    page.canvas.setStrokeColor(RED)
    page.canvas.setLineWidth(size * 0.1)
    page.canvas.rect(x, y, width, height)
    page.sheet.text(x + size * 0.6, y + (height - size * CAP) / 2, text, size, bold=True, colour=RED)
    return width


def cut_box(page: Page, x: float, y: float, width: float, height: float) -> None:
    """A thin frame to cut along."""
    page.canvas.setStrokeColor(GREY)
    page.canvas.setLineWidth(0.4)
    page.canvas.rect(x, y, width, height)


def millimetres(value: float) -> float:
    """Points."""
    return value * MM
