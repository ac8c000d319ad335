"""Pictures as files: whether this version can print one."""

from functools import cache
from io import BytesIO

from PIL import Image, UnidentifiedImageError


@cache
def readable(data: bytes) -> bool:
    """Whether the bytes are a bitmap that Pillow reads to its end (not a metafile such as EMF)."""
    try:
        with Image.open(BytesIO(data)) as image:
            if image.format in ("EMF", "WMF"):
                return False
            image.load()  # a picture that breaks off opens all the same
            return True
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
