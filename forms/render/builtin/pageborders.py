"""Lines around the page (w:pgBorders)."""

from collections.abc import Iterator

from forms.render.builtin.boxes import Mark, Rule
from forms.render.builtin.sections import Geometry


def page_borders(geometry: Geometry) -> Iterator[Mark]:
    """The lines of a page; a missing side leaves its neighbours as long as if it were there."""
    inside = {"top": geometry.top, "left": geometry.left, "bottom": geometry.bottom, "right": geometry.right}
    found = {border.side: border for border in geometry.borders}
    at = {
        side: (border.space + border.width / 2 if border.from_page else inside[side] - border.space - border.width / 2)
        for side, border in found.items()
    }
    left, top = at.get("left", inside["left"]), at.get("top", inside["top"])
    right = geometry.width - at.get("right", inside["right"])
    bottom = geometry.height - at.get("bottom", inside["bottom"])
    ends = {
        "top": (left, top, right, top), "bottom": (left, bottom, right, bottom),
        "left": (left, top, left, bottom), "right": (right, top, right, bottom),
    }  # fmt: skip
    for side, border in found.items():
        yield Rule(*ends[side], border.style, border.width, border.color)
