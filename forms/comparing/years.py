"""The business years that accounts and tax returns are for: two, one after the other, and the last ones that have ended.

Decision: a year is known by its last day: 「至 令和5年3月31日」, 「令和5年3月31日現在」 at the head of a page, 「令和4年分」. What is only
counted (第25期) tells no year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from forms.comparing.context import Look, Mismatch, text_of
from forms.comparing.days import DAY, days
from forms.comparing.leaves import Leaf, Leaves
from forms.values.wareki import months_after, show_date

_PERIOD = re.compile(rf"自[ \t:(]*(?:{DAY.pattern})[\s)から~-]*至[ \t:)(]*(?P<to>{DAY.pattern})|(?<!\w)至[ \t:)(]*(?P<until>{DAY.pattern})")
_AS_OF = re.compile(rf"(?P<to>{DAY.pattern})[ \t]*(?:現在|時点)")
_SPAN = re.compile(rf"(?P<start>{DAY.pattern})[ \t]*(?:から|より|~|-)[ \t]*(?P<to>{DAY.pattern})")
_MONTH_END = re.compile(r"(?P<year>(?:令和|平成|R|H)[ \t]*(?:元|\d{1,2})|20\d\d)[ \t]*年[ \t]*(?P<month>\d{1,2})[ \t]*月期")
_TAX_YEAR = re.compile(r"(?P<year>(?:令和|平成|R|H)[ \t]*(?:元|\d{1,2})|20\d\d)[ \t]*年(?:分|度分)")
HEAD = 8  # lines at the top of a page
MONTHS = 12


@dataclass(frozen=True)
class Year:
    """A business year met on a page."""

    leaf: Leaf
    end: date


@lru_cache(maxsize=1024)
def _years_on(leaf: Leaf) -> tuple[Year, ...]:
    head = "\n".join(leaf.lines[:HEAD])
    ends = [day for match in _PERIOD.finditer(text_of(leaf)) for day in days(match["to"] or match["until"])]
    ends += [day for match in _SPAN.finditer(text_of(leaf)) for day in days(match["to"]) if _is_a_year(days(match["start"]), day)]
    firsts = [day for match in _MONTH_END.finditer(head) for day in days(f"{match['year']}年{match['month']}月1日")]
    ends += [months_after(first, 1) - timedelta(days=1) for first in firsts]
    ends += [day for match in _AS_OF.finditer(head) for day in days(match["to"])]
    ends += [day for match in _TAX_YEAR.finditer(head) for day in days(f"{match['year']}年12月31日")]
    return tuple(Year(leaf, end) for end in dict.fromkeys(ends))


def _is_a_year(start: tuple[date, ...], end: date) -> bool:
    return bool(start) and months_after(start[0], MONTHS - 1) < end < months_after(start[0], MONTHS + 1)


def _years(leaves: Leaves) -> list[Year]:
    """The years met, the first page that names each, oldest first."""
    found = {year.end: year for leaf in reversed(leaves) for year in _years_on(leaf)}
    return [found[end] for end in sorted(found)]


def one_year_only(look: Look) -> Iterator[Mismatch]:
    """Papers that hold text on every page and name just one year, and the last day of neither the year before nor the year after."""
    years = _years(look.leaves)
    if look.all_read and len(years) == 1 and not _others(look.leaves, years[0].end):
        yield look.at_fault(years[0].leaf.place, show_date(years[0].end))


@lru_cache(maxsize=256)
def _others(leaves: Leaves, end: date) -> bool:
    """Whether the same day of the year before or after is named, as where two years stand side by side."""
    near = {months_after(end, MONTHS), months_after(end, -MONTHS)}
    return any(day in near for leaf in leaves for line in leaf.lines for day in days(line))


def years_apart(look: Look) -> Iterator[Mismatch]:
    """The two latest years do not follow one another."""
    years = _years(look.leaves)
    if len(years) > 1 and look.all_read and months_after(years[-2].end, MONTHS + 1) < years[-1].end:
        yield look.at_fault(years[-2].leaf.place, show_date(years[-2].end), show_date(years[-1].end))


def latest_year_missing(look: Look) -> Iterator[Mismatch]:
    """The latest year ended so long before the day given that another has ended since, and its accounts are due (limit: months)."""
    given = next((cell.value for cell in look.given if isinstance(cell.value, date)), None)
    years = _years(look.leaves)
    if years and isinstance(given, date) and look.all_read:
        latest = years[-1]
        if months_after(latest.end, MONTHS + int(look.row.limit)) < given:
            yield look.at_fault(latest.leaf.place, show_date(latest.end), show_date(given))
