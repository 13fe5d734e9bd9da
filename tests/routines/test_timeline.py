"""Timelines: what comes when, without gap or overlap."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routines.duration import total_seconds
from routines.model import Cycles, Item, Repeat, Routine, Side, Timed
from routines.timeline import Place, Round, Segment, SegmentKind, Timeline, timeline_of
from tests.routines.generated import routines, written_routines
from tests.routines.texts import routine, steps

LEAD_IN, WORK, SWITCH = SegmentKind.LEAD_IN, SegmentKind.WORK, SegmentKind.SWITCH
REST, OPEN = SegmentKind.REST, SegmentKind.OPEN


def timeline(text: str) -> Timeline:
    return timeline_of(Routine(id="this", name="x", steps=steps(text)))


def laid_out(text: str) -> list[tuple[SegmentKind, float, int]]:
    """Kind, length and stop of each segment."""
    return [(each.kind, each.seconds, each.stop) for each in timeline(text).segments]


def test_a_lead_in_belongs_to_the_work_behind_it() -> None:
    assert laid_out("- hold: A\n  for: 30s\n- notice: B\n  for: 10s\n") == [
        (LEAD_IN, 5, 0),
        (WORK, 30, 0),
        (WORK, 10, 1),
    ]


def test_each_side_has_its_full_time_with_a_switch_and_no_lead_in_between() -> None:
    text = "- hold: A\n  for: 30s\n  sides: right-left\n"
    assert laid_out(text) == [(LEAD_IN, 5, 0), (WORK, 30, 0), (SWITCH, 5, 1), (WORK, 30, 1)]
    sides = [each.side for each in timeline(text).segments]
    assert sides == [Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT]


def test_without_a_switch_the_sides_follow_each_other_and_can_be_skipped_between() -> None:
    text = "- {hold: A, for: 30s, sides: left-right, switch: 0s, lead_in: 0s}\n"
    assert laid_out(text) == [(WORK, 30, 0), (WORK, 30, 1)]


def test_rounds_have_their_rest_between_them_and_not_after_them() -> None:
    text = "- repeat: 2\n  rest: 45s\n  steps: [{notice: A, for: 10s}]\n"
    assert laid_out(text) == [(WORK, 10, 0), (REST, 45, 1), (WORK, 10, 2)]
    assert [each.round for each in timeline(text).segments] == [
        Round(1, 2),
        Round(1, 2),
        Round(2, 2),
    ]


def test_rounds_without_rest_follow_each_other() -> None:
    assert laid_out("- repeat: 3\n  steps: [{notice: A, for: 10s}]\n") == [
        (WORK, 10, 0),
        (WORK, 10, 1),
        (WORK, 10, 2),
    ]


def test_a_nested_repeat_counts_its_own_rounds() -> None:
    text = "- repeat: 2\n  steps: [{repeat: 2, steps: [{rest: 1s}]}, {rest: 2s}]\n"
    assert [each.round for each in timeline(text).segments] == [
        *(Round(1, 2), Round(2, 2), Round(1, 2)),
        *(Round(1, 2), Round(2, 2), Round(2, 2)),
    ]


def test_an_open_step_takes_no_time_of_its_own() -> None:
    text = "- say: A\n- {wait: B, lead_in: 4s}\n- write: C\n- say: D\n"
    assert laid_out(text) == [
        (WORK, 3, 0),
        (LEAD_IN, 4, 1),
        (OPEN, 0, 1),
        (OPEN, 0, 2),
        (WORK, 3, 3),
    ]
    assert timeline(text).open_steps == 2
    assert timeline(text).seconds == 10


def test_a_rest_is_a_rest() -> None:
    assert laid_out("- rest: 30s\n") == [(REST, 30, 0)]


# ---------------------------------------------------------------- where and when

EXAMPLE = "- {hold: A, for: 10s}\n- wait: B\n- {notice: C, for: 20s}\n"  # 0-5-15|15-35


@pytest.mark.parametrize(
    ("seconds", "place"),
    [
        (-10, Place(0, 0.0)),
        (0, Place(0, 0.0)),
        (4.5, Place(0, 4.5)),
        (5, Place(1, 0.0)),
        (14.5, Place(1, 9.5)),
        (15, Place(3, 0.0)),
        (34.5, Place(3, 19.5)),
        (35, Place(3, 20.0)),
        (9999, Place(3, 20.0)),
    ],
)
def test_every_moment_has_its_place(seconds: float, place: Place) -> None:
    assert timeline(EXAMPLE).at(seconds) == place


def test_the_moment_of_an_open_step_is_the_place_behind_it() -> None:
    assert timeline(EXAMPLE).at(15) == Place(3)
    assert timeline(EXAMPLE).time_at(Place(2)) == timeline(EXAMPLE).time_at(Place(3)) == 15


def test_an_open_step_at_the_end_is_the_end() -> None:
    assert timeline("- say: A\n- wait: B\n").at(3) == Place(1)


def test_what_is_coming_is_the_next_thing_to_do() -> None:
    line = timeline("- {hold: A, for: 10s, sides: left-right}\n- wait: B\n- {hold: C, for: 5s}\n")

    def coming(index: int) -> tuple[str, Side | None] | None:
        segment = line.coming(index)
        return (segment.step.title, segment.side) if segment else None

    assert coming(0) == ("A", Side.LEFT)
    assert coming(1) == ("A", Side.RIGHT)
    assert coming(2) == ("A", Side.RIGHT)
    assert coming(3) == ("B", None)
    assert coming(4) == ("C", None)
    assert coming(len(line.segments) - 1) is None


def test_what_follows_a_lead_in_is_not_what_it_leads_to() -> None:
    line = timeline("- {hold: A, for: 10s}\n- say: B\n")
    after = line.after_this(0)
    assert after is not None
    assert after.step.title == "B"
    assert line.after_this(1) == after
    assert line.after_this(2) is None


# ---------------------------------------------------------------- any routine


def check_tiles(segments: tuple[Segment, ...]) -> None:
    assert segments[0].start == 0
    for before, after in pairwise(segments):
        assert after.start == before.end
        assert after.stop - before.stop in (0, 1)
    for segment in segments:
        assert segment.is_open == (segment.seconds == 0)
    assert segments[0].stop == 0


@given(routines())
@settings(max_examples=50)
def test_segments_tile_the_whole_without_gap_or_overlap(made: Routine) -> None:
    line = timeline_of(made)
    check_tiles(line.segments)
    assert line.seconds == pytest.approx(total_seconds(made.steps))
    assert line.seconds == pytest.approx(sum(each.seconds for each in line.segments))
    assert len(line.stops) == line.segments[-1].stop + 1


def worked(items: tuple[Item, ...]) -> list[tuple[int, Side | None, float]]:
    """Every stretch of work that ``items`` ask for: line, side and full length."""
    found: list[tuple[int, Side | None, float]] = []
    for item in items:
        if isinstance(item, Repeat):
            found += worked(item.steps) * item.count
        elif isinstance(item, Timed):
            found += [(item.line, side, item.length.seconds) for side in item.sides or (None,)]
    return found


@given(routines())
@settings(max_examples=50)
def test_every_side_of_every_round_has_its_full_time_in_order(made: Routine) -> None:
    segments = timeline_of(made).segments
    rounds = {item.line for item in every_repeat(made.steps)}
    assert [
        (each.step.line, each.side, each.seconds)
        for each in segments
        if each.kind in (WORK, REST) and each.step.line not in rounds
    ] == worked(made.steps)


def every_repeat(items: tuple[Item, ...]) -> list[Repeat]:
    found = [item for item in items if isinstance(item, Repeat)]
    return found + [each for item in found for each in every_repeat(item.steps)]


@given(routines())
@settings(max_examples=50)
def test_whole_breaths_and_reps_are_never_cut(made: Routine) -> None:
    for segment in timeline_of(made).segments:
        length = segment.step.length if isinstance(segment.step, Timed) else None
        if segment.kind is WORK and isinstance(length, Cycles):
            assert segment.seconds == pytest.approx(length.count * length.cycle_seconds)


@given(routines(), st.floats(-0.1, 1.1))
@settings(max_examples=50)
def test_at_and_time_at_agree(made: Routine, share: float) -> None:
    line = timeline_of(made)
    seconds = share * line.seconds
    place = line.at(seconds)
    assert 0 <= place.offset <= line.segments[place.index].seconds
    assert line.time_at(place) == pytest.approx(min(max(seconds, 0), line.seconds))
    assert line.at(line.time_at(place)).index in (place.index, place.index + 1)


@given(routines(), st.data())
@settings(max_examples=50)
def test_every_moment_within_a_segment_leads_back_to_it(made: Routine, data: st.DataObject) -> None:
    line = timeline_of(made)
    index = data.draw(st.integers(0, len(line.segments) - 1))
    segment = line.segments[index]
    if segment.seconds:
        offset = segment.seconds * data.draw(st.floats(0.01, 0.99))
        back = line.at(line.time_at(Place(index, offset)))
        assert back.index == index
        assert back.offset == pytest.approx(offset)


@given(written_routines())
def test_a_file_takes_as_long_as_the_contract_says(
    written: tuple[str, float, list[float]],
) -> None:
    text, seconds, work = written
    line = timeline_of(routine(text))
    check_tiles(line.segments)
    assert line.seconds == pytest.approx(seconds)
    done = [each.seconds for each in line.segments if each.kind in (WORK, REST)]
    assert done == pytest.approx(work)
