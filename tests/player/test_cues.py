"""Which of the file's words stand there at a moment: the text, a phase's, a timed one."""

from tests.player.scenes import Showing

NO_LEAD = "defaults: {lead_in: 0s, switch: 0s}\n"


def texts(show: Showing, *seconds: float) -> list[str]:
    return [show.at(each).text for each in seconds]


def test_without_cues_the_text_stands() -> None:
    show = Showing("- {notice: Back, for: 60s, text: Just look.}")
    assert texts(show, 0, 30, 59) == ["Just look."] * 3
    assert show.now.cue == ""


def test_a_timed_cue_takes_the_place_of_the_text_and_stays() -> None:
    show = Showing("""
        - notice: Back
          for: 60s
          text: Just look.
          cues: {10s: Let go., 30s: Almost there.}
    """)
    seconds = (0, 9.9, 10, 29.9, 30, 59.9)
    cued = ["Let go.", "Let go.", "Almost there.", "Almost there."]
    assert texts(show, *seconds) == ["Just look.", "Just look.", *cued]


def test_the_cue_at_halfway_comes_in_the_middle() -> None:
    show = Showing("- {notice: Back, for: 60s, cues: {halfway: Half.}}")
    assert texts(show, 29.9, 30, 59) == ["", "Half.", "Half."]


def test_each_side_begins_with_the_text_again() -> None:
    show = Showing(
        "- {hold: A, for: 20s, sides: left-right, text: Lean., cues: {10s: Deeper.}}", NO_LEAD
    )
    assert texts(show, 5, 15, 25, 35) == ["Lean.", "Deeper.", "Lean.", "Deeper."]


def test_a_lead_in_shows_the_text_not_the_cues() -> None:
    show = Showing("- {move: Cat, breaths: 3, pattern: 4-4, text: Kneel., cues: {in: Lift.}}")
    assert texts(show, 2, 6) == ["Kneel.", "Lift."]


def test_phases_bring_their_words_and_a_hold_keeps_those_before_it() -> None:
    show = Showing(
        "- {breathe: A, breaths: 2, pattern: 4-2-4-2, cues: {in: Fill., out: Empty.}}", NO_LEAD
    )
    seconds = (0, 3.9, 4, 5.9, 6, 9.9, 10, 11.9, 12)
    first = ["Fill."] * 4 + ["Empty."] * 4
    assert texts(show, *seconds) == [*first, "Fill."]


def test_a_hold_with_words_of_its_own_says_them() -> None:
    show = Showing(
        "- {breathe: A, breaths: 2, pattern: 4-2-4, cues: {in: Fill., hold: Stay.}}", NO_LEAD
    )
    assert texts(show, 1, 5) == ["Fill.", "Stay."]


def test_a_phase_without_words_shows_the_text_again() -> None:
    show = Showing(
        "- {breathe: A, breaths: 2, pattern: 4-4, text: Soft., cues: {in: Fill.}}", NO_LEAD
    )
    assert texts(show, 1, 5, 9) == ["Fill.", "Soft.", "Fill."]


def test_a_timed_cue_stands_until_the_next_phase_with_words() -> None:
    show = Showing(
        "- {breathe: A, breaths: 3, pattern: 4-4, cues: {in: Fill., out: Empty., 6s: Shoulders.}}",
        NO_LEAD,
    )
    assert texts(show, 5, 6, 7.9, 8.5) == ["Empty.", "Shoulders.", "Shoulders.", "Fill."]


def test_reps_have_words_for_there_and_back() -> None:
    show = Showing("- {move: A, reps: 3, tempo: 2-1-2-1, cues: {there: Up., back: Down.}}", NO_LEAD)
    assert texts(show, 0, 2.5, 3.5, 5.5, 6.5) == ["Up.", "Up.", "Down.", "Down.", "Up."]
