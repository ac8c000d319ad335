"""Where a table's cells lie: nothing is cut and nothing overlaps, at any width and size of text."""

from itertools import combinations, pairwise

import pytest
from pytestqt.qtbot import QtBot

from desktop.editors.making import make_editor
from desktop.editors.rows import RowsEditor
from forms.catalog.model import Call
from forms.values.plain import Plain

EXPENSE: Plain = {
    "country": "AE", "official_fee": 12_345_678, "local_attorney": 181_250, "domestic_attorney": 220_000, "translation": 142_560,
    "other": 6_500, "note": "英訳 1WORD＝24円×5,400WORD（税別）。明細書は米国用の英訳を流用し、図面は作り直さない。",
}  # fmt: skip
OFFICER: Plain = {"kana": "ｶﾝﾊﾞﾗ ｼｭｳﾍｲ", "name": "神原　修平", "birth": "1966-11-24", "company": "株式会社みなと精機" * 3}


def table_of(call: Call, qtbot: QtBot, name: str, row: Plain, width: int) -> RowsEditor:
    editor = make_editor(call.fields[name])
    assert isinstance(editor, RowsEditor)
    qtbot.addWidget(editor)
    editor.show_plain([row, row])
    editor.resize(width, 400)
    editor.show()
    qtbot.waitExposed(editor)
    return editor


@pytest.mark.parametrize("width", [320, 480, 640, 820, 1080, 1600])
@pytest.mark.parametrize(("name", "row"), [("expenses", EXPENSE), ("officers", OFFICER)])
def test_cells_hold_their_text_and_keep_out_of_each_others_way(
    call: Call, qtbot: QtBot, name: str, row: Plain, width: int
) -> None:
    view = table_of(call, qtbot, name, row, width).view
    measure = view._measure()
    for at, place in enumerate(view.box.rows):
        for column, rect in place.cells.items():
            text, room = view.sheet.text(at, column), rect.width() - 2 * 14
            if view.sheet.columns[column].kind == "yen":
                assert measure.figures(text) <= room
            else:
                assert measure.height(text, room, 14, False) <= rect.height()
            assert 0 <= rect.left() <= rect.right() <= width
        assert not any(one.intersects(other) for one, other in combinations(place.cells.values(), 2))
    assert all(one.rect.bottom() < other.rect.top() + 1 for one, other in pairwise(view.box.rows))


@pytest.mark.parametrize(("width", "is_cards"), [(1080, False), (640, True), (480, True)])
def test_a_table_becomes_cards_where_its_columns_do_not_fit(call: Call, qtbot: QtBot, width: int, *, is_cards: bool) -> None:
    assert table_of(call, qtbot, "expenses", EXPENSE, width).view.box.is_cards is is_cards


def test_a_note_stands_on_a_second_line_and_leaves_the_amounts_their_room(call: Call, qtbot: QtBot) -> None:
    row = table_of(call, qtbot, "expenses", EXPENSE, 1080).view.box.rows[0]
    assert row.cells["note"].top() >= row.cells["other"].bottom()
    assert row.cells["note"].width() > 3 * row.cells["other"].width()
