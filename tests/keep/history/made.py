"""One of each record, for the tests of the history."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

from desktop.keep.history.model import (
    Answered,
    DayOff,
    Did,
    Ending,
    Entry,
    Kind,
    Noted,
    Off,
    Outcome,
    Rating,
    Record,
    Run,
    StepDone,
    When,
)
from desktop.keep.history.store import History
from routines.clock import ManualClock

CET = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECRET = "the boss is a badger"
_numbers = count(1)


def new_id() -> str:
    return f"{next(_numbers):032x}"


def a_run(at: datetime = NOW, done: float = 300.0, identity: str = "", **more: object) -> Run:
    steps = (StepDone("Cat and cow", 60.0), StepDone("Rest", 0.0, skipped=True))
    values: dict[str, object] = {"ending": Ending.FINISHED, "steps": steps, "tags": ("desk",)}
    values |= more
    run = Run(identity or new_id(), "body-scan", "Body scan", at, 600.0, done)
    return replace(run, **values)  # type: ignore[arg-type]  # a test knows what it gives


def a_rating(
    value: int = 6,
    at: datetime = NOW,
    when: When = When.ALONE,
    run: str = "",
    scale: str = "tension",
) -> Rating:
    return Rating(new_id(), at, scale, value, when, run, ("neck", "jaw"))


def an_entry(text: str = SECRET, at: datetime = NOW, identity: str = "") -> Entry:
    return Entry(identity or new_id(), at, at, text, "What is it like?", "body-scan")


def one_of_each() -> tuple[Record, ...]:
    run = a_run(NOW.astimezone(CET) + timedelta(microseconds=123_457))
    return (
        run,
        a_rating(run=run.id, when=When.BEFORE),
        an_entry("Größe 100 %\n=1+1\0 _end"),
        Answered(new_id(), NOW, Kind.CHECK, "Which?", ("one", "two"), "body-scan", run.id),
        Outcome(new_id(), NOW, "posture", Did.LATER),
        Noted(new_id(), NOW, "night", "yes"),
        Off(new_id(), "2026-03-01", DayOff.SICK),
    )


def everything(history: History) -> tuple[Record, ...]:
    return (
        *history.runs(steps=True),
        *history.ratings(),
        *history.entries(limit=1_000_000),
        *history.answers(),
        *history.outcomes(),
        *history.noted(),
        *history.off_days(),
    )


def opened(path: Path, clock: ManualClock | None = None) -> History:
    return History(path, clock or ManualClock(NOW))
