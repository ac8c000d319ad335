"""The list as a file for a spreadsheet: every row that is shown, in the order in which it is shown.

Decision: UTF-8 with a mark at its start, without which a Japanese Excel reads it wrong; amounts are bare figures, days are ISO.
A text that a spreadsheet would take for a formula is kept a text.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from desktop.register.looking import CaseRow
from forms.errors import TargetError

HEADS = ("申請者", "権利", "出願番号", "記入", "誤り", "未入力", "書類の不足", "優先期限", "申請額", "状態", "更新", "読めないわけ", "ファイル")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[CaseRow], file: Path) -> None:
    """Write the rows. Raises TargetError."""
    try:
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(HEADS)
            writer.writerows([_safe(str(cell)) for cell in _cells(row)] for row in rows)
    except OSError as error:
        what = f"{file} に書き込めません（{error.strerror}）。"
        raise TargetError(f"{what}表計算ソフトで開いているときは閉じて、もう一度書き出してください。") from error


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _cells(row: CaseRow) -> tuple[object, ...]:
    if row.fault or not row.looked:
        return (row.name, *[""] * 9, row.at, row.fault, row.path)
    figures = (f"{row.asked}のうち{row.given}", row.errors, row.blanks, row.lacking)
    requested = "" if row.requested is None else row.requested
    return (row.name, row.right, row.number, *figures, row.deadline or "", requested, row.stage, row.at, "", row.path)
