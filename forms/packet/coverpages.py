"""Pages of our own that are no forms: the check sheet for the envelope (封入チェックシート) and the page for a missing paper.

Decision: one sheet of paper, read with a pencil in hand: every document has a box to tick in each of the sets, and the
deadline is the largest figure on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from forms.fonts import drawable
from forms.packet.assemble import Part, layout_of
from forms.packet.drawing import GREY, LIGHT, Sheet, save_canvas
from forms.packet.finish import BINDING_NAMES
from forms.packet.receipt import ReceiptFacts, grams_of
from forms.pdf.contentstream import DRAFT_WORD
from forms.positions import A4, MM, Layout, Origin, set_name
from forms.slots import marked_text
from forms.values.wareki import show_date

LEFT, RIGHT = 18 * MM, A4[0] - 18 * MM
TOP, BOTTOM = A4[1] - 15 * MM, 14 * MM
WEEKDAYS = "月火水木金土日"
TICK = 8.5
ROW = 18.5
NUMBER_WIDTH, PAGES_WIDTH, COUNT_WIDTH, SHEETS_WIDTH, SET_WIDTH = 40.0, 26.0, 26.0, 38.0, 30.0
HEAD = ("番号", "書類", "頁", "枚数", "何枚目")
PADDING = 5.0
TITLE_SIZES = (9.5, 9.0, 8.5, 8.0)
SHARED = "2つの書類が載る用紙は、どちらの枚数にも数えています。"
BESIDE = "封筒（角形2号で約20 g）と送付状、クリップの分を加えます。"
MISSING = "欠落"


def draw_check_sheet(parts: Sequence[Part], facts: ReceiptFacts, target: Path) -> None:
    """Write the 封入チェックシート: documents, sheets, boxes to tick, deadline, address, amounts, what to do by hand."""
    layout = layout_of(parts, facts.copies)
    with save_canvas(target, "封入チェックシート") as canvas:
        sheet = Sheet(canvas, LEFT, RIGHT, TOP, BOTTOM)
        _draw_head(sheet, facts)
        _draw_deadline(sheet, facts)
        _draw_documents(sheet, parts, layout)
        _draw_amounts(sheet, facts)
        _draw_steps(sheet, facts, layout)
        sheet.finish(f"{facts.program} {facts.version}")


def _draw_head(sheet: Sheet, facts: ReceiptFacts) -> None:
    sheet.text(LEFT, sheet.y - 17, "封入チェックシート", 19, bold=True)
    if facts.draft:
        sheet.framed(RIGHT - 62, sheet.y - 19, 62, 21, DRAFT_WORD, 12)
    sheet.down(25)
    sheet.rule(LEFT, RIGHT, weight=1.6)
    sheet.down(13)
    sheet.text(LEFT, sheet.y, facts.call_name, 9.5)
    sheet.down(15)
    sheet.text(LEFT, sheet.y, marked_text(f"{facts.applicant}　{facts.subject}", drawable()), 9.5, room=RIGHT - LEFT)
    sheet.down(10)


def _draw_deadline(sheet: Sheet, facts: ReceiptFacts) -> None:
    height = 22 + 15 * max(len(facts.address), 3)
    sheet.box(LEFT, sheet.y - height, RIGHT - LEFT, height, fill=LIGHT)
    middle = LEFT + (RIGHT - LEFT) * 0.46
    top = sheet.y - 16
    sheet.text(LEFT + 10, top, "郵送の期限", 9, bold=True)
    sheet.text(LEFT + 10, top - 23, _day(facts), 16.5, bold=True, room=middle - LEFT - 20)
    sheet.text(LEFT + 10, top - 41, facts.deadline_note, 11, bold=True)
    sheet.text(middle, top, "送り先", 9, bold=True)
    for number, line in enumerate(facts.address, 1):
        sheet.text(middle, top - 15 * number, line, 9.5, room=RIGHT - middle - 8)
    sheet.down(height + 13)
    sheet.text(LEFT, sheet.y, facts.mailing, 9, room=RIGHT - LEFT)
    sheet.down(14)


def _day(facts: ReceiptFacts) -> str:
    return f"{show_date(facts.deadline)}（{WEEKDAYS[facts.deadline.weekday()]}）"


def _draw_documents(sheet: Sheet, parts: Sequence[Part], layout: Layout) -> None:
    table = _Table(sheet, layout.sets)
    sheet.heading("書類と用紙")
    table.head()
    for index, part in enumerate(parts):
        number = "紙" if part.leaf else "様式" if part.number is None else f"資料{part.number}"
        table.row((number, part.title, str(part.pages), str(layout.sheets_of_part(index)), _sheets_of(layout, index)))
    table.row(("", "1組の合計", str(layout.pages_per_set), f"{layout.sheets_per_set}", ""), head=True)
    sheet.need(44)
    sheet.down(14)
    whole = f"全{layout.sets}組で用紙{layout.sheets}枚（{layout.pages}ページ、2in1・両面）"
    sheet.text(LEFT, sheet.y, whole, 10.5, bold=True)
    sheet.at_right(RIGHT, sheet.y, SHARED, 8, room=RIGHT - LEFT - sheet.width(whole, 10.5, bold=True) - 8)
    sheet.down(14)
    weight = f"重さの目安：1組 約{grams_of(layout.sheets_per_set)} g、全{layout.sets}組 約{grams_of(layout.sheets)} g（64 g/m²の紙として）。{BESIDE}"
    sheet.text(LEFT, sheet.y, weight, 9, room=RIGHT - LEFT)
    sheet.down(16)


@dataclass(frozen=True)
class _Table:
    """The ruled table of documents with a box to tick in each of the sets; its head stands again on every new page."""

    sheet: Sheet
    sets: int

    def head(self) -> None:
        """The names of the columns."""
        self._cells([*HEAD, *map(set_name, range(self.sets))], head=True)

    def row(self, cells: tuple[str, ...], *, head: bool = False) -> None:
        """A document, or with `head` the totals, which have nothing to tick."""
        lines, size = _title_lines(self.sheet, cells[1], self._title_room())
        if self.sheet.need(_height(lines, size)):
            self.head()
        self._cells([*cells, *[""] * self.sets], head=head)

    def _title_room(self) -> float:
        left, right = _columns(self.sets)[1]
        return right - left - 2 * PADDING

    def _cells(self, cells: Sequence[str], *, head: bool) -> None:
        """One row, as high as its title (the second cell) needs; that stands left, all else centred."""
        sheet, columns = self.sheet, _columns(self.sets)
        lines, size = _title_lines(sheet, cells[1], self._title_room())
        height = _height(lines, size)
        sheet.down(height)
        for index, ((left, right), cell) in enumerate(zip(columns, cells, strict=True)):
            sheet.box(left, sheet.y, right - left, height, fill=LIGHT if head else None)
            if index != 1:
                middle = sheet.y + height / 2 - 3.4
                sheet.centred(left + 3, middle, cell, 8.5 if head else 9.5, bold=head, room=right - left - 6)
        first = sheet.y + (height + (len(lines) - 1) * (size + 2)) / 2 - size * 0.36
        for number, line in enumerate(lines):
            sheet.text(columns[1][0] + PADDING, first - number * (size + 2), line, 8.5 if head else size, bold=head)
        for left, right in columns[len(HEAD) :] if not head else []:
            sheet.tick((left + right - TICK) / 2, sheet.y + (height - TICK) / 2, TICK)


def _height(lines: Sequence[str], size: float) -> float:
    return max(ROW, len(lines) * (size + 2) + 5)


def _columns(sets: int) -> list[tuple[float, float]]:
    """Left and right edges: number, title (what is left), pages, sheets and which ones, and one for each set."""
    set_width = min(SET_WIDTH, (RIGHT - LEFT) * 0.4 / sets)
    widths = [NUMBER_WIDTH, 0.0, PAGES_WIDTH, COUNT_WIDTH, SHEETS_WIDTH, *[set_width] * sets]
    widths[1] = RIGHT - LEFT - sum(widths)
    edges = [LEFT + sum(widths[:count]) for count in range(len(widths) + 1)]
    return list(zip(edges, edges[1:], strict=False))


def _title_lines(sheet: Sheet, title: str, room: float) -> tuple[list[str], float]:
    """A title in lines, and their size: on one line if it can be, else in smaller letters on several."""
    for size in TITLE_SIZES:
        lines = sheet.wrapped(title, size, room)
        if len(lines) == 1:
            break
    return lines, size


def _sheets_of(layout: Layout, part: int) -> str:
    """On which sheets of its set a part lies, counted from 1."""
    if not layout.parts[part]:
        return "－"
    first = layout.place(Origin(0, part, 0)).sheet + 1
    last = layout.place(Origin(0, part, layout.parts[part] - 1)).sheet + 1
    return f"{first}" if first == last else f"{first}～{last}"


def _draw_amounts(sheet: Sheet, facts: ReceiptFacts) -> None:
    sheet.need(60)
    sheet.heading("金額（申請書と同じかお確かめください）")
    amounts = facts.amounts
    named = (
        ("間接補助金申請額", amounts.requested),
        ("助成対象経費（税抜き）", amounts.eligible),
        ("経費の総額（税込み）", amounts.expenses),
    )
    width = (RIGHT - LEFT) / len(named)
    sheet.down(34)
    for column, (name, yen) in enumerate(named):
        left = LEFT + column * width
        sheet.box(left, sheet.y, width, 34)
        sheet.text(left + 7, sheet.y + 22, name, 8)
        sheet.text(left + 7, sheet.y + 6.5, "未定" if yen is None else f"{yen:,} 円", 13, bold=True)
    sheet.down(18)


def _draw_steps(sheet: Sheet, facts: ReceiptFacts, layout: Layout) -> None:
    sheet.heading("封をする前に")
    for step in _steps(facts, layout):
        lines = sheet.wrapped(step, 9.5, RIGHT - LEFT - 18)
        sheet.need(14 * len(lines) + 3)
        sheet.down(14)
        sheet.tick(LEFT + 1, sheet.y - 0.8, TICK)
        sheet.text(LEFT + 18, sheet.y, lines[0], 9.5)
        for line in lines[1:]:
            sheet.down(14)
            sheet.text(LEFT + 18, sheet.y, line, 9.5)
        sheet.down(2)


def _steps(facts: ReceiptFacts, layout: Layout) -> Iterator[str]:
    for title in facts.missing:
        yield f"【{MISSING}】{title}がありません。添えてから、もう一度作成してください。"
    yield from facts.by_hand
    copies = f"副本{facts.copies}部" if facts.copies else "副本なし"
    yield f"正本1部・{copies}の{layout.sets}組が、同じ内容・同じ順で揃っています。"
    edge = BINDING_NAMES[facts.finish.binding]
    yield f"packet-2in1.pdf を A4・両面（{edge}）・拡大縮小なしで印刷します。組ごとに新しい用紙から始まります。"
    yield "ホチキス留め・製本はしません。組ごとにクリップなどでまとめます。"


def draw_missing_page(heading: str, target: Path) -> None:
    """Write one upright A4 page that stands for a paper which is not there yet, and cannot be overlooked."""
    with save_canvas(target, f"{MISSING}：{heading}") as canvas:
        sheet = Sheet(canvas, LEFT, RIGHT, TOP, BOTTOM)
        _draw_frame(canvas)
        middle = A4[1] / 2
        width = RIGHT - LEFT - 40
        sheet.centred(LEFT + 20, middle + 60, MISSING, 110, bold=True, room=width)
        sheet.centred(LEFT + 20, middle - 20, heading, 24, bold=True, room=width)
        sheet.centred(LEFT + 20, middle - 60, "この書類は、まだ添付されていません。", 14, room=width)
        sheet.centred(LEFT + 20, middle - 82, "添付してから、もう一度作成してください。", 14, room=width)


def _draw_frame(canvas: Canvas) -> None:
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(6)
    canvas.setDash(18, 9)
    canvas.rect(LEFT, BOTTOM + 12, RIGHT - LEFT, TOP - BOTTOM - 40)
    canvas.setDash()
