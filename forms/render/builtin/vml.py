"""Reading w:pict and w:object (VML, what Word wrote before 2010): shapes, text boxes, groups and pictures into shapes.Drawing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from forms.render.builtin.boxes import Axis, Stroke
from forms.render.builtin.ooxml import MEASURE, Element, attribute, child, local, name, number, whole
from forms.render.builtin.package import Source
from forms.render.builtin.shapes import INSETS, Body, Drawing, Placement, Shape
from forms.render.notes import Notes

UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
SPT = {  # Word's numbers of shape types
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 5: "triangle", 6: "rtTriangle", 7: "parallelogram", 8: "trapezoid",
    9: "hexagon", 10: "octagon", 11: "plus", 12: "star5", 13: "rightArrow", 15: "homePlate", 20: "line", 32: "straightConnector1",
    33: "bentConnector2", 34: "bentConnector3", 38: "curvedConnector3", 55: "chevron", 56: "pentagon", 61: "wedgeRectCallout",
    62: "wedgeRoundRectCallout", 66: "leftArrow", 67: "downArrow", 68: "upArrow", 69: "leftRightArrow", 70: "upDownArrow",
    75: "", 85: "leftBracket", 86: "rightBracket", 87: "leftBrace", 88: "rightBrace", 109: "flowChartProcess",
    110: "flowChartDecision", 116: "flowChartTerminator", 120: "flowChartConnector", 176: "flowChartAlternateProcess",
    185: "bracketPair", 186: "bracePair", 202: "rect",
}  # fmt: skip
TAGS = {"rect": "rect", "roundrect": "roundRect", "oval": "ellipse", "line": "line", "image": ""}
KINDS = (*TAGS, "shape", "group", "polyline", "arc", "curve")
HALF_SCALE = {"roundRect", "bracketPair", "leftBracket", "rightBracket", "bracePair", "leftBrace", "rightBrace"}
COLORS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF", "green": "008000", "yellow": "FFFF00", "gray": "808080",
    "silver": "C0C0C0", "navy": "000080", "maroon": "800000", "window": "FFFFFF", "windowtext": "000000",
}  # fmt: skip
WRAPS = {"square": "square", "tight": "square", "through": "square", "topAndBottom": "topAndBottom"}
Style = Mapping[str, str]


class VmlReader:
    """Reads the VML of one part of one document."""

    def __init__(self, source: Source, notes: Notes) -> None:
        self._source, self._notes = source, notes

    def drawings(self, holder: Element) -> Iterator[Drawing]:
        """What a w:pict or w:object shows."""
        for item in holder:
            if local(item) in KINDS:
                style = _style(item)
                shape = self._shape(item, style, 1.0, 1.0)
                if style.get("visibility") != "hidden":
                    inline = style.get("position") not in ("absolute", "relative")
                    yield Drawing(replace(shape, x=0.0, y=0.0), None if inline else _placement(item, style))
        if next(holder.iter(name("v:textpath")), None) is not None:
            self._notes.missing("ワードアート")

    def _shape(self, element: Element, style: Style, sx: float, sy: float) -> Shape:
        """A shape; sx and sy are points for a unit of the group that it stands in."""
        kind = local(element)
        box = _line_box(element, sx, sy) if kind == "line" else _box(style, sx, sy)
        if kind == "group":
            return self._group(element, box)
        preset = TAGS.get(kind, "rect") if kind != "shape" else self._preset(element)
        filled = element.get("filled") not in ("f", "false", "0") and preset not in ("", "line", "straightConnector1")
        return replace(
            box,
            preset=preset,
            adjust=dict(_adjustments(element, preset)),
            fill=_fill(element) if filled else "",
            stroke=self._stroke(element) if preset else None,
            image=self._image(element),
            body=_body(element, style),
        )

    def _group(self, element: Element, box: Shape) -> Shape:
        width, height = _pair(element.get("coordsize"), 1000.0)
        x, y = _pair(element.get("coordorigin"), 0.0)
        sx, sy = box.width / (width or 1.0), box.height / (height or 1.0)
        parts = (self._shape(item, _style(item), sx, sy) for item in element if local(item) in KINDS)
        return replace(box, parts=tuple(replace(part, x=part.x - x * sx, y=part.y - y * sy) for part in parts))

    def _preset(self, element: Element) -> str:
        kind = re.fullmatch(r"#_x0000_t(\d+)", element.get("type") or "")
        kind_number = element.get(name("o:spt")) or (kind[1] if kind else "")
        if element.get("path") and not kind_number:
            self._notes.plain("自由な形の図形")
        return SPT.get(whole(kind_number), "rect") if kind_number else "rect"

    def _image(self, element: Element) -> bytes:
        data = child(element, "v:imagedata")
        if data is None:
            return b""
        image = self._source.images.get(attribute(data, "r:id", "r:pict") or "", b"")
        if not image:
            self._notes.missing("中身がファイルにない図")
        return image

    def _stroke(self, element: Element) -> Stroke | None:
        said = child(element, "v:stroke")
        off = ("f", "false", "0")
        if element.get("stroked") in off or (said is not None and said.get("on") in off):
            return None
        ends = ("" if said is None else said.get(f"{side}arrow") or "" for side in ("start", "end"))
        head, tail = ("" if end == "none" else end for end in ends)
        weight = element.get("strokeweight") or (said.get("weight") if said is not None else None)
        color = element.get("strokecolor") or (said.get("color") if said is not None else None)
        dash = (said.get("dashstyle") if said is not None else None) or "solid"
        return Stroke(_length(weight, 1.0, 0.75), _color(color) or "000000", dash, head, tail)


def _style(element: Element) -> Style:
    pairs = (part.partition(":") for part in (element.get("style") or "").split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def _length(text: str | None, unit: float = 1.0, default: float = 0.0) -> float:
    """A length in points; a bare number counts in `unit`."""
    found = re.fullmatch(r"(-?[\d.]+)(\w*)", text or "")
    if not found:
        return default
    value = number(found[1], MEASURE)
    return default if value == MEASURE else value * UNITS.get(found[2], unit)


def _pair(text: str | None, default: float) -> tuple[float, float]:
    first, _, second = (text or "").partition(",")
    return _length(first, default=default), _length(second, default=default)


def _box(style: Style, sx: float, sy: float) -> Shape:
    flip = style.get("flip", "")
    turn = style.get("rotation", "0")
    angle = number(turn.removesuffix("fd")) / 65536 if turn.endswith("fd") else _length(turn)
    return Shape(
        width=_length(style.get("width"), sx),
        height=_length(style.get("height"), sy),
        x=_length(style.get("left"), sx) if "left" in style else _length(style.get("margin-left"), sx),
        y=_length(style.get("top"), sy) if "top" in style else _length(style.get("margin-top"), sy),
        turn=angle,
        flip_across="x" in flip,
        flip_down="y" in flip,
    )


def _line_box(element: Element, sx: float, sy: float) -> Shape:
    starts, ends = ((element.get(end) or "0,0").split(",") for end in ("from", "to"))
    (x0, x1), (y0, y1) = (
        [_length(point[axis] if axis < len(point) else "0", unit) for point in (starts, ends)] for axis, unit in ((0, sx), (1, sy))
    )
    return Shape(abs(x1 - x0), abs(y1 - y0), min(x0, x1), min(y0, y1), flip_across=x1 < x0, flip_down=y1 < y0)


def _adjustments(element: Element, preset: str) -> Iterator[tuple[str, float]]:
    """VML counts in 21600ths (roundrect's arcsize in shares of 1 or 65536ths)."""
    arc = element.get("arcsize")
    if arc:
        yield "adj", (number(arc.removesuffix("f")) / 65536 if arc.endswith("f") else number(arc)) * 100000
    first = (element.get("adj") or "").partition(",")[0]
    if first and preset in HALF_SCALE:
        for which in ("adj", "adj1"):
            yield which, _length(first) / 21600 * 100000


def _color(text: str | None) -> str:
    """`#RGB`, `#RRGGBB`, a name, each perhaps followed by a theme index."""
    word = (text or "").split(" ")[0].lower()
    if re.fullmatch(r"#[0-9a-f]{6}", word):
        return word[1:].upper()
    if re.fullmatch(r"#[0-9a-f]{3}", word):
        return "".join(sign * 2 for sign in word[1:]).upper()
    return COLORS.get(word, "")


def _fill(element: Element) -> str:
    said = child(element, "v:fill")
    if said is not None and (said.get("on") in ("f", "false", "0") or said.get("opacity") in ("0", "0f")):
        return ""
    return _color(element.get("fillcolor") or (said.get("color") if said is not None else None)) or "FFFFFF"


def _body(element: Element, style: Style) -> Body | None:
    box = child(element, "v:textbox")
    content = child(box, "txbxContent")
    if box is None or content is None:
        return None
    inner = _style(box)
    said = [part.strip() for part in (box.get("inset") or "").split(",")]
    left, top, right, bottom = (
        _length(said[at] if at < len(said) else None, default=default) for at, default in enumerate((7.2, 3.6, 7.2, 3.6))
    )
    upright = inner.get("layout-flow", "").startswith("vertical")
    return Body(
        content=content,
        insets=(top, left, bottom, right) if said != [""] else INSETS,
        align={"middle": "center", "bottom": "bottom"}.get(style.get("v-text-anchor", "").split("-")[0], "top"),
        direction=_direction(inner) if upright else "horz",
        grows=inner.get("mso-fit-shape-to-text") in ("t", "true"),
        one_line=style.get("mso-wrap-style") == "none",
    )


def _direction(inner: Style) -> str:
    if inner.get("mso-layout-flow-alt") == "bottom-to-top":
        return "vert270"
    return "eaVert" if inner.get("layout-flow") == "vertical-ideographic" else "vert"


def _placement(element: Element, style: Style) -> Placement:
    wrap = child(element, "w10:wrap")
    kind = (wrap.get("type") if wrap is not None else None) or ""
    order = int(_length(style.get("z-index")))
    gaps = (_length(style.get(f"mso-wrap-distance-{side}"), default=default) for side, default in GAPS)
    top, left, bottom, right = gaps
    box = _line_box(element, 1.0, 1.0) if local(element) == "line" else _box(style, 1.0, 1.0)
    return Placement(
        across=_axis(style, "horizontal", "column", box.x),
        down=_axis(style, "vertical", "paragraph", box.y),
        wrap=WRAPS.get(kind, "none"),
        side=(wrap.get("side") if wrap is not None else None) or "bothSides",
        gaps=(top, left, bottom, right),
        layer=order if order else 1,
        in_cell=element.get(name("o:allowincell")) not in ("f", "false"),
    )


GAPS = (("top", 0.0), ("left", 9.0), ("bottom", 0.0), ("right", 9.0))
BASES = {"text": "", "char": "character", "line": "line"}


def _axis(style: Style, which: str, default: str, offset: float) -> Axis:
    base = style.get(f"mso-position-{which}-relative", "text").replace("-area", "")
    align = style.get(f"mso-position-{which}", "")
    named = re.sub("-(.)", lambda found: found[1].upper(), base)  # left-margin: leftMargin
    return Axis(BASES.get(named, named) or default, offset, "" if align in ("", "absolute") else align)
