"""Lays text out in lines of one height.

Decision: QTextLayout by hand, because the BIZ UD faces have no leading at all: Qt's own lines would touch, and a rich-text label
reports heights for widths that it never gets.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6 import QtGui
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

WIDEST = 1_000_000
JOINER = "\u2060"
LAST = 4  # characters: a last line shorter than that is given some of the line before it
SELDOM_BROKEN = 14  # pixels from which prose gets more air


class Part(NamedTuple):
    """A stretch of text of one weight; a whole one is not broken inside."""

    text: str
    is_bold: bool = False
    is_whole: bool = False

    @property
    def laid(self) -> str:
        """The text as it is laid out."""
        text = self.text.replace("\n", "\u2028")
        return JOINER.join(text) if self.is_whole else text


def pitch_of(face: QFont) -> int:
    """The height of a line in pixels: 155 % for prose, 142 % for help, 140 % for headings."""
    size = face.pixelSize()
    heading = size >= SELDOM_BROKEN and face.bold()
    return ceil(size * (1.4 if heading else 1.55 if size >= SELDOM_BROKEN else 1.42))


class Flow:
    """One text in one face; knows its height at a width and draws itself."""

    def __init__(self, parts: Sequence[Part], face: QFont, *, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        """`align`: left, right or centred within the width it is laid out in."""
        self.text = "".join(part.laid for part in parts)
        self.pitch = pitch_of(face)
        self._layout = QTextLayout(self.text, face)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(parts, face))
        self._layout.setCacheEnabled(True)
        metrics = QFontMetricsF(face)
        self._drop = (self.pitch - metrics.ascent() - metrics.descent()) / 2
        self._size = face.pixelSize()
        self._width, self._lines = -1, 0
        self._natural = -1
        self._counted: dict[int, int] = {}  # lines at a width: layouts ask again and again for the same few

    def natural_width(self) -> int:
        """The width at which nothing is broken that need not be, in pixels."""
        if self._natural < 0:
            self._lay(WIDEST)
            self._natural = ceil(max((self._layout.lineAt(n).naturalTextWidth() for n in range(self._lines)), default=0))
        return self._natural

    def height(self, width: int) -> int:
        """The height in pixels at a width; an empty text has one line."""
        if width not in self._counted:
            self._lay(width)
            self._counted[width] = max(self._lines, 1)
        return self._counted[width] * self.pitch

    def _lay(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        self._break(width, width)
        if self._lines > 1 and (lacking := self._lacking()) > 0:
            lines = self._lines
            self._break(width, width - ceil(lacking / (lines - 1)))
            if self._lines != lines:
                self._break(width, width)

    def _lacking(self) -> float:
        """How much too short the last line of a single paragraph is, in pixels."""
        if "\u2028" in self.text:
            return 0
        return LAST * self._size - self._layout.lineAt(self._lines - 1).naturalTextWidth()

    def _break(self, width: int, within: int) -> None:
        """Break into lines no wider than `within`, standing in `width`."""
        aside = width - within
        beside = {Qt.AlignmentFlag.AlignRight: aside, Qt.AlignmentFlag.AlignHCenter: aside / 2}
        left = beside.get(self._layout.textOption().alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask, 0)
        self._lines = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(within, 1))
            line.setPosition(QPointF(left, self._lines * self.pitch + self._drop))
            self._lines += 1
        self._layout.endLayout()

    def paint(self, painter: QPainter, origin: QPointF, width: int) -> None:
        """Draw with the painter's pen, the first line's top left corner at `origin`."""
        self._lay(width)
        self._layout.draw(painter, origin)


class KeptFlow:
    """The flow of words that may change, in a face that may change: laid out anew only when they have."""

    def __init__(self) -> None:
        """Nothing is laid out yet."""
        self._made: tuple[str, QFont, Flow] | None = None

    def of(self, text: str, face: QFont) -> Flow:
        """The flow of a text in a face."""
        if self._made is None or self._made[:2] != (text, face):
            self._made = text, face, Flow([Part(text)], face)
        return self._made[2]


def _formats(parts: Sequence[Part], face: QFont) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for part in parts:
        if part.is_bold and not face.bold():
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, len(part.laid), _bold()
            formats.append(span)
        start += len(part.laid)
    return formats


def _bold() -> "QtGui.QTextCharFormat":
    """Named by its module: PySide takes 2 ms to make that class, and only where something is bold."""
    bold = QtGui.QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    return bold
