"""A Windows with Word on it, as far as the Word renderer sees one: it prints with the built-in renderer."""

import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from forms.errors import RenderError
from forms.render import word
from forms.render.builtin.renderer import render_builtin

OWN_PROCESS = 4711


class Refused(Exception):  # noqa: N818 - stands for pythoncom.com_error
    """How COM says that a call failed."""


def export(document: Path, pdf: Path) -> None:
    """What Word does when all goes well."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            [made] = render_builtin([document], Path(folder))
            shutil.copyfile(made, pdf)
    except RenderError as error:
        raise Refused from error


@dataclass
class Pane:
    """A window."""

    Hwnd: int = 1


class Opened:
    """A document that the fake has open; it is open until it is closed."""

    def __init__(self, owner: "FakeWord", path: Path | None) -> None:
        self.owner, self.path = owner, path
        self.ActiveWindow: word.Window = Pane()
        owner.open.append(self)

    def ExportAsFixedFormat(self, OutputFileName: str, ExportFormat: int, OpenAfterExport: bool) -> None:  # noqa: N802, N803
        assert self.path is not None
        assert (ExportFormat, OpenAfterExport) == (17, False)
        self.owner.export(self.path, Path(OutputFileName))

    def Close(self, SaveChanges: int) -> None:  # noqa: N802, N803
        assert SaveChanges == 0
        self.owner.open.remove(self)


class Shelf:
    """The documents of a fake Word."""

    def __init__(self, owner: "FakeWord") -> None:
        self.owner = owner

    @property
    def Count(self) -> int:  # noqa: N802
        return len(self.owner.open)

    def Add(self) -> word.Document:  # noqa: N802
        return Opened(self.owner, None)

    def Open(  # noqa: N802
        self,
        FileName: str,  # noqa: N803
        ConfirmConversions: bool,  # noqa: N803
        ReadOnly: bool,  # noqa: N803
        AddToRecentFiles: bool,  # noqa: N803
        PasswordDocument: str,  # noqa: N803
    ) -> word.Document:
        assert (ConfirmConversions, ReadOnly, AddToRecentFiles) == (False, True, False)
        assert PasswordDocument
        assert self.owner.AutomationSecurity == 3
        return Opened(self.owner, Path(FileName))


class FakeWord:
    """Word.Application."""

    def __init__(self, export: Callable[[Path, Path], None]) -> None:
        self.export = export
        self.open: list[Opened] = []
        self.Documents: word.Documents = Shelf(self)
        self.Visible, self.DisplayAlerts, self.AutomationSecurity = False, -1, 1
        self.has_quit = False

    def Quit(self, SaveChanges: int) -> None:  # noqa: N802, N803
        assert SaveChanges == 0
        self.has_quit = True


@dataclass
class FakeWindows:
    """The Words that were started on it, and the processes that were killed."""

    export: Callable[[Path, Path], None] = export
    words: list[FakeWord] = field(default_factory=list)
    killed: list[int] = field(default_factory=list)
    has_killed: threading.Event = field(default_factory=threading.Event)

    def machine(self) -> word.Machine:
        return word.Machine(self.start, lambda _: OWN_PROCESS, self.kill, (Refused, AttributeError))

    def start(self) -> FakeWord:
        self.words.append(FakeWord(self.export))
        return self.words[-1]

    def kill(self, process: int) -> None:
        self.killed.append(process)
        for own in self.words:
            del own.Documents  # win32com finds no such name where no program answers
        self.has_killed.set()

    def hang(self, document: Path, pdf: Path) -> None:
        """An export that ends only with the process."""
        assert self.has_killed.wait(10)
        raise Refused
