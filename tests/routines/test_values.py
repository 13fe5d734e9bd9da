"""Single values as people type them: what they mean, and what is said of those that mean none."""

import math
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from routines.model import Phase, PhaseName
from routines.problems import Flaw, Message
from routines.values import (
    LONGEST,
    read_choice,
    read_count,
    read_duration,
    read_id,
    read_pattern,
    read_tempo,
    read_yes_no,
)


def refused(value: object) -> tuple[Message, str]:
    """The message of a flaw, and what to type instead."""
    assert isinstance(value, Flaw)
    return value.message, value.instead


# ---------------------------------------------------------------- durations


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45s", 45.0),
        ("1m30s", 90.0),
        ("10m", 600.0),
        ("1.5m", 90.0),
        ("1h", 3600.0),
        ("1:30", 90.0),
        ("0:05", 5.0),
        ("90:00", 5400.0),
        ("1h1m1s", 3661.0),
        ("1h30s", 3630.0),
        ("0h0m7s", 7.0),
        ("0.5s", 0.5),
        ("010s", 10.0),
        ("90m", 5400.0),
    ],
)
def test_a_duration_is_read_in_every_way_it_may_be_written(text: str, seconds: float) -> None:
    assert read_duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "message", "instead"),
    [
        ("-5s", Message.NEGATIVE, "5s"),
        ("−5s", Message.NEGATIVE, "5s"),
        ("-2 min", Message.NEGATIVE, "2m"),
        ("30", Message.NO_UNIT, "30s"),
        ("1.5", Message.NO_UNIT, "1.5s"),
        ("010", Message.NO_UNIT, "010s"),
        ("2 min", Message.BAD_DURATION, "2m"),
        ("2 minutes 30 seconds", Message.BAD_DURATION, "2m30s"),
        ("1 hour and 5 min", Message.BAD_DURATION, "1h5m"),
        ("45 s", Message.BAD_DURATION, "45s"),
        ("45S", Message.BAD_DURATION, "45s"),
        (" 45s", Message.BAD_DURATION, "45s"),
        ("1e9h", Message.BAD_DURATION, ""),
        ("1e3s", Message.BAD_DURATION, ""),
        ("30s1m", Message.BAD_DURATION, ""),
        ("1:3", Message.BAD_DURATION, ""),
        ("1:60", Message.BAD_DURATION, ""),
        ("1:30:00", Message.BAD_DURATION, ""),
        ("soon", Message.BAD_DURATION, ""),
        ("nan", Message.BAD_DURATION, ""),
        ("inf", Message.BAD_DURATION, ""),
        ("infs", Message.BAD_DURATION, ""),
        (".5s", Message.BAD_DURATION, ""),
        ("5.s", Message.BAD_DURATION, ""),
        ("1_000s", Message.BAD_DURATION, ""),
        ("+5s", Message.BAD_DURATION, "5s"),
        ("2 min.", Message.BAD_DURATION, "2m"),
        ("1,5 min", Message.BAD_DURATION, ""),
        ("45s\n", Message.BAD_DURATION, "45s"),
        ("٣٠s", Message.BAD_DURATION, ""),
        ("３０s", Message.BAD_DURATION, ""),
        ("²s", Message.BAD_DURATION, ""),
        ("", Message.BAD_DURATION, ""),
        ("9" * 400 + "s", Message.BAD_DURATION, ""),
    ],
)
def test_what_is_no_duration_is_refused_with_a_hint(
    text: str, message: Message, instead: str
) -> None:
    assert refused(read_duration(text)) == (message, instead)


@pytest.mark.parametrize("text", ["4h", "240m", "14400s", "240:00", "3h59m60s"])
def test_four_hours_are_the_longest_duration(text: str) -> None:
    assert read_duration(text) == LONGEST


@pytest.mark.parametrize("text", ["4h1s", "4.1h", "14401s", "240:01", "999999h"])
def test_more_than_four_hours_are_refused(text: str) -> None:
    assert refused(read_duration(text)) == (Message.OVER_FOUR_HOURS, "")


@pytest.mark.parametrize("text", ["0s", "0m", "0h0m0s", "0:00", "0.0s"])
def test_nothing_at_all_is_a_duration_only_where_it_is_allowed(text: str) -> None:
    assert refused(read_duration(text)) == (Message.ZERO, "")
    assert read_duration(text, zero=True) == 0.0


def test_a_bare_zero_gets_a_hint_only_where_zero_is_allowed() -> None:
    assert refused(read_duration("0")) == (Message.NO_UNIT, "")
    assert refused(read_duration("0", zero=True)) == (Message.NO_UNIT, "0s")


def decimals() -> st.SearchStrategy[str]:
    return st.tuples(st.integers(0, 59), st.integers(0, 99)).map(
        lambda two: f"{two[0]}.{two[1]:02}"
    )


