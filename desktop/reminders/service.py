"""The reminders at work: system events into the schedule, its decisions onto the screen.

Nothing is polled. One alarm rings when something can be due; only then is asked whether the
person may be disturbed.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.language import translate
from desktop.reminders.bag import NoteBag
from desktop.reminders.memory import Memory
from desktop.reminders.plan import AWAY_AFTER, Now, Plan
from desktop.reminders.schedule import LOOK_AGAIN, Coming, Hold, Schedule
from desktop.reminders.showing import SHOWN_FOR, Answer, Shower, Showing
from desktop.system.idle import Idle, IdleWatch
from desktop.system.session import Session
from desktop.system.wall_clock import WallClock
from routines.clock import Clock
from routines.reminders.model import Reminder, Style

AWAY_FROM_KEYS = 60.0
"""Seconds without a touch after which nobody would see a note come."""

PAUSE_IN_TYPING = 3.0
LONGEST_TYPING = 60_000
"""A note waits for so many seconds without a touch, and for so many milliseconds at the most."""

KEEP_EVERY = 240_000
"""Milliseconds of desk time that a kill can cost; less than a break, or it would look like one."""


class Holds(Protocol):
    """Knows whether the person may be disturbed. Asked only when something is due."""

    def ask(self, answered: Callable[[frozenset[Hold]], None]) -> None:
        """Call ``answered`` once, soon, with every reason to wait."""
        ...


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine that a reminder can start, and how its button is called."""

    routine: str
    label: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What the service works with; each can be an honest "not here"."""

    alarm: WallClock
    idle: Idle
    session: Session
    holds: Holds
    showers: Mapping[Style, Shower]
    offer: Callable[[Reminder], Offer | None]
    keep: Callable[[Memory], None]
    chance: random.Random = field(default_factory=random.Random)


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the screen, or waits quietly in the tray."""

    reminder: Reminder
    showing: Showing
    style: Style
    offer: Offer | None


