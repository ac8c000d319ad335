"""Shares on paper: who owns and who pays how much, as contracts word it (甲が3分の2、乙が3分の1を負担する).

Decision: only sentences that name shares of what is asked count, and only those with a share for two. Where the contract says who is
甲 and who is 乙, each share is compared with that party's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile

from forms.comparing.context import Look, Mismatch
from forms.comparing.folding import fold
from forms.comparing.leaves import Leaf
from forms.errors import InvalidAnswer
from forms.rules.context import Cell
from forms.values.numbers import parse_fraction, show_fraction

_KANJI = "一二三四五六七八九十"
_SHARE = re.compile(
    rf"(?P<share>(?:\d{{1,3}}|[{_KANJI}]{{1,2}})分の(?:\d{{1,3}}|[{_KANJI}]{{1,2}})|(?<![\d/])\d{{1,3}}/\d{{1,3}}(?![\d/])"
    rf"|\d{{1,3}}(?:\.\d+)?(?:%|パ[-ー]セント)|(?<!\d)\d割(?:\d分)?(?![引増]))"
)
_RATIO = re.compile(r"(?<![\d:対])(\d{1,3})(?:対|:)(\d{1,3})(?![\d:対])")
_EVEN = re.compile("均等|等分|折半|同じ割合|平等")
LONGEST = 400  # letters of a sentence; what is longer is no sentence
SIGNATURE = 4  # lines of one
_PARTY = "甲乙丙丁"
_PAIR = re.compile(rf"([{_PARTY}])[^{_PARTY}。\d]{{0,12}}?{_SHARE.pattern}")
_CALLED = re.compile(rf"以下,?「?([{_PARTY}])")
_SIGNED = re.compile(rf"^[(「]?([{_PARTY}])[)」]?[ \t:]")


@dataclass(frozen=True)
class Clause:
    """A sentence, or a line of a table, with shares: in their order, and by party where it says whose they are."""

    leaf: Leaf
    text: str
    is_line: bool
    shares: tuple[Fraction, ...]
    by_party: tuple[tuple[str, Fraction], ...]


@lru_cache(maxsize=1024)
def _clauses_on(leaf: Leaf) -> tuple[Clause, ...]:
    """The lines and sentences of a page that name shares for two or more."""
    lines = [_bare(line) for reading in leaf.readings for line in reading]
    sentences = [text for reading in leaf.readings for text in "".join(map(_bare, reading)).split("。")]
    found = {text: shares_in(text) for text in (*lines, *sentences) if len(text) <= LONGEST}
    in_line = set(lines)
    return tuple(Clause(leaf, text, text in in_line, shares, tuple(_by_party(text))) for text, shares in found.items() if len(shares) > 1)


def _bare(line: str) -> str:
    """A line without blanks, but for those that part figures."""
    return "".join(re.sub(r"(?<=[\d%])\s+(?=\d)", ";", line).split())


def shares_in(text: str) -> tuple[Fraction, ...]:
    """The shares that a text without blanks names, in order."""
    shares = [share for match in _SHARE.finditer(text) if (share := _fraction(match["share"])) is not None]
    for match in () if shares else _RATIO.finditer(text):
        one, other = int(match[1]), int(match[2])
        shares += [Fraction(one, one + other), Fraction(other, one + other)] if one and other else []
    if not shares and _EVEN.search(text):
        return Fraction(1, 2), Fraction(1, 2)
    return tuple(shares)


def _by_party(text: str) -> Iterator[tuple[str, Fraction]]:
    for match in _PAIR.finditer(text):
        share = _fraction(match["share"])
        if share is not None:
            yield match[1], share


def _fraction(text: str) -> Fraction | None:
    try:
        return parse_fraction(_arabic(text))
    except InvalidAnswer:
        return None


def _arabic(text: str) -> str:
    """Kanji numbers up to ten as digits."""
    return "".join(str(_KANJI.index(sign) + 1) if sign in _KANJI else sign for sign in text)


def shares(look: Look) -> Iterator[Mismatch]:
    """Shares in the clauses that name the row's labels that are not the case's.

    Fields: the applicant's share and name, the others' shares and names.
    """
    found = [clause for leaf in look.leaves for clause in _clauses_on(leaf) if _is_about(clause, look)]
    clauses = [clause for clause in found if clause.is_line] or found
    held = list(_held(look)) if clauses else []
    order = _order(look.leaves, tuple(holder for _, holder in held))
    for cell, holder in held:
        stated = [(clause, _stated(clause, _party_of(look, holder), holder, order)) for clause in clauses]
        if not any(cell.value in theirs for _, theirs in stated):
            clause, theirs = stated[0]
            yield look.mismatch(cell, clause.leaf.place, "、".join(map(show_fraction, theirs)))


def _stated(clause: Clause, party: str, holder: str, order: tuple[str, ...]) -> tuple[Fraction, ...]:
    """The shares of a clause that may be that holder's: those of its 甲 or 乙, else the one in its place, else all of them."""
    by_party = tuple(share for called, share in clause.by_party if called == party)
    if by_party:
        return by_party
    if not clause.by_party and holder in order and len(order) == len(clause.shares):
        return (clause.shares[order.index(holder)],)
    return clause.shares


@lru_cache(maxsize=256)
def _order(leaves: tuple[Leaf, ...], holders: tuple[str, ...]) -> tuple[str, ...]:
    """The holders in the order in which the paper names them first; none where it does not name all."""
    text = "".join(fold(line) for leaf in leaves for line in leaf.lines)
    places = {holder: text.find(fold(holder)) for holder in holders}
    return tuple(sorted(places, key=lambda holder: places[holder])) if min(places.values(), default=-1) >= 0 else ()


def _is_about(clause: Clause, look: Look) -> bool:
    """Whether one of the labels stands there with all of its words (費用…負担)."""
    return any(all(word in clause.text for word in label.split("〜")) for label in look.row.labels) and not any(
        word in clause.text for word in look.row.unless
    )


def _held(look: Look) -> Iterator[tuple[Cell, str]]:
    """Each share of the case with the name of who holds it."""
    own, name, others, their_names = look.row.fields
    named = next((str(cell.value) for cell in look.cells(name)), "")
    yield from ((cell, named) for cell in look.cells(own))
    for cell in look.cells(others):
        row_name = cell.row.get(their_names.rpartition(".")[2])
        yield cell, str(row_name or "")


@lru_cache(maxsize=256)
def _parties(leaves: tuple[Leaf, ...]) -> tuple[tuple[str, str], ...]:
    """Words before each 「以下「甲」という」 and beside each 甲 of the signatures, folded, with the letter."""
    found = []
    for leaf in leaves:
        text = "".join("".join(line.split()) for line in leaf.lines)
        ends = [0, *(match.end() for match in _CALLED.finditer(text))]
        found += [(fold(text[start : match.start()]), match[1]) for start, match in zip(ends, _CALLED.finditer(text), strict=False)]
        found += _signed(leaf.lines)
    return tuple(found)


def _signed(lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What stands at each 甲 of the signatures, up to the next party."""
    for at, line in enumerate(lines):
        if match := _SIGNED.match(line):
            below = takewhile(lambda other: not _SIGNED.match(other), lines[at + 1 : at + SIGNATURE])
            yield fold("".join((line, *below))), match[1]


def _party_of(look: Look, holder: str) -> str:
    """甲, 乙 … of that name; "" where the contract does not say."""
    wanted = fold(holder)
    return next((letter for text, letter in _parties(look.leaves) if wanted and wanted in text), "")
