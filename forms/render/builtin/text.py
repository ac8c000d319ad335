"""Text as atoms: characters and words in their faces, measured; and the area that text is set in.

Decision: a character that no bundled font has is printed as 〓, the printers' mark for a missing type; whoever reads the text
from the file names it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain, groupby, starmap
from typing import NamedTuple

from forms.fonts import drawable, is_selector, segments, standing
from forms.render.builtin.boxes import Atom
from forms.render.builtin.kinsoku import QUOTES, is_eastern
from forms.render.builtin.package import Source
from forms.render.builtin.properties import NO_TABLE, RunFormat, TableContext
from forms.render.builtin.symbols import PRIVATE_USE

MISSING = "〓"
SMALL_CAPITAL = 0.8  # share of the size


class PageNumbers(NamedTuple):
    """What PAGE and NUMPAGES read on a page."""

    page: int
    pages: int
    style: str = "decimal"


@dataclass(frozen=True)
class Area:
    """Where text is set: width and line pitch (0: no grid) in points, the part it comes from, the page's numbers if known."""

    width: float
    pitch: float
    source: Source
    numbers: PageNumbers | None = None
    table: TableContext = NO_TABLE
    in_cell: bool = False
    extra: float = 0.0  # what the character grid adds to East Asian characters
    upright: bool = False  # East Asian characters stand upright in vertical lines
    note_mark: str = ""  # what a note's own number reads, in a note


def unprintable(text: str) -> list[str]:
    """The characters of a text that no bundled font has."""
    known = _printable()
    return [] if known.issuperset(text) else [sign for sign in text if sign not in known]


@cache
def _printable() -> frozenset[str]:
    """Every character that prints something, be it white space."""
    return frozenset(map(chr, (*drawable(), *PRIVATE_USE))) | frozenset(" \t\n")


@lru_cache(maxsize=5_000)
def text_atoms(text: str, form: RunFormat, extra: float = 0.0) -> tuple[Atom, ...]:
    """Cut text into atoms and measure them; `extra` points are added to each East Asian character.

    Forms say the same again and again, so that whole runs are remembered.
    """
    shown = (text.upper() if form.capitals else text).translate(PRIVATE_USE)
    lost = unprintable(shown)
    if lost:
        shown = shown.translate({ord(sign): MISSING for sign in lost})
    if form.small_capitals and any(sign.islower() for sign in shown):
        return tuple(atom for part, size in _small_capitals(shown, form) for atom in text_atoms(part, size, extra))
    wide = replace(form, spacing=form.spacing + extra) if extra else form
    units = ((kind, raw, wide if kind == "eastern" else form) for kind, raw in _units(shown, form))
    return tuple(chain.from_iterable(starmap(_measured, units)))


def _small_capitals(text: str, form: RunFormat) -> Iterator[tuple[str, RunFormat]]:
    plain = replace(form, small_capitals=False)
    for lower, part in groupby(text, str.islower):
        yield "".join(part).upper(), replace(plain, size=form.size * SMALL_CAPITAL) if lower else plain


def _units(text: str, form: RunFormat) -> Iterator[tuple[str, str]]:
    """(kind, text) of the unbreakable units."""
    word, held = "", "word"  # what is being gathered, and its kind
    for character in text:
        kind = _kind(character)
        if kind == "selector":
            word, held = word + character, held if word else "eastern"
            continue
        if kind == "quote":
            kind = "eastern" if form.eastern_hint or held == "eastern" else "word"
        if word and (kind != "word" or held != "word" or word[-1] == "-"):
            yield held, word
            word = ""
        word, held = word + character, kind if not word else held
    if word:
        yield held, word


@cache
def _kind(character: str) -> str:
    """What a character is; quotes are of the kind of what stands before them."""
    if character in " \t\n":
        return "space"
    if is_selector(character):
        return "selector"
    if character in QUOTES:
        return "quote"
    return "eastern" if is_eastern(character) else "word"


@lru_cache(maxsize=20_000)
def _measured(kind: str, raw: str, form: RunFormat) -> tuple[Atom, ...]:
    """A unit as atoms, one for each face that prints it; the same characters come again and again."""
    return tuple(_measure(kind, raw, form))


def _measure(kind: str, raw: str, form: RunFormat) -> Iterator[Atom]:
    family = form.eastern if kind == "eastern" else form.latin
    for owner, drawn in segments(raw.replace("\n", " ").replace("\t", " "), family, form.bold):
        if form.upright and kind == "eastern":
            drawn = "".join(standing(owner, sign) for sign in drawn)
        width = owner.width(drawn) * form.drawn_size * form.scale + form.spacing * len(drawn)
        yield Atom(kind, form, raw, drawn, owner, width)


def drawn_width(atom: Atom) -> float:
    """The advance of a text atom in points, with its character spacing."""
    if atom.owner is None:
        return atom.width
    form = atom.format
    return atom.owner.width(atom.drawn) * form.drawn_size * form.scale + form.spacing * len(atom.drawn)
