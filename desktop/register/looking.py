"""What the list shows of one case, looked up in the worker process: no Qt here, plain values out.

Decision: a file that cannot be read is a row with one sentence, never the end of the list.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from desktop.others import review_beside_known
from forms.answers import kind_of
from forms.casefile import open_case_file
from forms.catalog.model import Call
from forms.check import MISSING_ANSWER, MISSING_PAPER
from forms.errors import FormsError
from forms.facts import Facts
from forms.review import Review
from forms.tally import DOCUMENTS, case_stage, findings_on, tally_of_answers, tally_of_papers, tally_of_step

DEADLINE, REQUESTED = "derived.priority_deadline", "derived.requested_amount"
READY = "ready"
CHECK, PACKET = "check", "packet"
APRIL = 4


@dataclass(frozen=True)
class Company:
    """Whose case it is: the answers that tell one company, "" for none; the cap in yen; what this case takes of it, and in which year."""

    names: tuple[str, ...] = ()
    cap: int = 0
    year: int = 0  # the fiscal year (April to March) in which the reception ends
    counts: bool = True  # rejected and withdrawn cases take nothing


@dataclass(frozen=True)
class CaseRow:
    """A case in the list. `fault`: why it cannot be read. `looked`: False until somebody has looked into it."""

    path: Path
    name: str = ""
    words: tuple[str, ...] = ()  # by which it is found besides: readings, titles
    right: str = ""
    number: str = ""
    step: str = ""  # where one goes on
    given: int = 0  # answers and papers that are there, of `asked`
    asked: int = 0
    errors: int = 0  # what is wrong, without what is only missing
    blanks: int = 0  # answers that are missing
    lacking: int = 0  # papers that are missing
    deadline: date | None = None
    requested: int | None = None
    stage: str = ""
    state: str = ""  # the choice's id, or READY
    rank: int = 0  # the order of stages
    company: Company = Company()
    closes: date | None = None  # the last day of the reception
    at: str = ""  # ISO, when the file was changed last
    fault: str = ""
    looked: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether a packet can be made of it: nothing wrong, nothing missing."""
        return self.looked and not (self.fault or self.errors or self.blanks or self.lacking)

    @property
    def share(self) -> float:
        """How much of it is there, from 0 to 1."""
        return self.given / self.asked if self.asked else 0.0


def look_at_case(path: Path, today: date, calls: Path | None = None) -> CaseRow:
    """Look at the case file at `path` as on a day; `calls`: a folder with more calls. Never raises for what is in the file."""
    row = CaseRow(path, at=_changed(path), looked=True)
    try:
        with open_case_file(path, read_only=True) as case:
            return _filled(row, review_beside_known(case, today, calls)[0])
    except FormsError as error:
        return replace(row, name=path.stem, fault=str(error))


def _changed(path: Path) -> str:
    with suppress(OSError):
        return datetime.fromtimestamp(path.stat().st_mtime).isoformat(timespec="minutes")
    return ""


def _filled(row: CaseRow, review: Review) -> CaseRow:
    facts, call = review.facts, review.facts.call
    answers, papers = tally_of_answers(review), tally_of_papers(review)
    errors = [finding for finding in review.findings if finding.severity == "error"]
    blanks, lacking = (sum(finding.id == missing for finding in errors) for missing in (MISSING_ANSWER, MISSING_PAPER))
    state, rank = _stage(review)
    return replace(
        row,
        name=facts.text(call.terms.packet.applicant) or "",
        words=tuple(_words(facts)),
        right=_shown(facts, call.terms.packet.kind),
        number=_shown(facts, call.terms.packet.subject[0]),
        step=_step(review),
        given=answers.given + papers.given,
        asked=answers.asked + papers.asked,
        errors=len(errors) - blanks - lacking,
        blanks=blanks,
        lacking=lacking,
        deadline=facts.day(DEADLINE) if DEADLINE in call.derived else None,
        requested=facts.figure(REQUESTED),
        stage=case_stage(review),
        state=state,
        rank=rank,
        company=_company(facts),
        closes=call.terms.reception.closes,
    )


def _words(facts: Facts) -> Iterator[str]:
    for name in facts.call.terms.packet.subject:
        yield _shown(facts, name)
    for field in facts.call.fields.values():
        if field.kind == "kana":
            yield facts.text(field.id) or ""


def _shown(facts: Facts, name: str) -> str:
    asked = facts.call.fields.get(name) or facts.call.derived.get(name)
    value = facts.value(name) if asked else None
    return kind_of(asked).show(value) if asked and value is not None else ""


def _step(review: Review) -> str:
    """The title of the first page on which something is to be done."""
    call = review.facts.call
    for step in call.steps.values():
        if not tally_of_step(review.facts, step.id).is_full or _has_errors(review, step.id):
            return step.title
    if not tally_of_papers(review).is_full or _has_errors(review, DOCUMENTS):
        return call.pages[DOCUMENTS].title
    return call.pages[PACKET if review.is_ready else CHECK].title


def _has_errors(review: Review, page: str) -> bool:
    return any(finding.severity == "error" for finding in findings_on(review, page))


def _stage(review: Review) -> tuple[str, int]:
    """The stage's id, and its place in the order of stages: ready stands behind the states that it can be reached from."""
    stages, facts = review.facts.call.terms.stages, review.facts
    state = facts.text(stages.state) or ""
    order = list(facts.call.fields[stages.state].choices)
    is_ready = state in stages.ready_in and review.is_ready
    last = stages.ready_in[-1] if is_ready else state
    return READY if is_ready else state, 2 * (order.index(last) if last in order else len(order)) + is_ready


def _company(facts: Facts) -> Company:
    money = facts.call.terms.money
    names = tuple(facts.text(name) or "" for name in money.company_by)
    return Company(names, money.company_cap, fiscal_year(facts.call), not facts.holds(money.not_counted))


def fiscal_year(call: Call) -> int:
    """The year whose April begins the fiscal year of the call's last day."""
    closes = call.terms.reception.closes
    return closes.year - (closes.month < APRIL)
