"""What the start page will show of a case without opening it, taken down when the case is opened, changed and closed.

Decision: words that depend on the day (how many days are left) are not kept; the day is.
"""

from collections.abc import Iterator
from datetime import datetime
from types import MappingProxyType

from desktop.session import Session
from desktop.settings import Recent
from forms.answers import kind_of
from forms.facts import Facts
from forms.tally import case_stage, tally_of_answers, tally_of_papers

UNNAMED = "名称がまだありません"
# which chip tells what: under way at the office, through; everything else is plain
TONES = MappingProxyType({"entered": "now", "word_sent": "now", "office_ok": "now", "posted": "ok", "adopted": "ok"})
ON_TIME = ("posted", "adopted", "rejected", "withdrawn")  # the closing day is nothing any more to wait for


def recent_of(session: Session, now: datetime) -> Recent:
    """A case as the start page will show it."""
    facts, review = session.facts, session.review
    stages, packet = session.call.terms.stages, session.call.terms.packet
    answers, papers = tally_of_answers(review), tally_of_papers(review)
    state, stage = facts.text(stages.state) or "", case_stage(review)
    return Recent(
        path=str(session.case.path.absolute()),
        name=facts.text(packet.applicant) or UNNAMED,
        details="　".join(_details(facts)),
        given=answers.given,
        asked=answers.asked,
        papers=papers.given,
        papers_asked=papers.asked,
        stage=stage,
        tone="now" if stage == stages.ready else TONES.get(state, "plain"),
        errors=sum(not finding.id.startswith("missing-") and finding.severity == "error" for finding in review.findings),
        deadline="" if state in ON_TIME else session.call.terms.reception.closes.isoformat(),
        at=now.isoformat(timespec="minutes"),
    )


def _details(facts: Facts) -> Iterator[str]:
    packet = facts.call.terms.packet
    for name in (packet.kind, packet.subject[0]):
        value = facts.value(name)
        if value is not None:
            yield kind_of(facts.call.fields[name]).show(value)
