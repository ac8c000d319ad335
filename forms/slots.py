"""Everything a Word form may ask for, ready to print: answers, derived values, the call's texts, the packet's documents.

Decision: a slot (記入欄) is named in the form by its tag: `id`, `id#3` (third box), `id=choice` (a mark), `list[].id` (repeats its
row). What a tag means is decided here, how it is put into Word in fill.py.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from forms.answers import kind_of
from forms.catalog.model import Call, Column, Derived, Field
from forms.facts import Facts
from forms.plan import Planned
from forms.values.plain import Value

_TAG = re.compile(r"(?:(?P<group>[\w.]+)\[\]\.)?(?P<name>[\w.]+)(?:#(?P<box>[1-9]\d?)|=(?P<choice>\w+))?", re.ASCII)
GETA = "〓"  # the printer's sign for a missing type
DOCUMENTS = {"number": "資料番号", "title": "書類名"}  # the list of attachments that a form prints


@dataclass(frozen=True)
class Slot:
    """One value ready to print: its text, its boxes, and the choices (or true/false) that it chose."""

    text: str = ""
    boxes: tuple[str, ...] = ()
    chosen: frozenset[str] = frozenset()


EMPTY = Slot()


@dataclass(frozen=True)
class Slots:
    """All slots of a case: single ones by id, rows by list id."""

    single: Mapping[str, Slot]
    rows: Mapping[str, tuple[Mapping[str, Slot], ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Tag:
    """A tag taken apart; box counts from 1, 0 for none."""

    group: str
    name: str
    box: int
    choice: str


def parse_tag(text: str) -> Tag | None:
    """The tag that a content control carries; None where it is none of ours."""
    found = _TAG.fullmatch(text)
    return Tag(found["group"] or "", found["name"], int(found["box"] or 0), found["choice"] or "") if found else None


def slots_of(facts: Facts, packet: tuple[Planned, ...]) -> Slots:
    """The case's slots."""
    call = facts.call
    single = {f"call.{key}": Slot(text) for key, text in call.terms.texts.printed.items()}
    asked: list[Field | Derived] = [*call.fields.values(), *call.derived.values()]
    rows: dict[str, tuple[Mapping[str, Slot], ...]] = {"documents": tuple(_document(p) for p in packet if p.in_packet)}
    for row in asked:
        if isinstance(row, Field) and row.columns:
            rows[row.id] = tuple(_cells(row, cells) for cells in facts.rows(row.id))
        else:
            single[row.id] = _slot(row, facts.value(row.id))
    return Slots(single, rows)


def with_marks(slots: Slots, drawable: Container[int]) -> Slots:
    """The same slots with 〓 for every character that cannot be printed: for drafts, which are built all the same."""
    marked = {name: _marked(slot, drawable) for name, slot in slots.single.items()}
    rows = {group: tuple({k: _marked(s, drawable) for k, s in row.items()} for row in rows) for group, rows in slots.rows.items()}
    return Slots(marked, rows)


def marked_text(text: str, drawable: Container[int]) -> str:
    """The text with 〓 for every character that cannot be printed."""
    return "".join(c if c == "\n" or ord(c) in drawable else GETA for c in text)


def _marked(slot: Slot, drawable: Container[int]) -> Slot:
    boxes = tuple(marked_text(box, drawable) for box in slot.boxes)
    return replace(slot, text=marked_text(slot.text, drawable), boxes=boxes)


def _document(planned: Planned) -> Mapping[str, Slot]:
    number = planned.document.number
    return {"number": Slot(f"資料{number}" if number else "様式"), "title": Slot(planned.title)}


def _cells(asked: Field, row: Mapping[str, Value]) -> Mapping[str, Slot]:
    return {name: _slot(column, row.get(name)) for name, column in asked.columns.items()}


def _slot(asked: Field | Column | Derived, value: Value | None) -> Slot:
    if value is None:
        return EMPTY
    kind = kind_of(asked)
    return Slot(kind.show(value), kind.boxes(value), _chosen(value))


def _chosen(value: Value) -> frozenset[str]:
    if isinstance(value, bool):
        return frozenset(["true" if value else "false"])
    return frozenset(value if isinstance(value, tuple) else [str(value)])


def is_known(call: Call, tag: Tag) -> bool:
    """Whether a call can fill that tag."""
    if tag.group == "documents":
        return tag.name in DOCUMENTS and not tag.choice
    if tag.group:
        columns = call.fields[tag.group].columns if tag.group in call.fields else {}
        return tag.name in columns and _may_choose(columns[tag.name], tag.choice)
    if tag.name.startswith("call."):
        return tag.name.removeprefix("call.") in call.terms.texts.printed
    asked = call.fields.get(tag.name) or call.derived.get(tag.name)
    return asked is not None and asked.kind != "rows" and _may_choose(asked, tag.choice)


def _may_choose(asked: Field | Column | Derived, choice: str) -> bool:
    return not choice or choice in (("true", "false") if asked.kind == "boolean" else asked.choices)
