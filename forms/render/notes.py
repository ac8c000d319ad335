"""What a renderer says besides its pages: what it could not draw as the file asks, by the name that a user knows.

Decision: the shape of a renderer stays files in, PDFs out; a caller who wants to hear passes a `Tell` where the renderer is
made. A note never stops the printing.
"""

from collections.abc import Callable
from pathlib import Path

Tell = Callable[[Path, str], None]  # the document, and what about it


def unheard(document: Path, note: str) -> None:
    """The Tell of a caller who looks at the pages only."""


class Notes:
    """What has been said about one document, each thing once, in the order of finding."""

    def __init__(self) -> None:
        self._said: dict[str, None] = {}

    def add(self, note: str) -> None:
        """Say that something is printed otherwise than the file asks."""
        self._said.setdefault(note)

    def missing(self, what: str) -> None:
        """Say that something is not printed at all."""
        self.add(f"「{what}」は印刷していません。仕上がりを確かめ、必要であればWordかLibreOfficeで印刷してください。")

    def plain(self, what: str) -> None:
        """Say that something is printed without its special look."""
        self.add(f"「{what}」は簡略にして印刷しました。仕上がりを確かめてください。")

    def all(self) -> tuple[str, ...]:
        """Everything said so far."""
        return tuple(self._said)
