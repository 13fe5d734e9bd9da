"""Reads out of the history what the watch and the page to take along are made of."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from desktop.keep.history.days import moment_of
from desktop.keep.history.model import SCALES, When
from desktop.keep.history.queries import (
    RatedOn,
    before_and_after,
    days_practised,
    rated,
    routines_played,
)
from desktop.keep.history.store import History
from desktop.past.along import Along, Done, Place, Reply, Written, done, places, usual
from desktop.past.helped import Pair, helped
from desktop.past.measures import Rated
from desktop.past.watch import DAYS, QUESTIONS, SEEN, Concern, concern, persisting
from desktop.past.watch import Reply as Watched

_MOST_WRITTEN = 200
"""Entries; nobody reads more of them at once."""


def concern_of(history: History, today: date) -> Concern | None:
    """What deserves a quiet card today."""
    found = rated(history, since=today - timedelta(days=DAYS - 1), until=today)
    return concern(map(_as_rated, found), _newest(history), today)


def along_of(
    history: History, today: date, since: date | None, written_since: date | None = None
) -> Along:
    """The page to take along, from ``since`` on, None for all there is. Of what was written there
    is nothing unless it is wanted: from ``written_since`` on.
    """
    found = rated(history, since=since, until=today)
    recent = rated(history, since=today - timedelta(days=DAYS - 1), until=today)
    # After a routine is not how it usually is.
    usually = [_as_rated(each) for each in found if each.when is not When.AFTER]
    firsts = _first_days(history)
    return Along(
        day=today,
        since=since,
        usual=tuple(
            replace(each, first=firsts.get(each.scale, each.first))
            for each in usual(usually, SCALES)
        ),
        persisting=persisting(map(_as_rated, recent), today),
        places=_places(history, since, today),
        done=_done(history, since, today),
        replies=_replies(history),
        written=_written(history, written_since, today) if written_since else (),
    )


def _as_rated(each: RatedOn) -> Rated:
    return Rated(each.day, each.scale, each.value)


def _newest(history: History) -> dict[str, Watched]:
    """The newest answer to each question; they come oldest first."""
    return {each.question: Watched(history.day(each.at), each.answer) for each in history.noted()}


def _replies(history: History) -> tuple[Reply, ...]:
    newest = _newest(history)
    return tuple(
        Reply(question, newest[question].answer, newest[question].day)
        for question in (*QUESTIONS, SEEN)
        if question in newest and newest[question].answer in ("yes", "no")
    )


def _first_days(history: History) -> dict[str, date]:
    """When each scale was first rated at all, however far back that is."""
    rows = history.read('SELECT scale, min(at), "offset" FROM rating GROUP BY scale')
    return {scale: history.day(moment_of(at, offset)) for scale, at, offset in rows}


def _places(history: History, since: date | None, today: date) -> tuple[Place, ...]:
    named = (
        (history.day(each.at), area)
        for each in history.ratings(since=_surely_before(since))
        for area in each.areas
    )
    return places(each for each in named if _between(since, each[0], today))


def _done(history: History, since: date | None, today: date) -> tuple[Done, ...]:
    pairs = (
        Pair(each.routine, each.name, each.scale, each.day, each.before, each.after)
        for each in before_and_after(history, since, today)
    )
    names = {
        routine: known.name for routine, known in routines_played(history, since, today).items()
    }
    return done(days_practised(history, since, today), names, helped(pairs))


def _written(history: History, since: date, today: date) -> tuple[Written, ...]:
    """Oldest first, as one reads."""
    found = [
        Written(history.day(each.at), each.prompt, each.text)
        for each in history.entries(limit=_MOST_WRITTEN)
    ]
    return tuple(reversed([each for each in found if since <= each.day <= today]))


def _surely_before(day: date | None) -> datetime | None:
    """A moment before ``day`` began, wherever that was."""
    first = date.min + timedelta(days=2)
    if day is None or day <= first:
        return None
    return datetime.combine(day - timedelta(days=2), time(), UTC)


def _between(since: date | None, day: date, today: date) -> bool:
    return (since is None or since <= day) and day <= today
