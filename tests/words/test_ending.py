"""The kind words at the end, and what fitting did, and the safety texts."""

import pytest

from desktop.words.cautions import caution_text, general_caution
from desktop.words.ending import ending_lines
from desktop.words.fitting import fitting_lines, fitting_text
from routines.fit import fit
from routines.grammar import CAUTIONS
from routines.tally import Progress
from tests.routines.texts import read

# ---------------------------------------------------------------- the end


def progress(practised: float, done: int = 5, skipped: int = 0) -> Progress:
    return Progress(practised, done, skipped, done + skipped)


def test_a_finished_routine_is_praised_and_measured() -> None:
    lines = ending_lines("Yoga", progress(551.6), finished=True)
    assert lines.title == "Done, and well done"
    assert lines.line == "Yoga: 9 min 12 s of practice."
    assert lines.note == "Take one slow breath before you move on."


@pytest.mark.parametrize(
    ("found", "finished"),
    [(progress(30), False), (progress(30, done=1, skipped=4), True)],
    ids=["ended", "mostly skipped"],
)
def test_a_part_of_a_routine_counts_as_a_part(found: Progress, finished: bool) -> None:
    lines = ending_lines("Yoga", found, finished=finished)
    assert lines.title == "That is enough for now"
    assert lines.line == "Yoga: 30 s of practice."
    assert lines.note == "Part of a routine counts as part of a routine."


def test_somebody_who_did_nothing_is_welcome_back() -> None:
    lines = ending_lines("Yoga", progress(0.4, done=0), finished=False)
    assert lines.line == "Yoga is here whenever you want it."


@pytest.mark.parametrize("name", ["{length}", "{name}", "{", "%s %n"])
def test_a_name_with_braces_is_just_a_name(name: str) -> None:
    assert ending_lines(name, progress(30), finished=True).line == f"{name}: 30 s of practice."


def test_no_word_at_the_end_shames() -> None:
    for finished in (True, False):
        for found in (progress(0, 0, 9), progress(30, 1, 8), progress(600)):
            lines = ending_lines("Yoga", found, finished=finished)
            words = f"{lines.title} {lines.line} {lines.note}".lower()
            assert not any(
                word in words for word in ("fail", "only", "missed", "skipped", "streak")
            )


# ---------------------------------------------------------------- fitting

ROUTINE = """
    name: x
    steps:
      - notice: Settle
        for: 60s
      - move: Squeeze
        reps: 10
        tempo: 3-3-3-3
      - hold: Sphinx
        for: 60s
      - notice: Close
        for: 20s
"""


def fitted(minutes: float) -> tuple[str, ...]:
    routine = read(ROUTINE).routine
    assert routine is not None
    return fitting_lines(fit(routine, minutes * 60))


def test_a_fitted_routine_says_how_long_it_takes_now() -> None:
    assert fitted(4) == ("It takes 4 min.",)


def test_what_was_left_out_is_named() -> None:
    assert fitted(3) == ("Left out: Sphinx.", "It takes 3 min.")
    assert fitted(2.5) == ("Left out: Sphinx, Close.", "It takes 2 min 30 s.")


def test_what_cannot_be_shorter_or_longer_says_so() -> None:
    assert fitted(0.1)[-1].startswith("The shortest this can be is ")
    assert fitted(60)[-1].startswith("The longest this can be is ")


def test_the_sentences_stand_in_one_line_for_the_window() -> None:
    routine = read(ROUTINE).routine
    assert routine is not None
    assert fitting_text(fit(routine, 180)) == "Left out: Sphinx. It takes 3 min."


# ---------------------------------------------------------------- safety


@pytest.mark.parametrize("caution", CAUTIONS)
def test_every_caution_that_a_file_may_name_is_a_careful_sentence(caution: str) -> None:
    text = caution_text(caution)
    assert text != caution
    assert text[0].isupper()
    assert text.endswith(".")


def test_what_holds_for_every_movement_says_when_to_stop() -> None:
    text = general_caution()
    for word in ("Pain", "numbness", "tingling", "dizziness", "stop"):
        assert word in text
