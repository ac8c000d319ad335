"""Blocks from spreadsheets: quotes, ragged lines, head lines, any width."""

import pytest

from desktop.editors.rowsmodel import Rows, Sheet, as_block
from desktop.editors.rowspaste import is_block, parse_block, pasted, without_head, write_block
from forms.catalog.model import Column
from tests.desktop.editors.editorskit import COLUMNS

BLANK: Rows = ({},)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\nc\n", [["a", "b"], ["c"]]),
        ('"一行目\n二行目"\tb\r\n', [["一行目\n二行目", "b"]]),
        ('"12"" 管"\tb', [['12" 管', "b"]]),
        ('12" 管\tb', [['12" 管', "b"]]),
        ('"開いたまま\tb\nc', [['"開いたまま', "b"], ["c"]]),
        ("a\t\tb", [["a", "", "b"]]),
        ("\r\n\t\r\na", [["a"]]),
        ("", []),
    ],
)
def test_a_block_is_read_as_the_spreadsheet_meant_it(text: str, block: list[list[str]]) -> None:
    assert parse_block(text) == block


def test_a_single_cell_is_no_block() -> None:
    assert not is_block("米国\r\n")
    assert is_block("米国\t100")
    assert is_block("米国\n中国")


@pytest.mark.parametrize("cells", [["湊　春香", 'a"b'], ["一\n二", "\t"], ["", "x"]])
def test_what_is_copied_comes_back(cells: list[str]) -> None:
    assert parse_block(write_block([cells])) == [cells]


def test_a_line_that_names_the_columns_is_passed_over() -> None:
    columns = list(COLUMNS.values())
    assert without_head([["氏名", "生年月日", "備考"], ["湊　春香", "S45.3.9", ""]], columns) == [["湊　春香", "S45.3.9", ""]]
    assert without_head([["湊　春香", "S45.3.9"]], columns) == [["湊　春香", "S45.3.9"]]


def test_rows_are_added_as_needed_and_computed_columns_passed_over() -> None:
    sheet = Sheet(COLUMNS, BLANK)
    rows = pasted(sheet, (0, "sex"), [["男", "1,000", "999"], ["女", "２，０００円"]])
    assert rows == ({"sex": "男", "fee": "1,000"}, {"sex": "女", "fee": "２，０００円"})


def test_a_blank_cell_blanks_and_what_lies_outside_stays() -> None:
    sheet = Sheet(COLUMNS, ({"name": "湊　春香", "sex": "F", "fee": 5},))
    assert pasted(sheet, (0, "birth"), [["S45.3.9", ""]]) == ({"name": "湊　春香", "fee": 5, "birth": "S45.3.9"},)


def test_a_whole_table_is_copied_with_its_head() -> None:
    sheet = Sheet({"n": Column("yen", "額")}, ({"n": 1000}, {"n": 2000}))
    assert as_block(sheet, [0, 1]) == [["額"], ["1,000"], ["2,000"]]
    assert as_block(sheet, [1]) == [["2,000"]]
