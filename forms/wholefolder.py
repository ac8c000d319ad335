"""A folder that is replaced as a whole: at any moment, killed processes and full disks included, the former or the new one is there.

No system exchanges two folders in one step everywhere. Decision: the new folder is made whole in a hidden room beside the target
(`.NAME-…/new`), the former one is moved into that room (`old`), and the new one moved out to its place. Whoever is killed between
the two moves leaves a room with both in it and no target: that is told by the room itself, and whoever next looks for the folder
or writes it moves the new one, which was whole before the first move, to its place. A room belongs to a process as long as that
holds the lock on the room's file `lock`, which the system takes from it when it dies; a room that nobody holds is swept away by the
next one that writes.
"""

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


NEW, OLD, LOCK, WORK = "new", "old", "lock", "work"
INSIDE = frozenset((NEW, OLD, LOCK, WORK))
FRESH = 60.0  # seconds within which a room without a lock may be one that is just being made


@dataclass(frozen=True)
class Room:
    """Where a folder is made: `new` takes the target's place; what lies in `work` is gone afterwards."""

    new: Path
    work: Path


@contextmanager
def replacing(target: Path) -> Iterator[Room]:
    """Room for a new folder that takes the target's place if the block ends well, and is gone otherwise. Raises OSError."""
    target = target.absolute()
    recover(target)
    near = next(parent for parent in target.parents if parent.exists())
    _sweep(target, near)
    with ExitStack() as leaving:
        room = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=near))
        leaving.callback(shutil.rmtree, room, ignore_errors=True)
        lock = leaving.enter_context((room / LOCK).open("wb"))  # let go of before the room is removed
        with suppress(OSError):  # where a file system knows no locks, nobody sweeps
            _hold(lock)
        made = Room(room / NEW, room / WORK)
        made.new.mkdir()
        made.work.mkdir()
        yield made
        _exchange(target, room)


def recover(target: Path) -> None:
    """Put a folder in its place that a killed process had taken away and not yet replaced; nothing to do in any other case."""
    target = target.absolute()
    if target.exists():
        return
    with suppress(OSError):
        for room in _rooms(target, target.parent):
            with _held(room) as held:
                if held and (room / OLD).is_dir() and (room / NEW).is_dir():
                    (room / NEW).rename(target)
                    return


def _exchange(target: Path, room: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        target.rename(room / OLD)
    try:
        (room / NEW).rename(target)
    finally:
        if (room / OLD).exists() and not target.exists():
            (room / OLD).rename(target)


def _sweep(target: Path, near: Path) -> None:
    """Remove what killed processes left beside the target; never the only packet there is."""
    for room in _rooms(target, near):
        with _held(room) as held:
            removable = held and (target.exists() or not (room / OLD).exists())
        if removable:
            shutil.rmtree(room, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}-"


def _rooms(target: Path, near: Path) -> list[Path]:
    """Rooms that were made for the target, nothing else that happens to be called like one."""
    called = re.compile(re.escape(_prefix(target)) + "[a-z0-9_]+")  # without a hyphen: `.a-b-…` is a room of `a-b`, not of `a`
    named = (path for path in near.iterdir() if called.fullmatch(path.name) and path.is_dir())
    return sorted(path for path in named if {inside.name for inside in path.iterdir()} <= INSIDE)


@contextmanager
def _held(room: Path) -> Iterator[bool]:
    """Whether nobody else holds the room; as long as the block lasts it is ours."""
    with ExitStack() as letting_go:
        yield _is_ours(room, letting_go)


def _is_ours(room: Path, letting_go: ExitStack) -> bool:
    try:
        _hold(letting_go.enter_context((room / LOCK).open("rb+")))
    except FileNotFoundError:
        return time.time() - room.stat().st_mtime > FRESH
    except OSError:
        return False
    return True
