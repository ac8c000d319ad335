"""Whose work this program stands on: the libraries as they are installed here, with their licences, from their own metadata."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

PROGRAM = "shinsei-packet"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
CLASSIFIER = "License :: OSI Approved :: "
LONGEST = 60  # characters: some libraries put the whole text of their licence in that field


@dataclass(frozen=True)
class Library:
    """An installed library."""

    name: str
    version: str
    licence: str


def libraries_of(program: str = PROGRAM) -> tuple[Library, ...]:
    """What a distribution needs and has installed, and what that needs in turn, by name; nothing for one that is not installed."""
    found: dict[str, Library] = {}
    _collect(program, found)
    return tuple(sorted((library for name, library in found.items() if name != _plain(program)), key=lambda each: each.name.lower()))


def _collect(name: str, found: dict[str, Library]) -> None:
    if _plain(name) in found:
        return
    try:
        known = distribution(name)
    except PackageNotFoundError:
        return  # for another system, or not asked for
    found[_plain(name)] = Library(known.metadata["Name"], known.version, licence_of(known))
    for needed in _needed(known):
        _collect(needed, found)


def _needed(known: Distribution) -> Iterator[str]:
    """What it needs by itself: extras are somebody else's wish."""
    for line in known.requires or ():
        name = NAME.match(line)
        if name is not None and "extra ==" not in line:
            yield name[0]


def licence_of(known: Distribution) -> str:
    """The licence's short name as the library itself gives it."""
    expression, free = ((known.metadata.get_all(name) or [""])[0].strip() for name in ("License-Expression", "License"))
    classified = [line.removeprefix(CLASSIFIER) for line in known.metadata.get_all("Classifier") or () if line.startswith(CLASSIFIER)]
    short = free if len(free) <= LONGEST and "\n" not in free else ""
    return expression or short or "、".join(classified) or "ライブラリに付属する文書のとおり"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
