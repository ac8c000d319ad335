from io import BytesIO
from zlib import crc32

import pytest
from pikepdf import Name, Pdf
from PIL import Image

from forms.attachments.images import image_pages
from forms.errors import PaperError
from forms.positions import A4
from tests.forms.pdfkit import difference, on_a4, picture, picture_file, rendered

A4_AT_150 = (1240, 1754)
ORIENTATIONS = {  # what a camera does to the picture before it writes this figure
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def photo(orientation: int) -> bytes:
    change = ORIENTATIONS.get(orientation)
    taken = picture() if change is None else picture().transpose(change)
    exif = Image.Exif()
    exif[0x0112] = orientation
    return picture_file(taken, "JPEG", exif=exif, quality=95)


def fitted(size: tuple[int, int]) -> tuple[float, float]:
    scale = min((A4[0] - 56.7) / size[0], (A4[1] - 56.7) / size[1])
    return size[0] * scale, size[1] * scale


@pytest.mark.parametrize("orientation", [*ORIENTATIONS, 0, 9, 65535])
def test_a_photo_stands_upright_whatever_way_the_camera_was_held(orientation: int) -> None:
    made = image_pages("x.jpg", photo(orientation), "JPEG")
    assert difference(rendered(made.pdf), on_a4(picture(), fitted((600, 800)))) < 2


def test_a_landscape_photo_is_turned_with_its_top_to_the_left() -> None:
    made = image_pages("x.jpg", picture_file(picture((800, 600)), "JPEG", quality=95), "JPEG")
    turned = picture((800, 600)).transpose(Image.Transpose.ROTATE_90)
    assert difference(rendered(made.pdf), on_a4(turned, fitted((600, 800)))) < 2
    assert made.notes[0] == "1ページ目は横長のため、上を左にして縦向きに直しました。"


def test_a_jpeg_is_kept_as_it_is() -> None:
    data = photo(6)
    with Pdf.open(BytesIO(image_pages("x.jpg", data, "JPEG").pdf)) as pdf:
        image = pdf.pages[0].obj.Resources.XObject.P
        assert image.read_raw_bytes() == data
        assert image.Filter == Name.DCTDecode


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *[("PNG", mode) for mode in ("1", "L", "P", "RGB", "RGBA", "LA", "I;16")],
        *[("TIFF", mode) for mode in ("1", "L", "P", "RGB", "RGBA", "CMYK", "I;16", "F", "LAB", "YCbCr")],
        *[("JPEG", mode) for mode in ("L", "RGB", "CMYK")],
    ],
)
def test_every_sort_of_picture_looks_as_it_did(kind: str, mode: str) -> None:
    source = picture((200, 280), "L" if mode in ("1", "L", "LA", "I;16", "F") else "RGB")
    if mode == "I;16":
        image = source.convert("I").point(lambda value: value * 257).convert("I;16")
    elif mode == "LAB":
        image = Image.merge("LAB", [source.convert("L"), *[Image.new("L", source.size, 128)] * 2])
        source = source.convert("L")
    else:
        image = source.convert(mode)
    made = image_pages("x", picture_file(image, kind), kind)
    wanted = image.convert("RGB") if mode == "1" else source.convert("RGB")
    assert difference(rendered(made.pdf), on_a4(wanted, fitted((200, 280)))) < 6


def test_what_is_transparent_is_white() -> None:
    image = picture((300, 400), "RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    made = image_pages("x.png", picture_file(image, "PNG"), "PNG")
    assert rendered(made.pdf).getextrema() == ((255, 255),) * 3


def test_a_scan_keeps_its_size() -> None:
    data = picture_file(picture((620, 877)), "PNG", dpi=(150, 150))
    made = image_pages("x.png", data, "PNG")
    assert difference(rendered(made.pdf), on_a4(picture((620, 877)), (297.6, 421))) < 2
    assert made.notes == ()


def test_every_page_of_a_tiff_is_taken() -> None:
    pages = [picture((400, 500)), picture((500, 400)).convert("1"), picture((300, 900)).convert("L")]
    made = image_pages("x.tif", picture_file(pages[0], "TIFF", save_all=True, append_images=pages[1:]), "TIFF")
    assert made.pages == 3
    assert made.notes[0] == "2ページ目は横長のため、上を左にして縦向きに直しました。"
    assert difference(rendered(made.pdf, 2), on_a4(pages[2].convert("RGB"), fitted((300, 900)))) < 2


@pytest.mark.parametrize(("size", "coarse"), [(A4_AT_150, False), ((1000, 1414), True)])
def test_a_coarse_picture_is_said_to_be_one(size: tuple[int, int], coarse: bool) -> None:
    made = image_pages("x.jpg", picture_file(Image.new("L", size, "white"), "JPEG"), "JPEG")
    assert any("150 dpi に足りません" in note for note in made.notes) is coarse


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_torn_picture_is_refused(kind: str) -> None:
    data = picture_file(picture((300, 400)), kind)
    with pytest.raises(PaperError, match=f"「x」は壊れていて、画像（{kind}）として読めません"):
        image_pages("x", data[: len(data) // 2], kind)


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    header = picture_file(Image.new("1", (8, 8)), "PNG")
    chunk = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + header[24:29]
    huge = header[:12] + chunk + crc32(chunk).to_bytes(4, "big") + header[33:]
    with pytest.raises(PaperError, match="画素が多すぎて"):
        image_pages("x.png", huge, "PNG")


def test_the_same_picture_gives_the_same_bytes_and_a_sound_file() -> None:
    data = picture_file(picture(), "PNG")
    made = image_pages("x.png", data, "PNG")
    assert made.pdf == image_pages("x.png", data, "PNG").pdf
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
