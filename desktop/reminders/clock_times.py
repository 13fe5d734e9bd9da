"""Clock times: which turns the reminders have by the clock, and until when each makes sense."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from desktop.reminders.plan import ONE_DAY, Plan
from desktop.reminders.track import Turn
from routines.reminders.model import AtTimes, Before, Event, Reminder

AFTER_CALL = timedelta(minutes=15)
"""How long after a call its reminder still makes sense."""

_BEDTIME_GRACE = timedelta(hours=2)
"""Who is at the desk past their bedtime may still be reminded of it."""

_FARTHEST_BACK = 2  # days
_FARTHEST_AHEAD = 60  # days


def turns_between(plan: Plan, reminder: Reminder, after: datetime, until: datetime) -> list[Turn]:
    """The turns behind ``after`` and up to ``until``, at most two days of them, in order."""
    if after >= until:
        return []
    first = max(after, until - _FARTHEST_BACK * ONE_DAY)
    moments = _moments(plan, reminder, first.date(), until.date())
    return [_turn(plan, reminder, at) for at in moments if after < at <= until]


def turns_ahead(
    plan: Plan, reminder: Reminder, meetings: Iterable[datetime], after: datetime
) -> Iterator[Turn]:
    """The turns behind ``after``, in order, as far as it makes sense to look."""
    for turn in meeting_turns(reminder, meetings):
        if turn.at > after:
            yield turn
    for at in _moments(plan, reminder, after.date(), after.date() + _FARTHEST_AHEAD * ONE_DAY):
        if at > after:
            yield _turn(plan, reminder, at)


def has_meetings(reminder: Reminder) -> bool:
    return isinstance(reminder.rhythm, Before) and reminder.rhythm.event is Event.MEETING


def meeting_turns(reminder: Reminder, starts: Iterable[datetime]) -> list[Turn]:
    """A turn for each meeting, until it starts, if ``reminder`` comes before meetings.

    ``starts`` are in order.
    """
    if not (isinstance(reminder.rhythm, Before) and has_meetings(reminder)):
        return []
    ahead = timedelta(seconds=reminder.rhythm.seconds)
    return [Turn(start - ahead, start, _meeting_key(start)) for start in starts]


def _meeting_key(start: datetime) -> str:
    """A meeting begins at one moment for all the world, so a change of zone leaves it alone."""
    return f"meeting {start.timestamp() // 60:.0f}"


def call_turn(ended: datetime) -> Turn:
    return Turn(ended, ended + AFTER_CALL)


def _moments(plan: Plan, reminder: Reminder, first: date, last: date) -> Iterator[datetime]:
    """When the reminder has its turns, in order, on these days and perhaps just beside them."""
    moments: Iterator[datetime]
    match reminder.rhythm:
        case AtTimes(times):
            moments = _at(plan, times, first, last)
        case Before(Event.BEDTIME, seconds) if plan.bedtime is not None:
            moments = _before_bedtime(plan, plan.bedtime, seconds, first, last)
        case _:
            return
    for at in moments:
        if plan.is_day_of(reminder, at):
            yield at


def _at(plan: Plan, times: tuple[time, ...], first: date, last: date) -> Iterator[datetime]:
    """In order even where the clock skips an hour, and one time moves behind another."""
    for day in _days(first, last):
        yield from sorted(plan.localize(datetime.combine(day, each)) for each in times)


def _before_bedtime(
    plan: Plan, bedtime: time, seconds: float, first: date, last: date
) -> Iterator[datetime]:
    """Before each bedtime, of which one after midnight may belong to the day before it."""
    for day in _days(first - ONE_DAY, last + ONE_DAY):
        evening = plan.localize(datetime.combine(day, bedtime))
        yield plan.localize(evening - timedelta(seconds=seconds))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * ONE_DAY for number in range((last - first).days + 1))


def _turn(plan: Plan, reminder: Reminder, at: datetime) -> Turn:
    """The turn at ``at``, until the person's day ends, or some time after their bedtime."""
    if isinstance(reminder.rhythm, Before):
        until = at + timedelta(seconds=reminder.rhythm.seconds) + _BEDTIME_GRACE
    else:
        until = plan.next_day(at)
    return Turn(at, until, _key(at))


def _key(local: datetime) -> str:
    """A clock time by local day and time, whatever the offset from UTC: once a day each."""
    return local.strftime("%Y-%m-%d %H:%M")
