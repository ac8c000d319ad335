"""The window: cases opened, dropped, held, refused and given back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.sheet import Sheet
from desktop.mainwindow import MainWindow
from desktop.questions.steppage import StepPage
from desktop.start.picksheet import PickSheet
from forms.casefile import open_case_file
from tests.desktop.journey import open_window
from tests.desktop.journeycase import TODAY
from tests.desktop.journeyhands import click, drop, focus, press, rewrite, takes
from tests.desktop.pageskit import words_in
from tests.desktop.startkit import button, has_sheet, sheet_over

NAME = "株式会社みなと精機"


@pytest.fixture
def file(company_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(company_file, tmp_path / "みなと精機.shinsei"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, tmp_path / "one", TODAY)


def field_page(window: MainWindow, step: str) -> StepPage:
    window.opened.view.show_step(step)
    page = window.opened.view.page
    assert isinstance(page, StepPage)
    return page


def test_a_case_that_is_dropped_on_the_window_is_opened(window: MainWindow, file: Path) -> None:
    drop(window, [file.with_name("読みもの.txt"), file])
    assert window.opened.session.facts.text("applicant.trade_name") == NAME
    assert window.windowTitle().startswith(NAME)


def test_a_case_may_be_dropped_on_a_field_too(window: MainWindow, file: Path, tmp_path: Path) -> None:
    window.open_case(Path(shutil.copy(file, tmp_path / "もう一つ.shinsei")))
    line = field_page(window, "applicant").rows["contact.name"].editor.target
    drop(line, [file])
    assert window.opened.session.case.path == file


def test_dropping_anything_else_opens_nothing(window: MainWindow, tmp_path: Path) -> None:
    assert not takes(window, [tmp_path / "見積書.pdf"])
    assert window.opened is None
    assert not has_sheet(window)


def test_the_cursor_stands_where_one_begins(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.open_case(file)
    qtbot.waitUntil(lambda: window.opened.view.page.isAncestorOf(focus()))


def test_a_second_window_only_reads_and_says_who_has_the_case(
    qtbot: QtBot, window: MainWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "佐伯")
    window.open_case(file)
    since = window.opened.held.me.since
    second = open_window(qtbot, tmp_path / "two", TODAY)
    second.open_case(file)
    assert (window.opened.session.is_read_only, second.opened.session.is_read_only) == (False, True)
    assert f"佐伯さんが{since:%H:%M}から開いています" in words_in(second.opened.view.topbar)
    window.opened.session.enter({"contact.name": "甲"})
    second.opened.session.look_again()
    assert second.opened.session.plain("contact.name") == "甲"
    second.close()
    window.close_case()
    window.open_case(file)
    assert not window.opened.session.is_read_only


def test_who_is_gone_without_a_word_keeps_nobody_out(window: MainWindow, file: Path) -> None:
    window.open_case(file)
    window.opened.held.case.close()  # as after kill -9: the name still stands in the file, the lock is free
    window.opened.held.lock.unlock()
    window.opened = None
    window.open_case(file)
    assert not window.opened.session.is_read_only


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no case at all", b"SQLite format 3\0" + b"\0" * 4096])
def test_a_file_that_is_no_case_gives_a_sentence_and_nothing_else(window: MainWindow, tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "こわれた.shinsei"
    broken.write_bytes(content)
    drop(window, [broken])
    assert window.opened is None
    said = words_in(sheet_over(window, Sheet))
    assert "開けませんでした" in said
    assert str(broken) in said
    assert broken.read_bytes() == content
    press(Qt.Key.Key_Escape)
    assert not has_sheet(window)


def test_a_broken_file_leaves_the_case_that_is_open_as_it_is(window: MainWindow, file: Path, tmp_path: Path) -> None:
    window.open_case(file)
    (tmp_path / "b.shinsei").write_bytes(b"x")
    window.open_case(tmp_path / "b.shinsei")
    assert window.opened.session.case.path == file


def test_a_file_that_is_gone_is_said_and_forgotten(window: MainWindow, file: Path) -> None:
    window.open_case(file)
    window.close_case()
    assert [recent.path for recent in window.settings.now.recents] == [str(file)]
    file.unlink()
    window.open_case(file)
    assert str(file) in words_in(sheet_over(window, Sheet))
    assert window.settings.now.recents == ()


def test_closing_keeps_what_is_being_typed_and_takes_down_how_far_it_is(window: MainWindow, file: Path) -> None:
    window.open_case(file)
    page = field_page(window, "applicant")
    click(page.rows["contact.name"].editor.target)
    rewrite("佐伯　みのる")
    window.close()
    with open_case_file(file, read_only=True) as case:
        assert case.answers()["contact.name"] == "佐伯　みのる"
        assert case.holder() is None
    (recent,) = window.settings.now.recents
    assert (recent.name, recent.given, recent.papers, recent.errors) == (NAME, recent.asked, recent.papers_asked, 0)


def test_what_another_program_has_changed_is_seen_on_coming_back(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.open_case(file)
    page = field_page(window, "applicant")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    with open_case_file(file) as case:
        case.enter({"contact.name": "乙"})
    window.activateWindow()
    qtbot.waitUntil(lambda: page.rows["contact.name"].editor.target.property("text") == "乙")


def test_what_is_typed_is_kept_when_one_looks_at_another_window(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.open_case(file)
    click(field_page(window, "applicant").rows["contact.name"].editor.target)
    rewrite("丙")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: window.opened.session.plain("contact.name") == "丙")


def test_a_sample_is_opened_as_a_copy_on_its_own_day(window: MainWindow) -> None:
    click(window.start.side.samples)
    click(button(sheet_over(window, PickSheet), "織凪工房"))
    session = window.opened.session
    assert (session.today.isoformat(), session.is_read_only, session.review.is_ready) == ("2023-08-24", False, True)
    assert session.case.path.parent.name == "見本"


def test_home_leads_back_to_the_start_page_which_knows_the_case(window: MainWindow, file: Path) -> None:
    window.open_case(file)
    click(button(window.opened.view.topbar, "はじめの画面へ"))
    assert window.opened is None
    assert window.start.isVisible()
    assert window.windowTitle() == "申請パケット"
    assert [case.name for case in window.settings.now.recents] == [NAME]
