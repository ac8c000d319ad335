"""Everything that is wrong with a case, or may be: the findings (指摘事項), from answers, papers and rules.

Decision: findings are values in a list, errors first and then in the order in which things are asked; the applicant's slips
never raise.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from forms.answers import code_of, label_of
from forms.casefile import Attached
from forms.catalog.model import SEVERITIES, Call, Field, Rule
from forms.comparing.registry import compare
from forms.facts import Facts
from forms.memory import Memory
from forms.plan import MISSING, Planned
from forms.rules.context import Context, Hit
from forms.rules.registry import CHECKS, OF_THE_WHOLE

MISSING_ANSWER, MISSING_PAPER = "missing-answer", "missing-paper"


@dataclass(frozen=True)
class Finding:
    """One thing to look at: `subject` is the id of the answer or document to change, `message` says what and what to do.

    `severity`: error (stops a build), warning or note. `source`: where the guidelines say so.
    """

    id: str
    severity: str
    subject: str
    message: str
    source: str


def check_case(
    facts: Facts,
    packet: tuple[Planned, ...],
    attached: tuple[Attached, ...],
    drawable: Container[int],
    *,
    memory: Memory[Finding] | None = None,
) -> tuple[Finding, ...]:
    """All findings of a case with that packet and these papers; `drawable`: the code points that our fonts can print.

    `memory`: of the look before, which spares most of the work where one answer has changed.
    """
    memory = memory or Memory()
    memory.turn_to(facts)
    context = Context(facts, packet, attached, drawable)
    found = [*_missing_answers(facts, memory), *_missing_papers(packet), *_broken_rules(context, memory), *_contradicted(context)]
    places = _places(facts.call)
    return tuple(sorted(found, key=lambda f: (SEVERITIES.index(f.severity), places[f.subject.partition("[")[0]])))


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether something stands that stops a build."""
    return any(finding.severity == "error" for finding in findings)


def _places(call: Call) -> Mapping[str, int]:
    return {name: place for place, name in enumerate((*call.fields, *call.documents))}


def _missing_answers(facts: Facts, memory: Memory[Finding]) -> Iterator[Finding]:
    for field in (field for field in facts.call.fields.values() if field.required or field.columns):
        yield from memory.recall(field.id, partial(_missing_answer, field))


def _missing_answer(field: Field, facts: Facts) -> Iterator[Finding]:
    if facts.asks(field):
        for subject in _missing_in(facts, field):
            none = "どれにも当たらなければ「なし」と入力します。" if field.kind == "choices" else ""
            message = f"{label_of(facts.call, subject)}がまだ入力されていません。入力してください。{none}"
            yield Finding(MISSING_ANSWER, "error", subject, message, field.source)


def _missing_in(facts: Facts, field: Field) -> Iterator[str]:
    complaints = facts.answers.complaints
    if field.required and field.id not in complaints and not facts.is_given(field.id):
        yield field.id
    for index, row in enumerate(facts.rows(field.id) if field.columns else ()):
        for name, column in field.columns.items():
            subject = f"{field.id}[{index}].{name}"
            asked = column.required and not column.calculation
            if asked and subject not in complaints and name not in row:
                yield subject


def _missing_papers(packet: tuple[Planned, ...]) -> Iterator[Finding]:
    for planned in packet:
        if planned.state == MISSING:
            document = planned.document
            called = f"資料{document.number}「{planned.title}」" if document.number else f"「{planned.title}」"
            hints = document.why + document.instead + document.where
            message = f"{called}がまだありません。{hints or '用意して入れてください。'}"
            yield Finding(MISSING_PAPER, "error", document.id, message, document.source)


def _broken_rules(context: Context, memory: Memory[Finding]) -> Iterator[Finding]:
    for rule in context.facts.call.rules:
        if rule.check in OF_THE_WHOLE:
            yield from _broken_rule(context, rule, context.facts)
        else:
            yield from memory.recall(f"rule {rule.id}", partial(_broken_rule, context, rule))


def _broken_rule(context: Context, rule: Rule, facts: Facts) -> Iterator[Finding]:
    if facts.holds(rule.when):
        for hit in CHECKS[rule.check](context, rule):
            message = _in_its_row(facts.call, hit) + rule.message.format(value=hit.value, limit=hit.limit)
            yield Finding(rule.id, rule.severity, _subject(facts, rule, hit), message, rule.source)


def _contradicted(context: Context) -> Iterator[Finding]:
    for row, hit in compare(context):
        message = row.message.format(place=hit.place, seen=hit.seen, given=hit.given)
        yield Finding(row.id, row.severity, hit.subject, message, row.source)


def _in_its_row(call: Call, hit: Hit) -> str:
    """Which row a message speaks of; nothing for a single answer."""
    return f"{label_of(call, hit.subject)}：" if "[" in hit.subject else ""


def _subject(facts: Facts, rule: Rule, hit: Hit) -> str:
    """The answer to change: the rule's own subject (the first one that is answered), else what was looked at."""
    if not rule.subjects:
        return hit.subject
    answered = (name for name in rule.subjects if name in facts.call.fields and facts.value(name) is not None)
    return next(answered, rule.subjects[0])


def line_of(facts: Facts, finding: Finding) -> str:
    """A finding as one line for people: code, sentence, source."""
    return f"[{code_of(facts.call, finding.subject)}] {finding.message}（{finding.source}）"
