"""Writing a paper's PDF: without what is not for the eye, and always the same bytes for the same file.

What pages draw with may still carry things that draw nothing: descriptions, working data of some editor, references to
outside files. They go, everywhere in the document. Font names beyond ASCII get ASCII ones: pypdf, which writes the packet,
reads Shift_JIS names as something else and writes that.
"""

from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream

UNSEEN = (
    "/AA", "/AF", "/Alternates", "/EF", "/JS", "/LastModified", "/Measure", "/Metadata", "/OPI", "/PieceInfo",
    "/PtData", "/Ref", "/StructParent", "/StructParents", "/URI",
)  # fmt: skip
FONT_NAMES = ("/BaseFont", "/FontName")
POSTSCRIPT_NAMES = {  # what the fonts of Japanese Windows are called where their names are written in Shift_JIS
    "ＭＳ明朝": "MS-Mincho", "ＭＳＰ明朝": "MS-PMincho", "ＭＳゴシック": "MS-Gothic", "ＭＳＰゴシック": "MS-PGothic",
}  # fmt: skip
OUTSIDE = ("/F", "/FFilter", "/FDecodeParms")  # a stream whose data lies in another file


def save_scrubbed(target: Pdf) -> bytes:
    """The document as bytes: no date, no name of a program, an /ID made from the content."""
    for item in target.objects:
        _scrub(item)
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


def _scrub(item: object) -> None:
    """Scrub an object and what is written directly inside it."""
    if isinstance(item, Array):
        for entry in item:
            _scrub_direct(entry)
    if not isinstance(item, Dictionary | Stream):
        return
    for key in UNSEEN + (OUTSIDE if isinstance(item, Stream) else ()):
        if key in item:
            del item[key]
    if isinstance(item, Dictionary):
        _scrub_properties(item)
        _rename_fonts(item)
    for _, entry in item.items():
        _scrub_direct(entry)


def _scrub_direct(item: object) -> None:
    if isinstance(item, Dictionary | Array) and item.objgen == (0, 0):
        _scrub(item)


def _scrub_properties(resources: Object) -> None:
    """Marked content may say anything about itself; only what switches layers is kept."""
    properties = resources.get("/Properties")
    if isinstance(properties, Dictionary):
        for name in list(properties.keys()):
            kind = properties[name].get("/Type") if isinstance(properties[name], Dictionary) else None
            if kind not in ("/OCG", "/OCMD"):
                del properties[name]


def _rename_fonts(font: Object) -> None:
    for key in FONT_NAMES:
        if isinstance(font.get(key), Name):
            name = bytes(font[key]).removeprefix(b"/")
            if not name.isascii():
                font[key] = Name(f"/{_ascii_name(name)}")


def _ascii_name(name: bytes) -> str:
    """The PostScript name where we know it, else the bytes in hexadecimal: the same for the same name."""
    told = name.decode("cp932", errors="replace").replace(" ", "")
    tag, plus, rest = told.rpartition("+")
    return tag + plus + POSTSCRIPT_NAMES.get(rest, name.hex())
