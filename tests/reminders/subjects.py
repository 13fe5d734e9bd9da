"""What a script is played to: the schedule, and the reference that knows nothing of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from desktop.reminders.memory import from_json, to_json
from desktop.reminders.plan import Plan
from desktop.reminders.schedule import Schedule
from desktop.reminders.showing import Answer
from tests.reminders.reference import Reference
from tests.reminders.world import PLANS, World, meetings, pause_end


class Subject(Protocol):
    """Something that can be asked when reminders come."""

    def wait(self, most: float) -> float:
        """Seconds until it wants to be looked at, at most so many."""
        ...

    def live(self, seconds: float) -> None:
        """So many seconds have gone by."""
        ...

    def decide(self) -> tuple[str, ...]:
        """The reminders of the note that comes now, the leading one first."""
        ...

    def answer(self, answer: Answer, minutes: int) -> None: ...

    def happen(self, what: str, value: int) -> None:
        """Something has happened; clock and zone of the world have changed already."""
        ...

    def save(self) -> None: ...
    def start_again(self) -> None: ...


class ScheduleSubject:
    """The schedule. It is looked at each ``step`` seconds, or, with 0, when it asks for it."""

    def __init__(self, world: World, plan: Plan, step: float = 0) -> None:
        self.world = world
        self.step = step
        self.plan = plan
        self.schedule = self._new()
        self.save()

    def _new(self) -> Schedule:
        return Schedule(self._local(), self.world.now)

    def _local(self) -> Plan:
        return replace(self.plan, localize=self.world.localize)

    def wait(self, most: float) -> float:
        look = self.step or self.schedule.next_look(self.world.now)
        return most if look is None else min(look, most)

    def live(self, seconds: float) -> None:
        """Nothing: it is told at its next look."""

    def decide(self) -> tuple[str, ...]:
        due = self.schedule.decide(self.world.now, self.world.holds)
        return tuple(each.id for each in due)

    def answer(self, answer: Answer, minutes: int) -> None:
        self.schedule.answer(self.world.now, answer, minutes)

    def save(self) -> None:
        self.saved = json.dumps(to_json(self.schedule.remember(self.world.now)))

    def start_again(self) -> None:
        memory = from_json(json.loads(self.saved))
        assert memory is not None
        self.schedule = self._new()
        self.schedule.recall(memory, self.world.now)

    def happen(self, what: str, value: int) -> None:
        schedule, now, world = self.schedule, self.world.now, self.world
        schedule.tick(now)
        happenings: dict[str, Callable[[], None]] = {
            "idle": lambda: schedule.idle(now, 300.0),
            "back": lambda: schedule.back(now),
            "lock": lambda: schedule.locked(now),
            "unlock": lambda: schedule.unlocked(now),
            "call": lambda: schedule.call_ended(now, value * 60.0),
            "play": lambda: schedule.routine_done(now),
            "meet": lambda: schedule.meetings(now, meetings(world, value)),
            "pause": lambda: schedule.pause(pause_end(world, value)),
            "resume": schedule.resume,
            "use": lambda: self._use(PLANS[value]),
        }
        if what in happenings:
            happenings[what]()

    def _use(self, plan: Plan) -> None:
        self.plan = plan
        self.schedule.use(self._local(), self.world.now)


class ReferenceSubject:
    """The reference, one minute after the other."""

    def __init__(self, world: World, plan: Plan) -> None:
        self.world = world
        self.model = Reference(plan, world.utc, world.tz)
        self.save()

    def wait(self, most: float) -> float:
        return min(60.0, most)

    def live(self, seconds: float) -> None:
        assert seconds == 60.0
        self.model.live()

    def decide(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.model.note(held=bool(self.world.holds)))

    def answer(self, answer: Answer, minutes: int) -> None:
        self.model.answer(answer, minutes)

    def save(self) -> None:
        self.saved = self.model.started_again(self.model.utc)
        self.saved.since_note = self.model.since_note

    def start_again(self) -> None:
        self.model = self.saved.started_again(self.world.utc)

    def happen(self, what: str, value: int) -> None:
        model, world = self.model, self.world
        happenings: dict[str, Callable[[], None]] = {
            "sleep": lambda: model.sleep(value),
            "set": lambda: model.sleep(value) if value > 0 else model.set_back(-value),
            "zone": lambda: model.travel(world.tz),
            "idle": lambda: model.leave("idle", 5),
            "back": lambda: model.come("idle"),
            "lock": lambda: model.leave("lock", 0),
            "unlock": lambda: model.come("lock"),
            "call": lambda: model.end_call(value),
            "play": model.play,
            "meet": lambda: model.meet(meetings(world, value)),
            "pause": lambda: model.pause(pause_end(world, value)),
            "resume": lambda: model.pause(None),
            "use": lambda: model.use(PLANS[value]),
        }
        happenings[what]()
