"""The columns of the list: what stands in each in words, and how wide it is.

Decision: one table for header, painter and screen readers. In a narrow window right and number go under the name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.register.arranging import faults_of
from desktop.register.looking import READY, CaseRow
from desktop.start.recents import TONES, UNNAMED
from desktop.start.startpagewords import when_words
from forms.values.wareki import era_of

NONE = "—"
TICK, NAME = "tick", "name"
Text = Callable[[CaseRow, date], str]


@dataclass(frozen=True)
class Column:
    """`width` in pixels at 100 %, 0 for what is left; `is_spare`: left out of a narrow window."""

    id: str
    title: str
    width: int
    text: Text
    is_right: bool = False
    is_spare: bool = False


def name_of(row: CaseRow) -> str:
    """Whose case it is, or that there is no name yet; of what cannot be read, the file's."""
    return row.name or (UNNAMED if row.looked else row.path.stem)


def tone_of(row: CaseRow) -> str:
    """The tone of the stage's chip."""
    return "now" if row.state == READY else TONES.get(row.state, "plain")


def short_day(day: date | None) -> str:
    """令5.10.12; a dash for none."""
    if day is None:
        return NONE
    era = era_of(day)
    return f"{era.name[0]}{day.year - era.year_one + 1}.{day.month}.{day.day}"


def _count(number: int) -> str:
    return str(number) if number else NONE


def _amount(row: CaseRow, today: date) -> str:
    return "未入力" if row.requested is None else f"{row.requested:,}"


def _changed(row: CaseRow, today: date) -> str:
    """In the words of the start page; with figures only where the year must stand there too."""
    day = row.at[:10]
    return when_words(row.at, today) if day[:4] == str(today.year) else day.replace("-", ".")


COLUMNS = (
    Column(TICK, "", 40, lambda row, today: ""),
    Column(NAME, "申請者", 0, lambda row, today: name_of(row)),
    Column("right", "権利", 104, lambda row, today: row.right, is_spare=True),
    Column("number", "出願番号", 150, lambda row, today: row.number or NONE, is_spare=True),
    Column("progress", "進み", 153, lambda row, today: row.step, is_spare=True),
    Column("errors", "誤り", 50, lambda row, today: _count(row.errors)),
    Column("lacking", "不足", 46, lambda row, today: _count(row.lacking)),
    Column("deadline", "優先期限", 104, lambda row, today: short_day(row.deadline)),
    Column("requested", "申請額", 84, _amount, is_right=True),
    Column("stage", "状態", 138, lambda row, today: row.stage),
    Column("at", "更新", 79, _changed, is_spare=True),
)


def told(row: CaseRow, today: date) -> str:
    """A row as a screen reader says it."""
    if not row.looked:
        return f"{name_of(row)}、まだ確かめていません"
    if row.fault:
        return f"{name_of(row)}、{row.fault}"
    deadline = f"優先期限 {short_day(row.deadline)}" if row.deadline else ""
    requested = f"申請額 {row.requested:,}円" if row.requested is not None else "申請額は未入力"
    share = f"{row.asked}のうち{row.given}"
    parts = (name_of(row), row.right, row.number, row.step, share, faults_of(row), deadline, requested, row.stage)
    return "、".join(filter(None, parts))
