"""What a worker process does: takes functions of the library with their arguments, one after the other, and sends results back.

Decision: nobody catches here what nobody expected: the process sends its last words and ends, and another one is started. It does
not outlive the program that started it, and being told to end it leaves in order, with the office suite that it may have started.
Between jobs rubbish is collected, and what is left (forms and faces that were read) is not gone through again in the next one.
"""

import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import connection as waiting
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread
from types import TracebackType
from typing import Any

from forms.errors import FormsError
from forms.progress import Progress
from forms.workers.memory import limit_memory

BETWEEN = 0.05  # seconds at least between two signs of life
FAILED = 70  # what the process ends with, having sent its last words


@dataclass(frozen=True)
class Work:
    """A function of the library with plain arguments. `about`: what is done, the subject of the sentence if it breaks.

    One that `reports` takes one argument more: a function that is given its Progress, which is its sign of life.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    about: str = "この作業"
    reports: bool = False


@dataclass(frozen=True)
class Done:
    """Work came to its end."""

    result: Any


@dataclass(frozen=True)
class LastWords:
    """Work broke the process: what it died of, for the log, and whether that was want of memory."""

    trace: str
    is_full: bool


def serve(line: Connection) -> None:
    """Work until the other end closes; sends Progress on the way, then a Done, a FormsError or LastWords."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then ends this process
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(FAILED))
    Thread(target=_follow, daemon=True).start()
    limit_memory()
    while True:
        gc.collect()
        gc.freeze()
        try:
            work: Work = line.recv()
        except EOFError:
            return
        with _SendingLastWords(line):
            line.send(_outcome(work, _Teller(line)))


def _outcome(work: Work, teller: "_Teller") -> Done | FormsError:
    try:
        return Done(work.function(*work.arguments, *((teller.tell,) if work.reports else ())))
    except FormsError as error:
        return error


def _follow() -> None:
    """End with the program that started this process, however that one ended."""
    parent = parent_process()
    if parent is not None:
        waiting.wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


class _Teller:
    """Sends how far work is, not more often than anybody can see."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._told_at = 0.0

    def tell(self, progress: Progress) -> None:
        """Send it, unless something was sent a moment ago."""
        now = time.monotonic()
        if now - self._told_at >= BETWEEN:
            self._told_at = now
            self._line.send(progress)


class _SendingLastWords:
    """Whatever breaks the block is told, and ends the process at once: nothing in it can be relied on any more."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None:
            return
        if not isinstance(error, SystemExit | BrokenPipeError):
            self._line.send(LastWords("".join(traceback.format_exception(error)), isinstance(error, MemoryError)))
        os._exit(FAILED)
