"""Style inheritance: which property elements hold for something, the most specific first.

A `Cascade` is a tuple of w:pPr, w:rPr or w:tblPr elements; a property is the first one found in it. Reading the XML as a
cascade, and not copying properties from style to style, keeps every property that Word knows in one lookup.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from forms.render.builtin.ooxml import Element, attribute, child, children, name, switch, val

Cascade = tuple[Element, ...]


@dataclass(frozen=True)
class Styles:
    """styles.xml; every method gives elements in order of precedence. What was asked once is remembered: few styles, many asking."""

    root: Element | None
    _levels: dict[tuple[str | None, str], Cascade] = field(default_factory=dict, repr=False, compare=False)
    _conditional: dict[tuple[str | None, str, str], Cascade] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _by_id(self) -> Mapping[str, Element]:
        return {attribute(style, "styleId") or "": style for style in children(self.root, "style")}

    @cached_property
    def _defaults(self) -> Mapping[str, str]:
        """Style type → id of its default style."""
        marked = [s for s in children(self.root, "style") if attribute(s, "default") in ("1", "true", "on")]
        return {attribute(style, "type") or "": attribute(style, "styleId") or "" for style in marked}

    @cached_property
    def listed(self) -> frozenset[str]:
        """The styles that put what is dressed in them into a list."""
        return frozenset(style for style in self._by_id if first(self.levels(style, "pPr"), "numPr") is not None)

    def default(self, kind: str) -> str | None:
        """The id of the default style of a type: paragraph, character, table."""
        return self._defaults.get(kind)

    def chain(self, style_id: str | None) -> tuple[Element, ...]:
        """The style and those it is based on."""
        found: list[Element] = []
        style = self._by_id.get(style_id or "")
        while style is not None and style not in found:
            found.append(style)
            style = self._by_id.get(val(style, "basedOn") or "")
        return tuple(found)

    def levels(self, style_id: str | None, tag: str) -> Cascade:
        """The property elements (`pPr`, `rPr`, `tblPr`) along a style's chain."""
        key = style_id, tag
        if key not in self._levels:
            self._levels[key] = tuple(found for style in self.chain(style_id) if (found := child(style, tag)) is not None)
        return self._levels[key]

    def document_default(self, tag: str) -> Cascade:
        """w:docDefaults for `pPr` or `rPr`."""
        key = None, f"{tag}Default"
        if key not in self._levels:
            found = child(child(child(self.root, "docDefaults"), f"{tag}Default"), tag)
            self._levels[key] = () if found is None else (found,)
        return self._levels[key]

    def conditional(self, style_id: str | None, condition: str, tag: str) -> Cascade:
        """The property elements that a table style gives for a condition such as `firstRow`."""
        key = style_id, condition, tag
        if key not in self._conditional:
            parts = (
                child(part, tag)
                for style in self.chain(style_id)
                for part in children(style, "tblStylePr")
                if attribute(part, "type") == condition
            )
            self._conditional[key] = tuple(part for part in parts if part is not None)
        return self._conditional[key]


def first(cascade: Cascade, tag: str) -> Element | None:
    """The property of that name with the highest precedence."""
    full = name(tag)
    for level in cascade:
        for found in level.iterchildren(full):
            return found
    return None


def first_val(cascade: Cascade, tag: str) -> str | None:
    """w:val of the property of that name."""
    return attribute(first(cascade, tag), "val")


def first_attribute(cascade: Cascade, tag: str, *attributes: str) -> str | None:
    """The attribute with the highest precedence: w:ind and w:spacing are inherited attribute by attribute."""
    for level in cascade:
        value = attribute(child(level, tag), *attributes)
        if value is not None:
            return value
    return None


def is_on(cascade: Cascade, tag: str, *, default: bool = False) -> bool:
    """Whether a toggle property is on."""
    found = switch(first(cascade, tag))
    return default if found is None else found
