"""What is heard of a routine, as values: enough to follow it with the eyes closed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sound.model import Bell, Ring, Say, Swell, Talk, Wishes
from desktop.sound.score import bells_only, from_here, score_of, score_of_routine
from desktop.sound.telling import seconds_of
from desktop.words.steps import title_of
from routines.model import Cue, Span, Timed, Verb
from routines.timeline import Segment, SegmentKind, Timeline
from tests.sound.scores import USUAL, Sounded, heard, library_timeline, rung, said, score

NO_LEAD = "defaults: {lead_in: 0s, switch: 0s, halfway: no}\n"
NAMES, NOTHING = Wishes(talk=Talk.NAMES), Wishes(talk=Talk.NOTHING)


# ---------------------------------------------------------------- whole routines, eyes closed


@pytest.fixture(params=["morning-yoga", "body-scan"])
def timeline(request: pytest.FixtureRequest) -> Timeline:
    return library_timeline(request.param)


def log_of(timeline: Timeline, wishes: Wishes = USUAL) -> list[Sounded]:
    return heard(score_of_routine(timeline, wishes), wishes)


def test_every_step_and_side_is_named_in_order_before_or_as_it_begins(timeline: Timeline) -> None:
    sentences = [each for each in log_of(timeline) if each.what.startswith('"')]
    for segment in timeline.segments:
        if segment.prepares:
            continue
        before = segment.step.lead_in if segment.side is None or segment.stop == 0 else 5.0
        window = (segment.start - before - 1e-6, segment.start + 1.0)
        near = " ".join(each.what for each in sentences if window[0] <= each.at <= window[1])
        assert title_of(segment.step).split(".")[0].casefold() in near.casefold() or segment.side
        if segment.side is not None:
            assert f"{segment.side.value} side" in near


def test_what_to_do_is_said_in_full_while_it_is_done(timeline: Timeline) -> None:
    log = log_of(timeline)
    for segment in timeline.segments:
        if segment.prepares or (segment.side and segment.side.value == "right"):
            continue
        here = [each for each in log if segment.start <= each.at < segment.end]
        spoken = " ".join(each.what for each in here).replace('" "', " ")
        words = title_of(segment.step) if segment.step.verb is Verb.SAY else segment.step.text
        assert words in spoken
        for cue in segment.step.cues:
            assert cue.text in spoken


def test_it_begins_with_the_bowl_and_closes_with_its_own_bell_at_the_very_end(
    timeline: Timeline,
) -> None:
    log = log_of(timeline)
    assert (log[0].what, log[0].at) == ("begin", 0.0)
    assert (log[-1].what, log[-1].at) == ("close", timeline.seconds)
    assert [each.what for each in log].count("begin") == 1
    assert [each.what for each in log].count("close") == 1


def test_the_end_of_every_exercise_is_heard_as_a_bell(timeline: Timeline) -> None:
    score_ = score_of_routine(timeline, USUAL)
    changes = {
        event.at for event in score_ if isinstance(event, Ring) and event.bell is not Bell.TICK
    }
    for segment in timeline.segments:
        if segment.kind is SegmentKind.WORK and segment.step.verb is not Verb.SAY:
            assert segment.end in changes


def test_no_sentence_sounds_over_another_or_over_the_end(timeline: Timeline) -> None:
    sentences = [each for each in log_of(timeline) if each.what.startswith('"')]
    assert all(after.at > before.end for before, after in pairwise(sentences))
    assert sentences[-1].end <= timeline.seconds


def test_half_way_is_heard_where_the_file_has_not_switched_it_off() -> None:
    log = log_of(library_timeline("morning-yoga"))
    halves = [each.at for each in log if each.what == "halfway"]
    assert len(halves) == 6
    words = [each.at for each in log if each.what.startswith('"Halfway.')]
    assert all(0 < after - at < 1 for at, after in zip(halves, words, strict=True))
    assert not [each for each in log_of(library_timeline("body-scan")) if each.what == "halfway"]


# ---------------------------------------------------------------- steps


def test_a_step_with_a_lead_in_is_announced_and_counted_down_then_told() -> None:
    found = score("""
        - {hold: Stretch, for: 30s, text: Lean over.}
        - {hold: Twist, for: 30s, sides: left-right, text: Turn. Slowly.}
    """)
    assert heard(found) == [
        Sounded(0.0, "begin", 0.0),
        *[each for each in heard(found) if each.at > 0],
    ]
    assert said(found) == [
        "First: Stretch. 30 seconds.",
        "Lean over.",
        "Next: Twist, left side. 30 seconds, each side.",
        "Turn. Slowly.",
        "Change sides: right side.",
    ]
    assert rung(found, Bell.NEXT) == [5.0, 40.0, 75.0]
    assert rung(found, Bell.END) == [35.0]
    assert rung(found, Bell.SWITCH) == [70.0]
    assert rung(found, Bell.CLOSE) == [105.0]
    ends = (5.0, 35.0, 40.0, 70.0, 75.0, 105.0)
    assert rung(found, Bell.TICK) == [end - left for end in ends for left in (3, 2, 1)]


def test_a_step_without_a_lead_in_is_named_as_it_begins() -> None:
    found = score("- {notice: Feet, for: 30s, text: Just look.}", head=NO_LEAD)
    assert said(found) == ["Feet. Just look."]


def test_a_name_that_the_text_begins_with_is_not_said_twice() -> None:
    found = score("- {notice: Feet, for: 30s, text: Feet and toes. Look.}", head=NO_LEAD)
    assert said(found) == ["Feet and toes. Look."]


def test_a_name_in_the_first_sentence_is_not_said_before_it() -> None:
    found = score("- {notice: Feet, for: 30s, text: Now the feet. Look.}", head=NO_LEAD)
    assert said(found) == ["Now the feet. Look."]
    found = score("- {notice: Feet, for: 30s, text: Two feets. Look.}", head=NO_LEAD)
    assert said(found) == ["Feet. Two feets. Look."]


def test_a_side_is_named_although_the_text_begins_with_the_name() -> None:
    found = score("- {hold: Lean, for: 20s, sides: right-left, text: Lean over.}", head=NO_LEAD)
    assert said(found) == ["Lean, right side. Lean over.", "Lean, left side."]


def test_what_a_short_break_has_no_time_for_is_named_as_it_begins() -> None:
    head = "defaults: {lead_in: 2s, switch: 1s, halfway: no}\n"
    found = score(
        """
        - {hold: Lean over, for: 20s, text: Slowly.}
        - {hold: Shoulder blades far down, for: 20s, text: Let go., sides: left-right}
    """,
        head=head,
    )
    assert [each.what.strip('"') for each in heard(found) if each.what.startswith('"')] == [
        "Lean over.",
        "Slowly.",
        "Shoulder blades far down, left side. Let go.",
        "Shoulder blades far down, right side.",
    ]


def test_sides_without_a_switch_between_them_are_named_and_have_their_bell() -> None:
    found = score("- {hold: A, for: 20s, sides: right-left, text: Lean.}", head=NO_LEAD)
    assert said(found) == ["A, right side. Lean.", "A, left side."]
    assert rung(found, Bell.SWITCH) == [20.0]


def test_say_instead_takes_the_place_of_the_text() -> None:
    found = score("""
        - {hold: A, for: 20s, text: Read me., say_instead: Hear me.}
    """)
    assert said(found) == ["First: A. 20 seconds.", "Hear me."]


def test_rounds_are_counted_and_what_is_known_is_not_told_again() -> None:
    found = score("""
        - repeat: 2
          rest: 20s
          steps:
            - {hold: A, for: 20s, text: Lean.}
    """)
    assert said(found) == [
        "First: A, round 1 of 2. 20 seconds.",
        "Lean.",
        "Rest, 20 seconds.",
        "Next: A, round 2 of 2. 20 seconds.",
    ]


def test_a_rest_tells_what_comes_where_no_lead_in_does() -> None:
    found = score("- {hold: A, for: 20s}\n- rest: 30s\n- {hold: B, for: 20s}", head=NO_LEAD)
    assert said(found) == ["A.", "Rest, 30 seconds. Next: B.", "B."]


def test_words_at_half_way_come_with_its_bell() -> None:
    found = score("- {hold: A, for: 60s, lead_in: 0s, cues: {halfway: Deeper.}}")
    assert rung(found, Bell.HALFWAY) == [30.0]
    assert said(found)[1:] == ["Halfway. Deeper."]


def test_a_text_that_is_too_long_is_cut_at_its_sentences_before_the_next_words() -> None:
    found = score(
        """
        - notice: Back
          for: 60s
          text: This is the first sentence of all. This is the second. And a third one.
          cues: {4s: Now.}
    """,
        head=NO_LEAD,
    )
    first = next(event for event in found if isinstance(event, Say))
    assert first.until < 4.0
    assert first.shorter == (
        "Back. This is the first sentence of all. This is the second.",
        "Back. This is the first sentence of all.",
        "Back.",
    )
    assert '"Back. This is the first sentence of all."' in [each.what for each in heard(found)]


def test_a_single_sentence_that_is_too_long_for_its_step_is_cut_at_a_comma() -> None:
    text = "Let the shoulders hang, close your eyes, and look for a while how the breath goes."
    found = score(f"- {{say: '{text}', for: 3s}}", head=NO_LEAD)
    (say,) = [event for event in found if isinstance(event, Say)]
    assert say.shorter == (
        "Let the shoulders hang, close your eyes.",
        "Let the shoulders hang.",
    )
    assert '"Let the shoulders hang."' in [each.what for each in heard(found)]


def test_no_condition_is_said_without_what_it_is_for() -> None:
    text = "If it hurts anywhere at all while you are in it, come out of it, and leave it out."
    found = score(f"- {{say: '{text}', for: 4s}}", head=NO_LEAD)
    (say,) = [event for event in found if isinstance(event, Say)]
    assert say.shorter == ()


# ---------------------------------------------------------------- breaths and reps


def test_breaths_swell_and_are_called_twice_once_the_text_is_over() -> None:
    found = score("- {breathe: A, breaths: 6, pattern: 4-4, text: Softly., lead_in: 0s}")
    (swell,) = [event for event in found if isinstance(event, Swell)]
    assert (swell.at, swell.count, swell.seconds, swell.is_breath) == (0.0, 6, 48.0, True)
    calls = [(event.at, event.text) for event in found if isinstance(event, Say)]
    assert calls[1:] == [
        (8.0, "in"),
        (12.0, "out"),
        (16.0, "in"),
        (20.0, "out"),
        (24.6, "Halfway."),
        (40.0, "Last breath."),
    ]


def test_the_files_words_for_a_phase_are_said_where_they_fit_else_our_short_one() -> None:
    words = "Let out the whole of this breath until there is no more of it anywhere in you"
    cues = f"{{in: Fill, out: {words}}}"
    found = score(
        f"- {{breathe: A, breaths: 5, pattern: 4-4, halfway: no, cues: {cues}}}", head=NO_LEAD
    )
    assert said(found) == ["A.", *["Fill", "out"] * 3, "Last breath."]


def test_a_phase_too_short_for_a_word_has_none() -> None:
    found = score("- {breathe: A, breaths: 4, pattern: 0.5-4}", head=NO_LEAD)
    assert "in" not in said(found)
    assert "out" in said(found)


def test_reps_swell_softer_and_are_counted_only_if_wished() -> None:
    steps = "- {move: A, reps: 4, tempo: 2-0-2-0}"
    found = score(steps, head=NO_LEAD)
    assert [event.is_breath for event in found if isinstance(event, Swell)] == [False]
    assert said(found) == ["A.", "Last one."]
    counted = score(steps, Wishes(count_reps=True), head=NO_LEAD)
    assert said(counted) == ["A.", "2", "3", "Last one."]
    assert "4" in said(score(steps, Wishes(count_reps=True, talk=Talk.NAMES), head=NO_LEAD))


def test_words_at_a_time_go_before_those_of_a_breath() -> None:
    found = score(
        "- {breathe: A, breaths: 4, pattern: 4-4, halfway: no, cues: {11.5s: Shoulders down.}}",
        head=NO_LEAD,
    )
    log = [each for each in heard(found) if each.what.startswith('"')]
    assert [each.at for each in log if each.what == '"out"'] == [20.0]
    assert '"Shoulders down."' in [each.what for each in log]
    assert all(after.at > before.end for before, after in pairwise(log))


# ---------------------------------------------------------------- open steps


def test_an_open_step_is_asked_with_all_there_is_to_choose() -> None:
    found = score(
        """
        - {choose: Does it help?, options: [very much, not really]}
        - {check: Your desk, items: [Feet flat, Shoulders hang]}
        - {rate: How tight is it?, as: tension}
    """,
        open_seconds=60.0,
    )
    assert said(found) == [
        "Does it help? 1: very much. 2: not really. Enter goes on.",
        "Your desk. Feet flat. Shoulders hang. Enter goes on.",
        "How tight is it? A number from 0 to 10. Enter goes on.",
    ]


def test_nothing_has_to_be_free_behind_a_question_that_waits() -> None:
    timeline = Timeline(library_timeline("body-scan").segments)
    assert timeline.open_steps == 0
    found = score("- wait: Lie down.", open_seconds=float("inf"))
    (say,) = [event for event in found if isinstance(event, Say)]
    assert say.until == float("inf")
    assert rung(found, Bell.CLOSE) == []


# ---------------------------------------------------------------- how much is said


def test_names_alone_leave_out_texts_and_nothing_leaves_bells() -> None:
    steps = """
        - say: Come to your knees. Hands under the shoulders.
        - {hold: A, for: 60s, sides: left-right, text: Lean., cues: {10s: Deeper.}}
    """
    assert said(score(steps, NAMES)) == [
        "Come to your knees.",
        "Next: A, left side.",
        "Change sides: right side.",
    ]
    silent = score(steps, NOTHING)
    assert said(silent) == []
    assert {event.bell for event in silent if isinstance(event, Ring)} == {
        Bell.BEGIN,
        Bell.NEXT,
        Bell.END,
        Bell.SWITCH,
        Bell.HALFWAY,
        Bell.TICK,
        Bell.CLOSE,
    } - {Bell.END}


def test_a_preview_has_bells_alone() -> None:
    found = score("- {breathe: A, breaths: 4, pattern: 4-4}")
    assert bells_only(found)
    assert all(isinstance(event, Ring) for event in bells_only(found))


# ---------------------------------------------------------------- going on


def test_going_on_within_a_sentence_says_it_again_and_rings_nothing_twice() -> None:
    found = score(
        "- {notice: Back, for: 60s, text: Take your time with it., cues: {30s: Now.}}", head=NO_LEAD
    )
    rest = from_here(found, 2.0, USUAL)
    assert [(event.at, event.text) for event in rest if isinstance(event, Say)] == [
        (2.0, "Back. Take your time with it."),
        (30.0, "Now."),
    ]
    assert rung(rest, Bell.BEGIN) == []
    assert said(from_here(found, 20.0, USUAL)) == ["Now."]


def test_going_on_within_a_breath_keeps_the_swell() -> None:
    found = score("- {breathe: A, breaths: 4, pattern: 4-4}", head=NO_LEAD)
    assert any(isinstance(event, Swell) for event in from_here(found, 31.0, USUAL))
    assert not any(isinstance(event, Swell) for event in from_here(found, 32.0, USUAL))


# ---------------------------------------------------------------- whatever the file says

WORDS = st.text(alphabet="ab .,!?😀*[]", max_size=200)
TIMES = st.integers(1, 90)


@given(
    text=WORDS,
    cue=WORDS,
    seconds=st.integers(1, 90),
    at=st.integers(0, 100),
    rate=st.floats(0.5, 2),
)
def test_sentences_are_in_order_and_never_over_each_other(
    text: str, cue: str, seconds: int, at: int, rate: float
) -> None:
    cues = (Cue(float(at), cue),)
    step = Timed(line=1, verb=Verb.HOLD, title="A", text=text, cues=cues, length=Span(seconds))
    wishes = Wishes(rate=rate)
    found = score_of(Segment(0.0, seconds, SegmentKind.WORK, step, 0), None, wishes)
    says = [event for event in found if isinstance(event, Say)]
    assert all(before.until < after.at for before, after in pairwise(says))
    assert all(say.at < say.until <= seconds for say in says)
    for say in says:
        lengths = [seconds_of(each, wishes) for each in (say.text, *say.shorter)]
        assert lengths == sorted(lengths, reverse=True)


def test_a_name_that_cannot_be_said_is_left_out_and_the_rest_is_said() -> None:
    assert said(score("- hold: 😀\n  for: 20s\n"))[0] == "20 seconds."
