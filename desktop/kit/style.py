"""Fills `style.qss` from the tokens, and writes the few pictures that a style sheet can only take from files.

Decision: `$name` is a token, `url($picture)` one of PICTURES, and every size of 3 px and more grows with the text; hairlines stay.
"""

import re
from pathlib import Path
from string import Template

from desktop.kit.tokens import DARK, Tokens

SHEET = Path(__file__).with_name("style.qss")
SIZE = re.compile(r"\b(\d+)px\b")
HAIRLINE = 2
BOX = '<rect x="1" y="1" width="18" height="18" rx="4" fill="{fill}" stroke="{edge}" stroke-width="1.6"/>'
RING = '<circle cx="10" cy="10" r="9" fill="{fill}" stroke="{edge}" stroke-width="1.6"/>'
TICK = '<path d="M5.6 10.4 8.7 13.4 14.4 7" fill="none" stroke="{mark}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>'
DOT = '<circle cx="10" cy="10" r="5" fill="{mark}"/>'
DASH = '<path d="M6 10h8" fill="none" stroke="{mark}" stroke-width="2" stroke-linecap="round"/>'
DOWN = '<path d="m5.5 8 4.5 4.5L14.5 8" fill="none" stroke="{mark}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>'
PICTURES = {  # shape; the tokens of its ground, edge and mark
    "box": (BOX, "surface", "ctl", "accent"),
    "box_on": (BOX + TICK, "accent", "accent", "on_accent"),
    "box_part": (BOX + DASH, "accent", "accent", "on_accent"),
    "box_off": (BOX, "disabled", "ctl", "ctl"),
    "box_on_off": (BOX + TICK, "disabled", "ctl", "text3"),
    "box_bad": (BOX, "surface", "err", "err"),
    "ring": (RING, "surface", "ctl", "accent"),
    "ring_on": (RING + DOT, "surface", "accent", "accent"),
    "ring_off": (RING, "disabled", "ctl", "ctl"),
    "ring_on_off": (RING + DOT, "disabled", "ctl", "text3"),
    "ring_bad": (RING, "surface", "err", "err"),
    "down": (DOWN, "surface", "text2", "text2"),
    "down_off": (DOWN, "surface", "text3", "text3"),
}


def style_sheet(tokens: Tokens, scale: int, folder: Path) -> str:
    """The style sheet for these tokens at `scale` percent; its pictures are written into `folder`."""
    text = SIZE.sub(lambda size: f"{_scaled(int(size[1]), scale)}px", SHEET.read_text("utf-8"))
    pictures = {name: f'"{path.as_posix()}"' for name, path in _write_pictures(tokens, folder).items()}
    return Template(text).substitute(tokens._asdict() | pictures)


def _scaled(size: int, scale: int) -> int:
    return size if size <= HAIRLINE else round(size * scale / 100)


def _write_pictures(tokens: Tokens, folder: Path) -> dict[str, Path]:
    """One SVG file each; the scheme is in the name because Qt keeps a picture by its path."""
    scheme = "dark" if tokens is DARK else "light"
    paths = {name: folder / f"{name}-{scheme}.svg" for name in PICTURES}
    for name, path in paths.items():
        if not path.exists():
            path.write_text(_picture(tokens, *PICTURES[name]), "utf-8")
    return paths


def _picture(tokens: Tokens, shape: str, fill: str, edge: str, mark: str) -> str:
    colours = {"fill": getattr(tokens, fill), "edge": getattr(tokens, edge), "mark": getattr(tokens, mark)}
    drawn = shape.format(**colours)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20">{drawn}</svg>'
