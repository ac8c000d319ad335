"""A TrueType file cut down to some of its glyphs, as reportlab cuts it (byte for byte) in a fifth of the time.

Decision: no bundled font has composite glyphs (a test says so), so that a glyph is a stretch of the file that is copied as it is.
"""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.pdfbase import ttfonts

COPIED = ("name", "OS/2", "cvt ", "fpgm", "prep")
MAGIC = 0xB1B0AFBA  # what the whole file adds up to [OpenType: head]


@dataclass(frozen=True)
class Outlines:
    """A font file with where its glyphs begin (the first at `base`), their widths and bearings, the tables that are copied or mended."""

    data: bytes
    base: int
    starts: Sequence[int]
    metrics: Sequence[tuple[int, int]]
    tables: Mapping[str, bytes]

    def glyph(self, number: int) -> bytes:
        """The outline of one glyph; empty for one that draws nothing."""
        return self.data[self.base + self.starts[number] : self.base + self.starts[number + 1]]


def outlines(face: ttfonts.TTFontFace) -> Outlines:
    """The parts of a font that reportlab has parsed."""
    metrics = [(int(advance), int(bearing)) for advance, bearing in face.hmetrics]
    table: Callable[[str], bytes] = face.get_table
    tables = {tag: table(tag) for tag in (*COPIED, "post", "hhea", "maxp", "head") if tag in face.table}
    tables["post"] = b"\x00\x03\x00\x00" + tables["post"][4:16] + bytes(16)  # no names of glyphs
    return Outlines(vars(face)["_ttf_data"], face.get_table_pos("glyf")[0], face.glyphPos, metrics, tables)


def cut(font: Outlines, glyphs: Sequence[int]) -> bytes:
    """A font file whose character code number i draws `glyphs[i]`."""
    kept = tuple(dict.fromkeys((0, *glyphs)))
    places = {glyph: place for place, glyph in enumerate(kept)}
    body, offsets = _glyphs(font, kept)
    long = (offsets[-1] + 1) >> 1 > 0xFFFF
    metrics, pairs = _metrics([font.metrics[glyph] for glyph in kept])
    tables = {tag: font.tables[tag] for tag in (*COPIED, "post") if tag in font.tables}
    tables |= {
        "cmap": _cmap([places[glyph] for glyph in glyphs]),
        "glyf": body,
        "hmtx": metrics,
        "loca": struct.pack(f">{len(offsets)}{'L' if long else 'H'}", *(offsets if long else [at >> 1 for at in offsets])),
        "hhea": _with_short(font.tables["hhea"], 34, pairs),
        "maxp": _with_short(font.tables["maxp"], 4, len(kept)),
        "head": _with_short(font.tables["head"][:8] + bytes(4) + font.tables["head"][12:], 50, int(long)),
    }
    return _file(tables)


def _cmap(glyphs: Sequence[int]) -> bytes:
    """The table cmap with one trimmed list (format 6) from code number 0."""
    count = len(glyphs)
    return struct.pack(f">{11 + count}H", 0, 1, 1, 0, 0, 12, 6, 10 + 2 * count, 0, 0, count, *glyphs)


def _glyphs(font: Outlines, kept: Sequence[int]) -> tuple[bytes, list[int]]:
    """The glyphs one behind the other, each on a whole word, and where they begin and the last one ends."""
    found = [glyph + bytes(-len(glyph) % 4) for glyph in map(font.glyph, kept)]
    return b"".join(found), list(accumulate(map(len, found), initial=0))


def _metrics(said: Sequence[tuple[int, int]]) -> tuple[bytes, int]:
    """The table hmtx: widths with bearings, of the last glyphs that are equally wide the bearings only; how many widths there are."""
    pairs = len(said)
    while pairs > 1 and said[pairs - 1][0] == said[pairs - 2][0]:
        pairs -= 1
    flat = [value for pair in said[:pairs] for value in pair] + [bearing for _, bearing in said[pairs:]]
    return struct.pack(f">{len(flat)}H", *(value & 0xFFFF for value in flat)), pairs


def _with_short(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + struct.pack(">H", value) + data[at + 2 :]


def _file(tables: Mapping[str, bytes]) -> bytes:
    """The tables behind their directory, with checksums."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">LHHHH", 0x00010000, count, 16 << power, power, count * 16 - (16 << power))
    rows, bodies, offset, total = [], [], 12 + 16 * count, 0
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        checksum = _checksum(padded)
        rows.append(struct.pack(">4sLLL", tag.encode(), checksum, offset, len(data)))
        bodies.append(padded)
        offset, total = offset + len(padded), total + checksum
    directory = head + b"".join(rows)
    return _balanced(directory, bodies, sorted(tables).index("head"), total + _checksum(directory))


def _balanced(directory: bytes, bodies: list[bytes], head: int, total: int) -> bytes:
    """The whole file, with what makes it add up to MAGIC in its head."""
    bodies[head] = bodies[head][:8] + struct.pack(">L", (MAGIC - total) & 0xFFFFFFFF) + bodies[head][12:]
    return directory + b"".join(bodies)


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
