"""Form fields and notes of a foreign PDF as drawings to be laid on its pages, so that what is seen is printed.

Decision: what a viewer shows on the screen is laid on, and what is set to print is too; the appearance that the file brings is
kept, and what it leaves to the viewer (fields to be drawn anew, notes without an appearance) is drawn here. Links are for
clicking and have none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream
from reportlab.pdfgen.canvas import Canvas

from forms.attachments.fieldlooks import Room, is_filled, look, write_line, write_lines
from forms.attachments.fields import Wording, entries, figures, form_fields, form_of, number, wording_of, words
from forms.attachments.markup import box_of, sketched
from forms.attachments.sketches import Sketch, as_forms, colour, printable
from forms.pdf.pagetree import inherited
from forms.positions import Matrix

SIGNED = "電子署名は、紙に印刷した写しには残りません（元のファイルはそのまま保管します）。"
LOST = (
    "入力欄か注釈の一部が写らないことがあります。"
    "表示を確かめ、写っていなければ PDF に印刷し直したものを添付してください。"
)
ON_SCREEN_ONLY = "画面に表示するだけで印刷しない設定の注釈や入力欄も、見えるとおりに印刷します。"
HIDDEN, PRINTED, UNVIEWED = 2, 4, 32  # annotation flags
NEVER_SHOWN = frozenset(("/Popup", "/Link"))
DRAWN_BY_VIEWERS = frozenset(
    ("/Caret", "/Circle", "/FreeText", "/Highlight", "/Ink", "/Line", "/Polygon", "/PolyLine", "/Square", "/Squiggly")
    + ("/Stamp", "/StrikeOut", "/Text", "/Underline")
)
WRITTEN = re.compile(rb"(?:Tj|TJ|'|\"|Do)(?![A-Za-z])")
STAMPED = Wording("Helv", 0.0, (0.8, 0.1, 0.1))
STAMP_LINE = 2.0
ANTICLOCKWISE = {90: (0, 1, -1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, -1, 1, 0, 0, 0)}
Number = tuple[int, int]


@dataclass(frozen=True)
class Laid:
    """A form that is laid on a page, and where."""

    form: Object
    matrix: Matrix


@dataclass(frozen=True)
class Flattened:
    """What is laid on the pages (by object number), from the lowest; sentences about what may not be the same on paper."""

    laid: Mapping[Number, list[Laid]]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Shown:
    """A note that is seen, and its drawing: a form already, or still to be made one; none where we know none."""

    page: Number
    note: Object
    drawing: Object | Sketch | None


def flatten(source: Pdf) -> Flattened:
    """What fields and notes draw on the pages of a document."""
    form = form_of(source)
    shown = [
        _Shown(page.obj.objgen, note, _drawing(source, note, form))
        for page in source.pages
        for note in entries(page.obj.get("/Annots"))
        if isinstance(note, Dictionary) and _is_seen(note)
    ]
    forms = iter(as_forms(source, [one.drawing for one in shown if isinstance(one.drawing, Sketch)]))
    made = [replace(one, drawing=_turned(one.note, next(forms))) if isinstance(one.drawing, Sketch) else one for one in shown]
    laid: dict[Number, list[Laid]] = {}
    for one in made:
        if isinstance(one.drawing, Object):
            laid.setdefault(one.page, []).extend(_laid(one.note, one.drawing))
    return Flattened(laid, _notes(source, made))


def _notes(source: Pdf, shown: list[_Shown]) -> tuple[str, ...]:
    signed = any(inherited(field, "/FT") == Name.Sig and "/V" in field for field in form_fields(source))
    lost = any(one.drawing is None and one.note.get("/Subtype") in DRAWN_BY_VIEWERS for one in shown)
    unprinted = any(one.drawing is not None and not number(one.note.get("/F")) & PRINTED for one in shown)
    return (SIGNED,) * signed + (LOST,) * lost + (ON_SCREEN_ONLY,) * unprinted


def _is_seen(note: Object) -> bool:
    flags = number(note.get("/F"))
    hidden = flags & HIDDEN or (flags & UNVIEWED and not flags & PRINTED)
    return not hidden and isinstance(note.get("/Subtype"), Name) and note.get("/Subtype") not in NEVER_SHOWN


def _drawing(source: Pdf, note: Object, form: Object) -> Object | Sketch | None:
    appearance, subtype = _appearance(note), note.get("/Subtype")
    if subtype == Name.Widget:
        anew = _is_to_be_drawn(note, form, appearance)
        return look(note, wording_of(note, form), _size(note)) if anew else appearance
    if appearance is not None:
        return appearance
    if subtype == Name.FreeText:
        return Sketch(*_size(note), partial(_draw_free_text, note, wording_of(note, form)))
    if subtype == Name.Stamp:
        return Sketch(*_size(note), partial(_draw_stamp, note))
    drawn = sketched(source, note)
    if drawn is not None:
        note.Rect = drawn.BBox
    return drawn


def _is_to_be_drawn(widget: Object, form: Object, appearance: Object | None) -> bool:
    """Whether a viewer draws the field itself: there is no appearance, it is out of date, or it says nothing of the value."""
    kind = inherited(widget, "/FT")
    if kind not in (Name.Tx, Name.Ch, Name.Btn) or not is_filled(widget):
        return appearance is None and kind in (Name.Tx, Name.Ch, Name.Btn) and "/MK" in widget
    if appearance is None:
        return "/AP" not in widget or kind != Name.Btn
    return kind != Name.Btn and (bool(form.get("/NeedAppearances", False)) or not _says_something(appearance))


def _says_something(appearance: Object) -> bool:
    """Whether something is written where a field's text goes, between /Tx BMC and EMC; what has no such place is left as it is."""
    try:
        drawing = appearance.read_bytes()
    except PdfError:
        return False
    return bool(WRITTEN.search(drawing)) or (b"/Tx" not in drawing and bool(drawing.strip()))


