"""The words on a PDF's pages, as far as the pages hold text: what a paper says, for comparing it with the case.

Decision: text is put together from where each letter stands, as an eye reads it (lines from the top, cells of a line parted by a
tab), for files draw tables in any order; behind it, after a form feed, comes the same text in the order in which it was drawn,
in which what was broken over the lines of one cell is still together. Letters that nobody sees, as programs that read scans lay
over a picture, are not what the paper says and are left out.
"""

import ctypes
import math
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from statistics import median

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

DRAWN = "\f"  # before the text in the order in which it was drawn
CELL = "\t"
MOST_PAGES = 200  # of one paper; what comes behind them is not read
MOST_LETTERS = 20_000  # of one page
CELL_GAP, WORD_GAP = 1.6, 0.2  # of a letter's height
SAME_LINE = 0.5  # of the lower of two letters' heights
SAMPLE = 16  # letters that are asked whether they are seen, and which way they run
QUARTERS = 4
INVISIBLE = 3  # PDF 32000-1, 9.3.6: text that is neither filled nor stroked


@dataclass(frozen=True)
class _Letter:
    """One letter and its box in points, as read upright: `x` from the left, `y` from the top."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def page_words(pdf: bytes) -> tuple[str, ...]:
    """One text a page, "" for a page without text; fewer than there are pages where there are too many, none for what is no PDF."""
    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            return tuple(_words(document, index) for index in range(min(len(document), MOST_PAGES)))
    except pypdfium2.PdfiumError:
        return ()


def _words(document: pypdfium2.PdfDocument, index: int) -> str:
    """The page's text; a page that PDFium cannot open has none."""
    try:
        with closing(document[index]) as page, closing(page.get_textpage()) as text:
            count = min(text.count_chars(), MOST_LETTERS)
            if count == 0 or not _is_seen(text, count):
                return ""
            lines = list(_lines(list(_letters(text, count))))
            return "\n".join(lines) + DRAWN + text.get_text_range(0, count).replace("\r\n", "\n") if lines else ""
    except pypdfium2.PdfiumError:
        return ""


def _sample(count: int) -> range:
    return range(0, count, max(count // SAMPLE, 1))


def _is_seen(text: pypdfium2.PdfTextPage, count: int) -> bool:
    """Whether most letters are drawn."""
    modes = [raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, at)) for at in _sample(count)]
    return modes.count(INVISIBLE) * 2 <= len(modes)


def _quarters(text: pypdfium2.PdfTextPage, count: int) -> int:
    """By how many quarters the text has to be turned to be upright, as most of the letters asked run."""
    turns = [round(raw.FPDFText_GetCharAngle(text, at) / (math.pi / 2)) % QUARTERS for at in _sample(count)]
    return max(range(QUARTERS), key=turns.count)


def _letters(text: pypdfium2.PdfTextPage, count: int) -> Iterator[_Letter]:
    """The letters that stand on the page; blanks are told by the gaps that they leave."""
    turns, box = _quarters(text, count), raw.FS_RECTF()
    for at in range(count):
        letter = chr(raw.FPDFText_GetUnicode(text, at))
        if letter.isspace() or not letter.isprintable():
            continue
        if raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            yield _Letter(letter, *_upright(box, turns))


def _upright(box: raw.FS_RECTF, turns: int) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a letter's box, top down."""
    xs, ys = sorted((box.left, box.right)), sorted((box.bottom, box.top))
    for _ in range(turns):
        xs, ys = [-ys[1], -ys[0]], xs
    return xs[0], xs[1], -ys[1], -ys[0]


def _lines(letters: list[_Letter]) -> Iterator[str]:
    """The lines from the top, each from the left."""
    line: list[_Letter] = []
    for letter in sorted(letters, key=lambda one: (one.top + one.bottom) / 2):
        if line and not _shares(line, letter):
            yield _line(line)
            line = []
        line.append(letter)
    if line:
        yield _line(line)


def _shares(line: list[_Letter], letter: _Letter) -> bool:
    """Whether a letter stands in the line of those before it, of which the first is the highest."""
    first = line[0]
    common = min(first.bottom, letter.bottom) - max(first.top, letter.top)
    return common > SAME_LINE * max(min(first.height, letter.height), 0.1)


def _line(letters: list[_Letter]) -> str:
    """A line's letters with what parts them: nothing, a blank or a cell's border."""
    letters.sort(key=lambda one: one.left)
    size = median(letter.height for letter in letters)
    text, end = "", letters[0].left
    for letter in letters:
        gap = letter.left - end
        text += CELL if gap > CELL_GAP * size else " " if gap > WORD_GAP * size else ""
        text, end = text + letter.text, max(end, letter.right)
    return text
