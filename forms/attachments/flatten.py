"""Form fields and notes of a foreign PDF made part of what its pages draw, so that what is seen is printed.

Decision: qpdf draws them; only where a field's text goes beyond Latin letters, which qpdf would draw as question marks, is
the appearance that the file brings kept.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, String

DEPTH = 32  # levels of a tree of form fields
SIGNED = "電子署名は、紙に印刷した写しには残りません（元のファイルはそのまま保管します）。"
LOST = (
    "入力欄か注釈の一部が写らないことがあります。"
    "表示を確かめ、写っていなければ PDF に印刷し直したものを添付してください。"
)
DRAWN_BY_VIEWERS = frozenset(
    ("/Caret", "/Circle", "/FreeText", "/Highlight", "/Ink", "/Line", "/Polygon", "/PolyLine", "/Square", "/Squiggly")
    + ("/Stamp", "/StrikeOut", "/Underline")
)
PRINTED, HIDDEN = 4, 2  # annotation flags


def flatten(source: Pdf) -> tuple[str, ...]:
    """Draw fields and notes into the pages, in place; sentences about what may not be the same on paper."""
    notes: tuple[str, ...] = ()
    fields = list(_fields(source))
    if any(_entry(field, "/FT") == Name.Sig and "/V" in field for field in fields):
        notes += (SIGNED,)
    drawn = [(field, field.get("/AP")) for field in fields if _is_beyond_latin(field)]
    if any(appearance is None for _, appearance in drawn) or not _appearances_made(source) or _undrawn(source):
        notes += (LOST,)
    for field, appearance in drawn:
        if appearance is not None:
            field["/AP"] = appearance
    try:
        source.flatten_annotations("print")
    except (PdfError, ValueError, RuntimeError):
        notes += () if LOST in notes else (LOST,)
    return notes


def _appearances_made(source: Pdf) -> bool:
    try:
        source.generate_appearance_streams()
    except (PdfError, ValueError, RuntimeError):
        return False
    return True


def _undrawn(source: Pdf) -> bool:
    """Whether there is a printed note of which the file leaves the drawing to the viewer."""
    return any(_is_undrawn(note) for page in source.pages for note in _array(page.obj.get("/Annots")))


def _is_undrawn(note: Object) -> bool:
    if not isinstance(note, Dictionary) or "/AP" in note or note.get("/Subtype") not in DRAWN_BY_VIEWERS:
        return False
    flags = note.get("/F", 0)
    return isinstance(flags, int) and bool(flags & PRINTED) and not flags & HIDDEN


def _array(value: Object | None) -> Iterable[Object]:
    return value if isinstance(value, Array) else ()


def _fields(source: Pdf) -> Iterator[Object]:
    """Every field of the form once, however often the tree names it."""
    form = source.Root.get("/AcroForm")
    waiting = list(_array(form.get("/Fields"))) if isinstance(form, Dictionary) else []
    seen: set[tuple[int, int]] = set()
    while waiting:
        field = waiting.pop(0)
        if not isinstance(field, Dictionary) or field.objgen in seen:
            continue
        if field.is_indirect:
            seen.add(field.objgen)
        yield field
        waiting.extend(_array(field.get("/Kids")))


def _entry(field: Object, key: str) -> Object | None:
    """A field's entry, or that of the field it belongs to."""
    node: Object | None = field
    for _ in range(DEPTH):
        if not isinstance(node, Dictionary) or key in node:
            break
        node = node.get("/Parent")
    return node.get(key) if isinstance(node, Dictionary) else None


def _is_beyond_latin(field: Object) -> bool:
    """Whether it is a visible text or choice field with a value that Latin-1 cannot write."""
    value = _entry(field, "/V")
    if not isinstance(value, String) or "/Kids" in field or _entry(field, "/FT") not in (Name.Tx, Name.Ch):
        return False
    with suppress(UnicodeEncodeError):
        str(value).encode("latin-1")
        return False
    return True
