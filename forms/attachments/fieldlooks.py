"""What a form field looks like, drawn by the rules for fields [ISO 32000-1, 12.7.3.3] with the bundled fonts.

Decision: a text is made smaller until all of it is in its field, where a viewer would cut it off: a name that is cut off is a
wrong name.
"""

from dataclasses import dataclass
from functools import partial

from pikepdf import Dictionary, Name, Object
from reportlab.pdfgen.canvas import Canvas

from forms.attachments.fields import (
    COMB,
    COMBO,
    MULTILINE,
    PUSH,
    RADIO,
    Wording,
    chosen,
    entries,
    figures,
    flags_of,
    number,
    options,
    value_of,
    words,
)
from forms.attachments.sketches import Sketch, colour, family_of, printable
from forms.fonts import draw_text, text_width
from forms.pdf.pagetree import inherited

PADDING = 2.0
LEADING = 1.2
LEAST, USUAL = 4.0, 12.0  # points: no text is made smaller than the one; the other is what fills a field of several lines
ASCENT, HEIGHT = 0.86, 1.05  # of the size: from baseline to top, and of a whole line
STEP = 0.5
LEFT, CENTRE, RIGHT = 0, 1, 2
CHOSEN = (0.6, 0.75, 0.855)  # the colour of what is chosen in a list
SMALLEST_ROOM = 1.0  # points


@dataclass(frozen=True)
class Room:
    """A field's inside, in points, and how its text stands there."""

    width: float
    height: float
    quadding: int = LEFT
    framed: bool = False


def look(widget: Object, wording: Wording, size: tuple[float, float]) -> Sketch:
    """The drawing of a text, choice or button field that is so wide and high."""
    return Sketch(*size, partial(_draw, widget, wording, size))


def _draw(widget: Object, wording: Wording, size: tuple[float, float], canvas: Canvas) -> None:
    framed = _frame(canvas, widget, size)
    colour(canvas, wording.colour)
    kind, flags = inherited(widget, "/FT"), flags_of(widget)
    room = Room(*size, number(inherited(widget, "/Q")), framed)
    text = printable(value_of(widget))
    if kind == Name.Btn:
        _button(canvas, widget, wording, room)
    elif kind == Name.Ch and not flags & COMBO:
        _listed(canvas, widget, wording, room)
    elif flags & COMB and not flags & MULTILINE and number(inherited(widget, "/MaxLen")):
        _comb(canvas, text, wording, room, number(inherited(widget, "/MaxLen")))
    elif flags & MULTILINE and kind == Name.Tx:
        write_lines(canvas, text, wording, room)
    else:
        write_line(canvas, " ".join(text.split("\n")), wording, room)


def _frame(canvas: Canvas, widget: Object, size: tuple[float, float]) -> bool:
    """Ground and border, as the widget's /MK and /BS give them; whether there is a border."""
    dress = widget.get("/MK")
    dress = dress if isinstance(dress, Dictionary) else Dictionary()
    if colour(canvas, figures(dress.get("/BG"))):
        canvas.rect(0, 0, *size, stroke=0, fill=1)
    style = widget.get("/BS")
    width = style.get("/W", 1) if isinstance(style, Dictionary) else 1
    if isinstance(width, int | float) and width > 0 and colour(canvas, figures(dress.get("/BC")), stroke=True):
        canvas.setLineWidth(width)
        canvas.rect(width / 2, width / 2, size[0] - width, size[1] - width)
        return True
    return False


def write_line(canvas: Canvas, text: str, wording: Wording, room: Room) -> None:
    """One line, in the middle of the room's height."""
    family = family_of(wording.font)
    inside = max(room.width - 2 * PADDING, SMALLEST_ROOM)
    wanted = wording.size or min(room.height / HEIGHT * 0.9, USUAL * 2)
    wide = text_width(text, family, wanted)
    size = max(min(wanted, wanted * inside / wide if wide else wanted), 1.0)
    baseline = (room.height - size * HEIGHT) / 2 + size * (HEIGHT - ASCENT)
    draw_text(canvas, _start(room, text_width(text, family, size)), baseline, text, family, size)


def _start(room: Room, wide: float) -> float:
    return {CENTRE: (room.width - wide) / 2, RIGHT: room.width - PADDING - wide}.get(room.quadding, PADDING)


