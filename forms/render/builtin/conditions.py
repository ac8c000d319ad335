"""Which conditional formats of a table style hold for a cell: first row, last column, bands …"""

from dataclasses import dataclass

from forms.render.builtin.ooxml import Element, attribute, hexadecimal

BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@dataclass(frozen=True)
class TableLook:
    """Which of its style's formats a table takes, by w:tblLook's names; its size in rows and columns."""

    switches: dict[str, bool]
    rows: int
    columns: int

    def conditions(self, row: int, column: int, columns: int) -> tuple[str, ...]:
        """The conditional formats for a cell over so many columns, the most specific first."""
        look = self.switches
        top, bottom = row == 0 and look["firstRow"], row == self.rows - 1 and look["lastRow"]
        left = column == 0 and look["firstColumn"]
        right = column + columns == self.columns and look["lastColumn"]
        bands = ("band1Horz", "band2Horz")[(row - int(look["firstRow"])) % 2]
        named = (
            ("nwCell", top and left), ("neCell", top and right), ("swCell", bottom and left), ("seCell", bottom and right),
            ("firstRow", top), ("lastRow", bottom), ("firstCol", left), ("lastCol", right),
            (bands, not look["noHBand"] and not top and not bottom),
        )  # fmt: skip
        return tuple([condition for condition, holds in named if holds])


def switches(element: Element | None) -> dict[str, bool]:
    """The switches of w:tblLook, written as attributes or, by older Word, as a bit field."""
    bits = hexadecimal(attribute(element, "val"))
    said = {which: attribute(element, which) for which in BITS}
    return {which: bool(bits & BITS[which]) if value is None else value in ("1", "true", "on") for which, value in said.items()}
