"""The call that the start page shows, in words. Loaded after the page stands: it needs the call's data.

Decision: of several calls the one is shown that is open and closes first, else the one that opens next, else the last one that closed.
"""

from datetime import date
from pathlib import Path

from desktop.start.casefiles import usable_calls
from desktop.start.startpagecall import ShownCall
from desktop.start.startpageroad import RoadStep
from forms.answers import read_answers
from forms.calculations.registry import CALCULATORS
from forms.catalog.model import Call
from forms.catalog.terms import Reception
from forms.facts import Facts
from forms.road import fill_text, show_day


def call_of_the_day(today: date, calls: Path | None) -> Call:
    """The call to show, of those that can be used. Raises CatalogError where none can."""
    return min(usable_calls(calls).calls, key=lambda call: _rank(call.terms.reception, today))


def _rank(reception: Reception, today: date) -> tuple[int, int]:
    if reception.opens <= today <= reception.closes:
        return 0, (reception.closes - today).days
    if today < reception.opens:
        return 1, (reception.opens - today).days
    return 2, (today - reception.closes).days


def shown_call(call: Call, today: date) -> ShownCall:
    """A call in the words of a day."""
    terms, reception = call.terms, call.terms.reception
    state = ("受付中の公募", "受付前の公募", "受付を終えた公募")[_rank(reception, today)[0]]
    return ShownCall(
        state=state,
        name=terms.name,
        details="　".join((_period(reception, today), terms.office.name)),
        left=(reception.closes - today).days if reception.opens <= today <= reception.closes else None,
        road=_road(call, today),
    )


def _road(call: Call, today: date) -> tuple[RoadStep, ...]:
    """The steps as they stand before there is a case; ours are those for which this program has something at hand."""
    nothing = Facts(call, read_answers(call, {}), today, CALCULATORS)
    ready = {errand.after for errand in call.terms.errands if errand.offers}
    return tuple(
        RoadStep(step.title, fill_text(nothing, step.short), not step.state or step.mail is not None or step.after in ready - {""})
        for step in call.terms.road
    )


def _period(reception: Reception, today: date) -> str:
    """When it is open; that it was prolonged; what counts on the last day; that it is over."""
    longer = "まで延長" if reception.closes > reception.first_closes else "まで"
    days = f"{_day(reception.opens, today)}から {_day(reception.closes, today)}{longer}。"
    ended = "受付は終わりました。" if today > reception.closes else ""
    return f"{days}{'当日消印有効' if reception.postmark_counts else '必着'}。{ended}".removesuffix("。")


def _day(day: date, today: date) -> str:
    return f"{'' if day.year == today.year else f'{day.year}年'}{show_day(day)}"
