"""The case file's schema, one step a version; a file of an older version is brought up when it is opened.

Decision: steps are only ever added at the end, never changed: `user_version` counts those that were taken. The bytes of papers
lie in tables of their own, in pieces (see casecontents.py), to which a paper points with `original` and `printable`; a paper that
was taken away has no place. What a paper says is kept under its original's SHA-256: it is the same however often the paper is in the
case, moved or turned.
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
    CREATE TABLE content (id INTEGER PRIMARY KEY AUTOINCREMENT, size INTEGER NOT NULL);
    CREATE TABLE piece (content INTEGER NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (content, number));
    ALTER TABLE paper ADD COLUMN original INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE paper ADD COLUMN printable INTEGER NOT NULL DEFAULT 0;
    UPDATE paper SET original = 2 * id, printable = 2 * id + 1;
    INSERT INTO content SELECT 2 * paper, length(data) FROM original;
    INSERT INTO content SELECT 2 * paper + 1, length(data) FROM printable;
    INSERT INTO piece SELECT 2 * paper, 0, data FROM original;
    INSERT INTO piece SELECT 2 * paper + 1, 0, data FROM printable;
    DROP TABLE original;
    DROP TABLE printable;
    """,
    """
    CREATE TABLE words (sha256 TEXT PRIMARY KEY, pages TEXT NOT NULL) WITHOUT ROWID;
    """,
)
