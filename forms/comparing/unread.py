"""Pages that say nothing to us: scans and photographs, and what was taken in before papers were read."""

from collections.abc import Iterator
from itertools import groupby

from forms.comparing.context import Look, Mismatch
from forms.comparing.leaves import Leaves


def unread(look: Look) -> Iterator[Mismatch]:
    """A document with pages that hold no text, once; with its pages in the packet."""
    pages = [number for number, leaf in enumerate(look.leaves, 1) if not leaf.is_read]
    if pages:
        number = look.planned.document.number
        called = f"資料{number}" if number else f"「{look.planned.title}」"
        whole = f"{called}（全{len(look.leaves)}ページ）"
        yield look.at_fault(whole if len(pages) == len(look.leaves) else f"{called} {_ranges(pages)}ページ目", _names(look, look.leaves))


def _ranges(pages: list[int]) -> str:
    """1・3～5."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0])]
    return "・".join(str(run[0]) if len(run) == 1 else f"{run[0]}～{run[-1]}" for run in runs)


def _names(look: Look, leaves: Leaves) -> str:
    """The files that those pages are of."""
    papers = dict.fromkeys(leaf.paper for leaf in leaves if not leaf.is_read)
    return "、".join(look.planned.papers[paper].name for paper in papers)