class ReminderService(QObject):
    """Runs one plan. ``changed`` says that tray and window have something new to show."""

    changed = Signal()
    start_wanted = Signal(str)
    answered = Signal(str, Answer)

    def __init__(
        self, plan: Plan, clock: Clock, parts: Parts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._parts = parts
        self._schedule = Schedule(plan, self._now())
        self._bags: dict[str, NoteBag] = {}
        self._shown: Shown | None = None
        self._holds: frozenset[Hold] = frozenset()
        self._running = False
        self._asking = False
        self._idle = False
        self._call_since: float | None = None
        self._playing = False
        self._typing: IdleWatch | None = None
        self._watches: list[IdleWatch] = []
        self._longest_typing = self._timer(LONGEST_TYPING, self._show_due)
        self._quiet_end = self._timer(round(SHOWN_FOR * 1000), self._quiet_ignored)
        self._keeping = QTimer(self)
        self._keeping.setInterval(KEEP_EVERY)
        self._keeping.timeout.connect(self._keep)
        self._connect()

    # What is going on

    @property
    def shown(self) -> Shown | None:
        return self._shown

    @property
    def held_by(self) -> frozenset[Hold]:
        """Why what is due waits; empty when nothing does."""
        return self._holds

    @property
    def paused_until(self) -> datetime | None:
        return self._schedule.paused_until

    def coming(self) -> Coming | None:
        return self._schedule.coming(self._now())

    # Commands

    def begin(self, memory: Memory | None = None) -> None:
        """Start, where ``memory`` left off if there is one."""
        if memory is not None:
            self._schedule.recall(memory, self._now())
        self._running = True
        self._keeping.start()
        self._go_on()

    def end(self) -> None:
        """Stop everything; the state has been kept."""
        self._keep()
        self._running = False
        self._withdraw()
        self._stop_waiting()
        self._keeping.stop()
        self._parts.alarm.set(None)
        for watch in self._watches:
            watch.stop()
        self._watches.clear()

    def use(self, plan: Plan) -> None:
        """Files or settings have changed."""
        self._schedule.use(plan, self._now())
        if self._shown is not None and all(
            each.id != self._shown.reminder.id for each in plan.reminders
        ):
            self._withdraw()
            self._finish(Answer.SKIP)
        self._go_on()

    def pause(self, until: datetime) -> None:
        self._withdraw()
        self._shown = None
        self._schedule.pause(until)
        self._keep()
        self._go_on()

    def resume(self) -> None:
        self._schedule.resume()
        self._keep()
        self._go_on()

    def answer(self, answer: Answer, minutes: int = 0) -> bool:
        """Answer what is shown from elsewhere, as from the tray; whether there was anything."""
        if self._shown is None:
            return False
        self._withdraw()
        self._finish(answer, minutes)
        return True

    def show_now(self, reminder: Reminder) -> None:
        """Show a reminder at once, whatever the schedule says: to try it."""
        self._show(reminder)
        self.changed.emit()

    def set_playing(self, playing: bool) -> None:
        """A routine began, or ended: that is a break."""
        was, self._playing = self._playing, playing
        if was and not playing:
            self._schedule.routine_done(self._now())
        self._go_on()

    def call_ended(self, seconds: float) -> None:
        self._schedule.call_ended(self._now(), seconds)
        self._go_on()

    def meetings(self, starts: tuple[datetime, ...]) -> None:
        self._schedule.meetings(self._now(), starts)
        self._go_on()

    # Events of the system

    def _connect(self) -> None:
        parts = self._parts
        parts.alarm.rang.connect(self._look)
        parts.alarm.clock_changed.connect(self._go_on)
        parts.session.woke.connect(self._woke)
        parts.session.going_to_sleep.connect(self._keep)
        parts.session.locked.connect(self._locked)
        parts.session.unlocked.connect(self._unlocked)
        self._watches.append(parts.idle.watch(AWAY_FROM_KEYS, self._away, self._back))
        self._watches.append(parts.idle.watch(AWAY_AFTER, self._gone))
        for shower in set(parts.showers.values()):
            shower.answered.connect(self._shower_answered)
            shower.vanished.connect(self._vanished)

    def _away(self, _seconds: float) -> None:
        self._idle = True

    def _gone(self, seconds: float) -> None:
        self._schedule.idle(self._now(), seconds)
        self._keep()
        self._go_on()

    def _back(self) -> None:
        self._idle = False
        self._schedule.back(self._now())
        self._go_on()

    def _locked(self) -> None:
        self._schedule.locked(self._now())
        self._keep()

    def _unlocked(self) -> None:
        self._schedule.unlocked(self._now())
        self._go_on()

    def _woke(self) -> None:
        self._schedule.tick(self._now())
        self._go_on()

    # From due to shown

    def _go_on(self) -> None:
        """Something happened: look again, and let others know."""
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        if not self._running:
            return
        due = self._schedule.due(self._now())
        if not due:
            self._holds = frozenset()
            self._stop_waiting()
            self._set_alarm()
        elif not self._asking and not self._waiting_for_a_pause():
            self._asking = True
            self._parts.holds.ask(self._may_disturb)

    def _may_disturb(self, holds: frozenset[Hold]) -> None:
        self._asking = False
        if not self._running:
            return
        self._follow_call(Hold.CALL in holds)
        self._holds = holds | self._own_holds()
        if self._holds:
            self._set_alarm()
            self.changed.emit()
        elif self._parts.idle.works().here:
            self._longest_typing.start()
            self._typing = self._parts.idle.watch(PAUSE_IN_TYPING, lambda _: self._show_due())
        else:
            self._show_due()

    def _follow_call(self, in_call: bool) -> None:
        """A call is seen only while something waits for its end: nothing is asked without need."""
        now = self._clock.monotonic()
        if in_call:
            self._call_since = self._call_since or now
        elif self._call_since is not None:
            length, self._call_since = now - self._call_since, None
            self._schedule.call_ended(self._now(), length)

    def _own_holds(self) -> frozenset[Hold]:
        reasons = {
            Hold.AWAY: self._idle,
            Hold.LOCKED: self._parts.session.is_locked,
            Hold.PLAYING: self._playing,
        }
        return frozenset(hold for hold, holds in reasons.items() if holds)

    def _waiting_for_a_pause(self) -> bool:
        return self._typing is not None

    def _stop_waiting(self) -> None:
        self._longest_typing.stop()
        if self._typing is not None:
            self._typing.stop()
            self._typing = None

    def _show_due(self) -> None:
        self._stop_waiting()
        due = self._schedule.decide(self._now(), self._own_holds())
        if due:
            self._show(due[0])
            self._keep()
        self._set_alarm()
        self.changed.emit()

    def _show(self, reminder: Reminder) -> None:
        self._withdraw()
        bag = self._bags.setdefault(reminder.id, NoteBag())
        offer = self._parts.offer(reminder)
        showing = Showing(
            id=reminder.id,
            title=reminder.name,
            text=bag.draw(reminder.notes, self._parts.chance),
            offer_name=offer.label if offer else "",
        )
        self._shown = Shown(reminder, showing, reminder.style, offer)
        self._put(self._shown)

    def _put(self, shown: Shown) -> None:
        shower = self._parts.showers.get(shown.style)
        if shower is None:
            self._quiet_end.start()
        else:
            shower.show(shown.showing)

    def _set_alarm(self) -> None:
        seconds = self._schedule.next_look(self._now())
        if self._holds and (seconds is None or seconds < LOOK_AGAIN):
            seconds = LOOK_AGAIN
        at = None if seconds is None else self._clock.now() + timedelta(seconds=seconds)
        self._parts.alarm.set(at)

    # From shown to answered

    def _shower_answered(self, showing_id: str, answer: Answer, minutes: int) -> None:
        if self._shown is not None and self._shown.showing.id == showing_id:
            self._finish(answer, minutes)

    def _vanished(self, showing_id: str) -> None:
        """The desktop's notification is gone without an answer: the note takes its place."""
        shown = self._shown
        if shown is None or shown.showing.id != showing_id:
            return
        if shown.style is Style.NOTIFICATION and Style.NOTE in self._parts.showers:
            self._shown = Shown(shown.reminder, shown.showing, Style.NOTE, shown.offer)
            self._put(self._shown)
        else:
            self._finish(Answer.IGNORED)

    def _quiet_ignored(self) -> None:
        self._finish(Answer.IGNORED)

    def _finish(self, answer: Answer, minutes: int = 0) -> None:
        shown, self._shown = self._shown, None
        self._quiet_end.stop()
        if shown is None:
            return
        self._schedule.answer(self._now(), answer, minutes)
        self._keep()
        self.answered.emit(shown.reminder.id, answer)
        if answer is Answer.START and shown.offer is not None:
            self.start_wanted.emit(shown.offer.routine)
        self._go_on()

    def _withdraw(self) -> None:
        self._quiet_end.stop()
        if self._shown is not None and self._shown.style in self._parts.showers:
            self._parts.showers[self._shown.style].withdraw()

    def _keep(self) -> None:
        self._parts.keep(self._schedule.remember(self._now()))

    def _now(self) -> Now:
        return Now(self._clock.monotonic(), self._clock.now())

    def _timer(self, milliseconds: int, rang: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(rang)
        return timer


def start_label(length: str) -> str:
    """The label of a note's start button: "Start · 2 min"."""
    return translate("reminders", "Start · {length}").format(length=length)
