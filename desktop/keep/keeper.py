"""Keeping one routine while it is played: the run, and what is answered in it. No Qt in here.

The window's player and the terminal's both use it. It writes when it is told to; how often is up to
them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from desktop.keep.answers import Answer, answer_id
from desktop.keep.history.model import (
    Answered,
    Ending,
    Entry,
    Kind,
    Rating,
    Record,
    Run,
    StepDone,
    When,
)
from desktop.words.steps import named
from routines.clock import Clock
from routines.model import Open, Routine, Verb
from routines.playback import OVER, Playback, State
from routines.tally import StopTally
from routines.timeline import Timeline

LEAST_SECONDS = 5.0
"""A run of less practice, without an answer, was opened by accident and is not kept."""

LONGEST_WAIT = 300.0
"""Seconds at a question that count as practice: whoever is longer there has gone away."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Where to: ``add`` and ``remove`` say whether the record could be kept."""

    add: Callable[[Record], bool]
    remove: Callable[[Record], bool]


class RunKeeper:
    """Keeps the run of ``routine`` that ``playback`` plays, ``minutes`` what it was fitted to.

    ``before`` is the run that is gone on with, if it is one: what was done then stays done.
    """

    def __init__(
        self,
        keep: Keep,
        clock: Clock,
        routine: Routine,
        playback: Playback,
        *,
        minutes: float = 0.0,
        before: Run | None = None,
    ) -> None:
        self._keep = keep
        self._clock = clock
        self._playback = playback
        self._before = dict(enumerate(before.steps)) if before else {}
        self._answered: dict[str, datetime] = {}
        self._titles = stop_titles(playback.timeline)
        self._run = before or Run(
            id=uuid4().hex,
            routine=routine.id,
            name=routine.name,
            began=clock.now(),
            planned=playback.timeline.seconds,
            minutes=minutes,
            tags=routine.tags,
        )
        self._goes_on = before is not None

    @property
    def run(self) -> Run:
        """The run as it was kept last."""
        return self._run

    def keep(self) -> bool:
        """Write down how far it has come; whether that could be kept."""
        steps = self._steps()
        done = sum(step.seconds for step in steps)
        self._run = replace(self._run, done=done, steps=steps, ending=self._ending())
        if self._is_accident():
            return self._keep.remove(self._run)
        return self._keep.add(self._run)

    def rate(self, scale: str, value: int, when: When) -> Rating:
        """Keep a rating before or after the routine; a new one takes the place of the old."""
        name = f"{when.value}:{scale}"
        rating = Rating(
            answer_id(self._run.id, name), self._clock.now(), scale, value, when, self._run.id
        )
        self._put(rating)
        return rating

    def forget_rating(self, scale: str, when: When) -> None:
        """The person took it back."""
        name = f"{when.value}:{scale}"
        self._drop(
            Rating(answer_id(self._run.id, name), self._clock.now(), scale, 0, when, self._run.id)
        )

    def answer(self, stop: int, step: Open, answer: Answer) -> None:
        """Keep what was answered at a stop, as it is now; None takes it back."""
        record = self._record(stop, step, answer)
        if record is None:
            return
        empty = answer is None or (isinstance(answer, str) and not answer.strip())
        (self._drop if empty else self._put)(record)

    # ------------------------------------------------------------ inside

    def _put(self, record: Record) -> None:
        is_first = not self._answered
        self._answered.setdefault(record.id, self._clock.now())
        if is_first:
            self.keep()  # what is answered belongs to a run, which must be there
        self._keep.add(record)

    def _drop(self, record: Record) -> None:
        if self._answered.pop(record.id, None) is not None or self._goes_on:
            self._keep.remove(record)

    def _record(self, stop: int, step: Open, answer: Answer) -> Record | None:
        now, own = self._clock.now(), answer_id(self._run.id, f"stop:{stop}")
        of_run = {"routine": self._run.routine, "run": self._run.id}
        match step.verb:
            case Verb.WRITE if step.keep:
                began = self._answered.get(own, now)
                return Entry(own, began, now, str(answer or ""), step.title, **of_run)
            case Verb.RATE if step.scale:
                value = answer if isinstance(answer, int) else 0
                when = self._when(stop, step.scale)
                return Rating(own, now, step.scale, value, when, self._run.id)
            case Verb.CHOOSE:
                chosen = (step.choices[answer],) if isinstance(answer, int) else ()
                return Answered(own, now, Kind.CHOICE, step.title, chosen, **of_run)
            case Verb.CHECK:
                ticked = answer if isinstance(answer, tuple) else ()
                items = tuple(step.items[each] for each in ticked)
                return Answered(own, now, Kind.CHECK, step.title, items, **of_run)
            case _:
                return None

    def _when(self, stop: int, scale: str) -> When:
        """A scale that is rated twice in a routine is rated before and after what lies between."""
        stops = sorted(
            {
                segment.stop
                for segment in self._playback.timeline.segments
                if isinstance(segment.step, Open) and segment.step.scale == scale
            }
        )
        if len(stops) < 2:
            return When.ALONE
        return {stops[0]: When.BEFORE, stops[-1]: When.AFTER}.get(stop, When.ALONE)

    def _steps(self) -> tuple[StepDone, ...]:
        """Up to the last stop that was reached; those that were passed over stand between."""
        now = {each.stop: each for each in self._playback.done_by_stop}
        last = max([*now, *self._before], default=-1)
        found = []
        for stop in range(last + 1):
            before, tally = self._before.get(stop), now.get(stop)
            seconds = (before.seconds if before else 0.0) + (_seconds(tally) if tally else 0.0)
            done = (tally is not None and tally.done) or (before is not None and not before.skipped)
            skipped = not done and (seconds < 1 or (tally is not None and tally.skipped))
            found.append(StepDone(self._titles[stop], round(seconds, 3), skipped))
        return tuple(found)

    def _ending(self) -> Ending:
        if self._playback.state is State.FINISHED:
            return Ending.FINISHED
        return Ending.ENDED if self._playback.state is State.ENDED else Ending.OPEN

    def _is_accident(self) -> bool:
        over = self._playback.state in OVER
        finished = self._run.ending is Ending.FINISHED
        nothing = not self._answered and not self._goes_on and not finished
        return over and nothing and self._run.done < LEAST_SECONDS


def _seconds(tally: StopTally) -> float:
    return tally.practised + min(tally.waited, LONGEST_WAIT)


def stop_titles(timeline: Timeline) -> tuple[str, ...]:
    """What each stop of a timeline is called, its side included."""
    titles: dict[int, str] = {}
    for segment in timeline.segments:
        if not segment.prepares:
            titles.setdefault(segment.stop, named(segment))
    return tuple(titles[stop] for stop in sorted(titles))
