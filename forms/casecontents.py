"""The bytes of papers in a case file, kept in pieces: what a paper was given as, and what is printed of it.

Decision: bytes are never changed, a paper only points to others. They are written a piece at a time, each in a commit of a few
milliseconds, so that thirty megabytes neither stop a window that wants to keep an answer meanwhile nor must be written again to
take a change back. What nothing points to (a paper half written when the power failed, or replaced since) is swept away.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, suppress

from forms.errors import CaseError
from forms.progress import Tell, telling, untold

PIECE = 8 * 2**20  # bytes: many commits wait for the disk often, large ones hold the file long
STORING = "保存しています。"
Changing = Callable[[], AbstractContextManager[sqlite3.Connection]]


def write_content(changing: Changing, data: bytes, tell: Tell = untold) -> int:
    """Write bytes, to which nothing points yet; their id, which is never given to others. `changing` makes one commit each time."""
    with ExitStack() as undo:
        with changing() as db:
            number = db.execute("INSERT INTO content (size) VALUES (?)", (len(data),)).lastrowid or 0
            db.execute("INSERT INTO piece VALUES (?, 0, ?)", (number, memoryview(data)[:PIECE]))
        undo.callback(_drop, changing, number)
        for start in telling(tell, STORING, len(data), PIECE):
            if start:
                with changing() as db:
                    db.execute("INSERT INTO piece VALUES (?, ?, ?)", (number, start // PIECE, memoryview(data)[start : start + PIECE]))
        undo.pop_all()
        return number


def _drop(changing: Changing, number: int) -> None:
    """Take back what could not be written whole; what the disk refuses even then, nothing points to."""
    with suppress(CaseError), changing() as db:
        drop_contents(db, "content.id = ?", (number,))


def drop_contents(db: sqlite3.Connection, which: str, values: tuple[str | int, ...] = ()) -> None:
    """Delete bytes for good."""
    db.execute(f"DELETE FROM piece WHERE content IN (SELECT content.id FROM content WHERE {which})", values)
    db.execute(f"DELETE FROM content WHERE {which}", values)


def content_pieces(db: sqlite3.Connection, number: int) -> Iterator[bytes]:
    """The bytes of that id, a piece at a time."""
    at = 0
    while row := db.execute("SELECT data FROM piece WHERE content = ? AND number = ?", (number, at)).fetchone():
        yield row[0]
        at += 1


def read_content(db: sqlite3.Connection, number: int) -> bytes | None:
    """The bytes of that id; None where they were swept away."""
    data = b"".join(content_pieces(db, number))
    size = db.execute("SELECT size FROM content WHERE id = ?", (number,)).fetchone()
    return data if size == (len(data),) else None


def is_whole(db: sqlite3.Connection, number: int) -> bool:
    """Whether all bytes of that id are there: somebody may have swept them away while they were written."""
    written = db.execute("SELECT coalesce(sum(length(data)), 0) FROM piece WHERE content = ?", (number,)).fetchone()[0]
    row = db.execute("SELECT size FROM content WHERE id = ?", (number,)).fetchone()
    return row is not None and bool(row[0] == written)
