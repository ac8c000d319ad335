"""Line breaks of Japanese text: what must not begin or end a line, and words that stay whole.

Decision: reportlab lets a forbidden mark hang over the edge, which runs over the ruled line of a table; here the character
before it goes down with it (追い出し).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

_NO_START = frozenset("、。，．・：；）〕］｝」』】〉》！？ー％ぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;)]}%!?")
_NO_END = frozenset("（〔［｛「『【〈《([{〒")
_WORD = re.compile(r"[A-Za-z0-9'’\-./@:_,]+|.", re.DOTALL)


def _pieces(text: str, longest: int) -> Iterator[str]:
    """Words of Western letters and figures whole, unless longer than a line; everything else character by character."""
    for word in _WORD.findall(text):
        yield from ([word] if len(word) <= longest else word)


def _groups(text: str, longest: int) -> list[str]:
    """What may not be parted: a piece with the marks that must follow or precede it."""
    pieces = list(_pieces(text, longest))
    groups = pieces[:1]
    for before, piece in pairwise(pieces):
        if piece[0] in _NO_START or before[-1] in _NO_END:
            groups[-1] += piece
        else:
            groups.append(piece)
    return groups


def lines(text: str, font: tuple[str, float], first: float, rest: float) -> Iterator[str]:
    """One line of text as the lines that fit: `font` is name and size, widths in points."""
    line, room = "", first
    for group in _groups(text, max(int(rest / font[1]), 1)):
        if line and stringWidth(line + group, *font) > room:
            yield line
            line, room = group.lstrip("\u00a0"), rest
        else:
            line += group
    yield line


class JapaneseParagraph(Paragraph):
    """A paragraph that breaks its own lines; `plain` is its text, None for what a page break left over."""

    plain: str | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if self.plain is not None:
            self.frags: Any = Paragraph(self._broken(self.plain, width), self.style).frags
        wrapped: tuple[float, float] = super().wrap(width, height)
        return wrapped

    def _broken(self, plain: str, width: float) -> str:
        style: Any = self.style
        room = width - style.leftIndent - style.rightIndent + 0.01
        found: list[str] = []
        for line in plain.split("\n"):
            first = room if found else room - style.firstLineIndent
            found += lines(line, (style.fontName, style.fontSize), first, room)
        return "<br/>".join(escape(line) for line in found)
