"""The rows that are shown, as Qt's views and screen readers want them; which of them are ticked.

Decision: ticks belong to paths, not to places, so that sorting and looking anew keep them; a row that is filtered away loses its
tick: nothing is built that is not seen.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.register.columns import COLUMNS, TICK, told
from desktop.register.looking import CaseRow

ROW = Qt.ItemDataRole.UserRole
Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RegisterModel(QAbstractTableModel):
    """Each cell has its words; `ROW` gives the whole CaseRow."""

    ticked = Signal()

    def __init__(self, today: date) -> None:
        """No rows yet."""
        super().__init__()
        self.today = today
        self.rows: list[CaseRow] = []
        self.ticks: set[Path] = set()

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these rows in this order."""
        paths = [row.path for row in rows]
        same = paths == [row.path for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = list(rows)
        self.ticks &= set(paths)
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
        else:
            self.endResetModel()

    def chosen(self) -> list[CaseRow]:
        """The ticked rows, as they stand."""
        return [row for row in self.rows if row.path in self.ticks]

    def tick(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        self._tick(self.ticks ^ {self.rows[row].path})

    def tick_all(self) -> None:
        """Tick every row that is shown; where all are, none."""
        every = {row.path for row in self.rows}
        self._tick(set() if self.ticks == every else every)

    def _tick(self, ticks: set[Path]) -> None:
        before, self.ticks = self.ticks, ticks
        if self.rows and before != ticks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.ticked.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """As many as are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column has a tick."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """A cell's words, the row, its tick, or the row as it is said."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Role.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if row.path in self.ticks else Qt.CheckState.Unchecked
        if role == Role.DisplayRole:
            return COLUMNS[index.column()].text(row, self.today)
        if role == Role.ToolTipRole:
            return "\n".join(filter(None, (row.name, row.fault, str(row.path))))
        if role == Role.AccessibleTextRole:
            words = told(row, self.today)
            return f"{words}、選んでいます" if row.path in self.ticks else words
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's own signature
        """A screen reader may tick."""
        if role != Role.CheckStateRole or index.column() != 0:
            return False
        self.tick(index.row())
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """A column's title."""
        if orientation == Qt.Orientation.Horizontal and role in (Role.DisplayRole, Role.AccessibleTextRole):
            column = COLUMNS[section]
            return "すべて選ぶ" if column.id == TICK and role == Role.AccessibleTextRole else column.title
        return None
