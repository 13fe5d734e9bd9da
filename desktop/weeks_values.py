"""From the history to what the page Weeks shows. No Qt in here."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from desktop.keep.history import queries
from desktop.keep.history.model import SCALES
from desktop.keep.history.store import History
from desktop.pages.weeks import shown
from desktop.pages.weeks.shown import Done, Practice, Range, Series, WeeksShown
from desktop.past.heat import squares
from desktop.past.helped import Pair, helped
from desktop.past.measures import Rated, series
from desktop.past.strength import strength_of


def weeks_shown(history: History, today: date, span: Range) -> WeeksShown:
    """All that the page shows on ``today``, as far back as ``span``."""
    first = queries.first_day(history)
    since = _since(span, today, first)
    year = shown.since_of(Range.YEAR, today)
    off = off_days(history)
    done = queries.done_by_routine(history, year, today)
    known = queries.routines_played(history, year, today)
    names = {routine: each.name for routine, each in known.items()}
    kinds = {routine: shown.kind_of(each.tags) for routine, each in known.items()}
    lately = [each for each in done if each.day >= since]
    sheet = squares(shown.minutes_by_day(done), today, off=off)
    wide = (today - since).days >= shown.WEEKS_FROM
    outcomes = queries.outcomes_by_hour(history, since, today)
    return WeeksShown(
        today=today,
        range=span,
        since=since,
        first=first,
        days=shown.days_of(sheet, done, names, off),
        weeks=shown.weeks_of(lately, since, today),
        kinds=shown.kinds_of(lately, kinds),
        series=_series(history, since, today, by_week=wide),
        by_week=wide,
        helped=helped(
            Pair(each.routine, each.name, each.scale, each.day, each.before, each.after)
            for each in queries.before_and_after(history, since, today)
        ),
        hours=shown.hours_of((each.hour, each.did.value, each.count) for each in outcomes),
        practices=_practices(done, names, today, off),
    )


def off_days(history: History) -> dict[date, str]:
    """The days that ask for nothing, and why."""
    found = {}
    for each in history.off_days():
        try:
            found[date.fromisoformat(each.day)] = each.why.value
        except ValueError:
            continue  # no day, as in a file with a flipped bit
    return found


def _since(span: Range, today: date, first: date | None) -> date:
    """A plot begins where there is something to see, and is not narrower than two weeks."""
    begin = shown.since_of(span, today)
    if first is None:
        return begin
    enough = today - timedelta(days=shown.LEAST_AXIS - 1)
    return max(begin, shown.monday(min(first, enough)))


def _series(history: History, since: date, today: date, *, by_week: bool) -> tuple[Series, ...]:
    rated = [
        Rated(each.day, each.scale, each.value)
        for each in queries.rated(history, since=since, until=today)
    ]
    found = []
    for scale in SCALES:
        points = series(rated, scale)
        found.append(Series(scale, shown.by_week(points) if by_week else points))
    return tuple(found)


def _practices(
    done: Iterable[Done], names: Mapping[str, str], today: date, off: Mapping[date, str]
) -> tuple[Practice, ...]:
    """Routine by routine, the strongest first."""
    days: dict[str, set[date]] = {}
    for each in done:
        days.setdefault(each.routine, set()).add(each.day)
    found = [Practice(names[key], strength_of(days[key], today, off)) for key in days]
    return tuple(sorted(found, key=lambda each: (-each.strength.share, each.name)))
