"""Postal code to address, offline, for the whole country: Japan Post's table, packed by tests/postal/make_postal.py.

Decision: the table stays one text in memory and is searched as it is: nothing to build, so that the first look-up is quick too.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from forms.paths import POSTAL
from forms.values.narrow import bare


@dataclass(frozen=True)
class Address:
    """What a postal code stands for; `town` is "" where the code is for all of a city's other towns."""

    prefecture: str
    city: str
    town: str

    @property
    def text(self) -> str:
        """The address as far as the code tells it, in one line."""
        return self.prefecture + self.city + self.town


@dataclass(frozen=True)
class _Table:
    cities: tuple[tuple[str, str], ...]
    towns: bytes  # lines of code, city's number, town, by code; a line feed before each and after the last


def addresses_of(code: str, folder: Path = POSTAL) -> tuple[Address, ...]:
    """The addresses of a postal code of seven digits, written with a hyphen or without; none for any other text."""
    digits = bare(code).replace("-", "")
    if len(digits) != 7 or not (digits.isascii() and digits.isdecimal()):
        return ()
    table = _load(folder)
    return tuple(_address(table, line) for line in _lines(table.towns, digits.encode()))


def load_postal(folder: Path = POSTAL) -> None:
    """Read the table now, so that the first look-up need not: for a moment in which nobody waits."""
    _load(folder)


@cache
def _load(folder: Path) -> _Table:
    newest = max(folder.glob("postal-*.tsv.gz"))
    cities, _, towns = gzip.decompress(newest.read_bytes()).partition(b"\n\n")
    names = (line.split("\t") for line in cities.decode().splitlines() if not line.startswith("#"))
    return _Table(tuple((prefecture, city) for prefecture, city in names), b"\n" + towns)


def _lines(towns: bytes, digits: bytes) -> Iterator[str]:
    """The lines of a code."""
    start = _first(towns, digits) + 1
    while towns.startswith(digits, start):
        end = towns.index(b"\n", start)
        yield towns[start:end].decode()
        start = end + 1


def _first(towns: bytes, digits: bytes) -> int:
    """Where the line feed stands before the first line whose code is not lower: halved between line feeds."""
    low, high = 0, len(towns) - 1
    while low < high:
        middle = towns.rindex(b"\n", low, (low + high) // 2 + 1)
        if towns[middle + 1 : middle + 8] < digits:
            low = towns.index(b"\n", middle + 1)
        else:
            high = middle
    return low


def _address(table: _Table, line: str) -> Address:
    _, number, town = line.split("\t")
    return Address(*table.cities[int(number)], town)
