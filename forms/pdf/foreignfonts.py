"""Fonts below the objects of a document held by pikepdf that it does not bring along: asked when a paper is taken in.

Decision: the finished packet is asked by another library (pagehash.py), which is what makes its answer a proof.
"""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Stream

from forms.pdf.pagehash import FONT_FILES, SIMPLE_FONTS


def fonts_missing(roots: Iterable[Object | None]) -> tuple[str, ...]:
    """Names of the fonts below these objects that are not embedded, sorted."""
    seen: set[tuple[int, int]] = set()
    found: set[str] = set()
    waiting: list[object] = list(roots)
    while waiting:
        item = waiting.pop()
        if isinstance(item, Object) and item.objgen != (0, 0):
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if isinstance(item, Array):
            waiting += list(item)
        elif isinstance(item, Dictionary | Stream):
            waiting += [entry for _, entry in item.items()]
            if _is_missing(item):
                found.add(bytes(item.get("/BaseFont", Name("/?"))).decode("ascii", "replace").removeprefix("/"))
    return tuple(sorted(found))


def _is_missing(item: Object) -> bool:
    if "/BaseFont" not in item or item.get("/Subtype") not in SIMPLE_FONTS:
        return False
    descriptor = item.get("/FontDescriptor")
    return not (isinstance(descriptor, Dictionary) and any(key in descriptor for key in FONT_FILES))
