"""A paper as a row of the case file: what of it is kept beside its bytes, and how it is read back."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from forms.papers import Paper

COLUMNS = "id, document, name, sha256, pages, notes, original, printable"
Row = tuple[str, str, int, str]
Words = Callable[[str], tuple[str, ...]]  # what the paper of a SHA-256 says


@dataclass(frozen=True)
class Attached:
    """A paper in the case, without its bytes. `place`: which of its document's papers it is, from 0.

    `original` and `printable` stand for its bytes: they are others as soon as the bytes are. `words`: what it says, as in `Paper`;
    the same object every time, so that what is read out of it is read once.
    """

    id: int
    document: str
    name: str
    sha256: str
    pages: int
    notes: tuple[str, ...]
    place: int = 0
    original: int = 0
    printable: int = 0
    words: tuple[str, ...] = field(default=(), repr=False)


def row_of(paper: Paper | Attached) -> Row:
    """Name, SHA-256, pages and notes, as they are kept."""
    name = paper.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a file's name may be in any encoding
    return name, paper.sha256, paper.pages, json.dumps(paper.notes, ensure_ascii=False)


def listed(rows: Iterable[tuple[int, str, str, str, int, str, int, int]], words: Words) -> Iterator[Attached]:
    """Papers of rows in order, with their places among their documents' papers."""
    places: dict[str, int] = {}
    for number, document, name, sha, pages, notes, original, printable in rows:
        place = places[document] = places.get(document, -1) + 1
        yield Attached(number, document, name, sha, pages, tuple(json.loads(notes)), place, original, printable, words(sha))
