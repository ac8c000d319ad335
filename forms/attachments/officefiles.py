"""Documents of office programs made into PDF by the office suite that is installed: in private, without macros, links or network.

Decision: a copy under a name of our own is printed, by LibreOffice as in render/libreoffice.py; without one, what Word can open is
printed by Word. Where there is neither, the advice says how to make a PDF: our own renderer draws our forms, not everybody's.
"""

import tempfile
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from forms.attachments.kinds import ARCHIVE, SAVE_AS_PDF
from forms.attachments.notes import Printable
from forms.attachments.pdfs import pdf_pages
from forms.errors import PaperError, RenderError
from forms.progress import Progress, Tell
from forms.render.libreoffice import find_soffice, print_document
from forms.render.word import find_word, word

PRINTING = "LibreOffice で PDF にしています。"
PRINTED = "{} で PDF にしました。改ページや文字の形が元と違わないかお確かめください。"
PARTS = (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"))
OPEN_TYPES = ((b"opendocument.text", ".odt"), (b"opendocument.spreadsheet", ".ods"), (b"opendocument.presentation", ".odp"))
OLD = ((b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t", ".doc"), (b"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c", ".ppt"))
MOST_UNPACKED = 512 * 2**20  # bytes of the parts of one document


def office_pages(name: str, data: bytes, tell: Tell) -> Printable:
    """The pages of a Word, Excel, PowerPoint, OpenDocument or RTF file. Raises PaperError where it cannot be printed."""
    suffix = _suffix(data)
    _refuse_bomb(name, data)
    with tempfile.TemporaryDirectory(prefix="shinsei-", ignore_cleanup_errors=True) as folder:
        document = Path(folder) / f"paper{suffix}"
        document.write_bytes(data)
        suite, pdf = _printed(name, document, tell)
        made = pdf_pages(name, pdf, "", tell)
    return Printable(made.pdf, made.pages, (*made.notes, PRINTED.format(suite)))


def _printed(name: str, document: Path, tell: Tell) -> tuple[str, bytes]:
    """Who printed it, and the PDF."""
    try:
        with suppress(_NotInstalled):
            return "LibreOffice", _by_libreoffice(document, tell)
        if document.suffix == ".docx":
            with suppress(_NotInstalled):
                return "Word", _by_word(document)
    except RenderError as error:
        raise PaperError(f"「{name}」は、入っている Office ソフトでは開けませんでした。{SAVE_AS_PDF}") from error
    raise PaperError(f"「{name}」は、このパソコンに LibreOffice がないため、このままでは添付できません。{SAVE_AS_PDF}")


class _NotInstalled(Exception):  # noqa: N818 - no failure: the next one is asked
    """A suite is not there."""


def _by_libreoffice(document: Path, tell: Tell) -> bytes:
    try:
        program = find_soffice()
    except RenderError:
        raise _NotInstalled from None
    return print_document(program, document, lambda: tell(Progress(PRINTING, 0, 1)))


def _by_word(document: Path) -> bytes:
    try:
        render = word(find_word())
    except RenderError:
        raise _NotInstalled from None
    folder = document.parent / "printed"
    folder.mkdir()
    (pdf,) = render([document], folder)
    return pdf.read_bytes()


def _suffix(data: bytes) -> str:
    """The ending that such a document has: suites go by it, and the name that it came under may lie."""
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if not data.startswith(ARCHIVE):
        return next((suffix for mark, suffix in OLD if mark in data), ".xls")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.namelist()
    found = (suffix for start, suffix in PARTS if any(part.startswith(start) for part in parts))
    return next(found, next((suffix for mark, suffix in OPEN_TYPES if mark in data[:200]), ".odt"))


def _refuse_bomb(name: str, data: bytes) -> None:
    """Refuse what unpacks to more than anybody writes, before a suite unpacks it."""
    if data.startswith(ARCHIVE):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise PaperError(f"「{name}」は中身が大きすぎて添付できません。{SAVE_AS_PDF}")
