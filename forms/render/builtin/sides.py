"""Lines around text: the frame of a paragraph (w:pBdr) and of a run (w:bdr)."""

from dataclasses import dataclass

from forms.render.builtin.colors import color_of
from forms.render.builtin.ooxml import Element, attribute, child, number
from forms.render.builtin.styles import Cascade, first


@dataclass(frozen=True)
class Side:
    """One line of a paragraph's frame: w:val, width, distance from the text, colour."""

    style: str
    width: float
    space: float
    color: str


def frame_sides(cascade: Cascade) -> tuple[tuple[str, Side], ...]:
    """The lines of a paragraph's frame by side, `between` among them."""
    borders = first(cascade, "pBdr")
    sides = ("top", "bottom", "left", "right", "between")
    found = ((side, child(borders, side)) for side in sides)
    return tuple((side, _side(line)) for side, line in found if line is not None and unless_none(attribute(line, "val")))


def _side(line: Element) -> Side:
    return Side(
        style=attribute(line, "val") or "single",
        width=max(number(attribute(line, "sz"), 4) / 8, 0.25),
        space=number(attribute(line, "space")),
        color=color_of(attribute(line, "color")) or "000000",
    )


def box_color(line: Element | None) -> str:
    """The colour of the line around a run; empty without one."""
    drawn = line is not None and unless_none(attribute(line, "val"))
    return (color_of(attribute(line, "color")) or "000000") if drawn else ""


def unless_none(text: str | None) -> str:
    """What a property asks for; empty where it asks for nothing."""
    return "" if text in (None, "none", "nil") else text
