"""Clock times: which turns the reminders have by the clock, and until when each makes sense."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

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
    days = (until.date() - first.date()).days + 3
    moments = _moments(plan, reminder, first, days)
    return [_turn(plan, reminder, at) for at in moments if after < at <= until]


def turns_ahead(
    plan: Plan, reminder: Reminder, meetings: Iterable[datetime], after: datetime
) -> Iterator[Turn]:
    """The turns behind ``after``, in order, as far as it makes sense to look."""
    for turn in meeting_turns(reminder, meetings):
        if turn.at > after:
            yield turn
    for at in _moments(plan, reminder, after, _FARTHEST_AHEAD):
        if at > after:
            yield _turn(plan, reminder, at)


def has_meetings(reminder: Reminder) -> bool:
    return isinstance(reminder.rhythm, Before) and reminder.rhythm.event is Event.MEETING


def meeting_turns(reminder: Reminder, starts: Iterable[datetime]) -> list[Turn]:
    """A turn for each meeting, until it starts, if ``reminder`` comes before meetings."""
    if not (isinstance(reminder.rhythm, Before) and has_meetings(reminder)):
        return []
    ahead = timedelta(seconds=reminder.rhythm.seconds)
    return [Turn(start - ahead, start, _meeting_key(start)) for start in sorted(starts)]


def _meeting_key(start: datetime) -> str:
    """A meeting begins at one moment for all the world, so a change of zone leaves it alone."""
    return start.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def call_turn(ended: datetime) -> Turn:
    return Turn(ended, ended + AFTER_CALL)


def _moments(plan: Plan, reminder: Reminder, start: datetime, days: int) -> Iterator[datetime]:
    """When the reminder has its turns, in order, from the day before ``start`` on."""
    if not _stands_on_the_clock(plan, reminder):
        return
    first = start.date() - ONE_DAY
    for number in range(days):
        for at in _moments_of(plan, reminder, first + number * ONE_DAY):
            if plan.is_day_of(reminder, at):
                yield at


def _stands_on_the_clock(plan: Plan, reminder: Reminder) -> bool:
    match reminder.rhythm:
        case AtTimes():
            return True
        case Before(Event.BEDTIME):
            return plan.bedtime is not None
    return False


def _moments_of(plan: Plan, reminder: Reminder, day: date) -> list[datetime]:
    match reminder.rhythm:
        case AtTimes(times):
            return sorted(plan.localize(datetime.combine(day, each)) for each in times)
        case Before(Event.BEDTIME, seconds) if plan.bedtime is not None:
            # A bedtime before the person's day begins belongs to the evening before it.
            late = plan.bedtime < plan.day_start
            evening = datetime.combine(day + ONE_DAY if late else day, plan.bedtime)
            return [plan.localize(plan.localize(evening) - timedelta(seconds=seconds))]
    return []


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
