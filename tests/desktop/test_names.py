"""Everything that takes the keyboard has a name for a screen reader, on every page and sheet; Tab goes in reading order."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.around.sheets import lay_over
from desktop.documents.droplist import DropList
from desktop.frame.caseview import CaseView
from desktop.frame.steps import road
from desktop.kit.sheet import Sheet
from forms.paths import SAMPLES
from tests.desktop.journey import open_window
from tests.desktop.journeycase import focusable, nameless, said_name, step_page
from tests.desktop.journeyhands import click, focus, press


def open_sheet(window: QWidget) -> Sheet:
    (sheet,) = (each for each in window.window().findChildren(Sheet) if each.isVisible())
    QCoreApplication.processEvents()
    return sheet


def test_every_page_of_a_case_names_what_takes_the_keyboard(view: CaseView) -> None:
    found: dict[str, list[str]] = {}
    for step in road(view.session):
        view.show_step(step.id)
        QCoreApplication.processEvents()
        assert len(list(focusable(view))) > 5
        found[step.id] = nameless(view)
    assert {step: names for step, names in found.items() if names} == {}


def test_every_editor_has_a_label_that_is_its_buddy(new_view: CaseView) -> None:
    for step in new_view.session.call.steps:
        page = step_page(new_view, step)
        for row in page.rows.values():
            buddies = [label.buddy() for label in row.findChildren(QLabel) if label.buddy() is not None]
            assert any(buddy is row.editor or row.editor.isAncestorOf(buddy) for buddy in buddies), row.field.id


def test_the_cells_of_a_table_say_row_and_column(view: CaseView) -> None:
    page = step_page(view, "officers")
    page.reveal("officers[1].birth")
    cell = QApplication.focusWidget()
    assert cell is not None
    assert said_name(cell) == "役員等 2行目 生年月日"


def test_the_start_page_and_its_sheets_name_what_takes_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path, date(2023, 8, 21))
    assert nameless(window) == []
    flows = window.start.flows()
    for begin in (flows.begin_new, flows.show_samples, flows.show_settings, flows.show_about, flows.show_help, flows.show_guide):
        begin()
        sheet = open_sheet(window)
        assert sheet.accessibleName()
        assert nameless(sheet) == [], begin.__name__
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        assert sheet.isHidden()
        QCoreApplication.processEvents()


def test_the_sheets_of_a_case_name_what_takes_the_keyboard(view: CaseView) -> None:
    for begin in (view.menu.search, lambda: view.menu.help(view.page.step), view.menu._open_settings, view.menu._open_about):
        begin()
        sheet = open_sheet(view)
        assert nameless(sheet) == []
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        assert sheet.isHidden()


def test_the_sheet_for_dropped_files_names_each_choice(view: CaseView) -> None:
    files = sorted((SAMPLES / "company-patent" / "files").iterdir())
    sheet = DropList(files, view.session.review.packet)
    lay_over(view, sheet)
    assert nameless(sheet) == []


@pytest.mark.parametrize("step", ["call", "eligibility", "applicant", "base", "plan", "bonus"])
def test_the_tab_key_goes_through_a_step_in_reading_order(view: CaseView, step: str) -> None:
    page = step_page(view, step)
    asked = [name for name, row in page.rows.items() if not row.isHidden()]
    page.rows[asked[0]].editor.take_focus("")
    passed: list[str] = []
    for _ in range(400):
        now = QApplication.focusWidget()
        row = next((name for name in asked if now is not None and page.rows[name].isAncestorOf(now)), "")
        if not row:
            break
        passed += [row] if passed[-1:] != [row] else []
        press(Qt.Key.Key_Tab)
    assert passed == asked


def test_after_the_last_question_the_tab_key_comes_to_the_buttons_below(view: CaseView) -> None:
    page = step_page(view, "funding")
    last = [row for row in page.rows.values() if not row.isHidden()][-1]
    last.editor.take_focus("")
    seen: list[QWidget] = []
    for _ in range(30):
        press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        seen.append(now)
    assert view.bottombar.next in seen
    assert view.bottombar.back in seen


def test_the_sheet_for_a_new_case_is_gone_through_in_reading_order(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path, date(2023, 8, 21))
    click(window.start.side.new)
    wanted = ("applicant.type", "base.right", "newcase.name", "別のフォルダーにする...", "やめる", "作成して入力をはじめる", "閉じる（Esc）")
    first, passed = focus(), list[str]()
    while focus() is not first or not passed:
        passed.append(focus().objectName().partition("=")[0] or focus().accessibleName())
        press(Qt.Key.Key_Tab)
    assert tuple(dict.fromkeys(passed)) == wanted


def test_the_walk_itself_finds_what_has_no_name(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    line.setObjectName("x")
    window.show()
    assert nameless(window) == ["QLineEdit x"]
    label = QLabel("名称", window)
    label.setBuddy(line)
    assert nameless(window) == []
