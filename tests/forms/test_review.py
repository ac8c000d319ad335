"""A case looked at whole: facts, packet and findings of one day, beside the applicant's other cases."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from forms.casefile import CaseFile, create_case
from forms.errors import CaseError, CatalogError
from forms.review import review_case
from forms.values.plain import Plain
from tests.conftest import TODAY
from tests.forms.whole import whole

COSTLY: Mapping[str, Plain] = {"expenses[0].official_fee": 3_000_000}
NUMBERLESS: Mapping[str, Plain] = {"applicant.corporate_number": ""}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with create_case(tmp_path / "a", "hyogo-r5-2") as opened:
        opened.enter(whole(COSTLY))
        yield opened


def other(folder: Path, *changes: Mapping[str, Plain], name: str = "b") -> Path:
    with create_case(folder / name, "hyogo-r5-2") as opened:
        opened.enter(whole(COSTLY, *changes))
    return folder / name


def test_a_case_is_looked_at_on_one_day(case: CaseFile) -> None:
    review = review_case(case, TODAY)
    assert review.facts.today == TODAY
    assert review.facts.figure("derived.requested_amount") == 1_500_000
    assert [planned.document.id for planned in review.packet][:2] == ["form_1_1", "consent"]


def test_a_case_is_ready_when_nothing_at_error_level_stands(case: CaseFile) -> None:
    assert not review_case(case, TODAY).is_ready
    assert {finding.id for finding in review_case(case, TODAY).findings if finding.severity == "error"} == {"missing-paper", "funding_does_not_match"}


def test_every_look_is_anew(case: CaseFile) -> None:
    before = review_case(case, TODAY)
    case.enter({"expenses": ""})
    assert before.facts.rows("expenses")
    assert not review_case(case, TODAY).facts.rows("expenses")


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ([], 1_500_000),
        ([{"case.state": "rejected"}], 0),
        ([{"case.state": "withdrawn"}], 0),
        ([{"case.state": "posted"}], 1_500_000),
        ([{"base.right": "trademark"}], 600_000),
        ([{"expenses": ""}], 0),
    ],
)
def test_what_another_case_asks_for_counts_while_it_stands(
    case: CaseFile, tmp_path: Path, changes: list[Mapping[str, Plain]], asked: int
) -> None:
    assert review_case(case, TODAY, [other(tmp_path, *changes)]).facts.others_requested == asked


@pytest.mark.parametrize(
    "changes",
    [{"applicant.corporate_number": "4011001098993"}, {**NUMBERLESS, "applicant.trade_name": "株式会社みなと"}],
    ids=["other number", "other name"],
)
def test_another_applicants_case_is_refused(case: CaseFile, tmp_path: Path, changes: Mapping[str, Plain]) -> None:
    with pytest.raises(CaseError, match="同じ申請者の案件だけ"):
        review_case(case, TODAY, [other(tmp_path, changes)])


@pytest.mark.parametrize("name", ["㈱みなと精機", "（株） みなと精機", "株式会社みなと精機"])
def test_two_spellings_of_one_name_are_one_applicant(case: CaseFile, tmp_path: Path, name: str) -> None:
    numberless = other(tmp_path, NUMBERLESS, {"applicant.trade_name": name})
    assert review_case(case, TODAY, [numberless]).facts.others_requested == 1_500_000


def test_a_case_of_a_call_that_is_not_there_stops_the_look(tmp_path: Path) -> None:
    with create_case(tmp_path / "a", "nowhere-r1") as case, pytest.raises(CatalogError):
        review_case(case, TODAY)


def test_an_answer_that_the_call_does_not_know_stops_the_look(case: CaseFile) -> None:
    case.enter({"of.another.version": "x"})
    with pytest.raises(CaseError, match=r"of\.another\.version"):
        review_case(case, date(2023, 8, 21))
