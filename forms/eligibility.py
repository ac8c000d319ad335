"""Whether this call is for this applicant and this matter: fits, does not fit, or not yet known, condition by condition.

Decision: the conditions are the guidelines' own, as data; a rule's error says that one is not met, silence never that it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from forms.catalog.applying import Requirement
from forms.check import Finding
from forms.facts import Facts
from forms.review import Review

FITS, DOES_NOT_FIT, NOT_YET_KNOWN = "fits", "does_not_fit", "not_yet_known"
MET, NOT_MET, OPEN = "met", "not_met", "open"

T = TypeVar("T")


@dataclass(frozen=True)
class Judged:
    """One condition: met, not_met or open; what the rules say of it, and the questions that are still to be answered."""

    requirement: Requirement
    state: str
    findings: tuple[Finding, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """All conditions that hold for this case, and the one word that comes of them."""

    state: str
    judged: tuple[Judged, ...]

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """Why it does not fit."""
        return _each(finding for one in self.judged for finding in one.findings if finding.severity == "error")

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What to make sure of, though it does not decide."""
        return _each(finding for one in self.judged for finding in one.findings if finding.severity != "error")

    @property
    def asks(self) -> tuple[str, ...]:
        """The questions that hold up the verdict, in the order of the conditions."""
        return _each(name for one in self.judged if not one.requirement.later for name in one.asks)


def judge_eligibility(review: Review) -> Verdict:
    """The verdict on a case as it stands."""
    asked = (each for each in review.facts.call.terms.requirements if review.facts.holds(each.when))
    judged = tuple(_judge(review, requirement) for requirement in asked)
    if any(one.state == NOT_MET for one in judged):
        return Verdict(DOES_NOT_FIT, judged)
    is_open = any(one.state == OPEN and not one.requirement.later for one in judged)
    return Verdict(NOT_YET_KNOWN if is_open else FITS, judged)


def _judge(review: Review, requirement: Requirement) -> Judged:
    found = tuple(finding for finding in review.findings if finding.id in requirement.rules)
    if any(finding.severity == "error" for finding in found):
        return Judged(requirement, NOT_MET, found, ())
    if _is_met(review.facts, requirement):
        return Judged(requirement, MET, found, ())
    return Judged(requirement, OPEN, found, _still_asked(review.facts, requirement))


def _is_met(facts: Facts, requirement: Requirement) -> bool:
    if requirement.holds:
        return facts.holds(requirement.holds)
    return not _unanswered(facts, requirement)


def _still_asked(facts: Facts, requirement: Requirement) -> tuple[str, ...]:
    """What is not answered; where all is, but the condition is not met by it, every question of it."""
    return _unanswered(facts, requirement) or tuple(name for name in requirement.asks if facts.asks(facts.call.fields[name]))


def _unanswered(facts: Facts, requirement: Requirement) -> tuple[str, ...]:
    return tuple(name for name in requirement.asks if facts.asks(facts.call.fields[name]) and not facts.is_given(name))


def _each(items: Iterable[T]) -> tuple[T, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(items))
