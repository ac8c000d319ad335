"""Checks of texts: how they begin, what they name, and whether every character of theirs can be printed."""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache

from forms.answers import label_of, walk_texts
from forms.catalog.model import Rule
from forms.rules.context import Context, Hit, all_cells, given_words
from forms.values.narrow import narrow


def lacks_prefix(context: Context, rule: Rule) -> Iterator[Hit]:
    """A text that begins with none of the words."""
    for cell in all_cells(context, rule):
        if not str(cell.value).startswith(given_words(context, rule.words)):
            yield Hit(cell.subject, cell.shown)


def has_prefix(context: Context, rule: Rule) -> Iterator[Hit]:
    """A text that begins with one of the words."""
    for cell in all_cells(context, rule):
        if str(cell.value).startswith(given_words(context, rule.words)):
            yield Hit(cell.subject, cell.shown)


def prefix_differs(context: Context, rule: Rule) -> Iterator[Hit]:
    """A text that begins with none of the prefixes that go with a choice."""
    prefixes = rule.prefixes.get(context.facts.text(rule.choice) or "")
    for cell in all_cells(context, rule):
        if prefixes and not str(cell.value).startswith(prefixes):
            yield Hit(cell.subject, cell.shown)


def is_one_of(context: Context, rule: Rule) -> Iterator[Hit]:
    """A value that is one of the words."""
    for cell in all_cells(context, rule):
        if cell.value in rule.words:
            yield Hit(cell.subject, cell.shown)


def mentions(context: Context, rule: Rule) -> Iterator[Hit]:
    """A text in which one of the words stands, in any width, unless the text says that it is left out."""
    for cell in all_cells(context, rule):
        named = next((word for word in rule.words if _names(str(cell.value), word)), None)
        if named is not None:
            yield Hit(cell.subject, named)


_NOT = "(?:ず|な[いく]|ませ|おら|おりませ)"  # …ない, …ず, …ません, …ておらず, …ておりません
_LEFT_OUT = re.compile(
    rf"除[くいき外]|対象外|抜き|別途|不要|含(?:ま|め|み)(?:れ|て|てい|れてい)?{_NOT}|含んで(?:い)?{_NOT}"
    rf"|計上(?:せ|し|して|してい)?{_NOT}|(?:かか|掛か)ら{_NOT}|(?:発)?生じ{_NOT}|なし|無し|ありませ|て(?:い|おり)(?:ない|ませ)|非課税"
)


@lru_cache(maxsize=4096)  # most texts stay as they are while one answer after the other is given
def _names(text: str, word: str) -> bool:
    """Whether a sentence with the word does not go on to say that it is left out."""
    found = ((sentence, _whole_word(word).search(sentence)) for sentence in re.split("[\n。]", narrow(text)))
    return any(match and not _LEFT_OUT.search(sentence, match.end()) for sentence, match in found)


@cache
def _whole_word(word: str) -> re.Pattern[str]:
    """The word as people write it; Latin letters stand alone (VAT, but not innovation)."""
    alone = r"(?<![A-Za-z]){}(?![A-Za-z])" if word.isascii() else "{}"
    return re.compile(alone.format(re.escape(narrow(word))), re.IGNORECASE)


def unreadable(context: Context, rule: Rule) -> Iterator[Hit]:
    """An answer that its kind refuses, with what the kind says of it."""
    facts = context.facts
    for subject, sentence in facts.answers.complaints.items():
        if facts.asks(facts.call.fields[subject.partition("[")[0]]):
            place = "" if "[" in subject else f"{label_of(facts.call, subject)}："
            yield Hit(subject, place + sentence)


def unprintable(context: Context, rule: Rule) -> Iterator[Hit]:
    """An answer with characters that no font of ours has."""
    facts = context.facts
    for subject, text in walk_texts(facts.call, facts.answers):
        missing = _undrawable(text, context.drawable)
        if missing and facts.asks(facts.call.fields[subject.partition("[")[0]]):
            yield Hit(subject, missing)


def _undrawable(text: str, drawable: Container[int]) -> str:
    """Each character of a text that cannot be printed, once."""
    printed = text.replace("\n", "")
    if all(map(drawable.__contains__, map(ord, printed))):  # nearly every text: a look without a line of Python a character
        return ""
    return "".join(char for char in dict.fromkeys(printed) if ord(char) not in drawable)
