"""Finds questions and papers by any word of theirs: label, code, help, choices, columns.

Decision: width, case, kana and spaces make no difference, and every word that was typed must be found somewhere; where a word is
found decides the order (code, then label, then the rest).
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from forms.catalog.model import Call, Document, Field

KATAKANA = {ord(kana): ord(kana) - 0x60 for kana in map(chr, range(0x30A1, 0x30F7))}
DASHES = dict.fromkeys(map(ord, "-‐‑‒–—−ー"), None)
MOST = 50


@dataclass(frozen=True)
class Hit:
    """Where one can go: `subject` is a field's or a document's id; `place` the step's title; `rank`: the lower, the nearer."""

    subject: str
    code: str
    label: str
    place: str
    rank: int


@dataclass(frozen=True)
class _Entry:
    """One thing that can be found; its texts made comparable, the nearest first."""

    hit: Hit
    texts: tuple[str, ...]


def key(text: str) -> str:
    """What spellings have in common: ＴＥＬ, Tel and ｔｅｌ; カナ, ｶﾅ and かな."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(KATAKANA).translate(DASHES)
    return "".join(plain.split())


def find(call: Call, typed: str) -> tuple[Hit, ...]:
    """What fits every word that was typed, the nearest first; nothing for nothing."""
    words = [key(word) for word in typed.replace("　", " ").split()]
    wanted = [word for word in words if word]
    if not wanted:
        return ()
    hits = (hit for entry in _entries(call) for hit in _hit(entry, wanted))
    return tuple(sorted(hits, key=lambda hit: hit.rank)[:MOST])


def _hit(entry: _Entry, wanted: Iterable[str]) -> Iterator[Hit]:
    ranks = [next((place for place, text in enumerate(entry.texts) if _meets(place, text, word)), None) for word in wanted]
    found = [rank for rank in ranks if rank is not None]
    if len(found) == len(ranks):
        yield Hit(entry.hit.subject, entry.hit.code, entry.hit.label, entry.hit.place, max(found))


def _meets(place: int, text: str, word: str) -> bool:
    """A code is typed from its start; everything else anywhere."""
    return text.startswith(word) if place == 0 else word in text


def _entries(call: Call) -> Iterator[_Entry]:
    for field in call.fields.values():
        yield _Entry(Hit(field.id, field.code, field.label, call.steps[field.step].title, 0), _texts_of_field(field))
    papers = call.pages["documents"].title
    for document in call.documents.values():
        yield _Entry(Hit(document.id, document.code, document.title, papers, 0), _texts_of_document(document))


def _texts_of_field(field: Field) -> tuple[str, ...]:
    columns = [text for column in field.columns.values() for text in (column.label, *column.choices.values())]
    rest = (field.section, *field.choices.values(), *columns, field.help)
    return tuple(map(key, (field.code, field.label, *rest)))


def _texts_of_document(document: Document) -> tuple[str, ...]:
    number = f"資料{document.number}" if document.number else ""
    titles = tuple(title.title for title in document.titles)
    return tuple(map(key, (document.code, document.title, number, *titles, document.why, document.where, document.instead)))
