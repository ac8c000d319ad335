"""Which documents a case needs: domain's table of applicant types, and each note that changes a row."""

import pytest

from forms.casefile import Attached
from forms.catalog.model import Call
from forms.plan import plan_packet
from forms.values.plain import Plain
from tests.conftest import FactsOf

RIGHTS = ("patent", "utility_model", "design", "trademark", "defensive_trademark", "regional_trademark")
BY_TYPE = {
    "corporation": [(1, "register"), (2, "business_outline"), (3, "officers_list"), (4, "accounts")],
    "sole_proprietor": [(1, "residence"), (2, "business_outline"), (3, "officers_list"), (4, "tax_returns")],
    "cooperative": [(1, "articles"), (2, "members"), (3, "officers_list"), (4, "accounts")],
    "chamber": [(1, "register"), (3, "officers_list"), (4, "accounts")],
    "npo": [(1, "register"), (3, "officers_list"), (4, "accounts")],
}
ALWAYS = [(5, "base_application"), (6, "estimates"), (7, "funding_plan"), (8, "prior_art")]
STARTUP = ["startup_notice", "startup_balance", "startup_trade", "startup_business", "startup_plan"]
COMPANY: dict[str, Plain] = {"applicant.type": "corporation", "base.right": "patent", "base.joint": False}


def ids(facts_of: FactsOf, answers: dict[str, Plain]) -> list[str]:
    return [planned.document.id for planned in plan_packet(facts_of(answers), ())]


@pytest.mark.parametrize("right", RIGHTS)
@pytest.mark.parametrize("applicant", BY_TYPE)
def test_the_packet_is_domains_table(facts_of: FactsOf, applicant: str, right: str) -> None:
    answers: dict[str, Plain] = {"applicant.type": applicant, "base.right": right, "base.joint": False}
    packet = plan_packet(facts_of({**answers, "applicant.established": "1998-04-01"}), ())
    form = "form_1_2" if right == "defensive_trademark" else "form_1_1"
    forms: list[tuple[int | None, str]] = [(None, form), (None, "consent")]
    assert [(p.document.number, p.document.id) for p in packet] == [*forms, *BY_TYPE[applicant], *ALWAYS]
    assert all(p.document.required for p in packet)


@pytest.mark.parametrize("applicant", BY_TYPE)
def test_a_business_under_one_year_hands_in_other_papers_as_number_4(facts_of: FactsOf, applicant: str) -> None:
    answers: dict[str, Plain] = {"applicant.type": applicant, "base.right": "design", "application.date": "2023-08-21"}
    packet = plan_packet(facts_of({**answers, "applicant.established": "2022-12-01"}), ())
    assert [p.document.id for p in packet if p.document.number == 4] == STARTUP
    assert [p.state for p in packet if p.document.number == 4] == ["missing"] * 4 + ["optional"]


@pytest.mark.parametrize(
    ("answers", "document", "number"),
    [
        ({"base.joint": True}, "joint_contract", 9),
        ({"foreign.joint": True}, "joint_contract", 9),
        ({"base.joint": True, "foreign.joint": False}, "transfer_undertaking", 5),
        ({"foreign.intermediary": True}, "intermediary_letter", 6),
        ({"foreign.intermediary": True}, "intermediary_costs", 6),
        ({"foreign.intermediary": True}, "intermediary_prices", 6),
        ({"bonus.japan_brand": True}, "award_notice", 10),
        ({"bonus.monozukuri": True}, "award_notice", 10),
        ({"bonus.wage": True, "wage.measure": "total", "applicant.regular_employees": 3}, "wage_n1", 11),
        ({"bonus.wage": True, "wage.measure": "average", "applicant.regular_employees": 0}, "wage_n4", 11),
    ],
)
def test_a_document_is_asked_for_when_the_case_says_so(
    facts_of: FactsOf, answers: dict[str, Plain], document: str, number: int
) -> None:
    assert document not in ids(facts_of, COMPANY)
    packet = plan_packet(facts_of({**COMPANY, **answers}), ())
    assert [(p.document.number, p.document.required) for p in packet if p.document.id == document] == [(number, True)]


def test_without_an_attorney_there_is_no_consent(facts_of: FactsOf) -> None:
    assert "consent" not in ids(facts_of, {**COMPANY, "attorney.none": True})


def test_a_joint_base_filed_abroad_alone_needs_no_contract(facts_of: FactsOf) -> None:
    assert "joint_contract" not in ids(facts_of, {**COMPANY, "base.joint": True, "foreign.joint": False})


@pytest.mark.parametrize(
    ("answers", "document", "title"),
    [
        ({"applicant.type": "sole_proprietor"}, "business_outline", "事業者の概要"),
        ({"base.right": "defensive_trademark"}, "consent", "様式第1-2の別紙第1（協力承諾書）"),
        ({"base.kind": "pct"}, "base_application", "PCT国際出願書類、国際調査報告書及び見解書"),
        ({"base.kind": "hague"}, "base_application", "国際登録証明書（国際事務局発行）"),
        ({"applicant.type": "cooperative"}, "accounts", "直近2期分の決算書の写し（認可庁等に報告しているもの）"),
    ],
)
def test_a_document_is_called_what_this_case_calls_it(
    facts_of: FactsOf, answers: dict[str, Plain], document: str, title: str
) -> None:
    packet = plan_packet(facts_of({**COMPANY, **answers}), ())
    assert [p.title for p in packet if p.document.id == document] == [title]


def test_papers_stand_with_their_document_in_the_order_of_attaching(facts_of: FactsOf) -> None:
    papers = [Attached(n, "estimates", f"{n}.pdf", "", 1, ()) for n in (1, 2)]
    packet = plan_packet(facts_of(COMPANY), papers)
    estimates = next(p for p in packet if p.document.id == "estimates")
    assert (estimates.state, [p.id for p in estimates.papers]) == ("attached", [1, 2])


def test_every_document_of_the_contract_is_there(call: Call) -> None:
    contract = "form_1_1 form_1_2 consent register residence articles business_outline members officers_list accounts tax_returns"
    contract += " startup_notice startup_balance startup_trade startup_business startup_plan base_application transfer_undertaking"
    contract += " estimates funding_plan prior_art joint_contract intermediary_letter intermediary_costs intermediary_prices"
    contract += " award_notice wage_n1 wage_n2 wage_n3 wage_n4"
    assert sorted(contract.split()) == sorted(call.documents)
