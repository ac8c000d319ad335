"""Plain text: read in whatever it was written, wrapped, numbered, and printed whole."""

from io import BytesIO

import pdfplumber
import pytest

from forms.attachments.texts import LINES, decoded, text_pages
from forms.errors import PaperError

JAPANESE = "見積書\n株式会社みなと精機　御中\n１件につき①100,000円（税込）です。ﾐﾅﾄ\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932"]


def read(pdf: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return [page.extract_text() for page in opened.pages]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_read_in_whatever_it_was_written(encoding: str) -> None:
    assert decoded(JAPANESE.encode(encoding)) == JAPANESE


@pytest.mark.parametrize("encoding", ["euc_jp", "iso2022_jp", "cp932", "utf-8"])
def test_older_encodings_are_told_apart(encoding: str) -> None:
    text = "協力承諾書\r\n私は、貴社の出願に協力することを承諾いたします。\r\nカタカナと漢字とひらがな。\r\n"
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [bytes(range(256)), b"a\0b", b"\xff\xfea", b"abc\x07def", b"\x80\x81\xfd\xfe\xff"])
def test_what_is_no_text_is_not_taken_for_one(data: bytes) -> None:
    assert decoded(data) is None


def test_lines_are_wrapped_within_the_page_and_nothing_is_lost() -> None:
    text = "本文が長いので、折り返されます。" * 40
    made = text_pages("a.txt", text.encode())
    with pdfplumber.open(BytesIO(made.pdf)) as pdf:
        (page,) = pdf.pages
        assert all(char["x0"] > 60 and char["x1"] < 595.28 - 50 for char in page.chars)
        assert "".join(char["text"] for char in page.chars) == text
        starts = [line["text"][0] for line in page.extract_text_lines()]
    assert not set(starts) & set("、。")


def test_columns_made_with_tabs_and_blanks_stand_in_line() -> None:
    made = text_pages("a.csv", "国\t費用\nアメリカ\t100\nUS\t  2\n".encode())
    with pdfplumber.open(BytesIO(made.pdf)) as pdf:
        at = {char["text"]: char["x0"] for char in pdf.pages[0].chars}
    assert at["費"] == pytest.approx(at["国"] + 8 * 10.5 / 2, abs=0.1)
    assert at["2"] == pytest.approx(at["費"] + 10.5 * 2 + 0, abs=11)


def test_pages_are_numbered_where_there_are_several_and_end_where_the_text_says_so() -> None:
    made = text_pages("a.txt", "\n".join(map(str, range(2 * LINES))).encode() + b"\flast")
    assert made.pages == 3
    assert [page.splitlines()[-1] for page in read(made.pdf)] == ["1 / 3", "2 / 3", "3 / 3"]
    assert read(text_pages("a.txt", b"one").pdf) == ["one"]


def test_what_no_font_has_is_printed_as_such_and_told() -> None:
    made = text_pages("a.txt", "笑顔😀です".encode())
    assert made.notes == ("使われている文字のうち「😀」は字体にないため、〓で印刷します。",)
    assert read(made.pdf) == ["笑顔〓です"]


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(PaperError, match=r"^「a\.txt」は.*ページになり"):
        text_pages("a.txt", b"\n" * 100_000 + b"x")
    with pytest.raises(PaperError, match=r"^「a\.txt」は文字が多すぎて"):
        text_pages("a.txt", b"x" * 5_000_000)
