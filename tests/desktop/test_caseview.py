"""The frame of an open case: rail, jumps and the way back, the narrow window, keys, and where one was."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.around.helpsheet import HelpSheet
from desktop.desk import Desk
from desktop.frame.caseview import CaseView
from desktop.frame.rail import STATE, STEP
from desktop.frame.steps import road
from desktop.kit.look import px
from desktop.kit.switch import Switch
from tests.desktop.journeycase import shown_view, step_page
from tests.desktop.journeyhands import click, focus, leave, press, rewrite
from tests.desktop.pageskit import words_in
from tests.desktop.startkit import has_sheet

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class WindowSpy(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        """Nothing is noted yet."""
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it and let it go on."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def rail_of(view: CaseView) -> QListWidget:
    steps = view.rail.findChild(QListWidget)
    assert steps is not None
    return steps


def state(view: CaseView, step: str) -> tuple[str, int]:
    """The sign and the number of errors that the rail shows for a step."""
    items = [rail_of(view).item(row) for row in range(rail_of(view).count())]
    found = next(item.data(STATE) for item in items if item.data(STEP) == step)
    return found.glyph, found.errors


def key(view: CaseView, pressed: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """A key, wherever the cursor is."""
    QTest.keyClick(QApplication.focusWidget() or view, pressed, modifiers)
    QCoreApplication.processEvents()


def test_the_rail_says_how_far_each_step_is(new_view: CaseView) -> None:
    page = step_page(new_view, "search")
    assert state(new_view, "search") == ("empty", 0)
    click(page.rows["search.kind"].editor.target)
    rewrite("特許文献調査")
    leave()
    assert state(new_view, "search")[0] == "going"
    click(new_view.bottombar.next)
    assert state(new_view, "search") == ("error", len(new_view.session.errors_in("search")))


def test_a_whole_step_is_done_and_says_so_to_a_screen_reader(view: CaseView) -> None:
    assert state(view, "funding") == ("done", 0)
    said = [rail_of(view).item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rail_of(view).count())]
    assert any(str(text).startswith("資金計画、") for text in said)


def test_pressing_a_step_of_the_rail_goes_there_whatever_is_missing(new_view: CaseView) -> None:
    rail = rail_of(new_view)
    row = next(row for row in range(rail.count()) if rail.item(row).data(STEP) == "plan")
    rail.scrollToItem(rail.item(row))
    click(rail.viewport(), rail.visualItemRect(rail.item(row)).center())
    assert new_view.page.step.id == "plan"


def test_what_is_being_typed_is_kept_when_one_goes_elsewhere(new_view: CaseView) -> None:
    page = step_page(new_view, "search")
    click(page.rows["search.by"].editor.target)
    rewrite("汐路国際特許事務所")
    new_view.show_step("plan")
    assert new_view.session.plain("search.by") == "汐路国際特許事務所"


def test_a_jump_leads_to_the_very_cell_and_alt_k_back_to_the_list(qtbot: QtBot, view: CaseView) -> None:
    view.show_step("check")
    view.jump("officers[2].birth")
    qtbot.waitUntil(lambda: focus().accessibleName() == "役員等 3行目 生年月日")
    key(view, Qt.Key.Key_K, ALT)
    assert view.page.step.id == "check"
    key(view, Qt.Key.Key_K, ALT)
    assert view.page.step.id == "officers"


def test_a_jump_to_a_document_leads_to_its_row(qtbot: QtBot, view: CaseView) -> None:
    view.jump("funding_plan")
    qtbot.waitUntil(lambda: focus().objectName() == "document.funding_plan")


def test_the_keys_of_the_road_step_without_checking(new_view: CaseView) -> None:
    step_page(new_view, "search")
    key(new_view, Qt.Key.Key_PageDown, CTRL)
    assert (new_view.page.step.id, new_view.session.checked) == ("plan", set())
    key(new_view, Qt.Key.Key_PageUp, CTRL)
    assert new_view.page.step.id == "search"
    key(new_view, Qt.Key.Key_B, ALT)
    assert new_view.page.step.id == "expenses"


def test_f6_goes_round_the_parts_of_the_window(view: CaseView) -> None:
    page = step_page(view, "applicant")
    page.rows["applicant.trade_name"].editor.take_focus("")
    seen: list[QWidget] = []
    for _ in range(4):
        press(Qt.Key.Key_F6)
        seen.append(next(part for part in (view.rail, page, view.pane, view.bottombar) if part.isAncestorOf(focus())))
    assert seen == [view.pane, view.bottombar, view.rail, page]


def test_esc_in_a_cell_takes_back_what_was_typed_there(view: CaseView) -> None:
    page = step_page(view, "officers")
    page.reveal("officers[1].name")
    rewrite("まちがい")
    press(Qt.Key.Key_Escape)
    assert (focus().property("text"), view.page.step.id) == ("髙瀬　俊之", "officers")


def test_a_narrow_window_shows_the_paper_in_the_place_of_the_questions(qtbot: QtBot, desk: Desk) -> None:
    view = shown_view(qtbot, desk, 911, 432)
    page = step_page(view, "applicant")
    assert not view.pane.isVisible()
    switch = page.findChild(Switch)
    assert switch is not None
    click(switch.parts()[1])
    assert view.pane.isVisible()
    assert page.isAncestorOf(view.pane)
    view.resize(1366, 688)
    QCoreApplication.processEvents()
    assert view.pane.isVisible()
    assert not page.isAncestorOf(view.pane)
    assert not switch.isVisible()


def test_no_page_opens_a_window_of_its_own_while_it_is_made(qapp: QApplication, view: CaseView) -> None:
    spy = WindowSpy()
    qapp.installEventFilter(spy)
    for step in road(view.session):
        view.show_step(step.id)
        QCoreApplication.processEvents()
    qapp.removeEventFilter(spy)
    assert spy.seen == []


@pytest.mark.parametrize("size", [(1366, 688), (911, 432)])
def test_back_and_next_stand_in_the_window_at_every_size(qtbot: QtBot, desk: Desk, size: tuple[int, int]) -> None:
    view = shown_view(qtbot, desk, *size)
    for step in ("call", "expenses", "documents", "check", "applicant"):
        view.show_step(step)
        QCoreApplication.processEvents()
        for button in (view.bottombar.back, view.bottombar.next):
            if button.isVisible():
                spot = button.mapTo(view, button.rect().bottomRight())
                assert view.rect().contains(spot), (step, button.label())
                assert button.width() >= button.sizeHint().width() - 1
        assert view.width() == size[0], step


def test_the_pane_is_hidden_for_good_by_its_button(qtbot: QtBot, desk: Desk, view: CaseView) -> None:
    step_page(view, "applicant")
    click(view.topbar.pane)
    assert (view.pane.isVisible(), desk.settings.now.shows_pane) == (False, False)
    again = shown_view(qtbot, desk)
    step_page(again, "applicant")
    assert not again.pane.isVisible()
    assert view.width() == px(view, 1366)


def test_where_one_was_is_remembered(qtbot: QtBot, desk: Desk) -> None:
    view = shown_view(qtbot, desk)
    view.show_step("funding")
    view.shut()
    assert shown_view(qtbot, desk).page.step.id == "funding"


def test_ctrl_s_keeps_what_is_typed_and_says_that_it_is_kept(view: CaseView) -> None:
    page = step_page(view, "applicant")
    click(page.rows["contact.name"].editor.target)
    rewrite("佐伯　みのる")
    key(view, Qt.Key.Key_S, CTRL)
    assert view.session.plain("contact.name") == "佐伯　みのる"
    assert "保存済み 12:34" in words_in(view.topbar)


def test_the_search_leads_to_the_field_that_was_found(qtbot: QtBot, view: CaseView) -> None:
    step_page(view, "call")
    key(view, Qt.Key.Key_F, CTRL)
    assert has_sheet(view)
    rewrite("L03")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focus().accessibleName() == "氏名" or view.page.step.id == "attorney")
    assert view.page.step.id == "attorney"
    assert not has_sheet(view)


def test_f1_says_what_the_page_is_about(view: CaseView) -> None:
    step_page(view, "funding")
    key(view, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert has_sheet(view)
    press(Qt.Key.Key_Escape)
    assert not has_sheet(view)


def test_the_help_names_every_key_that_is_bound(new_view: CaseView) -> None:
    bound = {shortcut.key().toString() for shortcut in new_view.findChildren(QShortcut)}
    key(new_view, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    [sheet] = new_view.window().findChildren(HelpSheet)
    told = set(words_in(sheet).replace("、", " ").split())
    assert len(bound) > 10
    assert {name.replace("Pg", "Page") for name in bound} | {"Esc"} <= told
