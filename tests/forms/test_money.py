"""Money, to the yen: each figure worked out by hand in its comment."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.answers import read_answers
from forms.calculations.registry import CALCULATORS
from forms.catalog.load import load_call
from forms.catalog.model import Call
from forms.facts import Facts
from forms.values.plain import Plain
from tests.conftest import FactsOf

PUBLIC_EXAMPLE: list[Plain] = [
    {"country": "CN", "official_fee": 100000, "local_attorney": 150000, "domestic_attorney": 162000, "translation": 216000},
    {"country": "US", "official_fee": 100000, "local_attorney": 180000, "domestic_attorney": 216000, "translation": 270000},
]
PATENT: dict[str, Plain] = {"base.right": "patent", "base.joint": False}


def at_tax(call: Call, rate: Fraction) -> Call:
    return replace(call, terms=replace(call.terms, money=replace(call.terms.money, consumption_tax=rate)))


def requested(facts_of: FactsOf, amount: int, **answers: Plain) -> int | None:
    row: Plain = {"country": "US", "official_fee": amount, "local_attorney": 0, "domestic_attorney": 0, "translation": 0}
    named = {name.replace("__", "."): value for name, value in answers.items()}
    return facts_of({**PATENT, "expenses": [row], **named}).figure("derived.requested_amount")


def test_the_public_forms_worked_example_gives_665000_at_eight_percent(call: Call) -> None:
    answers = read_answers(call, {**PATENT, "expenses": PUBLIC_EXAMPLE})
    facts = Facts(at_tax(call, Fraction(8, 100)), answers, date(2023, 8, 21), CALCULATORS)
    columns = ("official_fee", "local_attorney", "domestic_attorney", "translation")
    assert [facts.figure(f"derived.gross.{column}") for column in columns] == [200000, 330000, 378000, 486000]
    assert [facts.figure(f"derived.eligible.{column}") for column in columns] == [200000, 330000, 350000, 450000]
    assert facts.figure("derived.expenses_total") == 1394000
    assert facts.figure("derived.eligible_total") == 1330000
    assert facts.figure("derived.requested_amount") == 665000


def test_the_same_example_at_the_calls_ten_percent(facts_of: FactsOf) -> None:
    # domestic: 162,000/1.1 = 147,272.7 -> 147,272; 216,000/1.1 = 196,363.6 -> 196,363; together 343,635
    # translation: 216,000/1.1 -> 196,363; 270,000/1.1 = 245,454.5 -> 245,454; together 441,817
    # eligible 200,000 + 330,000 + 343,635 + 441,817 = 1,315,452; half 657,726; cut 657,000
    facts = facts_of({**PATENT, "expenses": PUBLIC_EXAMPLE})
    assert facts.figure("derived.eligible_total") == 1315452
    assert facts.figure("derived.requested_amount") == 657000


def test_each_cell_is_rounded_down_by_itself(facts_of: FactsOf) -> None:
    # 109/1.1 = 99.09 -> 99, twice 198; 218/1.1 together would give 198.18
    row: Plain = {"country": "US", "domestic_attorney": 109, "translation": 109}
    assert facts_of({"expenses": [row]}).figure("derived.eligible_total") == 198


def test_a_row_without_tax_is_eligible_whole(facts_of: FactsOf) -> None:
    row: Plain = {"country": "US", "domestic_attorney": 110000, "translation": 11000, "tax_included": False}
    assert facts_of({"expenses": [row]}).figure("derived.eligible_total") == 121000


@pytest.mark.parametrize(
    ("right", "cap"),
    [
        ("patent", 1500000),
        ("utility_model", 600000),
        ("design", 600000),
        ("trademark", 600000),
        ("regional_trademark", 600000),
        ("defensive_trademark", 300000),
    ],
)
def test_the_requested_amount_stops_at_the_cap_of_the_right(facts_of: FactsOf, right: str, cap: int) -> None:
    assert requested(facts_of, 2 * cap, base__right=right) == cap
    assert requested(facts_of, 2 * cap + 2000, base__right=right) == cap
    assert requested(facts_of, 2 * cap - 1, base__right=right) == cap - 1000


@pytest.mark.parametrize(("eligible", "amount"), [(1999, 0), (2000, 1000), (3999, 1000), (2330400, 1165000)])
def test_half_is_cut_to_whole_thousands(facts_of: FactsOf, eligible: int, amount: int) -> None:
    assert requested(facts_of, eligible) == amount


@pytest.mark.parametrize(
    ("own", "theirs", "cost", "amount"),
    [
        ("1/2", "1/2", "1/2", 250000),  # 1,000,000 × 1/2 × 1/2
        ("2/3", "1/3", "1/2", 250000),  # never more than it pays: 1/2
        ("1/3", "2/3", "1/2", 166000),  # never more than it owns: 166,666
        ("1/3", "2/3", "2/3", 166000),
    ],
)
def test_a_joint_filing_counts_the_smaller_of_ownership_and_cost(
    facts_of: FactsOf, own: str, theirs: str, cost: str, amount: int
) -> None:
    other: Plain = {"name": "乙", "share": theirs, "cost_share": cost}
    assert requested(facts_of, 1000000, base__joint=True, base__share=own, co_applicants=[other]) == amount


def test_a_joint_filing_without_shares_is_not_known_yet(facts_of: FactsOf) -> None:
    assert requested(facts_of, 1000000, base__joint=True) is None


def test_a_joint_base_filed_abroad_alone_counts_whole(facts_of: FactsOf) -> None:
    assert requested(facts_of, 1000000, base__joint=True, foreign__joint=False) == 500000


@pytest.mark.parametrize(("others", "amount"), [(0, 1500000), (1500000, 1500000), (2400000, 600000), (3000000, 0), (3100000, 0)])
def test_the_companys_other_cases_leave_the_rest_of_three_million(call: Call, others: int, amount: int) -> None:
    row: Plain = {"country": "US", "official_fee": 4000000, "local_attorney": 0, "domestic_attorney": 0, "translation": 0}
    answers = read_answers(call, {**PATENT, "expenses": [row]})
    facts = Facts(call, answers, date(2023, 8, 21), CALCULATORS, others_requested=others)
    assert facts.figure("derived.requested_amount") == amount
    assert facts.flag("derived.company_cap_reached") is (amount < 1500000)


@given(st.lists(st.integers(0, 10**9), min_size=4, max_size=4), st.fractions(0, 1, max_denominator=20))
def test_no_grant_is_more_than_half_of_the_share_nor_further_than_a_unit_from_it(cells: list[int], share: Fraction) -> None:
    call = load_call("hyogo-r5-2")
    row = dict(zip(("official_fee", "local_attorney", "domestic_attorney", "translation"), cells, strict=True))
    plain: dict[str, Plain] = {**PATENT, "base.joint": True, "base.share": str(share), "expenses": [{"country": "US", **row}]}
    facts = Facts(call, read_answers(call, plain), date(2023, 8, 21), CALCULATORS)
    eligible, amount = facts.figure("derived.eligible_total"), facts.figure("derived.requested_amount")
    assert eligible is not None
    assert amount is not None
    assert amount % 1000 == 0
    assert amount <= eligible * share / 2
    assert amount > eligible * share / 2 - 1000 or amount == 1500000
    assert eligible <= sum(cells)
