"""A case looked at whole: its facts, its packet and its findings, for whoever shows, checks or builds it.

Decision: one function reads all of it anew; what was found by the look before stands where nothing that it came of has changed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from forms.answers import read_answers
from forms.calculations.registry import CALCULATORS
from forms.casefile import CaseFile
from forms.cases import read_case
from forms.catalog.load import load_call
from forms.catalog.model import Call
from forms.check import Finding, check_case, has_errors
from forms.errors import CaseError
from forms.facts import Facts
from forms.fonts import drawable
from forms.memory import Memory
from forms.plan import Planned, plan_packet
from forms.values.names import same_name
from forms.values.plain import Plain


@dataclass(frozen=True)
class Review:
    """What is known of a case on one day."""

    facts: Facts
    packet: tuple[Planned, ...]
    findings: tuple[Finding, ...]
    plain: Mapping[str, Plain] = field(default_factory=dict)  # the answers as they are kept

    @property
    def is_ready(self) -> bool:
        """Whether nothing at error level stands."""
        return not has_errors(self.findings)

    @cached_property
    def by_group(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each field (with its rows) or document, in order."""
        return _grouped(self.findings, lambda finding: finding.subject.partition("[")[0])

    @cached_property
    def by_step(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each step of the form, in order; under "" those of documents."""
        fields = self.facts.call.fields
        steps = {group: fields[group].step if group in fields else "" for group in self.by_group}
        return _grouped(self.findings, lambda finding: steps[finding.subject.partition("[")[0]])


def _grouped(findings: Iterable[Finding], key: Callable[[Finding], str]) -> Mapping[str, tuple[Finding, ...]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(key(finding), []).append(finding)
    return {group: tuple(found) for group, found in groups.items()}


def review_case(
    case: CaseFile,
    today: date,
    others: Iterable[Path] = (),
    calls: Path | None = None,
    *,
    memory: Memory[Finding] | None = None,
) -> Review:
    """Look at a case; `others`: the applicant's other cases of the year, which share the company's cap; `memory`: of the looks before."""
    call = load_call(case.call_id, calls)
    plain = case.answers()
    memory = memory or Memory()
    alone = Facts(call, read_answers(call, plain, memory.read), today, CALCULATORS)
    asked = sum(_requested(alone, other, calls) for other in others)
    facts = replace(alone, others_requested=asked)
    attached = case.attached()
    packet = plan_packet(facts, attached)
    return Review(facts, packet, check_case(facts, packet, attached, drawable(), memory=memory), plain)


def _facts(call: Call, answers: Mapping[str, Plain], today: date) -> Facts:
    return Facts(call, read_answers(call, answers), today, CALCULATORS)


def _requested(facts: Facts, other: Path, calls: Path | None) -> int:
    """The yen that another case asks for. Raises CaseError where it is another applicant's."""
    call_id, plain = read_case(other)
    call = load_call(call_id, calls)
    theirs = _facts(call, plain, facts.today)
    pairs = ((facts.text(name), theirs.text(name)) for name in facts.call.terms.money.company_by)
    own, other_own = next(((a, b) for a, b in pairs if a and b), ("", ""))
    if not same_name(own, other_own):
        raise CaseError(f"{other} はほかの申請者の案件です。いっしょに数えられるのは、同じ申請者の案件だけです。除いてからお試しください。")
    return 0 if theirs.holds(call.terms.money.not_counted) else theirs.figure("derived.requested_amount") or 0
