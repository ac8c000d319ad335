"""Text around floating things: which parts of a line are free, and paragraphs set anew in them.

Decision: a paragraph is set as if nothing stood in its way, and again only where something does; obstacles are rectangles in
the coordinates of whoever stacks the blocks. Half a line's width around a thing counts as the thing (LibreOffice).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf

from forms.render.builtin.boxes import Anchored, Floating, Outline
from forms.render.builtin.lines import Way, set_lines
from forms.render.builtin.paragraphs import ParagraphBox

LEAST = 15.0  # points of free width that a line needs (LibreOffice; Word wants an inch)
Spot = Callable[[Anchored], tuple[float, float]]


@dataclass(frozen=True)
class Obstacle:
    """A rectangle that text keeps out of; `side` is where text may stand: bothSides, left, right, largest or none."""

    left: float
    top: float
    right: float
    bottom: float
    side: str

    def moved(self, dx: float, dy: float) -> "Obstacle":
        """The obstacle seen from somewhere else."""
        return replace(self, left=self.left + dx, right=self.right + dx, top=self.top + dy, bottom=self.bottom + dy)


def obstacle(floating: Floating, x: float, y: float) -> Obstacle:
    """What a floating thing at (x, y) keeps text out of."""
    above, left, below, right = floating.gaps
    edge = max((mark.stroke.width / 2 for mark in floating.marks if isinstance(mark, Outline) and mark.stroke), default=0.0)
    side = "none" if floating.wrap == "topAndBottom" else floating.side
    return Obstacle(
        x - left - edge, y - above - edge, x + floating.width + right + edge, y + floating.height + below + edge, side
    )


class Obstacles:
    """The obstacles of one page, or of one column that is stacked at once."""

    def __init__(self) -> None:
        self._found: list[Obstacle] = []

    def clear(self) -> None:
        """Forget them all: a new page."""
        self._found.clear()

    def add(self, found: Obstacle) -> None:
        """Keep text out of one more."""
        self._found.append(found)

    def wrapped(self, box: ParagraphBox, x: float, y: float, spot: Spot, end: float = inf) -> ParagraphBox:
        """The paragraph whose first line is at (x, y), set around everything that stands there, its own floats included.

        Beyond `end`, where the page is full, nothing stands in the way.
        """
        for atom in box.atoms:
            if atom.floating is not None and atom.floating.wrap != "none":
                anchor = Anchored(x, y - box.upper, atom.floating, box.width)
                self._found.append(obstacle(atom.floating, *spot(anchor)))
        near = [replace(found, bottom=min(found.bottom, end)).moved(-x, -y) for found in self._found if found.bottom > y]
        if not near or box.measure is None:
            return box
        return replace(box, lines=set_lines(box.atoms, box.form, box.measure, _way(near)))

    def below(self, x0: float, x1: float, y: float) -> float:
        """Where a table between x0 and x1 can begin that would like to at y."""
        for found in sorted(self._found, key=lambda one: one.top):
            if found.top < y + 1.0 and found.bottom > y and found.left < x1 and found.right > x0:
                y = found.bottom
        return y


def _way(obstacles: Sequence[Obstacle]) -> Way:
    """For a line's top, height and ends: how far down it must go, and the stretches that are free there."""

    def way(top: float, height: float, x0: float, x1: float) -> tuple[float, list[tuple[float, float]]]:
        start = top
        for _ in range(len(obstacles) + 1):
            meeting = [found for found in obstacles if found.top < top + height and found.bottom > top + 0.01]
            free = _free(meeting, x0, x1)
            if free:
                return top - start, free
            top = min(found.bottom for found in meeting)
        return top - start, [(x0, x1)]

    return way


def _free(meeting: Sequence[Obstacle], x0: float, x1: float) -> list[tuple[float, float]]:
    free = [(x0, x1)]
    for found in sorted(meeting, key=lambda one: one.left):
        if found.side == "none":
            return []
        if found.right <= x0 or found.left >= x1:
            continue
        free = [part for stretch in free for part in _parts(found, *stretch)]
    kept = [(start, end) for start, end in free if end - start >= LEAST]
    return kept if kept or meeting else free


def _parts(found: Obstacle, start: float, end: float) -> list[tuple[float, float]]:
    """What is left of a stretch beside an obstacle."""
    if found.right <= start or found.left >= end:
        return [(start, end)]
    left, right = (start, min(found.left, end)), (max(found.right, start), end)
    if found.side == "largest":
        return [max(left, right, key=lambda part: part[1] - part[0])]
    return {"left": [left], "right": [right]}.get(found.side, [left, right])
