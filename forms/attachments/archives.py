"""Folders and zip files as the files in them: which are meant, in the order in which people count, and unpacked within limits.

Decision: a zip is unpacked whole into a folder of its own before anything of it is taken in, each file under its bare name in a
numbered folder: what paths it names lead nowhere. Names that say nothing of their encoding are read as Japanese Windows writes them.
"""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO

from forms.attachments.matching import natural_order
from forms.errors import PaperError
from forms.progress import Progress, Tell

MOST_FILES = 300  # of one folder or archive
MOST_UNPACKED = 500 * 2**20  # bytes, all files of an archive together
MOST_NAME, MOST_SUFFIX = 60, 10  # characters of an unpacked file's name
CHUNK = 2**20
ZIP_SUFFIX, CASE_SUFFIX = ".zip", ".shinsei"
ENCRYPTED, IN_UNICODE = 0x1, 0x800  # flags of an entry
UNSEEN = ("thumbs.db", "desktop.ini", "__macosx")  # what systems leave beside files
UNPACKING = "取り出しています。"
TAKE_OUT = "取り出して、中のファイルを添付してください。"
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OverflowError, EOFError)


@dataclass(frozen=True)
class Found:
    """A file to attach, and how it is called where it came from: `書類.zip/見積/1.pdf`."""

    file: Path
    called: str


def is_archive(path: Path) -> bool:
    """Whether it stands for the files in it, and has to be unpacked first."""
    return path.suffix.lower() == ZIP_SUFFIX and path.is_file()


def files_in(paths: Iterable[Path]) -> list[Found]:
    """The files, and those in the folders among them, in the order in which people count; one more than MOST_FILES at most."""
    listed = [list(islice(_below(path), MOST_FILES + 1)) for path in paths]
    return [found for each in listed for found in sorted(each, key=lambda found: natural_order(found.called))]


def _below(path: Path) -> Iterator[Found]:
    if not path.is_dir():
        yield Found(path, str(path))
        return
    for file in path.rglob("*"):
        inner = file.relative_to(path)
        if _is_meant(inner.parts) and file.is_file():
            yield Found(file, str(file))


def _is_meant(parts: tuple[str, ...]) -> bool:
    """Whether somebody put it there on purpose to be seen; cases are opened, not attached."""
    hidden = any(part.startswith((".", "~$")) or part.lower() in UNSEEN for part in parts)
    return not hidden and not parts[-1].lower().endswith(CASE_SUFFIX)


def unpack(archive: Path, folder: Path, tell: Tell) -> list[Found]:
    """Unpack a zip into an existing folder; its files in the order in which people count. PaperError for what cannot be, or is too much."""
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = [entry for entry in opened.infolist() if not entry.is_dir()]
            named = [(entry, name) for entry in entries if _is_meant(_parts(name := _name(entry)))]
            _refuse_too_much(archive.name, [entry for entry, _ in named])
            named.sort(key=lambda pair: natural_order(pair[1]))
            return [_unpacked(opened, entry, Found(_place(folder, n, name), f"{archive}/{name}"), tell) for n, (entry, name) in enumerate(named)]
    except RuntimeError:  # zipfile's word for a password that it was not given
        raise PaperError(f"「{archive.name}」はパスワードで保護された zip です。{TAKE_OUT}") from None
    except OSError as error:
        raise PaperError(f"「{archive.name}」を取り出せません（{error.strerror}）。ディスクの空きをお確かめください。") from error
    except BROKEN as error:
        raise PaperError(f"「{archive.name}」は壊れているか、知らない方法で圧縮されていて、開けません。{TAKE_OUT}") from error


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry, with / between folders; zipfile reads what is not said to be Unicode as code page 437."""
    if entry.flag_bits & IN_UNICODE:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "cp932"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return entry.filename


def _parts(name: str) -> tuple[str, ...]:
    """The folders of a name and its last part, without those that lead upwards."""
    return tuple(part for part in PurePosixPath(name).parts if part not in ("..", "/")) or ("",)


def _refuse_too_much(name: str, entries: list[zipfile.ZipInfo]) -> None:
    if not entries:
        raise PaperError(f"「{name}」には、添付できるファイルが入っていません。中身をお確かめください。")
    if len(entries) > MOST_FILES:
        raise PaperError(f"「{name}」には{len(entries):,}個のファイルがあり、一度に添付できる{MOST_FILES}個を超えています。{TAKE_OUT}")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise RuntimeError
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise PaperError(f"「{name}」は中身が {MOST_UNPACKED // 2**20} MB を超えていて、開けません。{TAKE_OUT}")


def _place(folder: Path, number: int, name: str) -> Path:
    """A place of its own for a file, under its bare name as far as a file may have it."""
    bare = "".join("_" if c in '\\/:*?"<>|' or not c.isprintable() else c for c in PurePosixPath(name).name)
    stem, dot, suffix = bare.rpartition(".")
    short = f"{(stem or suffix)[:MOST_NAME]}{dot}{suffix}" if stem and len(suffix) <= MOST_SUFFIX else bare[:MOST_NAME]
    return folder / f"{number + 1:03}" / (short.strip(". ") or "file")


def _unpacked(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, found: Found, tell: Tell) -> Found:
    """Write one entry, no more of it than it says that it holds."""
    found.file.parent.mkdir()
    with opened.open(entry) as source, found.file.open("wb") as target:
        _copy(source, target, entry.file_size, tell)
    return found


def _copy(source: IO[bytes], target: IO[bytes], most: int, tell: Tell) -> None:
    for done in range(0, most + 1, CHUNK):
        tell(Progress(UNPACKING, done, most))
        target.write(source.read(min(CHUNK, most + 1 - done)))
    if target.tell() > most:
        raise ValueError(target.tell())
