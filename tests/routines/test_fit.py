"""Fitting a routine to the time somebody has: what changes, what never does, what is left out."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from routines.checks import check_breath_holding
from routines.duration import step_seconds, total_seconds
from routines.findings import Findings
from routines.fit import LONGEST_HOLD, LONGEST_SHARE, SHORTEST_SHARE, Fitting, fit
from routines.lookup import LIBRARY
from routines.model import (
    Cycles,
    Item,
    Open,
    Phase,
    PhaseName,
    Repeat,
    Routine,
    Span,
    Timed,
    Unit,
    Verb,
    leaves,
)
from routines.reader import Reader
from tests.routines.generated import routines
from tests.routines.texts import steps


def made(text: str) -> Routine:
    return Routine(id="this", name="x", steps=steps(text))


def lengths(fitting: Fitting) -> list[float]:
    """Seconds of each timed step, one side of it, to the millisecond."""
    return [
        round(step.length.seconds, 3)
        for step in leaves(fitting.routine.steps)
        if isinstance(step, Timed)
    ]


def held_too_long(items: tuple[Item, ...]) -> int:
    """How many warnings of breath-holding ``items`` have."""
    findings = Findings([])
    check_breath_holding(items, findings)
    return len(findings.sorted())


# ---------------------------------------------------------------- what is scaled


def test_holds_notices_and_free_moves_become_shorter_by_the_same_share() -> None:
    routine = made("""
        - {hold: A, for: 50s, lead_in: 0s}
        - {notice: B, for: 100s}
        - {move: C, for: 150s, lead_in: 0s}
    """)
    fitting = fit(routine, 150)
    assert lengths(fitting) == [25, 50, 75]
    assert fitting.seconds == pytest.approx(150)
    assert (fitting.wanted, fitting.left_out) == (150, ())


def test_breaths_are_scaled_in_whole_ones_and_the_rest_takes_up_what_is_left() -> None:
    routine = made("- {breathe: A, breaths: 12, lead_in: 0s}\n- {notice: B, for: 60s}\n")
    fitting = fit(routine, 95)
    breathe, notice = leaves(fitting.routine.steps)
    assert isinstance(breathe, Timed)
    assert isinstance(breathe.length, Cycles)
    assert breathe.length.seconds == breathe.length.count * 10
    assert fitting.seconds == pytest.approx(95)
    assert isinstance(notice, Timed)


def test_rounds_are_scaled_in_whole_ones() -> None:
    routine = made("- {repeat: 4, rest: 10s, steps: [{move: A, reps: 5, lead_in: 0s}]}\n")
    group = fit(routine, 60).routine.steps[0]
    assert isinstance(group, Repeat)
    assert group.count == 2
    more = fit(routine, 9999).routine.steps[0]
    assert isinstance(more, Repeat)
    assert more.count == 8


def test_lead_ins_reps_rests_switches_and_words_keep_their_length() -> None:
    routine = made("""
        - {move: A, reps: 5, sides: left-right}
        - {rest: 20s}
        - {say: B, for: 9s}
        - {hold: C, for: 50s}
    """)
    assert lengths(fit(routine, 110)) == [20, 20, 9, 110 - (5 + 20 + 5 + 20) - 20 - 9 - 5]


def test_fixed_steps_and_fixed_rounds_keep_their_length() -> None:
    routine = made("""
        - {notice: A, for: 60s, fixed: yes}
        - {repeat: 3, fixed: yes, steps: [{notice: B, for: 20s}]}
        - {notice: C, for: 100s}
    """)
    fitting = fit(routine, 170)
    assert fitting.routine.steps[:2] == routine.steps[:2]
    assert fitting.seconds == pytest.approx(170)


def test_nothing_becomes_longer_than_its_limits() -> None:
    routine = made("""
        - {hold: A, for: 30s}
        - {hold: B, for: 90s}
        - {notice: C, for: 20s}
        - {breathe: D, breaths: 5}
    """)
    fitting = fit(routine, 3600)
    assert lengths(fitting) == [LONGEST_HOLD, 90, 60, 150]
    assert fitting.seconds == fitting.longest < 3600


def test_nothing_becomes_shorter_than_its_limits() -> None:
    routine = made("""
        - {notice: A, for: 8s}
        - {notice: B, for: 20s}
        - {notice: C, for: 100s}
        - {breathe: D, breaths: 5, lead_in: 0s}
    """)
    shortest = 8 + 10 + 40 + 30
    fitting = fit(routine, shortest)
    assert lengths(fitting) == [8, 10, 40, 30]
    assert (fitting.shortest, fitting.left_out) == (shortest, ())


# ---------------------------------------------------------------- breath-holding

HELD = "breathe: A, pattern: 4-7-8, lead_in: 0s"


@pytest.mark.parametrize(
    "text",
    [
        f"- {{{HELD}, breaths: 4}}\n",
        f"- {{{HELD}, breaths: 4}}\n- {{{HELD}, breaths: 4}}\n",
        f"- {{repeat: 2, steps: [{{{HELD}, breaths: 4}}]}}\n",
        f"- {{repeat: 2, rest: 5s, steps: [{{{HELD}, breaths: 8}}]}}\n",
        f"- {{repeat: 2, steps: [{{{HELD}, breaths: 2}}, {{{HELD}, breaths: 2}}]}}\n",
        "- {breathe: A, pattern: 4-4-4-4, breaths: 5}\n" * 3,
    ],
)
@pytest.mark.parametrize("seconds", [60, 300, 3600])
def test_more_time_never_means_more_held_breaths_than_the_method_allows(
    text: str, seconds: float
) -> None:
    assert held_too_long(fit(made(text), seconds).routine.steps) == 0


def test_a_method_may_be_done_up_to_its_limit() -> None:
    assert lengths(fit(made(f"- {{{HELD}, breaths: 4}}\n"), 3600)) == [8 * 19]
    assert lengths(fit(made(f"- {{{HELD}, for: 60s, most: 5}}\n"), 3600)) == [5 * 19]


def test_what_keeps_held_breaths_apart_is_not_left_out() -> None:
    held = f"- {{{HELD}, breaths: 8, fixed: yes}}\n"
    routine = made(
        f"- say: A\n{held}- {{hold: B, for: 20s}}\n{held}- {{notice: C, for: 400s}}\n- say: D\n"
    )
    fitting = fit(routine, 60)
    assert held_too_long(fitting.routine.steps) == 0
    assert fitting.left_out == ()


# ---------------------------------------------------------------- what is left out


def test_too_little_time_leaves_out_as_little_as_will_do() -> None:
    routine = made("""
        - {notice: Settle, for: 10s}
        - {move: Small, reps: 3, lead_in: 0s}
        - {move: Middle, reps: 5, lead_in: 0s}
        - {move: Heart, reps: 10, lead_in: 0s}
        - {notice: Close, for: 10s}
    """)
    assert fit(routine, 92).left_out == ()
    assert fit(routine, 90).left_out == ("Small",)
    assert fit(routine, 75).left_out == ("Middle",)
    assert fit(routine, 65).left_out == ("Small", "Middle")
    assert fit(routine, 45).left_out == ("Settle", "Small", "Middle", "Close")


def test_the_longest_step_stays_however_little_time_there_is() -> None:
    routine = made("- {hold: A, for: 20s}\n- {notice: B, for: 100s}\n- {hold: C, for: 20s}\n")
    fitting = fit(routine, 1)
    assert [step.title for step in leaves(fitting.routine.steps)] == ["B"]
    assert fitting.left_out == ("A", "C")
    assert fitting.seconds == 40 > fitting.wanted


def test_open_steps_words_and_rests_are_never_left_out() -> None:
    routine = made("""
        - say: A
        - wait: B
        - {rest: 10s}
        - {hold: C, for: 20s}
        - {hold: D, for: 40s}
    """)
    titles = [step.title for step in leaves(fit(routine, 1).routine.steps)]
    assert titles == ["A", "B", "", "D"]


def test_a_repeat_that_is_left_empty_goes_with_its_step() -> None:
    routine = made("""
        - {repeat: 3, rest: 10s, steps: [{hold: A, for: 20s}, {rest: 5s}]}
        - {repeat: 2, steps: [{rest: 7s}]}
        - {notice: B, for: 100s}
    """)
    fitting = fit(routine, 60)
    assert fitting.left_out == ("A",)
    assert [step.title for step in leaves(fitting.routine.steps)] == ["", "B"]


def test_a_step_done_in_many_rounds_is_left_out_of_all_of_them() -> None:
    routine = made("""
        - {repeat: 3, fixed: yes, steps: [{say: X}, {notice: Y, for: 40s, fixed: yes}]}
        - {repeat: 2, steps: [{say: Z}, {move: A, reps: 5}]}
    """)
    fitting = fit(routine, 1)
    assert fitting.left_out == ("A",)


def test_a_routine_that_only_waits_has_nothing_to_fit() -> None:
    routine = made("- wait: A\n- write: B\n")
    fitting = fit(routine, 60)
    assert (fitting.routine, fitting.seconds, fitting.left_out) == (routine, 0, ())


def test_fitting_a_long_routine_does_not_take_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What grows is counted here, since time says little on a busy machine."""
    calls = 0
    real = step_seconds

    def counting(step: Timed | Open) -> float:
        nonlocal calls
        calls += 1
        return real(step)

    for module in ("routines.fit", "routines.duration"):
        monkeypatch.setattr(f"{module}.step_seconds", counting)
    routine = made("".join(f"- {{hold: A{n}, for: {10 + n % 9}s}}\n" for n in range(300)))
    assert len(fit(routine, 60).left_out) > 290
    assert calls < 300 * 300 * 2


