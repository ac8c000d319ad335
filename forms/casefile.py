"""The case file (案件): one SQLite file that holds answers and papers, committed with every change.

Decision: rollback journal, never WAL, so that a case is one file, also on a network share; what is deleted is overwritten.
A kill at any moment leaves the state before the change or after it. A paper keeps its id for good, also when it is taken away
and put back, so that whoever undoes several changes can go on naming it.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from forms.casedatabase import APPLICATION_ID, claim, opening, require_case, said, settle, settle_for_reading
from forms.errors import CaseError
from forms.papers import Paper
from forms.values.plain import Plain

PATIENCE = 5.0
PIECE = 1 << 20  # bytes of a paper read at once
COLUMNS = "id, document, name, sha256, pages, notes"


@dataclass(frozen=True)
class Attached:
    """A paper in the case, without its bytes; `id` asks for them. `place`: which of its document's papers it is, from 0."""

    id: int
    document: str
    name: str
    sha256: str
    pages: int
    notes: tuple[str, ...]
    place: int = 0


@dataclass(frozen=True)
class Holder:
    """Who has the case open in a window, and since when (local time)."""

    name: str
    since: datetime


class CaseFile:
    """An open case file. Every method that changes it has committed when it returns; all raise CaseError.

    Opened for reading only, every change is refused with a CaseError and the file stays as it is.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool = False) -> None:
        """Use `create_case` or `open_case_file`."""
        self.path = path
        self.read_only = read_only
        self._db = connection

    def __enter__(self) -> "CaseFile":
        """The case file closes with the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be asked of it any more."""
        self._db.close()

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """One change: committed at the end of the block, or not made at all."""
        if self.read_only:
            raise CaseError(f"{self.path} は読むだけで開いています。変えるには、ほかの画面で閉じてから、ふつうに開いてください。")
        with said(self.path), self._db:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db

    @property
    def call_id(self) -> str:
        """The id of the call that this case applies under."""
        with said(self.path):
            return str(self._db.execute("SELECT value FROM meta WHERE key = 'call'").fetchone()[0])

    def version(self) -> int:
        """A number that is another one as soon as another program, or window, has changed the file; own changes leave it."""
        with said(self.path):
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def holder(self) -> Holder | None:
        """Who has the case open, as far as the file says: one that was killed could not say that it went."""
        with said(self.path):
            said_of = dict(self._db.execute("SELECT key, value FROM meta WHERE key IN ('holder', 'held_since')").fetchall())
        try:
            return Holder(said_of["holder"], datetime.fromisoformat(said_of["held_since"]))
        except (KeyError, ValueError):
            return None

    def hold(self, me: Holder, instead_of: Holder | None = None) -> Holder:
        """Say who has it open, if nobody has (or who was just seen, `instead_of`); who has it now, which may be another."""
        with self._changing() as db:
            now = self.holder()
            if now is not None and now not in (me, instead_of):
                return now
            rows = [("holder", me.name), ("held_since", me.since.isoformat())]
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)
            return me

    def release(self, me: Holder) -> None:
        """Nobody has it open any more; where another has taken it over, that stays."""
        with self._changing() as db:
            if self.holder() == me:
                db.execute("DELETE FROM meta WHERE key IN ('holder', 'held_since')")

    def recall(self, key: str) -> str:
        """What a window keeps in the case for itself under that key; "" for nothing."""
        with said(self.path):
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (f"window.{key}",)).fetchone()
        return str(row[0]) if row else ""

    def remember(self, key: str, text: str) -> None:
        """Keep something of a window's own."""
        with self._changing() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"window.{key}", text))

    def answers(self) -> dict[str, Plain]:
        """All answers as they are kept, also of hidden branches."""
        with said(self.path):
            rows = self._db.execute("SELECT id, value FROM answer ORDER BY id").fetchall()
        return {name: json.loads(value) for name, value in rows}

    def enter(self, answers: Mapping[str, Plain]) -> None:
        """Keep these answers, in one commit; an empty text takes an answer away."""
        with self._changing() as db:
            for name, value in answers.items():
                if value == "":
                    db.execute("DELETE FROM answer WHERE id = ?", (name,))
                else:
                    db.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (name, json.dumps(value, ensure_ascii=False)))

    def attached(self) -> tuple[Attached, ...]:
        """The papers; those of a document are in the order in which they will be printed."""
        with said(self.path):
            rows = self._db.execute(f"SELECT {COLUMNS} FROM paper ORDER BY place, id").fetchall()
        return tuple(_listed(rows))

    def attach(self, document: str, paper: Paper, *, at: int | None = None) -> Attached:
        """Add a paper to a document's: as the one that `at` counts (from 0), else behind the others."""
        with self._changing():
            number = self._write(None, document, paper)
            self._arrange(number, document, at)
            return self._of(number)

    def remove(self, paper: Attached) -> Paper:
        """Take one paper away; what was there, for `put_back`."""
        with self._changing() as db:
            removed = self.paper(paper)
            for table, key in (("paper", "id"), ("original", "paper"), ("printable", "paper")):
                db.execute(f"DELETE FROM {table} WHERE {key} = ?", (paper.id,))
            return removed

    def put_back(self, attached: Attached, paper: Paper) -> None:
        """Undo `remove`: the paper at the place where it was, under the id that it had."""
        with self._changing():
            if any(other.id == attached.id for other in self.attached()):
                raise CaseError(f"{attached.name} は、すでにこの案件にあります。")
            self._write(attached.id, attached.document, paper)
            self._arrange(attached.id, attached.document, attached.place)

    def replace(self, attached: Attached, paper: Paper) -> Paper:
        """Put another paper, or the same one turned, in the place of one; what was there, for undoing it."""
        with self._changing():
            now, before = self._of(attached.id), self.paper(attached)
            self._write(now.id, now.document, paper, before)
            self._arrange(now.id, now.document, now.place)
            return before

    def move(self, paper: Attached, document: str, place: int) -> None:
        """Make a paper the one that `place` counts (from 0) among a document's; beyond the last it becomes the last."""
        with self._changing() as db:
            self._of(paper.id)
            db.execute("UPDATE paper SET document = ? WHERE id = ?", (document, paper.id))
            self._arrange(paper.id, document, place)

    def detach(self, document: str) -> int:
        """Take all papers of a document away; how many there were."""
        with self._changing() as db:
            for table in ("original", "printable"):
                db.execute(f"DELETE FROM {table} WHERE paper IN (SELECT id FROM paper WHERE document = ?)", (document,))
            return db.execute("DELETE FROM paper WHERE document = ?", (document,)).rowcount

    def paper(self, attached: Attached) -> Paper:
        """The whole paper, as it is kept now."""
        now = self._of(attached.id)
        return Paper(now.name, now.sha256, self.original(attached), self.pdf(attached), now.pages, now.notes)

    def pdf(self, paper: Attached) -> bytes:
        """The paper as it is printed: upright A4 pages."""
        return self._bytes("printable", paper)

    def pdf_pieces(self, paper: Attached) -> Iterator[bytes]:
        """The same piece by piece, for a paper of any size."""
        with said(self.path), self._db.blobopen("printable", "data", paper.id, readonly=True) as data:
            while piece := data.read(PIECE):
                yield piece

    def original(self, paper: Attached) -> bytes:
        """The paper as it was given."""
        return self._bytes("original", paper)

    def _bytes(self, table: str, paper: Attached) -> bytes:
        with said(self.path):
            row = self._db.execute(f"SELECT data FROM {table} WHERE paper = ?", (paper.id,)).fetchone()
        if row is None:
            raise CaseError(_gone(paper.name))
        return bytes(row[0])

    def _of(self, number: int) -> Attached:
        """The paper of that id, as the case has it now."""
        found = next((paper for paper in self.attached() if paper.id == number), None)
        if found is None:
            raise CaseError(_gone())
        return found

    def _write(self, number: int | None, document: str, paper: Paper, before: Paper | None = None) -> int:
        """Write a paper, of its bytes only those that are others than before; its id, a new one where none is given."""
        name = paper.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a file's name may be in any encoding
        row = (number, document, name, paper.sha256, paper.pages, json.dumps(paper.notes, ensure_ascii=False))
        written = self._db.execute(f"INSERT OR REPLACE INTO paper ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", row).lastrowid or 0
        if before is None or paper.original != before.original:
            self._db.execute("INSERT OR REPLACE INTO original VALUES (?, ?)", (written, paper.original))
        if before is None or paper.pdf != before.pdf:
            self._db.execute("INSERT OR REPLACE INTO printable VALUES (?, ?)", (written, paper.pdf))
        return written

    def _arrange(self, number: int, document: str, at: int | None) -> None:
        """Number all papers anew, the one of that id where it belongs among its document's."""
        others = [paper for paper in self.attached() if paper.id != number]
        behind = [n for n, paper in enumerate(others) if paper.document == document]
        order = [paper.id for paper in others]
        order.insert(len(order) if at is None or at >= len(behind) else behind[max(at, 0)], number)
        rows = [(place, each, place) for place, each in enumerate(order)]
        self._db.executemany("UPDATE paper SET place = ? WHERE id = ? AND place IS NOT ?", rows)


