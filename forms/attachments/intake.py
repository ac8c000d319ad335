"""Taking one file in as a paper: the only door through which foreign files come into the program.

Decision: a file is read whole, judged by its content, and either becomes upright A4 pages now or is refused now, in one
sentence; nothing about it is left to be found out when the packet is built.
"""

import hashlib
from pathlib import Path

from forms.attachments.images import image_pages
from forms.attachments.kinds import OFFICE, PDF, TEXT, ZIP, kind_of
from forms.attachments.notes import Printable
from forms.attachments.officefiles import office_pages
from forms.attachments.pdfs import pdf_pages
from forms.attachments.texts import text_pages
from forms.errors import PaperError
from forms.papers import Paper
from forms.pdf.words import page_words
from forms.progress import Tell, untold

MOST_BYTES = 300 * 2**20  # of one file: it and what is made of it have to find room in a worker


def take_in(path: Path, password: str = "", tell: Tell = untold) -> Paper:
    """Read a file of any kind that kinds.py knows as upright A4 pages; PaperError names the file, why, and what to do.

    A PaperError that a password may help is a PasswordNeeded. What goes in and comes out, errors too, can be pickled: a window
    has this done in a process of its own, which a foreign file may break.
    """
    original = _read(path)
    printable = _printable(path.name, original, password, tell)
    return Paper(
        name=path.name,
        sha256=hashlib.sha256(original).hexdigest(),
        original=original,
        pdf=printable.pdf,
        pages=printable.pages,
        notes=printable.notes,
        words=page_words(printable.pdf),
    )


def _printable(name: str, data: bytes, password: str, tell: Tell) -> Printable:
    kind = kind_of(name, data)
    if kind == PDF:
        return pdf_pages(name, data, password, tell)
    if kind == OFFICE:
        return office_pages(name, data, tell)
    if kind == TEXT:
        return text_pages(name, data, tell)
    if kind == ZIP:
        raise PaperError(f"「{name}」は圧縮されたファイル（zip）で、ここでは開きません。取り出して、中のファイルを添付してください。")
    return image_pages(name, data, kind, tell)


def _read(path: Path) -> bytes:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise PaperError(f"「{path.name}」はファイルではありません。書類のファイルを添付してください。")
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise PaperError(f"「{path.name}」は{MOST_BYTES // 2**20} MB を超えていて添付できません。分けるか、軽くしてから添付してください。")
        return path.read_bytes()
    except IsADirectoryError:
        raise PaperError(f"「{path.name}」はフォルダーです。中のファイルを一つずつ添付してください。") from None
    except FileNotFoundError:
        raise PaperError(f"「{path}」が見つかりません。ファイルの場所と名前をお確かめください。") from None
    except OSError as error:
        raise PaperError(f"「{path}」を読めません（{error.strerror}）。開ける権限があるかお確かめください。") from error
