from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.keep.answers import answers_of
from desktop.keep.history.model import Ending, Kind, StepDone, When
from desktop.keep.history.store import History
from desktop.keep.keeper import Keep, RunKeeper
from routines.clock import ManualClock
from routines.lookup import Folders
from routines.model import Open, Routine
from routines.playback import Playback
from routines.reader import Reader
from routines.timeline import Place, timeline_of

ROUTINE = """
name: Look again
tags: [mind]
steps:
  - rate: How tense is it?
    as: tension
  - write: The thought
    keep: journal
  - write: What nobody needs to keep
    keep: nothing
  - hold: Rest the hands
    for: 20s
    lead_in: 0s
  - hold: Turn
    for: 10s
    lead_in: 0s
    switch: 5s
    sides: left-right
  - choose: Is it helpful?
    options: [yes, no]
  - check: Your desk
    items: [Feet, Screen]
  - rate: And now?
    as: tension
"""
RATE, THOUGHT, NOTHING, HOLD, LEFT, RIGHT, CHOOSE, CHECK, AGAIN = range(9)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def history(tmp_path: Path, clock: ManualClock) -> Iterator[History]:
    history = History(tmp_path / "history.sqlite", clock)
    yield history
    history.close()


@pytest.fixture
def routine(tmp_path: Path) -> Routine:
    path = tmp_path / "look-again.yaml"
    path.write_text(ROUTINE, encoding="utf-8")
    found = Reader(Folders(user=tmp_path)).read_file(path).routine
    assert found is not None
    return found


