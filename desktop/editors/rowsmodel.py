"""The rows of a table and what may be done to them; values in, values out, no widget here.

Decision: a row that has nothing in it and stands last is only somewhere to write, and no answer: it is shown, never kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.editors.display import displayed
from forms.answers import canonical, kind_of
from forms.catalog.model import Column, Field
from forms.values.plain import Plain, Value

Cells = Mapping[str, Plain]
Rows = tuple[Cells, ...]
Place = tuple[int, str]  # a row, counted from 0, and a column


@dataclass(frozen=True)
class Total:
    """A fixed line under the table: its label and its texts by column."""

    label: str
    texts: Mapping[str, str]
    is_bold: bool = False


@dataclass(frozen=True)
class Sheet:
    """Everything that a table shows."""

    columns: Mapping[str, Column]
    rows: Rows = ()
    computed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    complaints: Mapping[Place, str] = field(default_factory=dict)
    totals: tuple[Total, ...] = ()
    is_fixed: bool = False  # shown, not to be changed

    def text(self, row: int, column: str) -> str:
        """What stands in a cell, as people read it."""
        asked = self.columns[column]
        if asked.calculation:
            texts = self.computed.get(column, ())
            return texts[row] if row < len(texts) else ""
        return displayed(asked, self.rows[row].get(column, ""))

    @property
    def typed(self) -> tuple[str, ...]:
        """The columns that people fill in."""
        return tuple(name for name, column in self.columns.items() if not column.calculation)

    def beside(self, place: Place, by: int) -> Place | None:
        """The next cell to fill in (by 1) or the one before (by -1), over the ends of rows; None beyond the table."""
        at = place[0] * len(self.typed) + self.typed.index(place[1]) + by
        row, column = divmod(at, len(self.typed))
        return (row, self.typed[column]) if 0 <= row < len(self.rows) else None

    def said_of(self, row: int) -> tuple[tuple[Place, str], ...]:
        """What is to be said of a row, in the order of its cells."""
        places = ((row, name) for name in self.columns)
        return tuple((place, self.complaints[place]) for place in places if self.complaints.get(place))


def rows_of(asked: Field, value: Plain) -> Rows:
    """The rows of a kept answer, each cell in its kind's own form; none where the answer is no table."""
    if not isinstance(value, list):
        return ()
    kept = canonical(asked, [row for row in value if isinstance(row, dict)])
    return tuple(row for row in kept if isinstance(row, dict)) if isinstance(kept, list) else ()


def plain_of(rows: Rows) -> Plain:
    """The rows as they are kept; "" for none."""
    last = max((at for at, row in enumerate(rows) if not is_blank(row)), default=-1)
    return [dict(row) for row in rows[: last + 1]] or ""


def is_blank(row: Cells) -> bool:
    """Whether nothing is written in a row."""
    return all(cell in ("", []) for cell in row.values())


def with_cell(rows: Rows, place: Place, value: Plain) -> Rows:
    """With another value in one cell; "" takes it away."""
    at, column = place
    row = {name: cell for name, cell in rows[at].items() if name != column}
    return (*rows[:at], row if value == "" else row | {column: value}, *rows[at + 1 :])


def moved(rows: Rows, at: int, to: int) -> Rows:
    """With the row `at` standing at `to`."""
    rest = (*rows[:at], *rows[at + 1 :])
    return (*rest[:to], rows[at], *rest[to:])


def shown_values(column: Column, values: Sequence[Value | None]) -> tuple[str, ...]:
    """Computed values as their kind shows them; nothing for what is not known."""
    return tuple("" if value is None else kind_of(column).show(value) for value in values)


def as_block(sheet: Sheet, rows: Sequence[int]) -> list[list[str]]:
    """The texts of some rows, with the head where it is the whole table."""
    head = [[column.label for column in sheet.columns.values()]] if len(rows) == len(sheet.rows) > 1 else []
    return head + [[sheet.text(row, name) for name in sheet.columns] for row in rows]
