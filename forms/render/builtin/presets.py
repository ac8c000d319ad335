"""The outlines of preset shapes, as paths in a box of given size.

Decision: the presets that turn up in forms, each a few points in shares of the box; an unknown one is drawn as its box and
named by the caller. Adjustments come in hundred-thousandths (of the shorter side, mostly), as DrawingML keeps them.
"""

from collections.abc import Callable, Mapping, Sequence

from forms.render.builtin.boxes import Segment

Path = tuple[Segment, ...]
Adjust = Mapping[str, float]
CURVE = 0.5523  # a quarter of a circle as a Bézier curve


def outline(preset: str, width: float, height: float, adjust: Adjust) -> Path | None:
    """The path of a preset; None for one that is not known."""
    if preset in POLYGONS:
        return polygon([(x * width, y * height) for x, y in POLYGONS[preset]])
    maker = MAKERS.get(preset)
    return None if maker is None else maker(width, height, adjust)


def polygon(points: Sequence[tuple[float, float]], *, closed: bool = True) -> Path:
    """Straight lines through the points."""
    lines: list[Segment] = [("M" if index == 0 else "L", point) for index, point in enumerate(points)]
    return (*lines, ("Z", ())) if closed else tuple(lines)


def _share(adjust: Adjust, name: str, default: float) -> float:
    return adjust.get(name, default) / 100000


def _corner(x: float, y: float, dx: float, dy: float, *, level_first: bool) -> Segment:
    """A quarter of an ellipse from (x, y) to (x + dx, y + dy)."""
    bend = CURVE if level_first else 0.0
    other = 1 - CURVE if level_first else 1.0
    first = (x + dx * bend, y) if level_first else (x, y + dy * CURVE)
    second = (x + dx, y + dy * other) if level_first else (x + dx * (1 - CURVE), y + dy)
    return "C", (*first, *second, x + dx, y + dy)


def _rounded(width: float, height: float, adjust: Adjust) -> Path:
    radius = min(_share(adjust, "adj", 16667), 0.5) * min(width, height)
    return rounded(width, height, radius, radius)


def rounded(width: float, height: float, rx: float, ry: float) -> Path:
    """A rectangle with elliptic corners."""
    return (
        ("M", (rx, 0.0)), ("L", (width - rx, 0.0)), _corner(width - rx, 0.0, rx, ry, level_first=True),
        ("L", (width, height - ry)), _corner(width, height - ry, -rx, ry, level_first=False),
        ("L", (rx, height)), _corner(rx, height, -rx, -ry, level_first=True),
        ("L", (0.0, ry)), _corner(0.0, ry, rx, -ry, level_first=False), ("Z", ()),
    )  # fmt: skip


def _ellipse(width: float, height: float, adjust: Adjust) -> Path:
    return rounded(width, height, width / 2, height / 2)


def _bracket(width: float, height: float, radius: float, *, left: bool) -> Path:
    near, far, turn = (width, 0.0, -width) if left else (0.0, width, width)
    ry = min(radius, height / 2)
    return (
        ("M", (near, 0.0)), _corner(near, 0.0, turn, ry, level_first=True),
        ("L", (far, height - ry)), _corner(far, height - ry, -turn, ry, level_first=False),
    )  # fmt: skip


def _left_bracket(width: float, height: float, adjust: Adjust) -> Path:
    return _bracket(width, height, _share(adjust, "adj", 8333) * min(width, height), left=True)


def _right_bracket(width: float, height: float, adjust: Adjust) -> Path:
    return _bracket(width, height, _share(adjust, "adj", 8333) * min(width, height), left=False)


def _bracket_pair(width: float, height: float, adjust: Adjust) -> Path:
    radius = min(_share(adjust, "adj", 16667), 0.5) * min(width, height)
    left = _bracket(radius, height, radius, left=True)
    return left + shifted(_bracket(radius, height, radius, left=False), width - radius, 0.0)


def shifted(path: Path, dx: float, dy: float) -> Path:
    """The path somewhere else."""
    return tuple((sign, tuple(v + (dx, dy)[i % 2] for i, v in enumerate(points))) for sign, points in path)


