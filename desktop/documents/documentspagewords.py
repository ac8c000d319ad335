"""What the page of documents says of the case as a whole: what it does not need, and why.

Decision: reasons are read off the data's own conditions, with the names of the questions and the answers given; where the answer
is still open, it says so.
"""

from collections.abc import Mapping

from desktop.documents.documentrowstate import label_of
from forms.answers import kind_of
from forms.catalog.model import Derived, Document, Field
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
    awaited = next(filter(None, (_awaited(facts, document.when) for document in documents)), "")
    if awaited:
        return f"{named}は、必要かどうかがまだ決まりません。「{_asked(facts, awaited).label}」が決まると分かります。"
    return f"{named}は、{_reason(facts, documents[0].when)}必要ありません。"


def _unmet(facts: Facts, when: When) -> list[str]:
    return [name for name, allowed in when.items() if not facts.holds({name: allowed})]


def _awaited(facts: Facts, when: When) -> str:
    """The question on which a condition hangs, where nothing but a missing answer speaks against it; else nothing."""
    unmet = _unmet(facts, when)
    awaited = [_missing(facts, name) for name in unmet]
    return awaited[0] if awaited and all(awaited) else ""


def _missing(facts: Facts, name: str) -> str:
    """The first question that is asked and not answered yet, of a value that is not known for that."""
    asked = _asked(facts, name)
    if facts.value(name) is not None:
        return ""
    if isinstance(asked, Derived):
        return next(filter(None, (_missing(facts, field) for field in asked.fields if _is_known(facts, field))), "")
    return name if facts.asks(asked) and not facts.is_given(name) else ""


def _reason(facts: Facts, when: When) -> str:
    """What speaks against a condition: an answer, also one by which a further question is not even asked."""
    for name in _unmet(facts, when):
        asked, value = _asked(facts, name), facts.value(name)
        if value is not None:
            return f"「{asked.label}」が「{kind_of(asked).show(value)}」のため、"
        hidden = [asked] if isinstance(asked, Field) else [facts.call.fields[n] for n in asked.fields if n in facts.call.fields]
        reason = next((_reason(facts, field.when) for field in hidden if not facts.asks(field)), "")
        if reason:
            return reason
    return "いまの答えでは、"


def _is_known(facts: Facts, name: str) -> bool:
    return name in facts.call.fields or name in facts.call.derived


def _asked(facts: Facts, name: str) -> Field | Derived:
    return facts.call.fields.get(name) or facts.call.derived[name]
