"""Where on paper a subject stands: which slots of a form belong to an answer, and the box around them on one page.

Decision: subjects are named as findings name them (`base.title`, `officers[2].birth`), and tags say the rest; no table is kept.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from forms.catalog.model import Call
from forms.fill import tags_of
from forms.pdf.pictures import Box
from forms.render.builtin.controls import SlotBox
from forms.slots import Tag, parse_tag
from forms.templates import template_of

_SUBJECT = re.compile(r"(?P<id>[\w.]+)(?:\[(?P<row>\d+)\](?:\.(?P<column>\w+))?)?", re.ASCII)


@dataclass(frozen=True)
class Subject:
    """A subject taken apart: the field or derived value, and of a list's cell the row (from 0) and the column."""

    id: str
    row: int | None = None
    column: str = ""

    def is_of(self, tag: Tag) -> bool:
        """Whether a slot shows this subject, or a part of it: of a list, any of its columns."""
        if tag.group:
            return tag.group == self.id and self.column in ("", tag.name)
        return tag.name == self.id and self.row is None


@dataclass(frozen=True)
class Spot:
    """The page (from 0) on which a subject stands, and the box around its slots there, in points."""

    page: int
    box: Box


def parse_subject(text: str) -> Subject | None:
    """A subject taken apart; None for what is none, also for no text."""
    found = _SUBJECT.fullmatch(text)
    return Subject(found["id"], int(found["row"]) if found["row"] else None, found["column"] or "") if found else None


def forms_with(call: Call, subject: str, templates: Path | None = None) -> tuple[str, ...]:
    """The ids of the documents, in packet order, on whose form the subject stands; forms are read once, about 10 ms each."""
    wanted = parse_subject(subject)
    if wanted is None:
        return ()
    forms = {row.id: template_of(call, row, templates) for row in call.documents.values() if row.template}
    return tuple(name for name, form in forms.items() if any(wanted.is_of(tag) for tag in _tags(form, form.stat().st_mtime_ns)))


@cache
def _tags(form: Path, written: int) -> tuple[Tag, ...]:
    """The slots of a form as it was written at that moment."""
    return tuple(tag for text in tags_of(form) if (tag := parse_tag(text)))


def find_spot(boxes: Iterable[SlotBox], subject: str, page: int | None = None) -> Spot | None:
    """Where a subject stands first, or first on that page; None where it does not."""
    wanted = parse_subject(subject)
    slots = [(tag, box) for box in boxes if wanted and (tag := parse_tag(box.tag)) and wanted.is_of(tag)]
    if wanted and wanted.row is not None:
        slots = [(tag, box) for tag, box in slots if box.number == wanted.row]
    first = min((box.page for _, box in slots if page in (None, box.page)), default=None)
    if first is None:
        return None
    there = [(tag, box) for tag, box in slots if box.page == first]
    return Spot(first, _around(box for _, box in (there if there[0][0].group else _one_occurrence(there))))


def _one_occurrence(slots: list[tuple[Tag, SlotBox]]) -> list[tuple[Tag, SlotBox]]:
    """The slots that show a value once: all its boxes, or all its choices, or its text, whichever comes first on the page."""
    shape, number = _shape(slots[0][0]), slots[0][1].number
    return [(tag, box) for tag, box in slots if _shape(tag) == shape and box.number == number]


def _shape(tag: Tag) -> tuple[bool, bool]:
    return bool(tag.box), bool(tag.choice)


def _around(boxes: Iterable[SlotBox]) -> Box:
    edges = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes]
    lefts, bottoms, rights, tops = zip(*edges, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
