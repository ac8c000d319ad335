"""Notes that a file leaves to the viewer to draw: highlights, lines, shapes, ink; drawn here in their place on the page.

Shapes as in ISO 32000-1, 12.5.6; a highlight is laid on as ink is (Multiply), so that the text below stays legible.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from forms.attachments.fields import entries, figures
from forms.attachments.names import spelt
from forms.pdf.contentstream import numbers

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]  # head left, head right, foot left, foot right
OPERATORS = {1: b"g", 3: b"rg", 4: b"k"}
ROUND = 0.5523  # how far a circle's control points lie from its ends, of its radius
THIN, WAVE = 1.0, 2.0  # points
YELLOW = (1.0, 0.9, 0.3)
ARROWS = frozenset(("/OpenArrow", "/ClosedArrow"))
ARROW = 4.5  # of the line's width
ICON = 18.0  # points


def sketched(source: Pdf, note: Object) -> Object | None:
    """The note as a form in the page's own coordinates; None where there is nothing to draw, or nothing that we know."""
    draw = SHAPES.get(spelt(note.get("/Subtype")))
    drawing = draw(note) if draw else b""
    if not drawing:
        return None
    form = Stream(source, b"/N gs " + drawing)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array(list(_reach(note)))
    opaque = _figure(note.get("/CA"), 1.0)
    blend = Name.Multiply if note.get("/Subtype") == Name.Highlight else Name.Normal
    form.Resources = Dictionary(ExtGState=Dictionary(N=Dictionary(CA=opaque, ca=opaque, BM=blend)))
    return form


def box_of(note: Object) -> tuple[float, float, float, float]:
    """A note's /Rect, its corners in order; nothing at the origin where it has none."""
    edges = figures(note.get("/Rect"))
    if len(edges) != 4:
        return 0.0, 0.0, 0.0, 0.0
    return min(edges[0], edges[2]), min(edges[1], edges[3]), max(edges[0], edges[2]), max(edges[1], edges[3])


def _reach(note: Object) -> tuple[float, float, float, float]:
    """A box around all that is drawn."""
    left, bottom, right, top = box_of(note)
    points = [point for shape in (*_strokes(note), *(list(quad) for quad in _quads(note))) for point in shape]
    xs, ys = [left, right, *(x for x, _ in points)], [bottom, top, *(y for _, y in points)]
    spare = ICON if note.get("/Subtype") == Name.Text else _width(note) * ARROW + WAVE
    return min(xs) - spare, min(ys) - spare, max(xs) + spare, max(ys) + spare


def _points(value: Object | None) -> list[Point]:
    found = figures(value)
    return list(zip(found[::2], found[1::2], strict=False))


def _quads(note: Object) -> list[Quad]:
    """The quadrilaterals of marked text; the note's box where there are none."""
    points = _points(note.get("/QuadPoints"))
    left, bottom, right, top = box_of(note)
    whole: Quad = ((left, top), (right, top), (left, bottom), (right, bottom))
    quads = [(a, b, c, d) for a, b, c, d in zip(*[iter(points)] * 4, strict=False)]
    return quads or [whole]


def _strokes(note: Object) -> list[list[Point]]:
    """The lines that a line, a polygon or ink consists of."""
    inked = [_points(stroke) for stroke in entries(note.get("/InkList"))]
    return [stroke for stroke in (*inked, _points(note.get("/L")), _points(note.get("/Vertices"))) if len(stroke) > 1]


def _colour(note: Object, key: str, usual: tuple[float, ...] = (), *, stroke: bool = False) -> bytes:
    parts = figures(note.get(key)) or list(usual)
    operator = OPERATORS.get(len(parts), b"")
    return numbers(tuple(parts)) + b" " + (operator.upper() if stroke else operator) + b" " if operator else b""


def _width(note: Object) -> float:
    style, border = note.get("/BS"), entries(note.get("/Border"))
    said = style.get("/W") if isinstance(style, Dictionary) and "/W" in style else border[2] if len(border) > 2 else None
    return _figure(said, THIN)


def _figure(value: object, usual: float) -> float:
    return float(value) if isinstance(value, int | float | Decimal) else usual


def _pen(note: Object) -> bytes:
    """Colour, width and dashes of a note's lines."""
    style = note.get("/BS")
    dashes = figures(style.get("/D")) or [3.0] if isinstance(style, Dictionary) and style.get("/S") == Name.D else []
    dashed = b"[" + numbers(tuple(dashes)) + b"] 0 d " if dashes and any(dashes) else b""
    return _colour(note, "/C", (0.0,), stroke=True) + numbers((_width(note),)) + b" w 1 J 1 j " + dashed


def _path(points: Sequence[Point]) -> bytes:
    head, *rest = points
    return numbers(head) + b" m " + b"".join(numbers(point) + b" l " for point in rest)


