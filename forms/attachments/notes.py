"""Sentences about the pages of a paper: which pages they speak of, and how many notes one paper may have."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

TURNED = "は横長のため、上を左にして縦向きに直しました。"
READING = "読み取っています。"
SHOWN = 6  # page ranges named in one sentence before it says "ほか"


@dataclass(frozen=True)
class Printable:
    """A file made into a PDF of upright A4 pages: how many, and what the applicant should know of it (sentences)."""

    pdf: bytes
    pages: int
    notes: tuple[str, ...]


def on_pages(pages: Iterable[int], rest: str) -> tuple[str, ...]:
    """The sentence 「2・4～6ページ目」+ rest about pages counted from 1; nothing where there is no page."""
    ranges = [_range(run) for run in _runs(sorted(set(pages)))]
    if not ranges:
        return ()
    named = "・".join(ranges[:SHOWN]) + ("ページ目" if len(ranges) <= SHOWN else "ページ目ほか")
    return (f"{named}{rest}",)


def _runs(pages: list[int]) -> list[list[int]]:
    grouped = groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0])
    return [[page for _, page in run] for _, run in grouped]


def _range(run: list[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}～{run[-1]}"
