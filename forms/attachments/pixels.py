"""A picture of any sort as what a PDF can hold without loss: black and white, grey, RGB; nothing transparent, eight bits.

Decision: pictures are packed the way PNG packs them, which PDF readers unpack; a JPEG's data stay as they are (see images.py).
"""

from io import BytesIO
from typing import cast

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image

BYTE = 255
SPACES = {"1": (Name.DeviceGray, 1), "L": (Name.DeviceGray, 1), "RGB": (Name.DeviceRGB, 3), "CMYK": (Name.DeviceCMYK, 4)}
PROFILES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}  # what an ICC profile says it is for, and how many colours that is
MOST_PROFILE = 4 * 2**20
FOOT = 4  # percent of the height
NEARLY_WHITE = 250


def packed(target: Pdf, picture: Image.Image) -> Object:
    """The picture as an image of a PDF, packed without loss."""
    plain = on_white(picture)
    out = BytesIO()
    plain.save(out, "PNG")
    kept = plain if plain.mode == picture.mode else None
    image = image_object(target, _png_data(out.getvalue()), plain, picture.info.get("icc_profile", b"") if kept else b"")
    image.Filter = Name.FlateDecode
    image.DecodeParms = Dictionary(
        Predictor=15, Colors=len(plain.getbands()), BitsPerComponent=image.BitsPerComponent, Columns=plain.width
    )
    return image


def image_object(target: Pdf, data: bytes, picture: Image.Image, profile: bytes = b"") -> Object:
    """Packed data as an image of a PDF, as large as the picture and in its colours; `profile`: what they mean, by ICC."""
    space, colours = SPACES[picture.mode]
    image = Stream(target, data)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = picture.size
    image.ColorSpace = _profiled(target, space, colours, profile) if _is_profile(profile, colours) else space
    image.BitsPerComponent = 1 if picture.mode == "1" else 8
    return image


def _is_profile(profile: bytes, colours: int) -> bool:
    """Whether that can be a colour profile for so many colours [ICC.1, 7.2: size, space, signature]."""
    is_whole = BYTE < len(profile) <= MOST_PROFILE and int.from_bytes(profile[:4], "big") == len(profile)
    return is_whole and profile[36:40] == b"acsp" and PROFILES.get(profile[16:20]) == colours


def _profiled(target: Pdf, space: Name, colours: int, profile: bytes) -> Object:
    stream = Stream(target, profile, N=colours, Alternate=space)
    return Array([Name.ICCBased, target.make_indirect(stream)])


def on_white(picture: Image.Image) -> Image.Image:
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


def looks_cut(picture: Image.Image) -> bool:
    """Whether the foot of a photo is all of one colour that is not white: what decoders make of data that end too soon."""
    rows = FOOT * picture.height // 100 + 1
    foot = picture.crop((0, picture.height - rows, picture.width, picture.height)).convert("RGB")
    extremes = cast("tuple[tuple[int, int], ...]", foot.getextrema())
    return all(low == high for low, high in extremes) and BYTE - NEARLY_WHITE < extremes[0][0] < NEARLY_WHITE


def _png_data(png: bytes) -> bytes:
    """The packed rows of a PNG file: its IDAT chunks (length, name, data, check sum)."""
    at, rows = 8, []
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            rows.append(png[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(rows)
