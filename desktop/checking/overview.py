"""Every answer and paper of a case in the form's order, as sentences: what 確認 shows and what is printed of it.

Decision: no widget here; a value stands as the papers print it, and questions that are hidden for now are left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.editors.display import unit_of
from desktop.session import Session
from forms.answers import Row, kind_of
from forms.catalog.model import Column, Field, Step
from forms.check import Finding
from forms.plan import ATTACHED, FILLED, MISSING, Planned
from forms.tally import DOCUMENTS, state_of_page
from forms.values.kinds import typed
from forms.values.narrow import key
from forms.values.plain import Plain, Value

LABELLED = frozenset({"yen", "count", "integer", "fraction", "boolean"})  # kinds whose value says nothing without its label
BLANK, UNANSWERED, NONE = "（空欄）", "まだ入力されていません", "なし"
GLYPHS = {"error": "error", "warning": "warning", "note": ""}


@dataclass(frozen=True)
class Entry:
    """One answer or paper: `subject` is where it is changed, `glyph` what is to be said of it ("" for nothing)."""

    subject: str
    code: str
    label: str
    text: str
    glyph: str = ""
    is_blank: bool = False


@dataclass(frozen=True)
class Group:
    """A step with its answers, or the papers; `glyph` and `share` as the rail shows them."""

    step: str
    title: str
    glyph: str
    share: float
    entries: tuple[Entry, ...]


def overview(session: Session) -> tuple[Group, ...]:
    """All steps of the form, and the papers, as the case stands now."""
    worst = _worst(session.review.findings)
    steps = [_group(session, step, tuple(_answers(session, step, worst))) for step in session.call.steps.values()]
    papers = tuple(_paper(planned, worst) for planned in session.review.packet)
    return (*(group for group in steps if group.entries), _group(session, session.call.pages[DOCUMENTS], papers))


def narrowed(groups: tuple[Group, ...], wanted: str) -> tuple[Group, ...]:
    """Only what speaks of the words looked for, in any width; all of a step whose title does."""
    words = key(wanted)
    found = (group if words in key(group.title) else _only(group, words) for group in groups)
    return tuple(group for group in found if group.entries)


def _only(group: Group, words: str) -> Group:
    return replace(group, entries=tuple(e for e in group.entries if words in key(f"{e.code} {e.label} {e.text}")))


def _worst(findings: tuple[Finding, ...]) -> Mapping[str, str]:
    """The glyph of the worst finding of each answer and paper; findings come with the worst first."""
    worst: dict[str, str] = {}
    for finding in findings:
        worst.setdefault(finding.subject.partition("[")[0], GLYPHS[finding.severity])
    return worst


def _group(session: Session, step: Step, entries: tuple[Entry, ...]) -> Group:
    state = state_of_page(session.review, step.id, session.checked)
    return Group(step.id, step.title, state.glyph, state.share, entries)


def _answers(session: Session, step: Step, worst: Mapping[str, str]) -> Iterator[Entry]:
    for field in session.call.fields.values():
        if field.step == step.id and session.facts.asks(field):
            text = _rows_text(session, field) if field.kind == "rows" else _text(session, field)
            blank = "" if text else UNANSWERED if field.required else BLANK
            yield Entry(field.id, field.code, field.label, text or blank, worst.get(field.id, ""), bool(blank))


def _text(session: Session, field: Field) -> str:
    value = session.facts.value(field.id)
    if value is None:
        return _as_typed(session.plain(field.id))
    return shown(field, value) or NONE


def _as_typed(plain: Plain) -> str:
    return "" if isinstance(plain, dict) else typed(plain).strip()


def shown(asked: Field | Column, value: Value) -> str:
    """A value as the papers print it, its unit behind it."""
    return f"{kind_of(asked).show(value)}{unit_of(asked)}".strip()


def _rows_text(session: Session, field: Field) -> str:
    kept = session.plain(field.id)
    stored = kept if isinstance(kept, list) else []
    lines = []
    for number, row in enumerate(session.facts.rows(field.id)):
        raw = stored[number] if number < len(stored) else {}
        cells = "　".join(_cells(field, row, raw if isinstance(raw, dict) else {}))
        lines.append(f"{number + 1}．{cells}")
    return "\n".join(lines)


def _cells(field: Field, row: Row, raw: Mapping[str, Plain]) -> Iterator[str]:
    """The cells of a row that say something: not empty, not the default."""
    for name, column in field.columns.items():
        text = shown(column, row[name]) if name in row else _as_typed(raw.get(name, ""))
        if text and not (column.default and text == shown(column, kind_of(column).parse(column.default))):
            yield f"{column.label} {text}" if column.kind in LABELLED or column.calculation else text


def _paper(planned: Planned, worst: Mapping[str, str]) -> Entry:
    document = planned.document
    label = f"資料{document.number}" if document.number else document.code
    glyph = worst.get(document.id, "") or {FILLED: "form", ATTACHED: "done", MISSING: "missing"}.get(planned.state, "optional")
    return Entry(document.id, document.code, label, f"{planned.title}　{_state(planned)}", glyph)


def _state(planned: Planned) -> str:
    if planned.papers:
        return f"{sum(paper.pages for paper in planned.papers)}ページ"
    return {FILLED: "プログラムが作成", MISSING: "まだありません"}.get(planned.state, "任意")
