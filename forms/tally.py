"""How far a case is: required answers given, papers that are there, and the state of each page of the road.

Decision: what has a default is asked of nobody and counts on neither side; what is missing is no fault before its page
was checked.
"""

from collections.abc import Container
from dataclasses import dataclass

from forms.catalog.model import Column, Field
from forms.check import MISSING_ANSWER, MISSING_PAPER, Finding
from forms.facts import Facts
from forms.plan import ATTACHED
from forms.review import Review

DOCUMENTS = "documents"  # the page on which papers are attached
NOT_BEGUN, GOING, DONE = "not_begun", "going", "done"
_GLYPHS = {NOT_BEGUN: "empty", GOING: "going", DONE: "done"}
_WORDS = {NOT_BEGUN: "まだ始めていません", GOING: "途中です", DONE: "済んでいます"}


@dataclass(frozen=True)
class Tally:
    """How many there are of those that are asked for."""

    given: int
    asked: int

    @property
    def is_full(self) -> bool:
        """Whether nothing is missing."""
        return self.given >= self.asked

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing is asked for."""
        return self.given / self.asked if self.asked else 0.0


@dataclass(frozen=True)
class PageState:
    """How far one page is: `state` not_begun, going or done; how many errors and warnings stand on it."""

    state: str
    tally: Tally
    errors: int
    warnings: int

    @property
    def glyph(self) -> str:
        """The one sign for all of it: error, warning, empty, going or done."""
        return "error" if self.errors else "warning" if self.warnings else _GLYPHS[self.state]

    @property
    def share(self) -> float:
        """How much of it is there, from 0 to 1."""
        return self.tally.share

    @property
    def words(self) -> str:
        """The state in words, for who cannot see the sign."""
        counted = f"{self.tally.asked}のうち{self.tally.given}" if self.tally.asked else ""
        faults = (f"{name}{count}" for name, count in (("誤り", self.errors), ("注意", self.warnings)) if count)
        return "、".join(filter(None, (_WORDS[self.state], counted, *faults)))


def tally_of_step(facts: Facts, step: str) -> Tally:
    """The required answers of one step, in rows every required cell; rows of which there is none count as one."""
    fields = (field for field in facts.call.by_step[step] if (field.columns or _is_asked(field)) and facts.asks(field))
    counts = [_tally_of(facts, field) for field in fields]
    return Tally(sum(tally.given for tally in counts), sum(tally.asked for tally in counts))


def tally_of_answers(review: Review) -> Tally:
    """The required answers of the whole case."""
    counts = [tally_of_step(review.facts, step) for step in review.facts.call.steps]
    return Tally(sum(tally.given for tally in counts), sum(tally.asked for tally in counts))


def tally_of_papers(review: Review) -> Tally:
    """The papers that this case must bring: there, and with no error found on them."""
    faulty = {finding.subject for finding in review.findings if finding.severity == "error"}
    wanted = [planned for planned in review.packet if planned.document.required and not planned.document.template]
    ready = [planned for planned in wanted if planned.state == ATTACHED and planned.document.id not in faulty]
    return Tally(len(ready), len(wanted))


def state_of_page(review: Review, page: str, checked: Container[str]) -> PageState:
    """The state of a step or of one of the pages after them; `checked`: the pages that somebody has looked through.

    A page on which nothing is asked for is done once it was checked and nothing stops the case.
    """
    facts = review.facts
    if page in facts.call.steps:
        tally, begun = tally_of_step(facts, page), _is_begun(facts, page)
    elif page == DOCUMENTS:
        tally, begun = tally_of_papers(review), any(planned.papers for planned in review.packet)
    else:
        return PageState(_state_of_look(review, page, checked), Tally(0, 0), 0, 0)
    done = tally.is_full if tally.asked else begun or page in checked
    found = [finding for finding in findings_on(review, page) if page in checked or not _is_missing(finding)]
    errors, warnings = (sum(finding.severity == severity for finding in found) for severity in ("error", "warning"))
    return PageState(DONE if done else GOING if begun else NOT_BEGUN, tally, errors, warnings)


def page_of(review: Review, subject: str) -> str:
    """The page on which a finding's subject is changed: its field's step, or the papers' page."""
    field = review.facts.call.fields.get(subject.partition("[")[0])
    return field.step if field else DOCUMENTS


def findings_on(review: Review, page: str) -> tuple[Finding, ...]:
    """All findings of a page."""
    return review.by_step.get("" if page == DOCUMENTS else page, ())


def case_stage(review: Review) -> str:
    """How far the case is, in one word: its state's label, or the call's word for "ready" while nothing stops it."""
    stages, facts = review.facts.call.terms.stages, review.facts
    state = facts.text(stages.state) or ""
    if state in stages.ready_in and review.is_ready:
        return stages.ready
    return facts.call.fields[stages.state].choices.get(state, state)


def _state_of_look(review: Review, page: str, checked: Container[str]) -> str:
    if page not in checked:
        return NOT_BEGUN
    return DONE if review.is_ready else GOING


def _is_missing(finding: Finding) -> bool:
    return finding.id in (MISSING_ANSWER, MISSING_PAPER)


def _is_begun(facts: Facts, step: str) -> bool:
    """Whether something was entered in a step, be it wrong."""
    answers = facts.answers
    refused = {subject.partition("[")[0] for subject in answers.complaints}
    given = (
        field
        for field in facts.call.by_step[step]
        if field.id in answers.values or field.id in answers.rows or field.id in refused
    )
    return any(facts.asks(field) for field in given)


def _tally_of(facts: Facts, field: Field) -> Tally:
    if field.columns and facts.rows(field.id):
        asked = [column for column in field.columns if _is_asked(field.columns[column])]
        given = sum(column in row for row in facts.rows(field.id) for column in asked)
        return Tally(given, len(asked) * len(facts.rows(field.id)))
    return Tally(int(facts.is_given(field.id)), 1) if _is_asked(field) else Tally(0, 0)


def _is_asked(asked: Field | Column) -> bool:
    return asked.required and not asked.default and not (isinstance(asked, Column) and asked.calculation)
