-- A file of version 1, with one of each record that it knew.

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

INSERT INTO run VALUES ('11111111111111111111111111111111', 1772442000.0, 3600, 'body-scan', 'Body scan', 600.0, 590.5, 'finished', 10.0, '["relaxation"]');
INSERT INTO steps VALUES ('11111111111111111111111111111111', '[["Feet", 300.0, 0], ["Shoulders", 290.5, 0]]');
INSERT INTO rating VALUES ('22222222222222222222222222222222', 1772441990.0, 3600, 'tension', 6, 'before', '11111111111111111111111111111111', '["neck"]');
INSERT INTO rating VALUES ('33333333333333333333333333333333', 1772442600.0, 3600, 'tension', 4, 'after', '11111111111111111111111111111111', '[]');
INSERT INTO entry VALUES ('44444444444444444444444444444444', 1772442610.0, 3600, 1772442670.0, 3600, 'Heavy, then less.', 'What is it like?', 'body-scan', '11111111111111111111111111111111');
INSERT INTO answer VALUES ('55555555555555555555555555555555', 1772442680.0, 3600, 'choice', 'Where?', '["Neck"]', 'body-scan', '11111111111111111111111111111111');
INSERT INTO outcome VALUES ('66666666666666666666666666666666', 1772445600.0, 3600, 'posture', 'later');
PRAGMA user_version = 1;
