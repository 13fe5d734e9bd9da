"""The schedule's state as plain values that survive a restart or a kill, and back again.

Only places in rhythms are kept, nothing about what a person did. A value that makes no sense
costs only itself.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desktop.reminders.plan import Now
from desktop.reminders.track import MOST_DONE, Track, Turn

_MOST_COUNTED = 1e7
_YEARS = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class TrackMemory:
    """One reminder: seconds of desk time counted, when a snooze ends, and what had its turn."""

    counted: float = 0.0
    snoozed_until: datetime | None = None
    snoozes: int = 0
    passed_over: int = 0
    waiting: Turn | None = None
    not_on: date | None = None
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """All reminders at ``at``, on the wall clock. ``shown`` is when the last note came."""

    at: datetime
    paused_until: datetime | None = None
    shown: datetime | None = None
    tracks: dict[str, TrackMemory] = field(default_factory=dict)


def remembered(track: Track, desk: float, now: Now) -> TrackMemory:
    """``track`` as it is to be kept, with ``desk`` seconds at the desk."""
    until = track.snoozed_until
    left = None if until is None else timedelta(seconds=until - now.monotonic)
    return TrackMemory(
        counted=max(0.0, desk - track.anchor),
        snoozed_until=None if left is None else now.wall + left,
        snoozes=track.snoozes,
        passed_over=track.passed_over,
        waiting=track.waiting,
        not_on=track.not_on,
        done=tuple(sorted(track.done)),
    )


def recalled(kept: TrackMemory, desk: float, then: Now) -> Track:
    """The track again. ``then.wall`` is when it was kept."""
    until = kept.snoozed_until
    left = None if until is None else (until - then.wall).total_seconds()
    return Track(
        anchor=desk - kept.counted,
        waiting=kept.waiting,
        snoozed_until=None if left is None else then.monotonic + left,
        snoozes=kept.snoozes,
        passed_over=kept.passed_over,
        not_on=kept.not_on,
        done=set(kept.done),
    )


# ---------------------------------------------------------------- written


def to_json(memory: Memory) -> dict[str, object]:
    return {
        "at": memory.at.isoformat(),
        "paused_until": _written(memory.paused_until),
        "shown": _written(memory.shown),
        "reminders": {name: _written_track(track) for name, track in memory.tracks.items()},
    }


def _written_track(track: TrackMemory) -> dict[str, object]:
    waiting = track.waiting
    return {
        "counted": track.counted,
        "snoozed_until": _written(track.snoozed_until),
        "snoozes": track.snoozes,
        "passed_over": track.passed_over,
        "waiting": waiting
        and {
            "at": _written(waiting.at),
            "until": _written(waiting.until),
            "key": waiting.key,
        },
        "not_on": _written(track.not_on),
        "done": list(track.done),
    }


def _written(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


# ---------------------------------------------------------------- read


def from_json(value: object) -> Memory | None:
    """The memory in ``value``, as far as it makes sense; None if its time does not."""
    if not isinstance(value, dict):
        return None
    at = _moment(value.get("at"))
    if at is None:
        return None
    reminders = value.get("reminders")
    tracks = {
        name: _track(track)
        for name, track in (reminders.items() if isinstance(reminders, dict) else ())
        if isinstance(name, str) and isinstance(track, dict)
    }
    return Memory(at, _moment(value.get("paused_until")), _moment(value.get("shown")), tracks)


def _track(value: dict[str, object]) -> TrackMemory:
    counted, done = value.get("counted"), value.get("done")
    sane = isinstance(counted, int | float) and 0 <= counted < _MOST_COUNTED
    return TrackMemory(
        counted=float(counted) if sane and isinstance(counted, int | float) else 0.0,
        snoozed_until=_moment(value.get("snoozed_until")),
        snoozes=_count(value.get("snoozes")),
        passed_over=_count(value.get("passed_over")),
        waiting=_turn(value.get("waiting")),
        not_on=_day(value.get("not_on")),
        done=tuple(each for each in done if isinstance(each, str))[-MOST_DONE:]
        if isinstance(done, list)
        else (),
    )


def _turn(value: object) -> Turn | None:
    if not isinstance(value, dict):
        return None
    at, until, key = _moment(value.get("at")), _moment(value.get("until")), value.get("key")
    if at is None or until is None or not isinstance(key, str):
        return None
    return Turn(at, until, key)


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 100 else 0


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None or moment.year not in _YEARS:
        return None
    return moment


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