def _brace(width: float, height: float, radius: float, middle: float, *, left: bool) -> Path:
    near, far = (width, 0.0) if left else (0.0, width)
    half = (far - near) / 2
    ry = min(radius, height / 4)
    return (
        ("M", (near, 0.0)), _corner(near, 0.0, half, ry, level_first=True),
        ("L", (near + half, middle - ry)), _corner(near + half, middle - ry, half, ry, level_first=False),
        _corner(far, middle, -half, ry, level_first=True),
        ("L", (near + half, height - ry)), _corner(near + half, height - ry, -half, ry, level_first=False),
    )  # fmt: skip


def _sided_brace(width: float, height: float, adjust: Adjust, *, left: bool) -> Path:
    radius = _share(adjust, "adj1", 8333) * min(width, height)
    return _brace(width, height, radius, _share(adjust, "adj2", 50000) * height, left=left)


def _left_brace(width: float, height: float, adjust: Adjust) -> Path:
    return _sided_brace(width, height, adjust, left=True)


def _right_brace(width: float, height: float, adjust: Adjust) -> Path:
    return _sided_brace(width, height, adjust, left=False)


def _brace_pair(width: float, height: float, adjust: Adjust) -> Path:
    radius = _share(adjust, "adj", 8333) * min(width, height)
    left = _brace(2 * radius, height, radius, height / 2, left=True)
    return left + shifted(_brace(2 * radius, height, radius, height / 2, left=False), width - 2 * radius, 0.0)


def _right_arrow(width: float, height: float, adjust: Adjust) -> Path:
    thick, head = _share(adjust, "adj1", 50000) * height / 2, _share(adjust, "adj2", 50000) * min(width, height)
    neck, middle = max(width - head, 0.0), height / 2
    return polygon([
        (0, middle - thick), (neck, middle - thick), (neck, 0), (width, middle), (neck, height), (neck, middle + thick),
        (0, middle + thick),
    ])  # fmt: skip


def _level_arrow(width: float, height: float, adjust: Adjust) -> Path:
    thick, head = _share(adjust, "adj1", 50000) * height / 2, _share(adjust, "adj2", 50000) * min(width, height)
    middle, far = height / 2, width - head
    return polygon([
        (0, middle), (head, 0), (head, middle - thick), (far, middle - thick), (far, 0), (width, middle), (far, height),
        (far, middle + thick), (head, middle + thick), (head, height),
    ])  # fmt: skip


def _mirrored(maker: Callable[[float, float, Adjust], Path]) -> Callable[[float, float, Adjust], Path]:
    return lambda width, height, adjust: flipped(maker(width, height, adjust), width, height, across=True, down=False)


def _upright(maker: Callable[[float, float, Adjust], Path], *, up: bool) -> Callable[[float, float, Adjust], Path]:
    """A level shape stood on end."""

    def made(width: float, height: float, adjust: Adjust) -> Path:
        turned = tuple((sign, _swapped(points)) for sign, points in maker(height, width, adjust))
        return flipped(turned, width, height, across=False, down=up)

    return made


