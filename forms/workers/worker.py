"""A worker: another process that does one piece of work after the other, and is replaced when one breaks it.

Decision: a process, not a thread: drawing in Python would hold up typing, PDFium is not safe with threads, and a foreign file may
hang, eat all memory or crash a library. What becomes of it then is a WorkerError here. Work that takes long gives signs of life:
no other limit suits a thumbnail and ten thousand scanned pages alike. Window and command line use this one.
"""

import logging
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.resource_tracker import ensure_running
from threading import Lock
from types import TracebackType
from typing import Any

from forms.errors import FormsError, WorkerError
from forms.progress import Progress
from forms.workers.serving import Done, LastWords, Work, serve

GRACE = 0.1  # seconds to leave in order
LOG = logging.getLogger(__name__)
STOPPED, SLOW, FULL = "途中で止まりました。", "時間がかかりすぎるため、途中でやめました。", "メモリーが足りないため、途中でやめました。"
TRY = "もう一度お試しください。続くときは、別の形式で保存し直したファイルをお使いください。"


@dataclass(frozen=True)
class Limits:
    """Seconds after which work is given up: without a sign of life, where it gives none, and whatever it gives."""

    silence: float = 15.0
    mute: float = 120.0
    longest: float = 900.0


class Worker:
    """One process, started when the first work comes. `do` is called from one thread at a time, the others from any."""

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - frozen
        """Nothing runs yet."""
        self._limits = limits
        self._lock = Lock()
        self._is_closed = False
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> "Worker":
        """The process ends with the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def do(self, work: Work, hear: Callable[[Progress], None] = lambda _: None) -> Any:  # noqa: ANN401 - what the function returns
        """Have work done; its result. Raises its FormsError, or a WorkerError where it came to no end."""
        outcome = self._outcome(work, hear)
        if isinstance(outcome, Done):
            return outcome.result
        if isinstance(outcome, FormsError):
            raise outcome
        self.give_up()
        raise WorkerError(f"{work.about}は{outcome}{TRY}")

    def _outcome(self, work: Work, hear: Callable[[Progress], None]) -> Done | FormsError | str:
        """How work ended; in words where it broke its process."""
        patience, end = self._limits.silence if work.reports else self._limits.mute, time.monotonic() + self._limits.longest
        try:
            line = self._connected()
            line.send(work)
            while line.poll(max(min(patience, end - time.monotonic()), 0)):
                said = line.recv()
                if not isinstance(said, Progress):
                    return _read(said)
                hear(said)
        except (EOFError, OSError):
            return STOPPED
        return SLOW

    def _connected(self) -> Connection:
        """The line to the process, a new one where there is none. Raises EOFError once closed."""
        with self._lock:
            if self._is_closed:
                raise EOFError
            if self._line is None or self._process is None or not self._process.is_alive():
                context = get_context("spawn")
                self._line, theirs = context.Pipe()
                process = context.Process(target=serve, args=(theirs,), daemon=True)
                with _uninterrupted():
                    process.start()
                    self._process = process
                theirs.close()
            return self._line

    def give_up(self) -> None:
        """End the process: the work in hand, if any, ends with a WorkerError, and what comes next has a new one."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.join(GRACE)
            process.kill()
            process.join()

    def close(self) -> None:
        """Give up, for good."""
        with self._lock:
            self._is_closed = True
        self.give_up()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until a process has been started, which never hears of it: half started, it would die with a traceback."""
    if sys.platform == "win32":
        yield
        return
    ensure_running()  # multiprocessing's own helper, whose start lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read(said: Done | FormsError | LastWords) -> Done | FormsError | str:
    if not isinstance(said, LastWords):
        return said
    LOG.info("a worker died of\n%s", said.trace)
    return FULL if said.is_full else STOPPED
