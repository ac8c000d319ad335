"""The few lines of PDF drawing language that we write ourselves: put one XObject at a place.

Decision: every page is placed as one XObject between q and Q, so that no page's graphics state reaches what comes after.
"""

from collections.abc import Iterable

from forms.positions import HALF_ORIGINS, HALF_SCALE, STAMP_ORIGIN

PAGE, STAMP, DRAFT = "P", "S", "D"  # what a page's resources call the page itself, the 資料 number, the 下書き mark
DRAFT_WORD = "下書き"  # what a draft says on every page
HALVES = ("L", "R")  # what a side's resources call its halves

Matrix = tuple[float, float, float, float, float, float]


def placed(name: str, matrix: Matrix | None = None) -> bytes:
    """Draw the XObject that the resources call `name`, under the matrix where one is given."""
    where = numbers(matrix) + b" cm " if matrix else b""
    return b"q " + where + b"/" + name.encode("ascii") + b" Do Q\n"


def numbers(values: tuple[float, ...]) -> bytes:
    """Numbers as a content stream wants them: no exponent, at most five decimals, no trailing zeros."""
    return b" ".join(f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".").encode("ascii") for value in values)


def page_content(names: Iterable[str]) -> bytes:
    """The drawing of a page of packet.pdf: the page, and over it what else it carries, of PAGE, STAMP and DRAFT."""
    at = {STAMP: (1.0, 0.0, 0.0, 1.0, *STAMP_ORIGIN)}
    return b"".join(placed(name, at.get(name)) for name in names)


def side_content(halves: Iterable[int]) -> bytes:
    """The drawing of a side of packet-2in1.pdf of which these halves (0 left, 1 right) are not blank."""
    return b"".join(placed(HALVES[half], (HALF_SCALE, 0.0, 0.0, HALF_SCALE, *HALF_ORIGINS[half])) for half in halves)
