"""Days on paper, in both calendars, and what a paper's own day says: issued too long ago, issued later, valid no more.

Decision: a day is read by the same function that reads what people type; this file only finds where one stands.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from forms.comparing.context import Look, Mismatch, text_of
from forms.comparing.labels import Value
from forms.comparing.leaves import Leaf, Leaves
from forms.errors import InvalidAnswer
from forms.values.wareki import months_after, parse_date, show_date

_KANJI = "〇零一二三四五六七八九十"
_NUMBER = rf"(?:\d{{1,2}}|[{_KANJI}]{{1,3}})"
_ERA = r"(?:明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿]|(?<![A-Za-z])[MTSHR]\.?(?=[ \t]*\d))"
_YEAR = rf"(?:{_ERA}[ \t]*(?:元|{_NUMBER})|(?<!\d)(?:西暦[ \t]*)?(?:19|20)\d\d|二〇[{_KANJI}]{{2}})"
DAY = re.compile(rf"{_YEAR}[ \t]*[年./-][ \t]*{_NUMBER}[ \t]*[月./-][ \t]*{_NUMBER}(?!\d)[ \t]*日?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_ENGLISH = re.compile(
    rf"(?<![A-Za-z])(?:(?P<month>{_MONTH})[ \t]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?|(?P<first>\d{{1,2}})[ \t]+(?P<second>{_MONTH}),?)"
    r"[ \t]+(?P<year>20\d\d)",
    re.IGNORECASE,
)
OTHERS = 24  # other characters in a line that gives the day of issue: a clock, 「現在の情報です」, 「発行」
_TERM = re.compile(rf"(?P<number>\d{{1,3}}|[{_KANJI}]{{1,2}})[ \t]*(?P<unit>(?:か|ヶ|カ|ケ|箇|ヵ|ｶ)?月|日|週間)")


@lru_cache(maxsize=8192)
def days(text: str) -> tuple[date, ...]:
    """The days that stand in a text, in order; those that no calendar has are left out."""
    found = [(match.start(), _day("".join(match[0].split()))) for match in DAY.finditer(text)]
    found += [(match.start(), _english(match)) for match in _ENGLISH.finditer(text)]
    return tuple(day for _, day in sorted(found, key=lambda pair: pair[0]) if day is not None)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except InvalidAnswer:
        return None


def _english(match: re.Match[str]) -> date | None:
    named = (match["month"] or match["second"]).lower()[:3]
    return _day(f"{match['year']}-{_MONTHS.index(named) + 1}-{match['day'] or match['first']}")


def _first(value: Value) -> date | None:
    """The day at a label; figures there that are no day that we read are not passed over for a day in the next line."""
    lines = value.near if not re.search(r"\d", value.head) else (value.head,)
    return next((day for line in lines for day in days(line)), None)


def day(look: Look) -> Iterator[Mismatch]:
    """A day at a label, where none of those at the labels is the case's."""
    for cell in look.given:
        own = (value for value in look.values if not any(word in value.lead for word in look.row.unless))
        dated = [(value, found) for value in own if (found := _first(value)) is not None]
        agreeing = any(cell.value in days(line) for value in look.values for line in value.near)
        if dated and not agreeing:
            yield look.mismatch(cell, dated[0][0].place, show_date(dated[0][1]))


def issued_long_ago(look: Look) -> Iterator[Mismatch]:
    """A paper issued more than so many months before the day given."""
    for (leaf, issued), today in _issues(look):
        if months_after(issued, int(look.row.limit)) < today:
            yield look.at_fault(leaf.place, show_date(issued), show_date(today))


def issued_after(look: Look) -> Iterator[Mismatch]:
    """A paper issued after the day given."""
    for (leaf, issued), today in _issues(look):
        if issued > today:
            yield look.at_fault(leaf.place, show_date(issued), show_date(today))


def _issues(look: Look) -> Iterator[tuple[tuple[Leaf, date], date]]:
    """When each paper was issued (the first day by itself after a label), with the day given."""
    given = next((cell.value for cell in look.given if isinstance(cell.value, date)), None)
    for leaves in look.papers if given else ():
        issued = _issued(leaves, look.row.labels)
        if issued is not None and given is not None:
            yield issued, given


@lru_cache(maxsize=1024)
def _issued(leaves: Leaves, words: tuple[str, ...]) -> tuple[Leaf, date] | None:
    """The first line that is a day and little else at or after one of the words, on their page or the next."""
    told, before = False, ""
    for leaf in leaves:
        for line in leaf.lines:
            bare = "".join(line.split())
            told = told or any(word in before + bare for word in words)
            before, found = bare, days(line) if told else ()
            if found and len("".join(DAY.sub("", line).split())) <= OTHERS:
                return leaf, found[0]
    return None


def expired(look: Look) -> Iterator[Mismatch]:
    """A paper whose validity (a last day, or months or days from its own day) ends before the day given."""
    given = next((cell.value for cell in look.given if isinstance(cell.value, date)), None)
    for leaves in look.papers if given else ():
        for value in look.values_on(leaves):
            last = _last_day(value, leaves)
            if last is not None and given is not None and last < given:
                yield look.at_fault(value.place, show_date(last), show_date(given))
                break


@lru_cache(maxsize=256)
def _last_day(value: Value, leaves: Leaves) -> date | None:
    named = days(value.head)
    if named:
        return named[-1]
    term, own = _TERM.search(value.head), next(iter(days(text_of(leaves[0]))), None)
    if term is None or own is None or not term["number"].isdecimal():
        return None
    number = int(term["number"])
    if term["unit"].endswith("月"):
        return months_after(own, number)
    return own + timedelta(days=number * (7 if term["unit"] == "週間" else 1))
