"""Who may apply, and what goes with it: each limit and the step beyond it."""

import pytest

from forms.catalog.load import load_call
from forms.values.plain import Plain
from tests.conftest import FactsOf

INDUSTRIES = load_call("hyogo-r5-2").terms.sme.industries


@pytest.mark.parametrize(("industry", "limit"), INDUSTRIES.items(), ids=str)
def test_a_company_is_an_sme_by_capital_or_by_employees(facts_of: FactsOf, industry: str, limit: object) -> None:
    capital, employees = INDUSTRIES[industry].capital, INDUSTRIES[industry].employees

    def sme(yen: int, people: int) -> bool | None:
        answers: dict[str, Plain] = {"applicant.type": "corporation", "applicant.industry": industry}
        return facts_of({**answers, "applicant.capital": yen, "applicant.regular_employees": people}).flag("derived.sme")

    assert [sme(capital, employees + 1), sme(capital + 1, employees), sme(capital + 1, employees + 1)] == [True, True, False]


@pytest.mark.parametrize(("people", "verdict"), [(300, True), (301, False)])
def test_a_sole_proprietor_is_an_sme_by_employees_alone(facts_of: FactsOf, people: int, verdict: bool) -> None:
    answers: dict[str, Plain] = {"applicant.type": "sole_proprietor", "applicant.industry": "manufacturing"}
    facts = facts_of({**answers, "applicant.capital": 1, "applicant.regular_employees": people})
    assert facts.flag("derived.sme") is verdict


def test_a_company_within_one_limit_needs_no_second_figure(facts_of: FactsOf) -> None:
    answers: dict[str, Plain] = {"applicant.type": "corporation", "applicant.industry": "retail"}
    assert facts_of({**answers, "applicant.capital": 50000000}).flag("derived.sme") is True
    assert facts_of({**answers, "applicant.capital": 50000001}).flag("derived.sme") is None


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({}, None),
        ({"applicant.deemed_large": []}, False),
        ({"applicant.deemed_large": ["officers_half"]}, True),
        ({"applicant.deemed_large": [], "applicant.mean_taxable_income": 1500000000}, False),
        ({"applicant.deemed_large": [], "applicant.mean_taxable_income": 1500000001}, True),
    ],
)
def test_a_deemed_large_enterprise_is_any_of_five_tests(facts_of: FactsOf, answers: dict[str, Plain], verdict: bool | None) -> None:
    assert facts_of({"applicant.type": "corporation", **answers}).flag("derived.deemed_large_enterprise") is verdict


@pytest.mark.parametrize(("members", "smes", "verdict"), [(3, 2, True), (4, 2, False), (6, 4, True)])
def test_a_group_is_two_thirds_smes(facts_of: FactsOf, members: int, smes: int, verdict: bool) -> None:
    answers: dict[str, Plain] = {"applicant.type": "corporation", "applicant.group": True}
    facts = facts_of({**answers, "applicant.group_members": members, "applicant.group_smes": smes})
    assert facts.flag("derived.group_ok") is verdict


@pytest.mark.parametrize(
    ("established", "verdict"), [("2022-08-21", False), ("2022-08-22", True), ("2023-08-01", True), ("1998-04-01", False)]
)
def test_a_business_is_young_until_a_year_has_passed(facts_of: FactsOf, established: str, verdict: bool) -> None:
    facts = facts_of({"application.date": "2023-08-21", "applicant.established": established})
    assert facts.flag("derived.under_one_year") is verdict


@pytest.mark.parametrize(
    ("address", "postal_code", "verdict"),
    [
        ("兵庫県姫路市本町68番地", "670-0012", True),
        ("大阪府大阪市北区梅田1-1", "530-0001", False),
        ("神戸市中央区港島中町6-1", "650-0046", True),
        ("京都市下京区", "600-8216", False),
        ("神奈川県横浜市西区", "650-0046", False),
    ],
)
def test_the_head_office_is_where_its_address_says(facts_of: FactsOf, address: str, postal_code: str, verdict: bool) -> None:
    facts = facts_of({"applicant.head_office_address": address, "applicant.postal_code": postal_code})
    assert facts.flag("derived.head_office_here") is verdict


@pytest.mark.parametrize(
    ("employees", "answered", "measure", "form"),
    [
        (5, None, "total", "n1"),
        (5, None, "average", "n2"),
        (0, None, "total", "n3"),
        (0, None, "average", "n4"),
        (0, True, "total", "n1"),
        (5, False, "average", "n4"),
    ],
)
def test_the_wage_form_follows_measure_and_employees(
    facts_of: FactsOf, employees: int, answered: bool | None, measure: str, form: str
) -> None:
    answers: dict[str, Plain] = {"bonus.wage": True, "wage.measure": measure, "applicant.regular_employees": employees}
    if answered is not None:
        answers["wage.has_regular_employees"] = answered
    assert facts_of(answers).text("derived.wage_form") == form


def test_without_the_wish_there_is_no_wage_form(facts_of: FactsOf) -> None:
    answers: dict[str, Plain] = {"wage.measure": "total", "applicant.regular_employees": 5}
    assert facts_of(answers).text("derived.wage_form") is None


@pytest.mark.parametrize(("base", "planned", "short"), [(1000, 1015, False), (1000, 1014, True), (333, 338, False), (333, 337, True)])
def test_a_rise_is_compared_exactly(facts_of: FactsOf, base: int, planned: int, short: bool) -> None:
    answers: dict[str, Plain] = {"bonus.wage": True, "wage.base": base, "wage.planned": planned}
    assert facts_of(answers).flag("derived.wage_rise_short") is short


@pytest.mark.parametrize(
    ("answers", "needed"),
    [
        ({"base.joint": False}, False),
        ({"base.joint": True}, False),
        ({"base.joint": True, "foreign.joint": False}, True),
        ({"base.joint": True, "base.applicants": ["甲", "乙"], "co_applicants": [{"name": "乙"}]}, False),
        ({"base.joint": True, "base.applicants": ["甲", "乙", "丙"], "co_applicants": [{"name": "乙"}]}, True),
    ],
)
def test_an_undertaking_is_needed_where_only_some_file_abroad(facts_of: FactsOf, answers: dict[str, Plain], needed: bool) -> None:
    assert facts_of(answers).flag("derived.transfer_needed") is needed
