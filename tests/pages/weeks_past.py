"""A small history that one can count through by hand."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from desktop.keep.history.model import DayOff, Did, Ending, Off, Outcome, Rating, Run, When
from desktop.keep.history.store import History
from desktop.pages.weeks.shown import Range, WeeksShown
from desktop.weeks_values import weeks_shown
from routines.clock import ManualClock

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)  # a Thursday
TODAY = NOON.date()
MONDAY = date(2026, 3, 2)


class Past:
    """A history that is filled line by line."""

    def __init__(self, path: Path) -> None:
        self.history = History(path, ManualClock(NOON))
        self._ids = (f"{number:032x}" for number in count())

    def run(self, days_ago: int, name: str, minutes: float, *tags: str) -> str:
        began = NOON - timedelta(days=days_ago)
        identity, key, seconds = next(self._ids), name.lower(), minutes * 60
        run = Run(identity, key, name, began, seconds, seconds, Ending.FINISHED, tags=tags)
        assert self.history.add(run)
        return identity

    def rate(
        self, days_ago: int, scale: str, value: int, when: When = When.ALONE, run: str = ""
    ) -> None:
        at = NOON - timedelta(days=days_ago)
        assert self.history.add(Rating(next(self._ids), at, scale, value, when, run))

    def off(self, days_ago: int, why: DayOff) -> None:
        day = TODAY - timedelta(days=days_ago)
        assert self.history.add(Off(next(self._ids), day.isoformat(), why))

    def reminder(self, hour: int, did: Did) -> None:
        assert self.history.add(Outcome(next(self._ids), NOON.replace(hour=hour), "posture", did))

    def shown(self, span: Range = Range.THREE_MONTHS) -> WeeksShown:
        return weeks_shown(self.history, TODAY, span)

    def life(self) -> None:
        """Some weeks of everything that the page shows."""
        for days_ago in (1, 2, 9, 16):
            run = self.run(days_ago, "Scan", 12, "relaxation")
            self.rate(days_ago, "tension", 6, When.BEFORE, run)
            self.rate(days_ago, "tension", 4, When.AFTER, run)
        self.run(1, "Band <b>rows</b>", 6, "strength")
        self.rate(1, "anxiety", 3)
        self.rate(1, "sleep", 7)
        self.off(3, DayOff.SICK)
        for did in (Did.STARTED, Did.STARTED, Did.LATER, Did.SKIPPED, Did.IGNORED):
            self.reminder(10, did)
        self.reminder(15, Did.NOT_TODAY)
