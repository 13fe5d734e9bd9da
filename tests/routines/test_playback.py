"""Playing: time that passes, what the person does, and what comes in between."""

import pytest

from routines.clock import ManualClock
from routines.cues import SignalKind
from routines.model import Routine
from routines.playback import RETURN_SECONDS, Playback, State
from routines.stopwatch import AWAY
from routines.timeline import Place, SegmentKind, timeline_of
from tests.routines.texts import steps

# Lead-in 0-5, left 5-25, switch 25-30, right 30-50, then B, an open step, then C 60-90.
TWO_SIDES = "- {hold: A, for: 20s, sides: left-right}\n"
EXAMPLE = f"{TWO_SIDES}- {{notice: B, for: 10s}}\n- wait: Ready?\n- {{notice: C, for: 30s}}\n"


class Played:
    """A playback with the clock that moves it, and all it has signalled."""

    def __init__(self, text: str = EXAMPLE, speed: float = 1.0) -> None:
        self.clock = ManualClock()
        made = Routine(id="this", name="x", steps=steps(text))
        self.playback = Playback(timeline_of(made), self.clock, speed=speed)
        self.heard: list[tuple[SignalKind, float]] = []

    def tick(self) -> list[tuple[SignalKind, float]]:
        """What one tick signals: kinds, and the moments in the timeline."""
        new = [(each.kind, each.segment.start + each.offset) for each in self.playback.tick()]
        self.heard += new
        return new

    def run(self, seconds: float, step: float = 0.25) -> None:
        """Let ``seconds`` pass with a tick every ``step``."""
        for _ in range(round(seconds / step)):
            self.clock.advance(step)
            self.tick()

    def jump(self, seconds: float) -> list[tuple[SignalKind, float]]:
        """Let ``seconds`` pass with only one tick at their end."""
        self.clock.advance(seconds)
        return self.tick()

    @property
    def at(self) -> float:
        return self.playback.elapsed

    @property
    def state(self) -> State:
        return self.playback.state


@pytest.fixture
def played() -> Played:
    """The example, begun."""
    begun = Played()
    begun.playback.play()
    begun.tick()
    return begun


# ---------------------------------------------------------------- time passes


def test_nothing_happens_before_it_plays() -> None:
    played = Played()
    played.run(30)
    assert (played.state, played.at, played.heard) == (State.READY, 0, [])


def test_it_plays_from_the_lead_in_to_the_end() -> None:
    played = Played(TWO_SIDES)
    played.playback.play()
    played.tick()
    played.run(49)
    assert (played.state, played.at) == (State.PLAYING, 49)
    played.run(1)
    assert (played.state, played.at) == (State.FINISHED, 50)
    assert played.heard == [
        (SignalKind.LEAD_IN, 0),
        (SignalKind.START, 5),
        (SignalKind.END, 25),
        (SignalKind.SWITCH, 25),
        (SignalKind.START, 30),
        (SignalKind.END, 50),
    ]


def test_time_is_computed_not_counted_in_ticks(played: Played) -> None:
    played.run(7, step=0.125)
    played.jump(0.4)
    assert played.at == pytest.approx(7.4)


def test_the_time_before_play_does_not_count() -> None:
    played = Played()
    played.clock.advance(5)
    played.playback.play()
    played.tick()
    assert played.at == 0


def test_an_open_step_waits_for_the_person(played: Played) -> None:
    played.run(100)
    assert (played.at, played.state) == (60, State.PLAYING)
    assert played.playback.waiting
    assert played.playback.segment.is_open
    assert played.playback.waited == pytest.approx(40)
    played.playback.done()
    played.tick()
    played.run(10)
    assert played.at == 70
    assert not played.playback.waiting


def test_an_open_step_asks_once(played: Played) -> None:
    played.run(100)
    assert played.heard.count((SignalKind.ASK, 60)) == 1


def test_after_the_end_nothing_moves_any_more() -> None:
    played = Played("- say: A\n")
    played.playback.play()
    played.run(10)
    before = (played.at, played.playback.place, played.playback.progress, list(played.heard))
    for command in ("play", "pause", "toggle", "next", "previous", "done", "end"):
        getattr(played.playback, command)()
        played.run(1)
    played.playback.seek(-10)
    after = (played.at, played.playback.place, played.playback.progress, played.heard)
    assert after == before
    assert played.state is State.FINISHED


