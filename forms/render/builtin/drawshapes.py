"""Outlines, arrow heads and pictures on the canvas; y is counted from the page's top until it is drawn."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from math import atan2, cos, pi, sin

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from forms.render.builtin.boxes import Outline, Picture, Segment, Stroke

DASHES = {
    "dash": (4, 3), "sysDash": (3, 1), "sysDot": (1, 1), "dot": (1, 3), "lgDash": (8, 3), "dashDot": (4, 3, 1, 3),
    "lgDashDot": (8, 3, 1, 3), "lgDashDotDot": (8, 3, 1, 3, 1, 3), "sysDashDot": (3, 1, 1, 1), "sysDashDotDot": (3, 1, 1, 1, 1, 1),
    "1 1": (1, 1), "3 1": (3, 1), "shortdash": (3, 1), "shortdot": (1, 1), "longdash": (8, 3), "dashdot": (4, 3, 1, 3),
}  # fmt: skip
HEAD, SPREAD = 4.0, 0.35  # length of an arrow head in line widths (at least as for 1.5 pt), half its angle
Point = tuple[float, float]


def draw_outline(canvas: Canvas, mark: Outline, height: float) -> None:
    """Fill and stroke a path on a page of that height."""
    if not mark.path or not (mark.fill or mark.stroke):
        return
    path = canvas.beginPath()
    steps: dict[str, Callable[..., object]] = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for sign, points in mark.path:
        steps[sign](*(value for x, y in _points(points) for value in (mark.x + x, height - mark.y - y)))
    canvas.saveState()
    if mark.fill:
        canvas.setFillColorRGB(*rgb(mark.fill))
    if mark.stroke:
        _dress(canvas, mark.stroke)
    canvas.drawPath(path, stroke=int(mark.stroke is not None), fill=int(bool(mark.fill)))
    if mark.stroke:
        _heads(canvas, mark, mark.stroke, height)
    canvas.restoreState()


def _points(points: tuple[float, ...]) -> list[Point]:
    return list(zip(points[::2], points[1::2], strict=True))


def _dress(canvas: Canvas, stroke: Stroke) -> None:
    canvas.setStrokeColorRGB(*rgb(stroke.color))
    canvas.setLineWidth(stroke.width)
    if stroke.dash in DASHES:
        canvas.setDash([step * max(stroke.width, 0.5) for step in DASHES[stroke.dash]])


def _heads(canvas: Canvas, mark: Outline, stroke: Stroke, height: float) -> None:
    ends = [point for sign, points in mark.path for point in _points(points)]
    if len(ends) < 2 or _is_closed(mark.path):
        return
    canvas.setDash()
    canvas.setFillColorRGB(*rgb(stroke.color))
    for kind, tip, behind in ((stroke.head, ends[0], ends[1]), (stroke.tail, ends[-1], ends[-2])):
        if kind:
            corners = _corners(kind, tip, behind, HEAD * max(stroke.width, 1.5))
            _head(canvas, kind, [(mark.x + x, height - mark.y - y) for x, y in corners])


def _corners(kind: str, tip: Point, behind: Point, length: float) -> list[Point]:
    angle = atan2(behind[1] - tip[1], behind[0] - tip[0])
    if kind in ("oval", "diamond"):
        return [(tip[0] + cos(turn) * length / 2, tip[1] + sin(turn) * length / 2) for turn in (0, pi / 2, pi, -pi / 2)]
    sides = [(tip[0] + cos(angle + turn) * length, tip[1] + sin(angle + turn) * length) for turn in (SPREAD, -SPREAD)]
    return [sides[0], tip, sides[1]]


def _head(canvas: Canvas, kind: str, corners: list[Point]) -> None:
    if kind == "oval":
        canvas.ellipse(corners[2][0], corners[3][1], corners[0][0], corners[1][1], stroke=0, fill=1)
        return
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    if kind not in ("arrow", "open"):
        path.close()
    canvas.drawPath(path, stroke=int(kind in ("arrow", "open")), fill=int(kind not in ("arrow", "open")))


def _is_closed(path: tuple[Segment, ...]) -> bool:
    return any(sign == "Z" for sign, _ in path)


def draw_picture(canvas: Canvas, mark: Picture, height: float) -> None:
    """Draw a bitmap; what is cropped is cut off before it is embedded."""
    image = ImageReader(BytesIO(mark.image))
    if any(mark.crop):
        image = ImageReader(_cropped(mark))
    canvas.drawImage(image, mark.x, height - mark.y - mark.height, mark.width, mark.height, mask="auto")


def _cropped(mark: Picture) -> Image.Image:
    picture = Image.open(BytesIO(mark.image))
    left, top, right, bottom = mark.crop
    width, height = picture.size
    box = (round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height))
    return picture.crop((box[0], box[1], max(box[2], box[0] + 1), max(box[3], box[1] + 1)))


@cache
def rgb(color: str) -> tuple[float, float, float]:
    """RRGGBB as three shares."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
