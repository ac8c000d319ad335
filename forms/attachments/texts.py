"""Plain text made into pages: whatever Japanese computers wrote it in, set in the bundled Gothic, wrapped and numbered.

Decision: a face of fixed width, for people line up columns with blanks. What no bundled font has is printed as 〓 and told.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from forms.attachments.kinds import PRINT_IT
from forms.attachments.notes import READING, Printable
from forms.attachments.pdfs import SPLIT
from forms.errors import PaperError
from forms.fonts import GOTHIC, draw_text, drawable, open_canvas, text_width
from forms.positions import A4
from forms.progress import Tell, telling, untold

SIZE, LEADING = 10.5, 16.0  # points
LEFT, TOP, BOTTOM = 62.0, 62.0, 70.0  # points kept free; below it the page's number
ROOM = A4[0] - 2 * LEFT
LINES = int((A4[1] - TOP - BOTTOM) / LEADING)
NUMBER_SIZE, NUMBER_AT = 9.0, 44.0
MOST_BYTES, MOST_PAGES = 4 * 2**20, 1_000
TAB, GETA = 8, "〓"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
JAPANESE = ("cp932", "euc_jp")
NO_FIRST = frozenset("、。，．・：；？！ー々’”）〕］｝〉》」』】,.!?:;)]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
LACKING = "使われている文字のうち{}は字体にないため、〓で印刷します。"
SHOWN = 8


@dataclass(frozen=True)
class _Set:
    """A text in pages of lines, and the characters that cannot be printed."""

    pages: tuple[tuple[str, ...], ...]
    lacking: tuple[str, ...]


def text_pages(name: str, data: bytes, tell: Tell = untold) -> Printable:
    """Plain text in UTF-8, UTF-16, Shift_JIS, EUC-JP or JIS as A4 pages. Raises PaperError for what is no text, or too much."""
    text = decoded(data)
    if text is None:
        raise PaperError(f"「{name}」は文字だけのファイルとして読めません。{PRINT_IT}")
    if not text.strip():
        raise PaperError(f"「{name}」は空です（文字がありません）。元のファイルを保存し直してから添付してください。")
    if len(data) > MOST_BYTES:
        raise PaperError(f"「{name}」は文字が多すぎて添付できません。{SPLIT}")
    laid = _laid_out(text)
    if len(laid.pages) > MOST_PAGES:
        raise PaperError(f"「{name}」は{len(laid.pages):,}ページになり、添付できる{MOST_PAGES:,}ページを超えています。{SPLIT}")
    out = BytesIO()
    canvas = open_canvas(out, A4)
    for number in telling(tell, READING, len(laid.pages)):
        _draw(canvas, laid.pages[number], f"{number + 1} / {len(laid.pages)}" if len(laid.pages) > 1 else "")
    canvas.save()
    shown = "・".join(f"「{character}」" for character in laid.lacking[:SHOWN]) + ("など" if len(laid.lacking) > SHOWN else "")
    return Printable(out.getvalue(), len(laid.pages), (LACKING.format(shown),) if shown else ())


def decoded(data: bytes) -> str | None:
    """The text that the bytes are; None where they are none."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _read(data, encoding)
    if b"\0" in data:
        first, second = data[::2].count(0), data[1::2].count(0)  # of two bytes, the greater is zero in Latin letters
        return _read(data, "utf-16-be" if first > second else "utf-16-le") if len(data) % 2 == 0 else None
    if b"\x1b$" in data:
        return _read(data, "iso2022_jp_ext")
    text = _read(data, "utf-8")
    found = [read for encoding in JAPANESE if (read := _read(data, encoding)) is not None] if text is None else [text]
    return max(found, key=_likeness, default=None)


def _read(data: bytes, encoding: str) -> str | None:
    """The text, unless it cannot be, or could not be meant: it has characters that nobody types."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if any(_is_strange(character) for character in set(text)) else text


def _is_strange(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs") and character not in "\t\r\n\f\x1a"


def _likeness(text: str) -> int:
    """How Japanese it looks: kana speak for it; half-width ones, which a wrong reading is full of, against it."""
    return sum(("ぁ" <= c <= "ヶ") - 2 * ("｡" <= c <= "ﾟ") for c in text)


def _laid_out(text: str) -> _Set:
    codes = drawable()
    lacking: dict[str, None] = {}
    pages: list[tuple[str, ...]] = []
    for sheet in text.replace("\x1a", "").replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\f"):
        lines: list[str] = []
        for line in sheet.split("\n"):
            lacking |= dict.fromkeys(c for c in line if ord(c) not in codes and c != "\t")
            lines += _wrapped("".join(c if ord(c) in codes or c == "\t" else GETA for c in line))
        pages += [tuple(lines[start : start + LINES]) for start in range(0, len(lines), LINES)]
    return _Set(tuple(pages), tuple(lacking))


def _wrapped(line: str) -> Iterator[str]:
    """A line of the text in lines that fit the page; what closes does not begin one."""
    kept, wide = "", 0.0
    for character in _spread(line):
        width = _width(character)
        if wide + width > ROOM and character not in NO_FIRST:
            yield kept
            kept, wide = "", 0.0
        kept += character
        wide += width
    yield kept


def _spread(line: str) -> Iterator[str]:
    """The characters of a line, tabs as blanks up to the next stop; a half-width character is one column."""
    column = 0
    for character in line:
        wanted = " " * (TAB - column % TAB) if character == "\t" else character
        yield from wanted
        column += len(wanted) if wanted.isascii() else round(2 * _width(character) / SIZE)


@cache
def _width(character: str) -> float:
    return text_width(character, GOTHIC, SIZE)


def _draw(canvas: Canvas, lines: tuple[str, ...], number: str) -> None:
    for at, line in enumerate(lines):
        draw_text(canvas, LEFT, A4[1] - TOP - SIZE - at * LEADING, line, GOTHIC, SIZE)
    draw_text(canvas, (A4[0] - text_width(number, GOTHIC, NUMBER_SIZE)) / 2, NUMBER_AT, number, GOTHIC, NUMBER_SIZE)
    canvas.showPage()
