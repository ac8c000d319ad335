"""The faces on screen: the bundled BIZ UD Gothic families, registered with Qt.

Decision: their underscore is 0.025 em thick, invisible at 13 pixels, and a fallback face is only asked for characters that are
missing; so the copy of the UI face that Qt gets has a thicker one. The files, and what is printed, stay as they are. That copy is
made once and lies in the user's cache: making it takes 10 ms a face at every start, and Qt would hold its 4.5 MB in memory. The face of
the figures is registered when it is first asked for: Qt reads a file for more than a millisecond.
"""

import os
import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QStandardPaths
from PySide6.QtGui import QFontDatabase

from forms.paths import FONTS

UI, FIGURES = "BIZ UDPGothic", "BIZ UDGothic"
FIGURE_FILES = ("BIZUDGothic-Regular", "BIZUDGothic-Bold")
UI_FILES = ("BIZUDPGothic-Regular", "BIZUDPGothic-Bold")
BAR = (-246, -92)  # the underscore's lower and upper edge in 1/2048 em: from the descent upwards, one pixel at 13 pixels
ON, DOWN, UP, STAY_X, STAY_Y = 0x01, 0x04, 0x24, 0x10, 0x20  # a point's flags: ISO/IEC 14496-22, 5.3.3.1


def register_faces(folder: Path, cache_folder: Path | None = None) -> tuple[str, ...]:
    """Register the UI family found in `folder`; its name as Qt knows it; where the files are not there, the system's faces stand in.

    `cache_folder`: where the mended copies are kept, in the user's cache if not told.
    """
    kept = cache_folder or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)) / "shinsei-packet"
    ours = [path for path in (folder / f"{name}.ttf" for name in UI_FILES) if path.is_file()]
    return _families(_register_mended(path, kept) for path in ours)


@cache
def register_figures() -> tuple[str, ...]:
    """Register the family of the figures, once; as `register_faces`."""
    plain = [path for path in (FONTS / f"{name}.ttf" for name in FIGURE_FILES) if path.is_file()]
    return _families(QFontDatabase.addApplicationFont(str(path)) for path in plain)


def _families(numbers: Iterable[int]) -> tuple[str, ...]:
    names = [name for number in numbers if number >= 0 for name in QFontDatabase.applicationFontFamilies(number)]
    return tuple(dict.fromkeys(names))


def _register_mended(path: Path, folder: Path) -> int:
    """From the kept copy, which is made where there is none of this very file; from memory where none can be kept."""
    state = path.stat()
    kept = folder / f"{path.stem}-{state.st_size}-{state.st_mtime_ns}{path.suffix}"
    if not kept.is_file():
        mended = thicken_underscore(path.read_bytes())
        if not _keep(mended, kept, path.stem):
            return QFontDatabase.addApplicationFontFromData(QByteArray(mended))
    return QFontDatabase.addApplicationFont(str(kept))


def _keep(mended: bytearray, kept: Path, stem: str) -> bool:
    """Write the copy in one move, and take away those made of other versions of the file `stem`; whether that could be done."""
    new = kept.with_suffix(f".{os.getpid()}")  # two windows may start at once
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(mended)
        new.replace(kept)
        for old in kept.parent.glob(f"{stem}-*{kept.suffix}"):
            if old != kept:
                old.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def thicken_underscore(font: bytes) -> bytearray:
    """The TrueType file with an underscore that can be seen; as it was where it has no outline that is long enough to hold one."""
    tables = _tables(font)
    glyph = _glyph(font, tables, _glyph_of_underscore(font, tables["cmap"][0]))
    whole = bytearray(font)
    if glyph is None:
        return whole
    at, length = glyph
    left, right = struct.unpack_from(">h2xh", font, at + 2)
    shape = _rectangle(left, right)
    if len(shape) > length:
        return whole
    whole[at : at + len(shape)] = shape
    _mend_sums(whole, _sum_near(whole, at, tables) - _sum_near(font, at, tables), tables)
    return whole


def _tables(font: bytes) -> dict[str, tuple[int, int, int]]:
    """Where each table stands: its offset, its length, and the offset of its checksum in the directory."""
    rows = [12 + 16 * row for row in range(struct.unpack_from(">H", font, 4)[0])]
    return {font[row : row + 4].decode("latin-1"): (*struct.unpack_from(">LL", font, row + 8), row + 4) for row in rows}


def _glyph_of_underscore(font: bytes, cmap: int) -> int:
    """The glyph's number from a format 4 subtable (ISO/IEC 14496-22, 5.2.1.3.3)."""
    for row in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        table = cmap + int(struct.unpack_from(">L", font, cmap + 8 + 8 * row)[0])
        if struct.unpack_from(">H", font, table)[0] == 4:
            return _look_up(font, table, ord("_"))
    return 0


def _look_up(font: bytes, table: int, code: int) -> int:
    doubled = struct.unpack_from(">H", font, table + 6)[0]
    ends = table + 14
    for segment in range(0, doubled, 2):
        if struct.unpack_from(">H", font, ends + segment)[0] >= code:
            start, delta, offset = (struct.unpack_from(">H", font, ends + 2 + segment + part * doubled)[0] for part in (1, 2, 3))
            if not offset:
                return int(code + delta) % 65536
            place = ends + 2 + segment + 3 * doubled + offset + 2 * (code - start)
            return int(struct.unpack_from(">H", font, place)[0] + delta) % 65536
    return 0


def _glyph(font: bytes, tables: dict[str, tuple[int, int, int]], number: int) -> tuple[int, int] | None:
    """Where a glyph's outline stands and how long it is."""
    long_offsets = struct.unpack_from(">h", font, tables["head"][0] + 50)[0]
    loca = tables["loca"][0]
    if long_offsets:
        start, end = struct.unpack_from(">LL", font, loca + 4 * number)
    else:
        start, end = (2 * offset for offset in struct.unpack_from(">HH", font, loca + 2 * number))
    return (tables["glyf"][0] + start, end - start) if number and end > start else None


def _rectangle(left: int, right: int) -> bytes:
    """A simple glyph of one contour with four points, without instructions."""
    low, high = BAR
    head = struct.pack(">5hHH", 1, left, low, right, high, 3, 0)
    flags = bytes([ON | DOWN, ON | STAY_X | UP, ON | STAY_Y, ON | STAY_X | DOWN])
    return head + flags + struct.pack(">2h3B", left, right - left, -low, high - low, high - low)


def _mend_sums(whole: bytearray, change: int, tables: dict[str, tuple[int, int, int]]) -> None:
    """Bring the checksums into line: some systems refuse a font whose sums are wrong."""
    for place, difference in ((tables["glyf"][2], change), (tables["head"][0] + 8, -2 * change)):
        value = struct.unpack_from(">L", whole, place)[0]
        struct.pack_into(">L", whole, place, (value + difference) % 2**32)


def _sum_near(font: bytes | bytearray, at: int, tables: dict[str, tuple[int, int, int]]) -> int:
    """The words around the changed glyph: sums are additive, so that the rest of the table need not be read."""
    start = at - (at - tables["glyf"][0]) % 4
    return sum(struct.unpack_from(">10L", font, start))
