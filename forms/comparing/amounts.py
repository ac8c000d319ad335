"""Yen on paper: ¥1,234,567-, 金1,234,567円也, 4,800万円, 1 234 567円, thousands under a heading 単位：千円.

Decision: a figure beside the code of another currency is not yen, and figures that count or date something are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from forms.comparing.leaves import Leaf
from forms.errors import InvalidAnswer
from forms.values.numbers import parse_yen

_CODES = r"(?:US\$|[A-Z]{3}|\$|€|£|EUR|米ドル|ユーロ|人民元|スイスフラン|ウォン)"
_FIGURES = r"\d{1,3}(?:,[ ]?\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?=[ ]*円)|(?<=¥)[ ]*\d{1,3}(?: \d{3})+(?!\d)|\d+"
_AMOUNT = re.compile(
    rf"(?<![\d.,/])(?P<code>{_CODES})?[ \t]*(?P<mark>JPY|[¥\\]|金)?[ \t]*"
    rf"(?P<number>(?:(?:{_FIGURES})(?:\.\d+)?(?:[億万千](?:(?:{_FIGURES}))?)*))[ \t]*(?P<unit>円|{_CODES})?(?![\d./%])"
)
_NO_AMOUNT = re.compile(r"[年月日期%％条項号第頁類区件名人社か個本部回行WORDwords語]")
_THOUSANDS = re.compile(r"単位[ \t:]*千円")
SMALLEST = 1000  # a bare figure below it counts something


@dataclass(frozen=True)
class Amount:
    """Yen, and how it is written; `marked` where 円, ¥ or commas say that it is money."""

    yen: int
    shown: str
    marked: bool


@lru_cache(maxsize=8192)
def amounts(line: str) -> tuple[Amount, ...]:
    """The amounts of yen in a line, in order."""
    return tuple(_amounts(line))


def _amounts(line: str) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(line):
        code, unit, rest = match["code"], match["unit"], line[match.end() :]
        foreign = code not in (None, "JPY") or unit not in (None, "円")
        if foreign or (unit is None and match["mark"] is None and code is None and _NO_AMOUNT.match(rest.lstrip())):
            continue
        try:
            yen = parse_yen(match["number"].replace(" ", ""))
        except InvalidAnswer:
            continue
        marked = bool(unit or match["mark"] or code) or "," in match["number"]
        yield Amount(yen, match[0].strip(), marked)


@lru_cache(maxsize=1024)
def unit_of(leaf: Leaf) -> int:
    """1,000 where the page counts in thousands of yen, else 1."""
    return 1000 if any(_THOUSANDS.search(line) for line in leaf.lines) else 1


def agrees(amount: Amount, yen: int, unit: int) -> bool:
    """Whether an amount is that one, cut or rounded to the unit of the page."""
    return amount.yen == yen or (unit > 1 and abs(amount.yen * unit - yen) < unit)
