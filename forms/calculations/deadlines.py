"""Time limits of a filing abroad, by right and route (募集要領 4(1); Paris Convention art. 4, PCT art. 22).

Decision: plain days, by calendar month and clamped to the month's end; holidays are a note, never a longer limit.
"""

from datetime import date

from forms.answers import Row
from forms.catalog.model import Column, Derived
from forms.facts import Facts
from forms.values.wareki import months_after


def base_date(facts: Facts) -> date | None:
    """The day from which the months count: the priority date, else the filing date of the base."""
    return facts.day("base.priority_date") or facts.day("base.filing_date")


def destination_deadline(facts: Facts, row: Row, column: Column) -> date | None:
    """The last day to file at one office; None while right, route or base date are not known."""
    routes = facts.call.terms.routes.months.get(facts.text("base.right") or "", {})
    months, start, route = routes.get(str(row.get("route"))), base_date(facts), row.get("route")
    if months is None or start is None:
        return None
    if route == "pct_national":
        months = facts.call.terms.national_phase.months.get(str(row.get("country")), months)
    return months_after(start, months)


def priority_deadline(facts: Facts, derived: Derived) -> date | None:
    """The earliest of the destinations' deadlines."""
    days = [day for day in facts.column("destinations[].deadline") if isinstance(day, date)]
    return min(days) if days else None


def priority_required(facts: Facts, derived: Derived) -> bool | None:
    """Whether this right's filing abroad must keep to the deadline (not for trademarks)."""
    right = facts.text("base.right")
    return None if right is None else right in facts.call.terms.priority.required
