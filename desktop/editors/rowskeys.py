"""Which key does what in a table, in a cell and on a selected row, as data: a key gives the name of a deed.

Decision: a key that a cell's own editor needs (a list that is open, a composition, a caret inside its text) never comes here.
"""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from desktop.editors.linebox import ENTER

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Deed(Enum):
    """What a key asks for."""

    UP = auto()
    DOWN = auto()
    BEFORE = auto()
    AFTER = auto()
    ADD = auto()
    RAISE = auto()
    LOWER = auto()
    REMOVE = auto()
    ENTER = auto()
    STEP_OUT = auto()
    COPY = auto()
    PASTE = auto()
    SELECT_ALL = auto()


_ANYWHERE: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Deed] = MappingProxyType(
    {
        (Key.Key_Return, Modifier.ControlModifier): Deed.ADD,
        (Key.Key_Enter, Modifier.ControlModifier): Deed.ADD,
        (Key.Key_Up, Modifier.AltModifier): Deed.RAISE,
        (Key.Key_Down, Modifier.AltModifier): Deed.LOWER,
        (Key.Key_Up, Modifier.NoModifier): Deed.UP,
        (Key.Key_Down, Modifier.NoModifier): Deed.DOWN,
    }
)
_IN_CELL: Mapping[Qt.Key, Deed] = MappingProxyType(
    {Key.Key_Return: Deed.DOWN, Key.Key_Enter: Deed.DOWN, Key.Key_Escape: Deed.STEP_OUT}
)
_ON_ROW: Mapping[Qt.Key, Deed] = MappingProxyType(
    {
        Key.Key_Delete: Deed.REMOVE,
        Key.Key_Backspace: Deed.REMOVE,
        Key.Key_Return: Deed.ENTER,
        Key.Key_Enter: Deed.ENTER,
        Key.Key_F2: Deed.ENTER,
        Key.Key_Right: Deed.ENTER,
    }
)
_EDGES: Mapping[Qt.Key, Deed] = MappingProxyType({Key.Key_Left: Deed.BEFORE, Key.Key_Right: Deed.AFTER})
_IN_TEXT = (Key.Key_Up, Key.Key_Down, *ENTER)  # keys that a text of several lines keeps


def deed_in_cell(event: QKeyEvent, target: QWidget) -> Deed | None:
    """What a key pressed in a cell's editor asks of the table; None where it is the editor's own."""
    key, modifiers = _pressed(event)
    if event.matches(QKeySequence.StandardKey.Copy):
        return None if _has_selection(target) else Deed.COPY
    if event.matches(QKeySequence.StandardKey.Paste):
        return Deed.PASTE
    if isinstance(target, QTextEdit) and key in _IN_TEXT and modifiers == Modifier.NoModifier:
        return None
    if modifiers == Modifier.NoModifier and key in _EDGES:
        return _EDGES[key] if _is_at_edge(target, key) else None
    return _ANYWHERE.get((key, modifiers)) or (_IN_CELL.get(key) if modifiers == Modifier.NoModifier else None)


def deed_on_row(event: QKeyEvent) -> Deed | None:
    """What a key asks for while a row as a whole is selected."""
    for sequence, deed in (
        (QKeySequence.StandardKey.Copy, Deed.COPY),
        (QKeySequence.StandardKey.Paste, Deed.PASTE),
        (QKeySequence.StandardKey.SelectAll, Deed.SELECT_ALL),
    ):
        if event.matches(sequence):
            return deed
    key, modifiers = _pressed(event)
    return _ANYWHERE.get((key, modifiers)) or (_ON_ROW.get(key) if modifiers == Modifier.NoModifier else None)


def _pressed(event: QKeyEvent) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    return Qt.Key(event.key()), event.modifiers() & ~Modifier.KeypadModifier


def _has_selection(target: QWidget) -> bool:
    if isinstance(target, QTextEdit):
        return target.textCursor().hasSelection()
    return isinstance(target, QLineEdit) and target.hasSelectedText()


def _is_at_edge(target: QWidget, key: Qt.Key) -> bool:
    """Whether the caret cannot go further in the text; a list of choices has no caret."""
    if not isinstance(target, QLineEdit):
        return not isinstance(target, QTextEdit)
    at = 0 if key == Key.Key_Left else len(target.text())
    return not target.hasSelectedText() and target.cursorPosition() == at
