"""The bundled fonts: which one prints a character, how wide it is, and how a line of text is drawn.

Everything we print is drawn with the BIZ UD families (SIL OFL) in resources/fonts, with Noto Serif JP for what they lack,
and embedded. Decision: ☐ ☑ ☒, which none of them has, are the glyph of □ with strokes on top, and read back as themselves.
A font is parsed when it is first used (about 30 ms each).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from forms.errors import RenderError
from forms.paths import FONTS
from forms.truetype import PRIVATE, PrintedFont

MINCHO, P_MINCHO, GOTHIC, P_GOTHIC = "UDMincho", "UDPMincho", "UDGothic", "UDPGothic"
FAMILIES = (MINCHO, P_MINCHO, GOTHIC, P_GOTHIC)
FALLBACK = "NotoSerifJP"
LOOKALIKES = {"☐": "□", "☑": "□", "☒": "□", "✔": "✓"}
STROKES = {  # in em, from the left end of the baseline
    "☑": ((0.22, 0.40, 0.42, 0.16), (0.42, 0.16, 0.80, 0.68)),
    "☒": ((0.22, 0.12, 0.78, 0.68), (0.22, 0.68, 0.78, 0.12)),
}
STROKE_WIDTH = 0.08
rl_config.useA85 = 0  # reportlab would write pages in letters (ASCII85): a quarter longer, and slow to write and to read
UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f")  # they print nothing by themselves
GOTHIC_NAMES = re.compile("gothic|ゴシック|角ゴ|meiryo|メイリオ|arial|calibri|segoe|helvetica|sans|courier|wingdings")
PROPORTIONAL_NAMES = re.compile("ｐ明朝|ｐゴシック|pmincho|pgothic|udp|century|times|arial|calibri|segoe|helvetica|wingdings")


@dataclass(frozen=True)
class Face:
    """One font file as text is measured with it; ascent, descent (both positive) and widths are fractions of the size."""

    name: str
    ascent: float
    descent: float
    emboldened: bool
    _widths: Mapping[int, float] = field(repr=False, compare=False)

    def width(self, text: str) -> float:
        """The advance of `text`, a text that `segments` gave for this face."""
        widths = self._widths
        return sum(widths[ord(character)] for character in text) / 1000


@cache
def face(family: str, bold: bool) -> Face:
    """The face of a family in FAMILIES or FALLBACK; where the family has no bold cut it is drawn emboldened."""
    cut = "Bold" if bold and family != FALLBACK else "Regular"
    font = _font(f"{'' if family == FALLBACK else 'BIZ'}{family}-{cut}")
    return Face(
        name=font.fontName,
        ascent=font.face.ascent / 1000,
        descent=-font.face.descent / 1000,
        emboldened=bold and cut == "Regular",
        _widths=font.face.charWidths,
    )


@cache
def _font(name: str) -> PrintedFont:
    font = PrintedFont(name, FONTS / f"{name}.ttf")
    pdfmetrics.registerFont(font)
    vars(pdfmetrics)["_fonts"][name] = font  # else reportlab gives this name to whoever registered the same face before
    return font


def family_for(word_font_name: str) -> str:
    """The bundled family that stands in for a font named in a Word file; unknown names count as Mincho."""
    name = word_font_name.lower()
    proportional = PROPORTIONAL_NAMES.search(name)
    if GOTHIC_NAMES.search(name):
        return P_GOTHIC if proportional else GOTHIC
    return P_MINCHO if proportional else MINCHO


@cache
def drawable() -> frozenset[int]:
    """Every code point that can be printed, in any of the families."""
    own = _font(face(MINCHO, False).name).codes | _font(face(FALLBACK, False).name).codes
    selectors = {*range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0)}
    return own | {ord(mark) for mark in LOOKALIKES} | {ord(mark) for mark in UNSEEN} | selectors


def segments(text: str, family: str, bold: bool) -> list[tuple[Face, str]]:
    """Split `text` by the face that prints it.

    The strings are for `draw_segment` and `Face.width`: variation sequences and ☐ ☑ ☒ are private characters in them.
    Raises RenderError for a character that no bundled font has.
    """
    pieces: list[tuple[Face, str]] = []
    for cluster in _clusters(text):
        owner, drawn = _printed(cluster, family, bold)
        if pieces and pieces[-1][0] is owner:
            pieces[-1] = (owner, pieces[-1][1] + drawn)
        else:
            pieces.append((owner, drawn))
    return pieces


def _clusters(text: str) -> list[str]:
    """The characters of `text`, each with the variation selector that follows it; what prints nothing is left out."""
    clusters: list[str] = []
    for character in text:
        if clusters and is_selector(character):
            clusters[-1] += character
        elif character not in UNSEEN and not is_selector(character):
            clusters.append(character)
    return clusters


def is_selector(character: str) -> bool:
    """Whether it chooses a form of the character before it (ideographic and standardised variation selectors)."""
    return "\ufe00" <= character <= "\ufe0d" or "\U000e0100" <= character <= "\U000e01ef"


@cache
def _printed(cluster: str, family: str, bold: bool) -> tuple[Face, str]:
    """The face that prints a cluster, and the character to print with it."""
    base, selector = cluster[0], cluster[1:2]
    candidates = (face(family, bold), face(FALLBACK, bold)) if family != FALLBACK else (face(FALLBACK, bold),)
    if selector:
        for owner in candidates:
            if _font(owner.name).has_sequence(base, selector):
                return owner, _font(owner.name).sequence(base, selector)
    for owner in candidates:
        font = _font(owner.name)
        if ord(base) in font.codes:
            return owner, font.sequence(base, selector) if selector else base
        if base in LOOKALIKES:
            return owner, font.alias(base, LOOKALIKES[base])
    raise RenderError(f"「{base}」（U+{ord(base):04X}）は、この版の字体にないため印刷できません。別の字に置き換えてください。")


def standing(owner: Face, character: str) -> str:
    """The character to draw in vertical text: the font's own upright form of 、 （ ー and their kin, which reads back the same."""
    font = _font(owner.name)
    return font.upright(character) if len(font.meaning(character)) == 1 else character


