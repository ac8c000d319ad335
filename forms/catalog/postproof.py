"""Proves what call.toml says about posting: every {id} in it leads somewhere, and every event has a day.

Decision: an event's id is part of what a calendar knows it by, so no two may share one.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from forms.catalog.applyingproof import prove_text
from forms.catalog.model import Call
from forms.catalog.post import Addressed, Event
from forms.catalog.references import reference
from forms.errors import CatalogError


def prove_post(call: Call, where: str) -> None:
    """Raises CatalogError at the first reference that leads nowhere."""
    post, at = call.terms.post, f"{where} の [post]"
    letter = post.letter
    texts = [letter.title, letter.opening, *letter.body, letter.closing, *letter.about.values(), post.contents, post.handling]
    for text in (*texts, *_texts_of(post.to), *_texts_of(post.sender)):
        prove_text(call, text, at)
    _prove_day(call, post.day, f"{at} の day")
    for event in post.events:
        _prove_event(call, event, f"{where} の [[post.events]]「{event.id}」")
    for name, count in Counter(event.id for event in post.events).items():
        if count > 1:
            raise CatalogError(f"{where} の [[post.events]] に「{name}」が{count}つあります。別の id にしてください。")


def _texts_of(addressed: Addressed) -> Iterator[str]:
    yield from (addressed.postal_code, *addressed.address, *addressed.names, addressed.phone, addressed.honorific)


def _prove_event(call: Call, event: Event, where: str) -> None:
    for text in (event.title, event.text):
        prove_text(call, text, where)
    for name in filter(None, (event.day, event.last)):
        _prove_day(call, name, f"{where} の day と last")
    if min(event.alarms, default=0) < 0:
        raise CatalogError(f"{where} の alarms は0以上の日数です。")


def _prove_day(call: Call, name: str, where: str) -> None:
    asked = call.fields.get(name) or call.derived.get(name)
    is_day = isinstance(reference(call.terms, name), date) if name.startswith("call.") else asked is not None and asked.kind == "date"
    if not is_day:
        raise CatalogError(f"{where} にある「{name}」は日付の項目ではありません。")
