"""When a reminder comes. Facts go in with the time, decisions come out; nothing in here waits.

The rules, in short: an interval counts time at the desk since the last break, and five minutes
away, or a routine, is a break. Clock times come once a day each. Whatever is due waits while
somebody must not be disturbed and then comes once, several as one; never in the first two
minutes after coming back, and never stale.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from desktop.reminders.memory import Memory, remembered
from desktop.reminders.plan import (
    AWAY_AFTER,
    SETTLE,
    STALE_AFTER,
    Now,
    Plan,
    is_after_call,
    is_counted,
)
from desktop.reminders.showing import Answer
from desktop.reminders.track import Track, slot_key
from routines.reminders.model import After, Before, Event, Every, Reminder

MOST_SNOOZES = 3
LOOK_AGAIN = 60.0
"""Seconds until something that is due, but held back, is looked at again."""

JUMP = 2.0
"""Seconds by which wall and monotonic clock may drift apart before it means something."""

_CALL_REMINDER_LASTS = 900.0
_BEDTIME_GRACE = timedelta(hours=2)


class Absent(Enum):
    """Why nobody is at the desk."""

    IDLE = auto()
    LOCKED = auto()


class Hold(Enum):
    """Why a reminder that is due waits."""

    AWAY = auto()
    LOCKED = auto()
    CALL = auto()
    CAMERA = auto()
    SHARING = auto()
    DO_NOT_DISTURB = auto()
    FULL_SCREEN = auto()
    PRESENTING = auto()
    PROGRAM = auto()
    PLAYING = auto()


@dataclass(frozen=True, slots=True)
class Coming:
    """The reminder that is expected next, in how many seconds, if the person stays."""

    reminder: Reminder
    seconds: float


class Schedule:
    """Keeps track of all reminders of one plan."""

    def __init__(self, plan: Plan, now: Now) -> None:
        self.plan = plan
        self._now = now
        self._desk = 0.0
        self._tracks: dict[str, Track] = {}
        self._absent: set[Absent] = set()
        self._left: Now | None = None
        self._quiet_until = now.monotonic
        self._last_shown: float | None = None
        self._paused_until: datetime | None = None
        self._shown: tuple[str, ...] = ()
        self._meetings: tuple[datetime, ...] = ()
        self._looked_until = now.wall
        self.use(plan, now)

    # ------------------------------------------------------------ facts

    def use(self, plan: Plan, now: Now) -> None:
        """Run by ``plan`` from now on; reminders that stay keep their place."""
        self.tick(now)
        self.plan = plan
        for reminder in plan.reminders:
            self._tracks.setdefault(reminder.id, Track(anchor=self._desk))

    def tick(self, now: Now) -> None:
        """Let time pass until ``now``."""
        passed = now.monotonic - self._now.monotonic
        jump = (now.wall - self._now.wall).total_seconds() - passed
        if not self._absent:
            self._desk += max(0.0, passed)
        self._now = now
        if jump > JUMP:
            self._was_asleep(jump)
        elif jump < -JUMP:
            self._was_set_back()
        self._arm_slots()

    def idle(self, now: Now, seconds: float) -> None:
        """Nobody has touched anything for ``seconds``.

        Less than a break is reading or thinking: it counts as time at the desk.
        """
        self.tick(now)
        if seconds >= AWAY_AFTER and Absent.IDLE not in self._absent:
            self._leave(Absent.IDLE, seconds)
            self._break()

    def back(self, now: Now) -> None:
        self._return(now, Absent.IDLE)

    def locked(self, now: Now) -> None:
        self.tick(now)
        self._leave(Absent.LOCKED, 0.0)

    def unlocked(self, now: Now) -> None:
        self._return(now, Absent.LOCKED)

    def routine_done(self, now: Now) -> None:
        """A routine was played: that is a break too."""
        self.tick(now)
        self._break()

    def call_ended(self, now: Now, seconds: float) -> None:
        """A call that took ``seconds`` is over."""
        self.tick(now)
        for reminder in filter(is_after_call, self.plan.reminders):
            rhythm = reminder.rhythm
            if isinstance(rhythm, After) and seconds >= rhythm.seconds:
                track = self._tracks[reminder.id]
                track.waiting = now.wall
                track.deadline = now.wall + timedelta(seconds=_CALL_REMINDER_LASTS)

    def meetings(self, now: Now, starts: tuple[datetime, ...]) -> None:
        """The meetings of the calendar that are still to begin."""
        self.tick(now)
        self._meetings = tuple(sorted(starts))

    # ------------------------------------------------------------ what the person wants

    def pause(self, until: datetime) -> None:
        """Nothing comes before ``until``, on the wall clock."""
        self._paused_until = until
        self._shown = ()

    def resume(self) -> None:
        self._paused_until = None

    @property
    def paused_until(self) -> datetime | None:
        """Until when reminders are paused; None if they are not."""
        until = self._paused_until
        return until if until is not None and until > self._now.wall else None

    def answer(self, now: Now, answer: Answer, minutes: float = 0.0) -> None:
        """What was said to the note that is shown. A second answer to it means nothing."""
        self.tick(now)
        shown, self._shown = self._shown, ()
        if not shown:
            return
        lead, *others = (self._tracks[each] for each in shown if each in self._tracks)
        for track in others:
            track.snoozes = 0
        if answer is Answer.LATER and lead.snoozes < MOST_SNOOZES:
            lead.snoozes += 1
            lead.snoozed_until = now.monotonic + minutes * 60
        else:
            lead.snoozes = 0
        if answer is Answer.NOT_TODAY:
            lead.not_on = self.plan.day_of(now.wall)

    # ------------------------------------------------------------ decisions

    @property
    def shown(self) -> tuple[str, ...]:
        """The reminders of the note that waits for an answer, the leading one first."""
        return self._shown

    def due(self, now: Now) -> tuple[Reminder, ...]:
        """What would come now if nothing held it back, the most urgent first."""
        self.tick(now)
        if self._shown or self._is_quiet():
            return ()
        found = [each for each in self.plan.reminders if self._is_due(each)]
        return tuple(sorted(found, key=_urgency))

    def decide(self, now: Now, holds: frozenset[Hold]) -> tuple[Reminder, ...]:
        """What comes now, as one note: the first leads it. Nothing while anything holds it."""
        due = self.due(now)
        if not due or holds or self._absent:
            return ()
        self._shown = tuple(reminder.id for reminder in due)
        self._last_shown = now.monotonic
        for reminder in due:
            track = self._tracks[reminder.id]
            if track.waiting is not None:
                track.done.add(slot_key(track.waiting))
            track.settle(self._desk)
        return due

    def next_look(self, now: Now) -> float | None:
        """Seconds until something can be due; None if only an event can bring that about.

        What is due already, but held back, is worth another look in a minute.
        """
        coming = self.coming(now)
        if coming is None or self._shown:
            return None
        return coming.seconds or LOOK_AGAIN

    def coming(self, now: Now) -> Coming | None:
        """What is expected next if the person stays, for the tray and the window."""
        self.tick(now)
        quiet = self._quiet_for()
        found = [
            Coming(reminder, max(seconds, quiet))
            for reminder in self.plan.reminders
            if (seconds := self._seconds_until(reminder)) is not None
        ]
        return min(found, key=lambda each: each.seconds, default=None)

    # ------------------------------------------------------------ over restarts

    def remember(self, now: Now) -> Memory:
        """Everything that the next start needs to go on here."""
        self.tick(now)
        tracks = {}
        for name, track in self._tracks.items():
            until = track.snoozed_until
            left = None if until is None else until - now.monotonic
            tracks[name] = remembered(track, self._desk, now.wall, left)
        return Memory(now.wall, self.paused_until, tracks)

    def recall(self, memory: Memory, now: Now) -> None:
        """Go on where ``memory`` left off. A long time in between was a break."""
        for name, kept in memory.tracks.items():
            track = self._tracks.setdefault(name, Track())
            track.anchor = self._desk - kept.counted
            track.snoozes, track.done = kept.snoozes, set(kept.done)
            track.waiting, track.deadline = kept.waiting, kept.deadline
            track.not_on = kept.not_on
            if kept.snoozed_until is not None:
                left = (kept.snoozed_until - memory.at).total_seconds()
                track.snoozed_until = now.monotonic + left
        self._paused_until = memory.paused_until
        gone = (now.wall - memory.at).total_seconds()
        if gone >= 0:
            self._looked_until = memory.at
            self._was_asleep(gone)
        else:
            self._was_set_back()
        self.tick(now)

    # ------------------------------------------------------------ inside: coming and going

    def _leave(self, reason: Absent, seconds_ago: float) -> None:
        if not self._absent:
            ago = timedelta(seconds=seconds_ago)
            self._left = Now(self._now.monotonic - seconds_ago, self._now.wall - ago)
        self._absent.add(reason)

    def _return(self, now: Now, reason: Absent) -> None:
        self.tick(now)
        if reason not in self._absent:
            return
        self._absent.discard(reason)
        if self._absent or self._left is None:
            return
        away = max(
            now.monotonic - self._left.monotonic, (now.wall - self._left.wall).total_seconds()
        )
        self._left = None
        self._came_back(away)

    def _was_asleep(self, seconds: float) -> None:
        """The wall clock went on alone: a suspend, or somebody set it forward."""
        for track in self._tracks.values():
            if track.snoozed_until is not None:
                track.snoozed_until -= seconds
        self._came_back(seconds)

    def _was_set_back(self) -> None:
        """Somebody set the wall clock back. What has had its turn does not get another one."""
        self._looked_until = self._now.wall
        self._quiet_until = self._now.monotonic + SETTLE
        tomorrow = slot_key(self._now.wall + timedelta(days=1))
        for track in self._tracks.values():
            # A clock that was days ahead must not have used up the days to come.
            track.done = {key for key in track.done if key <= tomorrow}
            if track.waiting is not None and track.waiting > self._now.wall:
                track.waiting = None

    def _came_back(self, away: float) -> None:
        self._quiet_until = self._now.monotonic + SETTLE
        if away >= AWAY_AFTER:
            self._break()
        for track in self._tracks.values():
            if track.waiting is not None and self._age(track.waiting) > STALE_AFTER:
                track.done.add(slot_key(track.waiting))
                track.waiting = None

    def _break(self) -> None:
        """Intervals begin anew. What was snoozed of them has had its break."""
        for reminder in filter(is_counted, self.plan.reminders):
            track = self._tracks[reminder.id]
            track.settle(self._desk)
            track.snoozes = 0

    # ------------------------------------------------------------ inside: clock times

    def _arm_slots(self) -> None:
        """Clock times that have come since the last look begin to wait for their turn."""
        now = self._now.wall
        since = max(self._looked_until, now - timedelta(days=2))
        self._looked_until = now
        for reminder in self.plan.reminders:
            track = self._tracks.get(reminder.id)
            for slot in self._slots_between(reminder, since, now):
                if track is not None and slot_key(slot) not in track.done:
                    self._arm(reminder, track, slot)

    def _arm(self, reminder: Reminder, track: Track, slot: datetime) -> None:
        if self._age(slot) > STALE_AFTER:
            track.done.add(slot_key(slot))
            return
        if track.waiting is not None:
            track.done.add(slot_key(track.waiting))  # the newer one speaks for both
        track.waiting = slot
        track.deadline = self._deadline(reminder, slot)

    def _deadline(self, reminder: Reminder, slot: datetime) -> datetime:
        """Until when a clock time makes sense: its event, or the end of the person's day."""
        if isinstance(reminder.rhythm, Before):
            event = slot + timedelta(seconds=reminder.rhythm.seconds)
            late = timedelta(0) if reminder.rhythm.event is Event.MEETING else _BEDTIME_GRACE
            return event + late
        tomorrow = self.plan.day_of(slot) + timedelta(days=1)
        return self.plan.localize(datetime.combine(tomorrow, self.plan.day_start))

    def _slots_between(
        self, reminder: Reminder, after: datetime, until: datetime
    ) -> list[datetime]:
        """The reminder's clock times behind ``after`` and up to ``until``, in order."""
        if isinstance(reminder.rhythm, Before) and reminder.rhythm.event is Event.MEETING:
            ahead = timedelta(seconds=reminder.rhythm.seconds)
            slots = [start - ahead for start in self._meetings]
        else:
            days = (until.date() - after.date()).days + 2
            first = after.date() - timedelta(days=1)
            slots = [
                slot
                for number in range(days + 1)
                for slot in self.plan.slots(reminder, first + timedelta(days=number))
            ]
        return sorted(slot for slot in slots if after < slot <= until)

    def _age(self, slot: datetime) -> float:
        return (self._now.wall - slot).total_seconds()

    # ------------------------------------------------------------ inside: what is due

    def _is_due(self, reminder: Reminder) -> bool:
        seconds = self._raw_seconds_until(reminder)
        return (
            seconds is not None
            and seconds <= 0
            and self.plan.may_come(reminder, self._now.wall)
            and self._tracks[reminder.id].not_on != self.plan.day_of(self._now.wall)
        )

    def _raw_seconds_until(self, reminder: Reminder) -> float | None:
        """Seconds until the rhythm is due, whatever the hours say; None if an event decides."""
        track = self._tracks[reminder.id]
        if track.snoozed_until is not None:
            return track.snoozed_until - self._now.monotonic
        if track.waiting is not None:
            if track.deadline is None or self._now.wall < track.deadline:
                return 0.0
            track.done.add(slot_key(track.waiting))
            track.waiting = None
        if isinstance(reminder.rhythm, Every):
            left = reminder.rhythm.seconds - (self._desk - track.anchor)
            return None if self._absent else left
        week = self._now.wall + timedelta(days=8)
        coming = self._slots_between(reminder, self._now.wall, week)
        slot = next((each for each in coming if slot_key(each) not in track.done), None)
        return None if slot is None else -self._age(slot)

    def _seconds_until(self, reminder: Reminder) -> float | None:
        """Seconds until ``reminder`` may really come: rhythm, hours, days and absences."""
        raw = self._raw_seconds_until(reminder)
        if raw is None:
            return None
        at = self._now.wall + timedelta(seconds=max(0.0, raw))
        not_on = self._tracks[reminder.id].not_on
        if not_on is not None and self.plan.day_of(at) == not_on:
            next_day = datetime.combine(not_on + timedelta(days=1), self.plan.day_start)
            at = self.plan.localize(next_day)
        opens = self.plan.opens_at(reminder, at)
        return None if opens is None else max(0.0, -self._age(opens))

    def _is_quiet(self) -> bool:
        return bool(self._absent) or self._quiet_for() > 0

    def _quiet_for(self) -> float:
        """Seconds in which nothing comes: just back, just shown, or paused."""
        now = self._now
        waits = [self._quiet_until - now.monotonic]
        if self._last_shown is not None:
            waits.append(self._last_shown + self.plan.spacing - now.monotonic)
        if self._paused_until is not None:
            waits.append((self._paused_until - now.wall).total_seconds())
        return max(0.0, *waits)


def _urgency(reminder: Reminder) -> tuple[int, float]:
    """What leads a note that speaks for several: events, then clock times, then intervals."""
    match reminder.rhythm:
        case Before(Event.MEETING, _):
            return (0, 0.0)
        case After():
            return (1, 0.0)
        case Before():
            return (2, 0.0)
        case Every(seconds):
            return (4, -seconds)
        case _:
            return (3, 0.0)
