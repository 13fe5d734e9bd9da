"""How fast the history answers after ten years of heavy use, and how large it has become."""

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bench.measure import Figure, median_ms
from desktop.keep.history import backups, queries
from desktop.keep.history.model import (
    SCALES,
    Did,
    Ending,
    Entry,
    Outcome,
    Rating,
    Record,
    Run,
    StepDone,
    When,
)
from desktop.keep.history.rows import checked, write
from desktop.keep.history.store import History
from desktop.pages.weeks.shown import Range
from desktop.weeks_values import weeks_shown
from routines.clock import ManualClock

NOW = datetime(2036, 3, 2, 20, 0, tzinfo=UTC)
TEN_YEARS = 3650 * 86_400.0  # seconds
RUNS, RATINGS, ENTRIES, OUTCOMES = 100_000, 50_000, 5_000, 30_000
TAGS = (("breath", "desk"), ("desk", "mobility"), ("morning", "yoga"), ("strength",))
STEPS = tuple(
    StepDone(title, 30.0) for title in ("Shoulder rolls", "Child's pose", "Cat and cow", "Rest") * 2
)
TEXT = "The call was hard. Tension in the neck, let go after the breathing. " * 4


def figures() -> list[Figure]:
    """What Today and Weeks ask, a run's progress, opening and copying."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        clock = ManualClock(NOW)
        history = History(path, clock)
        assert history.change(_fill), history.problem
        history.close()
        size = path.stat().st_size / 1e6
        opening = median_ms(lambda: History(path, clock).close(), 3)
        history = History(path, clock)
        found = [
            Figure("a history of 100,000 runs and 50,000 ratings", f"{size:.0f} MB"),
            Figure("history: open and check it", f"{opening:.0f} ms"),
            _asked("what Today asks", lambda: today(history), "under 50 ms"),
            _asked("what Weeks asks", lambda: weeks(history), "under 200 ms"),
            _asked("all values of the page Weeks", lambda: _page(history), "under 200 ms"),
            *_parts(history),
            *_written(history, clock),
        ]
        history.close()
    return found


def today(history: History) -> None:
    """The open run, the last seven days, what was done and rated today, the last texts."""
    day = history.day(NOW)
    history.open_run()
    history.runs(since=NOW - timedelta(days=1))
    history.ratings(since=NOW - timedelta(days=1))
    queries.practised(history, day - timedelta(days=6), day)
    queries.days_practised(history, day - timedelta(days=90), day)
    history.off_days()
    history.entries(limit=3)


def weeks(history: History) -> None:
    """A year of days, ratings, strengths and outcomes, and every pair before and after."""
    day = history.day(NOW)
    year = day - timedelta(days=371)
    queries.practised(history, year, day)
    queries.days_practised(history, year, day)
    queries.rated(history, since=year, until=day)
    queries.outcomes_by_hour(history, year, day)
    queries.before_and_after(history, year, day)


def _page(history: History) -> None:
    weeks_shown(history, history.day(NOW), Range.YEAR)


def _asked(name: str, ask: Callable[[], object], aim: str = "") -> Figure:
    return Figure(f"history: {name}", f"{median_ms(ask, 5):.1f} ms", aim)


def _parts(history: History) -> Iterator[Figure]:
    day = history.day(NOW)
    year = day - timedelta(days=371)
    asked: dict[str, Callable[[], object]] = {
        "a year's practice": lambda: queries.practised(history, year, day),
        "ten years' practice": lambda: queries.practised(history),
        "a year's days by routine": lambda: queries.days_practised(history, year, day),
        "ten years' days by routine": lambda: queries.days_practised(history),
        "a year's ratings": lambda: queries.rated(history, since=year, until=day),
        "a year's before and after": lambda: queries.before_and_after(history, year, day),
        "ten years' before and after": lambda: queries.before_and_after(history),
        "a year's outcomes by hour": lambda: queries.outcomes_by_hour(history, year, day),
        "a search in 5,000 texts": lambda: history.entries("nowhere", 50),
    }
    for name, ask in asked.items():
        yield _asked(name, ask)


def _written(history: History, clock: ManualClock) -> Iterator[Figure]:
    run = Run("f" * 32, "body-scan", "Body scan", NOW, 600.0, steps=STEPS)
    clock.advance(86_400)
    copying = median_ms(lambda: history.add(run), 1)
    adding = median_ms(lambda: history.add(run), 200)
    yield Figure("history: the day's first write, with a copy", f"{copying:.0f} ms")
    yield Figure("history: a run's progress", f"{adding:.2f} ms", "under 2 ms")
    copies = backups.all_of(history.path)
    yield Figure("history: copies kept", f"{len(copies)}")


def _fill(connection: sqlite3.Connection) -> None:
    for record in _records(random.Random(6)):
        write(connection, record, checked(record))


def _records(chance: random.Random) -> Iterator[Record]:
    ids = (f"{number:032x}" for number in count())
    runs = []
    for moment in _moments(chance, RUNS):
        number = chance.randrange(30)
        name = f"Routine number {number}"
        run = Run(next(ids), f"routine-{number}", name, moment, 300, 240, Ending.FINISHED, STEPS)
        run = replace(run, tags=chance.choice(TAGS))
        runs.append((run.id, moment))
        yield run
    for identity, moment in chance.sample(runs, RATINGS // 2):
        scale = chance.choice(SCALES)
        for when in (When.BEFORE, When.AFTER):
            yield Rating(next(ids), moment, scale, chance.randrange(11), when, identity)
    for moment in _moments(chance, ENTRIES):
        yield Entry(next(ids), moment, moment, TEXT, "What is it like?", "body-scan")
    for moment in _moments(chance, OUTCOMES):
        yield Outcome(next(ids), moment, "posture", chance.choice(list(Did)))


def _moments(chance: random.Random, number: int) -> list[datetime]:
    return sorted(NOW - timedelta(seconds=chance.random() * TEN_YEARS) for _ in range(number))


if __name__ == "__main__":
    from bench.measure import show

    show(figures())
