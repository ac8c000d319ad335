"""The SQLite file below a case file: opening it, bringing its schema up, and SQLite's errors as sentences for the user.

Decision: a second window reads through an ordinary connection on which changes are forbidden (query_only), not through one that
the file system holds to reading: what a killed program left half written can then still be undone before anything is read.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from forms.errors import CaseError
from forms.migrations import STEPS

APPLICATION_ID = 0x53485353  # "SHSS"; set last, so that a file half made is not taken for a case
SETTINGS = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"


@contextmanager
def said(path: Path) -> Iterator[None]:
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
def opening(path: Path, patience: float) -> Iterator[sqlite3.Connection]:
    """A connection that stays open, but for where the block fails."""
    with said(path), ExitStack() as undo:
        connection = sqlite3.connect(path.absolute(), timeout=patience)
        undo.callback(connection.close)
        yield connection
        undo.pop_all()


def claim(path: Path) -> None:
    """An empty file, and nobody else's."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise CaseError(f"{path} はすでにあります。別の名前にしてください。") from None
    except (FileNotFoundError, NotADirectoryError):
        raise CaseError(f"{path.parent} というフォルダーがありません。作ってからやり直してください。") from None
    except OSError as error:
        raise CaseError(f"{path} を作れません（{error.strerror}）。場所とアクセス権をお確かめください。") from error


def require_case(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file's schema. Raises CaseError for a file that is none of ours, or a later version's."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise CaseError(f"{path} は案件のファイルではありません。.shinsei のファイルを選んでください。")
    if version > len(STEPS):
        raise CaseError(f"{path} は新しい版のプログラムで作られています。プログラムを新しくしてください。")
    return version


def settle(connection: sqlite3.Connection, version: int) -> None:
    """Bring the schema up from `version`, each step whole or not at all."""
    connection.executescript(SETTINGS)
    for number, step in enumerate(STEPS[version:], version + 1):
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {number}; COMMIT;")


def settle_for_reading(connection: sqlite3.Connection, version: int, path: Path) -> None:
    """Forbid changes. Raises CaseError for a schema that would have to be brought up first."""
    if version < len(STEPS):
        raise CaseError(f"{path} は前の版のプログラムで作られています。一度、読むだけでなく、ふつうに開いてください。")
    connection.execute("PRAGMA query_only = ON")
