"""The one position function: which page of which part of which set lies where, in packet.pdf and on the sheets.

Contents, bookmarks, stamps, imposition, the receipt, the proof and the tests all ask here and count nothing themselves.
Everything counts from 0: sets (0 is the 正本), parts, pages within a part, pages of packet.pdf, sheets (用紙) from the
first sheet of the first set, sides (0 front, 1 back) and halves (0 left, 1 right, as one reads them). A sheet has four halves,
every set begins on a fresh sheet, a part on the next half, side or sheet that is free; what is left over stays blank on paper,
and is no page of packet.pdf.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

Corner = Literal["top_right", "top_left", "bottom_right", "bottom_left"]  # of a page, as one reads it
StampSize = Literal["small", "normal", "large"]
Fresh = Literal["page", "side", "sheet"]  # on what a part begins
Binding = Literal["short_edge", "long_edge"]  # of the landscape side, over which the paper is turned
Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top in points

A4 = (595.276, 841.89)  # width and height in points
MM = 72 / 25.4  # points in a millimetre
STAMP_SIZES: dict[StampSize, tuple[float, float]] = {"small": (22 * MM, 7 * MM), "normal": (30 * MM, 9 * MM), "large": (42 * MM, 13 * MM)}
STAMP_ASIDE, STAMP_INWARD = 12 * MM, 8 * MM  # of the 資料 number's box from the page's edges
STAMP_AIR = 1.5 * MM  # free between that box and a page that was made smaller for it
FOOT = (5 * MM, 10 * MM)  # between these heights stand running numbers and the sets' marks
FOOT_WIDTH = 30 * MM  # of either of them
HALVES_PER_SIDE = 2
HALVES_PER_SHEET = 4
HALVES_OF: dict[Fresh, int] = {"page": 1, "side": HALVES_PER_SIDE, "sheet": HALVES_PER_SHEET}
HALF_SCALE = 0.70707  # 70.7 %: two upright A4 pages on one landscape A4 side
HALF_ORIGINS = ((0.0216, 0.0), (420.9666, 0.0))  # lower left corners; each page is centred in its half of the side


def set_name(number: int) -> str:
    """What a set is called: 正本 for 0, then 副本1, 副本2 …"""
    return f"副本{number}" if number else "正本"


def half_matrix(binding: Binding, side: int, half: int) -> Matrix:
    """How a page is put on its half of a landscape side; for paper turned over its long edge the back stands on its head."""
    left, bottom = HALF_ORIGINS[half]
    if binding == "long_edge" and side == 1:
        return (-HALF_SCALE, 0.0, 0.0, -HALF_SCALE, A4[1] - left, A4[0] - bottom)
    return (HALF_SCALE, 0.0, 0.0, HALF_SCALE, left, bottom)


def stamp_box(corner: Corner, size: StampSize) -> Box:
    """Where the 資料 number's box stands on a page."""
    width, height = STAMP_SIZES[size]
    left = STAMP_ASIDE if corner.endswith("left") else A4[0] - STAMP_ASIDE - width
    bottom = STAMP_INWARD if corner.startswith("bottom") else A4[1] - STAMP_INWARD - height
    return (left, bottom, left + width, bottom + height)


def number_box() -> Box:
    """Where a running page number stands: in the middle of the foot."""
    return ((A4[0] - FOOT_WIDTH) / 2, FOOT[0], (A4[0] + FOOT_WIDTH) / 2, FOOT[1])


def mark_box(corner: Corner) -> Box:
    """Where a set's mark stands: at the foot, on the side where no stamp in that corner is."""
    left = A4[0] - STAMP_ASIDE - FOOT_WIDTH if corner == "bottom_left" else STAMP_ASIDE
    return (left, FOOT[0], left + FOOT_WIDTH, FOOT[1])


@dataclass(frozen=True)
class Room:
    """What is kept free of a page at its head and foot, in points, so that nothing drawn there covers anything."""

    head: float = 0.0
    foot: float = 0.0

    @property
    def matrix(self) -> Matrix | None:
        """How the page is made smaller, between head and foot in the middle; None where it keeps its size."""
        if not (self.head or self.foot):
            return None
        scale = (A4[1] - self.head - self.foot) / A4[1]
        return (scale, 0.0, 0.0, scale, (1 - scale) * A4[0] / 2, self.foot)


