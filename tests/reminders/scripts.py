"""A person's days as a script, and what becomes of them.

The same script is played to the schedule, looking only when it asks to be looked at, to the
schedule looking at it all the time, and to the reference.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from itertools import cycle

from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from tests.reminders.subjects import Subject
from tests.reminders.world import ZONES, World


@dataclass(frozen=True)
class Happening:
    """``after`` so many minutes, ``what``; the value is in minutes or a number of a choice."""

    after: int
    what: str
    value: int = 0


@dataclass(frozen=True)
class Reply:
    """How a note is answered, ``after`` so many minutes."""

    after: int
    answer: Answer
    minutes: int = 0


@dataclass
class Note:
    """``real`` are the seconds that have really gone by, ``back_for`` those since coming back."""

    utc: datetime
    names: tuple[str, ...]
    real: float
    back_for: float
    tz: tzinfo

    def __str__(self) -> str:
        return f"{self.utc:%m-%d %H:%M} {'+'.join(self.names)}"


@dataclass
class Diary:
    """The notes that came of a script."""

    notes: list[Note] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join(map(str, self.notes))


LEAVING = {"idle": "back", "lock": "unlock"}
"""Ways to be away, and how each ends."""

COMING = {coming: leaving for leaving, coming in LEAVING.items()}
ASLEEP = ("sleep", "off", "kill")
COMING_BACK = (*COMING, *ASLEEP, "set", "zone", "play")


class Player:
    """Plays a script to a subject."""

    def __init__(self, world: World, subject: Subject, replies: Sequence[Reply]) -> None:
        self.world = world
        self.subject = subject
        self.replies: Iterator[Reply] = cycle(replies or [Reply(2, Answer.IGNORED)])
        self.reply: tuple[float, Reply] | None = None
        self.absent: set[str] = set()
        self.diary = Diary()
        self.came_back = world.mono

    def play(self, script: Sequence[Happening]) -> Diary:
        for happening in script:
            self._live(happening.after * 60.0)
            self._happen(happening.what, happening.value)
            self._decide()
        return self.diary

    def _live(self, seconds: float) -> None:
        end = self.world.mono + seconds
        while self.world.mono < end:
            self._step(end)
            self._reply()
            self._decide()

    def _step(self, end: float) -> None:
        """On to the next look, the next answer, or the end, whatever is first."""
        world = self.world
        until = end if self.reply is None else min(end, self.reply[0])
        if until > world.mono:
            step = self.subject.wait(until - world.mono)
            world.mono += step
            world.utc += timedelta(seconds=step)
            self.subject.live(step)

    def _reply(self) -> None:
        if self.reply is not None and self.reply[0] <= self.world.mono:
            reply, self.reply = self.reply[1], None
            self.subject.answer(reply.answer, reply.minutes)
            self.subject.save()

    def _decide(self) -> None:
        names = self.subject.decide()
        if names:
            world, reply = self.world, next(self.replies)
            back_for = world.mono - self.came_back
            real = world.mono + world.asleep
            self.diary.notes.append(Note(world.utc, names, real, back_for, world.tz))
            self.reply = (world.mono + reply.after * 60.0, reply)
            self.subject.save()

    def _happen(self, what: str, value: int) -> None:
        if what in self.absent or (what in COMING and COMING[what] not in self.absent):
            return
        self._change_world(what, value)
        if what in ("off", "kill"):
            self._start_again()
        elif what not in ("hold", "live"):
            self.subject.happen(what, value)
            self.subject.save()

    def _change_world(self, what: str, value: int) -> None:
        world = self.world
        if what in LEAVING:
            self.absent.add(what)
        if what in COMING:
            self.absent.discard(COMING[what])
        if what == "off":
            self.subject.save()
        if what in ASLEEP:
            world.asleep += max(0, value) * 60.0
        if what in ASLEEP or what == "set":
            world.utc += timedelta(minutes=value)
        if what == "zone":
            world.tz = ZONES[value]
        if what == "hold":
            world.holds ^= {list(Hold)[value]}
        if what == "pause":
            self.reply = None
        if what in COMING_BACK:
            self.came_back = world.mono

    def _start_again(self) -> None:
        """The program starts again, and knows nothing but what it saved."""
        self.absent.clear()
        self.reply = None
        self.subject.start_again()
        self.subject.save()
