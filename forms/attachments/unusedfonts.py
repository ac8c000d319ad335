"""Fonts that a drawing names but writes nothing with, taken out of it.

Decision: only fonts that are not embedded are looked at. Several PDF libraries begin every page with such a one, scans too;
left in, they would make a packet look as if it depended on the printer's fonts.
"""

import warnings
from collections.abc import Sequence

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Pdf,
    PdfError,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

from forms.pdf.foreignfonts import fonts_missing

SHOWING = frozenset(("Tj", "TJ", "'", '"'))
Steps = Sequence[ContentStreamInstruction | ContentStreamInlineImage]


def drop_unused_fonts(target: Pdf) -> None:
    """Take unembedded fonts that write nothing out of every form of the document."""
    for item in target.objects:
        if isinstance(item, Stream) and item.get("/Subtype") == Name.Form and _stands_alone(item):
            _drop(item, {key for key, font in item.Resources.Font.items() if fonts_missing([font])})


def _stands_alone(form: Object) -> bool:
    """Whether it has fonts of its own, and no form within it borrows them (as very old files do)."""
    resources = form.get("/Resources")
    if not (isinstance(resources, Dictionary) and isinstance(resources.get("/Font"), Dictionary)):
        return False
    shown = resources.get("/XObject")
    forms = [entry for _, entry in shown.items()] if isinstance(shown, Dictionary) else []
    return all("/Resources" in entry for entry in forms if isinstance(entry, Stream) and entry.get("/Subtype") == Name.Form)


def _drop(form: Object, missing: set[str]) -> None:
    if not missing:
        return
    try:
        with warnings.catch_warnings(action="ignore"):
            steps = parse_content_stream(form)
        unused = missing - _writing(steps)
        drawing = unparse_content_stream([step for step in steps if _font_set(step) not in unused])
        fonts = {key: font for key, font in form.Resources.Font.items() if key not in unused}
        resources = Dictionary({**dict(form.Resources.items()), "/Font": Dictionary(fonts)})
    except (PdfError, TypeError, ValueError):
        return
    if unused:
        form.write(drawing)
        form.Resources = resources


def _writing(steps: Steps) -> set[str]:
    """The fonts that something is written with; q and Q keep and bring back the font that is set."""
    current, kept, writing = "", [""], set()
    for step in steps:
        operator = str(step.operator)
        current = _font_set(step) or current
        if operator == "q":
            kept.append(current)
        elif operator == "Q" and len(kept) > 1:
            current = kept.pop()
        elif operator in SHOWING:
            writing.add(current)
    return writing


def _font_set(step: ContentStreamInstruction | ContentStreamInlineImage) -> str:
    """The name of the font that a step sets, else nothing."""
    is_set = str(step.operator) == "Tf" and bool(step.operands) and isinstance(step.operands[0], Name)
    return str(step.operands[0]) if is_set else ""
