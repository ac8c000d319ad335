from io import BytesIO
from zlib import crc32

import pytest
from pikepdf import Name, Pdf
from PIL import Image, ImageCms

from forms.attachments.images import image_pages
from forms.attachments.kinds import kind_of
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


PHOTO_KINDS = ("WEBP", "AVIF", "BMP", "GIF", "HEIF")


@pytest.mark.parametrize("kind", PHOTO_KINDS)
def test_other_kinds_of_pictures_look_as_they_did(kind: str) -> None:
    out = BytesIO()
    pillow_heif = pytest.importorskip("pillow_heif") if kind == "HEIF" else None
    if pillow_heif:
        pillow_heif.from_pillow(picture()).save(out, quality=90)
    else:
        picture().save(out, kind)
    made = image_pages("x", out.getvalue(), kind_of("x", out.getvalue()))
    assert difference(rendered(made.pdf), on_a4(picture(), fitted((600, 800)))) < 6


def test_of_a_moving_picture_the_first_is_taken_and_that_is_said() -> None:
    others = [Image.new("RGB", (600, 800), "red")] * 2
    for kind in ("GIF", "WEBP", "PNG"):
        made = image_pages("x", picture_file(picture(), kind, save_all=True, append_images=others), kind.replace("WEBP", "WebP"))
        assert (made.pages, made.notes[-1]) == (1, "動く画像のため、最初の1枚だけを入れました。")


@pytest.mark.parametrize(("mode", "options"), [("RGB", {"progressive": True}), ("CMYK", {}), ("L", {}), ("RGB", {"subsampling": 2})])
def test_a_jpeg_of_any_sort_is_kept_as_it_is(mode: str, options: dict[str, int]) -> None:
    data = picture_file(picture((300, 400)).convert(mode), "JPEG", **options)
    with Pdf.open(BytesIO(image_pages("x.jpg", data, "JPEG").pdf)) as pdf:
        assert pdf.pages[0].obj.Resources.XObject.P.read_raw_bytes() == data


def test_a_colour_profile_goes_along_and_a_broken_one_is_left_behind() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("JPEG", "PNG"):
        for given, wanted in ((profile, "/ICCBased"), (profile[:-9], "/DeviceRGB"), (b"junk" * 200, "/DeviceRGB")):
            made = image_pages("x", picture_file(picture(), kind, icc_profile=given), kind)
            with Pdf.open(BytesIO(made.pdf)) as pdf:
                space = pdf.pages[0].obj.Resources.XObject.P.ColorSpace
                assert (space[0] if wanted == "/ICCBased" else space) == wanted
            assert difference(rendered(made.pdf), on_a4(picture(), fitted((600, 800)))) < 3


@pytest.mark.parametrize(
    ("mode", "level"), [("I;16", 40_000), ("I;16B", 40_000), ("I", 40_000), ("F", 200.0)]
)
def test_deep_greys_keep_their_order(mode: str, level: float) -> None:
    ramp = Image.new("F", (200, 280), 0.0)
    ramp.paste(level, (0, 0, 100, 280))
    made = image_pages("x.tif", picture_file(ramp.convert("I").convert(mode) if mode != "F" else ramp, "TIFF"), "TIFF")
    page = rendered(made.pdf, scale=1).convert("L")
    assert page.getpixel((200, 400)) > page.getpixel((400, 400)) + 50  # type: ignore[operator]


def test_a_picture_finer_than_a_printer_shows_is_said_to_be_one_and_can_be_made_lighter() -> None:
    fine = picture_file(Image.effect_noise((6000, 8000), 30), "JPEG")
    made, lighter = image_pages("x.jpg", fine, "JPEG"), image_pages("x.jpg", fine, "JPEG", most_dpi=600)
    assert any("600 dpi を超えています" in note for note in made.notes)
    assert lighter.notes == ("1ページ目は 600 dpi に減らして軽くしました。",)
    assert len(lighter.pdf) < len(made.pdf)
    assert difference(rendered(lighter.pdf, scale=1), rendered(made.pdf, scale=1)) < 6
    assert image_pages("x.jpg", fine, "JPEG", most_dpi=5000).pdf == made.pdf


def test_a_photo_that_ends_too_soon_is_not_passed_in_silence() -> None:
    whole = picture_file(Image.effect_noise((800, 1000), 60).convert("RGB"), "JPEG")
    torn = whole[: len(whole) // 2] + b"\xff\xd9"  # cut, and closed again as some tools do
    assert any("途中で切れた写真でないか" in note for note in image_pages("x.jpg", torn, "JPEG").notes)
    assert not any("途中で切れた" in note for note in image_pages("x.jpg", whole, "JPEG").notes)


def many(frames: int) -> bytes:
    return picture_file(Image.new("1", (8, 8)), "TIFF", save_all=True, append_images=[Image.new("1", (8, 8))] * (frames - 1))


def circular() -> bytes:
    """A TIFF whose second page is followed by its first."""
    data = bytearray(many(2))
    first = int.from_bytes(data[4:8], "little")
    second = int.from_bytes(data[first + 2 + 12 * int.from_bytes(data[first : first + 2], "little") :][:4], "little")
    at = second + 2 + 12 * int.from_bytes(data[second : second + 2], "little")
    data[at : at + 4] = first.to_bytes(4, "little")
    return bytes(data)


def repeated(pages: int) -> bytes:
    """A TIFF of so many pages that all show the same picture: a directory each, and one strip."""
    data = many(1)
    first = int.from_bytes(data[4:8], "little")
    size = 2 + 12 * int.from_bytes(data[first : first + 2], "little")
    starts = [len(data) + number * (size + 4) for number in range(pages)]
    directories = (data[first : first + size] + follower.to_bytes(4, "little") for follower in (*starts[1:], 0))
    return data[:4] + starts[0].to_bytes(4, "little") + data[8:] + b"".join(directories)


def test_a_tiff_of_ten_thousand_pages_is_refused_without_counting_them() -> None:
    assert image_pages("x.tif", repeated(3), "TIFF").pages == 3
    with pytest.raises(PaperError, match=r"「x\.tif」には画像が1,000枚より多く"):
        image_pages("x.tif", repeated(10_000), "TIFF")


def test_a_tiff_that_goes_round_in_a_circle_ends() -> None:
    assert image_pages("x.tif", circular(), "TIFF").pages == 2


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1)])
def test_a_picture_of_any_shape_is_taken(size: tuple[int, int]) -> None:
    assert image_pages("x.png", picture_file(Image.new("RGB", size, "red"), "PNG"), "PNG").pages == 1
