"""Pages as pictures for the screen: white paper, the right shape, the part that was asked for, one sentence for what is odd."""

import pickle
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf
from PIL import Image

from forms.errors import PaperError
from forms.pdf.pictures import MOST_PIXELS, Box, Picture, page_count, page_picture, page_size, turned_picture
from forms.positions import A4
from tests.forms.pdfkit import box_pdf, difference, marked, page_pdf, rendered, saved

WHITE, RED, GREEN, BLUE = (255, 255, 255), (255, 0, 0), (0, 153, 0), (0, 0, 255)
CORNERS = {"left foot": (0.15, 0.9), "right foot": (0.9, 0.9), "left head": (0.1, 0.1), "right head": (0.9, 0.2)}
LINES = range(20, 580, 23)
HAIRLINES = " ".join(f"0.25 w {x} 0 m {x} 842 l S" for x in LINES).encode()


def image(picture: Picture) -> Image.Image:
    return Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)


def colours(picture: Picture) -> dict[str, object]:
    """What stands in each corner of a picture."""
    return {name: image(picture).getpixel((int(x * picture.width), int(y * picture.height))) for name, (x, y) in CORNERS.items()}


@pytest.mark.parametrize("width", [1, 60, 230, 595, 1200])
def test_a_page_is_as_wide_as_asked_and_keeps_its_shape(width: int) -> None:
    picture = page_picture(box_pdf(), 0, width)
    assert (picture.width, picture.height) == (width, max(round(width * A4[1] / A4[0]), 1))
    assert len(picture.rgb) == picture.width * picture.height * 3


def test_a_page_shows_what_another_drawer_shows() -> None:
    assert colours(page_picture(box_pdf(), 0, 300)) == {
        "left foot": RED, "right foot": GREEN, "left head": BLUE, "right head": WHITE,
    }  # fmt: skip
    assert difference(image(page_picture(box_pdf(), 0, 595)), rendered(box_pdf(), scale=1)) < 2


@pytest.mark.parametrize(("turn", "shape"), [(90, (300, 212)), (180, (300, 424)), (270, (300, 212))])
def test_a_turned_page_is_shown_turned(turn: int, shape: tuple[int, int]) -> None:
    pdf = box_pdf(Rotate=turn)
    picture = page_picture(pdf, 0, 300)
    assert (picture.width, picture.height) == shape
    assert difference(image(picture), rendered(pdf, scale=1)) < 2


@pytest.mark.parametrize(
    ("clip", "colour"),
    [((0, 0, 100, 100), RED), ((500, 0, 595, 100), GREEN), ((0, 750, 100, 841), BLUE), ((300, 20, 400, 60), WHITE), ((-50, -50, 90, 90), RED)],
)
def test_a_part_of_the_page_is_shown_as_large_as_asked(clip: Box, colour: tuple[int, int, int]) -> None:
    picture = page_picture(box_pdf(), 0, 400, clip=clip)
    assert picture.width == 400
    assert image(picture).getpixel((300, picture.height * 3 // 4)) == colour


def test_a_part_that_is_cut_by_the_edge_keeps_its_shape() -> None:
    picture = page_picture(box_pdf(), 0, 400, clip=(-100, -100, 100, 100))
    assert (picture.width, picture.height) == (400, 400)


def test_a_part_beside_the_page_shows_the_page() -> None:
    assert page_picture(box_pdf(), 0, 100, clip=(700, 0, 800, 100)) == page_picture(box_pdf(), 0, 100)


def ink_of_lines(shown: Image.Image) -> list[int]:
    """How much of each line of HAIRLINES is on the picture."""
    row = [255 - level for level in shown.convert("L").crop((0, 100, shown.width, 101)).tobytes()]
    at = [round(x * shown.width / A4[0]) for x in LINES]
    return [sum(row[x - 3 : x + 4]) for x in at]


def test_hair_lines_of_a_small_picture_are_light_and_all_alike() -> None:
    pdf = page_pdf(HAIRLINES, {"/MediaBox": Array([0, 0, *A4])})
    ink = ink_of_lines(image(page_picture(pdf, 0, 230)))
    a_pixel_wide = ink_of_lines(rendered(pdf, scale=230 / A4[0]))
    assert 0 < min(ink) <= max(ink) <= 1.1 * min(ink)
    assert max(ink) < min(a_pixel_wide) / 2


def test_a_page_without_a_ground_lies_on_white_paper() -> None:
    assert set(page_picture(page_pdf(b"", {"/MediaBox": Array([0, 0, *A4])}), 0, 50).rgb) == {255}


@pytest.mark.parametrize("box", [(0, 0, 2, 14_400), (0, 0, 14_400, 2), (0, 0, 14_400, 14_400), (0, 0, 0, 0), (0, 0, 1e-6, 1e-6)])
def test_a_page_of_odd_size_needs_no_more_than_the_room_for_one_picture(box: Box) -> None:
    picture = page_picture(page_pdf(marked((0, 0, 9, 9)), {"/MediaBox": Array(list(box))}), 0, 2000)
    assert 0 < picture.width * picture.height <= MOST_PIXELS
    assert len(picture.rgb) == picture.width * picture.height * 3


def test_pages_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(page_pdf(b"", {"/MediaBox": Array([0, 0, *A4])}, pages=3))
    assert page_count(tmp_path / "a.pdf") == 3
    assert page_picture(tmp_path / "a.pdf", 2, 10).width == 10


@pytest.mark.parametrize(("turn", "size"), [(0, A4), (90, A4[::-1])])
def test_a_page_is_as_large_as_it_is_seen(turn: int, size: tuple[float, float]) -> None:
    assert page_size(box_pdf(Rotate=turn), 0) == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize("page", [-1, 3])
def test_a_page_that_is_not_there_is_said(page: int) -> None:
    with pytest.raises(PaperError, match=rf"{page + 1}ページ目はありません（全3ページ）"):
        page_picture(page_pdf(b"", {}, pages=3), page, 10)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"hello", saved(Pdf.new()), page_pdf(b"", {"/Type": Name.Font}), saved(Pdf.new(), Encryption("o", "u"))],
    ids=["empty", "header", "text", "no page", "no page object", "protected"],
)
def test_what_cannot_be_shown_is_one_sentence(data: bytes) -> None:
    with pytest.raises(PaperError, match="ください。$"):
        page_picture(data, 0, 100)


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="a.pdf」が見つかりません"):
        page_count(tmp_path / "a.pdf")


def test_a_picture_can_be_sent_from_a_worker() -> None:
    picture = page_picture(page_pdf(b"", {"/Resources": Dictionary()}), 0, 20)
    assert pickle.loads(pickle.dumps(picture)) == picture


def test_a_page_on_its_head_is_the_page_turned_by_half() -> None:
    upright = image(page_picture(box_pdf(), 0, 200))
    assert image(turned_picture(box_pdf(), 0, 200)).tobytes() == upright.rotate(180).tobytes()
