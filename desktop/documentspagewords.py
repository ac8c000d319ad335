"""What the page of documents says of the case as a whole: what it does not need, and why.

Decision: reasons are read off the data's own conditions, with the names of the questions and the answers given; where the answer
is still open, it says so.
"""

from collections.abc import Mapping

from desktop.documentrowstate import label_of
from forms.answers import kind_of
from forms.catalog.model import Document
from forms.catalog.when import When
from forms.facts import Facts
from forms.plan import Planned


def not_needed(facts: Facts, packet: tuple[Planned, ...]) -> tuple[str, ...]:
    """A sentence on each 資料 number that has no document in this packet, in order."""
    there = {planned.document.number for planned in packet}
    absent: Mapping[int, list[Document]] = {}
    for document in facts.call.documents.values():
        if document.number is not None and document.number not in there:
            absent = {**absent, document.number: [*absent.get(document.number, []), document]}
    return tuple(_sentence(facts, documents) for _, documents in sorted(absent.items()))


def _sentence(facts: Facts, documents: list[Document]) -> str:
    named = f"{label_of(documents[0])}（{documents[0].title}{'など' if len(documents) > 1 else ''}）"
    if any(_is_open(facts, document.when) for document in documents):
        return f"{named}は、必要かどうかがまだ決まりません。{_open_question(facts, documents[0].when)}"
    return f"{named}は、{_reason(facts, documents[0].when)}必要ありません。"


def _is_open(facts: Facts, when: When) -> bool:
    """Whether nothing speaks against it but that an answer is missing."""
    unmet = [name for name, allowed in when.items() if not facts.holds({name: allowed})]
    return bool(unmet) and all(facts.value(name) is None for name in unmet)


def _open_question(facts: Facts, when: When) -> str:
    name = next(name for name, allowed in when.items() if not facts.holds({name: allowed}))
    return f"「{_label(facts, name)}」が決まると分かります。"


def _reason(facts: Facts, when: When) -> str:
    name = next((name for name, allowed in when.items() if not facts.holds({name: allowed})), "")
    value = facts.value(name) if name else None
    if value is None:
        return "この案件では"
    asked = facts.call.fields.get(name) or facts.call.derived[name]
    return f"「{_label(facts, name)}」が「{kind_of(asked).show(value)}」のため、"


def _label(facts: Facts, name: str) -> str:
    return (facts.call.fields.get(name) or facts.call.derived[name]).label
