"""PDFs read with pypdf, to be proven: page by page, with no more kept in memory than is looked at.

Decision: the page tree is walked here and not by pypdf, which walks all of it before it tells the first page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


@contextmanager
def reading(source: Path, *, strict: bool = False) -> Iterator[PdfReader]:
    """A PDF opened to be read; `strict`: with no fault forgiven."""
    with source.open("rb") as file:
        yield PdfReader(file, strict=strict)


def met(item: object) -> object:
    """What a reference refers to; anything else is itself. A stream met is not kept: pypdf would keep every picture of a file."""
    if not isinstance(item, IndirectObject):
        return item
    found = item.get_object()
    if isinstance(found, StreamObject) and isinstance(item.pdf, PdfReader):
        item.pdf.resolved_objects.pop((item.generation, item.idnum), None)
    return found


def pages_of(pdf: PdfReader) -> Iterator[tuple[int, DictionaryObject]]:
    """Object number and entries of each page, in order, what it has from the nodes above it among them."""
    waiting: list[tuple[object, dict[str, object]]] = [(pdf.root_object.get("/Pages"), {})]
    nodes: set[int] = set()
    while waiting:
        reference, above = waiting.pop()
        entries, number = met(reference), reference.idnum if isinstance(reference, IndirectObject) else 0
        if not isinstance(entries, DictionaryObject) or number in nodes:
            continue
        kids = met(entries.get("/Kids"))
        if isinstance(kids, ArrayObject):
            nodes.add(number)
            given = above | {key: entries.raw_get(key) for key in INHERITED if key in entries}
            waiting += [(kid, given) for kid in reversed(list(kids))]
        else:
            yield number, DictionaryObject(above | dict(entries))
