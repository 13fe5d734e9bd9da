"""Lengths of time in words and figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.words.times import clock_text, countdown, exact_text, length_text

SECONDS = st.floats(0, 24 * 3600)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (-3, "0:00"),
        (0.2, "0:01"),
        (1, "0:01"),
        (59, "0:59"),
        (59.5, "1:00"),
        (60, "1:00"),
        (407.3, "6:48"),
        (3599.5, "1:00:00"),
        (3729, "1:02:09"),
        (14400, "4:00:00"),
    ],
)
def test_a_clock_rounds_up_so_that_nothing_is_left_only_at_the_end(
    seconds: float, text: str
) -> None:
    assert clock_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0"), (0.01, "1"), (5, "5"), (59, "59"), (59.1, "1:00"), (299.5, "5:00")],
)
def test_a_countdown_is_plain_seconds_below_a_minute(seconds: float, text: str) -> None:
    assert countdown(seconds) == text


@given(SECONDS)
def test_a_countdown_never_shows_less_than_is_left_nor_a_second_more(seconds: float) -> None:
    shown = 0
    for part in countdown(seconds).split(":"):
        shown = shown * 60 + int(part)
    assert -1e-5 <= shown - seconds < 1


def test_what_adding_up_leaves_behind_does_not_show() -> None:
    assert countdown(0.1 + 0.2 + 4.7) == "5"
    assert countdown(5 + 1e-9) == "5"
    assert clock_text(60 + 1e-9) == "1:00"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (45.4, "45 s"),
        (70, "70 s"),
        (89, "89 s"),
        (90, "1½ min"),
        (104, "1½ min"),
        (120, "2 min"),
        (270, "4½ min"),
        (570, "9½ min"),
        (586, "10 min"),
        (630, "10 min"),
        (3560, "59 min"),
        (3600, "1 h"),
        (3900, "1 h 5 min"),
        (7199, "2 h"),
    ],
)
def test_a_length_is_said_as_one_says_it(seconds: float, text: str) -> None:
    assert length_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (60, "1 min"),
        (90, "1 min 30 s"),
        (3600, "60 min"),
    ],
)
def test_an_exact_length_is_to_the_second(seconds: float, text: str) -> None:
    assert exact_text(seconds) == text
