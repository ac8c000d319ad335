"""Money: the expense table, the eligible total, the requested amount and its caps (募集要領 5).

Decision: integers and fractions only; each cell is rounded down by itself, the requested amount is cut once, at the end.
"""

from fractions import Fraction
from math import floor

from forms.answers import Row
from forms.catalog.model import Column, Derived
from forms.catalog.references import split_list_id
from forms.facts import Facts


def row_sum(facts: Facts, row: Row, column: Column) -> int:
    """The yen of one row's columns together."""
    return sum(_yen(row, name) for name in column.fields)


def total(facts: Facts, derived: Derived) -> int | None:
    """The sum of single answers in yen; None until one is known."""
    figures = [facts.figure(name) for name in derived.fields]
    return None if all(figure is None for figure in figures) else sum(figure or 0 for figure in figures)


def column_sum(facts: Facts, derived: Derived) -> int | None:
    """The sum of a column in yen; None without rows, or while one of their cells cannot be read."""
    cells = [cell for name in derived.fields for cell in facts.column(name)]
    readable = all(facts.is_readable(split_list_id(name)[0]) for name in derived.fields)
    return sum(cell for cell in cells if isinstance(cell, int)) if cells and readable else None


def eligible_sum(facts: Facts, derived: Derived) -> int | None:
    """The eligible yen of the columns named: consumption tax taken out cell by cell (募集要領 5(3) 留意事項)."""
    pairs = [split_list_id(name) for name in derived.fields]
    rows = facts.rows(pairs[0][0])
    readable = facts.is_readable(pairs[0][0])
    return sum(_eligible(facts, row, column) for row in rows for _, column in pairs) if rows and readable else None


def _eligible(facts: Facts, row: Row, column: str) -> int:
    money = facts.call.terms.money
    gross = _yen(row, column)
    if column not in money.taxed or row.get("tax_included") is False:
        return gross
    return floor(gross / (1 + money.consumption_tax))


def _yen(row: Row, column: str) -> int:
    value = row.get(column)
    return value if isinstance(value, int) else 0


def ownership(facts: Facts) -> Fraction | None:
    """The applicant's share of the filing abroad: as answered, else what the co-applicants leave."""
    own = facts.share("base.share")
    return _left_by(facts, "co_applicants[].share") if own is None else own


def cost_share(facts: Facts, derived: Derived) -> Fraction | None:
    """The share of the cost that the applicant pays: what the co-applicants leave; None where nobody says."""
    return _left_by(facts, "co_applicants[].cost_share")


def _left_by(facts: Facts, column: str) -> Fraction | None:
    shares = [share for share in facts.column(column) if isinstance(share, Fraction)]
    return max(Fraction(0), 1 - sum(shares, Fraction(0))) if shares else None


def applied_share(facts: Facts, derived: Derived) -> Fraction | None:
    """The share of the eligible cost that counts: the smaller of ownership and cost share (募集要領 5(2) ※)."""
    if not facts.flag("derived.foreign_joint"):
        return Fraction(1)
    if not (facts.is_readable("base.share") and facts.is_readable("co_applicants")):
        return None
    shares = [share for share in (ownership(facts), facts.share("derived.foreign_share")) if share is not None]
    return min(shares) if shares else None


def half_cut(facts: Facts) -> int | None:
    """Share and rate applied and cut to whole units of yen, before any cap."""
    eligible, share = facts.figure("derived.eligible_total"), facts.share("derived.applied_share")
    money = facts.call.terms.money
    if eligible is None or share is None:
        return None
    return floor(eligible * share * money.rate / money.unit) * money.unit


def case_cap(facts: Facts) -> int | None:
    """補助上限額 of this case in yen, by right (募集要領 5(2))."""
    right = facts.text("base.right")
    return None if right is None else facts.call.terms.money.case_caps[right]


def company_left(facts: Facts) -> int:
    """What is left of the company's cap in yen when its other cases are counted (募集要領 5(2))."""
    return max(0, facts.call.terms.money.company_cap - facts.others_requested)


def requested_amount(facts: Facts, derived: Derived) -> int | None:
    """間接補助金申請額 in yen: half, cut, and never over the case's cap or what the company has left."""
    half, cap = half_cut(facts), case_cap(facts)
    return None if half is None or cap is None else min(half, cap, company_left(facts))


def case_cap_reached(facts: Facts, derived: Derived) -> bool:
    """Whether the case's cap is below the half."""
    half, cap = half_cut(facts), case_cap(facts)
    return half is not None and cap is not None and half > cap


def company_cap_reached(facts: Facts, derived: Derived) -> bool:
    """Whether the company's cap leaves less than this case would get."""
    half, cap = half_cut(facts), case_cap(facts)
    return half is not None and cap is not None and min(half, cap) > company_left(facts)
