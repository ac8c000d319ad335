"""What a paper's pages draw with, looked at for damage: mended where there is something to show, and told by page.

Decision: whatever is kept must be whole, for a printer stops at what a viewer passes over. Of a torn stream what could be
unpacked is kept, of a torn picture the rows that are there; what cannot be read at all becomes an empty drawing.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import ceil

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, QpdfRuntimeError, Stream, StreamDecodeLevel

from forms.attachments.calls import Calls
from forms.attachments.jpegs import is_whole
from forms.attachments.limits import MAX_PICTURE, MAX_STREAM, MEBIBYTE, holders_in
from forms.attachments.names import spelt
from forms.attachments.tornjpegs import rows_left
from forms.attachments.unpacking import (
    FLATE,
    PICTURES,
    Allowance,
    Unpacked,
    filters_of,
    inflated,
    is_predicted,
    layers_off,
    unpacked,
)

ONE_COLOUR = 1
COLOURS = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4, "/Indexed": 1, "/Separation": 1}
SPACES = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}
BITS = 8
PNG = 10  # predictors from here on are PNG's
SPARE = 65_536  # bytes behind the last row that are left as they are
PAPER = b"\xff"  # white where light is counted
MAX_LOOKED_AT = 2048 * MEBIBYTE  # points of pictures unpacked only to see whether they are whole: some 6 s


class OversizedPictureError(ValueError):
    """A picture has more points than a printer or a screen can hold."""


@dataclass
class Examiner:
    """Looks at the streams of one document; keeps what it found torn (object numbers) and how much it may still unpack."""

    allowance: Allowance
    torn: set[tuple[int, int]] = field(default_factory=set)
    passed_over: set[tuple[int, int]] = field(default_factory=set)
    _calls: Calls = field(default_factory=Calls)
    _looked_at: int = 0

    def examine(self, target: Pdf) -> None:
        """Look at all streams, mend in place what is torn. OversizedError, OversizedPictureError."""
        for item in target.objects:
            if isinstance(item, Stream) and not (self._picture(item) if _is_picture(item) else self._other(item)):
                self.torn.add(item.objgen)
        for page in target.pages:
            self._calls.refuse_endless(page.obj.Resources.XObject.P)
        self.torn |= self._calls.in_vain

    def _other(self, item: Object) -> bool:
        found = unpacked(item, self.allowance)
        if item.get("/Subtype") == Name.Form:
            self._calls.note(item, found.data)
        if found.torn:
            item.write(bytes(found.data))
        return not found.torn

    def _picture(self, item: Object) -> bool:
        names, rows = filters_of(item), _rows(item)
        if names[-1:] == ["/DCTDecode"]:
            return _mend_jpeg(item, names)
        if PICTURES & set(names):
            return True
        if names not in ([], [FLATE]) or (is_predicted(item) and not rows.predicted):
            return _repack(item, rows)
        self._looked_at += rows.size
        if self._looked_at > MAX_LOOKED_AT:
            self.passed_over.add(item.objgen)
            return True
        raw = item.read_raw_bytes()
        found = inflated(raw, (rows.size or MAX_STREAM) + SPARE) if names else Unpacked(raw, torn=False)
        return _fill_up(item, found, rows)


@dataclass(frozen=True)
class _Rows:
    """The rows that a picture's entries promise: bytes of one before packing, how many; `predicted` by PNG's differences."""

    length: int
    count: int
    blank: bytes
    predicted: bool

    @property
    def size(self) -> int:
        """Bytes in all, with the byte before each row that names its predictor."""
        return (self.length + self.predicted) * self.count


def _is_picture(item: Object) -> bool:
    return item.get("/Subtype") == Name.Image


def _is_stencil(item: Object) -> bool:
    return bool(item.get("/ImageMask", False))


def _rows(item: Object) -> _Rows:
    across, down = (_count(item.get(key)) for key in ("/Width", "/Height"))
    colours, bits = (ONE_COLOUR, 1) if _is_stencil(item) else (_colours(item), _count(item.get("/BitsPerComponent")))
    length = ceil(across * bits * colours / BITS)
    if length * down > MAX_PICTURE or across * down > MAX_PICTURE * BITS:
        raise OversizedPictureError
    light = _is_stencil(item) or _space(item) in ("/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB")
    return _Rows(length, down, PAPER if light else b"\0", _is_png(item, across, colours, bits))


def _is_png(item: Object, across: int, colours: int, bits: int) -> bool:
    """Whether its rows are predicted as PNG does, with figures that agree with the picture's."""
    parms = item.get("/DecodeParms")
    if isinstance(parms, Array) and len(parms) == 1:
        parms = parms[0]
    if not isinstance(parms, Dictionary) or _count(parms.get("/Predictor")) < PNG:
        return False
    said = tuple(_count(parms.get(key, usual)) for key, usual in (("/Columns", 1), ("/Colors", 1), ("/BitsPerComponent", BITS)))
    return said == (across, colours, bits)


