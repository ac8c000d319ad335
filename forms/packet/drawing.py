"""Drawing a sheet from top to bottom with our fonts: text that fits its room, rules, boxes, ticks.

Decision: text never leaves its room; it is made smaller until it fits, because a name that is cut off is a wrong name.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from forms.errors import TargetError
from forms.fonts import GOTHIC, P_GOTHIC, draw_text, open_canvas, text_width
from forms.positions import A4

LIGHT = Color(0.92, 0.93, 0.94)
GREY = Color(0.45, 0.47, 0.5)
THIN = 0.5
TWO = 2
NEVER_LAST = "（「『【〔"
NEVER_FIRST = "、。，．）」』】〕！？・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"


@contextmanager
def save_canvas(target: Path, title: str) -> Iterator[Canvas]:
    """An A4 canvas that uses no font but ours and writes no date; saved when the block ends. TargetError."""
    canvas = open_canvas(str(target), A4)
    canvas.setTitle(title)
    yield canvas
    canvas.showPage()
    try:
        canvas.save()
    except OSError as error:
        raise TargetError(f"「{target}」に書き込めません（{error.strerror}）。空き容量をお確かめください。") from error


class Sheet:
    """A page that is filled downwards; `y` is how far it has come, in points from the lower edge."""

    def __init__(self, canvas: Canvas, left: float, right: float, top: float, bottom: float, family: str = P_GOTHIC) -> None:
        self._canvas, self._family = canvas, family
        self._left, self._right, self._top, self._bottom = left, right, top, bottom
        self._page, self.y = 1, top

    def down(self, points: float) -> None:
        """Go further down."""
        self.y -= points

    def need(self, points: float) -> bool:
        """Begin a new page unless there is so much room left; whether one was begun."""
        if self.y - points >= self._bottom:
            return False
        self._number_page()
        self._canvas.showPage()
        self._page, self.y = self._page + 1, self._top
        return True

    def end(self) -> None:
        """Nothing more is drawn: of several pages the last one too gets its number."""
        if self._page > 1:
            self._number_page()

    def _number_page(self) -> None:
        self.centred(self._left, self._bottom - 12, f"－ {self._page} －", 8, room=self._right - self._left)

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool = False, room: float = 0.0, colour: Color = black) -> None:
        """A line from x on; made smaller where `room` is given and it is wider."""
        self._canvas.setFillColor(colour)
        draw_text(self._canvas, x, y, text, self._family, self._fitting(text, size, bold, room), bold=bold)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a line."""
        return text_width(text, self._family, size, bold=bold)

    def _fitting(self, text: str, size: float, bold: bool, room: float) -> float:
        width = self.width(text, size, bold=bold)
        return size if not room or width <= room else size * room / width

    def centred(self, x: float, y: float, text: str, size: float, *, bold: bool = False, room: float) -> None:
        """A line in the middle of the room that begins at x."""
        fitting = self._fitting(text, size, bold, room)
        self.text(x + (room - self.width(text, fitting, bold=bold)) / 2, y, text, fitting, bold=bold)

    def at_right(self, right: float, y: float, text: str, size: float, *, bold: bool = False, room: float) -> None:
        """A line that ends at `right`."""
        fitting = self._fitting(text, size, bold, room)
        self.text(right - self.width(text, fitting, bold=bold), y, text, fitting, bold=bold)

    def heading(self, text: str) -> None:
        """A heading with a bar at its left."""
        self.need(40)
        self.down(13)
        self._canvas.setFillColor(black)
        self._canvas.rect(self._left, self.y - 2, 4, 13, stroke=0, fill=1)
        self.text(self._left + 10, self.y, text, 11, bold=True)
        self.down(6)

    def rule(self, left: float, right: float, *, weight: float = THIN) -> None:
        """A line across."""
        self._canvas.setStrokeColor(black)
        self._canvas.setLineWidth(weight)
        self._canvas.line(left, self.y, right, self.y)

    def box(self, x: float, y: float, width: float, height: float, *, fill: Color | None = None) -> None:
        """A ruled box."""
        self._canvas.setStrokeColor(GREY)
        self._canvas.setLineWidth(THIN)
        self._canvas.setFillColor(fill or white)
        self._canvas.rect(x, y, width, height, fill=int(fill is not None))

    def tick(self, x: float, y: float, size: float) -> None:
        """A box to tick."""
        self._canvas.setStrokeColor(black)
        self._canvas.setLineWidth(0.9)
        self._canvas.rect(x, y, size, size)

    def framed(self, x: float, y: float, width: float, height: float, text: str, size: float) -> None:
        """A word in a strong frame."""
        self._canvas.setStrokeColor(black)
        self._canvas.setLineWidth(1.4)
        self._canvas.rect(x, y, width, height)
        self.centred(x + 4, y + (height - size) / 2 + size * 0.13, text, size, bold=True, room=width - 8)

    def in_lines(self, x: float, middle: float, text: str, sizes: Sequence[float], *, room: float) -> None:
        """A text on one line if one of the sizes allows it, else on two, as small as they need; `middle`: the height of its middle."""
        lines, size = self.fitted(text, sizes, room)
        for number, line in enumerate(lines):
            self.text(x, middle + ((len(lines) - 1) / 2 - number) * size * 1.15 - size * 0.36, line, size, room=room)

    def fitted(self, text: str, sizes: Sequence[float], room: float) -> tuple[list[str], float]:
        """The lines of `in_lines` and their size."""
        size = next((size for size in sizes if self.width(text, size) <= room), sizes[-1])
        while len(self.wrapped(text, size, room)) > TWO:
            size *= 0.95
        return self.even_lines(text, size, room), size

    def even_lines(self, text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
        """The text in as few lines as the room allows, of about the same length."""
        count = len(self.wrapped(text, size, room, bold=bold))
        rooms = (room * part / 20 for part in range(8, 20))
        narrower = (self.wrapped(text, size, less, bold=bold) for less in rooms)
        return next((lines for lines in narrower if len(lines) == count), None) or self.wrapped(text, size, room, bold=bold)

    def wrapped(self, text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
        """The text in lines of `room` points; no line begins with a closing mark or ends with an opening one."""
        lines = [""]
        for character in text:
            too_wide = self.width(lines[-1] + character, size, bold=bold) > room
            if too_wide and character not in NEVER_FIRST:
                kept = lines[-1].rstrip(NEVER_LAST)
                lines[-1:] = [kept, lines[-1][len(kept) :]]
            lines[-1] += character
        return lines

    def finish(self, line: str) -> None:
        """A small line at the foot of the last page."""
        self.end()
        self._canvas.setFillColor(GREY)
        width = text_width(line, GOTHIC, 7)
        draw_text(self._canvas, self._right - width, self._bottom - 10, line, GOTHIC, 7)
