"""The table of rows, through its widgets: going, typing, adding, removing, moving, pasting."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.editors.comboeditor import ComboEditor
from desktop.editors.rows import RowsEditor
from forms.answers import canonical
from forms.values.plain import Plain
from tests.desktop.editors.editorskit import ROWS, Shown, commit, compose, field, heard

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NAMES = ["湊　春香", "髙瀬　俊之", "神原　修平"]


@pytest.fixture
def table(shown: Shown) -> RowsEditor:
    """A table with three rows."""
    editor = shown(field("rows", label="役員等"))
    assert isinstance(editor, RowsEditor)
    editor.show_plain(ROWS)
    return editor


def box(table: RowsEditor) -> QWidget:
    """What has the keyboard in the table."""
    return table.view if table.cells.editor is None else table.cells.editor.target


def names(rows: Plain) -> list[Plain]:
    """The names in the rows."""
    assert isinstance(rows, list)
    return [row.get("name", "") for row in rows if isinstance(row, dict)]


def focus_name() -> str:
    """The objectName of what has the keyboard, or of the editor that it is in."""
    widget = QApplication.focusWidget()
    while widget is not None and not widget.objectName():
        widget = widget.parentWidget()
    return "" if widget is None else widget.objectName()


def test_rows_are_shown_and_given_back(table: RowsEditor) -> None:
    assert table.plain() == ROWS
    sheet = table.view.sheet
    assert [sheet.text(0, name) for name in sheet.columns] == ["湊　春香", "昭和45年3月9日", "女", "1,000", ""]


def test_tab_goes_through_the_cells_over_the_ends_of_rows_and_then_on(table: RowsEditor) -> None:
    table.focus_cell(1, "fee")
    QTest.keyClick(box(table), Qt.Key.Key_Tab)
    assert table.cells.place == (2, "name")
    for _ in range(4):
        QTest.keyClick(box(table), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is table.foot.button
    QTest.keyClick(table.foot.button, Qt.Key.Key_Tab)
    assert focus_name() == "after"
    QTest.keyClick(cast("QWidget", QApplication.focusWidget()), Qt.Key.Key_Backtab)
    QTest.keyClick(table.foot.button, Qt.Key.Key_Backtab)
    assert table.cells.place == (2, "fee")


def test_tab_comes_into_the_first_cell_and_backtab_out_of_it(table: RowsEditor) -> None:
    before = cast("QWidget", table.window().findChild(QWidget, "before"))
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert (table.cells.place, focus_name()) == ((0, "name"), "x.answer[0].name")
    QTest.keyClick(box(table), Qt.Key.Key_Backtab)
    assert (table.cells.place, focus_name()) == (None, "before")


def test_enter_goes_down_and_hands_the_cell_over_in_its_kinds_form(table: RowsEditor) -> None:
    answers = heard(table)
    table.focus_cell(0, "birth")
    commit(box(table), "平成二年一月三日")
    QTest.keyClick(box(table), Qt.Key.Key_Return)
    assert table.cells.place == (1, "birth")
    assert len(answers) == 1
    assert cast("list[dict[str, Plain]]", answers[0])[0]["birth"] == "1990-01-03"


def test_walking_through_the_cells_changes_nothing(table: RowsEditor) -> None:
    answers = heard(table)
    table.focus_cell(0, "name")
    for _ in range(12):
        QTest.keyClick(box(table), Qt.Key.Key_Tab)
    assert (answers, table.plain()) == ([], ROWS)


def test_a_cells_editor_is_called_as_its_subject_and_says_where_it_is(table: RowsEditor) -> None:
    told: list[tuple[int, str]] = []
    table.cell_focused.connect(lambda row, column: told.append((row, column)))
    table.take_focus("2].birth")
    assert (focus_name(), told) == ("x.answer[2].birth", [(2, "birth")])
    assert box(table).accessibleName() == "役員等 3行目 生年月日"


def test_composing_in_a_cell_keeps_the_tables_keys_away(table: RowsEditor) -> None:
    table.focus_cell(0, "name")
    compose(box(table), "みなと")
    QTest.keyClick(box(table), Qt.Key.Key_Return)
    QTest.keyClick(box(table), Qt.Key.Key_Down)
    assert table.cells.place == (0, "name")


def test_leaving_the_table_in_the_middle_of_a_composition_loses_nothing(table: RowsEditor) -> None:
    answers = heard(table)
    table.focus_cell(0, "name")
    cast("QLineEdit", box(table)).clear()
    commit(box(table), "山田　")
    compose(box(table), "花子")
    cast("QWidget", table.window().findChild(QWidget, "after")).setFocus()
    assert [names(answer)[0] for answer in answers] == ["山田　花子"]
    assert table.cells.place is None


def test_what_a_cell_refuses_stays_and_is_handed_over(table: RowsEditor) -> None:
    answers = heard(table)
    table.focus_cell(1, "birth")
    cast("QLineEdit", box(table)).setText("いつか")
    table.leave()
    assert cast("list[dict[str, Plain]]", answers[-1])[1]["birth"] == "いつか"
    assert table.view.sheet.text(1, "birth") == "いつか"


def test_a_choice_in_a_cell_is_handed_over_when_it_is_made(table: RowsEditor) -> None:
    answers = heard(table)
    table.focus_cell(0, "sex")
    editor = cast("ComboEditor", table.cells.editor)
    editor.box.setCurrentIndex(0)
    editor.box.activated.emit(0)
    assert cast("list[dict[str, Plain]]", answers[-1])[0]["sex"] == "M"


def test_ctrl_enter_adds_a_row_that_is_no_answer_until_something_is_in_it(table: RowsEditor) -> None:
    answers = heard(table)
    table.focus_cell(0, "fee")
    QTest.keyClick(box(table), Qt.Key.Key_Return, CTRL)
    assert (table.cells.place, len(table.rows), answers) == ((3, "name"), 4, [])
    commit(box(table), "山田 花子")
    table.leave()
    assert [names(answer) for answer in answers] == [[*NAMES, "山田　花子"]]


def test_a_blank_last_row_stays_while_the_page_shows_what_is_kept(table: RowsEditor) -> None:
    table.add_row()
    table.show_plain(canonical(field("rows"), table.plain()))
    assert len(table.rows) == 4


def test_the_cross_removes_its_row_and_undo_shows_it_again(table: RowsEditor) -> None:
    answers = heard(table)
    cross = table.view.box.rows[1].remove.center()
    QTest.mouseClick(table.view, Qt.MouseButton.LeftButton, pos=cross)
    assert [names(answer) for answer in answers] == [[NAMES[0], NAMES[2]]]
    table.show_plain(ROWS)
    assert (names(table.plain()), len(answers)) == (NAMES, 1)


def test_delete_on_the_grip_removes_the_row_and_the_last_one_leaves_the_button(table: RowsEditor) -> None:
    answers = heard(table)
    QTest.mouseClick(table.view, Qt.MouseButton.LeftButton, pos=table.view.box.rows[0].grip.center())
    for _ in range(3):
        QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert answers[-1] == ""
    assert QApplication.focusWidget() is table.foot.button


def test_delete_in_a_cell_only_deletes_text(table: RowsEditor) -> None:
    table.focus_cell(0, "name")
    QTest.keyClick(box(table), Qt.Key.Key_Delete)
    assert (cast("QLineEdit", box(table)).text(), len(table.rows)) == ("", 3)


def test_alt_and_an_arrow_moves_the_row_and_the_cursor_with_it(table: RowsEditor) -> None:
    answers = heard(table)
    table.focus_cell(0, "birth")
    QTest.keyClick(box(table), Qt.Key.Key_Down, ALT)
    QTest.keyClick(box(table), Qt.Key.Key_Down, ALT)
    QTest.keyClick(box(table), Qt.Key.Key_Down, ALT)
    assert names(answers[-1]) == [NAMES[1], NAMES[2], NAMES[0]]
    assert (table.cells.place, len(answers)) == ((2, "birth"), 2)
    assert focus_name() == "x.answer[2].birth"


def test_a_row_is_dragged_by_its_grip(table: RowsEditor) -> None:
    rows = table.view.box.rows
    QTest.mousePress(table.view, Qt.MouseButton.LeftButton, pos=rows[0].grip.center())
    QTest.mouseMove(table.view, rows[2].grip.center() + QPoint(0, 8))
    QTest.mouseRelease(table.view, Qt.MouseButton.LeftButton, pos=rows[2].grip.center() + QPoint(0, 8))
    assert names(table.plain()) == [NAMES[1], NAMES[2], NAMES[0]]


def test_a_block_from_a_spreadsheet_is_one_change(table: RowsEditor) -> None:
    answers = heard(table)
    QGuiApplication.clipboard().setText('氏名\t生年月日\t性別\t手数料\r\n山田 花子\tＳ60.1.2\t女\t"１，０００"\r\n佐藤 次郎\tH1.2.3\t男\t2千円\r\n')
    table.focus_cell(2, "name")
    QTest.keyClick(box(table), Qt.Key.Key_V, CTRL)
    assert len(answers) == 1
    assert cast("list[Plain]", answers[0])[2:] == [
        {"name": "山田　花子", "birth": "1985-01-02", "sex": "F", "fee": 1000},
        {"name": "佐藤　次郎", "birth": "1989-02-03", "sex": "M", "fee": 2000},
    ]


def test_a_single_cell_is_pasted_as_text(table: RowsEditor) -> None:
    QGuiApplication.clipboard().setText("山田 花子")
    table.focus_cell(0, "name")
    QTest.keyClick(box(table), Qt.Key.Key_V, CTRL)
    assert cast("QLineEdit", box(table)).text() == "山田 花子"


def test_a_selected_row_is_copied_as_a_spreadsheet_takes_it(table: RowsEditor) -> None:
    table.select_row(1)
    QTest.keyClick(table.view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "髙瀬　俊之\t昭和41年11月24日\t男\t2,000\t"


def test_escape_takes_back_what_was_typed_and_then_steps_out_to_the_row(table: RowsEditor) -> None:
    answers = heard(table)
    table.focus_cell(1, "name")
    commit(box(table), "まちがい")
    QTest.keyClick(box(table), Qt.Key.Key_Escape)
    assert cast("QLineEdit", box(table)).text() == NAMES[1]
    QTest.keyClick(box(table), Qt.Key.Key_Escape)
    assert (table.cells.place, table.view.selected, answers) == (None, frozenset({1}), [])
    assert table.view.accessibleDescription().startswith("2行目、氏名 髙瀬　俊之")
    QTest.keyClick(table.view, Qt.Key.Key_Tab)
    assert table.cells.place == (1, "name")


def test_what_the_page_worked_out_is_shown_and_cannot_be_entered(table: RowsEditor) -> None:
    table.show_computed("sum", [5, None, 7000])
    assert [table.view.sheet.text(row, "sum") for row in range(3)] == ["5", "", "7,000"]
    table.focus_cell(0, "sum")
    assert table.cells.place == (0, "name")


def test_a_complaint_stands_below_its_row_and_a_click_on_it_goes_to_the_cell(table: RowsEditor) -> None:
    before = table.view.height()
    table.set_cell_complaints({(1, "birth"): "令和5年2月30日という日付はありません。2月28日でしょうか。"})
    said = table.view.box.rows[1].said
    assert table.view.height() == before + said.height() > before
    QTest.mouseClick(table.view, Qt.MouseButton.LeftButton, pos=said.center())
    assert table.cells.place == (1, "birth")
    assert box(table).property("st") == "bad"
    table.set_cell_complaints({})
    assert (table.view.height(), box(table).property("st")) == (before, "")


def test_totals_stand_under_the_rows(table: RowsEditor) -> None:
    table.show_totals([("合計", {"fee": "6,000"}, True)])
    total = table.view.box.totals[0]
    assert total.rect.top() >= table.view.box.add.bottom()
    assert total.cells["fee"].left() == table.view.box.rows[0].cells["fee"].left()


def test_nothing_can_be_changed_where_somebody_else_has_the_case(table: RowsEditor) -> None:
    answers = heard(table)
    table.set_readonly(True)
    table.focus_cell(0, "name")
    QTest.mouseClick(table.view, Qt.MouseButton.LeftButton, pos=table.view.box.rows[0].cells["name"].center())
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert (answers, table.cells.place, table.foot.button.isVisible()) == ([], None, False)


def test_while_there_is_no_row_the_button_that_adds_one_has_the_keyboard(shown: Shown) -> None:
    editor = shown(field("rows", label="役員等"))
    assert isinstance(editor, RowsEditor)
    assert editor.foot.button.accessibleName().startswith("役員を追加")
    editor.take_focus()
    assert QApplication.focusWidget() is editor.foot.button
    QTest.keyClick(editor.foot.button, Qt.Key.Key_Space)
    assert editor.cells.place == (0, "name")


def test_backtab_leaves_an_empty_table(shown: Shown) -> None:
    editor = shown(field("rows"))
    editor.take_focus()
    QTest.keyClick(cast("QWidget", QApplication.focusWidget()), Qt.Key.Key_Backtab)
    assert focus_name() == "before"


def test_a_table_that_cannot_be_changed_is_read_row_by_row(table: RowsEditor) -> None:
    table.set_readonly(True)
    table.take_focus()
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert table.view.accessibleDescription().startswith("2行目")
    QTest.keyClick(table.view, Qt.Key.Key_Tab)
    assert focus_name() == "after"
