"""Which rows a table could take over from another one: the countries of the destinations that have no line of cost yet.

Decision: which table goes with which is told by the call's own rule that the one must not miss what the other has.
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.kit.banners import Offer
from desktop.kit.clearing import empty
from desktop.session import Session
from forms.answers import kind_of
from forms.catalog.model import Call, Field
from forms.catalog.references import split_list_id
from forms.facts import Facts
from forms.values.plain import Plain, Value

MUST_STAND_THERE = "not_among"


class RowsOffer(QWidget):
    """One line below the table; gone while nothing is missing."""

    def __init__(self, session: Session, field: Field) -> None:
        """For the table of a field."""
        super().__init__()
        self._session, self._field = session, field
        self._rows: list[dict[str, Plain]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)

    def refresh(self) -> None:
        """Offer what is missing now."""
        rows = [] if self._session.is_read_only else rows_to_add(self._session.facts, self._field)
        if rows != self._rows:
            self._rows = rows
            self._show()
        self.setVisible(bool(rows))

    def _show(self) -> None:
        empty(self._column)
        if self._rows:
            named = "、".join(_named(self._field, row) for row in self._rows)
            offer = Offer("まだ行のない出願先", f"{named}の行を作る")
            offer.acted.connect(self.accept)
            self._column.addWidget(offer)

    def accept(self) -> None:
        """Add the rows behind those that are there."""
        kept = self._session.plain(self._field.id)
        self._session.enter({self._field.id: [*(kept if isinstance(kept, list) else []), *self._rows]})


def _named(field: Field, row: dict[str, Plain]) -> str:
    return "、".join(kind_of(field.columns[column]).show(str(value)) for column, value in row.items())


def rows_to_add(facts: Facts, field: Field) -> list[dict[str, Plain]]:
    """A row with just its first answer for everything that stands in the other table only, in that table's order."""
    return [{column: str(value)} for column, value in dict.fromkeys(_missing(facts, field))]


def _missing(facts: Facts, field: Field) -> Iterator[tuple[str, Value]]:
    for theirs, own in _pairs(facts.call, field):
        there = facts.column(f"{field.id}[].{own}")
        yield from ((own, value) for value in facts.column(theirs) if value is not None and value not in there)


def _pairs(call: Call, field: Field) -> Iterator[tuple[str, str]]:
    """A column of another table (`destinations[].country`) and the column of this one in which its values must stand."""
    for rule in call.rules:
        for name in rule.among if rule.check == MUST_STAND_THERE else ():
            group, column = split_list_id(name)
            if group == field.id and column:
                yield from ((theirs, column) for theirs in rule.fields if split_list_id(theirs)[1])