def test_speed_lets_more_of_the_routine_pass() -> None:
    played = Played(TWO_SIDES, speed=8)
    played.playback.play()
    played.tick()
    played.run(5)
    assert played.at == 40
    played.run(1.25)
    assert played.state is State.FINISHED
    assert [moment for _, moment in played.heard] == [0, 5, 25, 25, 30, 50]


# ---------------------------------------------------------------- pausing and being away


def test_pause_keeps_the_place_for_an_hour(played: Played) -> None:
    played.run(10)
    played.playback.pause()
    played.jump(3600)
    assert (played.state, played.at) == (State.PAUSED, 10)
    played.playback.play()
    assert played.at == 10


def test_a_pause_between_two_ticks_keeps_the_place_to_the_moment(played: Played) -> None:
    played.run(10)
    played.clock.advance(0.125)
    played.playback.pause()
    played.run(5)
    assert played.at == 10.125


def test_going_on_begins_with_three_seconds_to_get_ready(played: Played) -> None:
    played.run(10)
    played.playback.pause()
    played.run(1)
    played.playback.play()
    assert (played.state, played.playback.return_left) == (State.RETURNING, RETURN_SECONDS)
    played.run(2)
    assert (played.at, played.playback.return_left) == (10, 1)
    played.run(1)
    assert (played.at, played.state, played.playback.return_left) == (10, State.PLAYING, 0)
    played.run(1)
    assert played.at == 11


def test_what_is_left_of_a_tick_after_the_return_counts(played: Played) -> None:
    played.playback.pause()
    played.playback.play()
    played.jump(3.4)
    assert played.at == pytest.approx(0.4)


def test_a_pause_within_the_return_begins_the_return_anew(played: Played) -> None:
    played.run(10)
    played.playback.pause()
    played.playback.play()
    played.run(2)
    played.playback.toggle()
    assert played.state is State.PAUSED
    played.playback.toggle()
    assert played.playback.return_left == RETURN_SECONDS
    assert played.at == 10


def test_an_open_step_needs_no_time_to_get_ready(played: Played) -> None:
    played.run(60)
    played.playback.pause()
    played.playback.play()
    assert (played.state, played.playback.waiting) == (State.PLAYING, True)


def test_nothing_is_heard_while_paused(played: Played) -> None:
    played.run(4)
    played.playback.pause()
    played.playback.next()
    assert played.jump(2) == []
    played.playback.play()
    assert played.tick() == [(SignalKind.SWITCH, 25)]


def test_suspend_keeps_the_place_and_leads_in_again(played: Played) -> None:
    """While a computer sleeps its monotonic clock stands still and the wall clock does not."""
    played.run(10)
    played.clock.set_wall(8 * 3600)
    assert played.jump(0.25) == []
    assert (played.at, played.state) == (10, State.RETURNING)
    played.run(4)
    assert played.at == 11


@pytest.mark.parametrize("seconds", [-3600, -2.5, 2.5, 3600])
def test_a_clock_that_is_set_keeps_the_place(played: Played, seconds: float) -> None:
    played.run(10)
    played.clock.set_wall(seconds)
    assert played.jump(0.25) == []
    assert (played.at, played.state) == (10, State.RETURNING)


@pytest.mark.parametrize("seconds", [-1.5, 0.5, 1.5])
def test_a_clock_that_is_adjusted_a_little_goes_unnoticed(played: Played, seconds: float) -> None:
    played.run(10)
    played.clock.set_wall(seconds)
    played.run(5)
    assert (played.at, played.state) == (15, State.PLAYING)


def test_a_program_that_was_stopped_goes_on_where_it_was(played: Played) -> None:
    played.run(10)
    assert played.jump(AWAY + 0.25) == []
    assert (played.at, played.state) == (10, State.RETURNING)