def _swapped(points: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(points[at ^ 1] for at in range(len(points)))


def flipped(path: Path, width: float, height: float, *, across: bool, down: bool) -> Path:
    """The path mirrored in its box."""
    size, turned = (width, height), (across, down)
    return tuple(
        (sign, tuple(size[i % 2] - v if turned[i % 2] else v for i, v in enumerate(points))) for sign, points in path
    )


def _elbow(width: float, height: float, adjust: Adjust) -> Path:
    middle = _share(adjust, "adj1", 50000) * width
    return polygon([(0, 0), (middle, 0), (middle, height), (width, height)], closed=False)


def _chevron(width: float, height: float, adjust: Adjust) -> Path:
    tip = _share(adjust, "adj", 50000) * min(width, height)
    return polygon([(0, 0), (width - tip, 0), (width, height / 2), (width - tip, height), (0, height), (tip, height / 2)])


def _home_plate(width: float, height: float, adjust: Adjust) -> Path:
    tip = _share(adjust, "adj", 50000) * min(width, height)
    return polygon([(0, 0), (width - tip, 0), (width, height / 2), (width - tip, height), (0, height)])


def _slanted(width: float, height: float, adjust: Adjust) -> Path:
    tip = _share(adjust, "adj", 25000) * min(width, height)
    return polygon([(tip, 0), (width, 0), (width - tip, height), (0, height)])


def _trapezoid(width: float, height: float, adjust: Adjust) -> Path:
    tip = _share(adjust, "adj", 25000) * min(width, height)
    return polygon([(tip, 0), (width - tip, 0), (width, height), (0, height)])


def _triangle(width: float, height: float, adjust: Adjust) -> Path:
    return polygon([(_share(adjust, "adj", 50000) * width, 0), (width, height), (0, height)])


def _callout(width: float, height: float, adjust: Adjust) -> Path:
    """A speech bubble with a straight tail to a point given from its middle."""
    dx, dy = _share(adjust, "adj1", -20833) * width, _share(adjust, "adj2", 62500) * height
    tip = (width / 2 + dx, height / 2 + dy)
    level = abs(dx) * height > abs(dy) * width
    low, high = ((7, 10) if (dy if level else dx) > 0 else (2, 5))
    near, far = (side * (height if level else width) / 12 for side in (low, high))
    corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    edge = (1 if dx > 0 else 3) if level else (2 if dy > 0 else 0)
    x, y = (width if dx > 0 else 0.0), (height if dy > 0 else 0.0)
    tail = [(x, near), tip, (x, far)] if level else [(near, y), tip, (far, y)]
    return polygon(corners[: edge + 1] + (tail if edge in (0, 1) else tail[::-1]) + corners[edge + 1 :])


Maker = Callable[[float, float, Adjust], Path]
MAKERS: Mapping[str, Maker] = {
    "roundRect": _rounded, "flowChartAlternateProcess": _rounded, "flowChartTerminator": lambda w, h, a: _rounded(w, h, {"adj": 50000}),
    "ellipse": _ellipse, "flowChartConnector": _ellipse, "leftBracket": _left_bracket, "rightBracket": _right_bracket,
    "bracketPair": _bracket_pair, "leftBrace": _left_brace, "rightBrace": _right_brace, "bracePair": _brace_pair,
    "rightArrow": _right_arrow, "leftArrow": _mirrored(_right_arrow), "downArrow": _upright(_right_arrow, up=False),
    "upArrow": _upright(_right_arrow, up=True), "leftRightArrow": _level_arrow, "upDownArrow": _upright(_level_arrow, up=False),
    "bentConnector3": _elbow, "chevron": _chevron, "homePlate": _home_plate, "parallelogram": _slanted, "trapezoid": _trapezoid,
    "triangle": _triangle, "wedgeRectCallout": _callout, "wedgeRoundRectCallout": _callout,
    "line": lambda w, h, a: polygon([(0, 0), (w, h)], closed=False),
    "straightConnector1": lambda w, h, a: polygon([(0, 0), (w, h)], closed=False),
    "bentConnector2": lambda w, h, a: polygon([(0, 0), (w, 0), (w, h)], closed=False),
    "curvedConnector3": lambda w, h, a: (("M", (0.0, 0.0)), ("C", (w / 2, 0.0, w / 2, h, w, h))),
}  # fmt: skip
POLYGONS: Mapping[str, Sequence[tuple[float, float]]] = {
    **dict.fromkeys(("rect", "flowChartProcess", "foldedCorner", "textBox"), ((0, 0), (1, 0), (1, 1), (0, 1))),
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    **dict.fromkeys(("diamond", "flowChartDecision"), ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))),
    "pentagon": ((0.5, 0), (1, 0.382), (0.809, 1), (0.191, 1), (0, 0.382)),
    "hexagon": ((0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)),
    "octagon": ((0.293, 0), (0.707, 0), (1, 0.293), (1, 0.707), (0.707, 1), (0.293, 1), (0, 0.707), (0, 0.293)),
    "plus": ((.25, 0), (.75, 0), (.75, .25), (1, .25), (1, .75), (.75, .75), (.75, 1), (.25, 1), (.25, .75), (0, .75), (0, .25), (.25, .25)),
    "star5": ((.5, 0), (.618, .382), (1, .382), (.691, .618), (.809, 1), (.5, .764), (.191, 1), (.309, .618), (0, .382), (.382, .382)),
}  # fmt: skip
