"""Who has a case open: the first window writes, a second one only reads and says who the first is.

Decision: a lock file of Qt's beside the case decides (it knows whether its process still lives); the name and the time stand in the
case itself, where the second window reads them.
"""

import getpass
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

from forms.casefile import CaseFile, Holder, open_case_file
from forms.errors import FormsError


@dataclass(frozen=True)
class Held:
    """An open case: with its lock and this window's name in it, or read only; `words`: who has it then, and since when."""

    case: CaseFile
    lock: QLockFile | None
    me: Holder
    words: str = ""

    def close(self) -> None:
        """Give the case back."""
        if self.lock is not None:
            with suppress(FormsError):  # a name that stays behind bars nobody: the lock decides
                self.case.release(self.me)
            with suppress(FormsError):  # what stays behind is swept when the case is opened next
                self.case.sweep()
        self.case.close()
        if self.lock is not None:
            self.lock.unlock()


def hold(path: Path, now: datetime) -> Held:
    """Open a case for writing if nobody has it, else for reading. Raises CaseError where it cannot be opened."""
    me = Holder(_person(), now)
    lock = QLockFile(str(path.with_name(f".{path.name}.lock")))
    lock.setStaleLockTime(0)  # stale only once its process is gone
    if path.is_file() and lock.tryLock(0):
        return _for_writing(path, lock, me)
    case = open_case_file(path, read_only=True)
    return Held(case, None, me, _why_not(lock, case.holder()))


def _why_not(lock: QLockFile, holder: Holder | None) -> str:
    """Why a case can only be read, as the rest of a sentence that begins with it."""
    if lock.error() == QLockFile.LockError.PermissionError:
        return "書き込めないフォルダーにあるため、読むだけで開いています"
    return f"{holder.name}さんが{holder.since:%H:%M}から開いています" if holder else "ほかの画面で開いています"


def _for_writing(path: Path, lock: QLockFile, me: Holder) -> Held:
    with ExitStack() as undo:
        undo.callback(lock.unlock)
        case = open_case_file(path)
        undo.callback(case.close)
        case.sweep()
        case.hold(me, case.holder())  # whoever is still named there is gone: the lock was free
        undo.pop_all()
    return Held(case, lock, me)


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "ほかの人"
