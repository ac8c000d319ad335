"""A cell's inner margins: w:tcMar and w:tblCellMar, side by side the first that says something."""

from collections.abc import Sequence

from forms.render.builtin.ooxml import Element, attribute, child, twips
from forms.render.builtin.tablebox import Margins

NAMES = {"top": ("top",), "left": ("left", "start"), "bottom": ("bottom",), "right": ("right", "end")}
DEFAULTS = {"left": 5.4, "right": 5.4}  # points, where nothing is said


def margins(said: Sequence[Element]) -> Margins:
    """The margins that these elements give, the most specific first."""
    return Margins(*(_margin(said, side) for side in NAMES))


def _margin(said: Sequence[Element], side: str) -> float:
    default = DEFAULTS.get(side, 0.0)
    for box in said:
        for which in NAMES[side]:
            found = child(box, which)
            if found is not None:
                return twips(attribute(found, "w"), default)
    return default