def test_being_away_at_an_open_step_or_in_a_pause_changes_nothing(played: Played) -> None:
    played.run(10)
    played.playback.pause()
    played.jump(3600)
    assert (played.at, played.state) == (10, State.PAUSED)
    played.playback.play()
    played.run(53)
    assert played.playback.waiting
    played.jump(3600)
    assert (played.at, played.state, played.playback.waiting) == (60, State.PLAYING, True)


def test_being_away_within_the_return_begins_the_return_anew(played: Played) -> None:
    played.playback.pause()
    played.playback.play()
    played.run(2)
    played.jump(60)
    assert played.playback.return_left == RETURN_SECONDS


# ---------------------------------------------------------------- late ticks


def test_a_late_tick_gives_only_the_newest(played: Played) -> None:
    played.run(4)
    assert played.jump(8) == [(SignalKind.START, 5)]
    played.run(12)
    assert played.jump(9) == [(SignalKind.START, 30)]
    assert played.at == 33


def test_what_belongs_to_the_newest_moment_stays_together(played: Played) -> None:
    played.run(24)
    assert played.jump(2) == [(SignalKind.END, 25), (SignalKind.SWITCH, 25)]


def test_a_tick_in_time_gives_all() -> None:
    played = Played("- {move: A, reps: 8, tempo: 0.25-0-0.25-0, lead_in: 0s}\n")
    played.playback.play()
    played.tick()
    assert played.jump(0.5) == [(SignalKind.PHASE, 0.25), (SignalKind.PHASE, 0.5)]
    assert played.jump(1.75) == [(SignalKind.PHASE, 2.25)]


def test_what_was_due_before_being_away_is_no_burst_either() -> None:
    played = Played()
    played.playback.play()
    played.playback.done()
    assert played.jump(3600) == [(SignalKind.START, 5)]


def test_a_late_tick_without_signals_does_not_silence_the_next(played: Played) -> None:
    assert played.jump(4.75) == []
    assert played.jump(0.25) == [(SignalKind.START, 5)]


@pytest.mark.parametrize("step", [0.05, 0.1, 0.3, 1 / 7, 1 / 30, 1 / 60])
def test_no_signal_comes_twice_at_the_edge_of_a_tick(step: float) -> None:
    """Parts of a second do not add up to whole ones exactly."""
    played = Played("- {hold: A, for: 30s, cues: {3s: B, 7s: C, 21s: D}, lead_in: 0s}\n")
    played.playback.play()
    played.tick()
    played.run(30.5, step)
    assert [round(moment, 6) for _, moment in played.heard] == [0, 3, 7, 21, 30]


# ---------------------------------------------------------------- next, previous, done


def test_next_goes_to_the_other_side_then_to_the_next_step(played: Played) -> None:
    places = []
    for _ in range(4):
        played.playback.next()
        places.append((played.playback.segment.kind, played.at))
    assert places == [
        (SegmentKind.SWITCH, 25),
        (SegmentKind.WORK, 50),
        (SegmentKind.OPEN, 60),
        (SegmentKind.WORK, 60),
    ]
    played.playback.next()
    assert played.state is State.FINISHED
    assert played.playback.progress.skipped == 5


def test_next_is_signalled_at_once_and_what_was_due_is_not(played: Played) -> None:
    played.run(4.75)
    played.clock.advance(0.25)
    played.playback.next()
    assert played.tick() == [(SignalKind.SWITCH, 25)]


def test_previous_goes_back_to_the_beginning_then_to_the_step_before(played: Played) -> None:
    played.run(40)
    played.playback.previous()
    assert played.at == 25
    played.run(3)
    played.playback.previous()
    assert played.at == 0
    played.playback.previous()
    assert played.at == 0


def test_previous_counts_its_seconds_by_the_clock_of_the_person() -> None:
    played = Played(TWO_SIDES, speed=8)
    played.playback.play()
    played.run(6)  # 48 s of the routine, 23 s or 2.9 s of the clock since the switch
    played.playback.previous()
    assert played.at == 0


def test_done_cuts_a_lead_in_short(played: Played) -> None:
    played.run(2)
    played.playback.done()
    assert (played.at, played.playback.segment.kind) == (5, SegmentKind.WORK)
    assert played.tick() == [(SignalKind.START, 5)]


