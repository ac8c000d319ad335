"""The case file's schema, one step a version; a file of an older version is brought up when it is opened.

Decision: steps are only ever added at the end, never changed: `user_version` counts those that were taken.
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
)
