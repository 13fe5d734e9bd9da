"""The tables, version by version. ``user_version`` tells which one a file has.

A migration is never changed once it has been shipped: a new one is added at the end, and a file
of the version before it goes into the tests as SQL text.
"""

import sqlite3

_FIRST = """
CREATE TABLE run (
    id TEXT PRIMARY KEY NOT NULL,
    at REAL NOT NULL,           -- seconds since 1970 in UTC, when it began
    "offset" INTEGER NOT NULL,  -- seconds that the person's clock was ahead of UTC
    routine TEXT NOT NULL,
    name TEXT NOT NULL,
    planned REAL NOT NULL,      -- seconds
    done REAL NOT NULL,         -- seconds
    ending TEXT NOT NULL,
    minutes REAL NOT NULL,      -- fitted to these; 0 as written
    tags TEXT NOT NULL          -- a JSON list, as all lists here
);
-- Holds all that the calendar and the strengths ask for, so that the rows themselves stay unread.
CREATE INDEX run_at ON run (at, "offset", done, planned, routine, tags);
CREATE INDEX run_open ON run (at) WHERE ending = 'open';
CREATE TABLE steps (
    id TEXT PRIMARY KEY NOT NULL,  -- of the run
    steps TEXT NOT NULL            -- a JSON list of [title, seconds, skipped]
);
CREATE TABLE rating (
    id TEXT PRIMARY KEY NOT NULL,
    at REAL NOT NULL,
    "offset" INTEGER NOT NULL,
    scale TEXT NOT NULL,
    value INTEGER NOT NULL,
    "when" TEXT NOT NULL,
    run TEXT NOT NULL,
    areas TEXT NOT NULL
);
CREATE INDEX rating_scale ON rating (scale, at);
CREATE INDEX rating_at ON rating (at);
CREATE TABLE entry (
    id TEXT PRIMARY KEY NOT NULL,
    at REAL NOT NULL,
    "offset" INTEGER NOT NULL,
    changed REAL NOT NULL,
    changed_offset INTEGER NOT NULL,
    text TEXT NOT NULL,
    prompt TEXT NOT NULL,
    routine TEXT NOT NULL,
    run TEXT NOT NULL
);
CREATE INDEX entry_at ON entry (at);
CREATE TABLE answer (
    id TEXT PRIMARY KEY NOT NULL,
    at REAL NOT NULL,
    "offset" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    prompt TEXT NOT NULL,
    answers TEXT NOT NULL,
    routine TEXT NOT NULL,
    run TEXT NOT NULL
);
CREATE INDEX answer_at ON answer (at);
CREATE TABLE outcome (
    id TEXT PRIMARY KEY NOT NULL,
    at REAL NOT NULL,
    "offset" INTEGER NOT NULL,
    reminder TEXT NOT NULL,
    did TEXT NOT NULL
);
CREATE INDEX outcome_at ON outcome (at, "offset", did);
"""

_NOTED_AND_OFF = """
CREATE TABLE noted (
    id TEXT PRIMARY KEY NOT NULL,
    at REAL NOT NULL,
    "offset" INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX noted_at ON noted (at);
CREATE TABLE off (
    id TEXT PRIMARY KEY NOT NULL,
    day TEXT NOT NULL,  -- YYYY-MM-DD
    why TEXT NOT NULL
);
CREATE INDEX off_day ON off (day);
"""

MIGRATIONS = (_FIRST, _NOTED_AND_OFF)
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an older file, or an empty one, to this version: wholly, or not at all."""
    version = version_of(connection)
    if version >= VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have been faster while we waited for the lock.
        for script in MIGRATIONS[version_of(connection) :]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """One by one: ``executescript`` would end the transaction."""
    found, text = [], ""
    for line in script.splitlines(keepends=True):
        text += line
        if sqlite3.complete_statement(text):
            found.append(text)
            text = ""
    return found
