"""A paper (添付書類の1ファイル) as it was taken in: what came, and what will be printed.

The original bytes are kept beside the printable ones; nobody has to find the file again. What the pages say is read once, when the
paper is taken in, and goes with it.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Paper:
    """One file taken in; `sha256` is that of `original`, `pdf` has `pages` upright A4 pages, `notes` are sentences.

    `words`: the text of each page as `pdf.words` gives it, "" where a page has none; empty where it was never read.
    """

    name: str
    sha256: str
    original: bytes = field(repr=False)
    pdf: bytes = field(repr=False)
    pages: int
    notes: tuple[str, ...]
    words: tuple[str, ...] = field(default=(), repr=False)
