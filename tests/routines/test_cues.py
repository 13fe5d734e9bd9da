"""What is signalled when within a segment."""

import pytest
from hypothesis import given, settings

from routines.cues import Signal, SignalKind, signals_of
from routines.model import Cycles, Routine, Timed
from routines.timeline import Segment, SegmentKind, timeline_of
from tests.routines.generated import routines
from tests.routines.texts import steps

Heard = list[tuple[float, SignalKind, str]]


def segments(text: str) -> tuple[Segment, ...]:
    return timeline_of(Routine(id="this", name="x", steps=steps(text))).segments


def heard(segment: Segment) -> Heard:
    return [(each.offset, each.kind, each.text) for each in signals_of(segment)]


def work(text: str) -> Segment:
    """The first stretch of work or rest in ``text``."""
    kinds = (SegmentKind.WORK, SegmentKind.REST)
    return next(each for each in segments(text) if each.kind in kinds)


def test_work_has_a_start_with_its_words_and_an_end() -> None:
    assert heard(work("- hold: A\n  for: 30s\n  text: Breathe.\n")) == [
        (0, SignalKind.START, "Breathe."),
        (30, SignalKind.END, ""),
    ]


def test_what_is_said_instead_is_heard_in_place_of_the_text() -> None:
    step = "- hold: A\n  for: 30s\n  text: Breathe.\n  say_instead: Slowly.\n"
    assert heard(work(step))[0] == (0, SignalKind.START, "Slowly.")


def test_lead_ins_switches_rests_and_open_steps_have_signals_of_their_own() -> None:
    text = """
        - hold: A
          for: 30s
          sides: left-right
          text: B
        - rest: 10s
        - wait: C
          text: D
        - repeat: 2
          rest: 5s
          steps: [say: E]
    """
    kinds = [signals_of(each)[0].kind for each in segments(text)]
    assert kinds == [
        *(SignalKind.LEAD_IN, SignalKind.START, SignalKind.SWITCH, SignalKind.START),
        *(SignalKind.REST, SignalKind.ASK),
        *(SignalKind.START, SignalKind.REST, SignalKind.START),
    ]
    texts = [signals_of(each)[0].text for each in segments(text)]
    assert texts[:6] == ["", "B", "", "B", "", "D"]


@pytest.mark.parametrize(("seconds", "bell"), [("39.9s", False), ("40s", True), ("2m", True)])
def test_the_halfway_bell_is_for_40_s_and_more(seconds: str, bell: bool) -> None:
    segment = work(f"- hold: A\n  for: {seconds}\n")
    found = [each.offset for each in signals_of(segment) if each.kind is SignalKind.HALFWAY]
    assert found == [segment.seconds / 2] * bell


def test_the_halfway_bell_can_be_left_out() -> None:
    segment = work("- hold: A\n  for: 60s\n  halfway: no\n")
    assert [each.kind for each in signals_of(segment)] == [SignalKind.START, SignalKind.END]


def test_each_side_has_its_own_halfway_bell() -> None:
    both = segments("- hold: A\n  for: 60s\n  sides: left-right\n")
    bells = [s for each in both for s in signals_of(each) if s.kind is SignalKind.HALFWAY]
    assert [each.segment.side for each in bells] == [both[1].side, both[3].side]


def test_cues_come_at_their_time_and_halfway() -> None:
    text = "- hold: A\n  for: 30s\n  cues: {20s: late, 5s: early, halfway: middle}\n"
    assert heard(work(text))[1:-1] == [
        (5, SignalKind.CUE, "early"),
        (15, SignalKind.CUE, "middle"),
        (20, SignalKind.CUE, "late"),
    ]


def test_the_bell_comes_before_the_words_of_the_middle() -> None:
    text = "- hold: A\n  for: 40s\n  cues: {halfway: middle}\n"
    assert heard(work(text))[1:-1] == [
        (20, SignalKind.HALFWAY, ""),
        (20, SignalKind.CUE, "middle"),
    ]


def test_a_rest_may_have_cues_but_no_end_bell() -> None:
    assert heard(work("- rest: 30s\n  cues: {10s: Shake it out.}\n")) == [
        (0, SignalKind.REST, ""),
        (10, SignalKind.CUE, "Shake it out."),
    ]


def test_phases_are_signalled_with_the_number_of_their_breath_and_their_words() -> None:
    segment = work("""
        - breathe: A
          breaths: 2
          phases: [{in: 2s}, {in: 1s, text: more}, {out: 6s}]
          cues: {in: In, out: Out}
    """)
    phases = [each for each in signals_of(segment) if each.kind is SignalKind.PHASE]
    assert [(each.offset, each.number, each.text) for each in phases] == [
        *((0, 1, "In"), (2, 1, "more"), (3, 1, "Out")),
        *((9, 2, "In"), (11, 2, "more"), (12, 2, "Out")),
    ]
    assert [each.phase.name.value for each in phases if each.phase] == ["in", "in", "out"] * 2


@given(routines())
@settings(max_examples=50)
def test_signals_are_in_order_and_within_their_segment(made: Routine) -> None:
    for segment in timeline_of(made).segments:
        found = signals_of(segment)
        offsets = [each.offset for each in found]
        assert offsets == sorted(offsets)
        assert found[0].offset == 0
        assert offsets[-1] <= segment.seconds
        assert all(each.segment is segment for each in found)
        assert not any(each.kind is SignalKind.END for each in found[:-1])


def phases_of(found: tuple[Signal, ...]) -> list[Signal]:
    return [each for each in found if each.kind is SignalKind.PHASE]


@given(routines())
@settings(max_examples=50)
def test_every_phase_of_every_rep_is_signalled_once(made: Routine) -> None:
    for segment in timeline_of(made).segments:
        step = segment.step
        if segment.kind is SegmentKind.WORK and isinstance(step, Timed):
            length = step.length
            wanted = length.count * len(length.phases) if isinstance(length, Cycles) else 0
            assert len(phases_of(signals_of(segment))) == wanted
