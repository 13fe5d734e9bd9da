"""Steps: what each verb gives, and what is wrong with a step."""

import pytest

from routines.model import Cue, Halfway, Open, PhaseName, Repeat, Side, Timed, Verb, leaves
from routines.problems import Message
from tests.routines.texts import errors, open_step, read, repeat, steps, timed

# ---------------------------------------------------------------- what each verb gives


def test_a_hold_has_sides_and_a_gentler_way() -> None:
    step = timed("""
        - hold: Thread the needle
          for: 30s
          sides: left-right
          switch: 4s
          text: Breathe.
          easier: Use a chair.
    """)
    assert step.verb is Verb.HOLD
    assert step.title == "Thread the needle"
    assert step.text == "Breathe."
    assert step.easier == "Use a chair."
    assert step.sides == (Side.LEFT, Side.RIGHT)
    assert step.switch == 4.0
    assert step.length.seconds == 30.0


def test_sides_may_begin_on_the_right() -> None:
    assert timed("- hold: A\n  for: 5s\n  sides: right-left\n").sides == (Side.RIGHT, Side.LEFT)


def test_a_notice_has_an_area() -> None:
    step = timed("- notice: A\n  for: 90s\n  area: upper-back\n")
    assert (step.verb, step.area, step.length.seconds) == (Verb.NOTICE, "upper-back", 90.0)


def test_a_rest_has_its_length_for_a_value_and_no_title() -> None:
    step = timed("- rest: 1m\n")
    assert (step.verb, step.title, step.length.seconds) == (Verb.REST, "", 60.0)


def test_a_write_waits_and_may_go_into_the_journal() -> None:
    step = open_step("- write: What now?\n  for: 5m\n  keep: journal\n")
    assert (step.verb, step.title, step.suggested, step.keep) == (
        *(Verb.WRITE, "What now?"),
        *(300.0, True),
    )
    assert open_step("- write: A\n").keep is False
    assert open_step("- write: A\n  keep: nothing\n").keep is False
    assert open_step("- write: A\n").suggested is None


def test_a_rate_says_what_it_rates() -> None:
    assert open_step("- rate: A\n  as: tension\n").scale == "tension"
    assert open_step("- rate: A\n").scale == ""


def test_a_choose_has_its_answers_as_typed() -> None:
    step = open_step("- choose: Is it?\n  options: [yes, not really, no, 1:30, ~]\n")
    assert step.choices == ("yes", "not really", "no", "1:30", "~")


def test_a_check_has_its_items() -> None:
    assert open_step("- check: A\n  items: [Feet flat]\n").items == ("Feet flat",)


def test_a_wait_waits() -> None:
    step = open_step("- wait: Press Enter.\n")
    assert (step.verb, step.title, step.suggested) == (Verb.WAIT, "Press Enter.", None)


def test_a_repeat_holds_its_steps() -> None:
    step = repeat("- repeat: 2\n  rest: 45s\n  steps:\n  - say: A\n  - say: B\n")
    assert (step.count, step.rest, step.fixed) == (2, 45.0, False)
    assert [each.title for each in leaves(step.steps)] == ["A", "B"]


def test_the_rest_of_a_repeat_may_stand_before_it() -> None:
    assert repeat("- rest: 45s\n  repeat: 2\n  steps: [say: A]\n").rest == 45.0


def test_any_step_may_have_the_keys_for_any_step() -> None:
    step = timed("""
        - say: A
          for: 70s
          text: B
          say_instead: C
          cues: {30s: D, halfway: E}
          lead_in: 3s
          halfway: yes
          fixed: yes
          dim: yes
    """)
    assert (step.text, step.say_instead, step.lead_in) == ("B", "C", 3.0)
    assert (step.halfway, step.fixed, step.dim) == (True, True, True)
    assert step.cues == (Cue(30.0, "D"), Cue(Halfway.HALFWAY, "E"))
    opened = open_step("- wait: A\n  lead_in: 3s\n  fixed: yes\n  dim: yes\n  say_instead: C\n")
    assert (opened.lead_in, opened.fixed, opened.dim, opened.say_instead) == (3.0, True, True, "C")


@pytest.mark.parametrize("text", ["no", "1:30", "010", "~", "off", "2024-01-01"])
def test_titles_texts_and_cues_are_read_as_typed(text: str) -> None:
    step = timed(f"- hold: {text}\n  for: 60s\n  text: {text}\n  cues: {{0:30: {text}}}\n")
    assert (step.title, step.text) == (text, text)
    assert step.cues == (Cue(30.0, text),)


