"""A part's XML made simple before anything reads it: alternatives chosen once, tracked changes taken as accepted.

Decision: of mc:AlternateContent the first choice whose namespaces are drawn here counts (LibreOffice 7.4 knows the same ones;
Word also knows newer ones), else the fallback. What comes after needs to know of neither.
"""

from forms.render.builtin.ooxml import Element, child, children, local, name

DRAWN = {"wps", "wpg", "wpc", "w14", "a14"}
KEPT = ("ins", "moveTo")
GONE = ("del", "moveFrom")


def prepared(root: Element) -> Element:
    """The same tree, changed in place."""
    for alternatives in list(root.iter(name("mc:AlternateContent"))):
        _choose(alternatives)
    _accept(root)
    _join_bodies(root)
    return root


def _join_bodies(root: Element) -> None:
    """A document has one body; the text of any more is printed behind the first one's."""
    first, *more = children(root, "body") or [root]
    for body in more:
        first.extend(list(body))
        _remove(body)


def _choose(alternatives: Element) -> None:
    """Put the content of the alternative that counts in the place of them all."""
    chosen = next((item for item in alternatives if local(item) == "Choice" and _drawn(item)), None)
    fallback = next((item for item in alternatives if local(item) == "Fallback"), None)
    _replace(alternatives, fallback if chosen is None else chosen)


def _drawn(choice: Element) -> bool:
    return set((choice.get("Requires") or "").split()) <= DRAWN


def _replace(element: Element, holder: Element | None) -> None:
    """Put the children of `holder` where the element is."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = [] if holder is None else list(holder)


def _accept(root: Element) -> None:
    for change in list(root.iter(*map(name, (*KEPT, *GONE)))):
        holder = change.getparent()
        if holder is None:
            continue
        if local(holder) == "rPr" and local(change) in GONE:
            _join_with_next(holder)
        elif local(holder) == "trPr" and local(change) in GONE:
            _remove(holder.getparent())
        elif local(holder) not in ("rPr", "trPr", "tcPr", "numPr"):
            _replace(change, change if local(change) in KEPT else None)


def _remove(element: Element | None) -> None:
    parent = None if element is None else element.getparent()
    if parent is not None and element is not None:
        parent.remove(element)


def _join_with_next(mark: Element) -> None:
    """A paragraph whose mark was deleted goes on in the next one, which keeps its own properties."""
    properties = mark.getparent()
    paragraph = None if properties is None else properties.getparent()
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or local(paragraph) != "p" or local(following) != "p":
        return
    content = [item for item in paragraph if local(item) != "pPr"]
    at = 0 if child(following, "pPr") is None else 1
    following[at:at] = content
    _remove(paragraph)
