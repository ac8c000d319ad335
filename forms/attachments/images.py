"""Scans and photos made into upright A4 pages.

Decision: a JPEG's data go in as they are; other pictures are packed without loss the way PNG packs them. Scans (100 dpi
and more, as the file says) keep their size; pictures that do not say, or say what no scanner says, fill the page.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image, UnidentifiedImageError

from forms.attachments.kinds import JPEG, PICTURE
from forms.attachments.limits import MAX_PAGES
from forms.attachments.notes import TURNED, Printable, on_pages
from forms.attachments.pdfs import SPLIT, add_page
from forms.attachments.scrub import save_scrubbed
from forms.attachments.upright import MARGIN, Placement, Sheet, place
from forms.errors import PaperError
from forms.pdf.contentstream import Matrix

INCH = 72.0
SCANNER_DPI = 100  # less than this is a screen's or a camera's figure, not a scanner's
MOST_DPI = 4800
LEGIBLE_DPI = 150
BYTE = 255
ORIENTATION = 0x0112
MIRRORED = (2, 4, 5, 7)
TURNS = {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
LOG = logging.getLogger(__name__)
UNREADABLE = (  # what Pillow raises on files that are not what they say
    UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, OverflowError,
)  # fmt: skip
SPACES = {"1": Name.DeviceGray, "L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}


@dataclass(frozen=True)
class _Page:
    placement: Placement
    dpi: float


def image_pages(name: str, data: bytes, kind: str) -> Printable:
    """Every picture in a JPEG, PNG or TIFF file on an upright A4 page; PaperError where it cannot be decoded."""
    try:
        with _quietly(), Image.open(BytesIO(data)) as picture, Pdf.new() as target:
            _refuse_too_many(name, 1 if kind == JPEG else getattr(picture, "n_frames", 1))
            pages = [_add(target, frame, data, kind) for frame in _frames(picture, kind)]
            return Printable(save_scrubbed(target), len(pages), _notes(pages))
    except Image.DecompressionBombError:
        raise PaperError(f"「{name}」は画素が多すぎて取り込めません。解像度を下げて保存し直してください。") from None
    except UNREADABLE as error:
        LOG.debug("reading a picture", exc_info=True)
        raise PaperError(f"「{name}」は壊れていて、画像（{kind}）として読めません。{PICTURE}") from error


@contextmanager
def _quietly() -> Iterator[None]:
    """Pillow's warnings about odd tags are nobody's concern here; what cannot be read is an exception."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _refuse_too_many(name: str, frames: int) -> None:
    if frames > MAX_PAGES:
        raise PaperError(f"「{name}」は{frames:,}ページあり、取り込める{MAX_PAGES:,}ページを超えています。{SPLIT}")


def _frames(picture: Image.Image, kind: str) -> Iterator[Image.Image]:
    """The pictures of a file; a JPEG with several (as some telephones write) counts as its first."""
    for number in range(1 if kind == JPEG else getattr(picture, "n_frames", 1)):
        picture.seek(number)
        picture.load()
        yield picture


def _add(target: Pdf, picture: Image.Image, data: bytes, kind: str) -> _Page:
    shown = _jpeg(target, picture, data) if kind == JPEG else _packed(target, picture)
    orientation = picture.getexif().get(ORIENTATION, 1)
    dpi = _scanner_dpi(picture)
    width, height = (side * INCH / (dpi or INCH) for side in picture.size)
    sheet = Sheet((0.0, 0.0, width, height), TURNS.get(orientation, 0))
    placement = place(sheet, margin=0.0 if dpi else MARGIN, enlarge=not dpi)
    drawn = _unit_square(placement.matrix, width, height, mirrored=orientation in MIRRORED)
    add_page(target, shown, Placement(drawn, placement.turned, placement.scale))
    return _Page(placement, (dpi or INCH) / placement.scale)


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
    if picture.mode not in SPACES:
        return _packed(target, picture)
    image = _image(target, data, picture)
    image.Filter = Name.DCTDecode
    if picture.mode == "CMYK" and "adobe" in picture.info:
        image.Decode = Array([1, 0] * len(picture.getbands()))  # Adobe's CMYK counts from black
    return image


def _packed(target: Pdf, picture: Image.Image) -> Object:
    plain = _on_white(picture)
    out = BytesIO()
    plain.save(out, "PNG")
    image = _image(target, _png_data(out.getvalue()), plain)
    image.Filter = Name.FlateDecode
    image.DecodeParms = Dictionary(
        Predictor=15, Colors=len(plain.getbands()), BitsPerComponent=image.BitsPerComponent, Columns=plain.width
    )
    return image


def _image(target: Pdf, data: bytes, picture: Image.Image) -> Object:
    image = Stream(target, data)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = picture.size
    image.ColorSpace = SPACES[picture.mode]
    image.BitsPerComponent = 1 if picture.mode == "1" else 8
    return image


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture as black and white, grey or RGB, what is transparent laid on white."""
    if picture.mode.startswith("I;16"):
        picture = picture.convert("I")
    if picture.mode in ("I", "F"):
        return _as_grey(picture)
    if picture.has_transparency_data:
        sheet = Image.new("RGBA", picture.size, "white")
        sheet.alpha_composite(picture.convert("RGBA"))
        return sheet.convert("RGB")
    return picture if picture.mode in ("1", "L", "RGB") else picture.convert("RGB")


def _as_grey(picture: Image.Image) -> Image.Image:
    """Grey levels of 16 bits or more as 8 bits; a picture whose lightest point fits in 8 bits is left at that."""
    lightest = cast("float", picture.getextrema()[1])
    shift = 1.0 if lightest <= BYTE else 1 / (BYTE + 1)
    return picture.point(lambda value: value * shift).convert("L")


def _png_data(png: bytes) -> bytes:
    """The packed rows of a PNG file: its IDAT chunks (length, name, data, check sum)."""
    at, rows = 8, []
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            rows.append(png[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(rows)


def _notes(pages: list[_Page]) -> tuple[str, ...]:
    numbered = list(enumerate(pages, 1))
    return (
        *on_pages((n for n, page in numbered if page.placement.turned), TURNED),
        *on_pages(
            (n for n, page in numbered if page.dpi < LEGIBLE_DPI),
            f"は画像が粗く、紙の上で {LEGIBLE_DPI} dpi に足りません。読みにくければ、スキャンし直してください。",
        ),
    )
