"""Answers as they are stored (plain) read into values, with a complaint for whatever its kind refuses.

Decision: what a kind refuses stays stored as it was typed; it is a complaint about its field, never a lost answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from forms.catalog.model import Call, Column, Derived, Field
from forms.errors import CaseError, InvalidAnswer
from forms.values.kinds import Kind, make_kind, typed
from forms.values.plain import Plain, Value

Row = Mapping[str, Value]
Rows = tuple[Row, ...]
LISTED = ("choices", "texts")  # the kinds whose answer may be a list


@dataclass(frozen=True)
class Answers:
    """Values and rows by field id, and complaints by subject (`officers[1].birth`)."""

    values: Mapping[str, Value]
    rows: Mapping[str, Rows]
    complaints: Mapping[str, str]


@dataclass(frozen=True)
class AnswerRead:
    """One answer as it is stored, and what was read in it."""

    field: Field
    stored: Plain
    answers: Answers


def kind_of(asked: Field | Column | Derived) -> Kind:
    """The kind of a field, of a column or of a derived value."""
    return _kind(asked.kind, tuple(asked.choices.items()))


@cache
def _kind(name: str, choices: tuple[tuple[str, str], ...]) -> Kind:
    return make_kind(name, dict(choices))


def read_answers(call: Call, plain: Mapping[str, Plain], known: dict[str, AnswerRead] | None = None) -> Answers:
    """Every stored answer read by its kind. Raises CaseError for an id that the call does not have.

    `known`: what was read before, by field id; what stands there is taken over, and it is brought up to date.
    """
    read = {} if known is None else known
    values, rows, complaints = dict[str, Value](), dict[str, Rows](), dict[str, str]()
    for name, stored in plain.items():
        field, last = find_field(call, name), read.get(name)
        if last is None or last.field is not field or type(last.stored) is not type(stored) or last.stored != stored:
            last = read[name] = AnswerRead(field, stored, _read_alone(field, stored))
        values.update(last.answers.values)
        rows.update(last.answers.rows)
        complaints.update(last.answers.complaints)
    return Answers(values, rows, complaints)


def _read_alone(field: Field, stored: Plain) -> Answers:
    values: dict[str, Value] = {}
    rows: dict[str, Rows] = {}
    complaints: dict[str, str] = {}
    if not is_blank(stored, field):
        if field.kind == "rows":
            rows[field.id] = _read_rows(field, stored, complaints)
        else:
            _read(field.id, field, stored, values, complaints)
    return Answers(values, rows, complaints)


def find_field(call: Call, name: str) -> Field:
    """The field of that id. Raises CaseError where the call has none."""
    if name not in call.fields:
        raise CaseError(f"「{name}」という項目は、公募 {call.id} にありません。綴りをお確かめください。")
    return call.fields[name]


def is_blank(stored: Plain, asked: Field | Column) -> bool:
    """Whether nothing was answered; an empty list answers a choices field: none of them."""
    return stored == "" or (stored == [] and asked.kind != "choices")


def _read(name: str, asked: Field | Column, stored: Plain, values: dict[str, Value], complaints: dict[str, str]) -> None:
    try:
        value = _parsed(asked, stored)
    except InvalidAnswer as error:
        complaints[name] = str(error)
        return
    if value != "" and (value != () or asked.kind == "choices"):
        values[name] = value


def _parsed(asked: Field | Column, stored: Plain) -> Value:
    items = stored if isinstance(stored, list) and asked.kind in LISTED else [stored]
    if any(isinstance(item, list | dict) for item in items):
        raise InvalidAnswer("ひとつの値を書いてください。")
    return () if stored == [] else _value(asked.kind, tuple(asked.choices.items()), typed(stored))


@lru_cache(maxsize=4096)  # after each change all answers are read anew, and all but one are what they were
def _value(kind: str, choices: tuple[tuple[str, str], ...], text: str) -> Value:
    return _kind(kind, choices).parse(text)


def _read_rows(field: Field, stored: Plain, complaints: dict[str, str]) -> Rows:
    if not isinstance(stored, list) or not all(isinstance(row, dict) for row in stored):
        complaints[field.id] = "行の並びとして書いてください。"
        return ()
    return tuple(_read_row(field, n, row, complaints) for n, row in enumerate(stored) if isinstance(row, dict))


def _read_row(field: Field, index: int, stored: Mapping[str, Plain], complaints: dict[str, str]) -> Row:
    cells = {name: kind_of(column).parse(column.default) for name, column in field.columns.items() if column.default}
    found: dict[str, str] = {}
    for name, cell in stored.items():
        column = find_column(field, name)
        if not is_blank(cell, column):
            _read(name, column, cell, cells, found)
    complaints |= {f"{field.id}[{index}].{name}": sentence for name, sentence in found.items()}
    return cells


def find_column(field: Field, name: str) -> Column:
    """The asked column of a rows field. Raises CaseError where there is none."""
    column = field.columns.get(name)
    if column is None or column.calculation:
        raise CaseError(f"「{field.id}」の行に「{name}」という欄はありません。綴りをお確かめください。")
    return column


def canonical(field: Field, stored: Plain) -> Plain:
    """An answer as it is kept: in its kind's own form where the kind reads it, else just as it was typed."""
    if field.kind != "rows":
        return _canonical_cell(field, stored)
    if not isinstance(stored, list):
        return stored
    return [_canonical_row(field, row) if isinstance(row, dict) else row for row in stored]


def _canonical_row(field: Field, row: Mapping[str, Plain]) -> Plain:
    return {name: _canonical_cell(find_column(field, name), cell) for name, cell in row.items()}


def _canonical_cell(asked: Field | Column, stored: Plain) -> Plain:
    if is_blank(stored, asked):
        return stored
    try:
        return kind_of(asked).plain(_parsed(asked, stored))
    except InvalidAnswer:
        return stored


def label_of(call: Call, subject: str) -> str:
    """What a person calls a subject: 「役員等」2行目の「生年月日」, or a document's title."""
    group, _, rest = subject.partition("[")
    if not rest:
        row: Field | Derived | None = call.fields.get(group) or call.derived.get(group)
        return f"「{row.label}」" if row else f"「{call.documents[group].title}」"
    index, _, column = rest.partition("].")
    field = call.fields[group]
    return f"「{field.label}」{int(index) + 1}行目の「{field.columns[column].label}」"


def code_of(call: Call, subject: str) -> str:
    """The short code of a finding's subject: the field's or the document's."""
    name = subject.partition("[")[0]
    return call.fields[name].code if name in call.fields else call.documents[name].code


def walk_texts(call: Call, answers: Answers) -> Iterator[tuple[str, str]]:
    """Every answer as it would be printed, with its subject; for looking at single characters."""
    for name, value in answers.values.items():
        yield name, kind_of(call.fields[name]).show(value)
    for name, rows in answers.rows.items():
        for index, row in enumerate(rows):
            for column, cell in row.items():
                yield f"{name}[{index}].{column}", kind_of(call.fields[name].columns[column]).show(cell)
