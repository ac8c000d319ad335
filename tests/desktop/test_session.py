"""The session: every change kept, told, taken back; what is said when one cannot be kept; what others have changed."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.changes import PaperAdded, PaperRemoved
from desktop.desk import Desk
from desktop.session import Session
from forms.attachments.intake import take_in
from forms.casefile import CaseFile, open_case_file
from forms.cases import import_case
from forms.check import MISSING_ANSWER
from forms.paths import SAMPLES
from tests.desktop.journeycase import NOON, TODAY

NAME, CODE = "applicant.trade_name", "applicant.postal_code"
PAPER = SAMPLES / "company-patent" / "files" / "shikin.pdf"


@pytest.fixture
def session(new_desk: Desk) -> Session:
    return new_desk.session


def kept(session: Session) -> dict[str, object]:
    """What the case file itself holds, read by another hand."""
    with open_case_file(session.case.path, read_only=True) as case:
        return dict(case.answers())


def read_only(case: CaseFile) -> Session:
    return Session(open_case_file(case.path, read_only=True), TODAY, holder="佐伯さんが14:20から開いています")


def test_an_answer_is_kept_in_its_kinds_own_form_and_told_at_once(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.changed):
        session.enter({CODE: "６５１２２９９", NAME: "株式会社みなと精機"})
    assert kept(session)[CODE] == session.plain(CODE) == "651-2299"
    assert session.facts.text(NAME) == "株式会社みなと精機"
    assert session.saved_at == NOON


def test_what_is_kept_already_changes_nothing(qtbot: QtBot, session: Session) -> None:
    session.enter({CODE: "651-2299"})
    with qtbot.assertNotEmitted(session.changed):
        session.enter({CODE: "６５１２２９９"})
    session.undo()
    assert (session.plain(CODE), session.can_undo) == ("", False)


def test_answers_entered_together_are_taken_back_together(session: Session) -> None:
    session.enter({CODE: "651-2299", NAME: "甲"})
    session.enter({NAME: "乙"})
    session.undo()
    assert (session.plain(CODE), session.plain(NAME)) == ("651-2299", "甲")
    session.undo()
    assert (session.plain(CODE), session.plain(NAME)) == ("", "")
    session.redo()
    assert kept(session)[NAME] == "甲"
    session.enter({NAME: "丙"})
    assert not session.can_redo


def test_papers_are_taken_back_and_put_in_again_bytes_and_all(session: Session) -> None:
    paper = take_in(PAPER)
    session.note(PaperAdded(session.case.attach("funding_plan", paper)))
    (attached,) = session.case.attached()
    session.do(PaperRemoved(attached))
    assert not session.case.attached()
    session.undo()
    assert (session.case.attached(), session.case.pdf(attached)) == ((attached,), paper.pdf)
    session.undo()
    assert not session.case.attached()
    session.redo()
    assert session.case.original(session.case.attached()[0]) == PAPER.read_bytes()


def test_a_batch_that_is_taken_back_by_half_is_shown_as_it_stands_then(qtbot: QtBot, session: Session) -> None:
    for _ in range(2):
        session.note(PaperAdded(session.case.attach("funding_plan", take_in(PAPER)), batch="dropped"))
    first, second = session.case.attached()
    session.case.remove(first)
    with qtbot.waitSignals([session.refused, session.changed]):
        session.undo()
    assert session.case.attached() == ()
    assert all(not planned.papers for planned in session.review.packet)
    assert session.can_undo
    assert session.can_redo


def test_what_is_missing_is_only_said_after_the_step_was_checked(session: Session) -> None:
    assert session.findings_of(NAME) == ()
    assert NAME in [finding.subject for finding in session.check("applicant")]
    assert [finding.id for finding in session.findings_of(NAME)] == [MISSING_ANSWER]
    assert session.findings_of("search.kind") == ()
    session.enter({NAME: "甲"})
    assert session.findings_of(NAME) == ()


def test_what_is_wrong_is_said_without_a_check(session: Session) -> None:
    session.enter({"applicant.corporate_number": "1234567890123"})
    (finding,) = session.findings_of("applicant.corporate_number")
    assert (finding.severity, finding.subject) == ("error", "applicant.corporate_number")


def test_a_case_that_is_only_read_refuses_with_a_sentence_and_stays(qtbot: QtBot, session: Session) -> None:
    session.enter({NAME: "甲"})
    reading = read_only(session.case)
    with qtbot.waitSignal(reading.refused) as caught:
        reading.enter({NAME: "乙"})
    assert "読むだけ" in str(caught.args)
    assert (reading.plain(NAME), kept(session)[NAME], reading.can_undo, reading.is_read_only) == ("甲", "甲", False, True)
    reading.case.close()


def test_a_write_that_the_disk_refuses_is_told_stays_in_sight_and_goes_with_the_next_answer(qtbot: QtBot, new_desk: Desk) -> None:
    path = new_desk.session.case.path
    with open_case_file(path, patience=0.1) as case, open_case_file(path) as other:
        session = Session(case, TODAY)
        other._db.execute("BEGIN EXCLUSIVE")  # another program in the midst of a change that never ends
        with qtbot.waitSignal(session.refused) as caught:
            session.enter({NAME: "甲"})
        other._db.execute("ROLLBACK")
        assert str(path) in str(caught.args)
        assert (session.plain(NAME), session.unsaved, session.can_undo, session.saved_at) == ("甲", {NAME: "甲"}, False, None)
        assert NAME not in case.answers()
        session.save_again()
        assert (case.answers()[NAME], session.unsaved, session.can_undo) == ("甲", {}, True)


def test_what_another_program_has_changed_is_seen_when_one_looks_again(qtbot: QtBot, session: Session) -> None:
    with open_case_file(session.case.path) as other:
        other.enter({NAME: "乙"})
    with qtbot.waitSignal(session.changed):
        session.look_again()
    assert session.plain(NAME) == "乙"
    with qtbot.assertNotEmitted(session.changed):
        session.look_again()


def test_a_file_that_was_spoilt_meanwhile_is_told_when_one_looks_again(qtbot: QtBot, session: Session) -> None:
    session.case.path.write_bytes(b"\0" * 8192)
    with qtbot.waitSignal(session.refused) as caught:
        session.look_again()
    assert str(session.case.path) in str(caught.args)


def test_the_applicants_other_cases_are_counted_and_remembered(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.shinsei"
    with import_case(SAMPLES / "company-patent", other):
        desk.session.consider((other,))
    assert desk.session.facts.others_requested == desk.session.facts.figure("derived.requested_amount")
    with open_case_file(desk.session.case.path) as again:
        assert Session(again, date(2023, 8, 21)).others == (other,)


def test_another_applicants_case_is_refused_and_not_counted(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.shinsei"
    with import_case(SAMPLES / "sole-trademark", other), qtbot.waitSignal(desk.session.refused):
        desk.session.consider((other,))
    assert (desk.session.others, desk.session.facts.others_requested) == ((), 0)