def _count(value: object) -> int:
    return max(int(value), 0) if isinstance(value, int) else 0


def _space(item: Object) -> str:
    space = item.get("/ColorSpace")
    if isinstance(space, Array) and len(space):
        space = space[0]
    return spelt(space)


def _colours(item: Object) -> int:
    """How many colours a point has; 0 where that is not plainly said."""
    space = item.get("/ColorSpace")
    if isinstance(space, Array) and len(space) > 1:
        if _space(item) == "/ICCBased" and isinstance(space[1], Stream):
            return _count(space[1].get("/N"))
        if _space(item) == "/DeviceN" and isinstance(space[1], Array):
            return len(space[1])
    return COLOURS.get(_space(item), 0)


def _fill_up(item: Object, found: Unpacked, rows: _Rows) -> bool:
    """Whether all rows are there; else those that are, and blank ones, packed anew."""
    missing = rows.size - len(found.data)
    if -SPARE < missing <= 0 and not found.torn:
        return True
    parms = item.get("/DecodeParms")
    row = b"\0" * rows.predicted + rows.blank * rows.length
    tail = (row * (missing // max(len(row), 1) + 1))[-missing:] if missing > 0 else b""
    packed = zlib.compress(found.data[: rows.size or None] + tail)
    item.write(packed, filter=Name.FlateDecode, decode_parms=parms if rows.predicted and isinstance(parms, Array | Dictionary) else None)
    return missing <= 0 and not found.torn


def _repack(item: Object, rows: _Rows) -> bool:
    """Unpack an unusual packing, so that what is kept can be read by all."""
    found = unpacked(item, Allowance(MAX_STREAM))
    if found.torn:
        _empty(item)
        return False
    item.write(zlib.compress(found.data), filter=Name.FlateDecode)
    return _fill_up(item, found, replace(rows, predicted=False))


def _mend_jpeg(item: Object, names: list[str]) -> bool:
    data = layers_off(item, names[:-1]).data
    if is_whole(data) or _decodes(item):
        return True
    samples = rows_left(data)
    if samples is None or samples.colours not in SPACES:
        _empty(item)
        return False
    item.write(zlib.compress(samples.data), filter=Name.FlateDecode)
    item.Width, item.Height, item.BitsPerComponent = samples.width, samples.height, BITS
    if _colours(item) != samples.colours:
        item.ColorSpace = SPACES[samples.colours]
    return False


def _decodes(item: Object) -> bool:
    try:
        item.read_bytes(StreamDecodeLevel.all)
    except (PdfError, QpdfRuntimeError):
        return False
    return True


def _empty(item: Object) -> None:
    """A picture made a form that draws nothing."""
    for key in set(item.keys()) - {"/Length"}:
        del item[key]
    item.write(b"")
    item.Type, item.Subtype, item.BBox = Name.XObject, Name.Form, Array([0, 0, 0, 0])


def showing(target: Pdf, numbers: set[tuple[int, int]]) -> list[int]:
    """The pages, from 1, that draw with any of these objects."""
    if not numbers:
        return []
    above: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for item in target.objects:
        if isinstance(item, Array | Dictionary | Stream):
            for below in _below(item):
                above.setdefault(below, set()).add(item.objgen)
    pages = {page.obj.objgen: number for number, page in enumerate(target.pages, 1)}
    reached, waiting = set(numbers), list(numbers)
    while waiting:
        fresh = above.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh - pages.keys()
    return [number for page, number in pages.items() if page in reached]


def _below(item: Object) -> Iterator[tuple[int, int]]:
    """The numbers of the objects that this one refers to."""
    waiting = [item]
    while waiting:
        holder = waiting.pop()
        for child in holders_in(holder):
            if child.is_indirect:
                yield child.objgen
            else:
                waiting.append(child)
