"""Reading w:drawing (DrawingML): anchors, shapes, text boxes, groups, canvases and pictures into shapes.Drawing."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from forms.render.builtin.boxes import Axis, Segment
from forms.render.builtin.drawingcolors import color_in, fill_of, stroke_of
from forms.render.builtin.ooxml import EMU, NAMESPACES, Element, attribute, child, children, local, name, number, whole
from forms.render.builtin.package import Source
from forms.render.builtin.shapes import INSETS, Body, Drawing, Placement, Shape
from forms.render.builtin.theme import Theme
from forms.render.notes import Notes

WRAPS = {"wrapNone": "none", "wrapSquare": "square", "wrapTight": "square", "wrapThrough": "square", "wrapTopAndBottom": "topAndBottom"}
TURN = 60000  # units in a degree
LOST = {"chart": "グラフ", "relIds": "SmartArt", "contentPart": "インク"}
ALIGN = {"t": "top", "ctr": "center", "b": "bottom"}
SIGNS = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "close": "Z"}


class DrawingReader:
    """Reads the drawings of one part of one document."""

    def __init__(self, source: Source, theme: Theme, notes: Notes) -> None:
        self._source, self._theme, self._notes = source, theme, notes

    def drawing(self, element: Element) -> Drawing | None:
        """A w:drawing; None for one without a box."""
        holder = next((item for item in element if local(item) in ("anchor", "inline")), None)
        extent = child(holder, "wp:extent")
        if holder is None or extent is None:
            return None
        width, height = _size(extent)
        content = holder.find("a:graphic/a:graphicData", NAMESPACES)
        parts = [shape for item in (content if content is not None else ()) for shape in self._shapes(item, width, height)]
        whole = parts[0] if len(parts) == 1 else Shape(width, height, parts=tuple(parts))
        shape = replace(whole, x=0.0, y=0.0, width=width, height=height)
        return Drawing(shape, _placement(holder) if local(holder) == "anchor" else None)

    def _shapes(self, element: Element, width: float, height: float) -> Iterator[Shape]:
        kind = local(element)
        if kind == "wsp" or kind == "cxnSp":
            yield self._shape(element, width, height)
        elif kind == "pic":
            yield self._picture(element, width, height)
        elif kind in ("wgp", "grpSp"):
            yield self._group(element, width, height)
        elif kind == "wpc":
            parts = tuple(shape for item in element for shape in self._shapes(item, width, height))
            yield Shape(width, height, parts=parts)
        elif kind in LOST:
            self._notes.missing(LOST[kind])

    def _group(self, element: Element, width: float, height: float) -> Shape:
        transform = element.find("wpg:grpSpPr/a:xfrm", NAMESPACES)
        parts = [shape for item in element for shape in self._shapes(item, width, height)]
        shape = _boxed(transform, width, height)
        inner, offset = child(transform, "a:chExt"), child(transform, "a:chOff")
        if inner is None or offset is None:
            return replace(shape, parts=tuple(parts))
        (inner_width, inner_height), (x, y) = _size(inner), _point(offset)
        sx, sy = shape.width / (inner_width or 1.0), shape.height / (inner_height or 1.0)
        return replace(shape, parts=tuple(_scaled(part, x, y, sx, sy) for part in parts))

    def _shape(self, element: Element, width: float, height: float) -> Shape:
        properties, style = child(element, "wps:spPr"), child(element, "wps:style")
        geometry = child(properties, "a:prstGeom")
        shape = _boxed(child(properties, "a:xfrm"), width, height)
        fill, stroke = fill_of(properties, style, self._theme), stroke_of(properties, style, self._theme)
        if child(properties, "a:blipFill") is not None:
            self._notes.plain("図で塗りつぶした図形")
        own = child(properties, "a:custGeom")
        return replace(
            shape,
            preset="" if geometry is None else geometry.get("prst") or "",
            adjust=dict(_adjustments(geometry)),
            outline=tuple(_custom(own, shape.width, shape.height)) if own is not None else (),
            fill=fill,
            stroke=stroke,
            body=self._body(element, style),
        )

    def _body(self, element: Element, style: Element | None) -> Body | None:
        content = element.find(f"wps:txbx/{name('txbxContent')}", NAMESPACES)
        if content is None:
            return None
        said = child(element, "wps:bodyPr")
        reference = child(style, "a:fontRef")
        insets = (_emu(said, side, default) for side, default in zip(("tIns", "lIns", "bIns", "rIns"), INSETS, strict=True))
        top, left, bottom, right = insets
        return Body(
            content=content,
            insets=(top, left, bottom, right),
            align=ALIGN.get((said.get("anchor") if said is not None else None) or "t", "top"),
            direction=(said.get("vert") if said is not None else None) or "horz",
            grows=child(said, "a:spAutoFit") is not None,
            one_line=said is not None and said.get("wrap") == "none",
            color=color_in(reference, self._theme),
        )

    def _picture(self, element: Element, width: float, height: float) -> Shape:
        properties = child(element, "pic:spPr")
        blip = element.find("pic:blipFill/a:blip", NAMESPACES)
        image = self._source.images.get(attribute(blip, "r:embed") or "", b"")
        if not image:
            self._notes.missing("中身がファイルにない図")
        cut = element.find("pic:blipFill/a:srcRect", NAMESPACES)
        crop = tuple(whole(cut.get(side)) / 100000 if cut is not None else 0.0 for side in ("l", "t", "r", "b"))
        left, top, right, bottom = crop
        shape = _boxed(child(properties, "a:xfrm"), width, height)
        stroke = stroke_of(properties, None, self._theme)
        return replace(shape, preset="rect" if stroke else "", image=image, crop=(left, top, right, bottom), stroke=stroke)


def _size(element: Element) -> tuple[float, float]:
    return whole(element.get("cx")) / EMU, whole(element.get("cy")) / EMU


def _point(element: Element) -> tuple[float, float]:
    return whole(element.get("x")) / EMU, whole(element.get("y")) / EMU


def _emu(element: Element | None, which: str, default: float) -> float:
    text = None if element is None else element.get(which)
    return whole(text, int(default * EMU)) / EMU


def _boxed(transform: Element | None, width: float, height: float) -> Shape:
    """A shape with the box and the turns of its a:xfrm."""
    extent, offset = child(transform, "a:ext"), child(transform, "a:off")
    if transform is None or extent is None:
        return Shape(width, height)
    x, y = _point(offset) if offset is not None else (0.0, 0.0)
    width, height = _size(extent)
    return Shape(
        width, height, x, y,
        turn=whole(transform.get("rot")) / TURN,
        flip_across=transform.get("flipH") in ("1", "true"),
        flip_down=transform.get("flipV") in ("1", "true"),
    )  # fmt: skip


def _scaled(shape: Shape, x: float, y: float, sx: float, sy: float) -> Shape:
    """A part of a group in the group's own measure."""
    parts = tuple(_scaled(part, 0.0, 0.0, sx, sy) for part in shape.parts)
    width, height = shape.width * sx, shape.height * sy
    return replace(shape, x=(shape.x - x) * sx, y=(shape.y - y) * sy, width=width, height=height, parts=parts)