class _Canvas(Canvas):
    """A canvas that writes colours only where they change: half of what a form's page would say holds already."""

    _code: list[str]
    _fillColorObj: tuple[float, ...]  # noqa: N815 - reportlab's own record of what holds, kept right by saveState and restoreState
    _strokeColorObj: tuple[float, ...]  # noqa: N815

    def setFillColorRGB(self, r: float, g: float, b: float, alpha: float | None = None) -> None:  # noqa: N802 - reportlab's name
        if alpha is not None or (r, g, b) != self._fillColorObj:
            super().setFillColorRGB(r, g, b, alpha)

    def setStrokeColorRGB(self, r: float, g: float, b: float, alpha: float | None = None) -> None:  # noqa: N802
        if alpha is not None or (r, g, b) != self._strokeColorObj:
            super().setStrokeColorRGB(r, g, b, alpha)

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        self._lineWidth = width
        self._code.append(_line_width(width))


@lru_cache(maxsize=1000)
def _line_width(width: float) -> str:
    """The operator that sets a line width: a form has few of them and asks for each a hundred times."""
    return f"{fp_str(width)} w"


def open_canvas(target: str | BinaryIO, size: tuple[float, float]) -> Canvas:
    """A canvas of `size` points that embeds every font it uses and writes the same bytes for the same drawing."""
    ours: Any = face(MINCHO, False).name  # else reportlab starts every page with Helvetica, unembedded; its stubs say float
    canvas = _Canvas(target, pagesize=size, invariant=1, pageCompression=1, initialFontName=ours)
    for erase in (canvas.setTitle, canvas.setAuthor, canvas.setSubject):
        erase("")
    canvas.setCreator("shinsei-packet")
    return canvas


@dataclass(frozen=True)
class Pen:
    """How a segment is drawn: size in points, spacing in points after each character, scale of the widths."""

    size: float
    spacing: float = 0.0
    scale: float = 1.0
    slanted: bool = False


def draw_segment(canvas: Canvas, x: float, y: float, owner: Face, text: str, pen: Pen) -> None:
    """Draw one segment with its left end and baseline at (x, y) points, in the canvas's fill colour."""
    if owner.emboldened:
        canvas.setLineWidth(pen.size * 0.03)
    canvas.addLiteral(_operators(canvas, (x, y), owner, text, pen))
    if max(text, default="") >= chr(PRIVATE):
        _draw_strokes(canvas, x, y, owner, text, pen)


def _operators(canvas: Canvas, at: tuple[float, float], owner: Face, text: str, pen: Pen) -> str:
    """The text as PDF operators [ISO 32000-1, 9.4]; reportlab's text objects say the same in many times the time.

    Spacing, scale and mode belong to the page's graphics state and are taken back.
    """
    font, document = _font(owner.name), vars(canvas)["_doc"]
    shown = " ".join(
        f"{font.getSubsetInternalName(subset, document)} {pen.size:.4f} Tf <{codes.hex()}> Tj"
        for subset, codes in font.splitString(text, document)
    )
    before, behind = _manner(pen.spacing, pen.scale * 100, emboldened=owner.emboldened)
    return f"BT 1 0 {'0.2' if pen.slanted else '0'} 1 {at[0]:.4f} {at[1]:.4f} Tm{before} {shown}{behind} ET"


@lru_cache(maxsize=1000)
def _manner(spacing: float, percent: float, *, emboldened: bool) -> tuple[str, str]:
    """The operators that set spacing, scale and mode, and those that take them back."""
    before = f" {spacing:.4f} Tc" * (spacing != 0.0) + f" {percent:.4f} Tz" * (percent != 100.0) + " 2 Tr" * emboldened
    return before, " 0.0 Tc" * (spacing != 0.0) + " 100.0 Tz" * (percent != 100.0) + " 0 Tr" * emboldened


def _draw_strokes(canvas: Canvas, x: float, y: float, owner: Face, text: str, pen: Pen) -> None:
    font = _font(owner.name)
    canvas.setLineWidth(pen.size * STROKE_WIDTH)
    for character in text:
        for x0, y0, x1, y1 in STROKES.get(font.meaning(character), ()):
            stretch = pen.size * pen.scale
            canvas.line(x + x0 * stretch, y + y0 * pen.size, x + x1 * stretch, y + y1 * pen.size)
        x += (owner.width(character) * pen.size + pen.spacing) * pen.scale


def draw_text(canvas: Canvas, x: float, y: float, text: str, family: str, size: float, *, bold: bool = False) -> None:
    """Draw a line of text with its left end and baseline at (x, y) points; size in points."""
    for owner, part in segments(text, family, bold):
        draw_segment(canvas, x, y, owner, part, Pen(size))
        x += owner.width(part) * size


def text_width(text: str, family: str, size: float, *, bold: bool = False) -> float:
    """The width in points of a line of text as `draw_text` draws it."""
    return sum(owner.width(part) for owner, part in segments(text, family, bold)) * size