def _gone(name: str = "この書類") -> str:
    return f"{name} は、すでに案件から取り除かれています。一覧を開き直してください。"


def _listed(rows: Iterable[tuple[int, str, str, str, int, str]]) -> Iterator[Attached]:
    places: dict[str, int] = {}
    for number, document, name, sha, pages, notes in rows:
        place = places[document] = places.get(document, -1) + 1
        yield Attached(number, document, name, sha, pages, tuple(json.loads(notes)), place)


def create_case(path: Path, call_id: str) -> CaseFile:
    """A new, empty case file. Raises CaseError where something is there already or the folder cannot be written."""
    claim(path)
    with ExitStack() as undo:
        undo.callback(path.unlink)
        with opening(path, PATIENCE) as connection:
            settle(connection, 0)
            with connection:
                connection.execute("INSERT INTO meta VALUES ('call', ?)", (call_id,))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        undo.pop_all()
    return CaseFile(path, connection)


def open_case_file(path: Path, patience: float = PATIENCE, *, read_only: bool = False) -> CaseFile:
    """An existing case file, brought up to this version's schema; a file that is none of ours is not touched.

    `patience`: seconds to wait, now and at every change, for another process that is writing. `read_only`: for a second window;
    nothing is written. Raises CaseError.
    """
    with said(path):
        if not path.is_file():
            raise CaseError(f"{path} という案件のファイルがありません。場所と名前をお確かめください。")
    with opening(path, patience) as connection:
        version = require_case(connection, path)
        if read_only:
            settle_for_reading(connection, version, path)
        else:
            settle(connection, version)
    return CaseFile(path, connection, read_only=read_only)
