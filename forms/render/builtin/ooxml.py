"""Names and plain values of WordprocessingML: the small readers that every other module of the renderer uses.

Lengths come out in points, switches as bool; a missing element or attribute is None or the default, never an error.
"""

from collections.abc import Iterator
from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
MEASURE = 1e8  # a length or a count beyond this is none
EMU = 12700  # English metric units in a point
OFF = {"0", "false", "off", "none"}


@cache
def name(short: str) -> str:
    """`w:p` (or plain `p`) as lxml writes it."""
    prefix, _, local = short.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def local(element: Element) -> str:
    """The tag without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, short: str) -> Element | None:
    """The first child of that name."""
    if element is not None:
        for found in element.iterchildren(name(short)):  # half the time of find
            return found
    return None


def children(element: Element | None, short: str) -> list[Element]:
    """All children of that name."""
    return [] if element is None else list(element.iterchildren(name(short)))


def attribute(element: Element | None, *shorts: str) -> str | None:
    """The first of these attributes that the element has."""
    if element is not None:
        for short in shorts:
            value = element.get(name(short))
            if value is not None:
                return value
    return None


def written(element: Element | None) -> bytes:
    """An element as text: what two elements that say the same have in common; empty for none."""
    return b"" if element is None else etree.tostring(element, with_tail=False)


def val(element: Element | None, short: str) -> str | None:
    """w:val of the child of that name."""
    return attribute(child(element, short), "val")


def switch(element: Element | None) -> bool | None:
    """A toggle such as <w:b/>: None where absent."""
    return None if element is None else (attribute(element, "val") or "true") not in OFF


def flag(parent: Element | None, short: str) -> bool:
    """Whether the child of that name is there and on."""
    return bool(switch(child(parent, short)))


def number(text: str | None, default: float = 0.0) -> float:
    """A number; the default for one that is missing, is none or is out of all measure."""
    try:
        value = float(text or default)
    except ValueError:
        return default
    return value if abs(value) < MEASURE else default


def whole(text: str | None, default: int = 0) -> int:
    """A whole number; the default for one that is missing or is none."""
    return int(number(text, default))


def hexadecimal(text: str | None) -> int:
    """A number in base 16; 0 for one that is missing or is none."""
    try:
        return int(text or "0", 16)
    except ValueError:
        return 0


def twips(text: str | None, default: float = 0.0) -> float:
    """Twentieths of a point (or a length with its unit) in points."""
    if text in (None, "", "auto"):
        return default
    for unit, points in (("pt", 1.0), ("in", 72.0), ("cm", 72 / 2.54), ("mm", 72 / 25.4), ("pc", 12.0)):
        if text.endswith(unit):
            return number(text.removesuffix(unit)) * points
    return number(text, default * 20) / 20


def unwrapped(element: Element) -> Iterator[Element]:
    """The children, with those of content controls and other wrappers in their place."""
    for item in element:
        tag = item.tag
        if tag == SDT:
            for content in children(item, "sdtContent"):
                yield from unwrapped(content)
        elif tag in WRAPPERS:
            yield from unwrapped(item)
        else:
            yield item


def controlled(element: Element) -> Iterator[Element]:
    """The children, with those of wrappers in their place, but content controls whole."""
    for item in element:
        if item.tag in WRAPPERS:
            yield from controlled(item)
        else:
            yield item


WRAPPERS = frozenset(map(name, ("smartTag", "customXml", "hyperlink", "dir", "bdo", "ins", "moveTo")))
PARAGRAPH, TABLE, ROW, CELL, RUN, RUN_LOOK, WORDS, SDT = map(name, ("p", "tbl", "tr", "tc", "r", "rPr", "t", "sdt"))
