"""What goes into an office suite and what is believed to have come out of it.

Decision: a suite is given Word files only (LibreOffice would print any text file it is handed), and its word that it printed
counts for nothing: a PDF is one that opens and has pages.
"""

import shutil
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from forms.errors import RenderError, TargetError

BODY = "word/document.xml"


def require_word_files(documents: Sequence[Path]) -> None:
    """Raise RenderError, naming the file, for one that is not there, is no .docx or would land on another's PDF."""
    require_own_names(documents)
    for document in documents:
        try:
            with zipfile.ZipFile(document) as archive:
                archive.getinfo(BODY)
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise RenderError(f"{document.name}をWordの文書として開けません。Wordで開いて.docx形式で保存し直してください。") from error


def require_own_names(documents: Sequence[Path]) -> None:
    """Raise RenderError for a document whose PDF would have another's name, upper and lower case being the same."""
    count = Counter(document.stem.casefold() for document in documents)
    for document in documents:
        if count[document.stem.casefold()] > 1:
            raise RenderError(f"{document.name}と同じ名前の文書がもう1つあります。片方の名前を変えてください。")


def copied(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Copies to print from, in a new folder, under their own names, which a field may print: the user's files are not locked.

    Raises RenderError where there is no room for them.
    """
    try:
        folder.mkdir()
        return [Path(shutil.copyfile(document, folder / document.name)) for document in documents]
    except OSError as error:
        raise RenderError(f"印刷のための作業用フォルダーに書き込めません（{error.strerror}）。ディスクの空きを確かめてください。") from error


def deliver(made: Path, document: Path, folder: Path, suite: str) -> Path:
    """Move the PDF that a suite made of a document to `folder/<stem>.pdf`, once it has been opened and has pages.

    Raises RenderError naming the document where it has not, TargetError where the folder cannot be written.
    """
    if not _page_count(made):
        raise RenderError(f"{suite}は{document.name}を印刷できませんでした。Wordで開けるか確かめるか、builtinを指定してください。")
    target = folder / f"{document.stem}.pdf"
    try:
        shutil.move(made, target)
    except OSError as error:
        raise TargetError(f"{target}に書き込めません。フォルダーの空きと書き込みの権限を確かめてください。") from error
    return target


def _page_count(pdf: Path) -> int:
    try:
        with pikepdf.open(pdf) as opened:
            return len(opened.pages)
    except (OSError, pikepdf.PdfError):
        return 0
