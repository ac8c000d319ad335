"""Foreign files taken into a case by a worker process: it reads them and writes them into the case file itself.

Decision: nothing of a paper passes through the program that asks: what comes back is its entry in the case. A worker that breaks
on the way leaves the case as it was, for what it has written until then nothing points to.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import parent_process
from pathlib import Path

from forms.attachments.archives import unpack
from forms.attachments.images import PRINTED_DPI, image_pages
from forms.attachments.intake import take_in
from forms.attachments.kinds import kind_of
from forms.attachments.rasterising import with_fonts_drawn
from forms.attachments.turning import turned, turned_to, turns_of
from forms.casefile import Attached, open_case_file
from forms.errors import PasswordNeeded, WorkerError
from forms.papers import Paper
from forms.progress import Tell
from forms.workers.serving import Work


@dataclass(frozen=True)
class Coming:
    """A file that is to become a document's paper: behind the others, or in the place of one.

    `passwords` are tried in their order where it is protected; `turned`: how its pages were turned by hand before.
    """

    file: Path
    document: str
    instead: Attached | None = None
    passwords: tuple[str, ...] = ()
    turned: tuple[int, ...] = ()


def taking(case: Path, coming: Coming) -> Work:
    """The work of taking a file into a case file; its result is the paper as it is in the case."""
    return Work(take_into, (case, coming), f"「{coming.file.name}」の読み取り", reports=True)


def get_ready() -> None:
    """Nothing: who has this done early has a worker that need not start any more when a file comes."""


def unpacking(archive: Path, folder: Path) -> Work:
    """The work of unpacking a zip into a new folder; its result are the files, as in archives.py."""
    folder.mkdir()
    return Work(unpack, (archive, folder), f"「{archive.name}」の取り出し", reports=True)


def take_into(case: Path, coming: Coming, tell: Tell) -> Attached:
    """Read a file and add it to a case. Raises PaperError or PasswordNeeded for the file, CaseError for the case."""
    paper = _read(coming, tell)
    _require_asker()
    with open_case_file(case) as opened:
        if coming.instead is not None:
            return opened.replace(coming.instead, paper, tell=tell)
        return opened.attach(coming.document, paper, tell=tell)


def _read(coming: Coming, tell: Tell) -> Paper:
    *others, last = ("", *coming.passwords)
    for password in others:
        with suppress(PasswordNeeded):
            return _upright(coming, password, tell)
    return _upright(coming, last, tell)


def _upright(coming: Coming, password: str, tell: Tell) -> Paper:
    paper = take_in(coming.file, password, tell)
    return turned_to(paper, coming.turned) if coming.turned else paper


def _require_asker() -> None:
    """Nobody waits for a paper whose program has gone meanwhile: its case stays as it was."""
    asker = parent_process()
    if asker is not None and not asker.is_alive():
        raise WorkerError("プログラムが終わったため、添付をやめました。")


def lighten_in(case: Path, paper: Attached) -> Attached:
    """Have a picture in a case file no finer than a printer shows; the paper as it is then. Raises FormsError."""
    with open_case_file(case) as opened:
        whole = opened.paper(paper)
        made = image_pages(whole.name, whole.original, kind_of(whole.name, whole.original), most_dpi=PRINTED_DPI)
        lighter = replace(whole, pdf=made.pdf, pages=made.pages, notes=made.notes)
        return opened.replace(paper, turned_to(lighter, turns_of(whole.pdf)))


def draw_in(case: Path, paper: Attached) -> Attached:
    """Make pictures of the pages in a case file whose fonts do not come with them; the paper as it is then. Raises FormsError."""
    with open_case_file(case) as opened:
        return opened.replace(paper, with_fonts_drawn(opened.paper(paper)))


def turn_in(case: Path, paper: Attached, quarters: int, page: int | None) -> Attached:
    """Turn a page (from 0), or all, of a paper in a case file clockwise; the paper as it is then. Raises FormsError."""
    with open_case_file(case) as opened:
        return opened.replace(paper, turned(opened.paper(paper), quarters, page))
