"""The one real editor in a table: which cell it stands in, and what it gives back.

Decision: one editor a column, made when it is first needed and moved from row to row.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.editors.editor import Editor
from desktop.editors.rowsmodel import Place
from forms.catalog.model import Column, Field
from forms.values.plain import Plain


class CellDesk(QObject):
    """Opens editors in cells of `ground`."""

    entered = Signal(int, str, object)  # row, column, the new answer
    departed = Signal()  # the keyboard has gone out of the cell, and to no other one

    def __init__(self, asked: Field, ground: QWidget, make: Callable[[Column], Editor], watcher: QObject) -> None:
        """For a field of rows; `watcher` filters the keys of the editors."""
        super().__init__(ground)
        self._asked, self._ground, self._make, self._watcher = asked, ground, make, watcher
        self._editors: dict[str, Editor] = {}
        self.place: Place | None = None

    @property
    def editor(self) -> Editor | None:
        """The editor that is open."""
        return None if self.place is None else self._editors[self.place[1]]

    def open(self, place: Place, value: Plain, rect: QRect) -> Editor:
        """Open a cell; what stood in the one before has been taken."""
        editor, before = self._editor_of(place[1]), self.editor
        self.place = place
        editor.show_plain(value)
        self.name(place)
        self.stand(rect)
        editor.show()
        editor.raise_()
        editor.target.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor.target, QLineEdit):
            editor.target.selectAll()
        if before is not None and before is not editor:
            self._put_away(before)
        return editor

    def name(self, place: Place) -> None:
        """Say which cell the editor stands in now."""
        self.place = place
        editor, (row, column) = self._editors[place[1]], place
        editor.setObjectName(f"{self._asked.id}[{row}].{column}")
        said = f"{self._asked.label} {row + 1}行目 {self._asked.columns[column].label}"
        editor.setAccessibleName(said)
        editor.target.setAccessibleName(said)

    def stand(self, rect: QRect) -> None:
        """Put the open editor into a rectangle; a text of several lines may be higher."""
        if self.editor is not None:
            height = max(rect.height(), self.editor.sizeHint().height())
            self.editor.setGeometry(rect.left(), rect.top(), rect.width(), height)

    def _editor_of(self, column: str) -> Editor:
        if column not in self._editors:
            editor = self._make(self._asked.columns[column])
            editor.setParent(self._ground)
            _ring_inside(editor.target)
            editor.target.installEventFilter(self._watcher)
            editor.left.connect(lambda: self._hand_over(editor))
            editor.departed.connect(lambda: self._depart(editor))
            self._editors[column] = editor
        return self._editors[column]

    def _hand_over(self, editor: Editor) -> None:
        if editor is self.editor and self.place is not None:
            self.entered.emit(*self.place, editor.plain())

    def _depart(self, editor: Editor) -> None:
        if editor is self.editor:
            self.drop()
            self.departed.emit()
        else:
            self._put_away(editor)

    def take(self) -> None:
        """Hand over what stands in the open editor."""
        if self.editor is not None:
            self.editor.leave()

    def drop(self) -> None:
        """Close the editor without taking anything; the table keeps the keyboard."""
        editor = self.editor
        self.place = None
        if editor is None:
            return
        editor.leave()
        if editor.target.hasFocus():
            self._ground.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put_away(editor)

    def _put_away(self, editor: Editor) -> None:
        editor.hide()
        editor.setObjectName("")


def _ring_inside(target: QWidget) -> None:
    """Have the style sheet mark the focus: there is no room for a ring round a cell."""
    target.setProperty("ring", "inside")
    target.style().unpolish(target)
    target.style().polish(target)
