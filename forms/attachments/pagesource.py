"""What a foreign page shows: the drawing, what it draws with, the visible box, the turn and the unit.

Files of all origins come here: entries may be inherited, missing, reversed, out of place or of the wrong type. Whatever
has a sensible reading gets it, and what was amiss is told in the result.
"""

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Object, Stream

from forms.attachments.unpacking import Allowance, unpacked
from forms.attachments.upright import Box, Sheet, quarter_turn
from forms.pdf.pagetree import inherited
from forms.positions import A4

CORNERS = 4  # numbers in a box
SMALLEST = 3.0  # points, below which a box is no page


@dataclass(frozen=True)
class PageSource:
    """A page as it came; `contents` are decoded, lengths are in the page's own unit."""

    sheet: Sheet
    contents: bytes
    resources: Object
    group: Object | None
    boxless: bool
    oddly_turned: bool
    damaged: bool

    @property
    def blank(self) -> bool:
        """Whether nothing at all is drawn."""
        return not self.contents.strip()


def page_source(page: Object, allowance: Allowance) -> PageSource:
    """Read a page object; OversizedError where its drawing unpacks to more than is allowed."""
    box = _visible_box(page)
    turn = _number(inherited(page, "/Rotate"), 0.0)
    unit = _number(page.get("/UserUnit"), 1.0)
    contents, damaged = _contents(page, allowance)
    resources = inherited(page, "/Resources")
    group = page.get("/Group")
    return PageSource(
        sheet=Sheet(box or (0.0, 0.0, *A4), quarter_turn(turn), unit if unit > 0 else 1.0),
        contents=contents,
        resources=resources if isinstance(resources, Dictionary) else Dictionary(),
        group=group if isinstance(group, Dictionary) else None,
        boxless=box is None,
        oddly_turned=quarter_turn(turn) != turn % 360,
        damaged=damaged,
    )


def _visible_box(page: Object) -> Box | None:
    media, crop = _box(inherited(page, "/MediaBox")), _box(inherited(page, "/CropBox"))
    if media and crop:
        crop = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return next((box for box in (crop, media) if box and _has_area(box)), None)


def _has_area(box: Box) -> bool:
    return box[2] - box[0] >= SMALLEST and box[3] - box[1] >= SMALLEST


def _box(value: Object | None) -> Box | None:
    if not isinstance(value, Array) or len(value) != CORNERS:
        return None
    try:
        xs, ys = sorted((float(value[0]), float(value[2]))), sorted((float(value[1]), float(value[3])))
    except (TypeError, ValueError):
        return None
    return xs[0], ys[0], xs[1], ys[1]


def _number(value: object, default: float) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return default


def _contents(page: Object, allowance: Allowance) -> tuple[bytes, bool]:
    """The drawing, its pieces joined, and whether a piece of it was missing or damaged."""
    found = page.get("/Contents")
    listed = list(found) if isinstance(found, Array) else [found] * (found is not None)
    pieces = [unpacked(piece, allowance) for piece in listed if isinstance(piece, Stream)]
    torn = any(piece.torn for piece in pieces) or len(pieces) < len(listed)
    return b"\n".join(piece.data for piece in pieces), torn
