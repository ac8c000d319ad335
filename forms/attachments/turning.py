"""Turning pages by hand, once a paper has been taken in: what is upright A4 stays upright A4, however often it is turned.

Decision: a turn is a line of its own around what the page draws, so that it can be read back, taken off again and written into a
case.toml; the drawing itself, and the original, are never touched. Turns count quarters clockwise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, PdfError, Stream

from forms.attachments.notes import on_pages
from forms.attachments.upright import MARGIN, QUARTER, Box, centred
from forms.errors import PaperError
from forms.papers import Paper
from forms.pdf.contentstream import numbers
from forms.pdf.saving import saved
from forms.positions import A4, Matrix

BY_HAND = "は手で向きを直しました。"
FULL_TURN = 4
TURN = re.compile(rb"q ([-\d. ]+) cm\n(.*)Q\n", re.DOTALL)
PLACED = re.compile(rb"q ([-\d. ]+) cm /(\w+) Do Q\n")
WHOLE: Box = (0.0, 0.0, *A4)


@dataclass(frozen=True)
class _Drawn:
    """What a page draws without the turn, and how far it was turned by hand."""

    content: bytes
    turn: int


def turned(paper: Paper, quarter_turns: int, page: int | None = None) -> Paper:
    """The paper with one page (from 0), or all, turned by so many quarters clockwise; PaperError where there is no such page."""
    if page is not None and not 0 <= page < paper.pages:
        raise PaperError(f"「{paper.name}」に{page + 1}ページ目はありません（全{paper.pages}ページ）。一覧を開き直してください。")
    turns = turns_of(paper.pdf)
    return _with_turns(paper, [turn + (quarter_turns if page in (None, at) else 0) for at, turn in enumerate(turns)])


def turned_to(paper: Paper, turns: Sequence[int]) -> Paper:
    """The paper with its pages turned as `turns_of` told; pages of which it told nothing are left upright."""
    told = dict(enumerate(turns))
    return _with_turns(paper, [told.get(at, 0) for at in range(paper.pages)])


def turns_of(pdf: bytes) -> tuple[int, ...]:
    """How many quarters each page of a paper's printable PDF was turned clockwise by hand, 0 to 3; none for what is no PDF."""
    try:
        with Pdf.open(BytesIO(pdf)) as opened:
            return tuple(_drawn(page).turn for page in opened.pages)
    except PdfError:
        return ()


def _with_turns(paper: Paper, turns: Sequence[int]) -> Paper:
    settled = [turn % FULL_TURN for turn in turns]
    try:
        with Pdf.open(BytesIO(paper.pdf)) as opened:
            for page, turn in zip(opened.pages, settled, strict=True):
                drawn = _drawn(page)
                if drawn.turn != turn:
                    page.obj.Contents = Stream(opened, _turned(page, drawn.content, turn))
            pdf = _saved_twice(opened)
    except PdfError as error:
        raise PaperError(f"「{paper.name}」の頁を読めません。元のファイルを入れ直してください。") from error
    notes = tuple(note for note in paper.notes if not note.endswith(BY_HAND))
    by_hand = on_pages((number for number, turn in enumerate(settled, 1) if turn), BY_HAND)
    return replace(paper, pdf=pdf, notes=notes + by_hand)


def _saved_twice(pdf: Pdf) -> bytes:
    """The document as bytes that do not tell how often it was turned: qpdf writes what is new in it another way than what was read."""
    with Pdf.open(BytesIO(saved(pdf))) as read_back:
        return saved(read_back)


def _drawn(page: Page) -> _Drawn:
    contents = page.obj.get("/Contents")
    pieces = list(contents) if isinstance(contents, Array) else [contents]
    content = b"\n".join(piece.read_bytes() for piece in pieces if isinstance(piece, Stream))
    found = TURN.fullmatch(content)
    return _Drawn(found[2], _turn_in(_matrix(found[1]))) if found else _Drawn(content, 0)


def _matrix(spelt: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, spelt.split())
    return a, b, c, d, e, f


def _turn_in(matrix: Matrix) -> int:
    a, b, *_ = matrix
    return (0 if a > 0 else 2) if abs(a) > abs(b) else (1 if b < 0 else 3)


def _turned(page: Page, content: bytes, turn: int) -> bytes:
    """The drawing turned, made to fit upright A4 again where it does not, and in the middle."""
    if turn == 0:
        return content
    box = _box_drawn(page, content)
    matrix = centred(box, turn * QUARTER, _scale(box, turn))
    return b"q " + numbers(matrix) + b" cm\n" + content + b"Q\n"


def _scale(box: Box, turn: int) -> float:
    """1, or what makes the turned box fit; what kept a margin (as pictures do) keeps it."""
    free = min(box[0], box[1], A4[0] - box[2], A4[1] - box[3])
    margin = min(max(free, 0.0), MARGIN)
    size = (box[2] - box[0], box[3] - box[1])
    seen = size if turn % 2 == 0 else size[::-1]
    return min(1.0, *((room - 2 * margin) / side for room, side in zip(A4, seen, strict=True)))


def _box_drawn(page: Page, content: bytes) -> Box:
    """Where on the page something is drawn, as far as it is one thing that we placed there; else the page."""
    found = PLACED.fullmatch(content)
    shown = _named(page, f"/{found[2].decode('ascii')}") if found else None
    if found is None or shown is None:
        return WHOLE
    left, bottom, right, top = _own_box(shown)
    a, b, c, d, e, f = _matrix(found[1])
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _named(page: Page, name: str) -> Stream | None:
    """What a page calls by that name to draw it."""
    node: Object | None = page.obj
    for key in ("/Resources", "/XObject", name):
        node = node.get(key) if isinstance(node, Dictionary) else None
    return node if isinstance(node, Stream) else None


def _own_box(shown: Object) -> Box:
    """The box of a form in its own terms; a picture is one unit wide and high."""
    if shown.get("/Subtype") == Name.Image:
        return 0.0, 0.0, 1.0, 1.0
    left, bottom, right, top = (float(edge) for edge in shown.BBox)
    return left, bottom, right, top