def _appearance(note: Object) -> Object | None:
    """The form that the file brings for the note's present state."""
    looks = note.get("/AP")
    normal = looks.get("/N") if isinstance(looks, Dictionary) else None
    if isinstance(normal, Dictionary):
        state = note.get("/AS") or inherited(note, "/V")
        normal = normal.get(state) if isinstance(state, Name) else None
    return normal if isinstance(normal, Stream) else None


def _size(note: Object) -> tuple[float, float]:
    """How wide and high a note is, before it is turned as its /MK says."""
    left, bottom, right, top = box_of(note)
    return (top - bottom, right - left) if _turn(note) % 180 else (right - left, top - bottom)


def _turn(note: Object) -> int:
    dress = note.get("/MK")
    return number(dress.get("/R")) % 360 if isinstance(dress, Dictionary) and note.get("/Subtype") == Name.Widget else 0


def _turned(widget: Object, form: Object) -> Object:
    """A drawing of ours turned anticlockwise as the field is."""
    if turn := _turn(widget):
        form.Matrix = Array(list(ANTICLOCKWISE.get(turn, (1, 0, 0, 1, 0, 0))))
    return form


def _draw_free_text(note: Object, wording: Wording, canvas: Canvas) -> None:
    width, height = _size(note)
    if colour(canvas, figures(note.get("/C"))):
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
    colour(canvas, wording.colour)
    write_lines(canvas, printable(words(note.get("/Contents"))), wording, Room(width, height, number(note.get("/Q"))))


def _draw_stamp(note: Object, canvas: Canvas) -> None:
    width, height = _size(note)
    colour(canvas, STAMPED.colour, stroke=True)
    colour(canvas, STAMPED.colour)
    canvas.setLineWidth(STAMP_LINE)
    canvas.rect(STAMP_LINE / 2, STAMP_LINE / 2, width - STAMP_LINE, height - STAMP_LINE)
    write_line(canvas, printable(words(note.get("/Name")) or "Draft"), STAMPED, Room(width, height, 1))


def _laid(note: Object, form: Object) -> list[Laid]:
    """The form laid into the note's box [ISO 32000-1, 12.5.5]; nothing where one of them has no area."""
    rect = box_of(note)
    form.Type, form.Subtype = Name.XObject, Name.Form
    if len(figures(form.get("/BBox"))) != 4:
        form.BBox = Array([0, 0, *_size(note)])
    left, bottom, right, top = _bounds(figures(form.BBox), figures(form.get("/Matrix")))
    if right - left <= 0 or top - bottom <= 0 or rect[2] <= rect[0] or rect[3] <= rect[1]:
        return []
    across, up = (rect[2] - rect[0]) / (right - left), (rect[3] - rect[1]) / (top - bottom)
    return [Laid(form, (across, 0, 0, up, rect[0] - left * across, rect[1] - bottom * up))]


def _bounds(box: list[float], matrix: list[float]) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
