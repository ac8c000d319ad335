"""The editor of a field or a column, by its kind: the one table in which kinds meet widgets."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.editors.choosing import FEW
from desktop.editors.comboeditor import ComboEditor
from desktop.editors.countryeditor import CountryEditor
from desktop.editors.dateeditor import DateEditor
from desktop.editors.editor import Editor
from desktop.editors.lineeditor import LineEditor
from desktop.editors.radios import RadiosEditor
from desktop.editors.rows import RowsEditor
from desktop.editors.texteditor import LongTextEditor, TextsEditor
from desktop.editors.ticks import TicksEditor
from forms.catalog.model import Column, Field


def make_editor(asked: Field | Column) -> Editor:
    """A new editor; a kind without one of its own is a line of text."""
    if isinstance(asked, Field) and asked.kind == "rows":
        return RowsEditor(asked, make_cell_editor)
    return _EDITORS.get(asked.kind, LineEditor)(asked)


def make_cell_editor(column: Column) -> Editor:
    """A new editor for the cells of a column, as wide as they are."""
    editor = _CELL_EDITORS.get(column.kind, LineEditor)(column)
    editor.fill_cell()
    return editor


def _make_choice(asked: Field | Column) -> Editor:
    return RadiosEditor(asked) if len(asked.choices) <= FEW else ComboEditor(asked)


_EDITORS: Mapping[str, Callable[[Field | Column], Editor]] = MappingProxyType(
    {
        "boolean": RadiosEditor,
        "choice": _make_choice,
        "choices": TicksEditor,
        "country": CountryEditor,
        "date": DateEditor,
        "long_text": LongTextEditor,
        "texts": TextsEditor,
    }
)
_CELL_EDITORS: Mapping[str, Callable[[Field | Column], Editor]] = MappingProxyType(
    {
        "boolean": ComboEditor,
        "choice": ComboEditor,
        "country": CountryEditor,
        "date": DateEditor,
        "long_text": LongTextEditor,
    }
)