# ---------------------------------------------------------------- any routine


def by_line(items: tuple[Item, ...]) -> dict[int, Timed | Open]:
    return {step.line: step for step in leaves(items)}


def can_go(step: Timed | Open) -> bool:
    return isinstance(step, Timed) and step.verb not in (Verb.SAY, Verb.REST)


WANTED = st.integers(5, 3600).map(float)


@given(routines(), WANTED)
@settings(max_examples=50)
def test_a_fitted_routine_is_never_longer_than_wanted_unless_it_cannot_be_shorter(
    routine: Routine, wanted: float
) -> None:
    fitting = fit(routine, wanted)
    assert fitting.seconds == pytest.approx(total_seconds(fitting.routine.steps))
    if fitting.seconds > wanted + 1e-6:
        assert fitting.seconds == pytest.approx(fit(routine, 0).seconds)
    assert fitting.shortest <= total_seconds(routine.steps) + 1e-6
    assert fitting.longest >= total_seconds(routine.steps) - 1e-6
    if not fitting.left_out:
        assert fitting.shortest - 1e-6 <= fitting.seconds <= fitting.longest + 1e-6


@given(routines(), WANTED)
@settings(max_examples=50)
def test_fitting_changes_lengths_within_limits_and_nothing_else(
    routine: Routine, wanted: float
) -> None:
    before, after = by_line(routine.steps), by_line(fit(routine, wanted).routine.steps)
    assert list(after) == [line for line in before if line in after]
    for line, step in after.items():
        old = before[line]
        if not (isinstance(step, Timed) and isinstance(old, Timed)):
            assert step == old
            continue
        assert replace(step, length=old.length) == old
        if isinstance(step.length, Cycles) and isinstance(old.length, Cycles):
            assert replace(step.length, count=old.length.count) == old.length
            if step.length.unit is Unit.REP:
                assert step.length == old.length
        share = step.length.seconds / old.length.seconds
        assert share <= LONGEST_SHARE + 1e-9
        assert share >= min(SHORTEST_SHARE, 1) - 0.21  # whole breaths are rounded
        if step.verb is Verb.HOLD and step.length != old.length:
            assert step.length.seconds <= max(LONGEST_HOLD, old.length.seconds) + 1e-9


