"""Addresses on paper: 七丁目12番3号 is 7-12-3, the prefecture may be left out, buildings are no part of the comparison.

Decision: an address is a place (up to its first number) and its numbers; both have to agree, as far as both are said. Of several on
a register, which tells former ones as well, the last one counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from forms.comparing.context import Look, Mismatch
from forms.comparing.folding import fold
from forms.comparing.labels import Value

_PREFECTURE = re.compile(r"北海道|東京都|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島)県|..県")
_KANJI = "一二三四五六七八九"
_KANJI_NUMBER = re.compile(rf"(?:[{_KANJI}]?十[{_KANJI}]?|[{_KANJI}])(?=丁目|番|号|条(?![町通])|の\d)")
_NUMBERS = re.compile(r"\d+(?:(?:丁目|番地の?|番の?|号|の|ノ|-)\d+)*")
_PARTS = re.compile(r"[市郡区町村]")
_START = re.compile(r"^(?:〒?\d{3}-?\d{4})?\s*(?:日本国)?(?P<address>(?:北海道|東京都|(?:京都|大阪)府|.{2,3}県)?[^\d\s]{1,12}?[市郡区町村].*)$")
_POSTAL = re.compile(r"〒?\s*\d{3}\s*-\s*\d{4}")
_ERASED = re.compile(r"抹消|閉鎖")
_DATED = re.compile(r"(?:令和|平成|昭和|大正)\s*(?:元|\d+)\s*年")
_OTHERS = re.compile(r"(?:電話|TEL|FAX|代表|商号|氏名|印)", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """A place, folded, without its prefecture, and the numbers that follow it."""

    prefecture: str
    place: str
    numbers: tuple[str, ...]

    def agrees(self, other: "Address") -> bool:
        """Whether both can be the same: one may say no prefecture, or fewer numbers."""
        length = min(len(self.numbers), len(other.numbers))
        same_place = self.place == other.place or not length and (self.place.startswith(other.place) or other.place.startswith(self.place))
        same_prefecture = "" in (self.prefecture, other.prefecture) or self.prefecture == other.prefecture
        return same_place and same_prefecture and self.numbers[:length] == other.numbers[:length]


@lru_cache(maxsize=4096)
def read_address(text: str) -> Address:
    """An address in any of its spellings."""
    line = _KANJI_NUMBER.sub(_arabic, fold(_POSTAL.sub("", text)).removeprefix("日本国"))
    prefecture = _PREFECTURE.match(line)
    rest = line[prefecture.end() :] if prefecture else line
    numbers = _NUMBERS.search(rest)
    place = rest[: numbers.start()] if numbers else rest
    return Address(prefecture[0] if prefecture else "", re.sub("大字|字", "", place), tuple(re.findall(r"\d+", numbers[0])) if numbers else ())


def _arabic(match: re.Match[str]) -> str:
    tens, ten, ones = match[0].rpartition("十")
    value = _KANJI.find(ones) + 1
    return str(value + (10 * (_KANJI.find(tens) + 1 if tens else 1) if ten else 0))


def address(look: Look) -> Iterator[Mismatch]:
    """An address at a label that is another one; in both readings of the page."""
    for cell in look.given:
        wanted = read_address(str(cell.value))
        named = [(value, found) for value in look.values if (found := list(_addresses(value)))]
        if named and not any(read_address(found[-1]).agrees(wanted) for _, found in named):
            value, found = named[-1] if len(named) == 1 else named[0]
            yield look.mismatch(cell, value.place, found[-1])


def _addresses(value: Value) -> Iterator[str]:
    """The addresses at a label, in order; each may be broken over two lines. Those that the paper itself calls erased are left out."""
    lines = [cell for line in value.block for cell in re.split(r"\t|  +", line)]
    at = 0
    while at < len(lines):
        start = _START.match(lines[at])
        if start is None:
            if at == 0 and not re.search(r"\d", lines[0]):
                return
            at += 1
            continue
        text, at = start["address"], at + 1
        while at < len(lines) and _continues(lines[at]):
            text, at = text + lines[at], at + 1
        if not _ERASED.search(text):
            yield _OTHERS.split(text)[0]


def _continues(line: str) -> bool:
    """Whether a line is the rest of the address above."""
    return not (_START.match(line) or _DATED.search(line) or _OTHERS.match(line)) and len(line) <= 30 and re.match(r"[\d\w-]", line) is not None