class Playing:
    """A routine that is played and kept."""

    def __init__(
        self, history: History, clock: ManualClock, routine: Routine, begin: int = 0
    ) -> None:
        self.clock, self.history, self.routine = clock, history, routine
        timeline = timeline_of(routine)
        self.playback = Playback(timeline, clock, begin=Place(timeline.stops[begin]))
        before = history.open_run() if begin else None
        keep = Keep(history.add, history.remove)
        self.keeper = RunKeeper(keep, clock, routine, self.playback, before=before)
        self.playback.play()

    def pass_(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.clock.advance(1)
            self.playback.tick()

    def answer(self, stop: int, answer: str | int | tuple[int, ...] | None) -> None:
        timeline = self.playback.timeline
        step = timeline.segments[timeline.stops[stop]].step
        assert isinstance(step, Open)
        self.keeper.answer(stop, step, answer)


@pytest.fixture
def playing(history: History, clock: ManualClock, routine: Routine) -> Playing:
    return Playing(history, clock, routine)


def test_what_was_done_is_there_step_by_step_before_its_end(playing: Playing) -> None:
    for _ in range(3):
        playing.playback.done()
    playing.pass_(25)
    playing.keeper.keep()
    run = playing.history.open_run()
    assert run is not None
    assert (run.routine, run.name, run.tags) == ("look-again", "Look again", ("mind",))
    assert run.ending is Ending.OPEN
    assert run.done == pytest.approx(25)
    assert run.steps[HOLD:] == (
        StepDone("Rest the hands", 20.0),
        StepDone("Turn, left side", 5.0),
    )


def test_a_run_ends_as_it_was_ended(playing: Playing) -> None:
    playing.playback.go_to(HOLD)
    playing.pass_(12)
    playing.playback.end()
    playing.keeper.keep()
    (run,) = playing.history.runs(steps=True)
    assert run.ending is Ending.ENDED
    assert [each.skipped for each in run.steps] == [True, True, True, False]


def test_a_routine_played_to_its_end_is_finished(playing: Playing) -> None:
    for _ in range(30):
        playing.playback.done()
        playing.playback.next()
    playing.keeper.keep()
    (run,) = playing.history.runs()
    assert run.ending is Ending.FINISHED


def test_one_opened_by_accident_leaves_nothing_behind(playing: Playing) -> None:
    playing.keeper.keep()
    assert playing.history.open_run() is not None
    playing.pass_(3)
    playing.playback.end()
    playing.keeper.keep()
    assert playing.history.runs() == ()


def test_an_answer_makes_even_a_short_run_worth_keeping(playing: Playing) -> None:
    playing.answer(THOUGHT, "Nobody will listen")
    playing.playback.end()
    playing.keeper.keep()
    (run,) = playing.history.runs()
    (entry,) = playing.history.entries()
    assert (entry.text, entry.prompt, entry.run) == ("Nobody will listen", "The thought", run.id)


def test_an_answer_that_changes_stays_one_and_keeps_its_moment(
    playing: Playing, clock: ManualClock
) -> None:
    began = clock.now()
    playing.answer(THOUGHT, "No")
    clock.advance(60)
    playing.answer(THOUGHT, "Nobody")
    (entry,) = playing.history.entries()
    assert (entry.text, entry.at) == ("Nobody", began)
    assert entry.changed == clock.now()


def test_an_answer_that_is_emptied_is_gone(playing: Playing) -> None:
    playing.answer(THOUGHT, "No")
    playing.answer(THOUGHT, "  ")
    assert playing.history.entries() == ()


def test_what_is_to_be_kept_nowhere_is_kept_nowhere(playing: Playing) -> None:
    playing.answer(NOTHING, "secret")
    playing.keeper.keep()
    assert playing.history.entries() == ()


def test_choices_and_ticks_are_kept_in_the_words_of_the_routine(playing: Playing) -> None:
    playing.answer(CHOOSE, 1)
    playing.answer(CHECK, (0, 1))
    choice, check = sorted(playing.history.answers(), key=lambda each: each.kind is Kind.CHECK)
    assert (choice.kind, choice.prompt, choice.answers) == (Kind.CHOICE, "Is it helpful?", ("no",))
    assert (check.kind, check.answers) == (Kind.CHECK, ("Feet", "Screen"))


def test_a_scale_that_is_rated_twice_is_rated_before_and_after(playing: Playing) -> None:
    playing.answer(RATE, 6)
    playing.answer(AGAIN, 4)
    found = {each.when: each.value for each in playing.history.ratings("tension")}
    assert found == {When.BEFORE: 6, When.AFTER: 4}


def test_a_rating_around_the_routine_belongs_to_its_run(playing: Playing) -> None:
    playing.keeper.rate("tension", 7, When.BEFORE)
    playing.keeper.rate("tension", 8, When.BEFORE)
    (rating,) = playing.history.ratings()
    assert (rating.value, rating.run) == (8, playing.keeper.run.id)
    playing.keeper.forget_rating("tension", When.BEFORE)
    assert playing.history.ratings() == ()


def test_a_night_at_a_question_is_no_practice(playing: Playing) -> None:
    playing.pass_(8 * 3600)
    playing.keeper.keep()
    run = playing.history.open_run()
    assert run is not None
    assert run.done == 300


def test_going_on_adds_to_the_run_that_was_left(
    history: History, clock: ManualClock, routine: Routine
) -> None:
    first = Playing(history, clock, routine)
    first.answer(THOUGHT, "No")
    first.playback.go_to(HOLD)
    first.pass_(8)
    first.keeper.keep()  # and then the machine dies
    second = Playing(history, clock, routine, begin=HOLD)
    second.pass_(20)
    second.playback.end()
    second.keeper.keep()
    (run,) = history.runs(steps=True)
    assert run.steps[HOLD].seconds == 28
    assert run.ending is Ending.ENDED
    assert len(history.entries()) == 1
    second.answer(THOUGHT, None)
    assert history.entries() == ()


def test_the_answers_before_a_crash_are_shown_again(playing: Playing) -> None:
    playing.answer(RATE, 6)
    playing.answer(THOUGHT, "Nobody will listen")
    playing.answer(CHOOSE, 1)
    playing.answer(CHECK, (1,))
    run, timeline = playing.keeper.run, playing.playback.timeline
    expected = {RATE: 6, THOUGHT: "Nobody will listen", CHOOSE: 1, CHECK: (1,)}
    assert answers_of(playing.history, run, timeline) == expected


def test_answers_of_another_run_are_not_shown(playing: Playing) -> None:
    playing.answer(THOUGHT, "Nobody will listen")
    other = Playing(playing.history, playing.clock, playing.routine)
    other.keeper.keep()
    assert answers_of(playing.history, other.keeper.run, other.playback.timeline) == {}


def test_a_choice_that_the_routine_offers_no_more_is_left_out(playing: Playing) -> None:
    playing.answer(CHOOSE, 1)
    steps = tuple(
        replace(step, choices=("maybe", "perhaps")) if isinstance(step, Open) else step
        for step in playing.routine.steps
    )
    timeline = timeline_of(replace(playing.routine, steps=steps))
    assert answers_of(playing.history, playing.keeper.run, timeline) == {}
