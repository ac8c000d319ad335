"""The eight sample cases: whole, in agreement with themselves, and big enough to be worth showing.

Decision: read with tomllib alone, not through the program, so that a fault in both cannot hide itself.
"""

import tomllib
from datetime import date
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from forms.paths import CALLS, RESOURCES, SAMPLES
from tests.samples.facts import COSTS, load
from tests.samples.make_samples import names, paper

REQUESTED = {
    "chamber-regional": 349_000,
    "company-defensive": 300_000,
    "company-patent": 516_000,
    "company-pct": 1_500_000,
    "cooperative-regional": 326_000,
    "npo-regional": 246_000,
    "sole-trademark": 336_000,
    "startup-design": 198_000,
}
CAPS = {"patent": 1_500_000, "defensive_trademark": 300_000}
MEGABYTES = 8
EACH = pytest.mark.parametrize("name", sorted(REQUESTED))


@cache
def _case(name: str) -> dict[str, Any]:
    return tomllib.loads((SAMPLES / name / "case.toml").read_text(encoding="utf-8"))


def _answers(name: str) -> dict[str, Any]:
    answers: dict[str, Any] = _case(name)["answers"]
    return answers


def _files(name: str) -> list[Path]:
    return [SAMPLES / name / file for files in _case(name)["attachments"].values() for file in files]


def _pages(file: Path) -> int:
    if file.suffix == ".pdf":
        return len(PdfReader(file).pages)
    with Image.open(file) as picture:
        return int(getattr(picture, "n_frames", 1))


def _call(file: str) -> dict[str, Any]:
    return tomllib.loads((CALLS / "hyogo-r5-2" / file).read_text(encoding="utf-8"))


def _eligible(row: dict[str, Any]) -> int:
    """One country without the consumption tax on the attorney at home and the translation, each cell rounded down."""
    taxed = ("domestic_attorney", "translation")
    return sum(row[cost] * 100 // 110 if cost in taxed else int(row[cost]) for cost in COSTS)


def test_there_are_eight_samples_with_facts_of_their_own() -> None:
    assert names() == sorted(REQUESTED)


@EACH
def test_every_answer_is_a_field_of_the_call(name: str) -> None:
    applicant = tomllib.loads((RESOURCES / "fields" / "applicant.toml").read_text(encoding="utf-8"))
    known = _call("fields.toml").keys() | applicant.keys()
    assert _answers(name).keys() <= known


@EACH
def test_every_attachment_is_a_document_of_the_call(name: str) -> None:
    assert _case(name)["attachments"].keys() <= _call("documents.toml").keys()


@EACH
def test_the_papers_are_just_the_files_that_are_attached(name: str) -> None:
    assert sorted(_files(name)) == sorted((SAMPLES / name / "files").iterdir())


@EACH
def test_the_papers_come_to_a_packet_of_size(name: str) -> None:
    assert sum(_pages(file) for file in _files(name)) >= 15


def test_all_samples_together_stay_small() -> None:
    total = sum(file.stat().st_size for name in REQUESTED for file in _files(name))
    assert total <= MEGABYTES * 1_000_000


@EACH
def test_the_corporate_number_has_its_check_digit(name: str) -> None:
    number = _answers(name).get("applicant.corporate_number")
    if number is None:
        assert _answers(name)["applicant.type"] == "sole_proprietor"
        return
    weighted = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number[1:])))
    assert int(number[0]) == 9 - weighted % 9


@EACH
def test_the_funds_cover_the_expenses(name: str) -> None:
    answers = _answers(name)
    funds = sum(answers[f"funding.{source}"] for source in ("own", "loan", "other"))
    assert funds == sum(row[cost] for row in answers["expenses"] for cost in COSTS)


@EACH
def test_expenses_are_for_the_countries_of_destination(name: str) -> None:
    answers = _answers(name)
    assert [row["country"] for row in answers["expenses"]] == [row["country"] for row in answers["destinations"]]


@EACH
def test_the_requested_amount_is_the_one_worked_out_by_hand(name: str) -> None:
    answers = _answers(name)
    others = answers.get("co_applicants", [])
    paid = 1 - sum((Fraction(row["cost_share"]) for row in others), Fraction(0))
    share = min(Fraction(answers.get("base.share", "1/1")), paid)
    half = sum(_eligible(row) for row in answers["expenses"]) * share / 2
    cap = CAPS.get(answers["base.right"], 600_000)
    assert min(int(half) // 1000 * 1000, cap) == REQUESTED[name]


@EACH
def test_the_application_and_the_filings_lie_in_their_periods(name: str) -> None:
    answers = _answers(name)
    assert date(2023, 8, 1) <= date.fromisoformat(answers["application.date"]) <= date(2023, 9, 1)
    for row in answers["destinations"]:
        assert date(2023, 10, 16) <= date.fromisoformat(row["planned"]) <= date(2024, 1, 20)


@EACH
def test_the_applicant_is_named_in_the_base_application(name: str) -> None:
    answers = _answers(name)
    sole = answers["applicant.type"] == "sole_proprietor"
    key = "applicant.representative_name" if sole else "applicant.trade_name"
    assert answers[key] in answers["base.applicants"]


@EACH
def test_the_representative_is_among_the_officers(name: str) -> None:
    answers = _answers(name)
    assert answers["applicant.representative_name"] in [row["name"] for row in answers["officers"]]


@EACH
def test_a_wanted_wage_rise_is_planned_high_enough(name: str) -> None:
    answers = _answers(name)
    if answers.get("bonus.wage"):
        assert answers["wage.planned"] * 1000 >= answers["wage.base"] * 1015


@EACH
def test_all_six_duties_are_accepted(name: str) -> None:
    assert len(_answers(name)["duties.accepted"]) == 6


def test_odd_papers_are_among_them() -> None:
    files = [file for name in REQUESTED for file in _files(name)]
    assert {".pdf", ".jpg", ".png", ".tif"} == {file.suffix for file in files}
    sizes = {
        tuple(round(float(side)) for side in PdfReader(file).pages[0].mediabox[2:]) for file in files if file.suffix == ".pdf"
    }
    assert {(1191, 842), (729, 1032)} <= sizes


def test_the_photograph_is_upright_only_by_its_orientation() -> None:
    with Image.open(SAMPLES / "startup-design" / "files" / "nohinsho-photo.jpg") as photo:
        assert photo.getexif()[0x0112] == 6


@EACH
def test_the_papers_kept_are_those_the_script_makes(name: str) -> None:
    sample = load(name)
    for file, facts in sample.extra["files"].items():
        kept = SAMPLES / name / "files" / file
        if kept.suffix == ".pdf":
            assert _words(paper(sample, facts)) == _words(kept.read_bytes()), file


@pytest.mark.parametrize("name", ["chamber-regional", "company-defensive", "sole-trademark", "startup-design"])
def test_making_a_paper_twice_gives_the_same_bytes(name: str) -> None:
    sample = load(name)
    for facts in sample.extra["files"].values():
        assert paper(sample, facts) == paper(sample, facts)


def _words(source: bytes) -> list[str]:
    """What stands on each page: compressed bytes may differ from one zlib to the next."""
    return [page.extract_text() for page in PdfReader(BytesIO(source)).pages]
