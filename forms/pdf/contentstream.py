"""The few lines of PDF drawing language that we write ourselves: put one XObject at a place.

Decision: every page is placed as one XObject between q and Q, so that no page's graphics state reaches what comes after; what is
drawn over it is a page of its own size, and so only the page itself is ever moved.
"""

from collections.abc import Iterable

from forms.positions import Binding, Matrix, Room, half_matrix

PAGE, STAMP, NUMBER, MARK, DRAFT = "P", "S", "N", "M", "D"  # what a page's resources call the page, the 資料 number, the running
# number, the set's mark and 下書き
DRAFT_WORD = "下書き"  # what a draft says on every page
HALVES = ("L", "R")  # what a side's resources call its halves


def placed(name: str, matrix: Matrix | None = None) -> bytes:
    """Draw the XObject that the resources call `name`, under the matrix where one is given."""
    where = numbers(matrix) + b" cm " if matrix else b""
    return b"q " + where + b"/" + name.encode("ascii") + b" Do Q\n"


def numbers(values: tuple[float, ...]) -> bytes:
    """Numbers as a content stream wants them: no exponent, at most five decimals, no trailing zeros."""
    return b" ".join(f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".").encode("ascii") for value in values)


def page_content(names: Iterable[str], room: Room) -> bytes:
    """The drawing of a page of packet.pdf: the page, smaller where room was wanted, and over it what else it carries."""
    return b"".join(placed(name, room.matrix if name == PAGE else None) for name in names)


def side_content(halves: Iterable[int], side: int, binding: Binding) -> bytes:
    """The drawing of a side (0 front, 1 back) of packet-2in1.pdf of which these halves (0 left, 1 right) are not blank."""
    return b"".join(placed(HALVES[half], half_matrix(binding, side, half)) for half in halves)