def test_cues_may_be_for_a_phase() -> None:
    step = timed("- breathe: A\n  breaths: 3\n  pattern: 4-4-4\n  cues: {in: B, hold: C, out: D}\n")
    assert [cue.when for cue in step.cues] == [PhaseName.IN, PhaseName.HOLD, PhaseName.OUT]
    step = timed("- move: A\n  reps: 3\n  tempo: 4-1-4-1\n  cues: {there: B, back: C}\n")
    assert [cue.when for cue in step.cues] == [PhaseName.THERE, PhaseName.BACK]


# ---------------------------------------------------------------- defaults


@pytest.mark.parametrize(
    ("step", "lead_in"),
    [
        ("hold: A, for: 5s", 5.0),
        ("move: A, for: 5s", 5.0),
        ("breathe: A, for: 5s", 5.0),
        ("notice: A, for: 5s", 0.0),
        ("say: A", 0.0),
        ("rest: 5s", 0.0),
        ("write: A", 0.0),
        ("wait: A", 0.0),
    ],
)
def test_a_lead_in_comes_before_what_has_to_be_got_ready_for(step: str, lead_in: float) -> None:
    (only,) = steps(f"- {{{step}}}\n")
    assert isinstance(only, Timed | Open)
    assert only.lead_in == lead_in


def test_a_default_lead_in_changes_only_the_steps_that_have_one() -> None:
    some = steps("- {hold: A, for: 5s}\n- say: B\n- wait: C\n", "defaults: {lead_in: 9s}\n")
    assert [step.lead_in for step in leaves(some)] == [9.0, 0.0, 0.0]


def test_a_halfway_bell_is_for_what_is_done_not_for_what_is_said() -> None:
    some = steps(
        "- {hold: A, for: 50s}\n- {notice: B, for: 50s}\n- {say: C, for: 50s}\n- rest: 50s"
    )
    assert [step.halfway for step in leaves(some)] == [True, True, False, False]


# ---------------------------------------------------------------- groups


def test_what_stands_on_a_repeat_holds_for_each_step_inside() -> None:
    group = repeat("""
        - repeat: 2
          text: given
          say_instead: spoken
          cues: {10s: Ten, halfway: Half, in: In, 100s: Late}
          lead_in: 1s
          halfway: no
          fixed: yes
          dim: yes
          steps:
            - hold: A
              for: 60s
            - breathe: B
              breaths: 3
              text: own
              lead_in: 2s
            - repeat: 2
              steps:
                - notice: C
                  for: 50s
                  cues: {5s: own}
    """)
    hold, breathe, notice = leaves(group.steps)
    assert [each.text for each in (hold, breathe, notice)] == ["given", "own", "given"]
    assert [each.say_instead for each in (hold, breathe)] == ["spoken", None]
    assert [each.lead_in for each in (hold, breathe, notice)] == [1.0, 2.0, 0.0]
    assert [cue.text for cue in hold.cues] == ["Ten", "Half"]
    assert [cue.text for cue in breathe.cues] == ["Ten", "Half", "In"]
    assert [cue.text for cue in notice.cues] == ["own"]
    assert not any(each.halfway for each in (hold, breathe, notice))
    assert all(each.fixed and each.dim for each in (hold, breathe, notice))
    inner = group.steps[2]
    assert isinstance(inner, Repeat)
    assert group.fixed
    assert inner.fixed


# ---------------------------------------------------------------- what can be wrong


