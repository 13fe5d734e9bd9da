"""Which day a moment belongs to: the day it was where the person was, beginning at ``day_start``.

The offset from UTC is kept with each moment, so that its day stays the same wherever the computer
goes later. Where the clocks are put back over ``day_start`` itself, an hour comes twice and the
second one belongs to the day before again: the clock on the wall decides.
"""

from datetime import date, datetime, time, timedelta, timezone

DAY = 86_400  # seconds
DAY_START = time(4)
_EPOCH = date(1970, 1, 1).toordinal()

_WHOLE = "(CAST({at} AS INTEGER) - ({at} < CAST({at} AS INTEGER)))"  # rounded down, before 1970 too
_DAY_SQL = f'(({_WHOLE} + {{prefix}}"offset" - {{start}} + {_EPOCH * DAY}) / {DAY})'


def seconds_of(day_start: time) -> int:
    """How many whole seconds after midnight the day begins."""
    return day_start.hour * 3600 + day_start.minute * 60 + day_start.second


def stamp(moment: datetime) -> tuple[float, int]:
    """A moment as it is kept: seconds since 1970 in UTC, and its offset from UTC in seconds."""
    aware = moment if moment.tzinfo is not None else moment.astimezone()
    offset = aware.utcoffset() or timedelta()
    return aware.timestamp(), round(offset.total_seconds())


def moment_of(at: float, offset: int) -> datetime:
    """The moment as it was kept; ValueError, OverflowError or OSError if there is none such."""
    return datetime.fromtimestamp(at, timezone(timedelta(seconds=offset)))


def day_of(moment: datetime, day_start: time = DAY_START) -> date:
    """The local day of ``moment`` by its own offset, whatever the computer's zone is now."""
    local = moment if moment.tzinfo is not None else moment.astimezone()
    ordinal = local.toordinal()
    begun = local.hour * 3600 + local.minute * 60 + local.second >= seconds_of(day_start)
    return date.fromordinal(max(1, ordinal if begun else ordinal - 1))


def day_sql(day_start: time, prefix: str = "") -> str:
    """The same as an expression over the columns ``at`` and ``offset``: the day's ordinal."""
    return _DAY_SQL.format(at=f"{prefix}at", prefix=prefix, start=seconds_of(day_start))


def hour_sql() -> str:
    """The hour on the clock on the wall, 0 to 23, over the columns ``at`` and ``offset``."""
    return f'(({_WHOLE} + "offset" + {_EPOCH * DAY}) / 3600 % 24)'.format(at="at")


def around(since: date | None, until: date | None) -> tuple[float, float]:
    """Seconds surely before the first and after the last of these days: for an index."""
    first = float("-inf") if since is None else (since.toordinal() - _EPOCH - 2) * DAY
    last = float("inf") if until is None else (until.toordinal() - _EPOCH + 3) * DAY
    return first, last
