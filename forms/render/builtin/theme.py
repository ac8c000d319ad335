"""What a document's theme gives: fonts by Word's slots, colours by name, the widths of its standard lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from forms.render.builtin.colors import color_of
from forms.render.builtin.ooxml import EMU, NAMESPACES, Element, local, name, whole

OFFICE = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
SAME = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


@dataclass(frozen=True, eq=False)
class Theme:
    """fonts: slot (minorEastAsia …) → font name; colors: name → RRGGBB; lines: widths in points by index from 1."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colors: Mapping[str, str] = field(default_factory=lambda: OFFICE)
    lines: tuple[float, ...] = (0.5, 1.0, 1.5)

    def color(self, scheme: str) -> str:
        """The colour of a scheme name; black for an unknown one."""
        return self.colors.get(SAME.get(scheme, scheme), "000000")


def read_theme(root: Element | None) -> Theme:
    """The theme of a document; Office's own where it has none."""
    if root is None:
        return Theme()
    lines = tuple(whole(line.get("w"), 9525) / EMU for line in root.iterfind(".//a:lnStyleLst/a:ln", NAMESPACES))
    return Theme(dict(_fonts(root)), OFFICE | dict(_colors(root)), lines or Theme().lines)


def _colors(root: Element) -> Iterator[tuple[str, str]]:
    for slot in root.iterfind(".//a:clrScheme/*", NAMESPACES):
        for color in slot:
            yield local(slot), color_of(color.get("lastClr") or color.get("val")) or "000000"


def _fonts(theme: Element) -> Iterator[tuple[str, str]]:
    """(slot, font) of the theme; an empty East Asian slot stands for the font of the Japanese script."""
    for slot in ("major", "minor"):
        scheme = theme.find(f".//{name(f'a:{slot}Font')}")
        if scheme is None:
            continue
        latin, east = (scheme.find(f"a:{kind}", NAMESPACES) for kind in ("latin", "ea"))
        japanese = scheme.find("a:font[@script='Jpan']", NAMESPACES)
        for kind in ("Ascii", "HAnsi"):
            yield slot + kind, _typeface(latin)
        yield slot + "EastAsia", _typeface(east) or _typeface(japanese) or "ＭＳ 明朝"


def _typeface(element: Element | None) -> str:
    return "" if element is None else element.get("typeface") or ""
