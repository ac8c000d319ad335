"""Work that must not stop the window: pages drawn, papers read, previews made, each in a process of its own.

Decision: a process, not a thread: drawing in Python would hold up typing, PDFium is not safe with threads, and a foreign file that
hangs can be stopped. Of several pictures wanted for one place only the last is made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Condition
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from desktop.workbench import serve
from forms.errors import FormsError, WorkerError

PICTURES, PAPERS = "pictures", "papers"
LIMIT = 120.0  # seconds for one job


@dataclass(frozen=True)
class Job:
    """A function of the library with plain arguments; `then` and `failed` are called in the window's thread."""

    place: str  # a later job for the same place takes an earlier one's turn; "" stands for itself
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    then: Callable[[Any], None]
    failed: Callable[[FormsError], None]


class Lane(QThread):
    """Jobs one after the other, in a worker process that is started when the first one comes."""

    finished_one = Signal(object, object)  # the job, and its result or its FormsError

    def __init__(self, limit: float) -> None:
        """`limit`: seconds after which a job is given up."""
        super().__init__()
        self._limit = limit
        self._waiting: list[Job] = []
        self._bell = Condition()
        self._is_closed = False
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

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
        self._end()

    def _next(self) -> Job | None:
        with self._bell:
            while not (self._waiting or self._is_closed):
                self._bell.wait()
            return None if self._is_closed else self._waiting.pop(0)

    def _result(self, job: Job) -> object:
        try:
            line = self._connected()
            line.send((job.function, job.arguments))
            if line.poll(self._limit):
                return line.recv()
            fault = "時間がかかりすぎるため、途中でやめました。"
        except (EOFError, OSError):
            fault = "途中で止まりました。"
        self._end()
        return WorkerError(f"この作業は{fault}もう一度お試しください。続くときは、別の形式で保存し直したファイルをお使いください。")

    def _connected(self) -> Connection:
        if self._line is None or self._process is None or not self._process.is_alive():
            context = get_context("spawn")
            self._line, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs,), daemon=True)
            with self._bell:  # `close` finds either no process or one that can be killed
                if self._is_closed:
                    raise EOFError
                process.start()
                self._process = process
            theirs.close()
        return self._line

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def close(self) -> None:
        """Give up what waits and end the process; blocks until it is gone."""
        with self._bell:
            self._is_closed = True
            self._waiting.clear()
            self._bell.notify()
            if self._process is not None:
                self._process.kill()
        self.wait()


class Studio(QObject):
    """The lanes of the window: pictures never wait for papers."""

    def __init__(self, limit: float = LIMIT) -> None:
        """Nothing runs until the first job comes."""
        super().__init__()
        self._lanes = {name: Lane(limit) for name in (PICTURES, PAPERS)}
        self._newest: dict[str, Job] = {}
        for lane in self._lanes.values():
            lane.finished_one.connect(self._deliver)

    def ask(self, lane: str, job: Job) -> None:
        """Have a job done; `then` gets its result, unless a later job took its place."""
        if job.place:
            self._newest[job.place] = job
        self._lanes[lane].put(job)

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