def test_done_ends_the_last_step() -> None:
    played = Played("- wait: A\n")
    played.playback.play()
    played.playback.done()
    assert played.state is State.FINISHED
    assert (played.playback.progress.done, played.playback.progress.skipped) == (1, 0)


def test_end_is_for_good_and_keeps_what_was_done(played: Played) -> None:
    played.run(35)
    played.playback.end()
    assert played.state is State.ENDED
    played.run(5)
    assert played.at == 35
    assert played.playback.progress.practised == 25
    assert played.playback.progress.done == 1


def test_go_to_jumps_over_open_steps(played: Played) -> None:
    last = len(played.playback.timeline.stops) - 1
    played.playback.go_to(last)
    assert (played.at, played.playback.segment.step.title) == (60, "C")
    played.playback.go_to(last + 1)
    played.playback.go_to(-1)
    assert played.playback.segment.step.title == "C"


# ---------------------------------------------------------------- seeking


def test_seeking_moves_by_seconds_and_stays_within_the_whole(played: Played) -> None:
    played.playback.seek(10)
    assert played.at == 10
    played.playback.seek(-4)
    assert played.at == 6
    played.playback.seek(-60)
    assert played.at == 0


def test_seeking_forth_stops_at_an_open_step(played: Played) -> None:
    played.playback.seek(85)
    assert (played.at, played.playback.waiting) == (60, True)
    assert played.tick() == [(SignalKind.ASK, 60)]
    played.playback.seek(10)
    assert played.playback.waiting


def test_seeking_back_passes_an_open_step(played: Played) -> None:
    played.run(60)
    played.playback.done()
    played.run(5)
    played.playback.seek(-10)
    assert (played.at, played.playback.segment.step.title) == (55, "B")


def test_seeking_back_never_goes_on() -> None:
    played = Played("- wait: A\n- wait: B\n- {notice: C, for: 10s}\n")
    played.playback.play()
    played.playback.seek(-10)
    assert played.playback.place == Place(0)
    played.playback.done()
    played.playback.seek(-10)
    assert played.playback.place.index <= 1


def test_seeking_to_the_end_finishes_at_the_next_tick() -> None:
    played = Played(TWO_SIDES)
    played.playback.play()
    played.playback.seek(999)
    assert played.at == 50
    played.run(0.25)
    assert played.state is State.FINISHED


def test_seeking_while_paused_stays_paused(played: Played) -> None:
    played.playback.pause()
    played.playback.seek(20)
    played.run(5)
    assert (played.at, played.state) == (20, State.PAUSED)


def test_what_was_jumped_over_is_not_heard(played: Played) -> None:
    played.playback.seek(29)
    assert played.jump(0.25) == []
    assert played.jump(1) == [(SignalKind.START, 30)]


# ---------------------------------------------------------------- before it plays


def test_a_place_can_be_chosen_before_it_plays() -> None:
    played = Played()
    played.playback.next()
    assert played.tick() == []
    played.playback.play()
    assert played.tick() == [(SignalKind.SWITCH, 25)]


def test_going_on_in_the_middle_of_a_step_does_not_begin_it_anew() -> None:
    played = Played()
    played.playback.seek(40)
    played.playback.play()
    assert played.tick() == []
    played.run(10)
    assert played.heard == [(SignalKind.END, 50), (SignalKind.START, 50)]


# ---------------------------------------------------------------- what was done


def test_only_work_counts_as_practice(played: Played) -> None:
    played.run(70)
    assert played.playback.progress.practised == 20 + 20 + 10


def test_stops_are_done_or_skipped(played: Played) -> None:
    played.run(26)
    played.playback.next()
    played.run(10)
    progress = played.playback.progress
    assert (progress.done, progress.skipped, progress.stops) == (2, 1, 5)


def test_a_step_that_was_skipped_and_done_later_counts_as_done(played: Played) -> None:
    played.playback.next()
    played.playback.previous()
    played.run(26)
    assert (played.playback.progress.done, played.playback.progress.skipped) == (1, 0)


def test_a_step_that_was_done_stays_done_when_it_is_skipped_later(played: Played) -> None:
    played.run(26)
    played.playback.previous()
    played.playback.next()
    assert (played.playback.progress.done, played.playback.progress.skipped) == (1, 0)
