"""What is worked out of a table's rows, shown in the table: computed columns and the fixed lines under it.

Decision: which columns and which lines there are is the call's data, the figures are the facts'; nothing is reckoned here.
"""

from collections.abc import Mapping

from desktop.editors.rowstable import RowsTable
from forms.answers import kind_of
from forms.catalog.model import Field
from forms.facts import Facts


def show_worked_out(table: RowsTable, field: Field, facts: Facts) -> None:
    """Bring computed columns and totals into the table of a field; what stands there already is not touched."""
    rows = facts.rows(field.id)
    for name, column in field.columns.items():
        if column.calculation:
            table.show_computed(name, [row.get(name) for row in rows])
    if field.totals:
        last = field.totals[-1]
        table.show_totals([(total.label, _texts(facts, total.cells), total is last) for total in field.totals] if rows else [])


def _texts(facts: Facts, cells: Mapping[str, str]) -> dict[str, str]:
    known = ((column, name, facts.value(name)) for column, name in cells.items())
    return {column: "" if value is None else kind_of(facts.call.derived[name]).show(value) for column, name, value in known}
