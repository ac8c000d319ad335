"""The case file's schema, one step a version; a file of an older version is brought up when it is opened.

Decision: steps are only ever added at the end, never changed: `user_version` counts those that were taken. The bytes of papers
lie in tables of their own: SQLite writes a row anew as a whole, and moving or turning a paper must not write its original again.
What a paper says is kept under its original's SHA-256: it is the same however often the paper is in the case, moved or turned.
"""

STEPS = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE answer (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE paper (
        id INTEGER PRIMARY KEY,
        document TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        pages INTEGER NOT NULL,
        notes TEXT NOT NULL,
        original BLOB NOT NULL,
        pdf BLOB NOT NULL
    );
    CREATE INDEX paper_document ON paper (document, id);
    """,
    """
    CREATE TABLE original (paper INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE printable (paper INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE listed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL,
        place INTEGER,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        pages INTEGER NOT NULL,
        notes TEXT NOT NULL
    );
    INSERT INTO original SELECT id, original FROM paper;
    INSERT INTO printable SELECT id, pdf FROM paper;
    INSERT INTO listed SELECT id, document, id, name, sha256, pages, notes FROM paper ORDER BY id;
    DROP TABLE paper;
    ALTER TABLE listed RENAME TO paper;
    """,
    """
    CREATE TABLE words (sha256 TEXT PRIMARY KEY, pages TEXT NOT NULL) WITHOUT ROWID;
    """,
)
