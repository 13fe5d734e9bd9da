"""How long until a reminder may come, if the person stays and nothing holds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.reminders.clock_times import turns_ahead
from desktop.reminders.plan import Now, Plan
from desktop.reminders.track import Track
from routines.reminders.model import After, Before, Event, Every, Reminder


@dataclass(frozen=True, slots=True)
class View:
    """How things stand: ``desk`` are seconds at the desk, ``quiet`` those in which nothing comes.

    ``now.wall`` is local, with a fixed offset. ``meetings`` are the starts of those to come.
    """

    now: Now
    desk: float
    quiet: float = 0.0
    meetings: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chance:
    """In how many seconds something comes, and until when that makes sense."""

    seconds: float
    until: datetime | None = None


def seconds_until(plan: Plan, reminder: Reminder, track: Track, view: View) -> float | None:
    """Seconds until ``reminder`` may come: 0 if it may now, None if only an event decides.

    What makes no sense any more once it may come is left out, and the next chance counts.
    """
    wall = view.now.wall
    for chance in _chances(plan, reminder, track, view):
        at = wall + timedelta(seconds=max(0.0, chance.seconds, view.quiet))
        opens = plan.opens_at(reminder, at, track.not_on)
        if opens is not None and (chance.until is None or opens < chance.until):
            return (opens - wall).total_seconds()
    return None


def _chances(plan: Plan, reminder: Reminder, track: Track, view: View) -> Iterator[_Chance]:
    """One after the other, so that nothing is worked out that nobody asks for."""
    until = None if track.waiting is None else track.waiting.until
    ahead = _chances_ahead(plan, reminder, track, view)
    if track.snoozed_until is not None:
        snooze = _Chance(track.snoozed_until - view.now.monotonic, until)
        first = next(ahead, None)
        if first is None or snooze.seconds <= first.seconds:
            yield snooze  # otherwise the newer turn takes its place
        if first is not None:
            yield first
    elif track.waiting is not None:
        yield _Chance(0.0, until)
    elif isinstance(reminder.rhythm, Every):
        yield _Chance(reminder.rhythm.seconds - (view.desk - track.anchor))
    yield from ahead


def _chances_ahead(plan: Plan, reminder: Reminder, track: Track, view: View) -> Iterator[_Chance]:
    for turn in turns_ahead(plan, reminder, view.meetings, view.now.wall):
        if turn.key not in track.done:
            yield _Chance((turn.at - view.now.wall).total_seconds(), turn.until)


def urgency(reminder: Reminder, track: Track) -> tuple[int, float, int]:
    """What leads a note that speaks for several: events, then clock times, then intervals.

    Of intervals the longest leads, as it comes least often; of equal ones that which was passed
    over last time, so that two hourly reminders take turns.
    """
    match reminder.rhythm:
        case Before(Event.MEETING, _):
            rank = (0, 0.0)
        case After():
            rank = (1, 0.0)
        case Before():
            rank = (2, 0.0)
        case Every(seconds):
            rank = (4, -seconds)
        case _:
            rank = (3, 0.0)
    return (*rank, -track.passed_over)
