"""Verdicts: who may apply, joint filing, young businesses, the wage pledge (募集要領 3, 6(4), 7).

Decision: a verdict is None while an answer that it needs is missing; "not known" never passes for "no".
"""

from datetime import date

from forms.catalog.model import Derived
from forms.facts import Facts
from forms.values.places import prefecture_in
from forms.values.wareki import months_after


def today(facts: Facts, derived: Derived) -> date:
    """The day on which the case is looked at."""
    return facts.today


def any_true(facts: Facts, derived: Derived) -> bool:
    """Whether one of the answers named is yes."""
    return any(facts.flag(name) for name in derived.fields)


def given(facts: Facts, derived: Derived) -> bool:
    """Whether all the answers named are there, in rows every cell."""
    return all(facts.is_complete(name) for name in derived.fields)


def lookup(facts: Facts, derived: Derived) -> str | None:
    """The text that the data gives for a choice."""
    return derived.table.get(facts.text(derived.fields[0]) or "")


def joint(facts: Facts, derived: Derived) -> bool:
    """Whether the base or the foreign filing is joint."""
    return bool(facts.flag("base.joint") or facts.flag("foreign.joint"))


def foreign_joint(facts: Facts, derived: Derived) -> bool | None:
    """Whether the foreign filing is joint; as the base where not answered."""
    own = facts.flag("foreign.joint")
    return facts.flag("base.joint") if own is None else own


def transfer_needed(facts: Facts, derived: Derived) -> bool:
    """Whether only some co-owners of the base file abroad (募集要領 4 留意事項)."""
    if not facts.flag("base.joint"):
        return False
    if not facts.flag("derived.foreign_joint"):
        return True
    owners = facts.value("base.applicants")
    filing = [name for name in facts.column("co_applicants[].name") if name is not None]
    return bool(filing) and isinstance(owners, tuple) and len(filing) + 1 < len(owners)


def sme(facts: Facts, derived: Derived) -> bool | None:
    """中小企業者 by the table alone: capital or employees at the limit or under; a natural person by employees (注1)."""
    limit = facts.call.terms.sme.industries.get(facts.text("applicant.industry") or "")
    if limit is None:
        return None
    employees = _at_most(facts.figure("applicant.regular_employees"), limit.employees)
    if facts.text("applicant.type") == "sole_proprietor":
        return employees
    capital = _at_most(facts.figure("applicant.capital"), limit.capital)
    if capital or employees:
        return True
    return None if capital is None or employees is None else False


def _at_most(figure: int | None, limit: int) -> bool | None:
    return None if figure is None else figure <= limit


def group_ok(facts: Facts, derived: Derived) -> bool | None:
    """Whether SMEs are at least the call's share of a group's members; None where it is no group."""
    members, smes = facts.figure("applicant.group_members"), facts.figure("applicant.group_smes")
    return None if not members or smes is None else smes >= members * facts.call.terms.group.sme_share


def eligible_enterprise(facts: Facts, derived: Derived) -> bool | None:
    """An SME, or a group of them whose business benefits SMEs (3(1)①)."""
    if facts.flag("derived.sme") is False and facts.flag("derived.group_ok"):
        return facts.flag("applicant.group_benefits")
    return facts.flag("derived.sme")


def deemed_large_enterprise(facts: Facts, derived: Derived) -> bool | None:
    """みなし大企業: any of the tests as answered, or the mean income over the limit (注2)."""
    income = facts.figure("applicant.mean_taxable_income")
    if income is not None and income > facts.call.terms.deemed_large.income_limit:
        return True
    chosen = facts.value("applicant.deemed_large")
    return None if chosen is None else bool(chosen)


def head_office_here(facts: Facts, derived: Derived) -> bool | None:
    """Whether the head office is in the call's prefecture, by its address, else by its postal code (3(1)③)."""
    terms, address = facts.call.terms, facts.text("applicant.head_office_address")
    if address is None:
        return None
    if named := prefecture_in(address):
        return named == terms.prefecture
    code = facts.text("applicant.postal_code")
    return None if code is None else code.startswith(terms.postal_prefixes)


def under_one_year(facts: Facts, derived: Derived) -> bool | None:
    """Whether the business is not yet one year old on the day of application (6(4)②*3)."""
    established = facts.day("applicant.established")
    day = facts.day("application.date") or facts.today
    return None if established is None else day < months_after(established, 12)


def wage_form(facts: Facts, derived: Derived) -> str | None:
    """Which of N-1…N-4: by measure, and by whether there are regular employees (6(4)①)."""
    measure, employed = facts.text("wage.measure"), has_regular_employees(facts)
    if not facts.flag("bonus.wage") or measure is None or employed is None:
        return None
    numbers = {(True, "total"): "n1", (True, "average"): "n2", (False, "total"): "n3", (False, "average"): "n4"}
    return numbers[employed, measure]


def has_regular_employees(facts: Facts) -> bool | None:
    """As answered, else whether the head count is above nought."""
    own, count = facts.flag("wage.has_regular_employees"), facts.figure("applicant.regular_employees")
    return own if own is not None or count is None else count > 0


def wage_employees_mismatch(facts: Facts, derived: Derived) -> bool:
    """Whether the answer and the head count speak differently."""
    own, count = facts.flag("wage.has_regular_employees"), facts.figure("applicant.regular_employees")
    return own is not None and count is not None and own != (count > 0)


def wage_rise_short(facts: Facts, derived: Derived) -> bool | None:
    """Whether the plan is below the rise asked for, exactly (7 注5)."""
    base, planned = facts.figure("wage.base"), facts.figure("wage.planned")
    return None if base is None or planned is None else planned < base * (1 + facts.call.terms.money.wage_rise)
