"""Names beyond ASCII in a foreign PDF, as old Japanese software writes them, made ASCII.

Decision: every such name becomes its bytes in hexadecimal, in keys, values and drawings alike, so that whatever belonged
together still does. Needed because pypdf, which writes the packet, reads Shift_JIS names as another encoding and writes
that: fonts would no longer be found. Font names that we know become what the font is called in ASCII.
"""

import warnings
from typing import cast

from pikepdf import Dictionary, Name, Object, Pdf, PdfError, Stream, parse_content_stream, unparse_content_stream

FONT_NAMES = ("/BaseFont", "/FontName")
POSTSCRIPT_NAMES = {  # what the fonts of Japanese Windows are called where their names are written in Shift_JIS
    "ＭＳ明朝": "MS-Mincho", "ＭＳＰ明朝": "MS-PMincho", "ＭＳゴシック": "MS-Gothic", "ＭＳＰゴシック": "MS-PGothic",
}  # fmt: skip


def rename_entries(holder: Object) -> bool:
    """Make the names in a dictionary ASCII; whether a key was renamed, which drawings then have to follow."""
    renamed = False
    for key, value in list(holder.items()):
        raw = key.encode("utf-8", "surrogateescape")
        if not raw.isascii():
            del holder[name_of(raw)]
            holder[_ascii(raw)] = value
            renamed = True
        elif isinstance(value, Name) and not bytes(value).isascii():
            holder[key] = _font_name(bytes(value)) if key in FONT_NAMES else _ascii(bytes(value))
    return renamed


def rename_in_drawings(target: Pdf) -> None:
    """Let every drawing call its resources by their new names."""
    for item in target.objects:
        if isinstance(item, Stream) and isinstance(item.get("/Resources"), Dictionary):
            _rename_in_drawing(item)


def _rename_in_drawing(drawing: Object) -> None:
    try:
        with warnings.catch_warnings(action="ignore"):
            steps = parse_content_stream(drawing)
        renamed = [([_renamed(operand) for operand in step.operands], step.operator) for step in steps]
        drawing.write(unparse_content_stream(renamed))
    except (PdfError, TypeError, ValueError):
        return  # what cannot be read as a drawing is not drawn by anybody


def _renamed(operand: Object) -> Object:
    return _ascii(bytes(operand)) if isinstance(operand, Name) and not bytes(operand).isascii() else operand


def _ascii(name: bytes) -> Name:
    return Name(f"/X{name.removeprefix(b'/').hex()}")


def spelt(name: Object | None) -> str:
    """A name as letters, one a byte, whatever bytes it has; nothing for what is no name."""
    return bytes(name).decode("latin-1") if isinstance(name, Name) else ""


def name_of(raw: bytes) -> Name:
    """The name with these bytes, which need not be text."""
    spelt = "".join(f"#{byte:02x}" for byte in raw.removeprefix(b"/"))
    return cast("Name", Object.parse(f"/{spelt}".encode()))


def _font_name(name: bytes) -> Name:
    told = name.removeprefix(b"/").decode("cp932", errors="replace").replace(" ", "")
    tag, plus, font = told.rpartition("+")
    known = POSTSCRIPT_NAMES.get(font)
    return Name(f"/{tag}{plus}{known}") if known else _ascii(name)
