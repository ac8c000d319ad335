"""Line drawings: the figures of the two patents and the views of the design.

Decision: drawn as vectors with the same pen throughout; reference numerals stand beside their lead lines.
"""

from collections.abc import Callable
from math import cos, pi, sin
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, String
from reportlab.lib import colors
from reportlab.platypus import Flowable, PageBreak

from tests.samples.facts import Sample
from tests.samples.kit import Ink, para, register_fonts

FONT = "mincho"
WIDTH, HEIGHT = 470.0, 290.0


def _pen(drawing: Drawing, *points: tuple[float, float], width: float = 0.9) -> None:
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        drawing.add(Line(x1, y1, x2, y2, strokeWidth=width))


def frame(corner: tuple[float, float], size: tuple[float, float], width: float = 0.9) -> Rect:
    """A white rectangle with a black edge."""
    rect = Rect(*corner, *size)
    rect.fillColor, rect.strokeColor, rect.strokeWidth = colors.white, colors.black, width
    return rect


def _box(drawing: Drawing, x: float, y: float, size: tuple[float, float], label: str = "") -> None:
    drawing.add(frame((x, y), size))
    if label:
        lines = label.split("\n")
        for index, line in enumerate(lines):
            drop = (index - (len(lines) - 1) / 2) * 12
            drawing.add(
                String(x + size[0] / 2, y + size[1] / 2 - 3.5 - drop, line, fontName=FONT, fontSize=9, textAnchor="middle")
            )


def _mark(drawing: Drawing, at: tuple[float, float], to: tuple[float, float], text: str) -> None:
    """A reference numeral at the end of its lead line."""
    drawing.add(Line(*at, *to, strokeWidth=0.5))
    anchor: Literal["start", "end"] = "start" if to[0] >= at[0] else "end"
    shift = 3 if anchor == "start" else -3
    drawing.add(String(to[0] + shift, to[1] - 3, text, fontName=FONT, fontSize=10, textAnchor=anchor))


def _hatch(drawing: Drawing, corner: tuple[float, float], size: tuple[float, float]) -> None:
    x, y, (width, height) = *corner, size
    for step in range(0, int(width), 7):
        _pen(drawing, (x + step, y), (x + min(step + height, width), y + min(height, width - step)), width=0.35)


def centering_side(drawing: Drawing) -> None:
    """Fig. 1 of the centring device: spindle, body, probe, work piece, turntable with its sphere."""
    _box(drawing, 30, 20, (410, 22))
    _hatch(drawing, (30, 20), (410, 22))
    _box(drawing, 70, 42, (320, 26))
    _box(drawing, 110, 68, (120, 46))
    _box(drawing, 150, 68, (40, 46))
    _box(drawing, 318, 68, (44, 10))
    _pen(drawing, (340, 78), (340, 98), width=2)
    drawing.add(Circle(340, 106, 9, fillColor=colors.white, strokeColor=colors.black))
    _box(drawing, 140, 190, (60, 44))
    _box(drawing, 152, 234, (36, 46))
    _pen(drawing, (170, 190), (170, 120), width=2.2)
    drawing.add(Circle(170, 112, 5, fillColor=colors.black))
    _box(drawing, 330, 200, (100, 60), "演算部")
    _pen(drawing, (200, 212), (330, 230))
    for at, to, text in (
        ((188, 262), (232, 272), "10　主軸"),
        ((140, 212), (92, 226), "20　本体"),
        ((170, 150), (216, 160), "22　触針"),
        ((175, 112), (236, 128), "24　接触球"),
        ((120, 92), (66, 108), "W　加工物"),
        ((90, 55), (56, 82), "30　回転台"),
        ((349, 106), (386, 122), "40　基準球"),
        ((400, 262), (424, 276), "50"),
    ):
        _mark(drawing, at, to, text)


def centering_flow(drawing: Drawing) -> None:
    """Fig. 2: the steps of the method, from top to bottom."""
    steps = (
        "S1　基準球40に触れ、位置P1を得る",
        "S2　加工物Wの内周の三点に触れる",
        "S3　中心の仮の位置Cを求める",
        "S4　基準球40に再び触れ、位置P2を得る",
        "S5　P1とP2の差から熱変位を補間する",
        "S6　補正した中心を工作機械へ書き込む",
    )
    for index, step in enumerate(steps):
        y = 250 - index * 46
        _box(drawing, 110, y, (250, 28), step)
        if index < len(steps) - 1:
            _pen(drawing, (235, y), (235, y - 18))
            drawing.add(Polygon([231, y - 12, 239, y - 12, 235, y - 18], fillColor=colors.black))


def centering_graph(drawing: Drawing) -> None:
    """Fig. 3: how the spindle moves with time and what the correction leaves."""
    _pen(drawing, (60, 250), (60, 40), (430, 40))
    curve = [(60 + x, 40 + 150 * (1 - 2.718 ** (-x / 110))) for x in range(0, 361, 12)]
    _pen(drawing, *curve, width=1.3)
    _pen(drawing, *[(60 + x, 52 + 4 * sin(x / 17)) for x in range(0, 361, 8)])
    for index, label in enumerate(("0", "2", "4", "6", "8")):
        drawing.add(String(60 + index * 88, 26, label, fontName=FONT, fontSize=9, textAnchor="middle"))
    drawing.add(String(245, 10, "運転時間（時間）", fontName=FONT, fontSize=9, textAnchor="middle"))
    drawing.add(String(40, 258, "変位（μm）", fontName=FONT, fontSize=9))
    _mark(drawing, (300, 174), (340, 208), "補正なし")
    _mark(drawing, (360, 54), (390, 86), "実施例")


