"""Where a line's content controls stand: marks that draw nothing and are reported when the page is drawn.

Decision: an empty control gets the room that its text would take: what is left of its line, or one em where more text follows.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from forms.render.builtin.boxes import Line, Place, Placed
from forms.render.builtin.controls import Control


def places(line: Line, top: float, left: float, right: float) -> Iterator[Place]:
    """The controls in a line whose top is at `top`; its text may stand from `left` to `right`."""
    items = line.items
    for control in line.opens:
        yield _before(control, line, top, (left, right))
    for control in dict.fromkeys(control for item in items for control in item.atom.controls):
        for stretch in _stretches(items, control):
            yield _over(control, stretch, top + line.baseline)
    for index, item in enumerate(items):
        for control in item.atom.behind:
            start = item.x + item.width
            end = start + item.atom.format.size if _seen(items[index + 1 :]) else max(right, start)
            yield _upright(control, item, start, end, top + line.baseline)


def _stretches(items: Sequence[Placed], control: Control) -> Iterator[list[Placed]]:
    """The neighbours that stand in a control."""
    for held, stretch in groupby(items, lambda item: control in item.atom.controls):
        if held:
            yield list(stretch)


def _before(control: Control, line: Line, top: float, room: tuple[float, float]) -> Place:
    """An empty control at the start of its line: the whole of it where nothing else stands there."""
    left, right = room
    if not _seen(line.items):
        return Place(left, top, max(right - left, 0.0), line.height, control)
    first = line.items[0]
    return _upright(control, first, first.x, first.x + first.atom.format.size, top + line.baseline)


def _over(control: Control, items: Sequence[Placed], base: float) -> Place:
    """A control that has text, from its first to its last character on the line."""
    tallest = max(items, key=lambda item: item.atom.format.size)
    return _upright(control, tallest, items[0].x, items[-1].x + items[-1].width, base)


def _upright(control: Control, item: Placed, start: float, end: float, base: float) -> Place:
    """A box as high as an item's characters."""
    above, below = item.atom.format.metrics()
    return Place(start, base - above, end - start, above + below, control)


def _seen(items: Sequence[Placed]) -> bool:
    return any(item.atom.kind != "space" and item.atom.raw.strip("\u3000") for item in items)
