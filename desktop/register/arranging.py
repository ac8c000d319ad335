"""Which cases the list shows and in which order, what is counted of them, and what the cases of one company come to.

Decision: plain functions over plain rows, without Qt; the window asks anew whenever something has changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from desktop.around.finding import key
from desktop.register.looking import CaseRow
from forms.values.names import same_name

NEAR = timedelta(days=14)
ALL, ERRORS, LACKING, NEARING, OVER = "all", "errors", "lacking", "near", "over"
STAGE = "stage:"  # before a stage's word: the group of its cases


@dataclass(frozen=True)
class Wish:
    """What a person wants to see: words typed, a group of the rail, the column by which to sort, and which end first."""

    typed: str = ""
    group: str = ALL
    column: str = "deadline"
    descending: bool = False


@dataclass(frozen=True)
class CompanySum:
    """What the cases of one company ask for in one year: `own` yen of the case in hand, `total` of all `count` that count."""

    own: int
    total: int
    count: int
    cap: int

    @property
    def is_over(self) -> bool:
        """Whether they ask for more than the company may have."""
        return self.total > self.cap


SORTED: Mapping[str, Callable[[CaseRow], tuple[object, ...]]] = MappingProxyType(
    {
        "name": lambda row: (key(row.words[-1] if row.words and row.words[-1] else row.name),),
        "right": lambda row: (row.right,),
        "number": lambda row: (row.number,),
        "progress": lambda row: (row.share,),
        "errors": lambda row: (row.errors,),
        "lacking": lambda row: (row.lacking,),
        "deadline": lambda row: (row.deadline,),
        "requested": lambda row: (row.requested,),
        "stage": lambda row: (row.rank, row.stage),
        "at": lambda row: (row.at,),
    }
)


def arranged(rows: Sequence[CaseRow], wish: Wish, today: date) -> list[CaseRow]:
    """The rows that a person wants to see, in order; what has no value in the column comes last at either end."""
    shown = [row for row in rows if fits(row, wish.typed) and belongs(row, wish.group, rows, today)]
    by = SORTED[wish.column]
    known = [row for row in shown if _has(by(row))]
    unknown = [row for row in shown if not _has(by(row))]
    known.sort(key=lambda row: row.name)
    return [*sorted(known, key=by, reverse=wish.descending), *unknown]


def _has(value: tuple[object, ...]) -> bool:
    return value[-1] is not None and value[-1] != ""


def fits(row: CaseRow, typed: str) -> bool:
    """Whether every word that was typed is found in name, numbers, readings or the file's name; width and kana make no difference."""
    words = [found for word in typed.replace("　", " ").split() if (found := key(word))]
    texts = [key(text) for text in (row.name, row.number, *row.words, row.path.stem)]
    return all(any(word in text for text in texts) for word in words)


def belongs(row: CaseRow, group: str, rows: Iterable[CaseRow], today: date) -> bool:
    """Whether a row is of a group: all, a stage, or something to take care of."""
    if group.startswith(STAGE):
        return row.stage == group.removeprefix(STAGE)
    if group == OVER:
        return row.company.counts and company_sum(row, rows).is_over
    return {
        ALL: True,
        ERRORS: row.errors > 0,
        LACKING: row.lacking > 0,
        NEARING: is_near(row, today),
    }[group]


def is_near(row: CaseRow, today: date) -> bool:
    """Whether the day by which to file abroad is at most 14 days away, or past; nothing waits in a case that was given up."""
    return row.deadline is not None and row.company.counts and row.deadline <= today + NEAR


def stages_of(rows: Iterable[CaseRow]) -> list[str]:
    """The stages that occur, in their order."""
    return [stage for _, stage in sorted({(row.rank, row.stage) for row in rows if row.stage})]


def counts_of(rows: Sequence[CaseRow], today: date) -> dict[str, int]:
    """How many cases there are in each group."""
    groups = (ALL, *(STAGE + stage for stage in stages_of(rows)), ERRORS, LACKING, NEARING, OVER)
    return {group: sum(belongs(row, group, rows, today) for row in rows) for group in groups}


def company_sum(row: CaseRow, rows: Iterable[CaseRow]) -> CompanySum:
    """What the company of a row asks for in the row's year, over all its cases in the list."""
    theirs = [other for other in rows if other.company.counts and is_same_company(row, other)]
    own = row.requested or 0 if row.company.counts else 0
    return CompanySum(own, sum(other.requested or 0 for other in theirs), len(theirs), row.company.cap)


def is_same_company(row: CaseRow, other: CaseRow) -> bool:
    """Whether two cases are one company's in one year: by the first answer that both give."""
    if row is other:
        return True
    pairs = zip(row.company.names, other.company.names, strict=False)
    own, theirs = next(((one, two) for one, two in pairs if one and two), ("", ""))
    return bool(own) and row.company.year == other.company.year and same_name(own, theirs)


def requested_total(rows: Iterable[CaseRow]) -> int:
    """Yen that the cases ask for; those given up ask for nothing."""
    return sum(row.requested or 0 for row in rows if row.company.counts)


def hindrance(rows: Sequence[CaseRow]) -> str:
    """Why no packets can be made of these rows, in one sentence; "" where nothing stands in the way."""
    for row in rows:
        if not row.looked:
            return "選んだ案件を確かめています。終わるまでお待ちください。"
        if row.fault:
            return f"{row.name}を読めないため、作成できません。選択から外してください。"
        if not row.is_ready:
            return f"{row.name or row.path.stem}に{faults_of(row)}があるため、作成できません。直すか、選択から外してください。"
    return ""


def faults_of(row: CaseRow) -> str:
    """What is wrong with or missing in a case, counted: 誤り1、未入力2、書類の不足3."""
    counts = (("誤り", row.errors), ("未入力", row.blanks), ("書類の不足", row.lacking))
    return "、".join(f"{word}{count}件" for word, count in counts if count)
