"""The calendar, read back with a library that did not write it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from forms.post.calendar import LINE, calendar_of, escaped, folded
from tests.forms.whole import Changes, facts_of, whole


def events(*changes: Changes) -> dict[str, Component]:
    """The events by what their UID says after the call."""
    calendar = Calendar.from_ical(calendar_of(facts_of(whole(*changes))))
    return {str(event["UID"]).removeprefix("hyogo-r5-2-").partition("@")[0].partition("-")[0]: event for event in calendar.walk("VEVENT")}


@pytest.mark.parametrize(
    ("event", "first", "after"),
    [
        ("opens", date(2023, 8, 1), date(2023, 8, 2)),
        ("closes", date(2023, 9, 1), date(2023, 9, 2)),
        ("decision", date(2023, 10, 1), date(2023, 10, 11)),
        ("report", date(2024, 1, 31), date(2024, 2, 1)),
        ("priority", date(2024, 2, 1), date(2024, 2, 2)),
    ],
)
def test_every_day_of_the_call_and_of_the_case_is_there_whole(event: str, first: date, after: date) -> None:
    found = events()[event]
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (first, after)  # the end is the day after
    assert found.decoded("DTSTAMP") == datetime(2023, 8, 21, tzinfo=UTC)


def test_the_deadline_names_the_application_and_rings_at_nine_beforehand() -> None:
    deadline = events()["priority"]
    assert "特願2023-012345" in str(deadline["SUMMARY"])
    assert "自動芯出し装置" in str(deadline["DESCRIPTION"])
    rings = [alarm.decoded("TRIGGER") for alarm in deadline.walk("VALARM")]
    assert rings == [timedelta(hours=9) - timedelta(days=days) for days in (60, 30, 14, 7, 1)]


def test_on_the_last_day_itself_it_rings_in_the_morning() -> None:
    assert timedelta(hours=9) in [alarm.decoded("TRIGGER") for alarm in events()["closes"].walk("VALARM")]


def test_a_day_that_is_not_known_yet_is_left_out() -> None:
    assert "priority" not in events({"base.filing_date": "", "base.priority_date": ""})


def test_the_days_of_the_call_are_the_same_in_every_case_and_those_of_a_case_its_own() -> None:
    one, other = events(), events({"base.application_number": "特願2023-099999"})
    assert one["closes"]["UID"] == other["closes"]["UID"]
    assert one["priority"]["UID"] != other["priority"]["UID"]


def test_the_same_case_gives_the_same_bytes() -> None:
    assert calendar_of(facts_of(whole())) == calendar_of(facts_of(whole()))


def test_lines_end_as_the_format_wants_and_none_is_too_long() -> None:
    lines = calendar_of(facts_of(whole({"base.title": "長い名称" * 60}))).split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= LINE and b"\n" not in line for line in lines)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300))
def test_a_folded_line_is_whole_again_unfolded_and_no_character_is_split(text: str) -> None:
    made = folded(text)
    assert made.replace(b"\r\n ", b"") == text.encode() + b"\r\n"
    for line in made.split(b"\r\n"):
        line.decode()


def test_signs_that_mean_something_are_escaped() -> None:
    assert escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"
