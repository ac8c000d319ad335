"""What is torn is mended and told by page; what asks for too much is refused. The files of many kinds are in oddfiles/."""

import random
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from forms.attachments.jpegs import is_whole
from forms.attachments.limits import within_limits
from forms.attachments.pdfs import pdf_pages
from forms.attachments.unpacking import inflated, lzw_size
from tests.forms.attachments.oddfiles import drawings, marks
from tests.forms.attachments.oddfiles.bombs import lzw_bomb
from tests.forms.attachments.oddfiles.drawings import jpeg, lzw
from tests.forms.attachments.oddfiles.soak import case, outcome
from tests.forms.pdfkit import saved

PIXELS = bytes(range(256)) * 300


def picture(pdf: Pdf, data: bytes) -> Stream:
    image = Stream(pdf, b"")
    image.write(data, filter=Name.FlateDecode)
    image.Type, image.Subtype, image.ColorSpace, image.BitsPerComponent = Name.XObject, Name.Image, Name.DeviceGray, 8
    image.Width, image.Height = 256, 300
    return image


def scans(torn: set[int], shared: bool) -> bytes:
    """Five pages with a picture each, or one for all; those named (from 0) have torn data."""
    with Pdf.new() as pdf:
        whole = zlib.compress(PIXELS)
        one = picture(pdf, whole[: len(whole) // 2] if shared else whole)
        for number in range(5):
            shown = one if shared else picture(pdf, whole[: len(whole) // 2] if number in torn else whole)
            page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595, 842]), Resources=Dictionary(XObject=Dictionary(I=shown)))
            page.Contents = Stream(pdf, b"q 400 0 0 400 50 50 cm /I Do Q")
            pdf.pages.append(Page(pdf.make_indirect(page)))
        return saved(pdf)


@pytest.mark.parametrize(
    ("torn", "shared", "said"), [({1, 3, 4}, False, "2・4～5ページ目は壊れていて"), (set(), True, "1～5ページ目は壊れていて"), (set(), False, "")]
)
def test_pages_with_torn_pictures_are_named(torn: set[int], shared: bool, said: str) -> None:
    notes = pdf_pages("x.pdf", scans(torn, shared)).notes
    assert [note[: len(said)] for note in notes] == [said] * bool(said)


def test_the_rows_that_are_there_are_kept_and_the_others_are_white() -> None:
    with Pdf.open(BytesIO(pdf_pages("x.pdf", scans({0}, False)).pdf)) as pdf:
        image = pdf.pages[0].obj.Resources.XObject.P.Resources.XObject.I
        rows = image.read_bytes()
    assert len(rows) == len(PIXELS)
    assert rows[:200] == PIXELS[:200]
    assert set(rows[-1000:]) == {255}


@given(st.binary(max_size=5000), st.integers(0, 200))
def test_of_deflated_data_all_that_is_there_is_found_and_a_break_is_noticed(data: bytes, cut: int) -> None:
    packed = zlib.compress(data)
    short = packed[: max(len(packed) - cut, 1)]
    found = inflated(short, 10**6)
    assert data.startswith(found.data)
    assert found.torn is (len(short) < len(packed))


@given(st.binary(max_size=300))
def test_lzw_is_counted_as_long_as_it_is(data: bytes) -> None:
    assert lzw_size(lzw(data), 10**6) == len(data)


def test_lzw_that_grows_is_counted_only_until_it_is_enough() -> None:
    assert lzw_size(lzw_bomb(10_000), 10**6) > 10**6


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"optimize": True}, {"exif": b"Exif\0\0" + b"\xff\xd9" * 50}])
def test_a_jpeg_is_whole_until_its_end_is_cut_off(options: dict[str, Any]) -> None:
    data = jpeg(**options)
    assert is_whole(data)
    assert not is_whole(data[:-200])
    assert is_whole(data + b"\0" * 100)


def test_limits_for_foreign_files_are_taken_back() -> None:
    from_before = Pdf.new()
    with within_limits():
        pass
    stream = Stream(from_before, b"")
    stream.write(zlib.compress(b" " * (130 * 2**20)), filter=Name.FlateDecode)
    assert len(stream.read_bytes()) == 130 * 2**20


@pytest.mark.parametrize("seed", range(40))
def test_files_made_odd_by_chance_are_taken_soundly_or_refused(seed: int) -> None:
    sources = [(odd.name, odd.make()) for odd in random.Random(seed).sample((*drawings.ODD, *marks.ODD), 8)]
    name, data = case(seed, [source for source in sources if 0 < len(source[1]) < 100_000])
    assert outcome(data).split()[0] in ("taken", "refused"), name
