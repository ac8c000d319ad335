"""What is written down when the program runs into something nobody expected: enough to find the place, nothing of the user's.

Decision: the report has the kinds of the faults and the lines of the program that they came through, never their messages, values
or folders: a message may quote an answer, a folder holds the user's name. A FormsError's message names files, so it stays out too.
"""

import platform
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import qVersion

from forms.build import program_version

FRAMES = 40  # of one fault, the innermost
CHAIN = 5  # faults that led to one another


def report_of(error: BaseException, now: datetime) -> str:
    """The report of a fault, for people to send in."""
    return "\n".join((_head(now), *trace_of(error)))


def _head(now: datetime) -> str:
    versions = f"申請パケット {program_version()}　Python {platform.python_version()}　Qt {qVersion()}"
    return f"{now:%Y-%m-%d %H:%M:%S}　{versions}　{platform.system()} {platform.release()} {platform.machine()}"


def trace_of(error: BaseException) -> tuple[str, ...]:
    """Where a fault came from, line by line, the last one first; the same for the same fault."""
    lines: list[str] = []
    for each in _chain(error):
        lines.append(_kind(type(each)))
        lines += [f"    {frame}" for frame in reversed(list(_frames(each.__traceback__))[-FRAMES:])]
    return tuple(lines)


def _chain(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    for _ in range(CHAIN):
        if cause is None:
            return
        yield cause
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def _kind(kind: type[BaseException]) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(trace):
        yield f"{PurePath(frame.f_code.co_filename).name}:{line} {frame.f_code.co_qualname}"
