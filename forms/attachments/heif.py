"""Photos of telephones in HEIC, where the optional library that reads them is installed (`pip install 'shinsei-packet[heic]'`).

Decision: an extra, for the library carries decoders of its own and few need it: most telephones hand out JPEG when asked.
"""

from io import BytesIO

from PIL import Image, ImageFile

from forms.errors import PaperError

try:
    import pillow_heif
except ImportError:
    pillow_heif = None

ADVICE = "は HEIC 形式の写真のため、このままでは添付できません。写真のアプリで JPEG に書き出したものを添付してください。"


def open_heic(name: str, data: bytes) -> Image.Image:
    """The picture, opened; PaperError where nothing here can read it."""
    if pillow_heif is None:
        raise PaperError(f"「{name}」{ADVICE}")
    opened: ImageFile.ImageFile = pillow_heif.HeifImageFile(BytesIO(data))
    return opened
