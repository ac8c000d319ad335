"""What a check looks at, how it finds values and limits, and what it yields.

Decision: a check knows no field; it gets ids, limits and words from its rule. What is not known is not hit: missing answers are
said elsewhere, once.
"""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from forms.answers import Row, kind_of
from forms.casefile import Attached
from forms.catalog.model import Rule
from forms.catalog.references import literal, reference, split_list_id
from forms.facts import Facts
from forms.plan import Planned
from forms.values.plain import Value
from forms.values.wareki import show_date

Comparable = int | date | Fraction


@dataclass(frozen=True)
class Hit:
    """One thing found: the subject looked at, and what the message shows as {value} and {limit}."""

    subject: str
    value: str = ""
    limit: str = ""


@dataclass(frozen=True)
class Context:
    """What a check may look at: the case, its packet and papers, and the code points that can be printed."""

    facts: Facts
    packet: tuple[Planned, ...]
    attached: tuple[Attached, ...]
    drawable: Container[int]

    def papers(self, document: str) -> tuple[Attached, ...]:
        """The papers of a document that belongs in the packet."""
        return next((planned.papers for planned in self.packet if planned.document.id == document), ())


@dataclass(frozen=True)
class Cell:
    """One value looked at, with its subject and its row (empty for a single answer)."""

    subject: str
    value: Value
    row: Row
    shown: str


Check = Callable[[Context, Rule], Iterator[Hit]]


def cells(context: Context, name: str) -> Iterator[Cell]:
    """The known values that an id stands for: one, or one a row."""
    facts = context.facts
    group, column = split_list_id(name)
    if not column:
        value = facts.value(name)
        if value is not None:
            yield Cell(name, value, {}, shown_as(context, name, value))
        return
    for index, row in enumerate(facts.rows(group)):
        if column in row:
            yield Cell(f"{group}[{index}].{column}", row[column], row, shown_as(context, name, row[column]))


def shown_as(context: Context, name: str, value: Value) -> str:
    call = context.facts.call
    group, column = split_list_id(name)
    if column:
        return kind_of(call.fields[group].columns[column]).show(value)
    asked = call.fields.get(name) or call.derived[name]
    return "" if asked.kind == "rows" else kind_of(asked).show(value)


def all_cells(context: Context, rule: Rule) -> Iterator[Cell]:
    for name in rule.fields:
        yield from cells(context, name)


def find_limit(context: Context, limit: str, row: Row) -> tuple[Comparable | None, str]:
    """A limit as a figure or day, and as it is shown."""
    if limit.startswith("call."):
        found = reference(context.facts.call.terms, limit)
    elif (plain := literal(limit)) is not None:
        found = plain
    else:
        column = split_list_id(limit)[1]
        found = row.get(column) if column else context.facts.value(limit)
    if not isinstance(found, Comparable):
        return None, ""
    return found, _shown_limit(found)


def _shown_limit(limit: Comparable) -> str:
    if isinstance(limit, date):
        return show_date(limit)
    return f"{limit:,}" if isinstance(limit, int) else str(limit)


def given_words(context: Context, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words themselves, or those that call.toml gives."""
    found: list[str] = []
    for word in words:
        value = reference(context.facts.call.terms, word) if word.startswith("call.") else word
        found += value if isinstance(value, tuple) else [str(value)]
    return tuple(found)
