"""Writing a paper's PDF: without what is not for the eye, and always the same bytes for the same file.

What pages draw with may still carry things that draw nothing: descriptions, working data of some editor, references to
outside files. They go, everywhere in the document.
"""

from io import BytesIO

from pikepdf import Array, Dictionary, Object, ObjectStreamMode, Pdf, Stream

from forms.attachments.names import rename_entries, rename_in_drawings

UNSEEN = (
    "/AA", "/AF", "/Alternates", "/EF", "/JS", "/LastModified", "/Measure", "/Metadata", "/OC", "/OPI",
    "/PieceInfo", "/Properties", "/PtData", "/Ref", "/StructParent", "/StructParents", "/URI",
)  # fmt: skip
INDEXES = frozenset(  # dictionaries whose keys are names that drawings use: any name may mean anything there
    ("/CharProcs", "/ColorSpace", "/Colorants", "/ExtGState", "/Font", "/Pattern", "/Properties", "/Shading", "/XObject")
)
OUTSIDE = ("/F", "/FFilter", "/FDecodeParms")  # a stream whose data lies in another file


def save_scrubbed(target: Pdf) -> bytes:
    """The document as bytes: no date, no name of a program, an /ID made from the content."""
    items = [item for item in target.objects if isinstance(item, Dictionary | Stream | Array)]
    indexes = {entry.objgen for item in items for key, entry in _entries(item) if key in INDEXES}
    renamed = [_scrub(item, is_index=item.objgen in indexes) for item in items]
    if any(renamed):
        rename_in_drawings(target)
    out = BytesIO()
    target.save(
        out,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
        preserve_pdfa=False,
    )
    return out.getvalue()


def _scrub(item: Object, *, is_index: bool) -> bool:
    """Scrub an object and what is written directly inside it; whether keys of it had to be renamed."""
    renamed = False
    if isinstance(item, Dictionary | Stream):
        for key in () if is_index else UNSEEN + (OUTSIDE if isinstance(item, Stream) else ()):
            if key in item:
                del item[key]
        renamed = rename_entries(item)
    for key, entry in _entries(item):
        if entry.objgen == (0, 0):
            renamed |= _scrub(entry, is_index=key in INDEXES)
    return renamed


def _entries(item: Object) -> list[tuple[str, Object]]:
    """The dictionaries, streams and arrays that an object holds, with their keys ("" in an array)."""
    entries: list[tuple[str, object]] = [("", entry) for entry in item] if isinstance(item, Array) else []
    if isinstance(item, Dictionary | Stream):
        entries = list(item.items())
    return [(key, entry) for key, entry in entries if isinstance(entry, Dictionary | Stream | Array)]
