"""Pages as pictures for the screen: everything that shows a page in a window comes through here.

Decision: small pictures are drawn larger and made smaller smoothly, for PDFium draws no line thinner than a pixel: the hair lines
of a form would turn it black. PDFium bears one thread at a time; in this program it is called in worker processes only, and what
goes in and comes out is plain data.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from pypdfium2 import raw

from forms.errors import PaperError

Box = tuple[float, float, float, float]  # left, bottom, right, top in points from the page's lower left corner

FINE = 2.5  # pixels a point from which PDFium's own smoothing is enough
LARGER = 3  # times as large as asked, at most
MOST_PIXELS = 40_000_000  # drawn at once; what would need more is shown coarser
MOST_SIDE = 30_000  # pixels along one side of what is drawn
UNREADABLE = "を表示できません。元の書類から PDF を作り直して入れ直してください。"


@dataclass(frozen=True)
class Picture:
    """A picture of a page, or of a part of one: `rgb` holds three bytes a pixel, row by row from the top, without gaps."""

    width: int
    height: int
    rgb: bytes = field(repr=False)


def page_count(pdf: bytes | Path) -> int:
    """How many pages there are. Raises PaperError for what is no PDF."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes | Path, page: int) -> tuple[float, float]:
    """Width and height of a page (counted from 0) as seen, in points. Raises PaperError where there is no such page."""
    with _opened(pdf) as document, _shown(document, page) as shown:
        width, height = shown.get_size()
        return width, height


def page_picture(pdf: bytes | Path, page: int, width: int, *, clip: Box | None = None) -> Picture:
    """The page (counted from 0) on white, `width` pixels wide; of it only what lies in `clip`, where one is given.

    `clip` is cut to the page; its lengths are those of the page as seen. A page much longer than wide comes narrower than asked,
    so that no picture has more than MOST_PIXELS. Raises PaperError for what cannot be shown.
    """
    with _opened(pdf) as document, _shown(document, page) as shown:
        return _picture(shown, _clipped(shown.get_size(), clip), max(width, 1))


def turned_picture(pdf: bytes | Path, page: int, width: int) -> Picture:
    """The page standing on its head. Raises PaperError for what cannot be shown."""
    shown = page_picture(pdf, page, width)
    size = (shown.width, shown.height)
    return Picture(*size, Image.frombytes("RGB", size, shown.rgb).transpose(Image.Transpose.ROTATE_180).tobytes())


@contextmanager
def _opened(pdf: bytes | Path) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed with the block; PDFium's refusals as sentences."""
    called = f"「{pdf.name}」" if isinstance(pdf, Path) else "この書類"
    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
    except FileNotFoundError:
        raise PaperError(f"{called}が見つかりません。ファイルの場所と名前をお確かめください。") from None
    except (pypdfium2.PdfiumError, OSError, MemoryError) as error:
        raise PaperError(f"{called}{UNREADABLE}") from error


@contextmanager
def _shown(document: pypdfium2.PdfDocument, page: int) -> Iterator[pypdfium2.PdfPage]:
    if not 0 <= page < len(document):
        raise PaperError(f"{page + 1}ページ目はありません（全{len(document)}ページ）。一覧を開き直してください。")
    shown = document[page]
    try:
        yield shown
    finally:
        shown.close()


def _clipped(size: tuple[float, float], clip: Box | None) -> Box:
    """The part to show, within the page; the whole page where nothing of `clip` is on it."""
    left, bottom, right, top = clip or (0.0, 0.0, *size)
    inside = (max(left, 0.0), max(bottom, 0.0), min(right, size[0]), min(top, size[1]))
    return inside if inside[0] < inside[2] and inside[1] < inside[3] else (0.0, 0.0, *size)


def _picture(page: pypdfium2.PdfPage, part: Box, width: int) -> Picture:
    across, up = part[2] - part[0], part[3] - part[1]
    height = max(round(width * up / across), 1)
    coarser = max(1.0, math.sqrt(width * height / MOST_PIXELS), height / MOST_SIDE, width / MOST_SIDE)
    size = max(int(width / coarser), 1), max(int(height / coarser), 1)
    times = max(1, min(LARGER, math.ceil(FINE * across / size[0]), math.isqrt(MOST_PIXELS // (size[0] * size[1]))))
    drawn = _drawn(page, part, (size[0] * times, size[1] * times))
    return Picture(*size, (drawn.reduce(times) if times > 1 else drawn).tobytes())


def _drawn(page: pypdfium2.PdfPage, part: Box, size: tuple[int, int]) -> Image.Image:
    """That part of the page, drawn to be just so many pixels wide and high."""
    bitmap = pypdfium2.PdfBitmap.new_native(*size, raw.FPDFBitmap_BGR, rev_byteorder=True)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
        across, down = size[0] / (part[2] - part[0]), size[1] / (part[3] - part[1])
        matrix = raw.FS_MATRIX(across, 0, 0, down, -part[0] * across, -(page.get_height() - part[3]) * down)
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, raw.FS_RECTF(0, 0, *size), flags)
        return Image.frombytes("RGB", size, bytes(bitmap.buffer), "raw", "RGB", bitmap.stride)
    finally:
        bitmap.close()
