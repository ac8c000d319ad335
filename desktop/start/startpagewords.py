"""The words of the start page that depend on the day."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop.settings import Recent

NONE = "—"


class ShownCase(NamedTuple):
    """A row: what was taken down of the case, and the words of the day; `is_missing`: its file is not where it was."""

    recent: Recent
    left: str
    when: str
    is_missing: bool

    def told(self) -> str:
        """The row as a screen reader says it."""
        case = self.recent
        if self.is_missing:
            return f"{case.name}、{case.details}、ファイルが見つかりません"
        faults = (f"誤り{case.errors}",) if case.errors else ()
        figures = (f"記入 {case.asked}のうち{case.given}", f"書類 {case.papers_asked}のうち{case.papers}")
        return "、".join(filter(None, (case.name, case.details, *figures, case.stage, *faults, self.left, self.when)))


def shown_case(recent: Recent, today: date, *, missing: bool) -> ShownCase:
    """A row on a day."""
    return ShownCase(recent, left_words(recent.deadline, today), when_words(recent.at, today), missing)


def when_words(at: str, today: date) -> str:
    """When a case was last touched (an ISO time): 今日 14:32, 昨日, 8月21日, with the year where it is another one."""
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        return ""
    if time.date() == today:
        return f"今日 {time:%H:%M}"
    if time.date() == today - timedelta(days=1):
        return "昨日"
    year = "" if time.year == today.year else f"{time.year}年"
    return f"{year}{time.month}月{time.day}日"


def left_words(closes: str, today: date) -> str:
    """How long is left up to an ISO day: あと8日, 今日まで, 受付終了; a dash where there is nothing to wait for."""
    try:
        left = (date.fromisoformat(closes) - today).days
    except ValueError:
        return NONE
    return "受付終了" if left < 0 else f"あと{left}日" if left else "今日まで"
