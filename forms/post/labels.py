"""Address labels: a whole A4 sheet for an envelope, and two labels that fit the fields of a レターパック.

Decision: Japan Post gives no measures of the レターパック's fields. Measured by those who print for it, the one for the addressee is
105 × 68 mm and the one for the sender 105 × 52 mm; ours are a little smaller, so that no line of the print below is covered.
"""

from pathlib import Path

from forms.catalog.post import Addressed, Post
from forms.packet.drawing import Sheet
from forms.positions import A4, MM
from forms.post.paper import CAP, RED, TRUE_SIZE, Line, Page, a4_page, cut_box, height_of, millimetres, red_box, write_down

TO_FIELD, SENDER_FIELD = (millimetres(100), millimetres(64)), (millimetres(100), millimetres(48))
DIGIT_BOX = (millimetres(9), millimetres(12))
MARGIN = millimetres(20)
POSTAL_MARK = "〒"
PADDING = millimetres(4)
SENDER_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)


def draw_label_a4(post: Post, target: Path, *, draft: bool) -> None:
    """The whole sheet, for the face of a 角形2号 envelope. TargetError."""
    with a4_page(target, "宛名ラベル（A4）", MARGIN, draft=draft) as page:
        red_box(page, page.left, A4[1] - millimetres(32), post.handling, 17)
        _draw_digits(page, post.to.postal_code, A4[1] - millimetres(66))
        page.sheet.down(page.sheet.y - (A4[1] - millimetres(76)))
        room = page.right - page.left
        write_down(page.sheet, page.left, room, [Line(text, 21) for text in post.to.address])
        page.sheet.down(millimetres(8))
        _draw_names(page.sheet, post.to, page.left, room, (30.0, 23.0))
        red_box(page, page.left, millimetres(24), post.contents, 21)
        _draw_sender(page, post.sender)


def _draw_digits(page: Page, postal_code: str, y: float) -> None:
    """The postal code, a digit a box, as on an envelope."""
    width, height = DIGIT_BOX
    digits = [digit for digit in postal_code if digit.isdecimal()]
    page.sheet.text(page.left, y + (height - 26 * CAP) / 2, POSTAL_MARK, 26)
    page.canvas.setStrokeColor(RED)
    for place, digit in enumerate(digits):
        x = page.left + 36 + place * (width + 4) + (8 if place > 2 else 0)
        page.canvas.setLineWidth(1.3 if place < 3 else 0.7)
        page.canvas.rect(x, y, width, height)
        page.sheet.centred(x, y + (height - 24 * CAP) / 2, digit, 24, room=width)


def _draw_names(sheet: Sheet, to: Addressed, left: float, room: float, sizes: tuple[float, float]) -> None:
    """The first name large, the others below it, the honorific at the right of the last."""
    first, *others = to.names
    large, small = sizes
    last = small if others else large
    place = sheet.width(to.honorific, last * 1.15, bold=True) + last * 0.7
    write_down(sheet, left, room if others else room - place, [Line(first, large, bold=True, most=2)])
    write_down(sheet, left, room, [Line(text, small, most=2) for text in others[:-1]])
    write_down(sheet, left, room - place, [Line(text, small, most=2) for text in others[-1:]])
    sheet.at_right(left + room, sheet.y + last * 0.16, to.honorific, last * 1.15, bold=True, room=place)


def _sender_lines(sender: Addressed, size: float) -> list[Line]:
    first, *others = sender.names
    return [
        Line(f"{POSTAL_MARK}{sender.postal_code}", size * 0.92),
        *[Line(text, size * 0.92, most=2) for text in sender.address],
        Line(first, size * 1.15, bold=True, most=2),
        *[Line(text, size, most=2) for text in others],
        *[Line(f"電話　{text}", size * 0.92) for text in [sender.phone] if text],
    ]


def _draw_sender(page: Page, sender: Addressed) -> None:
    """At the foot, right: who sends it."""
    room = millimetres(100)
    lines = [Line("差出人", 9.5), *_sender_lines(sender, 12)]
    page.sheet.y = millimetres(24) + height_of(page.sheet, room, lines)
    write_down(page.sheet, page.right - room, room, lines)


def draw_label_letterpack(post: Post, target: Path, *, draft: bool) -> None:
    """Two labels at true size, to be cut out and stuck on. TargetError."""
    with a4_page(target, "宛名ラベル（レターパック）", MARGIN, draft=draft) as page:
        sheet = page.sheet
        sheet.down(18)
        sheet.text(page.left, sheet.y, "レターパックに貼る宛名", 15, bold=True)
        sheet.down(8)
        note = "線に沿って切り、「お届け先」と「ご依頼主」の欄に貼ります。"
        write_down(sheet, page.left, page.right - page.left, [Line(note + TRUE_SIZE, 10)])
        left = _cut_field(page, "お届け先", TO_FIELD)
        _draw_to_field(page, post, left, TO_FIELD)
        left = _cut_field(page, "ご依頼主", SENDER_FIELD)
        _draw_sender_field(page, post.sender, left, SENDER_FIELD)


def _cut_field(page: Page, name: str, size: tuple[float, float]) -> float:
    """The frame of a label, its name and size above it; the sheet's `y` is left at the frame's upper edge, its left edge returned."""
    width, height = size
    left = (A4[0] - width) / 2
    page.sheet.down(millimetres(12))
    page.sheet.text(left, page.sheet.y + 5, f"「{name}」の欄（{round(width / MM)}×{round(height / MM)} mm）", 9)
    cut_box(page, left, page.sheet.y - height, width, height)
    return left


def _draw_to_field(page: Page, post: Post, left: float, size: tuple[float, float]) -> None:
    """Postal code, address, names with the honorific, phone; what is in it at the right of the first line."""
    sheet, top, (width, height), to = page.sheet, page.sheet.y, size, post.to
    inner, room = left + PADDING, width - 2 * PADDING
    sheet.down(PADDING)
    write_down(sheet, inner, room * 0.5, [Line(f"{POSTAL_MARK}{to.postal_code}", 15, bold=True)])
    red_box(page, left + width - PADDING - sheet.width(post.contents, 8.5, bold=True) - 10.2, sheet.y + 4, post.contents, 8.5)
    write_down(sheet, inner, room, [Line(text, 12, most=2) for text in to.address])
    sheet.down(4)
    _draw_names(sheet, to, inner, room, (16.0, 12.0))
    sheet.y = top - height
    sheet.text(inner, sheet.y + PADDING, f"電話　{to.phone}", 11, room=room)


def _draw_sender_field(page: Page, sender: Addressed, left: float, size: tuple[float, float]) -> None:
    """The sender's lines, set smaller where they would not fit."""
    sheet, (width, height) = page.sheet, size
    inner, room = left + PADDING, width - 2 * PADDING
    fitting = (face for face in SENDER_SIZES if height_of(sheet, room, _sender_lines(sender, face)) <= height - 2 * PADDING)
    sheet.down(PADDING)
    write_down(sheet, inner, room, _sender_lines(sender, next(fitting, SENDER_SIZES[-1])))
