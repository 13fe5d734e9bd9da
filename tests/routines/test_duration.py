"""How long things take, with everything around them."""

from routines.duration import say_length, total_seconds
from tests.routines.texts import steps


def test_the_length_of_a_routine_is_the_sum_of_all_of_it() -> None:
    some = steps("""
        - say: Hello.
        - hold: A
          for: 30s
          sides: left-right
        - repeat: 3
          rest: 10s
          steps:
            - move: B
              reps: 2
            - rest: 1s
        - breathe: C
          for: 21s
        - wait: D
        - write: E
          for: 5m
    """)
    say, sides, rounds, breathing = 3, 5 + 30 + 5 + 30, 3 * (5 + 8 + 1) + 2 * 10, 5 + 30
    assert total_seconds(some) == say + sides + rounds + breathing


def test_the_lead_in_of_an_open_step_counts_though_the_step_does_not() -> None:
    assert total_seconds(steps("- wait: A\n  lead_in: 4s\n")) == 4


def test_words_are_counted_however_they_are_spaced() -> None:
    assert say_length("one  two\n three ") == say_length("one two three")
    assert say_length("") == 3.0
