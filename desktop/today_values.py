"""From the history and the library to what the page Today shows. No Qt in here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.keep.history import queries
from desktop.keep.history.model import Rating, Run
from desktop.keep.history.store import History
from desktop.library import Library
from desktop.pages.routines.cards import chief_figure, place_and_needs
from desktop.pages.today.shown import DayShown, Mark, Offer, TodayShown, WeekShown
from desktop.past.fits import (
    EVENING_BEFORE_BED,
    HIGH,
    LATE,
    MORNING,
    RECENT,
    Candidate,
    Facts,
    Suggestion,
    suggestions,
)
from desktop.past.week import DAYS, last_seven
from desktop.weeks_values import off_days
from desktop.words.steps import whole_length_text
from desktop.words.today import (
    before_text,
    date_text,
    day_short,
    day_words,
    week_text,
    why_text,
)
from routines.reminders.times import read_clock
from routines.timeline import timeline_of

_WHAT_MATTERS_NOW = ("tension", "anxiety")
_LONGEST_DAY = timedelta(hours=26)
_YESTERDAY_AND_TODAY = timedelta(days=2, hours=2)
_ENOUGH = 30.0
"""Seconds of practice after a high rating with which it has been answered."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that is looked up about now. ``scale`` is what was rated high, if anything was."""

    facts: Facts
    scale: str = "tension"


def known_now(
    history: History, library: Library, now: datetime, call_ended: datetime | None
) -> Known:
    """What decides on which routines are offered."""
    settings = library.settings
    runs = history.runs(since=now - _LONGEST_DAY)
    today = history.day(now)
    high = _rated_high(history, runs, now)
    facts = Facts(
        now=now,
        bedtime=bedtime_near(settings.bedtime, now),
        rated_high=high.at if high is not None else None,
        call_ended=call_ended,
        done_today=tuple(
            each.routine for each in runs if each.done > 0 and history.day(each.began) == today
        ),
        favourites=settings.favourites,
        last=settings.last_routine,
    )
    return Known(facts) if high is None else Known(facts, high.scale)


def today_shown(history: History, library: Library, known: Known, waiting: str) -> TodayShown:
    """All that the page shows; ``waiting`` tells of a routine that was left, or is empty."""
    entries = library.catalogue.entries
    candidates = [
        Candidate(each.id, each.routine.tags, each.own)
        for each in entries
        if each.routine is not None
    ]
    found = suggestions(known.facts, candidates)
    return TodayShown(
        date=date_text(history.day(known.facts.now)),
        offers=tuple(_offers(library, found, known)),
        waiting=waiting,
        week=_week(history, known.facts.now),
    )


def next_change(facts: Facts, day_start: time) -> datetime:
    """When something on the page may have to be another, if nothing is kept until then."""
    now, midnight = facts.now, datetime.combine(facts.now.date(), time(), facts.now.tzinfo)
    hours = {timedelta(hours=hour) for hour in (*MORNING, LATE)}
    hours.add(timedelta(hours=day_start.hour, minutes=day_start.minute))
    moments = [midnight + timedelta(days=day) + hour for day in (0, 1) for hour in hours]
    if facts.bedtime is not None:
        moments += [facts.bedtime - EVENING_BEFORE_BED, facts.bedtime + EVENING_BEFORE_BED]
    recent = (facts.rated_high, facts.call_ended)
    moments += [each + RECENT for each in recent if each is not None]
    return min(each for each in moments if each > now) + timedelta(seconds=1)


def earlier_text(history: History, rating: Rating) -> str:
    """What the same scale was at before ``rating``, today or yesterday; else empty."""
    since = rating.at - _YESTERDAY_AND_TODAY
    before = [
        each
        for each in history.ratings(rating.scale, since=since, until=rating.at)
        if each.id != rating.id
    ]
    if not before:
        return ""
    last = before[-1]
    days_ago = (history.day(rating.at) - history.day(last.at)).days
    return before_text(last.value, last.at, rating.at, days_ago)


def bedtime_near(text: str, now: datetime) -> datetime | None:
    """The bedtime that is nearest: one after midnight belongs to the evening before it."""
    clock = read_clock(text) if text else None
    if not isinstance(clock, time):
        return None
    at = datetime.combine(now.date(), clock, now.tzinfo)
    return min((at + timedelta(days=day) for day in (-1, 0, 1)), key=lambda each: abs(each - now))


def _rated_high(history: History, runs: tuple[Run, ...], now: datetime) -> Rating | None:
    """The newest high rating, unless a lower one or practice has answered it."""
    newest = {each.scale: each for each in history.ratings(since=now - RECENT) if each.at <= now}
    high = [
        rating
        for scale in _WHAT_MATTERS_NOW
        if (rating := newest.get(scale)) is not None
        and rating.value >= HIGH
        and not any(run.began >= rating.at and run.done >= _ENOUGH for run in runs)
    ]
    return max(high, key=lambda each: each.at, default=None)


def _offers(library: Library, found: tuple[Suggestion, ...], known: Known) -> Iterator[Offer]:
    before_bed = known.facts.bedtime is not None
    for each in found:
        entry = library.catalogue.get(each.id)
        if entry is None or entry.routine is None:
            continue
        timeline = timeline_of(entry.routine)
        line = " · ".join((whole_length_text(timeline), *place_and_needs(entry.routine)))
        yield Offer(
            id=each.id,
            name=entry.routine.name,
            line=line,
            why=why_text(each.reason, scale=known.scale, before_bed=before_bed),
            # Only the first is shown with its figure.
            shown=chief_figure(entry, timeline, library.shelf) if each is found[0] else None,
        )


def _week(history: History, now: datetime) -> WeekShown | None:
    if queries.first_day(history) is None:
        return None
    today = history.day(now)
    minutes: dict[date, float] = {}
    for each in queries.practised(history, today - timedelta(days=DAYS - 1), today):
        minutes[each.day] = minutes.get(each.day, 0.0) + each.seconds / 60
    off = off_days(history)
    week = last_seven(minutes, today, off)
    return WeekShown(
        week_text(week),
        tuple(
            DayShown(
                day_short(dot.day),
                day_words(dot, today, off.get(dot.day, "")),
                Mark.DONE if dot.practised else Mark.OFF if dot.is_off else Mark.OPEN,
            )
            for dot in week.dots
        ),
    )
