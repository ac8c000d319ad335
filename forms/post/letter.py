"""送付状: the letter on top of the packet, in the form of a Japanese business letter.

Decision: what is enclosed is counted by the packet's own parts, so letter, check sheet and paper agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from forms.catalog.post import Addressed, Post
from forms.fonts import MINCHO
from forms.packet.drawing import Sheet, save_canvas
from forms.pdf.contentstream import DRAFT_WORD
from forms.positions import A4, Layout, set_name
from forms.post.paper import LEADING, Line, broken, millimetres, write_down
from forms.values.wareki import show_date

LEFT, RIGHT = millimetres(25), A4[0] - millimetres(25)
TOP, BOTTOM = A4[1] - millimetres(22), millimetres(18)
SIZE = 10.5
ROOM = RIGHT - LEFT
SENDER_ROOM = millimetres(82)
PAGES_WIDTH, SET_WIDTH = 58.0, 58.0
ROW, SECOND_LINE = 17.0, 9.0
TITLE_SIZES = (10.0, 9.5, 9.0)
HEAD = ("書類", "1部のページ数", "部数")


@dataclass(frozen=True)
class Enclosed:
    """What the letter announces: headings and pages of a set's documents, and how many sets of how many sheets."""

    documents: Sequence[tuple[str, int]]
    layout: Layout


def draw_letter(post: Post, day: date, enclosed: Enclosed, target: Path, *, draft: bool) -> None:
    """Write the letter; it breaks over pages where much is enclosed. TargetError."""
    with save_canvas(target, post.letter.title) as canvas:
        sheet = Sheet(canvas, LEFT, RIGHT, TOP, BOTTOM, MINCHO)
        if draft:
            sheet.framed(LEFT, TOP - 18, 56, 20, DRAFT_WORD, 11)
        sheet.down(SIZE)
        sheet.at_right(RIGHT, sheet.y, show_date(day), SIZE, room=ROOM)
        _draw_parties(sheet, post.to, post.sender)
        _draw_body(sheet, post)
        _draw_enclosed(sheet, post, enclosed)
        sheet.end()


def _draw_parties(sheet: Sheet, to: Addressed, sender: Addressed) -> None:
    sheet.down(10)
    *names, last = to.names
    write_down(sheet, LEFT, ROOM * 0.75, [Line(text, SIZE + 0.5) for text in (*names, f"{last}　{to.honorific}")])
    sheet.down(16)
    lines = [f"〒{sender.postal_code}", *sender.address, *sender.names, *([f"電話　{sender.phone}"] if sender.phone else [])]
    write_down(sheet, RIGHT - SENDER_ROOM, SENDER_ROOM, [Line(text, SIZE) for text in lines])


def _draw_body(sheet: Sheet, post: Post) -> None:
    sheet.down(34)
    sheet.centred(LEFT, sheet.y, post.letter.title, 15, bold=True, room=ROOM)
    sheet.down(14)
    write_down(sheet, LEFT, ROOM, [Line(post.letter.opening, SIZE)])
    for text in post.letter.body:
        for line in sheet.wrapped(f"　{text}", SIZE, ROOM):
            sheet.down(SIZE * 1.6)
            sheet.text(LEFT, sheet.y, line, SIZE)
    sheet.down(SIZE * 2)
    sheet.at_right(RIGHT, sheet.y, post.letter.closing, SIZE, room=ROOM)
    sheet.down(26)
    sheet.centred(LEFT, sheet.y, "記", SIZE + 1, room=ROOM)
    sheet.down(8)


def _draw_enclosed(sheet: Sheet, post: Post, enclosed: Enclosed) -> None:
    layout = enclosed.layout
    widest = max((sheet.width(label, SIZE) for label in post.letter.about), default=0.0)
    for label, text in post.letter.about.items():
        for number, line in enumerate(broken(sheet, text, SIZE, ROOM - widest - 2 * SIZE)):
            sheet.down(SIZE * LEADING + 2)
            sheet.text(LEFT, sheet.y, label if number == 0 else "", SIZE)
            sheet.text(LEFT + widest + 2 * SIZE, sheet.y, line, SIZE)
    sheet.down(SIZE)
    copies = f"・{set_name(1)}～{layout.sets - 1}" if layout.sets > 2 else f"・{set_name(1)}" if layout.sets > 1 else ""
    _row(sheet, HEAD, small=True)
    for heading, pages in enclosed.documents:
        _row(sheet, (heading, f"{pages}", f"{layout.sets}"))
    sheets = f"用紙{layout.sheets_per_set}枚×{layout.sets}部（{set_name(0)}{copies}）、計{layout.sheets}枚"
    _row(sheet, (f"合計　{sheets}", f"{layout.pages_per_set}", f"{layout.sets}"))
    sheet.need(2 * ROW)
    sheet.down(2 * ROW)
    sheet.at_right(RIGHT, sheet.y, "以上", SIZE, room=ROOM)


def _row(sheet: Sheet, cells: tuple[str, str, str], *, small: bool = False) -> None:
    """Title, pages and number of sets, ruled; the head stands again on a new page."""
    widths = (ROOM - PAGES_WIDTH - SET_WIDTH, PAGES_WIDTH, SET_WIDTH)
    lines, _ = sheet.fitted(cells[0], TITLE_SIZES, widths[0] - 10)
    height = ROW + (len(lines) - 1) * SECOND_LINE
    if sheet.need(height):
        _row(sheet, HEAD, small=True)
    sheet.down(height)
    left, middle = LEFT, sheet.y + height / 2
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        sheet.box(left, sheet.y, width, height)
        if number:
            sheet.centred(left + 3, middle - 3.5, cell, 9 if small else SIZE, room=width - 6)
        else:
            sheet.in_lines(left + 5, middle, cell, TITLE_SIZES, room=width - 10)
        left += width
