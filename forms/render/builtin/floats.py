"""Where a floating thing stands on its page, once the place of its anchor is known.

Decision: the flow puts `Anchored` marks on the page like any other; here each becomes a Group at its own place. In a cell a
thing that is laid out in it measures from the cell, but for its height on the page (LibreOffice; Word takes both).
"""

from collections.abc import Iterable

from forms.render.builtin.boxes import Anchored, Axis, Group, Mark, moved
from forms.render.builtin.sections import Geometry

FAR = 1e6
NOWHERE = Geometry(width=FAR, height=FAR, top=0, right=0, bottom=0, left=0, header=0, footer=0, pitch=0, extra=0)
START = ("left", "top", "inside")
END = ("right", "bottom", "outside")


def settled(marks: Iterable[Mark], geometry: Geometry) -> list[Mark]:
    """The marks of a page with every floating thing at its place."""
    found: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Anchored):
            floating = mark.floating
            x, y = spot(mark, geometry)
            inner = settled((moved(item, x, y) for item in floating.marks), geometry)
            found.append(Group(0.0, 0.0, tuple(inner), layer=floating.layer))
        else:
            found.append(mark)
    return found


def spot(mark: Anchored, geometry: Geometry) -> tuple[float, float]:
    """The top left corner of a floating thing in points from the page's."""
    floating = mark.floating
    across = _across(mark, geometry)
    down = _down(mark, geometry)
    x = _at(floating.across, across, floating.width)
    if floating.wrap == "square" and floating.across.align in END:
        x -= floating.gaps[3]  # LibreOffice: the room beside it ends at the margin
    y = _at(floating.down, down, floating.height)
    if floating.in_cell:
        return x, y
    return x, max(min(y, geometry.height - floating.height), 0.0)  # LibreOffice: nothing leaves the page below or above


def inner_spot(mark: Anchored) -> tuple[float, float]:
    """Where a floating thing stands in a column; one that measures from the page holds up no text in a cell."""
    floating = mark.floating
    if floating.down.base not in ("paragraph", "line"):
        return mark.x, -FAR
    x, y = spot(mark, NOWHERE)
    return (x if floating.in_cell or floating.across.base in ("column", "character") else mark.x), y


def _at(axis: Axis, room: tuple[float, float], size: float) -> float:
    """Start of a thing of that size in a room (start, end)."""
    start, end = room
    if axis.align in START:
        return start
    if axis.align in END:
        return end - size
    return (start + end - size) / 2 if axis.align == "center" else start + axis.offset


def _across(mark: Anchored, geometry: Geometry) -> tuple[float, float]:
    column = mark.x, mark.x + mark.column
    if mark.floating.in_cell:
        return column
    left, right = geometry.left, geometry.width - geometry.right
    match mark.floating.across.base:
        case "page":
            return 0.0, geometry.width
        case "margin":
            return left, right
        case "leftMargin" | "insideMargin":
            return 0.0, left
        case "rightMargin" | "outsideMargin":
            return right, geometry.width
        case "character":
            return mark.x + mark.ahead, mark.x + mark.column
    return column


def _down(mark: Anchored, geometry: Geometry) -> tuple[float, float]:
    paragraph = mark.y, mark.y
    top, bottom = geometry.top, geometry.height - geometry.bottom
    match mark.floating.down.base:
        case "page":
            return 0.0, geometry.height
        case "margin":
            return top, bottom
        case "topMargin":
            return 0.0, top
        case "bottomMargin":
            return bottom, geometry.height
        case "line":
            return mark.y + mark.line, mark.y + mark.line
    return paragraph
