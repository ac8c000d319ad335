"""Fields of every kind for the editors' tests, and typing as an input method types."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

from desktop.editors.editor import Editor
from forms.catalog.model import Column, Field
from forms.values.plain import Plain

Shown = Callable[[Field], Editor]
CHOICES = {"a": "甲", "b": "乙", "c": "丙"}
MANY = {f"c{n}": f"選択肢{n}" for n in range(7)}
COLUMNS = {
    "name": Column("person", "氏名"),
    "birth": Column("date", "生年月日"),
    "sex": Column("choice", "性別", choices={"M": "男", "F": "女"}),
    "fee": Column("yen", "手数料"),
    "sum": Column("yen", "計", calculation="row_sum"),
}
ROWS: list[Plain] = [
    {"name": "湊　春香", "birth": "1970-03-09", "sex": "F", "fee": 1000},
    {"name": "髙瀬　俊之", "birth": "1966-11-24", "sex": "M", "fee": 2000},
    {"name": "神原　修平", "birth": "1978-07-02", "sex": "M", "fee": 3000},
]


def field(kind: str, *, label: str = "問い", required: bool = True, default: str = "") -> Field:
    """A field of a kind; choices have three, rows the columns above."""
    choices = CHOICES if kind in ("choice", "choices") else {}
    columns = COLUMNS if kind == "rows" else {}
    return Field(
        "x.answer", "X01", kind, label, "step", "要領", required=required, default=default, choices=choices, columns=columns
    )


def compose(widget: QWidget, preedit: str) -> None:
    """What an input method sends while something is being composed."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, text: str) -> None:
    """What an input method sends when something is committed."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def heard(editor: Editor) -> list[Plain]:
    """What stood in the editor each time it said that it was left; grows while the test runs."""
    answers: list[Plain] = []
    editor.left.connect(lambda: answers.append(editor.plain()))
    return answers