@st.composite
def written_durations(draw: st.DrawFn) -> tuple[str, float]:
    """A duration as text, with the seconds that it was made from."""
    if draw(st.booleans()):
        minutes, seconds = draw(st.integers(0, 239)), draw(st.integers(0, 59))
        return f"{minutes}:{seconds:02}", minutes * 60 + seconds
    text, total = "", 0.0
    for unit, worth, most in (("h", 3600, 2), ("m", 60, 50), ("s", 1, 59)):
        number = draw(st.none() | st.integers(0, most).map(str) | decimals())
        if number is not None and float(number) <= most:
            text += number + unit
            total += float(number) * worth
    return (text, total) if text else ("7s", 7.0)


@given(written_durations())
def test_every_duration_that_is_written_reads_back_to_its_seconds(pair: tuple[str, float]) -> None:
    text, seconds = pair
    assert read_duration(text, zero=True) == pytest.approx(seconds, abs=1e-9)


NUMBERLIKE = st.text(alphabet="0123456789.:-+ehmsnaif ,_٣３²", max_size=30)
ANYTHING = st.text(max_size=40) | NUMBERLIKE


@given(ANYTHING, st.booleans())
@example("1e999s", False)
@example("9" * 5000, False)
def test_any_text_is_a_sane_number_of_seconds_or_a_flaw(text: str, zero: bool) -> None:
    value = read_duration(text, zero=zero)
    if not isinstance(value, Flaw):
        assert math.isfinite(value)
        assert 0 <= value <= LONGEST
        assert zero or value > 0


# ---------------------------------------------------------------- counts


@pytest.mark.parametrize(
    ("text", "count"), [("1", 1), ("8", 8), ("010", 10), ("999999999", 999999999)]
)
def test_a_count_is_a_whole_number_from_one(text: str, count: int) -> None:
    assert read_count(text, "reps") == count


@pytest.mark.parametrize(
    ("text", "message", "instead"),
    [
        ("0", Message.ZERO, ""),
        ("000", Message.ZERO, ""),
        ("-3", Message.NEGATIVE, ""),
        ("8 times", Message.BAD_COUNT, "8"),
        ("8x", Message.BAD_COUNT, ""),
        ("8.5", Message.BAD_COUNT, ""),
        ("8,5", Message.BAD_COUNT, ""),
        ("+8", Message.BAD_COUNT, ""),
        ("1e3", Message.BAD_COUNT, ""),
        ("0x10", Message.BAD_COUNT, ""),
        ("eight", Message.BAD_COUNT, ""),
        ("٣", Message.BAD_COUNT, ""),
        ("８", Message.BAD_COUNT, ""),
        ("²", Message.BAD_COUNT, ""),
        ("1234567890", Message.COUNT_TOO_LARGE, ""),
    ],
)
def test_what_is_no_count_is_refused_with_a_hint(text: str, message: Message, instead: str) -> None:
    assert refused(read_count(text, "reps")) == (message, instead)


def test_leading_zeros_mean_nothing_however_many_there_are() -> None:
    assert read_count("0" * 5000 + "7", "reps") == 7
    assert refused(read_count("0" * 5000, "reps")) == (Message.ZERO, "")


# ---------------------------------------------------------------- tempos and patterns


def test_a_tempo_is_there_pause_back_pause() -> None:
    assert read_tempo("3-1-2-4") == (
        Phase(PhaseName.THERE, 3.0),
        Phase(PhaseName.PAUSE, 1.0),
        Phase(PhaseName.BACK, 2.0),
        Phase(PhaseName.PAUSE, 4.0),
    )


def test_parts_of_no_length_are_no_phases() -> None:
    assert read_tempo("2-0-2-0") == (Phase(PhaseName.THERE, 2.0), Phase(PhaseName.BACK, 2.0))
    assert read_pattern("4-0-6") == (Phase(PhaseName.IN, 4.0), Phase(PhaseName.OUT, 6.0))


@pytest.mark.parametrize(
    ("text", "names", "seconds"),
    [
        ("5-5", ["in", "out"], [5, 5]),
        ("4-7-8", ["in", "hold", "out"], [4, 7, 8]),
        ("4-4-4-4", ["in", "hold", "out", "hold"], [4, 4, 4, 4]),
        ("5.5-5.5", ["in", "out"], [5.5, 5.5]),
    ],
)
def test_a_pattern_has_two_three_or_four_parts(
    text: str, names: list[str], seconds: list[float]
) -> None:
    phases = read_pattern(text)
    assert not isinstance(phases, Flaw)
    assert [phase.name.value for phase in phases] == names
    assert [phase.seconds for phase in phases] == seconds


