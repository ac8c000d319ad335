"""Printing through Word on Windows, by COM: a Word of our own, invisible, for one batch of documents.

Decision: only the Word that we started is closed or killed. `DispatchEx` starts a process of its own; one that shows documents
or a window all the same is somebody else's and is left alone, as is ours when a user has opened something in it meanwhile. A COM
call that hangs cannot be given up, so past the time limit our process is killed, and the call then fails.
What Windows gives is a parameter (`Machine`); the tests print through a fake one, and no test has run on Windows so far.
"""

import importlib.util
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from forms.errors import RenderError
from forms.render.files import copied, deliver, require_word_files

TIME_LIMIT = 120.0  # seconds for one document
NO_ALERTS, NO_MACROS, NO_SAVING, AS_PDF, BLANK_PASSWORD = 0, 3, 0, 17, " "  # the last keeps Word from asking for one


class Window(Protocol):
    """A window of Word."""

    Hwnd: int


class Document(Protocol):
    """A document that Word has open."""

    ActiveWindow: Window

    def ExportAsFixedFormat(self, OutputFileName: str, ExportFormat: int, OpenAfterExport: bool) -> None: ...  # noqa: N802, N803
    def Close(self, SaveChanges: int) -> None: ...  # noqa: N802, N803


class Documents(Protocol):
    """The documents that Word has open."""

    @property
    def Count(self) -> int: ...  # noqa: N802
    def Add(self) -> Document: ...  # noqa: N802
    def Open(  # noqa: N802
        self,
        FileName: str,  # noqa: N803
        ConfirmConversions: bool,  # noqa: N803
        ReadOnly: bool,  # noqa: N803
        AddToRecentFiles: bool,  # noqa: N803
        PasswordDocument: str,  # noqa: N803
    ) -> Document: ...


class Word(Protocol):
    """Word.Application, as far as we use it."""

    Documents: Documents
    Visible: bool
    DisplayAlerts: int
    AutomationSecurity: int

    def Quit(self, SaveChanges: int) -> None: ...  # noqa: N802, N803


@dataclass(frozen=True)
class Machine:
    """What Windows gives: a new Word, the process behind a window, the end of a process, and how a COM call fails."""

    start: Callable[[], Word]
    process_of: Callable[[int], int]
    kill: Callable[[int], None]
    failure: tuple[type[Exception], ...]


def find_word() -> Machine:
    """This Windows, with Word on it. Raises RenderError on other systems and where Word is not installed."""
    if sys.platform != "win32" or importlib.util.find_spec("win32com") is None:
        raise RenderError("Wordでの印刷は、WordのあるWindowsでだけ使えます。印刷方法を指定しないか、builtinを指定してください。")
    return _windows()


def _windows() -> Machine:
    import pythoncom
    import win32com.client
    import win32process

    def new_word() -> Word:
        pythoncom.CoInitialize()  # a builder's thread has not met COM yet
        own: Word = win32com.client.DispatchEx("Word.Application")
        return own

    def process_of(window: int) -> int:
        return int(win32process.GetWindowThreadProcessId(window)[1])

    try:
        pythoncom.CLSIDFromProgID("Word.Application")
    except pythoncom.com_error as error:
        raise RenderError("Wordが見つかりません。印刷方法を指定しないか、builtinを指定してください。") from error
    return Machine(new_word, process_of, _kill, (pythoncom.com_error, AttributeError))  # the latter: Word is gone


def _kill(process: int) -> None:
    with suppress(OSError):  # it has ended by itself
        os.kill(process, signal.SIGTERM)  # on Windows the end, at once


def word(machine: Machine, limit: float = TIME_LIMIT) -> Callable[[Sequence[Path], Path], Iterator[Path]]:
    """The renderer that prints through this machine's Word, with at most `limit` seconds for one document.

    Word's own start is not limited: until its process is known there is nothing that could be ended.
    """

    def render(documents: Sequence[Path], folder: Path) -> Iterator[Path]:
        """Print each .docx to `folder/<stem>.pdf`; raises RenderError for a document or a PDF that failed."""
        require_word_files(documents)
        if not documents:
            return
        with tempfile.TemporaryDirectory(prefix="shinsei-", ignore_cleanup_errors=True) as scratch, _own_word(machine) as own:
            process = _process(machine, own)
            for document, copy in zip(documents, copied(documents, Path(scratch) / "in"), strict=True):
                made = Path(scratch) / f"{document.stem}.pdf"
                with _limited(machine, process, document, limit):
                    _print(own, copy, made)
                yield deliver(made, document, folder, "Word")

    return render


@contextmanager
def _own_word(machine: Machine) -> Iterator[Word]:
    """A Word that nobody else uses, inside the block."""
    try:
        own = machine.start()
        is_used = own.Visible or own.Documents.Count > 0
    except machine.failure as error:
        raise RenderError("Wordを起動できません。Wordを一度開いて閉じるか、印刷方法にbuiltinを指定してください。") from error
    if is_used:
        raise RenderError("利用中のWordを避けられないため、印刷していません。Wordを閉じるか、builtinを指定してください。")
    try:
        yield own
    finally:
        with suppress(*machine.failure):  # it was killed, or has crashed
            _leave(own)


def _leave(own: Word) -> None:
    """End our Word, or hand it over if a user has opened something in it."""
    if own.Documents.Count:
        own.Visible = True
    else:
        own.Quit(SaveChanges=NO_SAVING)


def _process(machine: Machine, own: Word) -> int:
    """The process of our Word, known by the window of a blank document; from here on Word asks nothing."""
    try:
        own.DisplayAlerts, own.AutomationSecurity = NO_ALERTS, NO_MACROS
        blank = own.Documents.Add()
        process = machine.process_of(blank.ActiveWindow.Hwnd)
        blank.Close(SaveChanges=NO_SAVING)
    except machine.failure as error:
        raise RenderError("Wordが応答しません。Wordを一度開いて閉じるか、印刷方法にbuiltinを指定してください。") from error
    return process


@contextmanager
def _limited(machine: Machine, process: int, document: Path, limit: float) -> Iterator[None]:
    """Kill our Word when the block takes too long; say what went wrong with the document."""
    expired = threading.Event()

    def end() -> None:
        expired.set()
        machine.kill(process)

    timer = threading.Timer(limit, end)
    timer.start()
    try:
        yield
    except machine.failure as error:
        reason = f"{limit:.0f}秒で終わりません" if expired.is_set() else "できませんでした"
        raise RenderError(
            f"Wordの{document.name}の印刷が{reason}。Wordで開けるか確かめるか、印刷方法にbuiltinを指定してください。"
        ) from error
    finally:
        timer.cancel()
        timer.join()


def _print(own: Word, document: Path, made: Path) -> None:
    opened = own.Documents.Open(
        FileName=str(document),
        ConfirmConversions=False,
        ReadOnly=True,
        AddToRecentFiles=False,
        PasswordDocument=BLANK_PASSWORD,
    )
    try:
        opened.ExportAsFixedFormat(OutputFileName=str(made), ExportFormat=AS_PDF, OpenAfterExport=False)
    finally:
        opened.Close(SaveChanges=NO_SAVING)