def centering_probe(drawing: Drawing) -> None:
    """Fig. 4: the three touches seen along the spindle."""
    drawing.add(Circle(230, 145, 110, fillColor=None, strokeColor=colors.black))
    drawing.add(Circle(230, 145, 128, fillColor=None, strokeColor=colors.black, strokeDashArray=[4, 3]))
    for index, name in enumerate(("T1", "T2", "T3")):
        angle = pi / 2 + index * 2 * pi / 3
        x, y = 230 + 100 * cos(angle), 145 + 100 * sin(angle)
        drawing.add(Circle(x, y, 9, fillColor=colors.white, strokeColor=colors.black))
        _pen(drawing, (230, 145), (x, y), width=0.5)
        _mark(drawing, (x, y), (x + 20, y + 38) if index == 0 else (x + (55 if cos(angle) > 0 else -55), y + 16), name)
    _mark(drawing, (230, 145), (290, 158), "C")
    _mark(drawing, (319, 236), (372, 262), "W")


def wood_plant(drawing: Drawing) -> None:
    """Fig. 1 of the moulding material: the line from bark to pellet."""
    stages = ("樹皮\n投入部 1", "水蒸気\n開繊槽 2", "脱水部 3", "混練\n押出機 4", "造粒部 5")
    for index, stage in enumerate(stages):
        x = 12 + index * 92
        _box(drawing, x, 150, (72, 52), stage)
        if index < len(stages) - 1:
            _pen(drawing, (x + 72, 176), (x + 92, 176))
            drawing.add(Polygon([x + 86, 179, x + 86, 173, x + 92, 176], fillColor=colors.black))
    _box(drawing, 104, 236, (72, 36), "ボイラ 6")
    _pen(drawing, (140, 236), (140, 202))
    _box(drawing, 288, 236, (72, 36), "樹脂計量 7")
    _pen(drawing, (324, 236), (324, 202))
    _box(drawing, 150, 66, (164, 40), "タンニン残存率の測定部 8")
    _pen(drawing, (232, 150), (232, 106))
    _pen(drawing, (150, 86), (120, 86), (120, 150))
    _pen(drawing, (314, 86), (340, 86), (340, 150))
    _mark(drawing, (120, 120), (84, 108), "A　圧力の制御")
    _mark(drawing, (340, 120), (366, 106), "B　配合の制御")


def wood_graph(drawing: Drawing) -> None:
    """Fig. 2: bending strength over the tannin left in the fibre."""
    _pen(drawing, (60, 250), (60, 40), (430, 40))
    points = [(0.5, 38), (1, 43), (2, 52), (3, 58), (4, 61), (6, 62), (8, 60), (10, 54), (12, 47)]
    places = [(60 + x * 28, 40 + (y - 30) * 6) for x, y in points]
    _pen(drawing, *places, width=1.1)
    for place in places:
        drawing.add(Circle(*place, 3, fillColor=colors.black))
    for value in range(0, 13, 2):
        drawing.add(String(60 + value * 28, 26, str(value), fontName=FONT, fontSize=9, textAnchor="middle"))
    for value in range(30, 66, 10):
        drawing.add(String(54, 37 + (value - 30) * 6, str(value), fontName=FONT, fontSize=9, textAnchor="end"))
    drawing.add(String(245, 10, "タンニンの残存率（質量％）", fontName=FONT, fontSize=9, textAnchor="middle"))
    drawing.add(String(30, 260, "曲げ強さ（MPa）", fontName=FONT, fontSize=9))


def wood_section(drawing: Drawing) -> None:
    """Fig. 3: fibre, tannin layer and resin in section."""
    _box(drawing, 60, 40, (350, 210))
    for row in range(4):
        for column in range(5):
            x, y = 100 + column * 66 + (row % 2) * 24, 74 + row * 46
            drawing.add(Circle(x, y, 19, fillColor=colors.white, strokeColor=colors.black))
            drawing.add(Circle(x, y, 13, fillColor=colors.white, strokeColor=colors.black, strokeDashArray=[2, 2]))
    _mark(drawing, (232, 74), (300, 18), "11　繊維")
    _mark(drawing, (117, 82), (150, 18), "12　タンニンの層")
    _mark(drawing, (80, 232), (120, 266), "13　樹脂")


FIGURES: dict[str, tuple[Callable[[Drawing], None], ...]] = {
    "company-patent": (centering_side, centering_flow, centering_graph, centering_probe),
    "company-pct": (wood_plant, wood_graph, wood_section),
}


def figures(sample: Sample) -> list[Flowable]:
    """【書類名】図面: two figures a page."""
    register_fonts()
    story: list[Flowable] = [para("【書類名】図面", Ink(size=11, leading=20))]
    for index, draw in enumerate(FIGURES[sample.name]):
        drawing = Drawing(WIDTH, HEIGHT)
        draw(drawing)
        story += [para(f"　　【図{index + 1}】", Ink(size=11, leading=18, before=4)), drawing]
        if index % 2 and index + 1 < len(FIGURES[sample.name]):
            story.append(PageBreak())
    return story
