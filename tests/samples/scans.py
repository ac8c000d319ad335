"""Papers as they come from a scanner, a fax, a telephone or a screen: made from our own PDFs.

Decision: the noise comes from a seeded generator, so that a second run gives the same bytes.
"""

import io
import random
from collections.abc import Callable

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader

from tests.samples.kit import plain_canvas

DPI = 120


def pictures(source: bytes, dpi: int) -> list[Image.Image]:
    """Every page in grey."""
    document = pypdfium2.PdfDocument(source)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def _dust(picture: Image.Image, seed: int) -> Image.Image:
    """Soft grain over the paper, which is no longer quite white."""
    generator = random.Random(seed)
    small = (picture.width // 3, picture.height // 3)
    grain = Image.frombytes("L", small, generator.randbytes(small[0] * small[1])).resize(picture.size)
    return Image.blend(picture.point(lambda value: 14 + value * 226 // 255), grain.filter(ImageFilter.GaussianBlur(1)), 0.05)


def _skewed(picture: Image.Image, degrees: float, ground: int) -> Image.Image:
    return picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=ground)


def _jpeg(picture: Image.Image, quality: int, **options: bytes) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, **options)
    return out.getvalue()


def scan(source: bytes, sideways: int) -> bytes:
    """A PDF of grey JPEG pages, a little askew; page number `sideways` (from 1; 0: none) lies on its side."""
    out = io.BytesIO()
    canvas = plain_canvas(out, "gothic")
    for number, page in enumerate(pictures(source, DPI), 1):
        picture = _dust(_skewed(page, 0.5 if number % 2 else -0.4, 255), number)
        if number == sideways:
            picture = picture.transpose(Image.Transpose.ROTATE_270)
        size = (picture.width * 72 / DPI, picture.height * 72 / DPI)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(io.BytesIO(_jpeg(picture, 45))), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def fax(source: bytes, _: int) -> bytes:
    """A TIFF of black and white pages, 150 dots an inch, as a fax stores them."""
    pages = [page.convert("1", dither=Image.Dither.NONE) for page in pictures(source, 150)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(150, 150))
    return out.getvalue()


def photo(source: bytes, _: int) -> bytes:
    """A telephone's photograph: the paper on a desk, stored lying, upright only by EXIF orientation 6."""
    page = pictures(source, 110)[0]
    desk = Image.new("L", (page.width + 140, page.height + 180), 96)
    desk.paste(_dust(page, 7), (64, 90))
    stored = _skewed(desk, 1.2, 96).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "sample phone"
    return _jpeg(stored, 55, exif=exif.tobytes())


def screen(source: bytes, _: int) -> bytes:
    """A picture of the screen, as PNG in sixteen greys."""
    page = pictures(source, 120)[0]
    out = io.BytesIO()
    page.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()


FINISHES: dict[str, Callable[[bytes, int], bytes]] = {"scan": scan, "fax": fax, "photo": photo, "screen": screen}
