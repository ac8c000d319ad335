"""Work that must not stop the window: pages drawn, papers read, previews made, each in a worker process of its own.

Decision: a lane is a thread that does nothing but wait for its worker. Of several pictures wanted for one place only the last is
made; work for no place waits its turn and can be given up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from forms.errors import FormsError
from forms.progress import Progress
from forms.workers.serving import Work
from forms.workers.worker import Worker

PICTURES, PAPERS = "pictures", "papers"


@dataclass(frozen=True)
class Job:
    """A function of the library with plain arguments; `then`, `failed` and `told` are called in the window's thread."""

    place: str  # a later job for the same place takes an earlier one's turn; "" stands for itself
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    then: Callable[[Any], None]
    failed: Callable[[FormsError], None]
    told: Callable[[Progress], None] | None = None  # how far it is, for functions that take a last argument to report to
    about: str = "この作業"

    @property
    def work(self) -> Work:
        """What the worker does."""
        return Work(self.function, self.arguments, self.about, reports=self.told is not None)


class Lane(QThread):
    """Jobs one after the other, in a worker process that is started when the first one comes."""

    finished_one = Signal(object, object)  # the job, and its result or its FormsError
    told_one = Signal(object, object)  # the job, and its Progress

    def __init__(self, worker: Worker) -> None:
        """Nothing waits."""
        super().__init__()
        self._worker = worker
        self._waiting: list[Job] = []
        self._in_hand: Job | None = None
        self._bell = Condition()
        self._is_closed = False

    def put(self, job: Job) -> None:
        """Put a job in line, in the place of one that waits for the same place."""
        with self._bell:
            self._waiting = [known for known in self._waiting if not job.place or known.place != job.place] + [job]
            self._bell.notify()
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def run(self) -> None:
        """Work until closed."""
        while (job := self._next()) is not None:
            self.finished_one.emit(job, self._result(job))

    def _next(self) -> Job | None:
        with self._bell:
            self._in_hand = None
            while not (self._waiting or self._is_closed):
                self._bell.wait()
            self._in_hand = None if self._is_closed else self._waiting.pop(0)
            return self._in_hand

    def _result(self, job: Job) -> object:
        try:
            return self._worker.do(job.work, lambda progress: self.told_one.emit(job, progress))
        except FormsError as error:
            return error

    def give_up(self, job: Job) -> None:
        """Leave a job undone, also in the middle; it ends with an error, unless it is done already."""
        with self._bell:
            self._waiting = [known for known in self._waiting if known is not job]
            is_in_hand = self._in_hand is job
        if is_in_hand:
            self._worker.give_up()

    def close(self) -> None:
        """Give up what waits and end the process; blocks until it is gone."""
        with self._bell:
            self._is_closed = True
            self._waiting.clear()
            self._bell.notify()
        self._worker.close()
        self.wait()


class Studio(QObject):
    """The lanes of the window: pictures never wait for papers."""

    def __init__(self, make: Callable[[], Worker] = Worker) -> None:
        """Nothing runs until the first job comes; `make` makes the lanes' workers."""
        super().__init__()
        self._lanes = {name: Lane(make()) for name in (PICTURES, PAPERS)}
        self._newest: dict[str, Job] = {}
        for lane in self._lanes.values():
            lane.finished_one.connect(self._deliver)
            lane.told_one.connect(self._tell)

    def ask(self, lane: str, job: Job) -> None:
        """Have a job done; `then` gets its result, unless a later job took its place."""
        if job.place:
            self._newest[job.place] = job
        self._lanes[lane].put(job)

    def give_up(self, lane: str, job: Job) -> None:
        """Leave a job undone, also in the middle; within a moment, whatever it is doing."""
        self._lanes[lane].give_up(job)

    def _tell(self, job: Job, progress: Progress) -> None:
        if job.told is not None:
            job.told(progress)

    def _deliver(self, job: Job, result: object) -> None:
        if job.place and self._newest.get(job.place) is not job:
            return
        if isinstance(result, FormsError):
            job.failed(result)
        else:
            job.then(result)

    def forget(self, place: str) -> None:
        """What comes for that place is not wanted any more: its widget is gone."""
        self._newest.pop(place, None)

    def close(self) -> None:
        """End all lanes."""
        for lane in self._lanes.values():
            lane.close()
