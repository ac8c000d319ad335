import hashlib
import os
import zipfile
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import pytest
from pikepdf import Encryption, Pdf

from forms.attachments.intake import MOST_BYTES, take_in
from forms.attachments.notes import on_pages
from forms.errors import PaperError, PasswordNeeded
from tests.forms.pdfkit import box_pdf, picture, picture_file, saved

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def zipped(*files: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("見積書.pdf", box_pdf()),
        ("見積書.jpg", box_pdf()),
        ("junk before.pdf", b"\n" * 500 + box_pdf()),
        ("写真.JPG", picture_file(picture(), "JPEG")),
        ("写真.pdf", picture_file(picture(), "PNG")),
        ("scan", picture_file(picture(), "TIFF")),
        ("写真.png", picture_file(picture(), "BMP")),
        ("写真.webp", picture_file(picture(), "WEBP")),
        ("写真.gif", picture_file(picture(), "GIF")),
        ("写真.avif", picture_file(picture(), "AVIF")),
        ("覚書.txt", "覚書\r\n一、ここに記す。".encode("cp932")),
    ],
)
def test_a_file_is_taken_by_what_it_is_whatever_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    paper = take_in(tmp_path / name)
    assert (paper.name, paper.original, paper.pages) == (name, data, 1)
    assert paper.sha256 == hashlib.sha256(data).hexdigest()
    assert paper.pdf.startswith(b"%PDF-1.")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.pdf", b"", "空（0バイト）"),
        ("memo.pdf", "ただの文字".encode(), "名前は PDF ですが中身が違います"),
        ("memo", b"hello", "添付できる種類"),
        ("申請書.docx", ZIP, "壊れていて、開けません"),
        ("全部.zip", zipped(("a.pdf", box_pdf())), "中のファイルを添付して"),
        ("見積.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "パスワードで保護された Office の文書"),
        ("返信.msg", OLE + "__substg1.0_0037001F".encode("utf-16-le"), "メールのため"),
        ("返信.eml", b"Return-Path: <a@example.com>\r\nReceived: from x\r\n by y\r\n\r\nhello", "メールのため"),
        ("page.txt", b"\n<!DOCTYPE html><html>", "ウェブページのため"),
        ("IMG_1.heic", b"\0\0\0\x18ftypheic", "HEIC"),
        ("a.bmp", b"BM1234", "添付できる種類"),
        ("b.bmp", b"BM" + bytes(12) + b"\x28\0\0\0" + bytes(40), "壊れていて、画像（BMP）として読めません"),
        ("a.gif", b"GIF89a", "JPEG か PNG"),
        ("a.webp", b"RIFF1234WEBP", "JPEG か PNG"),
        ("a.avif", b"\0\0\0\x18ftypavif", "JPEG か PNG"),
        ("sound.wav", b"RIFF1234WAVE", "添付できる種類"),
        ("binary.txt", bytes(range(256)), "文字だけのファイルとして読めません"),
        ("empty.txt", b" \r\n\t", "文字がありません"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PaperError, match=f"^「{name}」は") as caught:
        take_in(tmp_path / name)
    assert reason in str(caught.value)
    assert str(caught.value).endswith("ください。")


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="はフォルダーです"):
        take_in(tmp_path)
    with pytest.raises(PaperError, match="nothing.pdf」が見つかりません"):
        take_in(tmp_path / "nothing.pdf")


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([], ()),
        ([3], ("3ページ目。",)),
        ([4, 2, 3, 7, 2], ("2～4・7ページ目。",)),
        (range(1, 40, 2), ("1・3・5・7・9・11ページ目ほか。",)),
    ],
)
def test_pages_are_named_in_short(pages: list[int], said: tuple[str, ...]) -> None:
    assert on_pages(pages, "。") == said


@pytest.mark.parametrize(("password", "said"), [("", "開くのにパスワードが要ります"), ("wrong", "渡されたパスワードでは開けません")])
def test_a_protected_file_is_refused_as_one_that_a_password_may_open(tmp_path: Path, password: str, said: str) -> None:
    with Pdf.open(BytesIO(box_pdf())) as pdf:
        (tmp_path / "a.pdf").write_bytes(saved(pdf, Encryption(owner="owner", user="user")))
    with pytest.raises(PasswordNeeded, match=said):
        take_in(tmp_path / "a.pdf", password)
    assert take_in(tmp_path / "a.pdf", "user").pages == 1


def test_a_worker_process_gives_back_the_paper_or_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(box_pdf())
    (tmp_path / "b.pdf").write_bytes(b"")
    with ProcessPoolExecutor(1, get_context("spawn")) as worker:
        taken, refused = (worker.submit(take_in, tmp_path / name) for name in ("a.pdf", "b.pdf"))
        assert taken.result() == take_in(tmp_path / "a.pdf")
        with pytest.raises(PaperError, match="^「b.pdf」は空"):
            refused.result()


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(PaperError, match=r"「pipe\.pdf」はファイルではありません"):
        take_in(tmp_path / "pipe.pdf")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(PaperError, match=r"「huge\.pdf」は300 MB を超えていて"):
        take_in(tmp_path / "huge.pdf")
