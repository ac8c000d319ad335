"""Zip files and folders stand for the files in them, whatever an archive says of itself."""

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from forms.attachments.archives import MOST_FILES, files_in, is_archive, unpack
from forms.errors import PaperError
from forms.progress import untold


def zipped(path: Path, *files: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return path


def unpacked(archive: Path, folder: Path) -> list[str]:
    """The names of the files, which must lie in the folder."""
    folder.mkdir()
    found = unpack(archive, folder, untold)
    assert all(each.file.resolve().is_relative_to(folder.resolve()) and each.file.is_file() for each in found)
    return [each.file.name for each in found]


def renamed(archive: Path, old: bytes, new: bytes) -> Path:
    """The archive with a name of the same length in its place, and no word of its encoding."""
    archive.write_bytes(archive.read_bytes().replace(old, new))
    return archive


def test_the_files_of_a_zip_come_in_the_order_in_which_people_count(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "書類.ZIP", ("書類/10.pdf", b"ten"), ("書類/2.pdf", b"two"), ("書類/", b""), ("1/資料5.pdf", b"five"))
    assert is_archive(archive)
    assert unpacked(archive, tmp_path / "out") == ["資料5.pdf", "2.pdf", "10.pdf"]


def test_what_systems_leave_beside_files_is_left_out(tmp_path: Path) -> None:
    names = ("__MACOSX/._a.pdf", ".DS_Store", "a/.hidden", "Thumbs.db", "a/~$b.docx", "old.shinsei", "a/b.pdf")
    assert unpacked(zipped(tmp_path / "a.zip", *((name, b"x") for name in names)), tmp_path / "out") == ["b.pdf"]


@pytest.mark.parametrize("name", ["../../evil.pdf", "/etc/evil.pdf", "C:\\evil.pdf", "a/../../evil.pdf", "..\\evil.pdf", "evil.pdf\0.txt"])
def test_a_path_that_leads_elsewhere_leads_nowhere(tmp_path: Path, name: str) -> None:
    (found,) = unpacked(zipped(tmp_path / "a.zip", (name, b"x")), tmp_path / "out")
    assert "evil" in found
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "out"]


def test_files_of_one_name_are_kept_apart_and_long_names_shortened(tmp_path: Path) -> None:
    files = (("a/見積.pdf", b"1"), ("b/見積.pdf", b"2"), ("長" * 300 + ".pdf", b"3"))
    names = unpacked(zipped(tmp_path / "a.zip", *files), tmp_path / "out")
    assert (names[:2], len(names[2]), names[2][-4:]) == (["見積.pdf", "見積.pdf"], 64, ".pdf")


def test_names_are_read_as_japanese_windows_writes_them(tmp_path: Path) -> None:
    name = "資料５ 特許.pdf".encode("cp932")
    archive = renamed(zipped(tmp_path / "a.zip", ("x" * len(name), b"x")), b"x" * len(name), name)
    assert unpacked(archive, tmp_path / "out") == ["資料５ 特許.pdf"]


def locked(path: Path) -> Path:
    """A zip whose entries are said to be encrypted."""
    data = bytearray(zipped(path, ("a.pdf", b"x")).read_bytes())
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(start) + at
        data[place : place + 2] = struct.pack("<H", 1)
    path.write_bytes(data)
    return path


def bomb(path: Path) -> Path:
    """An archive of some kilobytes that holds a gigabyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.pdf", "w", force_zip64=True) as entry:
        for _ in range(600):
            entry.write(bytes(2**20))
    return path


def liar(path: Path) -> Path:
    """An archive whose entry holds more than it says."""
    data = bytearray(zipped(path, ("a.pdf", bytes(10_000))).read_bytes())
    for start, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(start) + at
        data[place : place + 4] = struct.pack("<I", 10)
    path.write_bytes(data)
    return path


def torn(path: Path) -> Path:
    path.write_bytes(zipped(path, ("a.pdf", bytes(range(256)) * 50)).read_bytes()[:200])
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (locked, "パスワードで保護された zip です"),
        (bomb, "500 MB を超えていて"),
        (liar, "壊れているか"),
        (torn, "壊れているか"),
        (lambda path: zipped(path), "添付できるファイルが入っていません"),
        (lambda path: zipped(path, *((f"{n}.pdf", b"") for n in range(MOST_FILES + 1))), "301個のファイルがあり"),
    ],
    ids=["locked", "bomb", "liar", "torn", "empty", "many"],
)
def test_what_cannot_be_unpacked_is_refused_by_name(tmp_path: Path, make: object, said: str) -> None:
    archive = make(tmp_path / "a.zip")  # type: ignore[operator]
    (tmp_path / "out").mkdir()
    with pytest.raises(PaperError, match=rf"^「a\.zip」.*{said}.*。$"):
        unpack(archive, tmp_path / "out", untold)


def test_a_zip_in_a_zip_stays_closed(tmp_path: Path) -> None:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.pdf", b"x")
    assert unpacked(zipped(tmp_path / "a.zip", ("inner.zip", inner.getvalue())), tmp_path / "out") == ["inner.zip"]


def test_a_folder_stands_for_its_files_and_a_file_for_itself(tmp_path: Path) -> None:
    for name in ("folder/10.pdf", "folder/2.pdf", "folder/sub/1.pdf", "folder/.hidden", "b.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = files_in([tmp_path / "folder", tmp_path / "b.pdf", tmp_path / "none.pdf"])
    assert [each.file.name for each in found] == ["2.pdf", "10.pdf", "1.pdf", "b.pdf", "none.pdf"]
