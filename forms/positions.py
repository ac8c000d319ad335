"""The one position function: which page of which part of which set lies where, in packet.pdf and on the sheets.

Contents, bookmarks, stamps, imposition, the receipt, the proof and the tests all ask here and count nothing themselves.
Everything counts from 0: sets (0 is the 正本), parts, pages within a part, pages of packet.pdf, sheets (用紙) from the
first sheet of the first set, sides (0 front, 1 back) and halves (0 left, 1 right). A sheet has four halves, every set
begins on a fresh sheet, and what is left over at its end stays blank.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

Corner = Literal["top_right", "top_left", "bottom_right", "bottom_left"]  # of a page, as one reads it
StampSize = Literal["small", "normal", "large"]
Fresh = Literal["page", "side", "sheet"]  # on what a 資料 begins
Binding = Literal["short_edge", "long_edge"]  # of the landscape side, over which the paper is turned

A4 = (595.276, 841.89)  # width and height in points
MM = 72 / 25.4  # points in a millimetre
STAMP_SIZE = (30 * MM, 9 * MM)  # of the 資料 number's box
STAMP_ORIGIN = (A4[0] - 12 * MM - STAMP_SIZE[0], A4[1] - 8 * MM - STAMP_SIZE[1])  # its lower left corner on the page
HALVES_PER_SIDE = 2
HALVES_PER_SHEET = 4
HALF_SCALE = 0.70707  # 70.7 %: two upright A4 pages on one landscape A4 side
HALF_ORIGINS = ((0.0216, 0.0), (420.9666, 0.0))  # lower left corners; each page is centred in its half of the side


def set_name(number: int) -> str:
    """What a set is called: 正本 for 0, then 副本1, 副本2 …"""
    return f"副本{number}" if number else "正本"


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
    """The pages of each part, in packet order, and the number of equal sets made of them."""

    parts: tuple[int, ...]
    sets: int

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The page of the set with which each part begins, and at the end the pages of a set."""
        return tuple(accumulate(self.parts, initial=0))

    @property
    def pages_per_set(self) -> int:
        """Pages of one set."""
        return self._starts[-1]

    @property
    def sheets_per_set(self) -> int:
        """Sheets of paper of one set."""
        return -(-self.pages_per_set // HALVES_PER_SHEET)

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
        within = self._starts[origin.part] + origin.page
        sheet, rest = divmod(within, HALVES_PER_SHEET)
        return Place(
            packet_page=origin.set_number * self.pages_per_set + within,
            sheet=origin.set_number * self.sheets_per_set + sheet,
            side=rest // HALVES_PER_SIDE,
            half=rest % HALVES_PER_SIDE,
        )

    def origins(self) -> Iterator[Origin]:
        """Every page of the packet, in the order of packet.pdf."""
        for set_number in range(self.sets):
            for part, pages in enumerate(self.parts):
                for page in range(pages):
                    yield Origin(set_number, part, page)

    def at(self, sheet: int, side: int, half: int) -> Origin | None:
        """The page that lies there, None where the paper is blank; IndexError beyond the last sheet."""
        if not (0 <= sheet < self.sheets and side in (0, 1) and half in (0, 1)):
            raise IndexError((sheet, side, half))
        set_number, sheet_of_set = divmod(sheet, self.sheets_per_set)
        within = sheet_of_set * HALVES_PER_SHEET + side * HALVES_PER_SIDE + half
        return self._origin(set_number, within) if within < self.pages_per_set else None

    def _origin(self, set_number: int, within: int) -> Origin:
        part = bisect_right(self._starts, within) - 1
        return Origin(set_number, part, within - self._starts[part])

    def sheets_of_part(self, part: int) -> int:
        """On how many sheets of a set the part stands, at least in part; 0 for an empty one."""
        if not self.parts[part]:
            return 0
        first, last = self._starts[part], self._starts[part + 1] - 1
        return last // HALVES_PER_SHEET - first // HALVES_PER_SHEET + 1
