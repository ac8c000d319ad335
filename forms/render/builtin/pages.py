"""Pages while they are filled: where the next thing goes, in which column, and what a page keeps free for its footnotes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from forms.render.builtin.boxes import Anchored, Footnote, Mark, marks_of, moved
from forms.render.builtin.floats import spot
from forms.render.builtin.footnotes import GAP, separator
from forms.render.builtin.headers import Headers
from forms.render.builtin.sections import Section
from forms.render.builtin.wrapping import Obstacles, obstacle


@dataclass
class Page:
    """A page while it is filled; `number` is what PAGE reads, `opens` whether it is its section's first."""

    section: Section
    number: int
    opens: bool
    marks: list[Mark] = field(default_factory=list)


class Pages:
    """Fills pages from top to bottom, column by column; y is where the next thing goes, from the page's top."""

    def __init__(self, headers: Headers) -> None:
        self._headers = headers
        self.pages: list[Page] = []
        self.obstacles = Obstacles()
        self.overflowed = False  # whether the page or column began because the one before was full
        self.y = self.top = self._bottom = self._lowest = 0.0
        self._column = 0
        self._notes: list[Footnote] = []

    def open(self, section: Section) -> None:
        """Begin a section, on a new page unless it is a continuous one."""
        self.section = section
        if section.start == "continuous" and self.pages:
            self.y = self.top = max(self.y, self._lowest)
            self._column = 0
            return
        self.turn(opens=True)
        parity = {"evenPage": 0, "oddPage": 1}.get(section.start)
        if parity is not None and self.pages[-1].number % 2 != parity:
            self.turn(opens=True)

    def turn(self, *, opens: bool = False, forced: bool = False) -> None:
        """Go to a new page."""
        self.finish()
        self.overflowed = not (opens or forced)
        number = self.pages[-1].number + 1 if self.pages else 1
        if opens and self.section.first_number is not None:
            number = self.section.first_number
        self.pages.append(Page(self.section, number, opens))
        limits = self._headers.body_limits(self.section, number, first=opens)
        self.top, self._bottom = _centred(*limits, self.section.geometry.pitch)
        self.y = self._lowest = self.top
        self._column = 0
        self.obstacles.clear()

    def advance(self, *, forced: bool = False) -> None:
        """Go to the next column, or from the last one to a new page."""
        if self._column + 1 >= len(self.section.columns):
            self.turn(forced=forced)
            return
        self._lowest = max(self._lowest, self.y)
        self._column += 1
        self.y = self.top
        self.overflowed = not forced

    @property
    def at_top(self) -> bool:
        """Whether nothing stands in the column yet."""
        return self.y <= self.top + 0.1

    @property
    def left(self) -> float:
        """The left edge of the column."""
        return self.section.geometry.left + self.section.columns[self._column][0]

    @property
    def bottom(self) -> float:
        """Where the text must end."""
        return self._bottom - notes_height(self._notes)

    def bottom_with(self, notes: Sequence[Footnote]) -> float:
        """Where the text must end if these footnotes join the page."""
        return self._bottom - notes_height([*self._notes, *notes])

    def limit(self, bottom: float) -> None:
        """End the columns of this page higher up, so that they are equally long."""
        self._bottom = min(self._bottom, bottom + notes_height(self._notes))

    def put(self, marks: Iterable[Mark], height: float, notes: Sequence[Footnote] = ()) -> None:
        """Put marks at the place that is reached, and move on."""
        self.pages[-1].marks += [moved(mark, self.left, self.y) for mark in marks]
        self._notes += notes
        self.y += height

    def place(self, mark: Anchored) -> None:
        """Put a floating thing on the page and keep text out of it; its coordinates are the page's."""
        self.pages[-1].marks.append(mark)
        if mark.floating.wrap != "none":
            self.obstacles.add(obstacle(mark.floating, *self.spot(mark)))

    def spot(self, mark: Anchored) -> tuple[float, float]:
        """Where a floating thing stands on this page."""
        return spot(mark, self.section.geometry)

    def finish(self) -> None:
        """Set the footnotes of the page that is left."""
        if self._notes and self.pages:
            left = self.pages[-1].section.geometry.left
            y = self._bottom - notes_height(self._notes)
            self.pages[-1].marks.append(separator(y, left))
            y += GAP
            for note in self._notes:
                self.pages[-1].marks += marks_of(note.slabs, left, y)
                y += note.height
        self._notes = []


def notes_height(notes: Sequence[Footnote]) -> float:
    """The room that footnotes take with the line above them."""
    return sum(note.height for note in notes) + GAP if notes else 0.0


def _centred(top: float, bottom: float, pitch: float) -> tuple[float, float]:
    """The limits of the text with the line grid in the middle between them (LibreOffice; Word starts it at the top)."""
    spare = (bottom - top) % pitch / 2 if pitch else 0.0
    return top + spare, bottom - spare
