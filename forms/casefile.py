"""The case file (案件): one SQLite file that holds answers and papers, committed with every change.

Decision: rollback journal, never WAL, so that a case is one file, also on a network share; what is deleted is overwritten.
A kill at any moment leaves the state before the change or after it.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from forms.errors import CaseError
from forms.migrations import STEPS
from forms.papers import Paper
from forms.values.plain import Plain

APPLICATION_ID = 0x53485353  # "SHSS"; set last, so that a file half made is not taken for a case
PATIENCE = 5.0


@dataclass(frozen=True)
class Attached:
    """A paper in the case, without its bytes; `id` asks for them."""

    id: int
    document: str
    name: str
    sha256: str
    pages: int
    notes: tuple[str, ...]


class CaseFile:
    """An open case file. Every method that changes it has committed when it returns; all raise CaseError."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Use `create_case` or `open_case_file`."""
        self.path = path
        self._db = connection

    def __enter__(self) -> "CaseFile":
        """The case file closes with the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be asked of it any more."""
        self._db.close()

    @property
    def call_id(self) -> str:
        """The id of the call that this case applies under."""
        with _said(self.path):
            return str(self._db.execute("SELECT value FROM meta WHERE key = 'call'").fetchone()[0])

    def answers(self) -> dict[str, Plain]:
        """All answers as they are kept, also of hidden branches."""
        with _said(self.path):
            rows = self._db.execute("SELECT id, value FROM answer ORDER BY id").fetchall()
        return {name: json.loads(value) for name, value in rows}

    def enter(self, answers: Mapping[str, Plain]) -> None:
        """Keep these answers, in one commit; an empty text takes an answer away."""
        with _said(self.path), self._db:
            for name, value in answers.items():
                if value == "":
                    self._db.execute("DELETE FROM answer WHERE id = ?", (name,))
                else:
                    self._db.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (name, json.dumps(value, ensure_ascii=False)))

    def attached(self) -> tuple[Attached, ...]:
        """The papers, in the order in which they were taken in."""
        with _said(self.path):
            rows = self._db.execute("SELECT id, document, name, sha256, pages, notes FROM paper ORDER BY id").fetchall()
        return tuple(Attached(n, document, name, sha, pages, tuple(json.loads(said))) for n, document, name, sha, pages, said in rows)

    def attach(self, document: str, paper: Paper) -> None:
        """Add a paper behind the document's others."""
        name = paper.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a file's name may be in any encoding
        row = (document, name, paper.sha256, paper.pages, json.dumps(paper.notes, ensure_ascii=False))
        with _said(self.path), self._db:
            self._db.execute(
                "INSERT INTO paper (document, name, sha256, pages, notes, original, pdf) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*row, paper.original, paper.pdf),
            )

    def detach(self, document: str) -> int:
        """Take all papers of a document away; how many there were."""
        with _said(self.path), self._db:
            return self._db.execute("DELETE FROM paper WHERE document = ?", (document,)).rowcount

    def pdf(self, paper: Attached) -> bytes:
        """The paper as it is printed: upright A4 pages."""
        return self._blob("pdf", paper)

    def original(self, paper: Attached) -> bytes:
        """The paper as it was given."""
        return self._blob("original", paper)

    def _blob(self, column: str, paper: Attached) -> bytes:
        with _said(self.path):
            return bytes(self._db.execute(f"SELECT {column} FROM paper WHERE id = ?", (paper.id,)).fetchone()[0])


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """SQLite's errors and the file system's as sentences for the user."""
    try:
        yield
    except sqlite3.Error as error:
        raise CaseError(_sentence(path, error)) from error
    except OSError as error:
        raise CaseError(f"{path} を使えません（{error.strerror}）。場所と名前をお確かめください。") from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return f"{path} に書き込めません。ディスクの空きがありません。空きを作ってからやり直してください。"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"{path} はほかで開かれています。閉じてからやり直してください。"
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"{path} を開けないか、書き込めません。場所とアクセス権をお確かめください。"
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return f"{path} は案件のファイルとして読めません。控えがあれば、それを開いてください。"
    return f"{path} を読み書きできません（{error}）。控えを取ってから、もう一度お試しください。"


@contextmanager
def _opening(path: Path, patience: float) -> Iterator[sqlite3.Connection]:
    """A connection that stays open, but for where the block fails."""
    with _said(path), ExitStack() as undo:
        connection = sqlite3.connect(path.absolute(), timeout=patience)
        undo.callback(connection.close)
        yield connection
        undo.pop_all()


def _claim(path: Path) -> None:
    """An empty file, and nobody else's."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise CaseError(f"{path} はすでにあります。別の名前にしてください。") from None
    except (FileNotFoundError, NotADirectoryError):
        raise CaseError(f"{path.parent} というフォルダーがありません。作ってからやり直してください。") from None
    except OSError as error:
        raise CaseError(f"{path} を作れません（{error.strerror}）。場所とアクセス権をお確かめください。") from error


def create_case(path: Path, call_id: str) -> CaseFile:
    """A new, empty case file. Raises CaseError where something is there already or the folder cannot be written."""
    _claim(path)
    with ExitStack() as undo:
        undo.callback(path.unlink)
        with _opening(path, PATIENCE) as connection:
            _settle(connection, 0)
            with connection:
                connection.execute("INSERT INTO meta VALUES ('call', ?)", (call_id,))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        undo.pop_all()
    return CaseFile(path, connection)


def open_case_file(path: Path, patience: float = PATIENCE) -> CaseFile:
    """An existing case file, brought up to this version's schema; a file that is none of ours is not touched.

    `patience`: seconds to wait, now and at every change, for another process that is writing. Raises CaseError.
    """
    with _said(path):
        if not path.is_file():
            raise CaseError(f"{path} という案件のファイルがありません。場所と名前をお確かめください。")
    with _opening(path, patience) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise CaseError(f"{path} は案件のファイルではありません。.shinsei のファイルを選んでください。")
        if version > len(STEPS):
            raise CaseError(f"{path} は新しい版のプログラムで作られています。プログラムを新しくしてください。")
        _settle(connection, version)
    return CaseFile(path, connection)


def _settle(connection: sqlite3.Connection, version: int) -> None:
    connection.executescript("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
    for number, step in enumerate(STEPS[version:], version + 1):
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {number}; COMMIT;")
