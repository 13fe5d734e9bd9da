"""What is allowed but unwise: each warning, at its limit and one beyond."""

import pytest

from routines.problems import Message
from tests.routines.texts import read, warnings


def warned(steps: str) -> list[tuple[int, int, Message]]:
    """The warnings of a list of steps, whose first line is line 3."""
    return warnings(f"name: x\nsteps:\n{steps}")


# ---------------------------------------------------------------- breath-holding


@pytest.mark.parametrize(
    ("pattern", "most"),
    [("4-7-8", 8), ("2-3.5-4", 8), ("4-4-4-4", 15), ("3-3-3-3", 15)],
)
def test_a_method_has_its_most_rounds(pattern: str, most: int) -> None:
    step = f"- {{breathe: A, pattern: {pattern}, breaths: %d}}\n"
    assert warned(step % most) == []
    assert warned(step % (most + 1)) == [(3, 3, Message.TOO_MANY_HELD_BREATHS)]


def test_the_warning_of_held_breaths_says_how_many() -> None:
    reading = read("name: x\nsteps:\n- {breathe: A, pattern: 4-7-8, for: 5m}\n")
    assert dict(reading.problems[0].values) == {"pattern": "4-7-8", "count": "16", "most": "8"}


@pytest.mark.parametrize("pattern", ["5-5", "4-6", "4-2-6", "5-0-5-0"])
def test_breathing_without_long_holds_is_free(pattern: str) -> None:
    assert warned(f"- {{breathe: A, pattern: {pattern}, for: 20m}}\n") == []


def test_a_time_that_comes_to_too_many_held_breaths_is_warned_of() -> None:
    assert warned("- breathe: A\n  pattern: 4-7-8\n  for: 152s\n") == []
    assert warned("- breathe: A\n  pattern: 4-7-8\n  for: 153s\n") == [
        (3, 3, Message.TOO_MANY_HELD_BREATHS)
    ]
    assert warned("- breathe: A\n  pattern: 4-7-8\n  for: 20m\n  most: 8\n") == []


def test_phases_are_counted_like_a_pattern() -> None:
    phases = "phases: [{in: 4s}, {hold: 7s}, {out: 8s}]"
    assert warned(f"- {{breathe: A, {phases}, breaths: 9}}\n") == [
        (3, 3, Message.TOO_MANY_HELD_BREATHS)
    ]


def test_held_breaths_in_a_row_are_counted_together() -> None:
    one = "- {breathe: A, pattern: 4-7-8, breaths: 4}\n"
    assert warned(one * 2) == []
    assert warned(one * 3) == [(5, 3, Message.TOO_MANY_HELD_BREATHS)]
    assert warned(one * 2 + "- rest: 30s\n" + one) == []


def test_a_repeat_puts_held_breaths_in_a_row() -> None:
    step = "[{breathe: A, pattern: 4-7-8, breaths: 4}]"
    assert warned(f"- repeat: 2\n  steps: {step}\n") == []
    assert warned(f"- repeat: 3\n  steps: {step}\n") == [(4, 3, Message.TOO_MANY_HELD_BREATHS)]
    assert warned(f"- repeat: 3\n  rest: 1m\n  steps: {step}\n") == []


def test_no_breath_is_held_longer_than_7_s() -> None:
    assert warned("- {breathe: A, pattern: 5-7-5, breaths: 2}\n") == []
    assert warned("- {breathe: A, pattern: 5-7.5-5, breaths: 2}\n") == [
        (3, 3, Message.LONG_BREATH_HOLD)
    ]
    assert warned("- {breathe: A, pattern: 5-1-5-20, breaths: 2}\n") == [
        (3, 3, Message.LONG_BREATH_HOLD)
    ]


# ---------------------------------------------------------------- words and time


def words(count: int) -> str:
    return " ".join(["word"] * count)


def test_a_text_has_to_be_spoken_in_the_time_of_its_step() -> None:
    """150 words a minute: 25 words take 10 s."""
    step = "- hold: A\n  for: 10s\n  text: %s\n"
    assert warned(step % words(25)) == []
    assert warned(step % words(26)) == [(5, 9, Message.TOO_MUCH_TO_SAY)]


def test_what_is_said_instead_counts_in_place_of_the_text() -> None:
    step = "- hold: A\n  for: 10s\n  text: %s\n  say_instead: %s\n"
    assert warned(step % (words(99), words(25))) == []
    assert warned(step % (words(5), words(26))) == [(6, 16, Message.TOO_MUCH_TO_SAY)]


def test_a_text_has_to_be_spoken_before_the_first_cue() -> None:
    step = "- hold: A\n  for: 60s\n  text: %s\n  cues: {10s: B}\n"
    assert warned(step % words(25)) == []
    assert warned(step % words(26)) == [(5, 9, Message.TOO_MUCH_TO_SAY)]


def test_a_cue_has_to_be_spoken_before_the_next_one_and_before_the_end() -> None:
    step = "- hold: A\n  for: 30s\n  cues:\n    20s: %s\n    10s: %s\n"
    assert warned(step % (words(25), words(25))) == []
    assert warned(step % (words(26), words(26))) == [
        (6, 10, Message.TOO_MUCH_TO_SAY),
        (7, 10, Message.TOO_MUCH_TO_SAY),
    ]


def test_a_halfway_cue_stands_in_the_middle() -> None:
    step = "- hold: A\n  for: 40s\n  cues:\n    10s: %s\n    halfway: %s\n"
    assert warned(step % (words(25), words(50))) == []
    assert warned(step % (words(26), words(51))) == [
        (6, 10, Message.TOO_MUCH_TO_SAY),
        (7, 14, Message.TOO_MUCH_TO_SAY),
    ]


def test_the_cue_of_a_phase_has_the_time_of_the_phase() -> None:
    step = "- breathe: A\n  breaths: 4\n  pattern: 4-8\n  cues:\n    in: %s\n    out: %s\n"
    assert warned(step % (words(10), words(20))) == []
    assert warned(step % (words(11), words(21))) == [
        (7, 9, Message.TOO_MUCH_TO_SAY),
        (8, 10, Message.TOO_MUCH_TO_SAY),
    ]


def test_the_words_of_a_say_have_to_fit_into_its_own_time() -> None:
    assert warned(f"- say: {words(25)}\n  for: 10s\n") == []
    assert warned(f"- say: {words(26)}\n  for: 10s\n") == [(3, 8, Message.TOO_MUCH_TO_SAY)]
    assert warned(f"- say: {words(500)}\n") == []


def test_a_warning_of_too_many_words_says_how_long_they_take() -> None:
    reading = read(f"name: x\nsteps:\n- {{hold: A, for: 10s, text: {words(50)}}}\n")
    assert dict(reading.problems[0].values) == {"key": "text", "needed": "20", "available": "10"}


def test_a_cue_after_the_end_of_its_step_is_warned_of() -> None:
    step = "- hold: A\n  for: 30s\n  cues:\n    %s: B\n"
    assert warned(step % "29s") == []
    assert warned(step % "31s") == [(6, 10, Message.CUE_AFTER_END)]
    assert warned(step % "1:30") == [(6, 11, Message.CUE_AFTER_END)]


def test_a_cue_is_measured_against_one_side() -> None:
    step = "- hold: A\n  for: 30s\n  sides: left-right\n  cues: {40s: B}\n"
    assert warned(step) == [(6, 15, Message.CUE_AFTER_END)]
