"""Scans and photos made into upright A4 pages.

Decision: a JPEG's data go in as they are; other pictures are packed without loss the way PNG packs them. Scans (100 dpi
and more, as the file says) keep their size; pictures that do not say, or say what no scanner says, fill the page. What is finer
than a printer shows is made lighter only when somebody asks for it.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Array, Name, Object, Pdf
from PIL import Image, UnidentifiedImageError

from forms.attachments.heif import open_heic
from forms.attachments.kinds import AVIF, BMP, GIF, HEIC, JPEG, PICTURE, PNG, TIFF, WEBP
from forms.attachments.notes import READING, TURNED, Printable, on_pages
from forms.attachments.pdfs import SPLIT, add_page
from forms.attachments.pixels import SPACES, image_object, looks_cut, on_white, packed
from forms.attachments.scrub import save_scrubbed
from forms.attachments.upright import MARGIN, Placement, Sheet, place
from forms.errors import PaperError
from forms.positions import Matrix
from forms.progress import Tell, telling, untold

INCH = 72.0
SCANNER_DPI = 100  # less than this is a screen's or a camera's figure, not a scanner's
MOST_DPI = 4800
LEGIBLE_DPI, PRINTED_DPI = 150, 600
MOST_FRAMES = 1_000  # nobody scans more into one picture file
PHOTOS, QUALITY = (JPEG, HEIC, AVIF, WEBP), 88  # kinds with loss; of JPEG
GLIMPSE = (64, 64)  # a JPEG is decoded this small, to find out whether all of it is there
ORIENTATION = 0x0112
MIRRORED = (2, 4, 5, 7)
TURNS = {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
LOG = logging.getLogger(__name__)
UNREADABLE = (  # what Pillow raises on files that are not what they say
    UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, OverflowError, RuntimeError,
)  # fmt: skip
FORMATS = {  # which of Pillow's readers may see a file of a kind
    JPEG: ("JPEG", "MPO"), PNG: ("PNG",), TIFF: ("TIFF",), BMP: ("BMP",), WEBP: ("WEBP",), GIF: ("GIF",), AVIF: ("AVIF",),
}  # fmt: skip
HEAVY = f"は印刷に要るより細かく、{PRINTED_DPI} dpi を超えています。"
COARSE = f"は画像が粗く、紙の上で {LEGIBLE_DPI} dpi に足りません。読みにくければ、スキャンし直してください。"
CUT = "は下の方が一色で塗りつぶされています。途中で切れた写真でないかお確かめください。"
MOVING = "動く画像のため、最初の1枚だけを入れました。"
LIGHTER = f"は {PRINTED_DPI} dpi に減らして軽くしました。"


@dataclass(frozen=True)
class _Page:
    placement: Placement
    dpi: float
    is_cut: bool = False
    is_lighter: bool = False


def image_pages(name: str, data: bytes, kind: str, tell: Tell = untold, *, most_dpi: float = 0.0) -> Printable:
    """Every picture in a file of one of the kinds in PICTURES on an upright A4 page; PaperError where it cannot be decoded.

    `most_dpi`: what is finer than that on paper is made coarser; 0: nothing is.
    """
    try:
        with _quietly(), _opened(name, data, kind) as picture, Pdf.new() as target:
            frames = _frames(picture, _count(name, picture) if kind == TIFF else 1, tell)
            pages = [_add(target, frame, _Source(data, kind, most_dpi)) for frame in frames]
            moving = (MOVING,) if kind != TIFF and kind != JPEG and getattr(picture, "n_frames", 1) > 1 else ()
            return Printable(save_scrubbed(target), len(pages), _notes(pages) + moving)
    except Image.DecompressionBombError:
        raise PaperError(f"「{name}」は画素が多すぎて添付できません。解像度を下げて保存し直してください。") from None
    except UNREADABLE as error:
        LOG.debug("reading a picture", exc_info=True)
        raise PaperError(f"「{name}」は壊れていて、画像（{kind}）として読めません。{PICTURE}") from error


@contextmanager
def _quietly() -> Iterator[None]:
    """Pillow's warnings about odd tags are nobody's concern here; what cannot be read is an exception."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def may_be_lighter(notes: tuple[str, ...]) -> bool:
    """Whether a paper with these notes holds pictures finer than a printer shows."""
    return any(note.endswith(HEAVY) for note in notes)


def _opened(name: str, data: bytes, kind: str) -> Image.Image:
    return open_heic(name, data) if kind == HEIC else Image.open(BytesIO(data), formats=FORMATS[kind])