@pytest.mark.parametrize(
    ("step", "places"),
    [
        # no verb, two verbs, a misspelt one
        ("{for: 5s}", [(3, 3, Message.NO_VERB)]),
        ("{text: A, for: 5s}", [(3, 3, Message.NO_VERB)]),
        ("{zzz: A}", [(3, 3, Message.NO_VERB)]),
        ("{}", [(3, 3, Message.NO_VERB)]),
        ("Sit down", [(3, 3, Message.NO_VERB)]),
        ("{hold: A, notice: B, for: 5s}", [(3, 13, Message.TWO_VERBS)]),
        ("{hold: A, for: 5s, rest: 5s}", [(3, 22, Message.TWO_VERBS)]),
        ("{say: A, say: B}", [(3, 12, Message.DUPLICATE_KEY)]),
        ("{say: A, wait: B, rate: C}", [(3, 12, Message.TWO_VERBS), (3, 21, Message.TWO_VERBS)]),
        ("{hlod: A, for: 5s}", [(3, 4, Message.UNKNOWN_KEY)]),
        ("{Hold: A, for: 5s}", [(3, 4, Message.UNKNOWN_KEY)]),
        # keys
        ("{hold: A, for: 5s, txet: B}", [(3, 22, Message.UNKNOWN_KEY)]),
        ("{say: A, reps: 5}", [(3, 12, Message.KEY_NOT_HERE)]),
        ("{hold: A, for: 5s, tempo: 1-0-1-0}", [(3, 22, Message.KEY_NOT_HERE)]),
        ("{hold: A, for: 5s, switch: 5s}", [(3, 22, Message.KEY_NEEDS)]),
        ("{move: A, for: 5s, tempo: 1-0-1-0}", [(3, 22, Message.KEY_NEEDS)]),
        ("{move: A, reps: 5, pattern: 5-5}", [(3, 22, Message.KEY_NEEDS)]),
        ("{breathe: A, for: 5s, sides: left-right}", [(3, 25, Message.KEY_NOT_HERE)]),
        # values
        ("{hold: [A], for: 5s}", [(3, 10, Message.WANTS_TEXT)]),
        ("{hold: '', for: 5s}", [(3, 10, Message.EMPTY_VALUE)]),
        ("{hold: A, for: 5s, sides: both}", [(3, 29, Message.BAD_VALUE)]),
        ("{hold: A, for: 5s, fixed: on}", [(3, 29, Message.BAD_VALUE)]),
        ("{hold: A, for: 5s, lead_in: -1s}", [(3, 31, Message.NEGATIVE)]),
        ("{notice: A, for: 5s, area: elbow}", [(3, 30, Message.BAD_VALUE)]),
        ("{write: A, keep: forever}", [(3, 20, Message.BAD_VALUE)]),
        ("{rate: A, as: hunger}", [(3, 17, Message.BAD_VALUE)]),
        ("{write: A, for: 0s}", [(3, 19, Message.ZERO)]),
        ("{rest: 0s}", [(3, 10, Message.ZERO)]),
        ("{rest: soon}", [(3, 10, Message.BAD_DURATION)]),
        ("{rest: 5}", [(3, 10, Message.NO_UNIT)]),
        # lists
        ("{choose: A}", [(3, 3, Message.MISSING_KEY)]),
        ("{choose: A, options: [b]}", [(3, 24, Message.TOO_FEW)]),
        ("{choose: A, options: []}", [(3, 24, Message.EMPTY_LIST)]),
        ("{choose: A, options: b}", [(3, 24, Message.WANTS_LIST)]),
        ("{check: A}", [(3, 3, Message.MISSING_KEY)]),
        ("{check: A, items: []}", [(3, 21, Message.EMPTY_LIST)]),
        # repeats
        ("{repeat: 2}", [(3, 3, Message.MISSING_KEY)]),
        ("{repeat: 2, steps: []}", [(3, 22, Message.EMPTY_LIST)]),
        ("{repeat: 0, steps: [say: A]}", [(3, 12, Message.ZERO)]),
        ("{repeat: twice, steps: [say: A]}", [(3, 12, Message.BAD_COUNT)]),
        ("{repeat: 2, steps: [say: A], rest: soon}", [(3, 38, Message.BAD_DURATION)]),
        ("{repeat: 2, steps: [say: A], for: 5s}", [(3, 32, Message.KEY_NOT_HERE)]),
        (
            "{repeat: x, steps: [sya: A]}",
            [(3, 12, Message.BAD_COUNT), (3, 23, Message.UNKNOWN_KEY)],
        ),
        # cues
        ("{hold: A, for: 5s, cues: {}}", [(3, 28, Message.EMPTY_VALUE)]),
        ("{hold: A, for: 5s, cues: B}", [(3, 28, Message.WANTS_KEYS)]),
        ("{hold: A, for: 5s, cues: [B]}", [(3, 28, Message.WANTS_KEYS)]),
        ("{hold: A, for: 5s, cues: {30: B}}", [(3, 29, Message.NO_UNIT)]),
        ("{hold: A, for: 5s, cues: {-3s: B}}", [(3, 29, Message.NEGATIVE)]),
        ("{hold: A, for: 5s, cues: {middle: B}}", [(3, 29, Message.BAD_CUE_KEY)]),
        ("{hold: A, for: 5s, cues: {halfway: ''}}", [(3, 38, Message.EMPTY_VALUE)]),
        ("{hold: A, for: 5s, cues: {halfway: [B]}}", [(3, 38, Message.WANTS_TEXT)]),
        ("{hold: A, for: 5s, cues: {in: B}}", [(3, 29, Message.CUE_WITHOUT_PHASE)]),
        ("{wait: A, cues: {in: B}}", [(3, 20, Message.CUE_WITHOUT_PHASE)]),
        ("{breathe: A, breaths: 3, cues: {hold: B}}", [(3, 35, Message.CUE_WITHOUT_PHASE)]),
        ("{move: A, reps: 3, cues: {in: B}}", [(3, 29, Message.CUE_WITHOUT_PHASE)]),
        ("{say: A, cues: {1s: B, 1s: C}}", [(3, 26, Message.DUPLICATE_KEY)]),
    ],
)
def test_a_wrong_step_is_told_at_the_place_to_mend(
    step: str, places: list[tuple[int, int, Message]]
) -> None:
    assert errors(f"name: x\nsteps:\n- {step}\n") == places