@pytest.mark.parametrize(
    ("text", "message", "instead"),
    [
        ("fast", Message.BAD_TEMPO, ""),
        ("3-1-3", Message.BAD_TEMPO, "3-1-3-0"),
        ("3-3", Message.BAD_TEMPO, "3-0-3-0"),
        ("3", Message.BAD_TEMPO, ""),
        ("3-1-3-0-1", Message.BAD_TEMPO, ""),
        ("3 - 1 - 3 - 0", Message.BAD_TEMPO, "3-1-3-0"),
        ("3–1–3–0", Message.BAD_TEMPO, "3-1-3-0"),
        ("3/1/3/0", Message.BAD_TEMPO, "3-1-3-0"),
        ("3:1:3:0", Message.BAD_TEMPO, "3-1-3-0"),
        ("3s-1s-3s-0s", Message.BAD_TEMPO, ""),
        ("３-1-3-0", Message.BAD_TEMPO, ""),
        ("3--1-3-0", Message.BAD_TEMPO, ""),
        ("-3-1-3-0", Message.BAD_TEMPO, ""),
        ("0-0-0-0", Message.ZERO, ""),
        ("0.0-0-0.00-0", Message.ZERO, ""),
        ("20000-0-1-0", Message.OVER_FOUR_HOURS, ""),
        ("0.1-0-0.1-0", Message.BAD_TEMPO, ""),
    ],
)
def test_what_is_no_tempo_is_refused_with_a_hint(text: str, message: Message, instead: str) -> None:
    assert refused(read_tempo(text)) == (message, instead)


@pytest.mark.parametrize(
    ("text", "message", "instead"),
    [
        ("5", Message.BAD_PATTERN, ""),
        ("slow", Message.BAD_PATTERN, ""),
        ("1-2-3-4-5", Message.BAD_PATTERN, ""),
        ("4–7–8", Message.BAD_PATTERN, "4-7-8"),
        ("5,5", Message.BAD_PATTERN, "5-5"),
        ("5:5", Message.BAD_PATTERN, "5-5"),
        ("0-0", Message.ZERO, ""),
        ("5-20000", Message.OVER_FOUR_HOURS, ""),
    ],
)
def test_what_is_no_pattern_is_refused_with_a_hint(
    text: str, message: Message, instead: str
) -> None:
    assert refused(read_pattern(text)) == (message, instead)


def test_a_breath_that_no_one_can_follow_is_a_slip_of_the_finger() -> None:
    """Hours of microseconds would be more signals than any machine can hold."""
    assert refused(read_pattern("0.000001-0.000001")) == (Message.BAD_PATTERN, "")
    assert refused(read_pattern("0.2-0.2")) == (Message.BAD_PATTERN, "")
    assert not isinstance(read_pattern("0.25-0.25"), Flaw)


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("no", False), ("true", True), ("false", False)]
)
def test_yes_and_no_are_what_they_say(text: str, value: bool) -> None:
    assert read_yes_no(text, "halfway") is value


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("on", "yes"),
        ("off", "no"),
        ("Yes", "yes"),
        ("NO", "no"),
        ("y", "yes"),
        ("1", ""),
        ("~", ""),
    ],
)
def test_other_words_for_yes_and_no_are_refused_with_a_hint(text: str, instead: str) -> None:
    assert refused(read_yes_no(text, "halfway")) == (Message.BAD_VALUE, instead)


def test_a_choice_is_one_of_the_known_words() -> None:
    assert read_choice("floor", "place", ("floor", "chair")) == "floor"
    assert refused(read_choice("Floor", "place", ("floor", "chair"))) == (
        Message.BAD_VALUE,
        "floor",
    )
    assert refused(read_choice("flor", "place", ("floor", "chair")))[1] == "floor"
    assert refused(read_choice("moon", "place", ("floor", "chair")))[1] == ""


@pytest.mark.parametrize("text", ["morning-yoga", "4-7-8", "Meine Übung", "a.b", "...", "~"])
def test_an_id_is_any_plain_name(text: str) -> None:
    assert read_id(text) == text


@pytest.mark.parametrize(
    "text",
    ["../x", "a/b", "/etc/passwd", "..", ".", "a\\b", "C:x", "..\\x", "file:x", "x\0", "./x", "a/"],
)
def test_a_path_is_no_id(text: str) -> None:
    assert refused(read_id(text)) == (Message.BAD_NAME, "")


@pytest.mark.parametrize("text", ["x.yaml", "x.yml", "x.yaml.yaml"])
def test_a_file_name_is_no_id_but_its_stem_may_be(text: str) -> None:
    assert refused(read_id(text)) == (Message.BAD_NAME, "x")


# ---------------------------------------------------------------- what to type instead

READERS: list[Callable[[str], object]] = [
    read_duration,
    lambda text: read_duration(text, zero=True),
    lambda text: read_count(text, "reps"),
    read_tempo,
    read_pattern,
    lambda text: read_yes_no(text, "halfway"),
    lambda text: read_choice(text, "place", ("floor", "chair")),
    read_id,
]


@given(ANYTHING | st.text(alphabet="0123456789-–/ .", max_size=12), st.sampled_from(READERS))
@example("99999/5", read_pattern)
@example("20000", read_duration)
@example("a.yaml.yml", read_id)
def test_what_is_proposed_instead_is_right(text: str, reader: Callable[[str], object]) -> None:
    value = reader(text)
    if isinstance(value, Flaw) and value.instead:
        assert not isinstance(reader(value.instead), Flaw)
