"""A paper (添付書類の1ファイル) as it was taken in: what came, and what will be printed.

The original bytes are kept beside the printable ones; nobody has to find the file again.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Paper:
    """One file taken in; `sha256` is that of `original`, `pdf` has `pages` upright A4 pages, `notes` are sentences."""

    name: str
    sha256: str
    original: bytes = field(repr=False)
    pdf: bytes = field(repr=False)
    pages: int
    notes: tuple[str, ...]
