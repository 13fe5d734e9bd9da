"""A day to try single rules on: things happen one after the other, and notes come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from desktop.reminders.plan import Absence, Plan
from desktop.reminders.schedule import Hold, Schedule
from desktop.reminders.showing import Answer
from routines.reminders.model import Reminder
from tests.reminders.scripts import Happening, Player, Reply
from tests.reminders.subjects import ScheduleSubject
from tests.reminders.world import BERLIN, World

LATER = Reply(0, Answer.LATER, 15)
SKIP = Reply(0, Answer.SKIP)
IGNORED = Reply(2, Answer.IGNORED)
UNANSWERED = Reply(10**6, Answer.SKIP)


class Day:
    """Begins on a Monday at nine, two minutes after somebody came.

    ``replies`` are how notes are answered, over and over; ignored, unless said otherwise.
    """

    def __init__(
        self,
        *reminders: Reminder,
        plan: Plan | None = None,
        start: str = "2026-03-02 09:00",
        tz: tzinfo = BERLIN,
        replies: Sequence[Reply] = (IGNORED,),
    ) -> None:
        begin = datetime.fromisoformat(start).replace(tzinfo=tz)
        self.world = World(begin, tz)
        self.subject = ScheduleSubject(self.world, plan or Plan(reminders))
        self.player = Player(self.world, self.subject, replies)

    @property
    def schedule(self) -> Schedule:
        return self.subject.schedule

    def coming(self) -> str:
        """What is said to come next, and when: "10:00 posture"."""
        coming = self.schedule.coming(self.world.now)
        assert coming is not None
        at = self.world.utc + timedelta(seconds=coming.seconds)
        return f"{at.astimezone(self.world.tz):%H:%M} {coming.reminder.id}"

    def stay(self, minutes: int) -> list[str]:
        """Somebody is there for so many minutes. The notes that come: "10:00 posture+move"."""
        return self.happen("live", after=minutes)

    def until(self, clock: str) -> list[str]:
        """Stay until the clock shows this, today, or on another day if one is given."""
        wall = self.world.now.wall
        text = clock if "-" in clock else f"{wall.date()} {clock}"
        end = datetime.fromisoformat(text).replace(tzinfo=self.world.tz)
        return self.stay(round((end - self.world.utc).total_seconds()) // 60)

    def happen(self, what: str, value: int = 0, after: int = 0) -> list[str]:
        """See ``Happening``. Gives the notes that came until then."""
        before = len(self.player.diary.notes)
        self.player.play([Happening(after, what, value)])
        return [
            f"{note.utc.astimezone(note.tz):%H:%M} {'+'.join(note.names)}"
            for note in self.player.diary.notes[before:]
        ]

    def hold(self, *holds: Hold) -> list[str]:
        """From now on these reasons to wait hold, and no others."""
        self.world.holds = frozenset(holds)
        return self.happen("live")

    def answer(self, answer: Answer, minutes: int = 0) -> list[str]:
        self.player.reply = None
        self.subject.answer(answer, minutes)
        return self.happen("live")

    def meet(self, *clocks: str) -> list[str]:
        """These are the meetings of the calendar now."""
        day = self.world.now.wall.date()
        starts = [datetime.fromisoformat(f"{day} {clock}") for clock in clocks]
        aware = tuple(start.replace(tzinfo=self.world.tz) for start in starts)
        self.schedule.meetings(self.world.now, aware)
        return self.happen("live")

    def use(self, *reminders: Reminder) -> list[str]:
        """These are the reminders now."""
        self.subject.plan = replace(self.subject.plan, reminders=reminders)
        plan = replace(self.subject.plan, localize=self.world.localize)
        self.schedule.use(plan, self.world.now)
        return self.happen("live")


def days_away(first: str, last: str) -> Absence:
    return Absence(date.fromisoformat(first), date.fromisoformat(last))
