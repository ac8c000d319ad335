"""Colours and lines of DrawingML: a:solidFill and its kin, with the theme and its modifiers."""

import colorsys

from forms.render.builtin.boxes import Stroke
from forms.render.builtin.colors import color_of
from forms.render.builtin.ooxml import EMU, Element, child, local, name, whole
from forms.render.builtin.theme import Theme

NAMED = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF", "green": "008000", "yellow": "FFFF00", "gray": "808080"}
ARROWLESS = (None, "", "none")


def color_in(holder: Element | None, theme: Theme) -> str:
    """The colour that an element holds (a:srgbClr, a:schemeClr …) as RRGGBB; empty without one."""
    for item in holder if holder is not None else ():
        kind, value = local(item), item.get("val") or ""
        if kind == "srgbClr":
            return _modified(color_of(value) or "000000", item)
        if kind == "schemeClr":
            return _modified(theme.color(value), item)
        if kind == "sysClr":
            return _modified(color_of(item.get("lastClr")) or "000000", item)
        if kind == "prstClr":
            return _modified(NAMED.get(value, "000000"), item)
    return ""


def _modified(color: str, element: Element) -> str:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    for item in element:
        share = whole(item.get("val")) / 100000
        match local(item):
            case "lumMod" | "shade":
                light *= share
            case "lumOff":
                light += share
            case "tint":
                light = 1 - (1 - light) * share
            case "satMod":
                full *= share
    rgb = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), min(max(full, 0.0), 1.0))
    return "".join(f"{round(part * 255):02X}" for part in rgb)


def fill_of(properties: Element | None, style: Element | None, theme: Theme) -> str:
    """The colour that a shape is filled with; the first colour of a gradient stands for it."""
    for item in properties if properties is not None else ():
        match local(item):
            case "noFill":
                return ""
            case "solidFill":
                return color_in(item, theme)
            case "gradFill":
                return color_in(item.find(f".//{name('a:gs')}"), theme)
            case "pattFill":
                return color_in(child(item, "a:bgClr"), theme)
    reference = child(style, "a:fillRef")
    return color_in(reference, theme) if reference is not None and reference.get("idx") != "0" else ""


def stroke_of(properties: Element | None, style: Element | None, theme: Theme) -> Stroke | None:
    """The line around a shape."""
    line, reference = child(properties, "a:ln"), child(style, "a:lnRef")
    index = max(whole(reference.get("idx")), 0) if reference is not None else 0
    if (line is None and not index) or (line is not None and child(line, "a:noFill") is not None):
        return None
    own = color_in(child(line, "a:solidFill"), theme)
    if not own and not index:
        return None
    width = theme.lines[min(index, len(theme.lines)) - 1] if index else 0.75
    if line is not None and line.get("w") is not None:
        width = whole(line.get("w")) / EMU
    dash = child(line, "a:prstDash")
    return Stroke(
        width=max(width, 0.1),
        color=own or color_in(reference, theme) or "000000",
        dash=(dash.get("val") if dash is not None else None) or "solid",
        head=_arrow(child(line, "a:headEnd")),
        tail=_arrow(child(line, "a:tailEnd")),
    )


def _arrow(end: Element | None) -> str:
    kind = None if end is None else end.get("type")
    return "" if kind in ARROWLESS else kind or ""
