"""Money: the expense table, the eligible total, the requested amount and its caps (募集要領 5).

Decision: integers and fractions only; each cell is rounded down by itself, the requested amount is cut once, at the end.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from forms.answers import Row
from forms.catalog.model import Column, Derived
from forms.catalog.references import split_list_id
from forms.facts import Facts


def row_sum(facts: Facts, row: Row, column: Column) -> int:
    """The yen of one row's columns together."""
    return sum(_yen(row, name) for name in column.fields)


def row_eligible_sum(facts: Facts, row: Row, column: Column) -> int:
    """The eligible yen of one row's columns together."""
    return sum(eligible(facts, row, name) for name in column.fields)


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
    return sum(eligible(facts, row, column) for row in rows for _, column in pairs) if rows and readable else None


def eligible(facts: Facts, row: Row, column: str) -> int:
    """The eligible yen of one cell: without consumption tax where it is contained, rounded down."""
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


@dataclass(frozen=True)
class Reckoning:
    """The way from the eligible cost to the requested amount, in yen and exact until the cut (募集要領 5).

    `case_cap` is None while the right is not known; `company_left`: what the company's other cases leave of its cap.
    """

    eligible: int
    share: Fraction
    rate: Fraction
    unit: int
    case_cap: int | None
    company_left: int

    @property
    def own(self) -> Fraction:
        """The applicant's share of the eligible cost."""
        return self.eligible * self.share

    @property
    def rated(self) -> Fraction:
        """The subsidy before it is cut."""
        return self.own * self.rate

    @property
    def cut(self) -> int:
        """The same, cut to whole units."""
        return floor(self.rated / self.unit) * self.unit

    @property
    def within_case(self) -> int | None:
        """The same, never over the case's cap."""
        return None if self.case_cap is None else min(self.cut, self.case_cap)

    @property
    def requested(self) -> int | None:
        """The same, never over what the company has left: 間接補助金申請額."""
        return None if self.within_case is None else min(self.within_case, self.company_left)


def reckon(facts: Facts) -> Reckoning | None:
    """How the requested amount of a case is worked out; None while its eligible cost or share are not known."""
    eligible, share = facts.figure("derived.eligible_total"), facts.share("derived.applied_share")
    money, right = facts.call.terms.money, facts.text("base.right")
    if eligible is None or share is None:
        return None
    case_cap = None if right is None else money.case_caps[right]
    return Reckoning(eligible, share, money.rate, money.unit, case_cap, max(0, money.company_cap - facts.others_requested))


def requested_amount(facts: Facts, derived: Derived) -> int | None:
    """間接補助金申請額 in yen: half, cut, and never over the case's cap or what the company has left (募集要領 5(2))."""
    reckoned = reckon(facts)
    return None if reckoned is None else reckoned.requested


def case_cap_reached(facts: Facts, derived: Derived) -> bool:
    """Whether the case's cap is below the half."""
    reckoned = reckon(facts)
    return reckoned is not None and reckoned.within_case is not None and reckoned.within_case < reckoned.cut


def company_cap_reached(facts: Facts, derived: Derived) -> bool:
    """Whether the company's cap leaves less than this case would get."""
    reckoned = reckon(facts)
    return reckoned is not None and reckoned.within_case is not None and reckoned.company_left < reckoned.within_case
