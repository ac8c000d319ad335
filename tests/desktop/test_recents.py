"""What is taken down of a case, so that the start page need not open it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.session import Session
from desktop.start.recents import UNNAMED, recent_of
from forms.casefile import CaseFile, create_case
from forms.cases import import_case
from forms.paths import SAMPLES

NOW = datetime(2023, 8, 24, 14, 32)


def session_of(case: CaseFile) -> Session:
    return Session(case, date(2023, 8, 21))


@pytest.fixture
def case(tmp_path: Path, qapp: QApplication) -> Iterator[CaseFile]:
    with import_case(SAMPLES / "company-patent", tmp_path / "a.shinsei") as case:
        yield case


def test_a_case_is_taken_down_in_the_words_of_people(case: CaseFile) -> None:
    taken = recent_of(session_of(case), NOW)
    assert (taken.path, taken.name) == (str(case.path), "株式会社みなと精機")
    assert taken.details == "特許　特願2022-990317"
    assert (taken.stage, taken.tone) == ("事務局確認済", "now")
    assert (taken.given, taken.papers) == (taken.asked, taken.papers_asked)
    assert (taken.errors, taken.deadline, taken.at) == (0, "2023-09-01", "2023-08-24T14:32")


def test_a_case_in_which_nothing_is_left_is_ready(case: CaseFile) -> None:
    case.enter({"case.state": "draft"})
    taken = recent_of(session_of(case), NOW)
    assert (taken.stage, taken.tone) == ("提出準備完了", "now")


def test_what_is_wrong_is_counted_and_what_is_missing_is_not(case: CaseFile) -> None:
    case.enter({"case.state": "draft", "applicant.corporate_number": "123", "contact.name": ""})
    taken = recent_of(session_of(case), NOW)
    assert (taken.errors, taken.stage, taken.tone) == (1, "入力中", "plain")


def test_what_was_posted_waits_for_no_day(case: CaseFile) -> None:
    case.enter({"case.state": "posted"})
    taken = recent_of(session_of(case), NOW)
    assert (taken.stage, taken.tone, taken.deadline) == ("郵送済", "ok", "")


def test_a_case_without_answers_has_no_name_yet(tmp_path: Path, qapp: QApplication) -> None:
    with create_case(tmp_path / "b.shinsei", "hyogo-r5-2") as case:
        taken = recent_of(session_of(case), NOW)
    assert (taken.name, taken.details, taken.stage) == (UNNAMED, "", "入力中")
