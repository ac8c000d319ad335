"""Checks of figures, days, counts and shares: exact, both limits included where it says so."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from forms.catalog.model import Rule
from forms.catalog.references import split_list_id
from forms.rules.context import Comparable, Context, Hit, all_cells, find_limit
from forms.values.plain import Value
from forms.values.wareki import show_date, years_after


def _over(value: Value, limit: Comparable | None) -> int | Fraction | None:
    """By how much a value is over its limit, in days or units; None where the two cannot be compared."""
    if isinstance(value, date) and isinstance(limit, date):
        return (value - limit).days
    if isinstance(value, int | Fraction) and isinstance(limit, int | Fraction):
        return value - limit
    return None


def _compare(context: Context, rule: Rule, wrong: Callable[[int | Fraction], bool]) -> Iterator[Hit]:
    for cell in all_cells(context, rule):
        limit, shown = find_limit(context, rule.limit, cell.row)
        over = _over(cell.value, limit)
        if over is not None and wrong(over):
            yield Hit(cell.subject, cell.shown, shown)


def below(context: Context, rule: Rule) -> Iterator[Hit]:
    """A value under its limit."""
    return _compare(context, rule, lambda over: over < 0)


def above(context: Context, rule: Rule) -> Iterator[Hit]:
    """A value over its limit."""
    return _compare(context, rule, lambda over: over > 0)


def differs(context: Context, rule: Rule) -> Iterator[Hit]:
    """A value that is not its limit."""
    return _compare(context, rule, lambda over: over != 0)


def within(context: Context, rule: Rule) -> Iterator[Hit]:
    """A value between two limits, both included."""
    for cell in all_cells(context, rule):
        (low, _), (high, shown) = (find_limit(context, limit, cell.row) for limit in rule.limits)
        over, under = _over(cell.value, low), _over(cell.value, high)
        if over is not None and under is not None and over >= 0 >= under:
            yield Hit(cell.subject, cell.shown, shown)


def rest_day(context: Context, rule: Rule) -> Iterator[Hit]:
    """A day that is a Saturday or a Sunday."""
    for cell in all_cells(context, rule):
        if isinstance(cell.value, date) and cell.value.weekday() >= 5:
            yield Hit(cell.subject, cell.shown)


def year_differs(context: Context, rule: Rule) -> Iterator[Hit]:
    """A number that names a year (特願2023-…, PCT/JP2023/…) other than that of the day it goes with."""
    number, day = (context.facts.value(name) for name in rule.fields)
    named = re.search(r"(?:19|20)\d\d(?=[-/])", str(number))
    if named and isinstance(day, date) and int(named[0]) != day.year:
        yield Hit(rule.fields[0], str(number), show_date(day))


def not_a_year(context: Context, rule: Rule) -> Iterator[Hit]:
    """Two days, in order, between which there is not just one year."""
    start, end = (context.facts.day(name) for name in rule.fields)
    if start and end and start <= end and end + timedelta(days=1) != years_after(start, 1):
        yield Hit(rule.fields[1], show_date(start), show_date(end))


def fewer_than(context: Context, rule: Rule) -> Iterator[Hit]:
    """A list with fewer items than the limit."""
    return _counted(context, rule, lambda count, limit: count < limit)


def more_than(context: Context, rule: Rule) -> Iterator[Hit]:
    """A list with more items than the limit."""
    return _counted(context, rule, lambda count, limit: count > limit)


def _counted(context: Context, rule: Rule, wrong: Callable[[int, int], bool]) -> Iterator[Hit]:
    for cell in all_cells(context, rule):
        if isinstance(cell.value, tuple) and wrong(len(cell.value), int(rule.limit)):
            yield Hit(cell.subject, cell.shown, rule.limit)


def fewer_papers(context: Context, rule: Rule) -> Iterator[Hit]:
    """A document with papers, but fewer than the limit."""
    papers = context.papers(rule.document)
    if papers and len(papers) < int(rule.limit):
        yield Hit(rule.document)


def fewer_pages(context: Context, rule: Rule) -> Iterator[Hit]:
    """A document with papers, but fewer pages than the limit."""
    pages = sum(paper.pages for paper in context.papers(rule.document))
    if 0 < pages < int(rule.limit):
        yield Hit(rule.document)


def _share_sum(context: Context, rule: Rule) -> tuple[bool, Fraction]:
    """Whether every share is known, and their sum."""
    rows = max((len(context.facts.rows(split_list_id(name)[0])) for name in rule.fields if "[]" in name), default=0)
    single = sum("[]" not in name for name in rule.fields)
    shares = [cell.value for cell in all_cells(context, rule) if isinstance(cell.value, Fraction)]
    return len(shares) == rows + single and rows > 0, sum(shares, Fraction(0))


def shares_differ(context: Context, rule: Rule) -> Iterator[Hit]:
    """Shares, all of them known, that are not one together."""
    complete, total = _share_sum(context, rule)
    if complete and total != 1:
        yield Hit(rule.subjects[0], str(total))


def shares_exceed(context: Context, rule: Rule) -> Iterator[Hit]:
    """Shares that are more than one together."""
    _, total = _share_sum(context, rule)
    if total > 1:
        yield Hit(rule.subjects[0], str(total))
