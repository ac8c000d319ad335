"""Drawn things as the file describes them, whether in DrawingML or in VML: the one model that both readers give.

Decision: two dialects, one model; everything behind the readers knows neither. Lengths are points, angles degrees clockwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from forms.render.builtin.boxes import Axis, Segment, Stroke
from forms.render.builtin.ooxml import Element

INSETS = (3.6, 7.2, 3.6, 7.2)  # top, left, bottom, right where nothing is said


@dataclass(frozen=True)
class Body:
    """The text of a shape (w:txbxContent) and how it stands inside."""

    content: Element
    insets: tuple[float, float, float, float] = INSETS
    align: str = "top"
    direction: str = "horz"
    grows: bool = False
    one_line: bool = False
    color: str = ""


@dataclass(frozen=True)
class Shape:
    """One drawn thing in a box of its own size at (x, y) of what holds it.

    `preset` is a name of DrawingML (rect, ellipse …), empty for a thing without an outline; `outline` a path of its own.
    """

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    preset: str = ""
    adjust: Mapping[str, float] = field(default_factory=dict)
    outline: tuple[Segment, ...] = ()
    turn: float = 0.0
    flip_across: bool = False
    flip_down: bool = False
    fill: str = ""
    stroke: Stroke | None = None
    body: Body | None = None
    image: bytes = b""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    parts: "tuple[Shape, ...]" = ()


@dataclass(frozen=True)
class Placement:
    """How a thing stands beside the text; see boxes.Floating."""

    across: Axis
    down: Axis
    wrap: str = "none"
    side: str = "bothSides"
    gaps: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    layer: int = 1
    in_cell: bool = True


@dataclass(frozen=True)
class Drawing:
    """A shape in the text; without a placement it stands on the line like a character."""

    shape: Shape
    placement: Placement | None