def write_lines(canvas: Canvas, text: str, wording: Wording, room: Room) -> None:
    """Several lines from the top, broken where the room ends."""
    family, size = family_of(wording.font), wording.size or USUAL
    inside = max(room.width - 2 * PADDING, SMALLEST_ROOM)
    lines = _broken(text, family, size, inside)
    while len(lines) * size * LEADING > room.height - PADDING and size > LEAST:
        size -= STEP
        lines = _broken(text, family, size, inside)
    for line_number, line in enumerate(lines):
        baseline = room.height - PADDING - size * ASCENT - line_number * size * LEADING
        draw_text(canvas, _start(room, text_width(line, family, size)), baseline, line, family, size)


def _broken(text: str, family: str, size: float, inside: float) -> list[str]:
    lines = []
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        lines.append("")
        for piece in _pieces(paragraph):
            if lines[-1] and text_width(lines[-1] + piece.rstrip(), family, size) > inside:
                lines.append("")
            for part in piece if text_width(piece, family, size) > inside else [piece]:
                if lines[-1] and text_width(lines[-1] + part, family, size) > inside:
                    lines.append("")
                lines[-1] += part
    return lines


def _pieces(paragraph: str) -> list[str]:
    """Words with the blanks behind them; every character beyond Latin letters is a piece of its own."""
    pieces = [""]
    for character in paragraph:
        if not character.isascii() or pieces[-1].endswith(" ") or (pieces[-1] and not pieces[-1][-1].isascii()):
            pieces.append("")
        pieces[-1] += character
    return pieces


def _comb(canvas: Canvas, text: str, wording: Wording, room: Room, cells: int) -> None:
    """A character in each cell; lines between the cells in the colour and width of the frame, where there is one."""
    cell = room.width / cells
    for index in range(1, cells) if room.framed else ():
        canvas.line(index * cell, 0, index * cell, room.height)
    for index, character in enumerate(text[:cells]):
        canvas.saveState()
        canvas.translate(index * cell, 0)
        size = wording.size or min(room.height / HEIGHT * 0.9, cell * 1.2, USUAL)
        write_line(canvas, character, Wording(wording.font, size, wording.colour), Room(cell, room.height, CENTRE))
        canvas.restoreState()


def _listed(canvas: Canvas, widget: Object, wording: Wording, room: Room) -> None:
    """The choices that are in sight, those chosen on a ground of their own."""
    size = wording.size or USUAL
    marked, top = chosen(widget), number(inherited(widget, "/TI"))
    baseline = room.height - PADDING - size * ASCENT
    for value, shown in list(options(widget).items())[top:]:
        if baseline < 0:
            break
        if value in marked:
            colour(canvas, CHOSEN)
            canvas.rect(0, baseline - size * (HEIGHT - ASCENT), room.width, size * HEIGHT, stroke=0, fill=1)
        colour(canvas, wording.colour)
        draw_text(canvas, PADDING, baseline, printable(shown), family_of(wording.font), size)
        baseline -= size * HEIGHT


def _button(canvas: Canvas, widget: Object, wording: Wording, room: Room) -> None:
    dress = widget.get("/MK")
    flags = flags_of(widget)
    if flags & PUSH:
        caption = words(dress.get("/CA")) if isinstance(dress, Dictionary) else ""
        write_line(canvas, printable(caption), wording, Room(room.width, room.height, CENTRE))
    elif is_on(widget):
        side = min(room.width, room.height)
        middle = (room.width / 2, room.height / 2)
        if flags & RADIO:
            canvas.circle(*middle, side * 0.25, stroke=0, fill=1)
        else:
            write_line(canvas, "✓", Wording(wording.font, side * 0.9, wording.colour), Room(room.width, room.height, CENTRE))


def is_on(widget: Object) -> bool:
    """Whether a check box or radio button is on: by its state, else by the field's value."""
    state = widget.get("/AS")
    value = state if isinstance(state, Name) else inherited(widget, "/V")
    return isinstance(value, Name) and value != Name.Off


def is_filled(widget: Object) -> bool:
    """Whether there is anything in the field to see."""
    kind = inherited(widget, "/FT")
    if kind == Name.Btn:
        return is_on(widget) or bool(flags_of(widget) & PUSH)
    return bool(value_of(widget)) or bool(entries(inherited(widget, "/Opt")))
