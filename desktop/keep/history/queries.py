"""What the pages ask of a whole history, added up where it lies.

Days are local ones, by each moment's own offset and the person's beginning of the day. ``since``
and ``until`` are days, and both belong to what is asked for; None asks for all there is.
"""

import json
from dataclasses import dataclass
from datetime import date

from desktop.keep.history.days import around, day_sql, hour_sql
from desktop.keep.history.model import Did, When
from desktop.keep.history.store import History


@dataclass(frozen=True, slots=True)
class Practised:
    """What was done on one day with one set of tags: how many runs, and seconds of practice."""

    day: date
    tags: tuple[str, ...]
    runs: int
    seconds: float


@dataclass(frozen=True, slots=True)
class DoneOn:
    """What was done of one routine on one day, in seconds."""

    day: date
    routine: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Known:
    """A routine as it was called and tagged when it was played last."""

    name: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatedOn:
    """One rating with its day. Whether it stands before or after a run says ``when``."""

    day: date
    scale: str
    value: int
    when: When


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One run that was rated before and after on the same scale."""

    routine: str
    name: str
    scale: str
    day: date
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class OutcomesAt:
    """How often reminders that came in this hour (0 to 23, local) ended so."""

    hour: int
    did: Did
    count: int


LEAST_DONE = 30
"""Seconds of a run from which on its day counts as one of practice."""

_COUNTS = f"done >= {LEAST_DONE}"


def practised(
    history: History, since: date | None = None, until: date | None = None
) -> tuple[Practised, ...]:
    """Day by day, oldest first. A run of less than half a minute is no practice."""
    day, where, values = _days(history, since, until)
    rows = history.read(
        f"SELECT {day} AS day, tags, count(*), sum(done) FROM run WHERE {where} AND {_COUNTS}"
        " GROUP BY day, tags ORDER BY day, tags",
        values,
    )
    return tuple(
        Practised(date.fromordinal(day), _tags(tags), runs, seconds)
        for day, tags, runs, seconds in rows
    )


def done_by_routine(
    history: History, since: date | None = None, until: date | None = None
) -> tuple[DoneOn, ...]:
    """Day by day, oldest first; what was done first on a day stands first."""
    day, where, values = _days(history, since, until)
    rows = history.read(
        f"SELECT {day} AS day, routine, sum(done) FROM run WHERE {where} AND {_COUNTS}"
        " GROUP BY day, routine ORDER BY day, min(at)",
        values,
    )
    days = {ordinal: date.fromordinal(ordinal) for ordinal in {row[0] for row in rows}}
    return tuple(DoneOn(days[day], routine, seconds) for day, routine, seconds in rows)


def routines_played(
    history: History, since: date | None = None, until: date | None = None
) -> dict[str, Known]:
    """By id, each routine of which something was done."""
    _, where, values = _days(history, since, until)
    rows = history.read(
        # The other columns are those of the row with the highest `at`: SQLite's promise for max().
        f"SELECT routine, name, tags, max(at) FROM run WHERE {where} AND {_COUNTS}"
        " GROUP BY routine",
        values,
    )
    return {routine: Known(name, _tags(tags)) for routine, name, tags, _ in rows}


def days_practised(
    history: History, since: date | None = None, until: date | None = None
) -> dict[str, frozenset[date]]:
    """Routine by routine, the days on which some of it was done."""
    day, where, values = _days(history, since, until)
    rows = history.read(
        f"SELECT DISTINCT routine, {day} AS day FROM run WHERE {where} AND {_COUNTS}",
        values,
    )
    found: dict[str, set[date]] = {}
    for routine, ordinal in rows:
        found.setdefault(routine, set()).add(date.fromordinal(ordinal))
    return {routine: frozenset(days) for routine, days in found.items()}


def rated(
    history: History, scale: str = "", since: date | None = None, until: date | None = None
) -> tuple[RatedOn, ...]:
    """Oldest first; of every scale if none is named."""
    day, where, values = _days(history, since, until)
    if scale:
        where, values = f"{where} AND scale = ?", (*values, scale)
    rows = history.read(
        f'SELECT {day} AS day, scale, value, "when" FROM rating'
        f" WHERE {where} AND {_WHOLE_VALUE} ORDER BY at",
        values,
    )
    return tuple(
        RatedOn(date.fromordinal(day), scale, value, _WHEN[when])
        for day, scale, value, when in rows
        if when in _WHEN
    )


def before_and_after(
    history: History, since: date | None = None, until: date | None = None
) -> tuple[BeforeAfter, ...]:
    """Oldest first. Where a run was rated twice before or after, its last rating counts."""
    day, where, values = _days(history, since, until, "run.")
    first, last = around(since, until)
    rows = history.read(
        # The ratings first, by their index: there are fewer of them than runs.
        f'SELECT run.id, scale, run.routine, run.name, {day}, "when", value'
        " FROM rating CROSS JOIN run ON run.id = rating.run"
        f" WHERE rating.at BETWEEN ? AND ? AND {where} AND {_WHOLE_VALUE}"
        " ORDER BY run.at, rating.at",
        (first, last, *values),
    )
    told: dict[tuple[str, str], tuple[str, str, int]] = {}
    found: dict[tuple[str, str], dict[str, int]] = {}
    for run, scale, routine, name, ordinal, when, value in rows:
        told[run, scale] = (routine, name, ordinal)
        found.setdefault((run, scale), {})[when] = value
    return tuple(
        BeforeAfter(
            *told[key][:2],
            key[1],
            date.fromordinal(told[key][2]),
            pair[When.BEFORE.value],
            pair[When.AFTER.value],
        )
        for key, pair in found.items()
        if When.BEFORE.value in pair and When.AFTER.value in pair
    )


def outcomes_by_hour(
    history: History, since: date | None = None, until: date | None = None
) -> tuple[OutcomesAt, ...]:
    """Hour by hour of the clock on the person's wall."""
    _, where, values = _days(history, since, until)
    rows = history.read(
        f"SELECT {hour_sql()} AS hour, did, count(*) FROM outcome WHERE {where}"
        " GROUP BY hour, did ORDER BY hour, did",
        values,
    )
    return tuple(OutcomesAt(hour, _DID[did], count) for hour, did, count in rows if did in _DID)


def first_day(history: History) -> date | None:
    """The day of the first practice or rating; None if there was none yet."""
    day, where, values = _days(history, None, None)
    found = []
    for table in ("run", "rating"):
        sql = f"SELECT {day} FROM {table} WHERE {where} ORDER BY at LIMIT 1"
        found += [date.fromordinal(ordinal) for (ordinal,) in history.read(sql, values)]
    return min(found, default=None)


_WHOLE_VALUE = "typeof(value) = 'integer' AND value BETWEEN 0 AND 10"
_WHEN = {when.value: when for when in When}
_DID = {did.value: did for did in Did}


def _days(
    history: History, since: date | None, until: date | None, prefix: str = ""
) -> tuple[str, str, tuple[object, ...]]:
    """The day as an expression, a condition that keeps to the range, and its values. A day there
    cannot be, as in a file with a flipped bit, is in no range.
    """
    day = day_sql(history.day_start, prefix)
    first, last = around(since, until)
    begin = 1 if since is None else since.toordinal()
    end = date.max.toordinal() if until is None else until.toordinal()
    where = f"{prefix}at BETWEEN ? AND ? AND {day} BETWEEN ? AND ?"
    return day, where, (first, last, begin, end)


def _tags(text: str) -> tuple[str, ...]:
    try:
        found = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return ()
    return tuple(each for each in found if isinstance(each, str)) if type(found) is list else ()
