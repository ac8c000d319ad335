"""Leaves put between the documents of a set: the contents (目次), a sheet before each 資料, and the slip on top.

Decision: how many pages the contents take follows from the number of lines alone, so that every page number is known before
the contents are drawn; a long heading is set smaller, on two lines if need be, and never makes its row higher.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from forms.fonts import open_canvas
from forms.packet.drawing import LIGHT, Sheet
from forms.positions import A4, MM

LEFT, RIGHT = 25 * MM, A4[0] - 25 * MM
TOP, BOTTOM = A4[1] - 25 * MM, 20 * MM
TITLE_HEIGHT, ROW = 52.0, 25.0
LINES_PER_PAGE = int((TOP - BOTTOM - TITLE_HEIGHT) // ROW) - 1  # one row is the head of the table
HEADS = ("書類", "ページ", "ページ数", "用紙")
WIDTHS = (RIGHT - LEFT - 196, 76.0, 50.0, 70.0)
HEADING_SIZES = (11.0, 10.0, 9.0)
PADDING = 7.0
SLIP_BOX = ((A4[0] - 120 * MM) / 2, A4[1] * 0.56, 120 * MM, 42 * MM)  # x, y, width, height: where the set's name is to stand
UNSTAPLED = "（ホチキス留めしないでください）"


@dataclass(frozen=True)
class ContentsLine:
    """A document within its set: on which page and sheet of it it begins, both from 1, and its pages."""

    heading: str
    page: int
    pages: int
    sheet: int


def contents_pages(count: int) -> int:
    """Pages of the contents of so many documents."""
    return max(1, -(-count // LINES_PER_PAGE))


def contents_pdf(lines: Sequence[ContentsLine]) -> bytes:
    """The contents of a set: `contents_pages(len(lines))` upright A4 pages."""
    total = contents_pages(len(lines))
    groups = [lines[number * LINES_PER_PAGE : (number + 1) * LINES_PER_PAGE] for number in range(total)]
    titles = [f"目次（{number}／{total}）" if total > 1 else "目　次" for number in range(1, total + 1)]
    return _pages([partial(_draw_contents, title, group) for title, group in zip(titles, groups, strict=True)])


def separators_pdf(headings: Sequence[str]) -> bytes:
    """One upright A4 page for each heading: what stands before the first blank large, the rest below it."""
    return _pages([partial(_draw_separator, heading) for heading in headings])


def slip_pdf() -> bytes:
    """The page on top of a set; within SLIP_BOX it is blank, for the name of the set."""
    return _pages([_draw_slip])


def _pages(drawings: Sequence[Callable[[Sheet], None]]) -> bytes:
    out = BytesIO()
    canvas: Canvas = open_canvas(out, A4)
    for draw in drawings:
        draw(Sheet(canvas, LEFT, RIGHT, TOP, BOTTOM))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_contents(title: str, lines: Sequence[ContentsLine], sheet: Sheet) -> None:
    sheet.centred(LEFT, TOP - 20, title, 20, bold=True, room=RIGHT - LEFT)
    sheet.down(TITLE_HEIGHT)
    for head, (left, width) in zip(HEADS, _columns(), strict=True):
        sheet.box(left, sheet.y - ROW, width, ROW, fill=LIGHT)
        sheet.centred(left, sheet.y - ROW / 2 - 3.4, head, 9.5, bold=True, room=width)
    for line in lines:
        sheet.down(ROW)
        _draw_line(sheet, line)


def _columns() -> Iterator[tuple[float, float]]:
    """The left edge and the width of each column."""
    left = LEFT
    for width in WIDTHS:
        yield left, width
        left += width


def _draw_line(sheet: Sheet, line: ContentsLine) -> None:
    last = line.page + line.pages - 1
    figures = (str(line.page) if last <= line.page else f"{line.page}～{last}", str(line.pages), f"{line.sheet}枚目")
    (left, width), *others = _columns()
    sheet.box(left, sheet.y - ROW, width, ROW)
    sheet.in_lines(left + PADDING, sheet.y - ROW / 2, line.heading, HEADING_SIZES, room=width - 2 * PADDING)
    for figure, (at, wide) in zip(figures, others, strict=True):
        sheet.box(at, sheet.y - ROW, wide, ROW)
        sheet.centred(at + 3, sheet.y - ROW / 2 - 3.8, figure, 10.5, room=wide - 6)


def _draw_separator(heading: str, sheet: Sheet) -> None:
    label, _, title = heading.partition(" ")
    room, middle = RIGHT - LEFT, A4[1] * 0.6
    sheet.centred(LEFT, middle, label, 72, bold=True, room=room)
    sheet.down(TOP - middle + 34)
    sheet.rule(LEFT, RIGHT, weight=1.6)
    for line in sheet.even_lines(title, 26, room, bold=True):
        sheet.down(40)
        sheet.centred(LEFT, sheet.y, line, 26, bold=True, room=room)


def _draw_slip(sheet: Sheet) -> None:
    _, bottom, _, _ = SLIP_BOX
    sheet.centred(LEFT, bottom - 44, UNSTAPLED, 22, bold=True, room=RIGHT - LEFT)
