"""The case file (案件): one SQLite file that holds answers and papers, committed with every change.

Decision: rollback journal, never WAL, so that a case is one file, also on a network share; what is deleted is overwritten.
A kill at any moment leaves the state before the change or after it. A paper keeps its id for good, and it and its bytes stay in
the file when it is taken away or replaced, until they are swept away: taking a change back moves no bytes.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from forms.casecontents import content_pieces, drop_contents, is_whole, read_content, write_content
from forms.casedatabase import APPLICATION_ID, claim, opening, require_case, said, settle, settle_for_reading
from forms.caserows import COLUMNS, Attached, Row, listed, row_of
from forms.casewords import CaseWords
from forms.errors import CaseError
from forms.papers import Paper
from forms.progress import Tell, untold
from forms.values.plain import Plain

__all__ = ["Attached", "CaseFile", "Holder", "create_case", "open_case_file"]
PATIENCE = 5.0


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
        self._words = CaseWords(connection)

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
            rows = self._db.execute(f"SELECT {COLUMNS} FROM paper WHERE place IS NOT NULL ORDER BY place, id").fetchall()
            return tuple(listed(rows, self._words.of))

    def attach(self, document: str, paper: Paper, *, at: int | None = None, tell: Tell = untold) -> Attached:
        """Add a paper to a document's: as the one that `at` counts (from 0), else behind the others."""
        original, printable = (write_content(self._changing, data, tell) for data in (paper.original, paper.pdf))
        with self._changing() as db:
            row = (document, *row_of(paper), original, printable)
            self._words.keep(paper)
            number = db.execute(f"INSERT INTO paper ({COLUMNS}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", row).lastrowid or 0
            self._require_whole(original, printable)
            self._arrange(number, document, at)
            return self._of(number)

    def remove(self, paper: Attached) -> None:
        """Take one paper away, for `put_back`."""
        with self._changing() as db:
            self._of(paper.id)
            db.execute("UPDATE paper SET place = NULL WHERE id = ?", (paper.id,))

    def put_back(self, paper: Attached) -> None:
        """Undo `remove`: the paper at the place where it was."""
        with self._changing() as db:
            if any(other.id == paper.id for other in self.attached()):
                raise CaseError(f"{paper.name} は、すでにこの案件にあります。")
            if db.execute("SELECT id FROM paper WHERE id = ?", (paper.id,)).fetchone() is None:
                raise CaseError(_gone(paper.name))
            self._arrange(paper.id, paper.document, paper.place)

    def replace(self, attached: Attached, paper: Paper, *, tell: Tell = untold) -> Attached:
        """Put another paper, or the same one turned, in the place of one; the paper as it is then. `restore` undoes it."""
        now = self._of(attached.id)
        is_same = paper.sha256 == now.sha256 and paper.original == self.original(now)
        original = now.original if is_same else write_content(self._changing, paper.original, tell)
        printable = write_content(self._changing, paper.pdf, tell)
        with self._changing():
            self._of(attached.id)
            self._point(attached.id, row_of(paper), original, printable)
            self._words.keep(paper)
            return self._of(attached.id)

    def restore(self, paper: Attached) -> None:
        """Make a paper what it was before or after it was replaced; where it stands now, it stays."""
        with self._changing():
            self._of(paper.id)
            self._point(paper.id, row_of(paper), paper.original, paper.printable)

    def _point(self, number: int, row: Row, original: int, printable: int) -> None:
        """Let a paper be what the row says, with those bytes."""
        fields = "name = ?, sha256 = ?, pages = ?, notes = ?, original = ?, printable = ?"
        self._db.execute(f"UPDATE paper SET {fields} WHERE id = ?", (*row, original, printable, number))
        self._require_whole(original, printable)

    def _require_whole(self, *contents: int) -> None:
        if not all(is_whole(self._db, number) for number in contents):
            raise CaseError(_gone())

    def move(self, paper: Attached, document: str, place: int) -> None:
        """Make a paper the one that `place` counts (from 0) among a document's; beyond the last it becomes the last."""
        with self._changing() as db:
            self._of(paper.id)
            db.execute("UPDATE paper SET document = ? WHERE id = ?", (document, paper.id))
            self._arrange(paper.id, document, place)

    def detach(self, document: str) -> int:
        """Take all papers of a document away, for good; how many there were."""
        with self._changing() as db:
            which = "document = ? AND place IS NOT NULL"
            pointed = f"SELECT original FROM paper WHERE {which} UNION SELECT printable FROM paper WHERE {which}"
            drop_contents(db, f"id IN ({pointed})", (document, document))
            count = db.execute(f"DELETE FROM paper WHERE {which}", (document,)).rowcount
            self._words.forget()
            return count

    def sweep(self) -> None:
        """Delete for good what was taken away or replaced; it cannot be put back or restored any more."""
        with self._changing() as db:
            db.execute("DELETE FROM paper WHERE place IS NULL")
            drop_contents(db, "id NOT IN (SELECT original FROM paper UNION SELECT printable FROM paper)")
            self._words.forget()

    def paper(self, attached: Attached) -> Paper:
        """The whole paper, as it is kept now."""
        now = self._of(attached.id)
        return Paper(now.name, now.sha256, self.original(now), self.pdf(now), now.pages, now.notes, now.words)

    def pdf(self, paper: Attached) -> bytes:
        """The paper as it is printed now: upright A4 pages."""
        return self._bytes(self._of(paper.id).printable)

    def pdf_pieces(self, paper: Attached) -> Iterator[bytes]:
        """The same piece by piece, for a paper of any size."""
        with said(self.path):
            content = self._of(paper.id).printable
            self._require_whole(content)
            yield from content_pieces(self._db, content)

    def original(self, paper: Attached) -> bytes:
        """The paper as it was given."""
        return self._bytes(self._of(paper.id).original)

    def _bytes(self, content: int) -> bytes:
        with said(self.path):
            data = read_content(self._db, content)
        if data is None:
            raise CaseError(_gone())
        return data

    def _of(self, number: int) -> Attached:
        """The paper of that id, as the case has it now."""
        found = next((paper for paper in self.attached() if paper.id == number), None)
        if found is None:
            raise CaseError(_gone())
        return found

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
