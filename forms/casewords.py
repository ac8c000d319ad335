"""What the papers of a case say, kept in the case file under the SHA-256 of their originals.

Decision: a text once read is the same object ever after, so that whoever works something out of it (forms/comparing) does so once;
the key is the content, so nothing that happens to the file can make what is remembered wrong.
"""

import json
import sqlite3

from forms.papers import Paper


class CaseWords:
    """The table of words; it writes inside the changes of whoever owns the connection, and leaves SQLite's errors to that one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, sha256: str) -> tuple[str, ...]:
        """What a paper says, page by page; nothing where it was taken in before papers were read."""
        if sha256 not in self._known:
            row = self._db.execute("SELECT pages FROM words WHERE sha256 = ?", (sha256,)).fetchone()
            if row is None:
                return ()
            self._known[sha256] = tuple(json.loads(row[0]))
        return self._known[sha256]

    def keep(self, paper: Paper) -> None:
        """Write what a paper says, if it was read and is not there yet."""
        if paper.words and paper.words != self.of(paper.sha256):
            pages = json.dumps(paper.words, ensure_ascii=False)
            self._db.execute("INSERT OR REPLACE INTO words VALUES (?, ?)", (paper.sha256, pages))
            self._known.pop(paper.sha256, None)

    def forget(self) -> None:
        """Take away what papers say that are in the case no more."""
        self._db.execute("DELETE FROM words WHERE sha256 NOT IN (SELECT sha256 FROM paper)")
