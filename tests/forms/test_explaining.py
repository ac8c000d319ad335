"""The amount explained: the figures of the form's chain, worked out by hand in comments, and the sentence word for word."""

from datetime import date
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.answers import read_answers
from forms.calculations.registry import CALCULATORS
from forms.explaining import Cap, Explanation, Link, explain_amount
from forms.facts import Facts
from forms.values.plain import Plain
from tests.forms.whole import Changes, facts_of, the_call, whole

# The table of the design: 米国, 中国, 欧州.
TABLE: list[Plain] = [
    {"country": "US", "official_fee": 118400, "local_attorney": 286000, "domestic_attorney": 198000, "translation": 330000, "other": 5500},
    {"country": "CN", "official_fee": 52300, "local_attorney": 148000, "domestic_attorney": 176000, "translation": 264000, "other": 4400},
    {"country": "EP", "official_fee": 236700, "local_attorney": 412500, "domestic_attorney": 198000, "translation": 0, "other": 6600},
]
JOINT: Changes = {
    "base.joint": True, "base.share": "2/3", "co_applicants": [{"name": "乙", "share": "1/3", "cost_share": "1/3"}]
}  # fmt: skip


def explained(*changes: Changes, others: int = 0) -> Explanation:
    return explain_amount(facts_of(whole({"expenses": TABLE}, *changes), others))


def costing(yen: int) -> Changes:
    row: Plain = {"country": "US", "official_fee": yen, "local_attorney": 0, "domestic_attorney": 0, "translation": 0}
    return {"expenses": [row]}


def test_the_chain_goes_from_the_gross_cost_to_the_requested_amount() -> None:
    # gross 937,900 + 644,700 + 853,800 = 2,436,400; tax in 572,000 and 594,000: 52,000 + 54,000
    assert explained().links == (
        Link("外国出願経費", 2436400),
        Link("助成対象経費", 2330400, "消費税 −106,000"),
        Link("2分の1の額", 1165200, "× 2分の1"),
        Link("申請できる額", 1165000, "千円未満切捨て"),
    )


def test_the_sentence_tells_the_chain_in_words() -> None:
    assert explained().sentence == (
        "助成対象経費 2,330,400円の2分の1は 1,165,200円です。千円未満を切り捨てて、1,165,000円を申請します。"
        "特許1案件の上限 1,500,000円を超えていません。"
    )


def test_the_caps_say_what_is_left() -> None:
    case, company = explained(others=600000).caps
    assert case == Cap("特許1案件の上限", 1500000, 0, 1165000)
    assert (case.left, company.left) == (335000, 1235000)
    assert company.share == pytest.approx(1765 / 3000)


def test_a_joint_filing_counts_its_own_share_before_the_rate() -> None:
    # 2,330,400 × 2/3 = 1,553,600; half 776,800; cut 776,000
    told = explained(JOINT)
    assert [(link.yen, link.done) for link in told.links[2:]] == [
        (1553600, "× 3分の2"), (776800, "× 2分の1"), (776000, "千円未満切捨て")
    ]  # fmt: skip
    assert "申請者の割合 3分の2に当たる額は 1,553,600円で、その2分の1は 776,800円です。" in told.sentence


def test_the_cap_of_the_case_ends_the_chain() -> None:
    told = explained(costing(4000999))  # half 2,000,499.5
    assert told.links[-2:] == (Link("切り捨てた額", 2000000, "千円未満切捨て"), Link("申請できる額", 1500000, "上限 1,500,000"))
    assert told.sentence == (
        "助成対象経費 4,000,999円の2分の1は 約2,000,499円です。特許1案件の上限 1,500,000円までのため、1,500,000円を申請します。"
    )


def test_what_other_cases_leave_of_the_companys_cap_ends_the_chain() -> None:
    told = explained(costing(4000000), others=2400000)
    assert [link.yen for link in told.links] == [4000000, 4000000, 2000000, 2000000, 1500000, 600000]
    assert told.sentence.endswith("ほかの案件の申請額 2,400,000円と合わせて1企業の上限 3,000,000円までのため、600,000円を申請します。")
    assert explained(others=3000000).sentence.endswith("この案件では申請できません。")


def test_a_whole_half_is_not_said_to_be_cut() -> None:
    assert explained(costing(1330000)).sentence.startswith("助成対象経費 1,330,000円の2分の1は 665,000円です。この額のまま、665,000円を申請します。")


def test_less_than_a_unit_cannot_be_asked_for() -> None:
    assert explained(costing(1999)).sentence.endswith("千円未満を切り捨てると0円になるため、この案件では申請できません。")


@pytest.mark.parametrize(
    ("change", "links", "said"),
    [
        ({"expenses": ""}, 0, "経費を入力すると"),
        ({"expenses[0].other": "五千円くらい"}, 0, "読み取れない額"),
        ({"base.joint": True, "base.share": "", "co_applicants": ""}, 2, "持分割合と費用負担割合を入力すると"),
        ({"base.right": ""}, 4, "権利種別を選ぶと"),
    ],
)
def test_what_is_not_known_yet_is_said_and_the_chain_ends_there(change: Changes, links: int, said: str) -> None:
    told = explained(change)
    assert (len(told.links), told.requested) == (links, None)
    assert said in told.sentence


def test_the_table_shows_eligible_amounts_by_row_and_by_column() -> None:
    facts = facts_of(whole({"expenses": TABLE}))
    assert [row["eligible"] for row in facts.rows("expenses")] == [889900, 604700, 835800]
    gross, eligible = facts.call.fields["expenses"].totals
    assert [facts.figure(name) for name in gross.cells.values()] == [407400, 846500, 572000, 594000, 16500, 2436400]
    assert [facts.figure(name) for name in eligible.cells.values()] == [407400, 846500, 520000, 540000, 16500, 2330400]


@given(st.lists(st.integers(0, 10**8), min_size=4, max_size=4), st.fractions(0, 1, max_denominator=9), st.integers(0, 4 * 10**6))
def test_the_chain_ends_at_the_amount_on_the_form_whatever_the_figures(cells: list[int], share: Fraction, others: int) -> None:
    row = dict(zip(("official_fee", "local_attorney", "domestic_attorney", "translation"), cells, strict=True))
    change: Changes = {"expenses": [{"country": "US", **row}], "base.joint": True, "base.share": str(share), "co_applicants": ""}
    call = the_call()
    facts = Facts(call, read_answers(call, whole(change)), date(2023, 8, 21), CALCULATORS, others)
    told = explain_amount(facts)
    assert told.links[-1] == Link("申請できる額", facts.figure("derived.requested_amount") or 0, told.links[-1].done)
    assert told.links[0].yen == sum(cells)
    assert f"{floor(facts.figure('derived.eligible_total') or 0):,}円" in told.sentence
