"""The editor of a table of rows: officers, destinations, expenses. Here: where the cursor goes and what keys and buttons do.

Decision: nothing is asked before a row is removed, because undo brings it back; the Tab key goes through the cells and then on.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.editors.editor import Editor
from desktop.editors.rowskeys import Deed, deed_in_cell, deed_on_row
from desktop.editors.rowsmodel import Place, as_block, moved, rows_of
from desktop.editors.rowspaste import is_block, parse_block, pasted, write_block
from desktop.editors.rowstable import RowsTable
from forms.catalog.model import Column, Field

_CELL = re.compile(r"(\d+)\]\.(.+)")
ARRIVING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
READING = (Deed.UP, Deed.DOWN, Deed.COPY, Deed.SELECT_ALL)  # what may be done where nothing may be changed


class RowsEditor(RowsTable):
    """A table that is filled in."""

    def __init__(self, asked: Field, make_cell: Callable[[Column], Editor]) -> None:
        """For a field of rows; `make_cell` makes the editor of a column's cells."""
        super().__init__(asked, make_cell)
        self.view.installEventFilter(self)
        self.view.cell_pressed.connect(self.focus_cell)
        self.view.grip_pressed.connect(self.select_row)
        self.view.remove_pressed.connect(lambda row: self.remove_rows(frozenset({row})))
        self.view.dropped.connect(self.move_row)
        self.foot.button.clicked.connect(self.add_row)
        self._deeds: dict[Deed, Callable[[], object]] = {
            Deed.UP: lambda: self._go_down(-1),
            Deed.DOWN: lambda: self._go_down(1),
            Deed.BEFORE: lambda: self._go_beside(-1),
            Deed.AFTER: lambda: self._go_beside(1),
            Deed.ADD: self.add_row,
            Deed.RAISE: lambda: self.move_row(self._row, self._row - 1),
            Deed.LOWER: lambda: self.move_row(self._row, self._row + 1),
            Deed.REMOVE: lambda: self.remove_rows(self.view.selected),
            Deed.ENTER: lambda: self.focus_cell(self._row, ""),
            Deed.STEP_OUT: self._step_out,
            Deed.COPY: self._copy,
            Deed.SELECT_ALL: lambda: self.view.select(frozenset(range(len(self.rows)))),
        }

    @property
    def _row(self) -> int:
        """The row in which the cursor stands, or that is selected; -1 for none."""
        place = self.cells.place
        return place[0] if place is not None else min(self.view.selected, default=-1)

    def take_focus(self, cell: str = "") -> None:
        """Put the cursor into a cell (`2].name`), else into the first."""
        found = _CELL.fullmatch(cell)
        if found:
            self.focus_cell(int(found[1]), found[2])
        else:
            self._arrive(from_behind=False)

    def focus_cell(self, row: int, column: str) -> None:
        """Put the cursor into a cell; where there is none, on what adds a row."""
        self.cells.take()
        sheet = self.view.sheet
        if not 0 <= row < len(self.rows) or sheet.is_fixed or not sheet.typed:
            self.foot.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = (row, column if column in sheet.typed else sheet.typed[0])
        self.view.select(frozenset())
        editor = self.cells.open(place, self._value(place), self.view.cell_rect(place))
        self._complain(place, editor)
        self._reveal(editor)
        self.cell_focused.emit(*place)

    def _reveal(self, widget: QWidget) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(widget, 0, widget.height())

    def _arrive(self, *, from_behind: bool) -> None:
        typed = self.view.sheet.typed
        if self.rows and self.view.sheet.is_fixed:
            self.select_row(len(self.rows) - 1 if from_behind else 0)
        elif self.rows and typed:
            self.focus_cell(len(self.rows) - 1 if from_behind else 0, typed[-1 if from_behind else 0])
        else:
            self.foot.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def select_row(self, row: int) -> None:
        """Select a row as a whole; the keyboard is with the table."""
        self.cells.take()
        self.cells.drop()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.select(frozenset({row}) if row < len(self.rows) else frozenset())

    def add_row(self) -> None:
        """Add a row at the end and put the cursor into it."""
        self.cells.take()
        self._keep((*self.rows, {}))
        self.focus_cell(len(self.rows) - 1, self.view.sheet.typed[0])

    def remove_rows(self, gone: frozenset[int]) -> None:
        """Take rows out, as one change; the next one is selected."""
        if not gone:
            return
        if self.cells.place is not None and self.cells.place[0] not in gone:
            self.cells.take()
        self.cells.drop()
        self._keep(tuple(row for at, row in enumerate(self.rows) if at not in gone))
        if self.rows:
            self.select_row(min(min(gone), len(self.rows) - 1))
        else:
            self.foot.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_row(self, row: int, to: int) -> None:
        """Put a row elsewhere; the cursor, or the selection, goes with it."""
        if row < 0 or not 0 <= to < len(self.rows):
            return
        self.cells.take()
        place = self.cells.place
        self.cells.drop()
        self._keep(moved(self.rows, row, to))
        if place is None:
            self.select_row(to)
        else:
            self.focus_cell(to if place[0] == row else place[0], place[1])

    def paste_text(self, text: str, place: Place) -> None:
        """Lay a block from a spreadsheet over the table from a cell on, as one change."""
        self.cells.drop()
        rows = pasted(self.view.sheet, place, parse_block(text))
        self._keep(rows_of(self._field, list(map(dict, rows))))
        self.focus_cell(*place)

    def _go_down(self, by: int) -> None:
        """The same cell of the next row, or the next row as a whole; at the ends, what stands here is taken."""
        place, row = self.cells.place, self._row + by
        if not 0 <= row < len(self.rows):
            self.cells.take()
        elif place is not None:
            self.focus_cell(row, place[1])
        else:
            self.select_row(row)

    def _go_beside(self, by: int) -> bool:
        """The next cell; whether there is one."""
        place = self.cells.place
        beside = None if place is None else self.view.sheet.beside(place, by)
        if beside is not None:
            self.focus_cell(*beside)
        return beside is not None

    def _step_out(self) -> None:
        """Take back what was typed in the cell; where nothing was, out of the cell to its row."""
        if self.cells.editor is not None and self.cells.editor.is_unread:
            self.cells.editor.revert()
        else:
            self.select_row(self._row)

    def _copy(self) -> None:
        """Put the selected rows, or the one with the cursor, on the clipboard as a spreadsheet takes them."""
        self.cells.take()
        rows = sorted(self.view.selected) or [self._row]
        QGuiApplication.clipboard().setText(write_block(as_block(self.view.sheet, rows)))

    def _paste(self) -> bool:
        """Lay what is on the clipboard over the table, if it is more than one cell or a row is selected."""
        text = QGuiApplication.clipboard().text()
        if not self.rows or (self.cells.place is not None and not is_block(text)):
            return False
        self.paste_text(text, self.cells.place or (self._row, self.view.sheet.typed[0]))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the open cell or of the selected row, and the Tab key's arrival."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(event)
        if watched is self.view and isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in ARRIVING:
            self._arrive(from_behind=event.reason() == Qt.FocusReason.BacktabFocusReason)
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        editor = self.cells.editor
        if editor is not None and editor.is_busy():
            return False
        deed = deed_on_row(event) if editor is None else deed_in_cell(event, editor.target)
        if self.view.sheet.is_fixed and deed not in READING:
            return False
        if deed is Deed.PASTE:
            return self._paste()
        if deed is not None:
            self._deeds[deed]()
        return deed is not None

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's name and shape
        """The Tab key goes through the cells; after the last one, and before the first, out of the table."""
        if self._go_beside(1 if next else -1):
            return True
        if next and self.view.hasFocus() and self.rows and not self.view.sheet.is_fixed:
            self.focus_cell(max(self._row, 0), "")
            return True
        self.cells.take()
        self.cells.drop()
        return super().focusNextPrevChild(next)