def _highlight(note: Object) -> bytes:
    quads = (_path((a, b, d, c)) + b"h f " for a, b, c, d in _quads(note))
    return _colour(note, "/C", YELLOW) + b"".join(quads)


def _below(quad: Quad, share: float) -> tuple[Point, Point]:
    """A line along marked text, so far (0 to 1) from its foot to its head."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    return (cx + (ax - cx) * share, cy + (ay - cy) * share), (dx + (bx - dx) * share, dy + (by - dy) * share)


def _along(share: float) -> Callable[[Object], bytes]:
    def draw(note: Object) -> bytes:
        return _pen(note) + b"".join(_path(_below(quad, share)) + b"S " for quad in _quads(note))

    return draw


def _squiggly(note: Object) -> bytes:
    waves = []
    for quad in _quads(note):
        (x, y), (end, _) = _below(quad, 0.05)
        steps = max(int((end - x) / WAVE), 1)
        waves.append(_path([(x + step * WAVE, y + WAVE * (step % 2)) for step in range(min(steps, 2_000) + 1)]) + b"S ")
    return _pen(note) + b"".join(waves)


def _closed(note: Object) -> bytes:
    """How a shape is painted: filled where it has an inner colour, ruled where its line has a width."""
    filled, ruled = bool(_colour(note, "/IC")), _width(note) > 0
    return {(True, True): b"B ", (True, False): b"f ", (False, True): b"S "}.get((filled, ruled), b"n ")


def _inside(note: Object) -> tuple[float, float, float, float]:
    left, bottom, right, top = box_of(note)
    half = _width(note) / 2
    return left + half, bottom + half, right - half, top - half


def _square(note: Object) -> bytes:
    left, bottom, right, top = _inside(note)
    shape = numbers((left, bottom, right - left, top - bottom)) + b" re "
    return _pen(note) + _colour(note, "/IC") + shape + _closed(note)


def _circle(note: Object) -> bytes:
    left, bottom, right, top = _inside(note)
    x, y, across, up = (left + right) / 2, (bottom + top) / 2, (right - left) / 2, (top - bottom) / 2
    ends = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    arcs = [numbers((x + across, y)) + b" m "]
    for (a, b), (c, d) in zip(ends, ends[1:], strict=False):
        bent = ((a + c * ROUND, b + d * ROUND), (c + a * ROUND, d + b * ROUND), (c, d))
        arcs.append(numbers(tuple(part for dx, dy in bent for part in (x + dx * across, y + dy * up))) + b" c ")
    return _pen(note) + _colour(note, "/IC") + b"".join(arcs) + b"h " + _closed(note)


def _lines(note: Object) -> bytes:
    strokes = _strokes(note)
    return _pen(note) + b"".join(_path(stroke) + b"S " for stroke in strokes) + b"".join(_arrows(note)) if strokes else b""


def _arrows(note: Object) -> Iterator[bytes]:
    """The arrow heads at a line's ends."""
    points, ends = _points(note.get("/L")), entries(note.get("/LE"))
    if len(points) < 2:
        return
    for at, (tip, other) in enumerate(((points[0], points[-1]), (points[-1], points[0]))):
        if len(ends) > at and spelt(ends[at]) in ARROWS:
            away = complex(*other) - complex(*tip)
            back = away / abs(away) * _width(note) * ARROW if away else 0j
            wings = [complex(*tip) + back * complex(0.87, side) for side in (0.5, -0.5)]
            yield _path([(wings[0].real, wings[0].imag), tip, (wings[1].real, wings[1].imag)]) + b"S "


def _polygon(note: Object) -> bytes:
    shapes = b"".join(_path(stroke) + b"h " + _closed(note) for stroke in _strokes(note))
    return _pen(note) + _colour(note, "/IC") + shapes if shapes else b""


def _caret(note: Object) -> bytes:
    left, bottom, right, top = box_of(note)
    return _pen(note) + _path([(left, bottom), ((left + right) / 2, top), (right, bottom)]) + b"S "


def _sticker(note: Object) -> bytes:
    """A sticky note: a sheet with three lines in the upper left corner of its box."""
    left, _, _, top = box_of(note)
    rules = b"".join(_path([(left + 4, top - down), (left + ICON - 4, top - down)]) + b"S " for down in (5, 9, 13))
    sheet = numbers((left + 0.5, top - ICON + 0.5, ICON - 1, ICON - 1)) + b" re B "
    return b"0.4 G 1 w " + _colour(note, "/C", YELLOW) + sheet + rules


SHAPES: dict[str, Callable[[Object], bytes]] = {
    "/Highlight": _highlight,
    "/Underline": _along(0.05),
    "/StrikeOut": _along(0.45),
    "/Squiggly": _squiggly,
    "/Square": _square,
    "/Circle": _circle,
    "/Line": _lines,
    "/PolyLine": _lines,
    "/Ink": _lines,
    "/Polygon": _polygon,
    "/Caret": _caret,
    "/Text": _sticker,
}
