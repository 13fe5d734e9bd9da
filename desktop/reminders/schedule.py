"""When a reminder comes. Facts go in with the time, decisions come out; nothing in here waits.

The rules, in short: an interval counts time at the desk since the last break, and five minutes
away, or a routine, is a break. Clock times come once a day each. Whatever is due waits while
somebody must not be disturbed and then comes once, several as one; never in the first two
minutes after coming back, and never stale.

Coming back is: unlocking, touching something after five minutes, waking from suspend, ending a
routine, starting this program, and any change of the clock or the time zone. A clock that is set
forward looks like a suspend and is taken for one.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from desktop.reminders.clock_times import call_turn
from desktop.reminders.memory import Memory, recalled, remembered
from desktop.reminders.plan import AWAY_AFTER, Now, Plan
from desktop.reminders.presence import Absent, Presence
from desktop.reminders.quiet import Quiet
from desktop.reminders.rhythms import Rhythms
from desktop.reminders.showing import Answer
from desktop.reminders.track import Track, Turn
from desktop.reminders.waits import View, seconds_until, urgency
from routines.reminders.model import Reminder

MOST_SNOOZES = 3
"""Snoozes that are kept; to ask for one more is to let it rest until its next interval."""

LOOK_AGAIN = 60.0
"""Seconds until something that is due, but held back, is looked at again."""

LONGEST_LOOK = 900.0
"""Most seconds between two looks, so that a change that nobody told of is found out about."""

JUMP = 2.0
"""Seconds by which wall and monotonic clock may drift apart before it means something."""


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
        self._now = Now(now.monotonic, plan.localize(now.wall))
        self._presence = Presence()
        self._quiet = Quiet(now.monotonic)
        self._rhythms = Rhythms(plan, self._now)
        self._shown: tuple[str, ...] = ()
        self._turn: Turn | None = None

    @property
    def plan(self) -> Plan:
        return self._rhythms.plan

    # ------------------------------------------------------------ facts

    def use(self, plan: Plan, now: Now) -> None:
        """Run by ``plan`` from now on; reminders that stay keep their place."""
        self.tick(now)
        self._rhythms.use(plan, self._presence.desk)
        self.tick(now)

    def tick(self, now: Now) -> None:
        """Let time pass until ``now``. To be told soon after each wake-up and clock change."""
        before, self._now = self._now, Now(now.monotonic, self.plan.localize(now.wall))
        passed = max(0.0, now.monotonic - before.monotonic)
        jump = (self._now.wall - before.wall).total_seconds() - passed
        jump = jump if abs(jump) > JUMP else 0.0  # forward: a suspend, or somebody set it
        self._presence.let_pass(passed, max(0.0, jump))
        if self.plan.localize(before.wall).utcoffset() != before.wall.utcoffset():
            self._quiet.settle(now.monotonic)
            self._rhythms.change_zone(self._now.wall)
        self._rhythms.look(self._now.wall)
        if jump > 0:
            self._rhythms.sleep(jump)
            self._come_back(jump)
        elif jump < 0:
            self._set_back(timedelta(seconds=-jump))
        self._rhythms.expire(self._now.wall)

    def idle(self, now: Now, seconds: float) -> None:
        """Nobody has touched anything for ``seconds``.

        Less than a break is reading or thinking: it counts as time at the desk.
        """
        self.tick(now)
        if seconds >= AWAY_AFTER and not self._presence.is_absent_for(Absent.IDLE):
            self._presence.leave(Absent.IDLE, seconds)
            self._rhythms.rest(self._presence.desk)

    def back(self, now: Now) -> None:
        """Somebody has touched something again."""
        self._return(now, Absent.IDLE)

    def locked(self, now: Now) -> None:
        self.tick(now)
        self._presence.leave(Absent.LOCKED)

    def unlocked(self, now: Now) -> None:
        self._return(now, Absent.LOCKED)

    def routine_done(self, now: Now) -> None:
        """A routine was played: that is a break too."""
        self.tick(now)
        self._quiet.settle(now.monotonic)
        self._rhythms.rest(self._presence.desk)

    def call_ended(self, now: Now, seconds: float) -> None:
        """A call that took ``seconds`` is over."""
        self.tick(now)
        self._rhythms.end_call(self._now.wall, seconds)

    def meetings(self, now: Now, starts: tuple[datetime, ...]) -> None:
        """The meetings of the calendar that are still to begin, all of them.

        One that has been cancelled, or moved, takes its waiting reminder with it.
        """
        self.tick(now)
        self._rhythms.meet(starts)

    # ------------------------------------------------------------ what the person wants

    def pause(self, until: datetime) -> None:
        """Nothing comes before ``until``, on the wall clock."""
        self._quiet.pause(until)
        self._shown = ()

    def resume(self) -> None:
        self._quiet.pause(None)

    @property
    def paused_until(self) -> datetime | None:
        """Until when reminders are paused; None if they are not."""
        return self._quiet.paused_until(self._now.wall)

    @property
    def may_snooze(self) -> bool:
        """Whether the note that is shown would come again after ``LATER``."""
        lead = self._lead()
        return lead is not None and lead.snoozes < MOST_SNOOZES

    def answer(self, now: Now, answer: Answer, minutes: float = 0.0) -> None:
        """What was said to the note that is shown. A second answer to it means nothing.

        It is said to the reminder that leads the note; the others have had their turn.
        """
        self.tick(now)
        lead, may_snooze = self._lead(), self.may_snooze
        self._shown = ()
        if lead is None:
            return
        if answer is Answer.LATER and may_snooze:
            self._snooze(lead, minutes * 60, lead.waiting or self._turn)
        else:
            lead.snoozes = 0
        if answer is Answer.NOT_TODAY:
            lead.not_on = self.plan.day_of(self._now.wall)

    def may_try_again(self, now: Now, name: str, minutes: float) -> bool:
        """Whether a reminder that was only tried would come again if put off by ``minutes``."""
        self.tick(now)
        reminder = next((each for each in self.plan.reminders if each.id == name), None)
        if reminder is None or self.paused_until is not None:
            return False
        again, not_on = (
            self._now.wall + timedelta(minutes=minutes),
            self._rhythms.tracks[name].not_on,
        )
        return self.plan.may_come(reminder, again, not_on)

    def answer_tried(self, now: Now, name: str, answer: Answer, minutes: float = 0.0) -> None:
        """What was said to a reminder that was only tried: it has not had its turn by that."""
        self.tick(now)
        track = self._rhythms.tracks.get(name)
        if track is None:
            return
        if answer is Answer.LATER:
            track.snoozes = 0
            self._snooze(track, minutes * 60, track.waiting)
        elif answer is Answer.NOT_TODAY:
            track.not_on = self.plan.day_of(self._now.wall)

    def not_today(self, now: Now) -> tuple[Reminder, ...]:
        """Those that do not come any more today, by the person's own answer."""
        self.tick(now)
        day, tracks = self.plan.day_of(self._now.wall), self._rhythms.tracks
        return tuple(each for each in self.plan.reminders if tracks[each.id].not_on == day)

    def let_come_today(self, now: Now, name: str) -> bool:
        """Take back *Not today*; whether it had been said. What came due meanwhile comes now."""
        found = any(each.id == name for each in self.not_today(now))
        if found:
            self._rhythms.tracks[name].not_on = None
        return found

    def _lead(self) -> Track | None:
        return self._rhythms.tracks.get(self._shown[0]) if self._shown else None

    def _snooze(self, lead: Track, seconds: float, turn: Turn | None) -> None:
        lead.snoozes += 1
        lead.snoozed_until = self._now.monotonic + seconds
        if turn is not None and not turn.key:
            later = call_turn(self._now.wall + timedelta(seconds=seconds))
            turn = Turn(turn.at, max(turn.until, later.until))
        lead.waiting = turn

    # ------------------------------------------------------------ decisions

    @property
    def shown(self) -> tuple[str, ...]:
        """The reminders of the note that waits for an answer, the leading one first."""
        return self._shown

    def due(self, now: Now) -> tuple[Reminder, ...]:
        """What would come now if nothing held it back, the most urgent first."""
        self.tick(now)
        if self._shown or self._presence.is_absent or self._quiet_for() > 0:
            return ()
        return tuple(coming.reminder for coming in self._all_coming() if coming.seconds == 0)

    def decide(self, now: Now, holds: frozenset[Hold]) -> tuple[Reminder, ...]:
        """What comes now, as one note: the first leads it. Nothing while anything holds it."""
        due = self.due(now)
        if holds or not due:
            return ()
        self._shown = tuple(reminder.id for reminder in due)
        self._quiet.shown_at = now.monotonic
        lead, *others = (self._rhythms.tracks[each] for each in self._shown)
        self._turn = lead.waiting
        lead.passed_over = 0
        lead.settle(self._presence.desk)
        for track in others:
            track.passed_over += 1
            track.snoozes = 0
            track.settle(self._presence.desk)
        return due

    def next_look(self, now: Now) -> float | None:
        """Seconds until something can be due; None if only an event can bring that about.

        What is due already, but held back, is worth another look in a minute.
        """
        coming = self.coming(now)
        if self._shown or self._presence.is_absent or not self.plan.reminders:
            return None
        return LONGEST_LOOK if coming is None else min(coming.seconds or LOOK_AGAIN, LONGEST_LOOK)

    def coming(self, now: Now) -> Coming | None:
        """What is expected next if the person stays, for the tray and the window.

        While nobody is there, what it would be if they came back now.
        """
        self.tick(now)
        return next(iter(self._all_coming()), None)

    def _all_coming(self) -> list[Coming]:
        """What the reminders come to, the next first; at the same moment the most urgent."""
        tracks = self._rhythms.tracks
        view = View(self._now, self._presence.desk, self._quiet_for(), self._rhythms.meetings)
        found = [
            Coming(each, seconds)
            for each in self.plan.reminders
            if (seconds := seconds_until(self.plan, each, tracks[each.id], view)) is not None
        ]

        def order(coming: Coming) -> tuple[float, tuple[int, float, int]]:
            return coming.seconds, urgency(coming.reminder, tracks[coming.reminder.id])

        return sorted(found, key=order)

    def _quiet_for(self) -> float:
        absent = self._presence.is_absent
        return self._quiet.seconds(self._now, self.plan.spacing, absent=absent)

    # ------------------------------------------------------------ over restarts

    def remember(self, now: Now) -> Memory:
        """Everything that the next start needs to go on here.

        What happens after the last one that was kept is lost in a kill.
        """
        self.tick(now)
        wall, shown = self._now.wall, self._quiet.shown_at
        tracks = {
            name: remembered(track, self._presence.desk, self._now)
            for name, track in self._rhythms.tracks.items()
        }
        ago = None if shown is None else wall - timedelta(seconds=now.monotonic - shown)
        return Memory(wall, self.paused_until, ago, tracks)

    def recall(self, memory: Memory, now: Now) -> None:
        """Go on where ``memory`` left off, at the start. Five minutes in between were a break.

        A note that was shown then counts as ignored.
        """
        tracks, then = self._rhythms.tracks, Now(now.monotonic, memory.at)
        for name in tracks.keys() & memory.tracks.keys():
            tracks[name] = recalled(memory.tracks[name], self._presence.desk, then)
        self._quiet.pause(memory.paused_until)
        if memory.shown is not None:
            between = (self.plan.localize(now.wall) - memory.at).total_seconds()
            ago = (memory.at - memory.shown).total_seconds()
            self._quiet.shown_at = now.monotonic - max(0.0, ago) - max(0.0, between)
        self._rhythms.look_from(memory.at)
        self._now = then
        self.tick(now)

    # ------------------------------------------------------------ inside

    def _return(self, now: Now, reason: Absent) -> None:
        self.tick(now)
        away = self._presence.come_back(reason)
        if away is not None:
            self._come_back(away)

    def _come_back(self, away: float) -> None:
        self._quiet.settle(self._now.monotonic)
        if away >= AWAY_AFTER:
            self._rhythms.rest(self._presence.desk)
        self._rhythms.drop_stale(self._now, away)

    def _set_back(self, back: timedelta) -> None:
        self._quiet.settle(self._now.monotonic)
        self._quiet.set_back(self._now.wall, back)
        self._rhythms.set_back(self._now.wall, back)
