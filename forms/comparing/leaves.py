"""The pages of a document's papers, ready to be looked at: lines, and where in the packet they are.

Decision: a page is read twice, as an eye reads it and in the order in which it was drawn; what agrees with the case in either
reading agrees. Leaves are equal only to themselves, so that what is worked out of them once is found again at no cost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from forms.casefile import Attached
from forms.comparing.folding import fold, light
from forms.pdf.words import DRAWN
from forms.plan import Planned

_LETTER = re.compile(r"\w")
FEWEST = 4  # letters without which a page holds no text worth the name
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")


@dataclass(frozen=True, eq=False)
class Leaf:
    """One page of a paper: `place` for people, `paper` counted from 0 among the document's, both readings in lines."""

    place: str
    paper: int
    lines: tuple[str, ...]
    drawn: tuple[str, ...]

    @property
    def is_read(self) -> bool:
        """Whether the page holds text."""
        return bool(self.lines)

    @property
    def readings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines as an eye reads them, and in the order in which they were drawn."""
        return self.lines, self.drawn


Leaves = tuple[Leaf, ...]


def leaves_of(planned: Planned) -> Leaves:
    """The pages of a document's papers, in the order of the packet."""
    return _leaves(planned.document.number, planned.title, planned.papers)


@lru_cache(maxsize=256)
def _leaves(number: int | None, title: str, papers: tuple[Attached, ...]) -> Leaves:
    called = f"資料{number}" if number else f"「{title}」"
    return tuple(_numbered(called, papers))


def _numbered(called: str, papers: tuple[Attached, ...]) -> Iterator[Leaf]:
    before = 0
    for index, paper in enumerate(papers):
        for page in range(1, paper.pages + 1):
            own = f"（{paper.name} {page}ページ目）" if len(papers) > 1 else ""
            lines, drawn = _readings(paper.words[page - 1] if page <= len(paper.words) else "")
            yield Leaf(f"{called} {before + page}ページ目{own}", index, lines, drawn)
        before += paper.pages


@lru_cache(maxsize=256)
def by_paper(leaves: Leaves) -> tuple[Leaves, ...]:
    """The pages of each paper."""
    return tuple(tuple(pages) for _, pages in groupby(leaves, key=lambda leaf: leaf.paper))


@lru_cache(maxsize=4096)
def _readings(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of both readings; none where the letters cannot be told, as in fonts that do not say what they draw."""
    eye, _, drawn = words.partition(DRAWN)
    letters = _LETTER.findall(eye)
    if len(letters) < FEWEST or len(_PRIVATE.findall(eye)) * 4 > len(letters):
        return (), ()
    return _lines(eye), _lines(drawn)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(str.strip, light(text).split("\n")) if line)


@lru_cache(maxsize=1024)
def folded_text(leaf: Leaf) -> tuple[str, str]:
    """All that stands on a page, folded, in both readings."""
    eye, drawn = (fold("".join(lines)) for lines in leaf.readings)
    return eye, drawn
