"""Vertical text: marks that were set in level lines, stood on end.

A column of lines that was set `height` wide becomes a column `width` wide with its first line at the right (or, for text that
reads upwards, at the left). Decision: East Asian characters stay upright one by one, everything else is turned with its line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forms.render.builtin.boxes import Anchored, Group, Line, Mark, Placed, Text

UPWARDS = ("vert270", "btLr")
TURNED = ("vert", "tbRl90")  # no character stays upright


def upright(marks: Iterable[Mark], width: float, height: float, direction: str) -> list[Mark]:
    """The marks of a column for a box of this width and height; the direction is Word's (eaVert, tbRl, vert270 …)."""
    marks = list(marks)
    if direction in UPWARDS:
        return [Group(0.0, height, tuple(_lifted(mark) for mark in marks), turn=-90.0)]
    found: list[Mark] = []
    turned: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Text) and direction not in TURNED:
            stays, turns = _parted(mark, width)
            found += stays
            turned += turns
        elif isinstance(mark, Anchored):
            found.append(replace(mark, x=0.0, y=0.0))
        else:
            turned.append(_lifted(mark))
    return [Group(width, 0.0, tuple(turned), turn=90.0), *found] if turned else found


def _parted(mark: Text, width: float) -> tuple[list[Mark], list[Mark]]:
    """The characters of a line that stay upright, each at its place, and what is turned with the line."""
    stays: list[Mark] = []
    turned: list[Placed] = []
    for item in mark.line.items:
        if item.atom.kind == "eastern" and item.atom.owner is not None:
            stays += _standing(mark, item, width)
        else:
            turned.append(item)
    return stays, [_lifted(replace(mark, line=replace(mark.line, items=tuple(turned))))] if turned else []


def _lifted(mark: Mark) -> Mark:
    """A line whose baseline stands higher by its descent, as it does in vertical text (LibreOffice)."""
    if not isinstance(mark, Text):
        return mark
    owners = ((item.atom.owner, item.atom.format.size) for item in mark.line.items)
    lift = max((owner.descent * size for owner, size in owners if owner is not None), default=0.0)
    return replace(mark, line=replace(mark.line, baseline=mark.line.baseline - lift))


def _standing(mark: Text, item: Placed, width: float) -> Iterator[Mark]:
    atom, size = item.atom, item.atom.format.drawn_size
    owner = atom.owner
    assert owner is not None
    base = mark.y + mark.line.baseline - atom.format.rise
    x, y = width - base - owner.descent * size, mark.x + item.x
    for character in atom.drawn:
        shown = replace(atom, drawn=character)
        line = Line((Placed(0.0, shown, atom.width),), size, owner.ascent * size)
        yield Text(x, y, line)
        y += owner.width(character) * size * atom.format.scale + atom.format.spacing
