"""Steps, sides, rounds and phases in words."""

import pytest

from desktop.words.steps import (
    amount_text,
    area_text,
    count_text,
    named,
    phase_call,
    phase_text,
    place_text,
    round_text,
    title_of,
)
from routines.grammar import AREAS, PLACES
from routines.model import Cycles, Phase, PhaseName
from routines.phases import moment_at
from routines.timeline import Round, Segment, timeline_of
from tests.routines.texts import read


def segments(steps: str) -> tuple[Segment, ...]:
    """The segments of the steps, lead-ins and switches left out."""
    routine = read(f"name: x\nsteps:\n{steps}\n").routine
    assert routine is not None
    return tuple(each for each in timeline_of(routine).segments if not each.prepares)


@pytest.mark.parametrize(
    ("step", "amount"),
    [
        ("- {hold: A, for: 90s}", "1 min 30 s"),
        ("- {move: A, reps: 8}", "8 reps"),
        ("- {move: A, reps: 1}", "1 rep"),
        ("- {move: A, breaths: 6}", "6 breaths"),
        ("- {move: A, for: 20s}", "20 s"),
        ("- {breathe: A, breaths: 1}", "1 breath"),
        ("- {breathe: A, for: 61s, pattern: 5-5}", "7 breaths"),
        ("- {notice: A, for: 45s}", "45 s"),
        ("- {say: A, for: 4s}", "4 s"),
        ("- rest: 30s", "30 s"),
        ("- {write: A, for: 5m}", "about 5 min, you end it"),
        ("- {rate: A, as: pain}", "you end it"),
        ("- {wait: A}", "you end it"),
    ],
)
def test_a_timetable_says_how_much_of_each(step: str, amount: str) -> None:
    assert amount_text(segments(step)[0]) == amount


def test_a_rest_has_a_name_and_others_have_their_own() -> None:
    rest, hold = segments("- rest: 30s\n- {hold: Sphinx, for: 5s}")
    assert (title_of(rest.step), title_of(hold.step)) == ("Rest", "Sphinx")


def test_a_side_is_named_with_the_title() -> None:
    found = segments("- {hold: Thread the needle, for: 5s, sides: left-right}")
    assert [named(each) for each in found] == [
        "Thread the needle, left side",
        "Thread the needle, right side",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Short enough", "Short enough"),
        ("Sit down again, or stay standing, just as you like it today.", "Sit down again"),
        ("Come up slowly. Then stand at the wall with soft knees.", "Come up slowly"),
        (
            "Head and upper back and hips against a wall with soft knees",
            "Head and upper back and hips against a…",
        ),
        (
            "3.5 breaths a minute is slow enough for most people here",
            "3.5 breaths a minute is slow enough for…",
        ),
        ("x" * 60, "x" * 39 + "…"),
        ("肩の力を抜いて" * 9, ("肩の力を抜いて" * 6)[:39] + "…"),
    ],
)
def test_a_long_title_is_announced_by_how_it_begins(text: str, name: str) -> None:
    (segment,) = segments(f'- {{say: "{text}", for: 60s}}')
    assert named(segment) == name


def test_phases_have_a_word_to_read_and_a_shorter_one_to_call() -> None:
    for name in PhaseName:
        phase = Phase(name, 2.0)
        assert phase_text(phase)
        assert " " not in phase_call(phase)
        assert (
            phase_text(Phase(name, 2.0, "more")) == phase_call(Phase(name, 2.0, "more")) == "more"
        )


def test_reps_breaths_and_rounds_are_counted() -> None:
    (reps,) = segments("- {move: A, reps: 8, tempo: 2-0-2-0}")
    (breaths,) = segments("- {breathe: A, breaths: 6, pattern: 5-5}")
    found = []
    for segment in (reps, breaths):
        length = getattr(segment.step, "length", None)
        assert isinstance(length, Cycles)
        found.append(count_text(length, moment_at(length, 13.0)))
    assert found == ["rep 4 of 8", "breath 2 of 6"]
    assert round_text(Round(2, 3)) == "round 2 of 3"


def test_every_place_and_area_that_a_file_may_name_has_words() -> None:
    assert [place_text(place) for place in PLACES] == [
        *("floor", "chair", "standing", "at a wall", "bed", "anywhere")
    ]
    assert [area_text(area) for area in AREAS] == [area.replace("-", " ") for area in AREAS]
    assert (place_text("moon"), area_text("tail")) == ("moon", "tail")
