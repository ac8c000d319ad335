"""How much a foreign PDF may ask of the machine before it is refused, so that a small file cannot take all of it.

Decision: qpdf's own limits are set while a paper is read and taken back after; what they do not know (LZW, pictures, forms that
draw forms, chains of objects) is counted here before anything goes through it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pikepdf import Array, Dictionary, Object, Stream
from pikepdf.settings import set_qpdf_limits

MAX_PAGES = 10_000
MEBIBYTE = 2**20
MAX_STREAM = 128 * MEBIBYTE  # unpacked, a drawing or a font: an eighth of a worker's gibibyte
MAX_PICTURE = 256 * MEBIBYTE  # unpacked: an A3 page in colour at 600 dpi has 199 MiB
MAX_DRAWN = 512 * MEBIBYTE  # unpacked drawings and fonts of one file: some 5 s to go through; all of ISO 32000-1 has 60 MiB
MAX_DEPTH = 1_000  # objects in objects: qpdf copies them recursively; Windows gives a programme 1 MiB for that, some 2,500 levels
MAX_ITEMS = 250_000  # entries in one array or dictionary: 25 times MAX_PAGES, so that too many pages can still be told
MAX_DAMAGED_ITEMS = 25_000  # the same while a torn file is put together; qpdf allows 5,000, which would lose pages in silence
MAX_ERRORS = 10_000  # in one drawing; qpdf stops reading at 15, which would lose drawings in silence
MAX_WARNINGS = 100_000  # ten on each of MAX_PAGES

QPDF_LIMITS: dict[str, Any] = {
    "flate_max_memory": MAX_STREAM,
    "png_max_memory": MAX_STREAM,
    "tiff_max_memory": MAX_STREAM,
    "run_length_max_memory": MAX_STREAM,
    "dct_max_memory": MAX_PICTURE,
    "parser_max_container_size": MAX_ITEMS,
    "parser_max_container_size_damaged": MAX_DAMAGED_ITEMS,
    "parser_max_errors": MAX_ERRORS,
    "doc_max_warnings": MAX_WARNINGS,
}


class OversizedError(ValueError):
    """A file unpacks to more than anybody draws."""


@contextmanager
def within_limits() -> Iterator[None]:
    """qpdf's limits for foreign files hold within the block; they belong to the process, so one file at a time is read in it."""
    before: dict[str, Any] = set_qpdf_limits(**QPDF_LIMITS)
    try:
        yield
    finally:
        set_qpdf_limits(**before)


def refuse_depth(root: Object, seen: set[tuple[int, int]]) -> None:
    """OversizedError where objects hang on one another MAX_DEPTH deep; `seen` are those looked at, for the next root."""
    path = [iter((root,))]
    while path:
        if len(path) > MAX_DEPTH:
            raise OversizedError
        below = next((child for child in path[-1] if child.objgen not in seen), None)
        if below is None:
            path.pop()
            continue
        if below.is_indirect:
            seen.add(below.objgen)
        path.append(iter(holders_in(below)))


def holders_in(holder: Object) -> list[Object]:
    """The arrays, dictionaries and streams right below an object."""
    entries: list[object] = list(holder) if isinstance(holder, Array) else [entry for _, entry in holder.items()]
    return [entry for entry in entries if isinstance(entry, Array | Dictionary | Stream)]
