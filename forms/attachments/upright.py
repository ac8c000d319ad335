"""Where a page or picture of any size and direction goes on an upright A4 page, as a matrix.

Decision: a sheet that is wider than high and does not fit upright is turned so that its top lies at the left, the way a
landscape sheet is bound; larger sheets are made to fit, smaller ones stay as large as they are.
"""

from dataclasses import dataclass

from forms.positions import A4, Matrix

Box = tuple[float, float, float, float]

TOLERANCE = 1.5  # points by which a sheet may differ from A4 and still count as A4
QUARTER, HALF, FULL = 90, 180, 360
MARGIN = 28.35  # 10 mm, kept free around pictures


@dataclass(frozen=True)
class Sheet:
    """A page as it came: its visible box and the size of its unit, both in the file's own terms; clockwise turn."""

    box: Box
    turn: int = 0
    unit: float = 1.0

    @property
    def width(self) -> float:
        """Width as seen, in points."""
        return self._extent(0 if self.turn % HALF == 0 else 1)

    @property
    def height(self) -> float:
        """Height as seen, in points."""
        return self._extent(1 if self.turn % HALF == 0 else 0)

    def _extent(self, axis: int) -> float:
        return (self.box[axis + 2] - self.box[axis]) * self.unit


@dataclass(frozen=True)
class Placement:
    """How a sheet is put on A4: the matrix, whether it was turned to fit, the scale (1 = as large as it was)."""

    matrix: Matrix
    turned: bool
    scale: float


def quarter_turn(degrees: float) -> int:
    """The nearest quarter turn: 0, 90, 180 or 270 degrees clockwise."""
    return int((degrees + QUARTER / 2) // QUARTER) * QUARTER % FULL


def place(sheet: Sheet, *, margin: float = 0.0, enlarge: bool = False) -> Placement:
    """Centre a sheet on upright A4, `margin` points kept free at each edge when its scale has to change."""
    turned = sheet.width > sheet.height and (enlarge or sheet.width > A4[0] + TOLERANCE)
    total = (sheet.turn + (FULL - QUARTER if turned else 0)) % FULL
    seen = (sheet.height, sheet.width) if turned else (sheet.width, sheet.height)
    scale = _scale(seen, margin=margin, enlarge=enlarge)
    return Placement(centred(sheet.box, total, scale * sheet.unit), turned, scale)


def centred(box: Box, turn: int, scale: float) -> Matrix:
    """Turn a box clockwise (degrees, a quarter or several), scale it and lay it in the middle of upright A4."""
    extent = (box[2] - box[0], box[3] - box[1])
    seen = extent if turn % HALF == 0 else extent[::-1]
    left, bottom = ((room - size * scale) / 2 for room, size in zip(A4, seen, strict=True))
    a, b, c, d, e, f = _to_origin(box, turn)
    return a * scale, b * scale, c * scale, d * scale, e * scale + left, f * scale + bottom


def _scale(size: tuple[float, float], *, margin: float, enlarge: bool) -> float:
    if not enlarge and all(side <= room + TOLERANCE for side, room in zip(size, A4, strict=True)):
        return 1.0
    return min((room - 2 * margin) / side for room, side in zip(A4, size, strict=True))


def _to_origin(box: Box, turn: int) -> Matrix:
    """Turn the box clockwise and lay its lower left corner on the origin."""
    left, bottom, right, top = box
    return {
        0: (1, 0, 0, 1, -left, -bottom),
        QUARTER: (0, -1, 1, 0, -bottom, right),
        HALF: (-1, 0, 0, -1, right, top),
        QUARTER + HALF: (0, 1, -1, 0, top, -left),
    }[turn]
