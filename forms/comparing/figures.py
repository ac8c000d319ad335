"""Sums on paper: an amount at a label, and the total of an estimate, which may be for a part of the costs only.

Decision: a total agrees with the case if it is what some countries and some headings of cost come to, with or without consumption
tax; then the paper is for just those. Only the largest total of a paper counts, and nothing while another paper has the whole.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, combinations

from forms.answers import Row
from forms.calculations.money import eligible
from forms.catalog.references import split_list_id
from forms.comparing.amounts import SMALLEST, Amount, agrees, amounts, unit_of
from forms.comparing.context import Look, Mismatch
from forms.comparing.labels import Asked, Value, labelled
from forms.comparing.leaves import Leaves

MOST_ROWS = 5  # countries of which every selection is summed up; of more, each, each two and all but one
CUT = range(-3, 4)  # yen by which sums without tax may differ: some cut each cost, some their sum
_YEN = re.compile("[円¥]|JPY|yen", re.IGNORECASE)
Table = tuple[tuple[int, ...], ...]
Costs = tuple[Table, Table]


def amount(look: Look) -> Iterator[Mismatch]:
    """An amount at a label, where none of those in the labels' lines is the case's."""
    for cell in look.given:
        wanted = cell.value if isinstance(cell.value, int) else 0
        priced = [(value, found) for value in look.values if (found := _priced(value, whole=bool(look.row.until)))]
        if priced and not any(agrees(one, wanted, unit_of(value.leaf)) for value, found in priced for one in found):
            nearest = min(priced[0][1], key=lambda one: abs(one.yen - wanted))
            yield look.mismatch(cell, priced[0][0].place, nearest.shown)


@lru_cache(maxsize=4096)
def _priced(value: Value, *, whole: bool) -> tuple[Amount, ...]:
    """The amounts at a label: of its line or, where it has none, the next; all down to the next label for a row that says where it ends."""
    least = SMALLEST // unit_of(value.leaf)
    found = [tuple(one for one in amounts(line) if one.marked or one.yen >= least or one.yen == 0) for line in value.block]
    return tuple(chain.from_iterable(found)) if whole else next((each for each in found[:2] if each), ())


def total(look: Look) -> Iterator[Mismatch]:
    """Papers whose total is nothing that the costs in the case come to; the row's fields are the costs and, last, their sum."""
    whole = look.context.facts.figure(look.row.fields[-1])
    if not whole:
        return
    totals = [found for leaves in look.papers if (found := _total_of(leaves, Asked(look.row.labels, look.row.until))) is not None]
    if any(agrees(largest, whole, unit_of(value.leaf)) for value, largest in totals):
        return
    possible = _possible(_costs(look))
    for value, largest in totals:
        unit = unit_of(value.leaf)
        if largest.yen not in possible and (unit == 1 or not any(agrees(largest, one, unit) for one in possible)):
            yield look.at_fault(value.place, largest.shown, f"{whole:,}")


@lru_cache(maxsize=256)
def _total_of(leaves: Leaves, asked: Asked) -> tuple[Value, Amount] | None:
    """The largest amount at a label of totals on one paper, if the paper counts in yen."""
    if not any(_YEN.search(line) for leaf in leaves for line in leaf.lines):
        return None
    found = [(value, one) for value in labelled(leaves, asked) for one in _in_yen(value)]
    return max(found, key=lambda pair: pair[1].yen, default=None)


def _in_yen(value: Value) -> Iterator[Amount]:
    line = value.head if amounts(value.head) or not value.tail else value.tail[0]
    return (one for one in amounts(line) if one.marked and one.yen >= SMALLEST)


def _costs(look: Look) -> Costs:
    """The costs by row and heading, as they stand and without consumption tax."""
    facts, pairs = look.context.facts, [split_list_id(name) for name in look.row.fields[:-1]]
    rows, headings = facts.rows(pairs[0][0]), [column for _, column in pairs]
    gross = tuple(tuple(_cost(row, name) for name in headings) for row in rows)
    return gross, tuple(tuple(eligible(facts, row, name) for name in headings) for row in rows)


def _cost(row: Row, name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else 0


def _choices(count: int) -> Iterable[tuple[int, ...]]:
    """Selections of rows or headings, the empty one left out."""
    sizes = range(1, count + 1) if count <= MOST_ROWS else sorted({1, 2, count - 1, count})
    return chain.from_iterable(combinations(range(count), size) for size in sizes)


@lru_cache(maxsize=64)
def _possible(costs: Costs) -> frozenset[int]:
    """What any countries and any headings come to."""
    gross, net = costs
    return frozenset((*_sums(gross), *(found + cut for found in _sums(net) for cut in CUT)))


def _sums(table: Table) -> Iterator[int]:
    for rows in _choices(len(table)):
        columns = [sum(cells) for cells in zip(*(table[row] for row in rows), strict=True)]
        yield from (sum(columns[column] for column in chosen) for chosen in _choices(len(columns)))
