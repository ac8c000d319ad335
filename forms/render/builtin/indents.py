"""A paragraph's indents and the spaces around it, which Word says in twips, in characters, in lines or not at all."""

from forms.render.builtin.ooxml import attribute, child, number, twips
from forms.render.builtin.styles import Cascade, first_attribute


def indent(cascade: Cascade, em: float, *attributes: str) -> float:
    """An indent: in twips where Word wrote them (its own last computation), else in hundredths of characters."""
    for level in cascade:
        element = child(level, "ind")
        plain = attribute(element, *attributes)
        if plain is not None:
            return twips(plain)
        in_characters = attribute(element, *(f"{short}Chars" for short in attributes))
        if in_characters not in (None, "0"):
            return number(in_characters) / 100 * em
    return 0.0


def first_line(cascade: Cascade, em: float) -> float:
    """The first line's indent, negative for a hanging one; the two exclude each other level by level."""
    for level in cascade:
        for which, sign in (("hanging", -1), ("firstLine", 1)):
            if attribute(child(level, "ind"), which, f"{which}Chars") is not None:
                found = indent((level,), em, which)
                if found or which == "firstLine" or attribute(child(level, "ind"), "firstLine", "firstLineChars") is None:
                    return sign * found
    return 0.0


def space(cascade: Cascade, side: str, pitch: float) -> float:
    """The space `before` or `after`: in twips or in hundredths of lines."""
    if first_attribute(cascade, "spacing", f"{side}Autospacing") in ("1", "true", "on"):
        return 14.0  # HTML paragraphs: Word and LibreOffice alike
    lines = first_attribute(cascade, "spacing", f"{side}Lines")
    if lines not in (None, "0"):
        return number(lines) / 100 * pitch
    return twips(first_attribute(cascade, "spacing", side))