def room_for(boxes: tuple[Box, ...]) -> Room:
    """The room that these boxes take, each at the head or at the foot, whichever is nearer."""
    low = [top for _, _, _, top in boxes if top < A4[1] / 2]
    high = [bottom for _, bottom, _, _ in boxes if bottom > A4[1] / 2]
    return Room(head=A4[1] - min(high) + STAMP_AIR if high else 0.0, foot=max(low) + STAMP_AIR if low else 0.0)


@dataclass(frozen=True)
class Origin:
    """Which page: number of the set, of the part in it, of the page in that."""

    set_number: int
    part: int
    page: int


@dataclass(frozen=True)
class Place:
    """Where a page lies: its number in packet.pdf, and sheet, side and half when printed 2-in-1 on both sides."""

    packet_page: int
    sheet: int
    side: int
    half: int


@dataclass(frozen=True)
class Layout:
    """The pages of each part, in packet order, and the number of equal sets made of them; `fresh`: on what each part begins,
    () where each begins on the next page."""

    parts: tuple[int, ...]
    sets: int
    fresh: tuple[Fresh, ...] = ()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The page of the set with which each part begins, and at the end the pages of a set."""
        return tuple(accumulate(self.parts, initial=0))

    @cached_property
    def _halves(self) -> tuple[int, ...]:
        """The half of the set's sheets with which each part begins, and at the end the first that is left over."""
        starts: list[int] = []
        free = 0
        steps = (HALVES_OF[fresh] for fresh in self.fresh) if self.fresh else (1 for _ in self.parts)
        for pages, wanted in zip(self.parts, steps, strict=True):
            step = wanted if pages else 1
            starts.append(-(-free // step) * step)
            free = starts[-1] + pages
        return (*starts, free)

    @property
    def pages_per_set(self) -> int:
        """Pages of one set."""
        return self._starts[-1]

    @property
    def sheets_per_set(self) -> int:
        """Sheets of paper of one set."""
        return -(-self._halves[-1] // HALVES_PER_SHEET)

    @property
    def pages(self) -> int:
        """Pages of packet.pdf."""
        return self.pages_per_set * self.sets

    @property
    def sheets(self) -> int:
        """Sheets of paper of the whole packet; packet-2in1.pdf has two pages for each."""
        return self.sheets_per_set * self.sets

    def place(self, origin: Origin) -> Place:
        """Where the page lies; IndexError if there is no such page."""
        if not (0 <= origin.set_number < self.sets and origin.part >= 0 and 0 <= origin.page < self.parts[origin.part]):
            raise IndexError(origin)
        sheet, rest = divmod(self._halves[origin.part] + origin.page, HALVES_PER_SHEET)
        return Place(
            packet_page=origin.set_number * self.pages_per_set + self._starts[origin.part] + origin.page,
            sheet=origin.set_number * self.sheets_per_set + sheet,
            side=rest // HALVES_PER_SIDE,
            half=rest % HALVES_PER_SIDE,
        )

    def origins(self) -> Iterator[Origin]:
        """Every page of the packet, in the order of packet.pdf."""
        for set_number in range(self.sets):
            yield from self.origins_of(set_number)

    def origins_of(self, set_number: int) -> Iterator[Origin]:
        """Every page of one set, in order."""
        for part, pages in enumerate(self.parts):
            for page in range(pages):
                yield Origin(set_number, part, page)

    def at(self, sheet: int, side: int, half: int) -> Origin | None:
        """The page that lies there, None where the paper is blank; IndexError beyond the last sheet."""
        if not (0 <= sheet < self.sheets and side in (0, 1) and half in (0, 1)):
            raise IndexError((sheet, side, half))
        set_number, sheet_of_set = divmod(sheet, self.sheets_per_set)
        slot = sheet_of_set * HALVES_PER_SHEET + side * HALVES_PER_SIDE + half
        part = bisect_right(self._halves, slot, hi=len(self.parts)) - 1
        page = slot - self._halves[part]
        return Origin(set_number, part, page) if page < self.parts[part] else None

    def sheets_of_part(self, part: int) -> int:
        """On how many sheets of a set the part stands, at least in part; 0 for an empty one."""
        if not self.parts[part]:
            return 0
        first, last = self._halves[part], self._halves[part] + self.parts[part] - 1
        return last // HALVES_PER_SHEET - first // HALVES_PER_SHEET + 1
