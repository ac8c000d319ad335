"""How a cell looks apart from its text: margins, alignment, fill, direction, its own borders.

Decision: most cells of a table say the same in the same words, so that a table reads each saying once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from forms.render.builtin.borders import Borders, Edge, borders_of
from forms.render.builtin.colors import shade
from forms.render.builtin.ooxml import Element, child, children, written
from forms.render.builtin.properties import Formats
from forms.render.builtin.styles import Cascade, first, first_val
from forms.render.builtin.tablebox import Margins
from forms.render.builtin.tablemargins import margins

UPRIGHT = ("tbRl", "tbRlV", "btLr", "tbLrV")
SIDES = ("top", "left", "bottom", "right")


@dataclass(frozen=True)
class CellLook:
    """What w:tcPr and the table's style say of a cell; `direction` is empty for level text."""

    margins: Margins
    align: str
    fill: str
    direction: str
    borders: Borders


class CellLooks:
    """The looks of one table's cells; `cascade` are the properties of the table."""

    def __init__(self, formats: Formats, style: str | None, cascade: Cascade) -> None:
        self._formats, self._style = formats, style
        self._inherited = [box for level in cascade for box in children(level, "tblCellMar")]
        self._found: dict[tuple[bytes, bytes, tuple[str, ...]], CellLook] = {}
        self.margins = margins(self._inherited)

    def look(self, properties: Element | None, special: Element | None, conditions: tuple[str, ...]) -> CellLook:
        """The look of a cell with these w:tcPr in a row with these exceptions (w:tblPrEx), under conditions of the style."""
        key = written(properties), written(special), conditions
        if key not in self._found:
            self._found[key] = self._read(properties, special, conditions)
        return self._found[key]

    def _read(self, properties: Element | None, special: Element | None, conditions: tuple[str, ...]) -> CellLook:
        levels: Cascade = () if properties is None else (properties,)
        for condition in conditions:
            levels += self._formats.styles.conditional(self._style, condition, "tcPr")
        levels += self._formats.styles.levels(self._style, "tcPr")
        borders: dict[str, Edge] = {}
        for level in reversed(levels):
            borders |= borders_of(child(level, "tcBorders"))
        direction = first_val(levels, "textDirection") or ""
        return CellLook(
            self._margins(levels if special is None else (*levels, special)), first_val(levels, "vAlign") or "top",
            shade(first(levels, "shd")), direction if direction in UPRIGHT else "", borders,
        )  # fmt: skip

    def _margins(self, levels: Cascade) -> Margins:
        own = [box for tag in ("tcMar", "tblCellMar") for level in levels for box in children(level, tag)]
        return margins([*own, *self._inherited]) if own else self.margins


def exceptional(special: Element | None, ends: Mapping[str, bool]) -> dict[str, Edge]:
    """The borders that a row has otherwise than its table (`special`, its w:tblPrEx); `ends`: which sides are the table's."""
    if special is None:
        return {}
    said = borders_of(child(special, "tblBorders"))
    sides = {side: side if ends.get(side, True) else "insideV" for side in SIDES}
    return {side: said[name] for side, name in sides.items() if name in said}
