"""Old frames (w:framePr): paragraphs that stand beside the text, drop capitals among them.

Decision: neighbours with the same w:framePr make one frame, which is anchored in the next paragraph, as Word does. In a cell
the property is the trace of a floating table and moves nothing.
"""

from collections.abc import Iterable

from forms.render.builtin.boxes import Atom, Axis, Floating, Slab, Text, marks_of
from forms.render.builtin.ooxml import Element, attribute, child, local, twips
from forms.render.builtin.properties import RunFormat
from forms.render.builtin.styles import Styles, first

WRAPS = {"none": "none", "notBeside": "topAndBottom"}


def frame_of(paragraph: Element, styles: Styles, style: str | None) -> Element | None:
    """The w:framePr that holds for a paragraph, directly or by its style; None for other blocks."""
    if local(paragraph) != "p":
        return None
    properties = child(paragraph, "pPr")
    direct = () if properties is None else (properties,)
    return first(direct + styles.levels(style, "pPr"), "framePr")


def same_frame(one: Element, other: Element) -> bool:
    """Whether two paragraphs stand in one frame."""
    return sorted(one.items()) == sorted(other.items())


def frame_width(frame: Element, column: float) -> float:
    """The width that the frame's text is set in."""
    return twips(attribute(frame, "w")) or column


def frame_atom(frame: Element, slabs: tuple[Slab, ...], height: float, form: RunFormat) -> Atom:
    """The frame as an anchor at the head of the next paragraph."""
    width = twips(attribute(frame, "w")) or _extent(slabs)
    asked = twips(attribute(frame, "h"))
    if asked and attribute(frame, "hRule") == "exact":
        height = asked
    gap, gap_below = twips(attribute(frame, "hSpace")), twips(attribute(frame, "vSpace"))
    floating = Floating(
        width=width,
        height=max(height, asked),
        across=_axis(frame, "x", "h", "column"),
        down=_axis(frame, "y", "v", "paragraph"),
        marks=tuple(marks_of(slabs, 0.0, 0.0)),
        wrap=WRAPS.get(attribute(frame, "wrap") or "", "square"),
        gaps=(gap_below, gap, gap_below, gap),
    )
    return Atom("anchor", form, floating=floating)


def _axis(frame: Element, which: str, anchor: str, beside: str) -> Axis:
    base = attribute(frame, f"{anchor}Anchor") or ("text" if attribute(frame, which) is None else "page")
    return Axis(beside if base == "text" else base, twips(attribute(frame, which)), attribute(frame, f"{which}Align") or "")


def _extent(slabs: Iterable[Slab]) -> float:
    """How far the lines reach to the right."""
    lines = (mark.line for slab in slabs for mark in slab.piece.marks if isinstance(mark, Text))
    return max((item.x + item.width for line in lines for item in line.items), default=1.0)
