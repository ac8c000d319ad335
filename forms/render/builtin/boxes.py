"""What layout hands on: marks on paper, pieces that cannot be parted, and boxes of them.

All coordinates are points with y growing downwards, relative to the box that holds them; only `draw` knows of PDF.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from forms.fonts import Face
from forms.render.builtin.properties import RunFormat


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest thing on a line: one East Asian character, one word, one space, a tab, a break or a picture.

    kind is one of `eastern` `word` `space` `tab` `break` `page` `picture`; `raw` is the text as written, `drawn` the text for
    `owner` (see forms.fonts.segments).
    """

    kind: str
    format: RunFormat
    raw: str = ""
    drawn: str = ""
    owner: Face | None = None
    width: float = 0.0
    height: float = 0.0
    leader: str = "none"
    image: bytes = b""


@dataclass(frozen=True, slots=True)
class Placed:
    """An atom on its line: left end, and the width it takes up with what justification added after it."""

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
    ends_page: bool = False


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


Mark = Text | Fill | Rule


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The mark somewhere else."""
    if isinstance(mark, Rule):
        return replace(mark, x=mark.x + dx, y=mark.y + dy, x1=mark.x1 + dx, y1=mark.y1 + dy)
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays together on a page: a line of a paragraph, or rows of an inner table; `binds`: with the next one too."""

    height: float
    marks: tuple[Mark, ...]
    overhang: float = 0.0
    ends_page: bool = False
    binds: bool = False


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
