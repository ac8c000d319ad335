"""Which packet was built of a case last, where it lies, and what it was built from; kept in the case itself.

Decision: a packet is out of date when the fingerprint of the answers and papers is another one; the step of the procedure
is no part of it, for it is printed nowhere.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

from desktop.session import Session

KEY = "built"


@dataclass(frozen=True)
class LastBuild:
    """The folder, the fingerprint of what was built, and the local time (ISO, minutes)."""

    folder: str
    fingerprint: str
    at: str


def fingerprint(session: Session) -> str:
    """A digest of everything that is printed."""
    state = session.call.terms.stages.state
    answers = {name: plain for name, plain in sorted(session.review.plain.items()) if name != state}
    papers = [(paper.document, paper.sha256, paper.place, paper.pages) for paper in session.case.attached()]
    return hashlib.sha256(json.dumps([answers, papers], ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def last_build(session: Session) -> LastBuild | None:
    """The last build, if there was one."""
    try:
        return LastBuild(**json.loads(session.recall(KEY)))
    except (ValueError, TypeError):
        return None


def remember_build(session: Session, build: LastBuild) -> None:
    """Keep it in the case."""
    session.remember(KEY, json.dumps(asdict(build), ensure_ascii=False))
