"""What the list of findings says, row by row: a head for each severity, then its findings.

Decision: rows are values, so that what changed between two looks is found by comparing.
"""

from dataclasses import dataclass

from desktop.frame.steps import road, step_of
from desktop.session import Session
from forms.answers import code_of
from forms.catalog.model import SEVERITIES
from forms.check import Finding

WORDS = {"error": "誤り", "warning": "注意", "note": "お知らせ"}
NOTES = {"error": "直すまで作成できません（下書きとしての作成はできます）", "warning": "このまま作成できます", "note": "知っておくとよいことです"}
TOKENS = {"error": "err", "warning": "warn", "note": "text2"}


@dataclass(frozen=True)
class Head:
    """The head over the findings of one severity."""

    severity: str
    count: int

    @property
    def words(self) -> str:
        """The head as a screen reader says it."""
        return f"{WORDS[self.severity]} {self.count}件、{NOTES[self.severity]}"


@dataclass(frozen=True)
class Line:
    """One finding, with the title of its step and the 資料 number of its paper ("" for an answer)."""

    finding: Finding
    step: str
    number: str
    code: str

    @property
    def words(self) -> str:
        """The row as a screen reader says it."""
        parts = (WORDS[self.finding.severity], self.finding.message, self.step, self.number, self.code)
        return "、".join(part for part in parts if part)


def lines_of(session: Session) -> tuple[Head | Line, ...]:
    """All rows of the list as the case stands now."""
    titles = {step.id: step.title for step in road(session)}
    rows: list[Head | Line] = []
    for severity in SEVERITIES:
        found = [finding for finding in session.review.findings if finding.severity == severity]
        if found:
            rows.append(Head(severity, len(found)))
            rows += [_line(session, finding, titles) for finding in found]
    return tuple(rows)


def _line(session: Session, finding: Finding, titles: dict[str, str]) -> Line:
    document = session.call.documents.get(finding.subject)
    number = f"資料{document.number}" if document and document.number else ""
    return Line(finding, titles[step_of(session, finding.subject)], number, code_of(session.call, finding.subject))
