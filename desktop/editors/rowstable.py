"""What a table of rows shows, and how its rows are read and kept; where the cursor goes is the business of `rows`.

Decision: every cell that is left, and every row that is removed, moved or pasted, is one change (`left`), so that undo takes back
just that.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.editors.choosing import chosen
from desktop.editors.editor import Editor
from desktop.editors.rowscells import CellDesk
from desktop.editors.rowsfoot import RowsFoot
from desktop.editors.rowsmodel import Place, Rows, Sheet, Total, plain_of, rows_of, shown_values, with_cell
from desktop.editors.rowsview import RowsView
from forms.catalog.model import Column, Field
from forms.values.plain import Plain, Value


class RowsTable(Editor):
    """A table of rows, as it is shown."""

    cell_focused = Signal(int, str)  # the row, counted from 0, and the column in which the cursor stands

    def __init__(self, asked: Field, make_cell: Callable[[Column], Editor]) -> None:
        """For a field of rows; `make_cell` makes the editor of a column's cells."""
        super().__init__(asked)
        self._field = asked
        self.view = RowsView(Sheet(asked.columns))
        self.view.setAccessibleName(f"{asked.label}の表")
        self._lay_out()
        self.foot = RowsFoot(asked.label, self.view)
        self.cells = CellDesk(asked, self.view, make_cell, self)
        self.view.laid_out.connect(self._stand)
        self.cells.entered.connect(self._enter)
        self.show_plain("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.view)

    @property
    def target(self) -> QWidget:
        """The table."""
        return self.view

    @property
    def rows(self) -> Rows:
        """The rows that are shown, the blank last one included."""
        return self.view.sheet.rows

    def plain(self) -> Plain:
        """The rows that something is written in; "" for none."""
        return plain_of(self.rows)

    def _form(self, value: Plain) -> Plain:
        return plain_of(rows_of(self._field, value))

    def _put(self, form: Plain) -> None:
        self._show_rows(rows_of(self._field, form))

    @property
    def is_unread(self) -> bool:
        """Whether something is being typed that has not been handed over."""
        return self.cells.editor is not None and self.cells.editor.is_unread

    def leave(self) -> None:
        """Hand over what is being typed in a cell."""
        self.cells.take()

    def _show_rows(self, rows: Rows) -> None:
        """Show other rows; the open cell stays open where there still is one."""
        place = self.cells.place
        if place is not None and place[0] >= len(rows):
            self.cells.drop()
        self._show(rows=rows)
        if self.cells.place is not None and self.cells.editor is not None:
            self.cells.editor.show_plain(self._value(self.cells.place))

    def _show(self, **changes: object) -> None:
        self.view.show_sheet(replace(self.view.sheet, **changes))  # type: ignore[arg-type]

    def _value(self, place: Place) -> Plain:
        return self.rows[place[0]].get(place[1], "")

    def _stand(self) -> None:
        """Put the open editor, and what adds a row, where the table now keeps room for them."""
        sheet, place = self.view.sheet, self.cells.place
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if sheet.rows else Qt.FocusPolicy.NoFocus)
        self.foot.stand(self.view.box.add, is_empty=not sheet.rows, is_fixed=sheet.is_fixed)
        if place is not None and place[0] < len(sheet.rows):
            self.cells.stand(self.view.cell_rect(place))

    def _enter(self, row: int, column: str, value: Plain) -> None:
        self._keep(with_cell(self.rows, (row, column), chosen(self._field.columns[column], value)))

    def _keep(self, rows: Rows) -> None:
        """Show changed rows, cells in their kinds' own form, and say so, if what is kept of them is new."""
        form = plain_of(rows)
        self._show(rows=rows)
        if form != self._shown:
            self._shown = form
            self.left.emit()

    def show_computed(self, column: str, values: Sequence[Value | None]) -> None:
        """Show what was worked out for a computed column, a value a row (None: not known)."""
        texts = shown_values(self._field.columns[column], values)
        self._show_if_new(computed={**self.view.sheet.computed, column: texts})

    def show_totals(self, totals: Sequence[tuple[str, Mapping[str, str], bool]]) -> None:
        """Show fixed lines under the table: label, texts by column, whether bold."""
        self._show_if_new(totals=tuple(Total(*total) for total in totals))

    def set_cell_complaints(self, complaints: Mapping[Place, str]) -> None:
        """Show these complaints, each at its cell (row counted from 0, column) and below its row."""
        self._show_if_new(complaints=dict(complaints))
        if self.cells.place is not None and self.cells.editor is not None:
            self._complain(self.cells.place, self.cells.editor)

    def _show_if_new(self, **changes: object) -> None:
        if any(getattr(self.view.sheet, name) != value for name, value in changes.items()):
            self._show(**changes)

    def _complain(self, place: Place, editor: Editor) -> None:
        complaint = self.view.sheet.complaints.get(place, "")
        editor.set_bad(bool(complaint), complaint)

    def set_readonly(self, readonly: bool) -> None:
        """Show the rows without letting them be changed."""
        self.cells.drop()
        self._show_if_new(is_fixed=readonly)
