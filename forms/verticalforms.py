"""What a font knows of vertical text: the upright forms of its glyphs (GSUB feature `vert`) and how far they advance (vmtx)."""

import struct
from collections.abc import Iterator, Mapping

SINGLE, EXTENSION = 1, 7  # lookup types [OpenType: GSUB]


def vertical_glyphs(data: bytes) -> Mapping[int, int]:
    """Glyph → its form in vertical text, for the TrueType file in `data`; empty where it has none."""
    start = _table(data, b"GSUB")
    if start is None:
        return {}
    (features,) = _shorts(data, start + 6, 1)
    (lookups,) = _shorts(data, start + 8, 1)
    found: dict[int, int] = {}
    for lookup in _lookups_of(data, start + features, b"vert"):
        (offset,) = _shorts(data, start + lookups + 2 + 2 * lookup, 1)
        found |= dict(_lookup(data, start + lookups + offset))
    return found


def vertical_advance(data: bytes, glyph: int) -> float:
    """How far a glyph advances in vertical text, as a fraction of the size; 1 in a font that does not say."""
    header, table, head = (_table(data, tag) for tag in (b"vhea", b"vmtx", b"head"))
    if header is None or table is None or head is None:
        return 1.0
    (metrics,) = _shorts(data, header + 34, 1)
    (units,) = _shorts(data, head + 18, 1)
    return float(_shorts(data, table + 4 * min(glyph, metrics - 1), 1)[0] / units)


def _shorts(data: bytes, at: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", data, at)


def _table(data: bytes, wanted: bytes) -> int | None:
    (tables,) = _shorts(data, 4, 1)
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(tables))
    return next((int(offset) for tag, _, offset, _ in records if tag == wanted), None)


def _lookups_of(data: bytes, start: int, wanted: bytes) -> set[int]:
    """The lookups of a feature, whatever script asks for it."""
    found: set[int] = set()
    for number in range(_shorts(data, start, 1)[0]):
        at = start + 2 + 6 * number
        if data[at : at + 4] == wanted:
            feature = start + _shorts(data, at + 4, 1)[0]
            found |= set(_shorts(data, feature + 4, _shorts(data, feature + 2, 1)[0]))
    return found


def _lookup(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    kind, _, count = _shorts(data, at, 3)
    for offset in _shorts(data, at + 6, count):
        subtable, inner = at + offset, kind
        if kind == EXTENSION:
            (inner,) = _shorts(data, subtable + 2, 1)
            subtable += struct.unpack_from(">I", data, subtable + 4)[0]
        if inner == SINGLE:
            yield from _single(data, subtable)


def _single(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    form, coverage, value = _shorts(data, at, 3)
    glyphs = list(_covered(data, at + coverage))
    if form == 1:
        yield from ((glyph, (glyph + value) % 0x10000) for glyph in glyphs)
    else:
        yield from zip(glyphs, _shorts(data, at + 6, value), strict=False)


def _covered(data: bytes, at: int) -> Iterator[int]:
    form, count = _shorts(data, at, 2)
    if form == 1:
        yield from _shorts(data, at + 4, count)
        return
    for number in range(count):
        first, last, _ = _shorts(data, at + 4 + 6 * number, 3)
        yield from range(first, last + 1)
