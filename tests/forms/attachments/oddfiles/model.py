"""One odd file: what is odd in it, how it is made, and what is to become of it."""

from collections.abc import Callable
from dataclasses import dataclass

REPAIRED = "壊れていたところを直して読み込みました"


@dataclass(frozen=True)
class Odd:
    """A file of the corpus.

    It is taken in with so many pages and with notes that contain `notes`, or refused with a sentence that contains `refused`.
    `unlike` says why its pages may look other than a viewer shows the file; `password` opens it.
    """

    name: str
    oddity: str
    make: Callable[[], bytes]
    pages: int = 1
    notes: tuple[str, ...] = ()
    refused: str = ""
    unlike: str = ""
    password: str = ""

    @property
    def outcome(self) -> str:
        """What is to become of it, for the table."""
        if self.refused:
            return f"refused: …{self.refused}…"
        noted = "; ".join(f"…{note}…" for note in self.notes)
        return f"{self.pages} page(s)" + (f", noted: {noted}" if noted else "")


def constant(data: bytes) -> Callable[[], bytes]:
    """For a file that is made already."""
    return lambda: data
