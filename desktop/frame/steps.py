"""The road through a case as the window shows it: the call's steps, then papers, check and packet."""

from desktop.session import Session
from forms.catalog.model import Step
from forms.tally import DOCUMENTS, page_of

__all__ = ["CHECK", "DOCUMENTS", "PACKET", "road", "step_of"]
CHECK, PACKET = "check", "packet"


def road(session: Session) -> tuple[Step, ...]:
    """Every step of the case in order."""
    return (*session.call.steps.values(), *session.call.pages.values())


def step_of(session: Session, subject: str) -> str:
    """The id of the step in which a subject is changed: a field's own, the papers' for a document."""
    return page_of(session.review, subject)
