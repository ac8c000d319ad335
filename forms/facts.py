"""What is known of a case at one moment: answers that are asked, defaults, and everything worked out of them.

Decision: an answer in a branch that is hidden for now counts as not given, and comes back with its branch; values are worked out
when they are asked for, once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from forms.answers import Answers, Row, Rows, kind_of
from forms.catalog.model import Call, Column, Derived, Field
from forms.catalog.references import split_list_id
from forms.catalog.when import When
from forms.values.plain import Value

Calculation = Callable[["Facts", Derived], Value | None]
RowCalculation = Callable[["Facts", Row, Column], Value | None]


@dataclass(frozen=True)
class Calculators:
    """The calculations by name: of single values and of cells of a row."""

    single: Mapping[str, Calculation]
    row: Mapping[str, RowCalculation]


@dataclass(frozen=True)
class Facts:
    """One case, read; `others_requested`: yen asked for in the applicant's other cases of the year.

    `noted`: the names that were asked for; whoever wants to know clears it first.
    """

    call: Call
    answers: Answers
    today: date
    calculators: Calculators
    others_requested: int = 0
    noted: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    _values: dict[str, Value | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    _rows: dict[str, Rows] = field(default_factory=dict, init=False, repr=False, compare=False)
    _asked: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    def value(self, name: str) -> Value | None:
        """The value of a field or a derived value; None while it is not known or not asked, and for a rows field."""
        self.noted.add(name)
        if name not in self._values:
            self._values[name] = self._find(name)
        return self._values[name]

    def _find(self, name: str) -> Value | None:
        if name in self.call.derived:
            derived = self.call.derived[name]
            return self.calculators.single[derived.calculation](self, derived)
        asked = self.call.fields[name]
        if not self.asks(asked) or name in self.answers.complaints:
            return None
        return self.answers.values.get(name, kind_of(asked).parse(asked.default) if asked.default else None)

    def rows(self, name: str) -> Rows:
        """The rows of a rows field, calculated cells included; none while it is not asked."""
        self.noted.add(name)
        if name not in self._rows:
            asked = self.call.fields[name]
            rows = self.answers.rows.get(name, ()) if self.asks(asked) else ()
            self._rows[name] = tuple(self._with_calculated(asked, row) for row in rows)
        return self._rows[name]

    def is_given(self, name: str) -> bool:
        """Whether there is an answer: a value, or at least one row."""
        return self.value(name) is not None or (name in self.call.fields and bool(self.rows(name)))

    def is_readable(self, name: str) -> bool:
        """Whether no answer or cell of it was refused by its kind."""
        self.noted.add(name)
        return not any(subject.partition("[")[0] == name for subject in self.answers.complaints)

    def is_complete(self, name: str) -> bool:
        """Whether there is an answer, and in rows every cell that is asked for."""
        columns = self.call.fields[name].columns if name in self.call.fields else {}
        asked = [column for column, row in columns.items() if row.required and not row.calculation]
        return self.is_given(name) and all(column in row for row in (self.rows(name) if columns else ()) for column in asked)

    def _with_calculated(self, asked: Field, row: Row) -> Row:
        cells = dict(row)
        for name, column in asked.columns.items():
            if column.calculation:
                value = self.calculators.row[column.calculation](self, row, column)
                if value is not None:
                    cells[name] = value
        return cells

    def asks(self, asked: Field) -> bool:
        """Whether this case is asked that question."""
        self.noted.add(asked.id)
        known = self._asked.get(asked.id)
        if known is None:
            known = self._asked[asked.id] = not asked.when or self.holds(asked.when)
        return known

    def is_comparable(self, other: "Facts") -> bool:
        """Whether both are of one call and one day, beside the same other cases: then only answers tell them apart."""
        return self.call is other.call and (self.today, self.others_requested) == (other.today, other.others_requested)

    def differing(self, other: "Facts") -> frozenset[str]:
        """The fields and derived values about which anything is another than in comparable facts: asked, value, rows, complaint."""
        mine, theirs = self.answers, other.answers
        said = (subject.partition("[")[0] for subject, _ in mine.complaints.items() ^ theirs.complaints.items())
        values = (name for name in {*mine.values, *theirs.values} if mine.values.get(name) != theirs.values.get(name))
        fields = (asked.id for asked in self.call.fields.values() if self._tells_apart(other, asked))
        derived = (name for name in self.call.derived if self.value(name) != other.value(name))
        return frozenset((*said, *values, *fields, *derived))

    def _tells_apart(self, other: "Facts", asked: Field) -> bool:
        """Whether one is asked what the other is not, or has other rows."""
        if asked.when and self.asks(asked) is not other.asks(asked):
            return True
        return bool(asked.columns) and self.rows(asked.id) != other.rows(asked.id)

    def holds(self, when: When) -> bool:
        """Whether a condition holds; what is not known holds nothing."""
        return all(_meets(self.value(name), allowed) for name, allowed in when.items())

    def column(self, name: str) -> list[Value | None]:
        """The cells of `destinations[].planned`, one a row, None where empty."""
        group, column = split_list_id(name)
        return [row.get(column) for row in self.rows(group)]

    def text(self, name: str) -> str | None:
        """A text or a choice."""
        value = self.value(name)
        return value if isinstance(value, str) else None

    def figure(self, name: str) -> int | None:
        """Yen or a count."""
        value = self.value(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool | None:
        """Yes, no, or not answered."""
        value = self.value(name)
        return value if isinstance(value, bool) else None

    def day(self, name: str) -> date | None:
        """A day."""
        value = self.value(name)
        return value if isinstance(value, date) else None

    def share(self, name: str) -> Fraction | None:
        """A share, exact."""
        value = self.value(name)
        return value if isinstance(value, Fraction) else None


def _meets(value: Value | None, allowed: tuple[str | bool, ...]) -> bool:
    if isinstance(value, tuple):
        return any(item in allowed for item in value)
    return value is not None and value in allowed
