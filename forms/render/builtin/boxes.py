"""What layout hands on: marks on paper, pieces that cannot be parted, and boxes of them.

All coordinates are points with y growing downwards, relative to the box that holds them; only `draw` knows of PDF.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from forms.fonts import Face
from forms.render.builtin.controls import Control
from forms.render.builtin.properties import RunFormat


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest thing on a line: one East Asian character, one word, one space, a tab, a break, a figure or an anchor.

    kind is one of `eastern` `word` `space` `tab` `break` `column` `page` `figure` `anchor`; `raw` is the text as written,
    `drawn` the text for `owner` (see forms.fonts.segments). A figure's marks are relative to its top left corner.
    """

    kind: str
    format: RunFormat
    raw: str = ""
    drawn: str = ""
    owner: Face | None = None
    width: float = 0.0
    height: float = 0.0
    leader: str = "none"
    figure: "tuple[Mark, ...]" = ()
    depth: float = 0.0  # how much of a figure stands below the baseline
    floating: "Floating | None" = None
    field: str = ""  # page numbers, written when the pages are known
    footnote: "Footnote | None" = None
    controls: tuple[Control, ...] = ()  # the content controls that it stands in
    behind: tuple[Control, ...] = ()  # the empty ones behind it


class Placed(NamedTuple):
    """An atom on its line: left end, and the width it takes up with what justification added after it.

    A page has thousands; as a tuple it is made in a third of the time.
    """

    x: float
    atom: Atom
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A set line; `baseline` from its top; `overhang` is the part of the height that may stand below the page's end."""

    items: tuple[Placed, ...]
    height: float
    baseline: float
    overhang: float = 0.0
    ends: str = ""  # what it ends besides itself: column or page
    opens: tuple[Control, ...] = ()  # the empty content controls before its first item


@dataclass(frozen=True, slots=True)
class Text:
    """Mark: a line of text whose top left corner is at (x, y)."""

    x: float
    y: float
    line: Line


@dataclass(frozen=True, slots=True)
class Fill:
    """Mark: a filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Mark: a horizontal or vertical line along its middle; style is Word's (single, double, dotted, dashed …)."""

    x: float
    y: float
    x1: float
    y1: float
    style: str
    width: float
    color: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an outline is drawn: width in points, colour, dashes as Word names them, arrow heads (empty: none)."""

    width: float
    color: str
    dash: str = "solid"
    head: str = ""
    tail: str = ""


Segment = tuple[str, tuple[float, ...]]  # M and L with a point, C with three points, Z


@dataclass(frozen=True, slots=True)
class Outline:
    """Mark: a path relative to (x, y), filled (colour or empty) and stroked."""

    x: float
    y: float
    path: tuple[Segment, ...]
    fill: str
    stroke: Stroke | None


@dataclass(frozen=True, slots=True)
class Picture:
    """Mark: a bitmap; `crop` are the shares cut off at its left, top, right and bottom."""

    x: float
    y: float
    width: float
    height: float
    image: bytes
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Group:
    """Mark: marks that are drawn as one, relative to (x, y), turned clockwise by `turn` degrees about `pivot`.

    `layer` is 0 with the text, below it negative, above it positive.
    """

    x: float
    y: float
    marks: "tuple[Mark, ...]"
    turn: float = 0.0
    pivot: tuple[float, float] = (0.0, 0.0)
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """Where a floating thing stands along one axis: from which edge (Word's relativeFrom), aligned or by an offset in points."""

    base: str
    offset: float = 0.0
    align: str = ""


@dataclass(frozen=True, slots=True)
class Floating:
    """A thing that stands beside the text; `wrap` is square, topAndBottom or none, `gaps` are above, left, below and right."""

    width: float
    height: float
    across: Axis
    down: Axis
    marks: "tuple[Mark, ...]"
    wrap: str = "none"
    side: str = "bothSides"
    gaps: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    layer: int = 1
    in_cell: bool = False


@dataclass(frozen=True, slots=True)
class Anchored:
    """Mark: where a floating thing is anchored: its column's left edge and its paragraph's top; the flow finds its place."""

    x: float
    y: float
    floating: Floating
    column: float  # width of the column
    line: float = 0.0  # from the paragraph's top to the line's
    ahead: float = 0.0  # from the column's left edge to the character


@dataclass(frozen=True, slots=True)
class Place:
    """Mark: where a content control stands; it prints nothing."""

    x: float
    y: float
    width: float
    height: float
    control: Control


Mark = Text | Fill | Rule | Outline | Picture | Group | Anchored | Place


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The mark somewhere else."""
    if isinstance(mark, Text):  # most marks are: made anew at a quarter of what replace takes
        return Text(mark.x + dx, mark.y + dy, mark.line)
    if isinstance(mark, Rule):
        return replace(mark, x=mark.x + dx, y=mark.y + dy, x1=mark.x1 + dx, y1=mark.y1 + dy)
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays together on a page: a line of a paragraph, or rows of an inner table; `binds`: with the next one too."""

    height: float
    marks: tuple[Mark, ...]
    overhang: float = 0.0
    ends: str = ""
    binds: bool = False
    footnotes: "tuple[Footnote, ...]" = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote as set: it stands on the page of the line that calls it."""

    slabs: "tuple[Slab, ...]"
    height: float


@dataclass(frozen=True, slots=True)
class Slab:
    """A piece in a column of them, `top` from the column's top."""

    top: float
    piece: Piece

    @property
    def bottom(self) -> float:
        """Where the piece ends."""
        return self.top + self.piece.height


def marks_of(slabs: Iterable[Slab], dx: float, dy: float) -> list[Mark]:
    """All marks of a column whose top left corner is at (dx, dy)."""
    return [moved(mark, dx, dy + slab.top) for slab in slabs for mark in slab.piece.marks]