def _count(name: str, picture: Image.Image) -> int:
    """How many pictures a TIFF holds, counted no further than anybody scans."""
    for number in range(MOST_FRAMES + 1):
        try:
            picture.seek(number)
        except EOFError:
            return number
    raise PaperError(f"「{name}」には画像が{MOST_FRAMES:,}枚より多く入っていて、添付できません。{SPLIT}")


def _frames(picture: Image.Image, count: int, tell: Tell) -> Iterator[Image.Image]:
    """The pictures of a file: all of a TIFF, the first of others (as of a JPEG with several, which some telephones write)."""
    for number in telling(tell, READING, count):
        picture.seek(number)
        yield picture


@dataclass(frozen=True)
class _Source:
    data: bytes
    kind: str
    most_dpi: float


def _add(target: Pdf, picture: Image.Image, source: _Source) -> _Page:
    size, orientation, dpi = picture.size, picture.getexif().get(ORIENTATION, 1), _scanner_dpi(picture)
    width, height = (side * INCH / (dpi or INCH) for side in size)
    sheet = Sheet((0.0, 0.0, width, height), TURNS.get(orientation, 0))
    placement = place(sheet, margin=0.0 if dpi else MARGIN, enlarge=not dpi)
    on_paper = (dpi or INCH) / placement.scale
    is_lighter = 0 < source.most_dpi < on_paper
    shown = _lighter(target, picture, source.kind, source.most_dpi / on_paper) if is_lighter else _shown(target, picture, source)
    drawn = _unit_square(placement.matrix, width, height, mirrored=orientation in MIRRORED)
    add_page(target, shown, Placement(drawn, placement.turned, placement.scale))
    is_cut = source.kind == JPEG and looks_cut(picture)
    return _Page(placement, min(on_paper, source.most_dpi or on_paper), is_cut, is_lighter)


def _shown(target: Pdf, picture: Image.Image, source: _Source) -> Object:
    if source.kind == JPEG and picture.mode in SPACES:
        return _jpeg(target, picture, source.data)
    picture.load()
    return packed(target, picture)


def _unit_square(matrix: Matrix, width: float, height: float, *, mirrored: bool) -> Matrix:
    """The matrix for a picture, which is always one unit high and wide, in place of one for its size in points."""
    a, b, c, d, e, f = matrix
    if mirrored:
        a, b, e, f = -a, -b, e + a * width, f + b * width
    return a * width, b * width, c * height, d * height, e, f


def _scanner_dpi(picture: Image.Image) -> float:
    """Dots per inch as the file says, the smaller of the two where they differ; 0 where no scanner says so."""
    try:
        said = min(float(value) for value in picture.info.get("dpi", (0.0,)))
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0
    return said if SCANNER_DPI <= said <= MOST_DPI else 0.0


def _jpeg(target: Pdf, picture: Image.Image, data: bytes) -> Object:
    """The data as they are, once they have been decoded, if only small."""
    image = image_object(target, data, picture, picture.info.get("icc_profile", b""))
    image.Filter = Name.DCTDecode
    if picture.mode == "CMYK" and "adobe" in picture.info:
        image.Decode = Array([1, 0] * len(picture.getbands()))  # Adobe's CMYK counts from black
    picture.draft(picture.mode, GLIMPSE)
    picture.load()
    return image


def _lighter(target: Pdf, picture: Image.Image, kind: str, share: float) -> Object:
    """The picture with that share of its width and height; what came as a photo stays one, lettering becomes grey."""
    picture.load()
    plain = on_white(picture)
    size = (max(round(plain.width * share), 1), max(round(plain.height * share), 1))
    small = (plain.convert("L") if plain.mode == "1" else plain).resize(size, Image.Resampling.LANCZOS)
    if kind not in PHOTOS:
        return packed(target, small)
    out = BytesIO()
    small.save(out, "JPEG", quality=QUALITY)
    image = image_object(target, out.getvalue(), small)
    image.Filter = Name.DCTDecode
    return image


def _notes(pages: list[_Page]) -> tuple[str, ...]:
    numbered = list(enumerate(pages, 1))
    return (
        *on_pages((n for n, page in numbered if page.placement.turned), TURNED),
        *on_pages((n for n, page in numbered if page.dpi < LEGIBLE_DPI), COARSE),
        *on_pages((n for n, page in numbered if page.dpi > PRINTED_DPI), HEAVY),
        *on_pages((n for n, page in numbered if page.is_lighter), LIGHTER),
        *on_pages((n for n, page in numbered if page.is_cut), CUT),
    )
