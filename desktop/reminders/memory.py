"""The schedule's state as plain values that survive a restart or a kill, and back again.

Only places in rhythms are kept, nothing about what a person did. A value that makes no sense
costs only itself.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desktop.reminders.track import Track

MOST_DONE = 60


@dataclass(frozen=True, slots=True)
class TrackMemory:
    """One reminder: seconds of desk time counted, when a snooze ends, and what had its turn."""

    counted: float = 0.0
    snoozed_until: datetime | None = None
    snoozes: int = 0
    waiting: datetime | None = None
    deadline: datetime | None = None
    not_on: date | None = None
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """All reminders at ``at``, on the wall clock."""

    at: datetime
    paused_until: datetime | None = None
    tracks: dict[str, TrackMemory] = field(default_factory=dict)


def remembered(track: Track, desk: float, at: datetime, snooze_left: float | None) -> TrackMemory:
    """``track`` as it is to be kept. ``snooze_left`` is in seconds."""
    until = None if snooze_left is None else at + timedelta(seconds=snooze_left)
    return TrackMemory(
        counted=max(0.0, desk - track.anchor),
        snoozed_until=until,
        snoozes=track.snoozes,
        waiting=track.waiting,
        deadline=track.deadline,
        not_on=track.not_on,
        done=tuple(sorted(track.done))[-MOST_DONE:],
    )


def to_json(memory: Memory) -> dict[str, object]:
    return {
        "at": memory.at.isoformat(),
        "paused_until": _written(memory.paused_until),
        "reminders": {
            name: {
                "counted": track.counted,
                "snoozed_until": _written(track.snoozed_until),
                "snoozes": track.snoozes,
                "waiting": _written(track.waiting),
                "deadline": _written(track.deadline),
                "not_on": _written(track.not_on),
                "done": list(track.done),
            }
            for name, track in memory.tracks.items()
        },
    }


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
    return Memory(at, _moment(value.get("paused_until")), tracks)


def _track(value: dict[str, object]) -> TrackMemory:
    counted, snoozes, done = value.get("counted"), value.get("snoozes"), value.get("done")
    return TrackMemory(
        counted=float(counted) if _is_number(counted) else 0.0,  # type: ignore[arg-type]  # checked
        snoozed_until=_moment(value.get("snoozed_until")),
        snoozes=snoozes if isinstance(snoozes, int) and 0 <= snoozes < 100 else 0,
        waiting=_moment(value.get("waiting")),
        deadline=_moment(value.get("deadline")),
        not_on=_day(value.get("not_on")),
        done=tuple(each for each in done if isinstance(each, str))
        if isinstance(done, list)
        else (),
    )


def _is_number(value: object) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and 0 <= value < 1e7  # type: ignore[operator]  # it is a number


def _written(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
