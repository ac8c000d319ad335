"""What the window shows beside the questions: the page of a form on which the current answer lands, as a build would print it.

Decision: one pure function on plain data, so that a worker process can do it and be ended at any moment. Nothing is kept between
two looks but forms read once; only the one form that is shown is filled and laid out, always by the built-in renderer, and only
the one page of it is drawn.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from forms.answers import read_answers
from forms.calculations.registry import CALCULATORS
from forms.casefile import Attached
from forms.catalog.load import load_call
from forms.catalog.model import Call, Document
from forms.errors import TemplateError
from forms.facts import Facts
from forms.fill import fill_keeping_controls
from forms.fonts import drawable
from forms.pdf.pictures import Box, Picture, page_picture, page_size
from forms.plan import Planned, plan_packet
from forms.render.builtin.renderer import draw_page, lay_out
from forms.slots import slots_of, with_marks
from forms.spots import Spot, find_spot, forms_with
from forms.templates import template_of
from forms.values.plain import Plain

MARGIN = 6.0  # points of paper shown around a slot at least
BEFORE = 0.6  # of the strip's width lie left of the slot's middle, for that is where its label stands
BLANK = Picture(1, 1, b"\xff\xff\xff")


@dataclass(frozen=True)
class Strip:
    """How large the part around the answer is to be: at most so many pixels wide and high, at `scale` pixels a point.

    A slot that is wider at that scale is shown smaller, whole.
    """

    width: int
    height: int
    scale: float


@dataclass(frozen=True)
class PreviewRequest:
    """Which page to show. `subject`: a field's id or `officers[2].name`, empty for none; `width`: of the page, in pixels.

    `document`: the form's id, empty for the one on which the subject lands; `page`: from 0, None for the one with the subject.
    """

    call_id: str
    answers: Mapping[str, Plain]
    today: date
    width: int
    subject: str = ""
    document: str = ""
    page: int | None = None
    strip: Strip | None = None
    attached: tuple[Attached, ...] = ()
    others_requested: int = 0
    calls: Path | None = None
    templates: Path | None = None


@dataclass(frozen=True)
class Preview:
    """A page of a form. Boxes are left, top, right, bottom as shares (0 to 1) of their picture from its upper left corner.

    `box`: where the subject stands on the page, None where it does not; `strip`: the part around it in reading size.
    """

    document: str
    title: str
    page: int
    pages: int
    picture: Picture = BLANK
    box: Box | None = None
    strip: Picture | None = None
    strip_box: Box | None = None


def preview(request: PreviewRequest) -> Preview:
    """Fill the form, draw it and take the pictures. Raises FormsError, as a build would."""
    call = load_call(request.call_id, request.calls)
    facts = Facts(call, read_answers(call, request.answers), request.today, CALCULATORS, request.others_requested)
    packet = plan_packet(facts, request.attached)
    document = _document(call, packet, request)
    slots = with_marks(slots_of(facts, packet), drawable())
    with tempfile.TemporaryDirectory(prefix="shinsei-") as folder:
        filled, pdf = Path(folder) / document.template, Path(folder) / "form.pdf"
        fill_keeping_controls(template_of(call, document, request.templates), slots, filled)
        laid = lay_out(filled)
        spot = find_spot(laid.boxes, request.subject, request.page)
        page = min(max(_page(request, spot), 0), len(laid.pages) - 1)
        draw_page(laid, page, pdf)
        title = next((planned.title for planned in packet if planned.document == document), document.title)
        return _with_pictures(request, Preview(document.id, title, page, len(laid.pages)), pdf, spot)


def _document(call: Call, packet: Sequence[Planned], request: PreviewRequest) -> Document:
    """The form to show: the one asked for, else the case's first on which the subject lands, else any that comes near."""
    forms = {row.id: row for row in call.documents.values() if row.template}
    if request.document:
        if request.document not in forms:
            raise TemplateError(f"「{request.document}」という様式は、公募 {call.id} にありません。様式の名をお確かめください。")
        return forms[request.document]
    landing = forms_with(call, request.subject, request.templates)
    ours = [planned.document.id for planned in packet if planned.document.template]
    return forms[next(iter([*(name for name in ours if name in landing), *landing, *ours, *forms]))]


def _page(request: PreviewRequest, spot: Spot | None) -> int:
    if request.page is not None:
        return request.page
    return spot.page if spot else 0


def _with_pictures(request: PreviewRequest, shown: Preview, pdf: Path, spot: Spot | None) -> Preview:
    """`pdf`: the page that is shown, alone."""
    size = page_size(pdf, 0)
    shown = replace(shown, picture=page_picture(pdf, 0, request.width))
    if spot is None:
        return shown
    shown = replace(shown, box=_shares(spot.box, (0.0, 0.0, *size)))
    if request.strip is None:
        return shown
    part = strip_part(spot.box, size, request.strip)
    return replace(shown, strip=page_picture(pdf, 0, request.strip.width, clip=part), strip_box=_shares(spot.box, part))


def strip_part(box: Box, size: tuple[float, float], strip: Strip) -> Box:
    """The part of a page of that size (points) that a strip around the box shows; as high as the strip, all within the page."""
    width = min(max(strip.width / strip.scale, box[2] - box[0] + 2 * MARGIN), size[0])
    height = min(width * strip.height / strip.width, size[1])
    left = min((box[0] + box[2]) / 2 - BEFORE * width, box[0] - MARGIN)
    left = max(left, box[2] + MARGIN - width)
    middle = (box[1] + box[3]) / 2 + height / 2
    top = middle if box[3] - box[1] + 2 * MARGIN <= height else box[3] + MARGIN
    left, top = min(max(left, 0.0), size[0] - width), max(min(top, size[1]), height)
    return left, top - height, left + width, top


def _shares(box: Box, part: Box) -> Box:
    """The box as shares of that part of the page, from the part's upper left corner; what lies outside is cut off."""
    width, height = part[2] - part[0], part[3] - part[1]
    edges = ((box[0] - part[0]) / width, (part[3] - box[3]) / height, (box[2] - part[0]) / width, (part[3] - box[1]) / height)
    left, top, right, bottom = (min(max(edge, 0.0), 1.0) for edge in edges)
    return left, top, right, bottom
