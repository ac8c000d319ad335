"""The colours by what they are for.

Decision: two frozen tables, light and dark, and no colour anywhere else; every text colour reaches 4.5 to 1 and every edge of
a control 3 to 1 on each ground it stands on (WCAG 2.2), which a test computes.
"""

from typing import NamedTuple


class Tokens(NamedTuple):
    """One set of colours, each `#RRGGBB`."""

    canvas: str  # side pane, start page
    surface: str  # page, bars, inputs
    rail: str
    sunken: str  # table heads, search, notes
    line: str  # dividers and cards: decoration only
    ctl: str  # edges of inputs and buttons, empty rings
    text: str
    text2: str  # help, captions
    text3: str  # codes, key hints, placeholders, what is disabled
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    tint: str  # selected row, what is next, a result
    err: str
    err_tint: str
    err_edge: str
    warn: str
    warn_tint: str
    warn_edge: str
    ok: str
    ok_tint: str
    ok_edge: str
    disabled: str
    scroll: str
    paper: str  # multiplied into every picture of a page


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#RRGGBB`, 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


LIGHT = Tokens(
    canvas="#F4F6F8",
    surface="#FFFFFF",
    rail="#ECF0F3",
    sunken="#F7F9FA",
    line="#DDE3E8",
    ctl="#7B8691",
    text="#1A2229",
    text2="#4B5762",
    text3="#5D6974",
    accent="#1B5E8F",
    accent_hover="#164E78",
    accent_pressed="#103E61",
    on_accent="#FFFFFF",
    tint="#E5EFF7",
    err="#B3261E",
    err_tint="#FCEFED",
    err_edge="#E3A7A1",
    warn="#7A5200",
    warn_tint="#FFF5DE",
    warn_edge="#E2C37E",
    ok="#1E6B43",
    ok_tint="#E7F4EC",
    ok_edge="#9FCDB2",
    disabled="#EEF1F4",
    scroll="#A3AEB8",
    paper="#FFFFFF",
)

DARK = Tokens(
    canvas="#13171B",
    surface="#1B2025",
    rail="#171C20",
    sunken="#20262C",
    line="#323A42",
    ctl="#7C8894",
    text="#E6EBEF",
    text2="#B3BEC8",
    text3="#94A0AB",
    accent="#82B9E6",
    accent_hover="#9AC8EC",
    accent_pressed="#6AA6D6",
    on_accent="#0B1A27",
    tint="#1D3447",
    err="#FF9F95",
    err_tint="#3A201E",
    err_edge="#7A3B36",
    warn="#F0C771",
    warn_tint="#352B16",
    warn_edge="#6E5824",
    ok="#84CDA4",
    ok_tint="#18301F",
    ok_edge="#3B6B4C",
    disabled="#262C32",
    scroll="#56616B",
    paper="#F3F2EE",
)
