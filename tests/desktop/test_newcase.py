"""A new case: what is asked, what an earlier case brings, where the file lies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.around.askfile import FileQuestion, make_dialog
from desktop.around.sheets import lay_over
from desktop.start.casefiles import SUFFIX, copy_sample, file_for, questions_of, samples
from desktop.start.newcase import NewCase, NewCaseSheet
from forms.cases import read_case
from forms.catalog.model import Call
from tests.desktop.startkit import Clerk, button, texts


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Somewhere to lay a sheet over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1366, 688)
    widget.show()
    return widget


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole case of another year."""
    sample = next(sample for sample in samples() if sample.name == "株式会社みなと精機")
    return copy_sample(sample, tmp_path_factory.mktemp("earlier"))


def sheet_in(window: QWidget, folder: Path, earlier: Path | None = None, clerk: Clerk | None = None) -> NewCaseSheet:
    sheet = NewCaseSheet(NewCase(folder, clerk or Clerk(folder), earlier=earlier))
    lay_over(window, sheet)
    return sheet


def choose(sheet: QWidget, name: str) -> None:
    next(radio for radio in sheet.findChildren(QRadioButton) if radio.objectName() == name).click()


def test_the_questions_come_from_the_calls_first_step(call: Call) -> None:
    assert [field.id for field in questions_of(call)] == ["applicant.type", "base.right"]


def test_a_new_case_begins_with_what_was_chosen(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = sheet_in(window, tmp_path / "案件")
    choose(sheet, "applicant.type=npo")
    choose(sheet, "base.right=regional_trademark")
    next(iter(sheet.findChildren(QLineEdit, "newcase.name"))).setText("里山のあかり")
    with qtbot.waitSignal(sheet.made) as caught:
        QTest.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    assert caught.args == [tmp_path / "案件" / "里山のあかり.shinsei"]
    assert read_case(caught.args[0]) == ("hyogo-r5-2", {"applicant.type": "npo", "base.right": "regional_trademark"})


def test_what_is_not_chosen_is_asked_for_and_nothing_is_made(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = sheet_in(window, tmp_path)
    choose(sheet, "applicant.type=npo")
    with qtbot.assertNotEmitted(sheet.made):
        QTest.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    assert "権利種別を選んでください。" in texts(sheet)
    assert "申請者種別を選んでください。" not in texts(sheet)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said_in_place(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    sheet = sheet_in(window, tmp_path / "file")
    choose(sheet, "applicant.type=npo")
    choose(sheet, "base.right=design")
    QTest.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    assert "別のフォルダーを選んでください。" in texts(sheet)
    assert sheet.isVisible()


def test_another_folder_can_be_chosen(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = sheet_in(window, tmp_path / "one", clerk=Clerk(tmp_path / "two"))
    button(sheet, "別のフォルダー").click()
    assert sheet.target().parent == tmp_path / "two"


def test_answers_of_an_earlier_case_are_shown_before_they_are_taken(window: QWidget, tmp_path: Path, earlier: Path) -> None:
    sheet = sheet_in(window, tmp_path, earlier)
    shown = texts(sheet)
    assert "株式会社みなと精機" in shown
    assert "48,000,000円" in shown
    assert "ﾀｶｾ ﾄｼﾕｷ　髙瀬　俊之　昭和41年11月24日" in shown
    assert "自動芯出し装置及び自動芯出し方法" not in shown
    assert sheet.target() == tmp_path / "株式会社みなと精機.shinsei"


def test_only_ticked_answers_are_taken_and_nothing_of_the_filing(window: QWidget, qtbot: QtBot, tmp_path: Path, earlier: Path) -> None:
    sheet = sheet_in(window, tmp_path, earlier)
    choose(sheet, "base.right=design")
    button(sheet, "担当者のFAX番号").click()
    with qtbot.waitSignal(sheet.made) as caught:
        QTest.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    answers = read_case(caught.args[0])[1]
    before = read_case(earlier)[1]
    assert answers["officers"] == before["officers"]
    assert answers["base.right"] == "design"
    assert "contact.fax" in before
    assert not {"contact.fax", "base.title", "expenses"} & answers.keys()


def test_an_earlier_case_that_cannot_be_read_is_said_in_place(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "x.shinsei").write_text("no case")
    assert "x.shinsei" in texts(sheet_in(window, tmp_path, tmp_path / "x.shinsei"))


@pytest.mark.parametrize(
    ("name", "file"),
    [("みなと精機", "みなと精機"), ("a/b:c*?", "a_b_c_"), ("", "新しい申請"), ("..", "新しい申請"), ("x.shinsei", "x")],
)
def test_a_file_is_named_as_near_as_files_can_be(tmp_path: Path, name: str, file: str) -> None:
    assert file_for(tmp_path, name) == tmp_path / f"{file}{SUFFIX}"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    for expected in ("x", "x 2", "x 3"):
        path = file_for(tmp_path, "x")
        assert path.stem == expected
        path.touch()


def test_every_sample_says_what_it_shows() -> None:
    assert len(samples()) == 8
    assert all(sample.says and "架空" not in sample.says for sample in samples())


def test_a_call_that_cannot_be_used_is_left_out_with_a_sentence(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "calls" / "r9").mkdir(parents=True)
    (tmp_path / "calls" / "r9" / "call.toml").write_text("name = ", encoding="utf-8")
    sheet = NewCaseSheet(NewCase(tmp_path, Clerk(tmp_path), tmp_path / "calls"))
    lay_over(window, sheet)
    assert sheet.call.id == "hyogo-r5-2"
    assert "使えない公募を除きました。" in texts(sheet)
    assert str(tmp_path / "calls" / "r9") in texts(sheet)


@pytest.mark.parametrize(("pattern", "suffix"), [("案件 (*.shinsei)", "shinsei"), ("CSV (*.csv)", "csv")])
def test_a_name_for_saving_gets_the_ending_of_its_kind(window: QWidget, tmp_path: Path, pattern: str, suffix: str) -> None:
    dialog = make_dialog(window, FileQuestion("保存する", tmp_path, "save", pattern), lambda path: None)
    assert dialog.defaultSuffix() == suffix
