"""Content controls (w:sdt): which a part has, which of them stand around an element, and where they landed on paper.

Decision: they are found once for each part and travel with what they hold as a tag and a count, so that layout moves them like
anything else; a part without controls costs nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.render.builtin.ooxml import Element, child, local, name, val

HOLDERS = ("sdtContent", "smartTag", "customXml", "ins", "moveTo")


@dataclass(frozen=True, slots=True)
class Control:
    """A content control with a tag; `number` counts those of one tag in its part, from 0 in the order of the file."""

    tag: str
    number: int


@dataclass(frozen=True)
class SlotBox:
    """Where a content control, or one line or cell of it, stands on a page.

    Pages count from 0; x and y are the lower left corner in points from the page's. `number` tells controls of one tag apart:
    in a list whose rows have a tag once each it is the row's, from 0.
    """

    tag: str
    page: int
    x: float
    y: float
    width: float
    height: float
    number: int = 0


def controls_in(root: Element) -> Mapping[Element, Control]:
    """The controls of a part that have a tag."""
    counts: Counter[str] = Counter()
    found = {}
    for element in root.iter(name("w:sdt")):
        tag = val(child(element, "sdtPr"), "tag")
        if tag:
            found[element] = Control(tag, counts[tag])
            counts[tag] += 1
    return found


def around(element: Element, controls: Mapping[Element, Control]) -> tuple[Control, ...]:
    """The controls that hold an element as a whole: nothing but wrappers stands between."""
    return tuple(_around(element, controls)) if controls else ()


def _around(element: Element, controls: Mapping[Element, Control]) -> Iterator[Control]:
    for holder in element.iterancestors():
        if holder in controls:
            yield controls[holder]
        elif local(holder) not in ("sdt", *HOLDERS):
            return
