"""What the preview needs to know of the open case, gathered for the worker."""

from desktop.session import Session
from forms.preview import PreviewRequest


def request_for(session: Session, document: str, page: int | None, width: int) -> PreviewRequest:
    """A page of a form (from 0; None: the one with the subject), so many pixels wide; no document: the one on which it lands."""
    return PreviewRequest(
        call_id=session.call.id,
        answers=session.review.plain,
        today=session.today,
        width=width,
        document=document,
        page=page,
        attached=session.case.attached(),
        others_requested=session.facts.others_requested,
        calls=session.calls,
    )
