"""The reminders at work: system events into the schedule, its decisions onto the screen.

Nothing is polled. One alarm rings when something can be due; only then is asked whether the
person may be disturbed.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.reminders.long_calls import LongCalls
from desktop.reminders.memory import Memory
from desktop.reminders.on_screen import OnScreen
from desktop.reminders.parts import Parts, Shown
from desktop.reminders.plan import AWAY_AFTER, Now, Plan
from desktop.reminders.schedule import LOOK_AGAIN, Coming, Hold, Schedule
from desktop.reminders.showing import LATER_CHOICES, Answer
from desktop.reminders.typing_pause import TypingPause
from desktop.system.idle import IdleWatch
from routines.clock import Clock
from routines.reminders.model import Reminder

LONG_CALL = 1200.0
"""Seconds from which on a call that has ended is worth a moment's rest, reminder or not."""

AWAY_FROM_KEYS = 60.0
"""Seconds without a touch after which nobody would see a note come."""

KEEP_EVERY = 240_000
"""Milliseconds of desk time that a kill can cost; less than a break, or it would look like one."""


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
        self._calls = LongCalls(plan, self._now())
        self.call_ended_at: datetime | None = None
        """When a long call ended last."""
        self._screen = OnScreen(parts, self)
        self._pause = TypingPause(parts.idle, self)
        self._holds: frozenset[Hold] = frozenset()
        self._running = False
        self._asking = False
        self._idle = False
        self._gone = False
        self._playing = False
        self._watches: list[IdleWatch] = []
        self._keeping = QTimer(self)
        self._keeping.setInterval(KEEP_EVERY)
        self._connect()

    # What is going on

    @property
    def shown(self) -> Shown | None:
        return self._screen.shown

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
        self._screen.clear()
        self._pause.stop()
        self._keeping.stop()
        self._parts.alarm.set(None)
        for watch in self._watches:
            watch.stop()
        self._watches.clear()

    def use(self, plan: Plan) -> None:
        """Files or settings have changed."""
        self._schedule.use(plan, self._now())
        self._calls.use(plan, self._now())
        shown = self.shown
        if shown is not None and all(each.id != shown.reminder.id for each in plan.reminders):
            self.answer(Answer.SKIP)
        self._go_on()

    def pause(self, until: datetime) -> None:
        self._screen.clear()
        self._schedule.pause(until)
        self._keep()
        self._go_on()

    def resume(self) -> None:
        self._schedule.resume()
        self._keep()
        self._go_on()

    def answer(self, answer: Answer, minutes: int = 0) -> bool:
        """Answer what is shown from elsewhere, as from the tray; whether there was anything."""
        shown = self._screen.clear()
        if shown is None:
            return False
        self._finish(shown, answer, minutes)
        return True

    def show_now(self, reminder: Reminder) -> None:
        """Show a reminder at once, whatever the schedule says: to try it.

        It can be put off if it may come again in the time that is offered for that.
        """
        replaced = self._screen.clear()
        if replaced is not None:
            self._finish(replaced, Answer.IGNORED)
        may_snooze = self._schedule.may_try_again(self._now(), reminder.id, max(LATER_CHOICES))
        self._screen.show(reminder, may_snooze=may_snooze, tried=True)
        self.changed.emit()

    @property
    def not_today(self) -> tuple[Reminder, ...]:
        """Those that do not come any more today, by the person's own answer."""
        return self._schedule.not_today(self._now())

    def let_come_today(self, reminder_id: str) -> bool:
        """Take back *Not today*; whether it had been said."""
        found = self._schedule.let_come_today(self._now(), reminder_id)
        if found:
            self._keep()
            self._go_on()
        return found

    def set_playing(self, playing: bool) -> None:
        """A routine began, or ended: that is a break."""
        was, self._playing = self._playing, playing
        if was and not playing:
            self._schedule.routine_done(self._now())
        self._go_on()

    def call_ended(self, seconds: float) -> None:
        self._call_ended(seconds)
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
        self._watches.append(parts.idle.watch(AWAY_AFTER, self._gone_away))
        self._screen.answered.connect(self._finish)
        self._pause.come.connect(self._show_due)
        self._keeping.timeout.connect(self._keep_on)

    def _away(self, _seconds: float) -> None:
        self._idle = True

    def _gone_away(self, seconds: float) -> None:
        self._gone = True
        self._schedule.idle(self._now(), seconds)
        self._keep()
        self._go_on()

    def _back(self) -> None:
        self._idle = self._gone = False
        self._schedule.back(self._now())
        self._go_on()

    def _locked(self) -> None:
        self._calls.forget()
        self._schedule.locked(self._now())
        self._keep()

    def _unlocked(self) -> None:
        self._schedule.unlocked(self._now())
        self._go_on()

    def _woke(self) -> None:
        self._calls.forget()
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
            self._pause.stop()
            self._look_at_call()
            self._set_alarm()
        elif not self._asking and not self._pause.is_awaited:
            self._asking = True
            self._parts.holds.ask(self._may_disturb)

    def _may_disturb(self, holds: frozenset[Hold]) -> None:
        self._asking = False
        if not self._running:
            return
        self._follow_call(in_call=Hold.CALL in holds)
        self._holds = holds | self._own_holds()
        if self._holds:
            self._set_alarm()
            self.changed.emit()
        else:
            self._pause.wait()

    def _own_holds(self) -> frozenset[Hold]:
        reasons = {
            Hold.AWAY: self._idle,
            Hold.LOCKED: self._parts.session.is_locked,
            Hold.PLAYING: self._playing,
        }
        return frozenset(hold for hold, holds in reasons.items() if holds)

    def _show_due(self) -> None:
        due = self._schedule.decide(self._now(), self._own_holds())
        if due:
            self._screen.show(due[0], may_snooze=self._schedule.may_snooze)
            self._keep()
        self._set_alarm()
        self.changed.emit()

    def _set_alarm(self) -> None:
        looks = [self._schedule.next_look(self._now()), self._next_look_at_call()]
        seconds = min((each for each in looks if each is not None), default=None)
        if self._holds and (seconds is None or seconds < LOOK_AGAIN):
            seconds = LOOK_AGAIN
        at = None if seconds is None else self._clock.now() + timedelta(seconds=seconds)
        self._parts.alarm.set(at)

    # The end of long calls

    def _next_look_at_call(self) -> float | None:
        """Not while nobody is there, or wants to hear of it."""
        if self._gone or self._parts.session.is_locked or self.paused_until is not None:
            return None
        return self._calls.next_look(self._now())

    def _look_at_call(self) -> None:
        if self._next_look_at_call() == 0:
            self._calls.looking(self._now())
            self._parts.holds.ask_call(self._call_seen)

    def _call_seen(self, in_call: bool) -> None:
        if self._running and self._follow_call(in_call=in_call):
            self._go_on()

    def _follow_call(self, *, in_call: bool) -> bool:
        """Whether a call is over."""
        length = self._calls.see(self._now(), in_call=in_call)
        if length is not None:
            self._call_ended(length)
        return length is not None

    def _call_ended(self, seconds: float) -> None:
        now = self._now()
        self._schedule.call_ended(now, seconds)
        if seconds >= LONG_CALL:
            self.call_ended_at = now.wall

    # From shown to answered

    def _finish(self, shown: Shown, answer: Answer, minutes: int = 0) -> None:
        if shown.tried:
            self._schedule.answer_tried(self._now(), shown.reminder.id, answer, minutes)
        else:
            self._schedule.answer(self._now(), answer, minutes)
        self._keep()
        self.answered.emit(shown.reminder.id, answer)
        if answer is Answer.START and shown.offer is not None:
            self.start_wanted.emit(shown.offer.routine)
        self._go_on()

    def _keep_on(self) -> None:
        """Time has gone by: what says about when the next one comes may have changed with it."""
        self._keep()
        self.changed.emit()

    def _keep(self) -> None:
        self._parts.keep(self._schedule.remember(self._now()))

    def _now(self) -> Now:
        return Now(self._clock.monotonic(), self._clock.now())
