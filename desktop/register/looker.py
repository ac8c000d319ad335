"""Has cases looked at in the worker process, one file after the other, and tells each as it comes.

Decision: the next file is asked for when the one before has come, so that stopping needs no one's help.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.register.looking import CaseRow, look_at_case
from desktop.studio import PAPERS, Job, Studio
from forms.errors import FormsError

PLACE = "register"


class Looker(QObject):
    """`looked` carries a CaseRow; `done` comes when nothing waits any more."""

    looked, done = Signal(object), Signal()

    def __init__(self, studio: Studio, today: date, calls: Path | None) -> None:
        """Nothing to look at yet."""
        super().__init__()
        self._studio, self._today, self._calls = studio, today, calls
        self._waiting: list[Path] = []
        self._in_hand: Path | None = None
        self.total = 0

    @property
    def is_busy(self) -> bool:
        """Whether a file is being looked at."""
        return self._in_hand is not None

    @property
    def left(self) -> int:
        """How many files are still to come."""
        return len(self._waiting) + self.is_busy

    def look(self, paths: Iterable[Path]) -> None:
        """Look at these, instead of what still waits."""
        self._waiting = list(paths)
        self.total = len(self._waiting)
        self._go_on()

    def stop(self) -> None:
        """Look at nothing more."""
        self._waiting, self._in_hand = [], None
        self._studio.forget(PLACE)

    def _go_on(self) -> None:
        if not self._waiting:
            self._in_hand = None
            self._studio.forget(PLACE)
            self.done.emit()
            return
        path = self._in_hand = self._waiting.pop(0)
        arguments = (path, self._today, self._calls)
        self._studio.ask(PAPERS, Job(PLACE, look_at_case, arguments, self._take, lambda error: self._take(_fault(path, error))))

    def _take(self, row: CaseRow) -> None:
        self.looked.emit(row)
        self._go_on()


def _fault(path: Path, error: FormsError) -> CaseRow:
    return replace(CaseRow(path, looked=True), name=path.stem, fault=str(error))
