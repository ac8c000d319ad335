"""Pictures as files: whether this version can print one."""

from functools import cache
from io import BytesIO

from PIL import Image, UnidentifiedImageError


@cache
def readable(data: bytes) -> bool:
    """Whether the bytes are a bitmap that Pillow opens (not a metafile such as EMF)."""
    try:
        with Image.open(BytesIO(data)) as image:
            return image.format not in ("EMF", "WMF")
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError):
        return False
