"""Files on their way into the case: read one after the other by the worker, each committed as soon as it is a paper.

Decision: what is refused stays listed under its document until the person deals with it; passwords are kept in memory only, and
tried on the files that follow.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.changes import Change, PaperAdded, PaperReplaced
from desktop.documents.documentrowstate import Doing
from desktop.session import Session
from desktop.studio import PAPERS, Job, Studio
from forms.attachments.intake import take_in
from forms.attachments.turning import turned
from forms.casefile import Attached, open_case_file
from forms.errors import FormsError, PasswordNeeded
from forms.papers import Paper


@dataclass(frozen=True)
class Arrival:
    """A file that is to become a document's paper: behind the others, or in the place of one."""

    file: Path
    document: str
    replaces: Attached | None = None
    batch: str = ""


@dataclass(frozen=True)
class Refusal:
    """A file that was not taken in, why, and whether a password would open it."""

    arrival: Arrival
    reason: str
    wants_password: bool


@dataclass(frozen=True)
class Progress:
    """How far it is: `done` of `total` files, and the one that is being read."""

    done: int
    total: int
    name: str

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.done / self.total if self.total else 0.0


class Paperwork(QObject):
    """The queue of files of one open case."""

    changed = Signal()  # the queue, its progress, or the refusals

    def __init__(self, session: Session, studio: Studio) -> None:
        """Nothing waits."""
        super().__init__()
        self._session, self._studio = session, studio
        self._waiting: list[Arrival] = []
        self._reading: Arrival | None = None
        self._passwords: list[str] = []
        self._done = self._total = self._batches = 0
        self.refusals: tuple[Refusal, ...] = ()
        session.refused.connect(self.stop)

    @property
    def progress(self) -> Progress | None:
        """How far it is; None while nothing is on its way."""
        return Progress(self._done, self._total, self._reading.file.name) if self._reading else None

    def doing(self, document: str) -> Doing:
        """What goes on with a document's files."""
        coming = [*self._waiting, *([self._reading] if self._reading else [])]
        return Doing(sum(a.document == document for a in coming), len(self.refused(document)))

    def refused(self, document: str) -> tuple[Refusal, ...]:
        """The files that a document did not get."""
        return tuple(refusal for refusal in self.refusals if refusal.arrival.document == document)

    def take(self, arrivals: Iterable[Arrival]) -> None:
        """Take files in, one after the other; together they are one step of undo."""
        if self._session.is_read_only:
            return
        self._batches += 1
        new = [replace(arrival, batch=f"papers {self._batches}") for arrival in arrivals]
        files = {arrival.file for arrival in new}
        self.refusals = tuple(refusal for refusal in self.refusals if refusal.arrival.file not in files)
        self._waiting += new
        self._total += len(new)
        self._next()

    def unlock(self, refusal: Refusal, password: str) -> None:
        """Try a refused file again with a password, and the others that want one."""
        self._passwords = [password, *(known for known in self._passwords if known != password)]
        again = [other for other in self.refusals if other.wants_password and other != refusal]
        self.take(other.arrival for other in (refusal, *again))

    def dismiss(self, refusal: Refusal) -> None:
        """The person has read it."""
        self.refusals = tuple(known for known in self.refusals if known != refusal)
        self.changed.emit()

    def stop(self) -> None:
        """Leave out what has not come in yet."""
        self._waiting.clear()
        self._reading = None
        self._done = self._total = 0
        self.changed.emit()

    def _next(self) -> None:
        if self._reading is None and self._waiting:
            self._reading = self._waiting.pop(0)
            self._read(self._reading, ("", *self._passwords))
        if self._reading is None:
            self._done = self._total = 0
        self.changed.emit()

    def _read(self, arrival: Arrival, passwords: tuple[str, ...]) -> None:
        def fail(error: FormsError) -> None:
            if arrival is self._reading:
                self._fail(Refusal(arrival, str(error), isinstance(error, PasswordNeeded)), passwords[1:])

        def take(paper: Paper) -> None:
            if arrival is self._reading:
                self._keep(arrival, paper)

        self._studio.ask(PAPERS, Job("", take_in, (arrival.file, passwords[0]), take, fail))

    def _fail(self, refusal: Refusal, passwords: tuple[str, ...]) -> None:
        if refusal.wants_password and passwords:
            self._read(refusal.arrival, passwords)
            return
        self.refusals = (*self.refusals, refusal)
        self._pass_on()

    def _keep(self, arrival: Arrival, paper: Paper) -> None:
        self._session.do(_change(arrival, paper))
        if self._reading is not None:  # a change that could not be kept has stopped everything
            self._pass_on()

    def _pass_on(self) -> None:
        self._reading = None
        self._done += 1
        self._next()


def _change(arrival: Arrival, paper: Paper) -> Change:
    if arrival.replaces is not None:
        return PaperReplaced(arrival.replaces, paper, arrival.batch)
    return PaperAdded(arrival.document, paper, batch=arrival.batch)


def turn_paper(case: Path, paper: Attached, quarters: int, page: int | None) -> Paper:
    """A paper of a case file with a page (from 0), or all, turned clockwise; runs in the worker. Raises FormsError."""
    with open_case_file(case, read_only=True) as opened:
        return turned(opened.paper(paper), quarters, page)
