"""Choices: nothing chosen is possible, what is chosen is handed over at once, and the wheel changes nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.editors.comboeditor import ComboEditor
from desktop.editors.countryeditor import CountryEditor
from desktop.editors.dateeditor import DateEditor
from desktop.editors.making import make_editor
from desktop.editors.radios import RadiosEditor
from desktop.editors.ticks import TicksEditor
from forms.catalog.model import Field
from tests.desktop.editors.editorskit import MANY, Shown, commit, compose, field, heard


def many() -> Field:
    return replace(field("choice"), choices=MANY)


def test_up_to_five_choices_are_radio_buttons_and_more_a_list(qtbot: QtBot) -> None:
    few, lots = make_editor(field("choice")), make_editor(many())
    qtbot.addWidget(few)
    qtbot.addWidget(lots)
    assert isinstance(few, RadiosEditor)
    assert isinstance(lots, ComboEditor)


def test_a_click_anywhere_in_the_row_chooses_and_hands_over(shown: Shown) -> None:
    editor = shown(field("choice"))
    answers = heard(editor)
    assert isinstance(editor, RadiosEditor)
    row = editor.buttons["b"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 3, 3))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert answers == ["b"]


def test_yes_and_no_are_true_and_false(shown: Shown) -> None:
    editor = shown(field("boolean"))
    answers = heard(editor)
    assert isinstance(editor, RadiosEditor)
    editor.buttons["false"].click()
    editor.buttons["true"].click()
    assert answers == [False, True]
    editor.show_plain("")
    assert editor.plain() == ""
    assert len(answers) == 2


def test_radio_buttons_are_one_stop_of_the_tab_key(shown: Shown) -> None:
    editor = shown(field("choice"))
    editor.take_focus()
    QTest.keyClick(editor.target, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert now.objectName() == "after"


def test_arrow_keys_choose(shown: Shown) -> None:
    editor = shown(field("choice"))
    editor.show_plain("a")
    answers = heard(editor)
    editor.take_focus()
    QTest.keyClick(editor.target, Qt.Key.Key_Down)
    assert answers == ["b"]


@pytest.mark.parametrize("has_focus", [True, False])
def test_the_wheel_never_changes_a_list(shown: Shown, *, has_focus: bool) -> None:
    editor = shown(many())
    editor.show_plain("c2")
    if has_focus:
        editor.take_focus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor.target, turn)
    assert editor.plain() == "c2"


def test_the_list_is_as_wide_as_its_longest_label(shown: Shown) -> None:
    long = "ソフトウェア業又は情報処理サービス業のうち、とても長い名前の付いたもの"
    editor = shown(replace(field("choice"), choices=MANY | {"long": long}))
    assert isinstance(editor, ComboEditor)
    editor.box.setMaximumWidth(120)
    editor.box.showPopup()
    assert editor.box.view().width() > editor.box.fontMetrics().horizontalAdvance(long)
    editor.box.hidePopup()


def test_none_of_them_is_an_answer_and_excludes_the_others(shown: Shown) -> None:
    editor = shown(field("choices"))
    answers = heard(editor)
    assert isinstance(editor, TicksEditor)
    editor.buttons["c"].click()
    editor.buttons["a"].click()
    editor.none.click()
    editor.buttons["b"].click()
    editor.buttons["b"].click()
    assert answers == [["c"], ["a", "c"], [], ["b"], ""]


def test_where_no_answer_is_required_there_is_no_box_for_none(shown: Shown) -> None:
    editor = shown(field("choices", required=False))
    assert isinstance(editor, TicksEditor)
    assert editor.none.isHidden()
    editor.show_plain([])
    editor.leave()
    assert editor.plain() == []


def test_a_calendar_gives_its_day_to_the_line(shown: Shown) -> None:
    editor = shown(field("date"))
    editor.show_plain("2023-08-01")
    answers = heard(editor)
    assert isinstance(editor, DateEditor)
    popup = editor.open_calendar()
    assert popup.calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2023-08-01"
    popup.calendar.clicked.emit(popup.calendar.selectedDate().addDays(3))
    assert (answers, popup.isVisible()) == (["令和5年8月4日"], False)


def test_a_part_of_a_name_or_a_code_finds_a_country_and_enter_takes_it(shown: Shown) -> None:
    editor = shown(field("country"))
    answers = heard(editor)
    assert isinstance(editor, CountryEditor)
    editor.take_focus()
    QTest.keyClicks(editor.box, "tw")
    assert editor.suggestions.isVisible()
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert (editor.box.text(), answers) == ("台湾", ["台湾"])


def test_countries_are_suggested_while_composing_and_the_composition_goes_on(shown: Shown) -> None:
    editor = shown(field("country"))
    assert isinstance(editor, CountryEditor)
    editor.take_focus()
    compose(editor.box, "ベトナ")
    assert editor.suggestions.isVisible()
    assert editor.suggestions.currentIndex().data(Qt.ItemDataRole.UserRole) == "VN"
    assert editor.box.hasFocus()
    assert editor.box.preedit == "ベトナ"


def test_another_spelling_leads_to_its_country(shown: Shown) -> None:
    editor = shown(field("country"))
    assert isinstance(editor, CountryEditor)
    editor.take_focus()
    commit(editor.box, "豪州")
    assert editor.suggestions.currentIndex().data(Qt.ItemDataRole.UserRole) == "AU"
