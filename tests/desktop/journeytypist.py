"""Answers typed into their editors, a function a kind, driven by the call's data: a new field needs no line here."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from desktop.editors.comboeditor import ComboEditor
from desktop.editors.display import AMOUNTS, displayed
from desktop.editors.editor import Editor
from desktop.editors.radios import RadiosEditor
from desktop.editors.rows import RowsEditor
from desktop.editors.suggestions import Suggestions
from desktop.editors.ticks import TicksEditor
from forms.catalog.model import Column, Field
from forms.values.kinds import typed
from forms.values.plain import Plain
from tests.desktop.journeyhands import bring_into_sight, click, focus, leave, pick, press, rewrite, write

WIDE = str.maketrans({**{str(n): chr(0xFF10 + n) for n in range(10)}, ",": "，", "-": "－"})
PASTED = 6  # a table with this many columns to fill in comes from a spreadsheet


def spoken(asked: Field | Column, plain: Plain) -> str:
    """An answer as people type it: dates in Japanese years, amounts in the wide digits of an input method."""
    text = displayed(asked, plain)
    return text.translate(WIDE) if asked.kind in AMOUNTS else text


def enter(editor: Editor, field: Field, plain: Plain) -> None:
    """Put an answer into the editor of its field and leave it."""
    bring_into_sight(editor)
    TYPING.get(field.kind, type_line)(editor, field, plain)


def type_line(editor: Editor, field: Field, plain: Plain) -> None:
    """One line of text."""
    click(editor.target)
    rewrite(spoken(field, plain))
    leave()


def type_text(editor: Editor, field: Field, plain: Plain) -> None:
    """A text of several lines."""
    click(editor.target)
    rewrite(str(plain))
    leave()


def type_lines(editor: Editor, field: Field, plain: Plain) -> None:
    """A list of names, one a line."""
    click(editor.target)
    for place, name in enumerate(plain if isinstance(plain, list) else [plain]):
        if place:
            press(Qt.Key.Key_Return)
        write(str(name))
    leave()


def choose(editor: Editor, field: Field, plain: Plain) -> None:
    """One of some choices: by its own button, or out of a list."""
    if isinstance(editor, RadiosEditor):
        click(editor.buttons[typed(plain)])
    else:
        assert isinstance(editor, ComboEditor)
        pick(editor.box, plain if isinstance(plain, str) else typed(plain))


def tick(editor: Editor, field: Field, plain: Plain) -> None:
    """Any of some choices, or none of them."""
    assert isinstance(editor, TicksEditor)
    ticked = plain if isinstance(plain, list) else [plain]
    for name in ticked:
        click(editor.buttons[str(name)])
    if not ticked:
        click(editor.none)


def fill_table(editor: Editor, field: Field, plain: Plain) -> None:
    """Rows: cell by cell, or as a block from a spreadsheet where they are wide."""
    assert isinstance(editor, RowsEditor)
    rows = [row for row in plain if isinstance(row, dict)] if isinstance(plain, list) else []
    asked = {name: column for name, column in field.columns.items() if not column.calculation}
    click(editor.foot.button)
    if len(asked) > PASTED:
        paste_table(field, rows)
        return
    for place, row in enumerate(rows):
        if place:
            press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        type_row(asked, row)
    leave()


def type_row(asked: Mapping[str, Column], row: Mapping[str, Plain]) -> None:
    """The cells of a row from the first on; the cursor stays in the last."""
    for place, (name, column) in enumerate(asked.items()):
        if place:
            leave()
        if name in row:
            type_cell(column, row[name])


def type_cell(column: Column, plain: Plain) -> None:
    """A cell that has the cursor."""
    cell = focus()
    if isinstance(cell, QComboBox):
        pick(cell, typed(plain))
    elif column.kind == "country":
        write(str(plain))
        assert any(each.isVisible() for each in cell.window().findChildren(Suggestions))
        press(Qt.Key.Key_Return)
    else:
        rewrite(spoken(column, plain))


def paste_table(field: Field, rows: list[dict[str, Plain]]) -> None:
    """A spreadsheet's block, its head and its own sums included, from the first cell on."""
    head = "\t".join(column.label for column in field.columns.values())
    lines = ["\t".join(_cell(column, row.get(name, "")) for name, column in field.columns.items()) for row in rows]
    QGuiApplication.clipboard().setText("\r\n".join([head, *lines]))
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _cell(column: Column, plain: Plain) -> str:
    return "0" if column.calculation else displayed(column, plain)


TYPING: Mapping[str, Callable[[Editor, Field, Plain], None]] = {
    "boolean": choose,
    "choice": choose,
    "choices": tick,
    "long_text": type_text,
    "texts": type_lines,
    "rows": fill_table,
}
