"""Time limits by right and route, clamped to the month's end."""

from datetime import date

import pytest

from forms.values.plain import Plain
from tests.conftest import FactsOf


def deadline(facts_of: FactsOf, right: str, route: str, country: str, **answers: Plain) -> date | None:
    named = {name.replace("__", "."): value for name, value in answers.items()}
    row: Plain = {"country": country, "route": route}
    return facts_of({"base.right": right, "destinations": [row], **named}).day("derived.priority_deadline")


@pytest.mark.parametrize(
    ("right", "route", "filed", "last"),
    [
        ("patent", "paris", "2022-11-21", date(2023, 11, 21)),
        ("patent", "paris", "2024-02-29", date(2025, 2, 28)),
        ("utility_model", "paris", "2023-01-31", date(2024, 1, 31)),
        ("design", "paris", "2023-08-31", date(2024, 2, 29)),
        ("design", "hague", "2022-08-31", date(2023, 2, 28)),
        ("trademark", "madrid", "2023-05-15", date(2023, 11, 15)),
        ("trademark", "paris", "2023-05-15", date(2023, 11, 15)),
        ("design", "madrid", "2023-05-15", None),
    ],
)
def test_the_deadline_follows_right_and_route(facts_of: FactsOf, right: str, route: str, filed: str, last: date | None) -> None:
    assert deadline(facts_of, right, route, "US", base__filing_date=filed) == last


@pytest.mark.parametrize(("country", "last"), [("US", date(2023, 11, 10)), ("EP", date(2023, 12, 10)), ("AU", date(2023, 12, 10))])
def test_the_national_phase_counts_from_the_priority_date_by_office(facts_of: FactsOf, country: str, last: date) -> None:
    answers: dict[str, Plain] = {"base__kind": "pct", "base__priority_date": "2021-05-10", "base__filing_date": "2022-05-09"}
    assert deadline(facts_of, "patent", "pct_national", country, **answers) == last


def test_without_a_priority_date_the_filing_date_counts(facts_of: FactsOf) -> None:
    answers: dict[str, Plain] = {"base__kind": "pct", "base__filing_date": "2022-05-09"}
    assert deadline(facts_of, "patent", "pct_national", "US", **answers) == date(2024, 11, 9)


def test_the_earliest_of_several_offices_counts(facts_of: FactsOf) -> None:
    rows: list[Plain] = [{"country": c, "route": "pct_national"} for c in ("EP", "US")]
    facts = facts_of({"base.right": "patent", "base.kind": "pct", "base.filing_date": "2022-05-09", "destinations": rows})
    assert facts.day("derived.priority_deadline") == date(2024, 11, 9)


def test_without_a_destination_no_deadline_is_known(facts_of: FactsOf) -> None:
    assert facts_of({"base.right": "patent", "base.filing_date": "2022-05-09"}).day("derived.priority_deadline") is None
