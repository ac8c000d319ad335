"""Form fields of a foreign PDF as they are written in it: what hangs in the tree of fields, what is inherited, what is filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from forms.pdf.pagetree import inherited

MULTILINE, PASSWORD, RADIO, PUSH, COMBO, COMB = 1 << 12, 1 << 13, 1 << 15, 1 << 16, 1 << 17, 1 << 24  # ISO 32000-1, 12.7.4
DEFAULT_SIZE = 12.0
FONT = re.compile(r"/(\S+)\s+(-?[\d.]+)\s+Tf")
COLOUR = re.compile(r"((?:-?[\d.]+\s+){1,4})(g|rg|k)(?:\s|$)")
COLOURS = {"g": 1, "rg": 3, "k": 4}


@dataclass(frozen=True)
class Wording:
    """How a field's text is to be written: font as named, size in points (0: as fits), colour of 1, 3 or 4 parts."""

    font: str
    size: float
    colour: tuple[float, ...]


def form_of(source: Pdf) -> Object:
    """The document's form; an empty one where it has none."""
    form = source.Root.get("/AcroForm")
    return form if isinstance(form, Dictionary) else Dictionary()


def form_fields(source: Pdf) -> Iterator[Object]:
    """Every field of the form once, however often the tree names it."""
    waiting = entries(form_of(source).get("/Fields"))
    seen: set[tuple[int, int]] = set()
    while waiting:
        field = waiting.pop(0)
        if not isinstance(field, Dictionary) or field.objgen in seen:
            continue
        if field.is_indirect:
            seen.add(field.objgen)
        yield field
        waiting.extend(entries(field.get("/Kids")))


def entries(value: Object | None) -> list[Object]:
    """What stands in an array; nothing where it is none."""
    return list(value) if isinstance(value, Array) else []


def flags_of(field: Object) -> int:
    """A field's flags, inherited ones too."""
    return number(inherited(field, "/Ff"))


def figures(value: Object | None) -> list[float]:
    """The numbers in an array; nothing where something else is among them."""
    try:
        return [float(part) for part in entries(value)]
    except (TypeError, ValueError):
        return []


def number(value: object) -> int:
    """A whole number; 0 for what is none."""
    return int(value) if isinstance(value, int) else 0


def value_of(field: Object) -> str:
    """What is filled in, as it is to be seen: for a choice, the words that stand for the value."""
    said = words(inherited(field, "/V"))
    shown = options(field) if inherited(field, "/FT") == Name.Ch else {}
    text = shown.get(said, said)
    return "＊" * len(text) if flags_of(field) & PASSWORD and inherited(field, "/FT") == Name.Tx else text


def options(field: Object) -> dict[str, str]:
    """The choices of a field: value and words."""
    pairs = [[words(part) for part in entries(entry)] or [words(entry)] for entry in entries(inherited(field, "/Opt"))]
    return {pair[0]: pair[-1] for pair in pairs}


def chosen(field: Object) -> set[str]:
    """The values that are chosen in a list."""
    value = inherited(field, "/V")
    return {words(entry) for entry in (entries(value) if isinstance(value, Array) else [value])}


def words(value: object) -> str:
    """A text, a name or a stream of text as a string; nothing for anything else."""
    if isinstance(value, String):
        return str(value)
    if isinstance(value, Name):
        return bytes(value).removeprefix(b"/").decode("utf-8", "replace")
    if isinstance(value, Stream):
        return value.read_bytes().decode("utf-8", "replace")
    return ""


def wording_of(field: Object, form: Object) -> Wording:
    """The font, size and colour that a field's /DA gives, or the form's."""
    said = words(inherited(field, "/DA") or form.get("/DA"))
    font, colour = FONT.search(said), COLOUR.search(said)
    parts = tuple(map(_figure, colour[1].split())) if colour else (0.0,)
    sound = colour is None or len(parts) == COLOURS[colour[2]]
    name = font[1] if font else "Helv"
    return Wording(_font_name(form, name), abs(_figure(font[2])) if font else DEFAULT_SIZE, parts if sound else (0.0,))


def _figure(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _font_name(form: Object, name: str) -> str:
    """What the font is called that the form's resources know by a short name."""
    node: Object | None = form
    for key in ("/DR", "/Font", f"/{name}"):
        node = node.get(key) if isinstance(node, Dictionary) else None
    return (words(node.get("/BaseFont")) if isinstance(node, Dictionary) else "") or name
