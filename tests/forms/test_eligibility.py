"""The verdict on who may apply, from an empty case to each reason against, and where else to turn then."""

import pytest

from forms.eligibility import DOES_NOT_FIT, FITS, NOT_YET_KNOWN, Verdict, judge_eligibility
from forms.elsewhere import helpers_of, prefecture_of
from forms.plan import plan_packet
from forms.review import Review
from tests.forms.whole import Changes, facts_of, look, whole

FEW: Changes = {  # the answers of the first two steps and the address
    name: whole()[name]
    for name in (
        "applicant.type", "base.right", "applicant.industry", "applicant.capital", "applicant.regular_employees", "applicant.deemed_large",
        "applicant.head_office_address", "applicant.operates_here", "history.jetro_same_case", "history.adopted_2016_2021",
        "history.adopted_since_2014", "duties.accepted",
    )
}  # fmt: skip


def verdict(answers: Changes) -> Verdict:
    facts = facts_of(answers)
    return judge_eligibility(Review(facts, plan_packet(facts, ()), look(facts, ())))


def state_of(found: Verdict, words: str) -> str:
    return next(one.state for one in found.judged if words in one.requirement.title)


def test_nothing_is_known_of_an_empty_case() -> None:
    found = verdict({})
    assert found.state == NOT_YET_KNOWN
    assert found.asks[:2] == ("applicant.type", "base.right")
    assert not found.reasons


def test_the_first_steps_are_enough_to_fit() -> None:
    found = verdict(FEW)
    assert (found.state, found.asks) == (FITS, ())
    assert state_of(found, "国内弁理士等") == "open"


def test_a_whole_case_meets_every_condition() -> None:
    assert {one.state for one in verdict(whole()).judged} == {"met"}


@pytest.mark.parametrize("name", [name for name in FEW if name not in ("history.adopted_since_2014", "applicant.capital")])
def test_each_of_them_is_needed(name: str) -> None:
    found = verdict({**FEW, name: ""})
    assert found.state == NOT_YET_KNOWN or name == "applicant.regular_employees"
    assert name in found.asks or name == "applicant.regular_employees"  # capital alone makes an SME


def test_capital_or_employees_alone_make_an_sme() -> None:
    assert verdict({**FEW, "applicant.capital": ""}).state == FITS
    assert verdict({**FEW, "applicant.capital": 10**9, "applicant.regular_employees": ""}).asks == ("applicant.regular_employees",)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"applicant.capital": 10**9, "applicant.regular_employees": 5000}, "not_sme"),
        ({"applicant.deemed_large": ["officers_half"]}, "deemed_large"),
        ({"applicant.mean_taxable_income": 1_500_000_001}, "mean_income_too_large"),
        ({"applicant.head_office_address": "大阪府大阪市北区中之島1丁目"}, "head_office_elsewhere"),
        ({"applicant.operates_here": False}, "no_business_here"),
        ({"history.jetro_same_case": True}, "jetro_as_well"),
        ({"history.adopted_2016_2021": True, "history.adopted_since_2014": True, "history.survey_answered": False}, "survey_not_answered"),
        ({"base.right": "regional_trademark"}, "regional_mark_by_firm"),
        ({"applicant.type": "npo"}, "body_without_regional_mark"),
        ({"applicant.group": True, "applicant.group_members": 9, "applicant.group_smes": 5}, "group_of_large"),
    ],
)
def test_each_reason_against_is_told_with_its_source(change: Changes, rule: str) -> None:
    found = verdict({**FEW, **change})
    assert found.state == DOES_NOT_FIT
    assert [reason.id for reason in found.reasons] == [rule]
    assert found.reasons[0].source.startswith("募集要領")


def test_a_deadline_before_the_grant_decision_does_not_fit_though_it_is_asked_later() -> None:
    found = verdict(whole({"base.filing_date": "2022-08-01", "base.application_number": "特願2022-012345"}))
    assert "priority_lost" in {reason.id for reason in found.reasons}


def test_a_cooperative_with_a_patent_is_a_doubt_until_it_is_an_sme() -> None:
    found = verdict({**FEW, "applicant.type": "cooperative", "applicant.industry": ""})
    assert found.state == NOT_YET_KNOWN
    assert [doubt.id for doubt in found.doubts] == ["cooperative_without_regional_mark"]


def test_a_sole_proprietor_is_judged_by_employees_alone() -> None:
    person = {**FEW, "applicant.type": "sole_proprietor", "applicant.capital": "", "applicant.deemed_large": ""}
    assert verdict(person).state == FITS
    assert verdict({**person, "applicant.regular_employees": 301}).reasons[0].id == "not_sme_person"


@pytest.mark.parametrize(
    ("address", "code", "prefecture"),
    [("大阪府大阪市北区", "", "大阪府"), ("大阪市北区", "530-0005", "大阪府"), ("", "060-0000", "北海道"), ("大阪市北区", "", None), ("", "", None)],
)
def test_the_prefecture_is_that_of_the_address_or_else_of_the_postal_code(address: str, code: str, prefecture: str | None) -> None:
    assert prefecture_of(facts_of({"applicant.head_office_address": address, "applicant.postal_code": code})) == prefecture


def test_somebody_of_osaka_is_sent_to_jetro_and_to_the_window_of_osaka_with_telephones() -> None:
    helpers = helpers_of(facts_of({"applicant.head_office_address": "大阪府大阪市北区"}))
    assert helpers[0].name.endswith("外国出願デスク")
    assert helpers[0].ways[0] == "電話 03-3582-5642"
    assert "都道府県中小企業支援センター等" in [helper.name for helper in helpers]
    windows = [helper for helper in helpers if helper.name == "知財総合支援窓口（大阪府）"]
    assert windows
    assert all(window.ways[0].startswith("電話 0") and "大阪" in window.help for window in windows)


def test_somebody_of_hyogo_is_not_sent_to_another_prefectures_body() -> None:
    names = [helper.name for helper in helpers_of(facts_of({"applicant.head_office_address": "兵庫県姫路市"}))]
    assert "都道府県中小企業支援センター等" not in names
    assert "INPIT 兵庫県知財総合支援窓口" in names


def test_where_the_prefecture_is_not_known_the_national_dial_is_told() -> None:
    ways = [way for helper in helpers_of(facts_of({})) for way in helper.ways]
    assert "電話 0570-082100" in ways