@pytest.mark.parametrize(
    ("step", "instead"),
    [
        ("{hlod: A, for: 5s}", "hold"),
        ("{Hold: A, for: 5s}", "hold"),
        ("{breath: A, for: 5s}", "breathe"),
        ("{repaet: 2, steps: [say: A]}", "repeat"),
        ("{hold: A, fro: 5s, for: 5s}", "for"),
        ("{hold: A, for: 5s, txet: B}", "text"),
        ("{hold: A, for: 5s, say-instead: B}", "say_instead"),
        ("{hold: A, for: 5s, Lead in: 2s}", "lead_in"),
        ("{hold: A, for: 5s, zzz: B}", ""),
        ("{hold: A, for: 5s, sides: left/right}", "left-right"),
        ("{notice: A, for: 5s, area: upper back}", "upper-back"),
        ("{hold: A, for: 5}", "5s"),
        ("{hold: A, for: 2 min}", "2m"),
        ("{hold: A, for: 5s, cues: {halfwy: B}}", "halfway"),
        ("{hold: A, for: 5s, dim: on}", "yes"),
        ("{choose: A, options: b}", "[b]"),
        ("{breathe: A, breaths: 3, pattern: 4–7–8}", "4-7-8"),
    ],
)
def test_a_wrong_step_is_told_with_what_was_meant(step: str, instead: str) -> None:
    (problem,) = read(f"name: x\nsteps:\n- {step}\n").problems
    assert problem.instead == instead


def test_a_misspelt_verb_does_not_hide_what_else_is_wrong_with_its_step() -> None:
    assert errors("""
        name: x
        steps:
          - hlod: A
            for: -5s
            sides: both
          - repaet: 2
            steps:
              - sya: B
    """) == [
        (3, 5, Message.UNKNOWN_KEY),
        (4, 10, Message.NEGATIVE),
        (5, 12, Message.BAD_VALUE),
        (6, 5, Message.UNKNOWN_KEY),
        (8, 9, Message.UNKNOWN_KEY),
    ]


@pytest.mark.parametrize(
    ("step", "instead"),
    [
        ("{move: A, rep: 10}", "reps"),
        ("{hold: A, fro: 10s}", "for"),
        ("{move: A, rep: 10, tempo: 2-0-2-0}", "reps"),
        ("{choose: A, option: [a, b]}", "options"),
    ],
)
def test_what_stands_under_a_misspelt_key_is_not_called_missing_too(
    step: str, instead: str
) -> None:
    (problem,) = read(f"name: x\nsteps:\n- {step}\n").problems
    assert (problem.message, problem.instead) == (Message.UNKNOWN_KEY, instead)


def test_what_no_misspelt_key_was_meant_to_be_is_still_missing() -> None:
    assert errors("name: x\nsteps:\n- {move: A, txet: b}\n") == [
        (3, 4, Message.NO_LENGTH),
        (3, 13, Message.UNKNOWN_KEY),
    ]


def test_a_key_of_other_verbs_is_told_apart_from_one_that_nobody_knows() -> None:
    reading = read("name: x\nsteps:\n- {say: A, reps: 5, sepr: 5}\n")
    here, unknown = reading.problems
    assert (here.message, dict(here.values)) == (
        Message.KEY_NOT_HERE,
        {"key": "reps", "verb": "say"},
    )
    assert unknown.message is Message.UNKNOWN_KEY
    assert "reps" not in unknown.values["known"]


def test_a_misspelt_say_with_a_length_is_a_problem_like_any_other() -> None:
    (problem,) = read("name: x\nsteps:\n  - ay: Sit tall\n    for: 20s\n").problems
    assert (problem.line, problem.message, problem.instead) == (3, Message.UNKNOWN_KEY, "say")
