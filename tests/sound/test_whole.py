"""A whole routine for a file: open steps with a time of their own, the last bell before the end."""

import pytest

from desktop.sound.messages import Piece
from desktop.sound.model import Bell, Ring, Say, Talk, Wishes
from desktop.sound.score import score_of_routine
from desktop.sound.whole import LEAST_RINGING, RINGING, THINKING, Whole, whole_of
from routines.timeline import timeline_of
from tests.routines.texts import read
from tests.sound.scores import USUAL, library_timeline

QUESTIONS = """
- write: What is on your mind?
  for: 40s
- hold: A stretch
  for: 30s
- choose: How was it?
  options: [Good, Hard]
- rate: Tension
"""


def whole(steps: str = QUESTIONS, open_seconds: float | None = None, **wishes: object) -> Whole:
    found = read(f"name: x\nsteps:{steps}").routine
    assert found is not None
    return whole_of(timeline_of(found), Wishes(**wishes), open_seconds)  # type: ignore[arg-type]


def events(whole: Whole) -> list[tuple[float, Ring | Say]]:
    found = [(each, piece) for piece in whole.pieces for each in piece.score]
    return [(_at(piece, e), e) for e, piece in found if isinstance(e, Ring | Say)]


def _at(piece: Piece, event: Ring | Say) -> float:
    return round(piece.start + event.at, 6)


def test_without_open_steps_it_is_the_score_of_the_routine() -> None:
    timeline = library_timeline("morning-yoga")
    found = whole_of(timeline, USUAL)
    assert found.seconds == timeline.seconds
    assert found.pauses == ()
    planned = [e.at for e in score_of_routine(timeline, USUAL) if isinstance(e, Ring | Say)]
    before_the_end = [at for at in planned if at < timeline.seconds - 10.0]
    assert [at for at, _ in events(found)][: len(before_the_end)] == pytest.approx(before_the_end)


def test_open_steps_take_the_time_that_they_suggest_or_one_that_fits_their_kind() -> None:
    found = whole()
    assert [each.seconds for each in found.pauses] == [40.0, 15.0, 10.0]
    assert found.seconds == pytest.approx(found.pieces[-1].start + 10.0)


def test_the_person_may_set_the_time_of_all() -> None:
    assert [each.seconds for each in whole(open_seconds=20.0).pauses] == [20.0] * 3


def test_a_long_question_leaves_time_to_think() -> None:
    asked = whole("\n- rate: Tension\n  text: " + "How tense is it just now? " * 8).pauses[0]
    assert asked.seconds > 10.0 + THINKING


def test_no_keys_are_told_to_somebody_who_has_none() -> None:
    said = " ".join(e.text for _, e in events(whole()) if isinstance(e, Say))
    assert "What is on your mind?" in said
    assert "1: Good." in said
    assert "Enter" not in said


def test_a_question_at_the_end_ends_with_the_last_bell() -> None:
    found = whole()
    at, last = events(found)[-1]
    assert isinstance(last, Ring)
    assert last.bell is Bell.CLOSE
    assert LEAST_RINGING <= found.seconds - at <= RINGING


def test_the_first_question_opens_the_routine() -> None:
    assert events(whole())[0] == (0.0, Ring(0.0, Bell.BEGIN))


def test_names_and_nothing_hold_for_questions_too() -> None:
    names = [e.text for _, e in events(whole(talk=Talk.NAMES)) if isinstance(e, Say)]
    assert "How was it?" in names
    assert not whole(talk=Talk.NOTHING).has_sentences


def test_the_last_bell_comes_early_enough_to_fade_within_the_file_and_its_ticks_before_it() -> None:
    found = whole("\n- hold: A stretch\n  for: 40s")
    rings = [(at, e.bell) for at, e in events(found) if isinstance(e, Ring)]
    end = found.seconds - RINGING
    assert rings[-4:] == [
        (end - 3, Bell.TICK),
        (end - 2, Bell.TICK),
        (end - 1, Bell.TICK),
        (end, Bell.CLOSE),
    ]


def test_the_last_words_leave_the_last_bell_what_they_can() -> None:
    words = whole("\n- say: Thank you for the time that you have taken for this.\n  for: 7s")
    at, last = events(words)[-1]
    assert isinstance(last, Ring)
    assert last.bell is Bell.CLOSE
    assert LEAST_RINGING <= words.seconds - at < 7 / 2


def test_in_a_short_last_step_the_bell_does_not_take_all_of_it() -> None:
    found = whole("\n- hold: A stretch\n  for: 3s", talk=Talk.NOTHING)
    assert events(found)[-1][0] == pytest.approx(found.seconds - 1.0)
