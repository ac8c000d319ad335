"""Where a line's content controls stand: marks that draw nothing and are reported when the page is drawn.

Decision: an empty control gets the room that its text would take: what is left of its line, one em where more text follows, and
all of a line without text.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from forms.render.builtin.boxes import Line, Place, Placed
from forms.render.builtin.controls import Control


def places(line: Line, top: float, left: float, right: float) -> Iterator[Place]:
    """The controls in a line whose top is at `top`; its text may stand from `left` to `right`."""
    items = line.items
    inside = dict.fromkeys(control for item in items for control in item.atom.controls)
    behind = [(index, control) for index, item in enumerate(items) for control in item.atom.behind]
    alone = len(line.opens) + len(inside) + len(behind) == 1 and not _seen(items)
    if alone or not items:
        for control in (*line.opens, *inside, *(control for _, control in behind)):
            yield Place(left, top, max(right - left, 0.0), line.height, control)
        return
    base = top + line.baseline
    for control in line.opens:
        yield _upright(control, items[0], items[0].x, items[0].x + items[0].atom.format.size, base)
    for control in inside:
        for stretch in _stretches(items, control):
            yield _over(control, stretch, base)
    for index, control in behind:
        start = items[index].x + items[index].width
        end = start + items[index].atom.format.size if _seen(items[index + 1 :]) else max(right, start)
        yield _upright(control, items[index], start, end, base)


def _stretches(items: Sequence[Placed], control: Control) -> Iterator[list[Placed]]:
    """The neighbours that stand in a control."""
    for held, stretch in groupby(items, lambda item: control in item.atom.controls):
        if held:
            yield list(stretch)


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
