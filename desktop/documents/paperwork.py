"""Files on their way into the case: taken in by the worker one after the other, each in the case as soon as it is a paper.

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
from forms.attachments.notes import READING
from forms.casecontents import STORING
from forms.casefile import Attached
from forms.errors import FormsError, PasswordNeeded
from forms.progress import Progress
from forms.taking import Coming, get_ready, taking

NOWHERE = Progress("", 0, 0)


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
class Taking:
    """How far it is: `done` of `total` files, the one that is being taken in, and how far that one is."""

    done: int
    total: int
    name: str
    within: Progress = NOWHERE

    @property
    def share(self) -> float:
        """From 0 to 1."""
        is_read = self.within.task == STORING
        part = 1.0 if is_read else self.within.done / max(self.within.total, 1)
        return (self.done + part) / max(self.total, 1)

    @property
    def words(self) -> str:
        """What is being done with which file, which of how many, at which of its pages."""
        doing = (self.within.task or READING).rstrip("。")
        places = [f"{self.total}つのうち {self.done + 1}つめ"] if self.total > 1 else []
        if self.within.task == READING and self.within.total > 1:
            places.append(f"{self.within.total}ページのうち {self.within.done + 1}ページめ")
        return f"{self.name} を{doing}" + (f"（{'、'.join(places)}）。" if places else "。")


class Paperwork(QObject):
    """The queue of files of one open case."""

    changed = Signal()  # the queue or the refusals
    told = Signal()  # how far the file in hand is

    def __init__(self, session: Session, studio: Studio) -> None:
        """Nothing waits."""
        super().__init__()
        self._session, self._studio = session, studio
        self._waiting: list[Arrival] = []
        self._reading: Arrival | None = None
        self._job: Job | None = None
        self._within = NOWHERE
        self._passwords: list[str] = []
        self._done = self._total = self._batches = 0
        self.refusals: tuple[Refusal, ...] = ()

    def get_ready(self) -> None:
        """Have the worker start, so that the first file need not wait for it."""
        self._studio.ask(PAPERS, Job("", get_ready, (), lambda _: None, lambda _: None))

    @property
    def progress(self) -> Taking | None:
        """How far it is; None while nothing is on its way."""
        return Taking(self._done, self._total, self._reading.file.name, self._within) if self._reading else None

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
        """Leave out what has not come in yet, also the file that is being read."""
        self._waiting.clear()
        if self._job is not None:
            self._studio.give_up(PAPERS, self._job)
            self.get_ready()
        self._reading = self._job = None
        self._done = self._total = 0
        self.changed.emit()

    def _next(self) -> None:
        if self._reading is None and self._waiting:
            self._reading = self._waiting.pop(0)
            self._read(self._reading)
        if self._reading is None:
            self._done = self._total = 0
        self.changed.emit()

    def _read(self, arrival: Arrival) -> None:
        def fail(error: FormsError) -> None:
            if arrival is self._reading:
                self.refusals = (*self.refusals, Refusal(arrival, str(error), isinstance(error, PasswordNeeded)))
                self._pass_on()

        def keep(paper: Attached) -> None:
            self._session.note(_change(arrival, paper))  # also what came in just before it was stopped
            if arrival is self._reading:
                self._pass_on()

        def tell(progress: Progress) -> None:
            if arrival is self._reading:
                self._within = progress
                self.told.emit()

        self._within = NOWHERE
        coming = Coming(arrival.file, arrival.document, arrival.replaces, tuple(self._passwords))
        work = taking(self._session.case.path, coming)
        self._job = Job("", work.function, work.arguments, keep, fail, tell, work.about)
        self._studio.ask(PAPERS, self._job)

    def _pass_on(self) -> None:
        self._reading = self._job = None
        self._done += 1
        self._next()


def _change(arrival: Arrival, paper: Attached) -> Change:
    if arrival.replaces is not None:
        return PaperReplaced(arrival.replaces, paper, arrival.batch)
    return PaperAdded(paper, arrival.batch)
