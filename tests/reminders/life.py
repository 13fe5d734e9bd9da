"""A person at a desk for the reminder service: every part is one that does as the test says."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from random import Random

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.reminders.memory import Memory
from desktop.reminders.parts import Offer, Parts
from desktop.reminders.plan import Plan
from desktop.reminders.schedule import Hold
from desktop.reminders.service import ReminderService
from desktop.reminders.showing import Answer, Showing
from desktop.system.idle import CameBack, IdleWatch, WentIdle
from desktop.system.works import Works
from routines.clock import ManualClock
from routines.reminders.model import Reminder, Style

HERE = Works(here=True, how="")
MINUTE, TWO_MINUTES = 60_000, 120_000
"""Milliseconds of the service's own timers."""


def utc(moment: datetime) -> datetime:
    """``Plan.localize`` for somebody in Greenwich."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def plan(*reminders: Reminder) -> Plan:
    return Plan(reminders, localize=utc)


class ManualAlarm(QObject):
    rang = Signal()
    clock_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.when: datetime | None = None

    def set(self, when: datetime | None) -> None:
        self.when = when

    def works(self) -> Works:
        return HERE

    def close(self) -> None:
        self.when = None


class ManualSession(QObject):
    going_to_sleep = Signal()
    woke = Signal()
    locked = Signal()
    unlocked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_locked = False

    def lock(self) -> None:
        self.is_locked = True
        self.locked.emit()

    def unlock(self) -> None:
        self.is_locked = False
        self.unlocked.emit()

    def works(self) -> Works:
        return HERE


class ManualIdle:
    """The person touches nothing when the test says so."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.here = True
        self.watches: list[IdleWatch] = []

    def watch(self, seconds: float, went: WentIdle, back: CameBack = lambda: None) -> IdleWatch:
        watch = IdleWatch(seconds, went, back, self.watches.remove)
        self.watches.append(watch)
        return watch

    def untouched(self, seconds: float) -> None:
        """Nothing has been touched for so many seconds, with the time being what it is."""
        for watch in sorted(self.watches, key=lambda each: each.seconds):
            if watch.seconds <= seconds:
                watch.set_idle(watch.seconds, self.clock.monotonic())

    def touch(self) -> None:
        for watch in list(self.watches):
            watch.set_back()

    def seconds(self) -> float | None:
        return None

    def works(self) -> Works:
        return Works(here=self.here, how="")

    def close(self) -> None:
        self.watches.clear()


class ManualHolds:
    """Answers at once, or, when ``slow``, with ``tell``."""

    def __init__(self) -> None:
        self.reasons: frozenset[Hold] = frozenset()
        self.asked = 0
        self.looks_at_call = 0
        self.slow = False
        self._waiting: list[Callable[[frozenset[Hold]], None]] = []

    def ask(self, answered: Callable[[frozenset[Hold]], None]) -> None:
        self.asked += 1
        self._waiting.append(answered)
        if not self.slow:
            self.tell()

    def ask_call(self, answered: Callable[[bool], None]) -> None:
        self.looks_at_call += 1
        self._waiting.append(lambda reasons: answered(Hold.CALL in reasons))
        if not self.slow:
            self.tell()

    def tell(self) -> None:
        waiting, self._waiting = self._waiting, []
        for answered in waiting:
            answered(self.reasons)


class ManualShower(QObject):
    answered = Signal(str, Answer, int)
    vanished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.showing: Showing | None = None
        self.shown = 0

    def show(self, showing: Showing) -> None:
        self.showing = showing
        self.shown += 1

    def withdraw(self) -> None:
        self.showing = None

    def works(self) -> Works:
        return HERE

    def press(self, answer: Answer, minutes: int = 0) -> None:
        assert self.showing is not None, "nothing is shown"
        showing, self.showing = self.showing, None
        self.answered.emit(showing.id, answer, minutes)

    def vanish(self) -> None:
        assert self.showing is not None, "nothing is shown"
        showing, self.showing = self.showing, None
        self.vanished.emit(showing.id)


class Life:
    """A service with all its parts, on Monday, 2 March 2026, from 9:00 on."""

    def __init__(self, *reminders: Reminder, offers: Mapping[str, Offer] | None = None) -> None:
        self.clock = ManualClock()
        self.alarm, self.session = ManualAlarm(), ManualSession()
        self.idle, self.holds = ManualIdle(self.clock), ManualHolds()
        self.note, self.notification = ManualShower(), ManualShower()
        self.kept: list[Memory] = []
        self.answers: list[tuple[str, Answer]] = []
        self.started: list[str] = []
        self.changes = 0
        parts = Parts(
            alarm=self.alarm,
            idle=self.idle,
            session=self.session,
            holds=self.holds,
            showers={Style.NOTE: self.note, Style.NOTIFICATION: self.notification},
            offer=lambda reminder: (offers or {}).get(reminder.id),
            keep=self.kept.append,
            chance=Random(1),
        )
        self.service = ReminderService(plan(*reminders), self.clock, parts)
        self.service.answered.connect(lambda *each: self.answers.append(each))
        self.service.start_wanted.connect(self.started.append)
        self.service.changed.connect(self._changed)

    def _changed(self) -> None:
        self.changes += 1

    def stay(self, minutes: float) -> int:
        """Let time pass; the alarm rings when it is due, and no sooner. How often it rang."""
        end, rings = self.clock.now() + timedelta(minutes=minutes), 0
        while self.alarm.when is not None and self.alarm.when <= end:
            when, self.alarm.when = self.alarm.when, None
            self.clock.advance(max(0.0, (when - self.clock.now()).total_seconds()))
            self.alarm.rang.emit()
            rings += 1
        self.clock.advance((end - self.clock.now()).total_seconds())
        return rings

    def pause_in_typing(self) -> None:
        self.idle.untouched(3.0)
        self.idle.touch()

    def until_shown(self, minutes: float = 60) -> None:
        self.stay(minutes)
        self.pause_in_typing()
        assert self.service.shown is not None

    @property
    def shown(self) -> str:
        return "" if self.service.shown is None else self.service.shown.reminder.id

    @property
    def time(self) -> str:
        return f"{self.clock.now():%H:%M}"

    @property
    def rings(self) -> str:
        """When the alarm is set for; empty if it is not."""
        return "" if self.alarm.when is None else f"{self.alarm.when:%H:%M}"

    def timers(self) -> list[QTimer]:
        return [each for each in self.service.findChildren(QTimer) if each.isActive()]

    def let_end(self, milliseconds: int) -> None:
        """The running timer of that length ends now."""
        (timer,) = (each for each in self.timers() if each.interval() == milliseconds)
        timer.stop()
        timer.timeout.emit()


Begin = Callable[..., Life]
"""Begins a life with these reminders, and perhaps with a ``memory`` or ``offers``."""
