"""Colours as RRGGBB in capitals; empty where there is none and where Word chooses (`auto`)."""

import re

from forms.render.builtin.ooxml import Element, attribute, number

HEX = re.compile("#?([0-9A-Fa-f]{6})")
HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip


def highlight(name: str | None) -> str:
    """The colour of a w:highlight."""
    return HIGHLIGHTS.get(name or "", "")


def color_of(text: str | None) -> str:
    """RRGGBB in capitals; empty for none and auto."""
    found = HEX.fullmatch(text or "")
    return found[1].upper() if found else ""


def shade(element: Element | None) -> str:
    """The fill of w:shd as RRGGBB; patterns count with the share of their foreground."""
    if element is None:
        return ""
    fill = color_of(attribute(element, "fill"))
    pattern = attribute(element, "val") or "clear"
    ink = color_of(attribute(element, "color")) or "000000"
    if pattern == "solid":
        return ink
    if pattern.startswith("pct"):
        return _mixed(ink, fill or "FFFFFF", number(pattern[3:]) / 100)
    return fill


def _mixed(ink: str, paper: str, share: float) -> str:
    pairs = ((int(ink[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(dark * share + light * (1 - share)):02X}" for dark, light in pairs)
