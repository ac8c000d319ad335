"""Prefectures as an address names them.

Decision: only what stands at the very beginning counts: a prefecture's name inside a street's or a building's is none.
"""

import re

_PREFECTURE = re.compile(r"北海道|東京都|(?:京都|大阪)府|..県|(?:神奈川|和歌山|鹿児島)県")


def prefecture_in(address: str) -> str | None:
    """The prefecture with which an address begins; None where it begins with none."""
    named = _PREFECTURE.match(address)
    return named[0] if named else None
