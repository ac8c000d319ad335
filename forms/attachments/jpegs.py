"""Whether a JPEG is all there, told from its marks and without decoding it: a hundred scans are looked at in a moment."""

import re

START, END = b"\xff\xd8", b"\xff\xd9"
SCAN = 0xDA
LONE = frozenset((0x01, *range(0xD0, 0xD8)))  # marks that stand alone
ODD_MARK = re.compile(rb"\xff[^\x00\x01\xc4\xd0-\xd7\xd9\xda\xdc\xdd\xfe\xff]")  # what does not stand in or between scans
LEAST_SEGMENT = 2  # a segment's length counts its own two bytes


def is_whole(data: bytes | bytearray) -> bool:
    """Whether it begins and ends as a JPEG, and no foreign marks stand among its coded data."""
    scan = _first_scan(data)
    end = data.rfind(END)
    return 0 < scan < end and not ODD_MARK.search(data, scan, end)


def _first_scan(data: bytes | bytearray) -> int:
    """Where the coded data begin; 0 where they do not."""
    at = len(START) if data.startswith(START) else len(data)
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if mark == 0xFF:
            at += 1
        elif mark in LONE:
            at += 2
        elif length < LEAST_SEGMENT:
            return 0
        elif mark == SCAN:
            return at + 2 + length
        else:
            at += 2 + length
    return 0
