"""Drawings of ours for a foreign PDF, with the bundled fonts: each becomes a form in it.

Decision: all drawings of a document are pages of one small PDF, so that a font is embedded once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Object, Pdf
from reportlab.pdfgen.canvas import Canvas

from forms.fonts import GOTHIC, MINCHO, P_GOTHIC, P_MINCHO, drawable, family_for, open_canvas

MISSING = "〓"  # what printers set for a character that they do not have
SMALLEST = 1.0  # points


@dataclass(frozen=True)
class Sketch:
    """A drawing of this size, in points."""

    width: float
    height: float
    draw: Callable[[Canvas], None]


def as_forms(source: Pdf, sketches: Sequence[Sketch]) -> list[Object]:
    """The drawings as Form XObjects of the document, in order."""
    if not sketches:
        return []
    out = BytesIO()
    canvas = open_canvas(out, (SMALLEST, SMALLEST))
    for sketch in sketches:
        canvas.setPageSize((max(sketch.width, SMALLEST), max(sketch.height, SMALLEST)))
        sketch.draw(canvas)
        canvas.showPage()
    canvas.save()
    with Pdf.open(out) as drawn:
        return [source.copy_foreign(page.as_form_xobject()) for page in drawn.pages]


def colour(canvas: Canvas, parts: Sequence[float], *, stroke: bool = False) -> bool:
    """Set a colour of 1, 3 or 4 parts; whether it is one."""
    sound = [min(max(float(part), 0.0), 1.0) for part in parts]
    if len(sound) == 1:
        sound *= 3
    if len(sound) == 4:
        sound = [(1 - part) * (1 - sound[3]) for part in sound[:3]]
    if len(sound) != 3:
        return False
    (canvas.setStrokeColorRGB if stroke else canvas.setFillColorRGB)(*sound)
    return True


def printable(text: str) -> str:
    """The text with a mark in place of every character that no bundled font has."""
    return "".join(character if ord(character) in drawable() else MISSING for character in text)


def family_of(font: str) -> str:
    """The bundled family that stands in for a form's font; those of Acrobat's own forms are Gothic."""
    name = font.rpartition("+")[2]
    if "min" in name.lower() and "gothic" not in name.lower():
        return P_MINCHO if "pmin" in name.lower() else MINCHO
    if "kaku" in name.lower() or "koz" in name.lower():
        return GOTHIC
    return P_GOTHIC if name.lower().startswith("helv") else family_for(name)
