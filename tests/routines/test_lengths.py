"""How long a step takes: times, reps with a tempo, whole breaths of a pattern."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from routines.model import Cycles, PhaseName, Span, Unit
from routines.problems import Message
from tests.routines.texts import errors, timed


@pytest.mark.parametrize(
    ("step", "seconds"),
    [
        ("hold: A, for: 30s", 30.0),
        ("move: A, for: 1m", 60.0),
        ("move: A, reps: 8, tempo: 3-1-3-0", 56.0),
        ("move: A, reps: 3", 12.0),
        ("move: A, reps: 2, tempo: 0.5-0.5-1.5-0", 5.0),
        ("move: A, breaths: 6, pattern: 4-4", 48.0),
        ("move: A, breaths: 6", 60.0),
        ("breathe: A, breaths: 4, pattern: 4-7-8", 76.0),
        ("breathe: A, breaths: 5, pattern: 4-4-4-4", 80.0),
        ("breathe: A, breaths: 3, phases: [{in: 2s}, {in: 1s}, {out: 6s}]", 27.0),
        ("breathe: A, for: 2m", 120.0),
        ("breathe: A, for: 2m, pattern: 5.5-5.5", 121.0),
        ("breathe: A, for: 1s", 10.0),
        ("breathe: A, for: 20s, phases: [{in: 2s}, {out: 7s}]", 27.0),
        ("breathe: A, for: 5m, pattern: 4-7-8, most: 8", 152.0),
        ("breathe: A, breaths: 20, pattern: 4-7-8, most: 4", 76.0),
        ("breathe: A, for: 1m, most: 30", 60.0),
        ("notice: A, for: 1:30", 90.0),
        ("rest: 45s", 45.0),
        ("say: A, for: 8s", 8.0),
        ("say: A", 3.0),
    ],
)
def test_a_step_takes_as_long_as_it_says(step: str, seconds: float) -> None:
    assert timed(f"- {{{step}}}\n").length.seconds == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("words", "seconds"), [(1, 3.0), (7, 3.0), (8, 3.2), (25, 10.0), (75, 30.0)]
)
def test_a_say_lasts_as_long_as_saying_it_takes_but_3_s_at_least(
    words: int, seconds: float
) -> None:
    assert timed(f"- say: {'word ' * words}\n").length.seconds == pytest.approx(seconds)


def test_reps_and_breaths_are_told_apart() -> None:
    reps = timed("- {move: A, reps: 8}\n").length
    breaths = timed("- {breathe: A, breaths: 8, most: 9}\n").length
    assert isinstance(reps, Cycles)
    assert isinstance(breaths, Cycles)
    assert (reps.unit, reps.count, reps.most) == (Unit.REP, 8, None)
    assert (breaths.unit, breaths.count, breaths.most) == (Unit.BREATH, 8, 9)
    assert isinstance(timed("- {move: A, for: 8s}\n").length, Span)


def test_a_breath_may_be_written_in_its_parts() -> None:
    phases = "[{in: 2s}, {in: 1s, text: more}, {out: 6s}, {hold: 1s}]"
    length = timed(f"- {{breathe: A, breaths: 3, phases: {phases}}}\n").length
    assert isinstance(length, Cycles)
    assert [(phase.name, phase.seconds, phase.text) for phase in length.phases] == [
        (PhaseName.IN, 2.0, ""),
        (PhaseName.IN, 1.0, "more"),
        (PhaseName.OUT, 6.0, ""),
        (PhaseName.HOLD, 1.0, ""),
    ]


@given(st.integers(1, 600), st.integers(5, 120), st.integers(5, 120))
@example(3, 1, 2)
@example(27, 10, 17)
def test_a_time_of_breathing_is_rounded_up_to_whole_breaths(
    tenths: int, into: int, out: int
) -> None:
    step = timed(f"- {{breathe: A, for: {tenths / 10}s, pattern: {into / 10 + 0.5}-{out / 10}}}\n")
    assert isinstance(step.length, Cycles)
    breath = into + 5 + out  # in tenths of a second
    assert (step.length.count - 1) * breath < tenths <= step.length.count * breath


@pytest.mark.parametrize(
    ("step", "place"),
    [
        ("hold: A", (3, 4, Message.NO_LENGTH)),
        ("move: A", (3, 4, Message.NO_LENGTH)),
        ("breathe: A", (3, 4, Message.NO_LENGTH)),
        ("breathe: A, most: 5", (3, 4, Message.NO_LENGTH)),
        ("notice: A", (3, 4, Message.NO_LENGTH)),
        ("move: A, reps: 5, for: 5s", (3, 22, Message.TWO_LENGTHS)),
        ("move: A, for: 5s, reps: 5", (3, 22, Message.TWO_LENGTHS)),
        ("move: A, reps: 5, breaths: 5", (3, 22, Message.TWO_LENGTHS)),
        ("breathe: A, breaths: 5, for: 5s", (3, 28, Message.TWO_LENGTHS)),
        ("breathe: A, breaths: 5, pattern: 5-5, phases: [{in: 5s}]", (3, 42, Message.TWO_LENGTHS)),
        ("hold: A, for: 0s", (3, 18, Message.ZERO)),
        ("hold: A, for: -5s", (3, 18, Message.NEGATIVE)),
        ("hold: A, for: 1e9h", (3, 18, Message.BAD_DURATION)),
        ("say: A, for: 0s", (3, 17, Message.ZERO)),
        ("move: A, reps: 0", (3, 19, Message.ZERO)),
        ("move: A, reps: -1", (3, 19, Message.NEGATIVE)),
        ("move: A, reps: 8 times", (3, 19, Message.BAD_COUNT)),
        ("move: A, reps: 5, tempo: fast", (3, 29, Message.BAD_TEMPO)),
        ("move: A, reps: 5, tempo: 0-0-0-0", (3, 29, Message.ZERO)),
        ("breathe: A, breaths: 0", (3, 25, Message.ZERO)),
        ("breathe: A, breaths: 5, pattern: 0-0", (3, 37, Message.ZERO)),
        ("breathe: A, breaths: 5, most: 0", (3, 34, Message.ZERO)),
        ("breathe: A, breaths: 5, phases: []", (3, 36, Message.EMPTY_LIST)),
        ("breathe: A, breaths: 5, phases: 5-5", (3, 36, Message.WANTS_LIST)),
        ("breathe: A, breaths: 5, phases: [in]", (3, 37, Message.WANTS_KEYS)),
        ("breathe: A, breaths: 5, phases: [{in: 0s}]", (3, 42, Message.ZERO)),
        ("breathe: A, breaths: 5, phases: [{in: 2s, out: 2s}]", (3, 46, Message.PHASE_ONE_OF)),
        ("breathe: A, breaths: 5, phases: [{text: B}]", (3, 37, Message.PHASE_ONE_OF)),
        ("breathe: A, breaths: 5, phases: [{there: 2s}]", (3, 38, Message.UNKNOWN_KEY)),
        ("breathe: A, breaths: 5, phases: [{in: 0.000001s}]", (3, 36, Message.BAD_PATTERN)),
    ],
)
def test_a_wrong_length_is_told_at_its_place(step: str, place: tuple[int, int, Message]) -> None:
    assert place in errors(f"name: x\nsteps:\n- {{{step}}}\n")


def test_a_wrong_length_is_told_once() -> None:
    assert errors("name: x\nsteps:\n- {move: A, reps: 5, for: 5s, tempo: 1-0-1-0}\n") == [
        (3, 22, Message.TWO_LENGTHS)
    ]
    assert errors("name: x\nsteps:\n- {hold: A, for: never}\n") == [(3, 18, Message.BAD_DURATION)]
