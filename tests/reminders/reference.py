"""A second opinion on when reminders come: slow, simple, one minute after the other.

It walks through every single minute, those asleep and switched off included, reads the wall clock
like a person would, and counts minutes on its fingers. It shares no rule with the program and
takes from it only the values that describe reminders and plans.
"""

import copy
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from desktop.reminders.plan import Plan
from desktop.reminders.showing import Answer
from routines.reminders.model import After, AtTimes, Before, Event, Every, Reminder
from tests.reminders.places import CALL, Place, Turn, importance
from tests.reminders.wall_clock import MINUTE, WallClock


class Reference(WallClock):
    def __init__(self, plan: Plan, utc: datetime, zone: tzinfo) -> None:
        super().__init__(plan, utc, zone)
        self.places = {each.id: Place() for each in plan.reminders}
        self.absent: set[str] = set()
        self.gone = 0
        self.back_for = 0
        self.since_note = 10**6
        self.paused_until: datetime | None = None
        self.starts: list[datetime] = []
        self.shown: list[Reminder] = []
        self.shown_turn: Turn | None = None

    # ------------------------------------------------------------ what is allowed

    def allowed(self, reminder: Reminder) -> bool:
        """Whether day and hour are among the reminder's."""
        day = self.day(self.utc)
        if day == self.places[reminder.id].rests_on or not self.is_day(reminder, self.utc):
            return False
        if any(absence.first <= day <= absence.last for absence in self.plan.absences):
            return False
        week = self.plan.week.get(day.weekday())
        return (not reminder.between or self.within(reminder.between)) and (
            week is None or self.within(week)
        )

    # ------------------------------------------------------------ minutes go by

    def live(self) -> None:
        """A minute in which the computer is awake."""
        self.back_for += 1
        self.since_note += 1
        if not self.absent:
            for place in self.places.values():
                place.worked += 1
        self._minute()

    def sleep(self, minutes: int) -> None:
        """Minutes in which it is not; or the clock was set forward, which looks the same."""
        for _ in range(minutes):
            self._minute()
        if not self.absent:
            self._come_back(minutes)

    def _minute(self) -> None:
        self.utc += MINUTE
        if self.absent:
            self.gone += 1
        for place in self.places.values():
            if place.snooze is not None:
                place.snooze -= 1
        self._look_at_the_clock(self.utc)

    def _look_at_the_clock(self, utc: datetime) -> None:
        for reminder in self.plan.reminders:
            place = self.places[reminder.id]
            if place.turn and self.utc >= place.turn.ends:
                place.forget()
            for turn in [*self._clock_turns(reminder, utc), *self._meeting_turns(reminder)]:
                if turn.name not in place.had:
                    self._take(place, turn)

    def _take(self, place: Place, turn: Turn) -> None:
        if place.turn and place.turn.name == turn.name:
            return
        if place.turn and place.turn.since > turn.since:
            place.had.add(turn.name)
            return
        if place.turn and place.turn.name != CALL:
            place.had.add(place.turn.name)
        place.turn, place.snooze, place.snoozes = turn, None, 0

    def _clock_turns(self, reminder: Reminder, utc: datetime) -> list[Turn]:
        rhythm = reminder.rhythm
        if isinstance(rhythm, AtTimes) and set(self.clocks(utc)) & set(rhythm.times):
            ends = self.end_of_day(utc)
        elif (
            isinstance(rhythm, Before)
            and rhythm.event is Event.BEDTIME
            and self.plan.bedtime in self.clocks(bedtime := utc + timedelta(seconds=rhythm.seconds))
        ):
            ends = bedtime + timedelta(hours=2)
        else:
            return []
        return [Turn(utc, ends, f"{self.local(utc)}")] if self.is_day(reminder, utc) else []

    def _meeting_turns(self, reminder: Reminder) -> list[Turn]:
        rhythm = reminder.rhythm
        if not (isinstance(rhythm, Before) and rhythm.event is Event.MEETING):
            return []
        ahead = timedelta(seconds=rhythm.seconds)
        return [
            Turn(start - ahead, start, f"meeting {start}")
            for start in sorted(self.starts)
            if start - ahead <= self.utc < start
        ]

    # ------------------------------------------------------------ things happen

    def leave(self, why: str, minutes_ago: int) -> None:
        if not self.absent:
            self.gone = minutes_ago
        self.absent.add(why)
        if minutes_ago >= 5:
            self._rest()

    def come(self, why: str) -> None:
        self.absent.remove(why)
        if not self.absent:
            self._come_back(self.gone)

    def _come_back(self, away: int) -> None:
        self.back_for = 0
        if away >= 5:
            self._rest()
        for place in self.places.values():
            if place.turn:
                late = (self.utc - place.turn.since) // MINUTE
                if place.snooze is not None:
                    late = -place.snooze
                if late > 30 and away > 30:
                    place.forget()

    def _rest(self) -> None:
        for reminder in self.plan.reminders:
            if isinstance(reminder.rhythm, Every):
                place = self.places[reminder.id]
                place.worked, place.snooze, place.snoozes = 0, None, 0

    def play(self) -> None:
        self.back_for = 0
        self._rest()

    def end_call(self, minutes: int) -> None:
        for reminder in self.plan.reminders:
            if isinstance(reminder.rhythm, After) and minutes * 60 >= reminder.rhythm.seconds:
                ends = self.utc + 15 * MINUTE
                place = self.places[reminder.id]
                place.turn, place.snooze, place.snoozes = Turn(self.utc, ends, CALL), None, 0

    def meet(self, starts: Iterable[datetime]) -> None:
        self.starts = list(starts)
        for reminder in self.plan.reminders:
            place, rhythm = self.places[reminder.id], reminder.rhythm
            before_meetings = isinstance(rhythm, Before) and rhythm.event is Event.MEETING
            names = [f"meeting {start}" for start in self.starts]
            if before_meetings and place.turn and place.turn.name not in names:
                place.forget()
            for turn in self._meeting_turns(reminder):
                if turn.name not in place.had:
                    self._take(place, turn)

    def set_back(self, minutes: int) -> None:
        today = self.day(self.utc)
        if self.paused_until and self.paused_until - self.utc < timedelta(days=1):
            self.paused_until -= minutes * MINUTE
        self.utc -= minutes * MINUTE
        self.back_for = 0
        for place in self.places.values():
            if place.rests_on == today:
                place.rests_on = self.day(self.utc)
            if minutes >= 12 * 60:
                place.had.clear()
            if place.turn and place.turn.name == CALL:
                place.turn.since -= minutes * MINUTE
                place.turn.ends -= minutes * MINUTE
            elif place.turn and place.turn.since > self.utc and place.snooze is None:
                place.turn = None

    def travel(self, zone: tzinfo) -> None:
        self.zone = zone
        self.back_for = 0
        for reminder in self.plan.reminders:
            rhythm, place = reminder.rhythm, self.places[reminder.id]
            bedtime = isinstance(rhythm, Before) and rhythm.event is Event.BEDTIME
            if (isinstance(rhythm, AtTimes) or bedtime) and place.snooze is None:
                place.turn = None
            for ago in range(29, -1, -1):
                for turn in self._clock_turns(reminder, self.utc - ago * MINUTE):
                    if turn.name not in place.had:
                        self._take(place, turn)

    def use(self, plan: Plan) -> None:
        old = {each.id: each for each in self.plan.reminders}
        places = {}
        for reminder in plan.reminders:
            before = old.get(reminder.id)
            if before is None:
                places[reminder.id] = Place()
            elif before.rhythm == reminder.rhythm or (
                isinstance(before.rhythm, Every) and isinstance(reminder.rhythm, Every)
            ):
                places[reminder.id] = self.places[reminder.id]
            else:
                places[reminder.id] = Place(rests_on=self.places[reminder.id].rests_on)
        self.plan, self.places = plan, places
        self.meet(self.starts)

    # ------------------------------------------------------------ notes

    def is_due(self, reminder: Reminder) -> bool:
        place = self.places[reminder.id]
        if place.snooze is not None:
            ready = place.snooze <= 0
        elif isinstance(reminder.rhythm, Every):
            ready = place.worked * 60 >= reminder.rhythm.seconds
        else:
            ready = place.turn is not None
        return ready and self.allowed(reminder)

    def note(self, *, held: bool) -> list[Reminder]:
        paused = self.paused_until and self.utc < self.paused_until
        spaced = self.since_note * 60 >= self.plan.spacing
        if self.shown or self.absent or self.back_for < 2 or paused or not spaced:
            return []
        due = [each for each in self.plan.reminders if self.is_due(each)]
        if held or not due:
            return []
        due.sort(key=lambda each: -self.places[each.id].over)
        due.sort(key=importance, reverse=True)
        for reminder in due:
            place = self.places[reminder.id]
            if place.turn and place.turn.name != CALL:
                place.had.add(place.turn.name)
            if reminder is due[0]:
                self.shown_turn, place.over = place.turn, 0
            else:
                place.over, place.snoozes = place.over + 1, 0
            place.worked = 0
            place.forget()
        self.shown, self.since_note = due, 0
        return due

    def answer(self, answer: Answer, minutes: int) -> None:
        if not self.shown:
            return
        place = self.places.get(self.shown[0].id)
        self.shown = []
        if place is None:
            return
        if answer is Answer.NOT_TODAY:
            place.rests_on = self.day(self.utc)
        if answer is not Answer.LATER or place.snoozes == 3:
            place.snoozes = 0
            return
        place.snoozes += 1
        place.snooze = minutes
        place.turn = copy.copy(place.turn or self.shown_turn)
        if place.turn and place.turn.name == CALL:
            place.turn.ends = max(place.turn.ends, self.utc + (minutes + 15) * MINUTE)

    def pause(self, until: datetime | None) -> None:
        self.paused_until = until
        if until:
            self.shown = []

    # ------------------------------------------------------------ restarts

    def started_again(self, utc: datetime) -> "Reference":
        """What this one goes on as when the program starts again at ``utc``."""
        again = copy.copy(self)
        again.places = {
            name: replace(place, turn=copy.copy(place.turn), had=set(place.had))
            for name, place in self.places.items()
        }
        again.absent, again.shown, again.starts = set(), [], []
        minutes = (utc.astimezone(UTC) - self.utc) // MINUTE
        again.since_note += max(0, minutes)
        if minutes >= 0:
            again.sleep(minutes)
        else:
            again.set_back(-minutes)
        return again