@given(routines(), WANTED)
@settings(max_examples=50)
def test_fixed_steps_and_the_longest_one_are_always_kept(routine: Routine, wanted: float) -> None:
    after = by_line(fit(routine, wanted).routine.steps)
    some = [step for step in leaves(routine.steps) if isinstance(step, Timed) and can_go(step)]
    if some:
        longest = max(map(step_seconds, some))
        assert any(step.line in after for step in some if step_seconds(step) == longest)
    for step in leaves(routine.steps):
        if step.fixed or isinstance(step, Open):
            assert after[step.line] == step


@given(routines(), WANTED)
@settings(max_examples=50)
def test_what_is_left_out_is_told_and_nothing_else_is(routine: Routine, wanted: float) -> None:
    fitting = fit(routine, wanted)
    after = by_line(fitting.routine.steps)
    gone = [step for step in leaves(routine.steps) if step.line not in after]
    assert [step.title for step in gone if can_go(step)] == list(fitting.left_out)
    assert all(can_go(step) or step.verb is Verb.REST for step in gone)


@given(routines())
@settings(max_examples=50)
def test_the_length_it_has_leaves_a_routine_as_it_is(routine: Routine) -> None:
    seconds = total_seconds(routine.steps)
    fitting = fit(routine, seconds)
    assert fitting.left_out == ()
    assert fitting.seconds == pytest.approx(seconds, abs=1e-6)


IN, HOLD, OUT = PhaseName.IN, PhaseName.HOLD, PhaseName.OUT
FOUR_SEVEN_EIGHT = (Phase(IN, 4.0), Phase(HOLD, 7.0), Phase(OUT, 8.0))


def breaths(line: int, count: int) -> Timed:
    return Timed(line=line, verb=Verb.BREATHE, length=Cycles(Unit.BREATH, count, FOUR_SEVEN_EIGHT))


@given(routines(), st.integers(5, 7200))
@settings(max_examples=80)
@example(Routine(id="a", name="a", steps=(Repeat(line=1, count=2, steps=(breaths(2, 4),)),)), 600)
@example(
    Routine(
        id="a",
        name="a",
        steps=(
            breaths(1, 8),
            Timed(line=2, verb=Verb.HOLD, length=Span(9.0)),
            breaths(3, 8),
            Timed(line=4, verb=Verb.HOLD, length=Span(9.0)),
            breaths(5, 8),
        ),
    ),
    90,
)
def test_fitting_never_adds_to_what_is_unwise(routine: Routine, wanted: int) -> None:
    if held_too_long(routine.steps) == 0:
        assert held_too_long(fit(routine, wanted).routine.steps) == 0


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("minutes", [1, 2, 3, 5, 7, 10, 15, 20])
def test_library_routines_come_near_the_time_that_is_wanted(path: Path, minutes: int) -> None:
    reading = Reader().read_file(path)
    assert reading.routine is not None
    fitting = fit(reading.routine, minutes * 60)
    if minutes * 60 >= fit(reading.routine, 0).seconds:
        assert fitting.seconds <= minutes * 60 + 1e-6
        near = min(minutes * 60, fitting.longest)
        assert fitting.seconds >= near * 0.75
