"""What holds for every routine and for everything that anyone does while it plays."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routines.clock import ManualClock
from routines.cues import Signal, signals_of
from routines.model import Routine
from routines.playback import LATE, OVER, RETURN_SECONDS, Playback, State
from routines.timeline import SegmentKind, Timeline, timeline_of
from tests.routines.generated import routines

TICKS = st.lists(st.floats(0.01, LATE - 0.01), min_size=1, max_size=20)


class Heard(NamedTuple):
    """A signal, told by what it is and where it belongs."""

    segment: float
    offset: float
    kind: str
    text: str
    number: int


def told(signals: tuple[Signal, ...]) -> list[Heard]:
    return [
        Heard(each.segment.start, each.offset, each.kind.name, each.text, each.number)
        for each in signals
    ]


def played_with(line: Timeline, ticks: list[float], until: float) -> tuple[Playback, list[Heard]]:
    """A playback that has been played for ``until`` seconds in ticks of these lengths, again and
    again, and all it has signalled. Open steps are answered at once.
    """
    clock = ManualClock()
    playback = Playback(line, clock)
    playback.play()
    heard = told(playback.tick())
    left, number = until, 0
    while left > 0 and playback.state is State.PLAYING:
        tick = min(left, ticks[number % len(ticks)])
        clock.advance(tick)
        heard += told(playback.tick())
        while playback.waiting:
            playback.done()
            heard += told(playback.tick())
        left, number = left - tick, number + 1
    return playback, heard


@given(routines(opens=False), TICKS, st.floats(0, 1))
@settings(max_examples=50)
def test_playing_to_a_moment_and_seeking_to_it_lead_to_the_same_place(
    made: Routine, ticks: list[float], share: float
) -> None:
    line = timeline_of(made)
    until = share * min(line.seconds, 120.0)
    played, _ = played_with(line, ticks, until)
    place = line.at(until)
    assert played.elapsed == pytest.approx(until, abs=1e-6)
    at_edge = min(place.offset, line.segments[place.index].seconds - place.offset) < 1e-6
    if not at_edge:
        assert played.place.index == place.index
        assert played.place.offset == pytest.approx(place.offset, abs=1e-6)
    sought = Playback(line, ManualClock())
    sought.play()
    sought.seek(until)
    assert sought.elapsed == pytest.approx(played.elapsed, abs=1e-6)


def everything(line: Timeline) -> list[Heard]:
    return [each for segment in line.segments for each in told(signals_of(segment))]


@given(routines(), TICKS)
@settings(max_examples=40)
def test_every_signal_comes_once_and_in_order_whatever_the_ticks(
    made: Routine, ticks: list[float]
) -> None:
    line = timeline_of(made)
    if line.seconds < 400:
        _, heard = played_with(line, ticks, line.seconds + 5)
        assert heard == everything(line)


@given(routines(), st.lists(st.floats(0.01, 9.9), min_size=1, max_size=10))
@settings(max_examples=40)
def test_late_ticks_lose_signals_but_never_make_or_move_any(
    made: Routine, ticks: list[float]
) -> None:
    line = timeline_of(made)
    played, heard = played_with(line, ticks, line.seconds + 10)
    left = everything(line)
    for each in heard:
        assert each in left
        del left[: left.index(each) + 1]
    if not any(segment.is_open for segment in line.segments):
        assert played.state is State.FINISHED


Command = Callable[[Playback, ManualClock], object]

COMMANDS: st.SearchStrategy[tuple[str, Command]] = st.one_of(
    st.floats(0.0, 12).map(
        lambda passed: (f"wait {passed}", lambda _, clock: clock.advance(passed))
    ),
    st.sampled_from([3.0, 3600.0, -3600.0]).map(
        lambda moved: (f"set the clock by {moved}", lambda _, clock: clock.set_wall(moved))
    ),
    st.floats(-40, 40).map(
        lambda moved: (f"seek {moved}", lambda playback, _: playback.seek(moved))
    ),
    st.integers(-1, 9).map(
        lambda stop: (f"go to {stop}", lambda playback, _: playback.go_to(stop))
    ),
    st.sampled_from(["play", "pause", "toggle", "next", "previous", "done", "tick", "tick"]).map(
        lambda name: (name, lambda playback, _: getattr(playback, name)())
    ),
)


def check_invariants(playback: Playback) -> None:
    line, place, progress = playback.timeline, playback.place, playback.progress
    assert 0 <= place.index < len(line.segments)
    assert 0 <= place.offset <= line.segments[place.index].seconds
    assert 0 <= playback.elapsed <= line.seconds
    assert 0 <= playback.return_left <= RETURN_SECONDS
    assert playback.return_left == 0 or playback.state is State.RETURNING
    assert progress.stops == len(line.stops)
    assert progress.done >= 0
    assert progress.skipped >= 0
    assert progress.done + progress.skipped <= progress.stops
    assert playback.waited >= 0
    assert not (playback.waiting and playback.state in OVER)


@given(routines(), st.lists(COMMANDS, max_size=30), st.sampled_from([1.0, 8.0]))
@settings(max_examples=100)
def test_whatever_anyone_does_the_place_is_one_of_the_timeline(
    made: Routine, commands: list[tuple[str, Command]], speed: float
) -> None:
    line, clock = timeline_of(made), ManualClock()
    playback = Playback(line, clock, speed=speed)
    practised = 0.0
    for _, command in commands:
        state, place = playback.state, playback.place
        command(playback, clock)
        check_invariants(playback)
        assert playback.progress.practised >= practised
        practised = playback.progress.practised
        if state in OVER:
            assert (playback.state, playback.place) == (state, place)


@given(routines(), st.lists(COMMANDS, max_size=15), st.lists(st.floats(0.01, 100), max_size=10))
@settings(max_examples=50)
def test_nothing_moves_and_nothing_is_heard_in_a_pause(
    made: Routine, commands: list[tuple[str, Command]], waits: list[float]
) -> None:
    clock = ManualClock()
    playback = Playback(timeline_of(made), clock)
    for _, command in commands:
        command(playback, clock)
    playback.play()
    playback.pause()
    place, practised = playback.place, playback.progress.practised
    for wait in waits:
        clock.advance(wait)
        assert playback.tick() == () or playback.state in OVER
    assert (playback.place, playback.progress.practised) == (place, practised)


@given(routines(), st.lists(COMMANDS, max_size=20), st.floats(LATE + 0.01, 9.9))
@settings(max_examples=50)
def test_a_late_tick_never_gives_more_than_one_moment(
    made: Routine, commands: list[tuple[str, Command]], late: float
) -> None:
    clock = ManualClock()
    playback = Playback(timeline_of(made), clock)
    playback.play()
    for _, command in commands:
        command(playback, clock)
    clock.advance(late)
    moments = {round(each.segment.start + each.offset, 6) for each in playback.tick()}
    assert len(moments) <= 1


@given(routines(), st.lists(COMMANDS, max_size=20), st.floats(-50, 0))
@settings(max_examples=50)
def test_seeking_back_never_leads_forth(
    made: Routine, commands: list[tuple[str, Command]], seconds: float
) -> None:
    clock = ManualClock()
    playback = Playback(timeline_of(made), clock)
    playback.play()
    for _, command in commands:
        command(playback, clock)
    playback.tick()
    index, elapsed = playback.place.index, playback.elapsed
    playback.seek(seconds)
    assert playback.elapsed <= elapsed + 1e-9
    assert playback.place.index <= index


@given(routines(opens=False))
@settings(max_examples=30)
def test_all_the_work_of_a_routine_is_practised_when_it_is_played_through(made: Routine) -> None:
    line = timeline_of(made)
    played, _ = played_with(line, [9.0], line.seconds + 9)
    work = sum(each.seconds for each in line.segments if each.kind is SegmentKind.WORK)
    assert played.state is State.FINISHED
    assert played.progress.practised == pytest.approx(work)
    assert played.progress.done == len(line.stops)
