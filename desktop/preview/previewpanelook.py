"""What the preview asks of the worker: the picture, and on which forms the subject lands at all.

Decision: no Qt here, for it runs in the worker; reading the forms for their slots costs the window nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from forms.catalog.load import load_call
from forms.preview import Preview, PreviewRequest, preview
from forms.spots import forms_with


@dataclass(frozen=True)
class Look:
    """A picture made for `subject`, empty where none of those asked for is printed; `forms`: all on which it is."""

    preview: Preview
    subject: str
    forms: tuple[str, ...]


def look_at(request: PreviewRequest, subjects: tuple[str, ...], ours: Collection[str]) -> Look:
    """Show the first of the subjects that is printed on one of this case's forms (`ours`); where none is, the form asked for."""
    call = load_call(request.call_id, request.calls)
    landings = ((subject, tuple(n for n in forms_with(call, subject, request.templates) if n in ours)) for subject in subjects)
    subject, forms = next(((subject, forms) for subject, forms in landings if forms), ("", ()))
    return Look(preview(replace(request, subject=subject)), subject, forms)
