"""A torn JPEG decoded as far as it goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageFile

UNREADABLE = (OSError, SyntaxError, ValueError)  # what Pillow raises on noise; Image.DecompressionBombError is none of them


@dataclass(frozen=True)
class Samples:
    """A picture's points as a PDF wants them, 8 bits a colour, rows from the top."""

    width: int
    height: int
    colours: int
    data: bytes


def rows_left(data: bytes | bytearray) -> Samples | None:
    """What can be seen of a damaged JPEG, the rest grey; None where nothing can."""
    try:
        with _patiently(), Image.open(BytesIO(data), formats=("JPEG",)) as opened:
            opened.load()
            # Pillow turns Adobe's CMYK, which counts from black; a PDF's Decode array expects it as it was
            shown = ImageChops.invert(opened) if opened.mode == "CMYK" and "adobe" in opened.info else opened.copy()
    except UNREADABLE:
        return None
    return Samples(*shown.size, len(shown.getbands()), shown.tobytes())


@contextmanager
def _patiently() -> Iterator[None]:
    """Pillow goes on where data are missing; its setting belongs to the process and is taken back."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
