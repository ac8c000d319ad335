"""Commands that only read: calls, fields, check, slots, verify."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from forms.answers import code_of
from forms.casefile import CaseFile
from forms.cases import open_case
from forms.catalog.load import call_folders, load_call
from forms.catalog.model import Call, Column, Field
from forms.check import Finding, line_of
from forms.commands.showing import MARKS, as_json, say, say_json
from forms.errors import CatalogError
from forms.facts import Facts
from forms.plan import MISSING, Planned
from forms.proof.verify import verify
from forms.review import Review, review_case
from forms.templates import census
from forms.values.wareki import show_date

DERIVED = (
    "expenses_total", "eligible_total", "requested_amount", "priority_deadline", "sme", "wage_form", "under_one_year"
)  # fmt: skip # what check --json tells of the derived values
STATES = {"filled": "作成", "attached": "あり", "missing": "まだ", "optional": "任意"}


def calls(line: Namespace) -> int:
    """The calls known, with their dates."""
    known = [load_call(name, line.calls) for name in call_folders(line.calls)]
    if line.json:
        say_json([_call(call) for call in known])
    for call in () if line.json else known:
        reception = call.terms.reception
        say(f"{call.id}　{call.terms.name}　受付 {show_date(reception.opens)}から{show_date(reception.closes)}まで")
    return 0


def _call(call: Call) -> dict[str, Any]:
    terms = call.terms
    days = {name: day.isoformat() for name, day in asdict(terms.schedule).items() if isinstance(day, date)}
    return {
        "id": call.id,
        "name": terms.name,
        "opens": terms.reception.opens.isoformat(),
        "closes": terms.reception.closes.isoformat(),
        "postmark_counts": terms.reception.postmark_counts,
        "schedule": days,
    }


def fields(line: Namespace) -> int:
    """Every field of a call."""
    call = load_call(line.call, line.calls)
    if line.json:
        say_json([_field(call, field) for field in call.fields.values()])
    for field in () if line.json else call.fields.values():
        choices = f"（{'、'.join(field.choices)}）" if field.choices else ""
        say(f"{field.code}　{field.id}　{field.label}　{field.kind}{choices}{'' if field.required else '　任意'}")
        for name, column in field.columns.items():
            say(f"　　　　{name}　{column.label}　{column.kind}{'　計算' if column.calculation else ''}")
    return 0


def _field(call: Call, field: Field) -> dict[str, Any]:
    shown = {name: getattr(field, name) for name in ("id", "code", "kind", "label", "step", "required", "default", "help", "example")}
    columns = {name: _column(column) for name, column in field.columns.items()}
    lists = {"when": field.when, "choices": field.choices, "columns": columns}
    return shown | lists | {"step_label": call.steps[field.step].title, "source": field.source}


def _column(column: Column) -> dict[str, Any]:
    shown = {name: getattr(column, name) for name in ("kind", "label", "required", "default", "choices", "example")}
    return shown | {"calculated": bool(column.calculation)}


def check(line: Namespace) -> int:
    """The findings of a case; 1 while an error stands."""
    with open_case(line.case, line.calls) as case:
        review = look(line, case)
    if line.json:
        say_json(review_json(review))
    else:
        _show(review)
    return 0 if review.is_ready else 1


def look(line: Namespace, case: CaseFile) -> Review:
    """The case on the day that the line names, beside its others; each counts once, and the case not beside itself."""
    others = {other.resolve(): other for other in line.others}
    others.pop(line.case.resolve(), None)
    return review_case(case, line.today or date.today(), others.values(), line.calls)


def review_json(review: Review) -> dict[str, Any]:
    """A review as `check --json` prints it (contract: findings, documents, derived)."""
    facts = review.facts
    return {
        "call": facts.call.id,
        "today": facts.today.isoformat(),
        "findings": [_finding(facts, finding) for finding in review.findings],
        "documents": [_document(planned) for planned in review.packet],
        "derived": {name: as_json(facts.value(f"derived.{name}")) for name in DERIVED},
    }


def _finding(facts: Facts, finding: Finding) -> dict[str, str]:
    return asdict(finding) | {"code": code_of(facts.call, finding.subject)}


def _document(planned: Planned) -> dict[str, Any]:
    document = planned.document
    return {
        "id": document.id,
        "code": document.code,
        "number": document.number,
        "title": planned.title,
        "required": document.required,
        "state": planned.state,
    }


def _show(review: Review) -> None:
    show_findings(review)
    say("提出書類")
    for planned in review.packet:
        number = f"資料{planned.document.number}" if planned.document.number else "様式"
        needed = f"　{planned.document.where}" if planned.state == MISSING else ""
        say(f"  [{planned.document.code}] {STATES[planned.state]}　{number}　{planned.title}（{planned.document.id}）{needed}")
        for paper in planned.papers:
            say(f"      {paper.name}　{paper.pages}ページ")
    amount = review.facts.figure("derived.requested_amount")
    say(f"間接補助金申請額　{'まだわかりません' if amount is None else f'{amount:,}円'}")


def show_findings(review: Review) -> None:
    """The findings for people, errors first."""
    if not review.findings:
        say("直すところはありません。")
    for finding in review.findings:
        say(f"{MARKS[finding.severity]} {line_of(review.facts, finding)}")


def slots(line: Namespace) -> int:
    """The content controls of a Word form: known, unknown, missing; 1 where the form cannot be filled."""
    folders: Mapping[str, object] = call_folders(line.calls)
    name = line.call or next(iter(folders), None)
    if name is None:
        raise CatalogError("公募がひとつもありません。--call と --calls をお確かめください。")
    found = census(load_call(name, line.calls), line.template)
    for title, tags in (("使える記入欄", found.known), ("知らない記入欄", found.unknown), ("この様式にない記入欄", found.missing)):
        say(f"{title}　{len(tags)}")
        for tag in tags:
            say(f"  {tag}")
    return 0 if found.is_sound else 1


def prove(line: Namespace) -> int:
    """Read a built packet back and prove its receipt; 1 where a proof fails."""
    faults = verify(line.folder)
    for fault in faults:
        say(f"× {fault}")
    if not faults:
        say(f"{line.folder} を読み返し、すべてのページが決められた場所に1回ずつあることを確かめました。")
    return 1 if faults else 0
