"""What was set once and is set again: in the next preview of a form, in the next form of a family, in the next cell of a table.

Decision: blocks are remembered by what is written in them (their XML) and by all that setting them depends on. What counts or
looks elsewhere (lists, notes, pictures, characters that must be reported) is set anew each time.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from forms.render.builtin.controls import around
from forms.render.builtin.ooxml import SDT, WORDS, Element, attribute, name, written
from forms.render.builtin.package import Package
from forms.render.builtin.properties import Formats
from forms.render.builtin.text import Area, unprintable

MOST, MOST_BYTES = 3000, 6_000_000  # blocks, and the length of what is written in them
ELSEWHERE = tuple(
    map(name, (
        "numPr", "sym", "drawing", "pict", "object", "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef",
        "m:oMath", "m:oMathPara",
    ))
)  # fmt: skip
STYLE = name("pStyle")
Set = TypeVar("Set")


class Memory:
    """The blocks set in the formats of one family of documents; when it is full it forgets them all."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], object] = {}
        self._bytes = 0

    def recall(self, key: tuple[object, ...]) -> object:
        """What was kept under a key; None for nothing."""
        return self._found.get(key)

    def keep(self, key: tuple[object, ...], found: object, length: int) -> None:
        """Remember something by a key of that length."""
        if len(self._found) >= MOST or self._bytes + length > MOST_BYTES:
            self._found, self._bytes = {}, 0
        self._found[key] = found
        self._bytes += length


@lru_cache(maxsize=8)
def _memory(formats: Formats) -> Memory:
    return Memory()


class Recollection:
    """One document's access to what was set before in its formats."""

    def __init__(self, package: Package, formats: Formats) -> None:
        self._settings = package.compatibility, package.default_tab, package.stretches_breaks
        self._memory, self._listed = _memory(formats), formats.styles.listed
        self._usable = formats.styles.default("paragraph") not in self._listed

    def of(self, element: Element, area: Area, make: Callable[[Element, Area], Set], kind: type[Set]) -> Set:
        """What `make` gives, a `kind`, for an element in an area, made now or before."""
        if not self._usable or area.numbers is not None or area.note_mark:
            return make(element, area)
        content, known = written(element), area.source.controls
        controls = (around(element, known), *map(known.get, element.iter(SDT))) if known else None
        place = area.width, area.pitch, area.extra, area.table, area.in_cell, area.upright
        key = content, controls, place, self._settings
        found = self._memory.recall(key)
        if isinstance(found, kind):
            return found
        made = make(element, area)
        if self._stands_alone(element):
            self._memory.keep(key, made, len(content))
        return made

    def _stands_alone(self, element: Element) -> bool:
        """Whether setting an element neither counts, nor looks elsewhere, nor has anything to report."""
        if next(element.iter(*ELSEWHERE), None) is not None:
            return False
        styles = {attribute(style, "val") for style in element.iter(STYLE)}
        return self._listed.isdisjoint(styles) and not unprintable("".join(map(str, element.itertext(WORDS))))