def _adjustments(geometry: Element | None) -> Iterator[tuple[str, float]]:
    for guide in children(child(geometry, "a:avLst"), "a:gd"):
        formula = (guide.get("fmla") or "").split()
        if len(formula) == 2 and formula[0] == "val":
            yield guide.get("name") or "", number(formula[1])


def _custom(geometry: Element, width: float, height: float) -> Iterator[Segment]:
    """The paths of a:custGeom; points that are formulas count as 0."""
    for path in geometry.iterfind("a:pathLst/a:path", NAMESPACES):
        sx = width / number(path.get("w")) if number(path.get("w")) else 1 / EMU
        sy = height / number(path.get("h")) if number(path.get("h")) else 1 / EMU
        for step in path:
            sign = SIGNS.get(local(step))
            points = [(number(p.get("x")) * sx, number(p.get("y")) * sy) for p in step.iterfind("a:pt", NAMESPACES)]
            if sign is not None and len(points) == {"C": 3, "Z": 0}.get(sign, 1):
                yield sign, tuple(value for point in points for value in point)


def _placement(anchor: Element) -> Placement:
    wrap = next((item for item in anchor if local(item) in WRAPS), None)
    behind = anchor.get("behindDoc") in ("1", "true")
    height = anchor.get("relativeHeight") or ""
    order = int(height) + 1 if height.isascii() and height.isdigit() else 1
    sides: Mapping[str, float] = {side: _emu(anchor, f"dist{side}", 0.0) for side in "TLBR"}
    return Placement(
        across=_axis(anchor, "wp:positionH", "column"),
        down=_axis(anchor, "wp:positionV", "paragraph"),
        wrap=WRAPS[local(wrap)] if wrap is not None else "none",
        side=(wrap.get("wrapText") if wrap is not None else None) or "bothSides",
        gaps=(sides["T"], sides["L"], sides["B"], sides["R"]),
        layer=order - 2**32 if behind else order,
        in_cell=anchor.get("layoutInCell") not in ("0", "false"),
    )


def _axis(anchor: Element, which: str, default: str) -> Axis:
    if anchor.get("simplePos") in ("1", "true"):
        point = child(anchor, "wp:simplePos")
        x, y = _point(point) if point is not None else (0.0, 0.0)
        return Axis("page", x if which == "wp:positionH" else y)
    said = child(anchor, which)
    if said is None:
        return Axis(default)
    offset, align = child(said, "wp:posOffset"), child(said, "wp:align")
    return Axis(
        said.get("relativeFrom") or default,
        number(offset.text) / EMU if offset is not None else 0.0,
        (align.text or "").strip() if align is not None else "",
    )
