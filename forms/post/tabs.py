"""Index tabs: a sheet of labels for the 資料 numbers of this case, as many as there are sets.

Decision: 34 × 25 mm (25 mm along the edge of the page, 17 mm for each face once folded), about the common large index tab, for plain
paper to be cut; the text in the outer part of each face, so that both can be read when the inner parts are stuck on.
"""

from collections.abc import Sequence
from pathlib import Path

from forms.positions import A4, set_name
from forms.post.paper import TRUE_SIZE, Page, a4_page, cut_box, millimetres

WIDTH, HEIGHT = millimetres(34), millimetres(25)
GLUE = millimetres(6)  # of each face, stuck on the page
COLUMNS = 5
MARGIN = millimetres(12)
MOST_ROWS = 9  # that a page holds together
GAP, CAPTION = millimetres(4), 14.0
HOW = "線に沿って切り、中央の点線で外側に折り、両端の点線の外（各6mm）を用紙の右端の表と裏に貼ります。"


def draw_tabs(numbers: Sequence[int], sets: int, target: Path, *, draft: bool) -> None:
    """Tabs for 資料 of these numbers, a block for each set; no block breaks over pages where it need not. TargetError."""
    with a4_page(target, "インデックスラベル", MARGIN, draft=draft) as page:
        sheet = page.sheet
        sheet.down(16)
        sheet.text(page.left, sheet.y, "資料番号のインデックス", 14, bold=True)
        sheet.down(16)
        sheet.text(page.left, sheet.y, HOW + TRUE_SIZE, 8.5, room=page.right - page.left)
        sheet.down(4)
        for number in range(sets):
            _draw_block(page, set_name(number), numbers)
        sheet.end()


def _draw_block(page: Page, name: str, numbers: Sequence[int]) -> None:
    rows = [numbers[first : first + COLUMNS] for first in range(0, len(numbers), COLUMNS)]
    page.sheet.need(CAPTION + (len(rows) if len(rows) <= MOST_ROWS else 1) * HEIGHT)
    page.sheet.down(CAPTION)
    page.sheet.text(page.left, page.sheet.y + 4, name, 9, bold=True)
    for row in rows:
        page.sheet.need(HEIGHT)
        page.sheet.down(HEIGHT)
        for column, number in enumerate(row):
            _draw_tab(page, (A4[0] - COLUMNS * WIDTH) / 2 + column * WIDTH, number)
    page.sheet.down(GAP)


def _draw_tab(page: Page, x: float, number: int) -> None:
    """Both faces, upright beside one another: folded outwards in the middle, either can be read from its side."""
    sheet, canvas, y = page.sheet, page.canvas, page.sheet.y
    cut_box(page, x, y, WIDTH, HEIGHT)
    canvas.setDash(2, 2)
    for fold in (GLUE, WIDTH / 2, WIDTH - GLUE):
        canvas.line(x + fold, y, x + fold, y + HEIGHT)
    canvas.setDash()
    for left in (x + GLUE, x + WIDTH / 2):
        room = WIDTH / 2 - GLUE
        sheet.centred(left + 2, y + HEIGHT * 0.62, "資料", 11, bold=True, room=room - 4)
        sheet.centred(left + 2, y + HEIGHT * 0.24, str(number), 22, bold=True, room=room - 4)
