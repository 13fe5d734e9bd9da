"""The page of the weeks: before anything, after one day, and after a year of an invented person."""

import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from desktop.destinations import Destination
from desktop.keep.history.model import DayOff, Did, Ending, Off, Outcome, Rating, Record, Run, When
from desktop.keep.history.store import History
from desktop.pages.weeks.page import KEY_LINES, WeeksPage
from desktop.pages.weeks.shown import Range
from desktop.pictures.pages import Arrange
from desktop.pictures.studio import Set, Studio
from desktop.weeks_values import weeks_shown
from routines.clock import ManualClock

_NOW = datetime(2026, 3, 5, 18, tzinfo=UTC)
_ROUTINES = (
    ("body-scan", "Body scan", 12, ("evening", "relaxation"), "tension", 0.3),
    ("morning-yoga", "Morning yoga for the upper back", 10, ("morning", "yoga"), "tension", 0.35),
    ("before-a-call", "Breathe before a call", 1.5, ("breath", "desk"), "anxiety", 0.25),
    ("band-row", "Band rows", 7, ("strength",), "", 0.15),
    ("neck", "Neck mobility", 4, ("desk", "mobility"), "", 0.1),
)

Life = Callable[[], Iterator[Record]]


def _nothing() -> Iterator[Record]:
    return iter(())


def _one_day() -> Iterator[Record]:
    tags = ("evening", "relaxation")
    yield Run("0" * 32, "body-scan", "Body scan", _NOW, 720, 720, Ending.FINISHED, tags=tags)
    yield Rating("1" * 32, _NOW, "tension", 6, When.BEFORE, "0" * 32)
    yield Rating("2" * 32, _NOW, "tension", 4, When.AFTER, "0" * 32)


def _year() -> Iterator[Record]:
    chance = random.Random(7)
    ids = (f"{number:032x}" for number in count())
    for back in range(330, -1, -1):
        day = _NOW - timedelta(days=back)
        if 100 < back < 110 or back in (40, 41):
            why = DayOff.HOLIDAY if back > 50 else DayOff.SICK
            yield Off(next(ids), day.date().isoformat(), why)
            continue
        for routine, name, minutes, tags, scale, share in _ROUTINES:
            if chance.random() > share * (1.3 - back / 400):
                continue
            run = next(ids)
            seconds = minutes * 60
            yield Run(run, routine, name, day, seconds, seconds, Ending.FINISHED, tags=tags)
            if scale and chance.random() < 0.6:
                before = min(10, round(chance.gauss(5.4 + back / 300, 1.3)))
                after = max(0, before - chance.choice((0, 1, 1, 2, 3)))
                yield Rating(next(ids), day, scale, before, When.BEFORE, run)
                yield Rating(next(ids), day, scale, after, When.AFTER, run)
        if chance.random() < 0.3:
            yield Rating(next(ids), day, "pain", chance.choice((1, 2, 2, 3, 4)))
        if chance.random() < 0.4:
            yield Rating(next(ids), day, "sleep", chance.choice((4, 5, 6, 7, 7, 8)))
        for hour in range(9, 18):
            if day.weekday() < 5 and chance.random() < 0.7:
                did = chance.choices(list(Did), (5 if hour != 14 else 2, 2, 2, 0.3, 3))[0]
                yield Outcome(next(ids), day.replace(hour=hour), "posture", did)


def _arrange(life: Life, span: Range) -> Arrange:
    def arrange(studio: Studio, scene: Set) -> None:
        page = WeeksPage(studio.theme)
        with tempfile.TemporaryDirectory() as folder:
            history = History(Path(folder) / "history.sqlite3", ManualClock(_NOW))
            for record in life():
                history.add(record)
            page.show_values(weeks_shown(history, date(2026, 3, 5), span))
            history.close()
        scene.app.window.add_page(page, at=Destination.WEEKS, keys=KEY_LINES)
        scene.app.window.show_page(page)
        page.take_keyboard()
        studio.settle()

    return arrange


PAGES: dict[str, Arrange] = {
    "weeks": _arrange(_year, Range.THREE_MONTHS),
    "weeks-one-day": _arrange(_one_day, Range.THREE_MONTHS),
    "weeks-empty": _arrange(_nothing, Range.THREE_MONTHS),
}
NARROW = ("weeks",)
TALL = {"weeks": 3100, "weeks-one-day": 2010}
