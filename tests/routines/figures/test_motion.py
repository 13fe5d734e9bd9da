import math
from itertools import pairwise

import pytest

from routines.catalogue import load_catalogue
from routines.figures.model import Facing, Figure, Pose
from routines.figures.motion import pose_at, still_pose
from routines.figures.reader import read_figure_file
from routines.figures.ways import middle_of, room_of
from routines.lookup import LIBRARY, Folders
from routines.model import Side
from routines.phases import ease
from routines.timeline import Segment, SegmentKind, Timeline, timeline_of
from tests.routines.figures.bodies import (
    every,
    farthest,
    figure_of,
    front_source,
    side_source,
    timeline,
)

BREATHING = figure_of(side_source())
HOLDING = figure_of(side_source(loop="{start: a, hold: b}"))
FAR_END = figure_of(
    side_source(loop="{start: a, there: b, back: c}").replace(
        "loop", "  c: {like: a, head: [0.04, 0.92]}\nloop"
    )
)
REACH = BREATHING.postures["b"].joints["hand"].y - BREATHING.postures["a"].joints["hand"].y


def work(*steps: str) -> Segment:
    """The first segment of work of a routine."""
    return next(each for each in timeline(*steps).segments if each.kind is SegmentKind.WORK)


def raised(figure: Figure, segment: Segment, offset: float) -> float:
    """How far the near hand has come from the first posture to the second, by its height."""
    hand = pose_at(figure, segment, offset).joints["hand"]
    return (hand.y - figure.postures["a"].joints["hand"].y) / REACH


def hand(figure: Figure, name: str = "b") -> object:
    return figure.postures[name].joints["hand"]


def shown(figure: Figure, segment: Segment, offset: float) -> object:
    return pose_at(figure, segment, offset).joints["hand"]


def test_a_breath_moves_in_and_out_with_its_phases() -> None:
    segment = work("move: A, breaths: 3, pattern: 4-2-6")
    for number in range(3):
        at = 12.0 * number
        assert raised(BREATHING, segment, at) == pytest.approx(0, abs=1e-6)
        assert 0.05 < raised(BREATHING, segment, at + 2) < 0.95
        assert shown(BREATHING, segment, at + 4) == pytest.approx(hand(BREATHING))
        assert shown(BREATHING, segment, at + 5) == pytest.approx(hand(BREATHING))
        assert 0.05 < raised(BREATHING, segment, at + 9) < 0.95
    assert raised(BREATHING, segment, 36.0) == pytest.approx(0)


def test_breath_and_belly_follow_the_phases() -> None:
    segment = work("breathe: A, breaths: 3, pattern: 4-6")
    for offset in (0.0, 1.0, 2.5, 4.0, 6.0, 10.0, 13.0):
        share = (offset % 10) / 4 if offset % 10 <= 4 else 1 - (offset % 10 - 4) / 6
        pose = pose_at(BREATHING, segment, offset)
        assert pose.breath == pytest.approx(ease(share))
        assert pose.belly == pytest.approx(ease(share))


def test_a_rep_takes_the_ways_of_the_breath_and_the_other_way_round() -> None:
    rep = work("move: A, reps: 2, tempo: 3-1-3-0")
    assert shown(BREATHING, rep, 3.5) == pytest.approx(hand(BREATHING))
    breath = work("move: A, breaths: 2, pattern: 3-1-3")
    assert shown(FAR_END, breath, 3.5) == pytest.approx(hand(FAR_END))


def test_several_breaths_in_share_the_way_by_their_seconds() -> None:
    segment = work("breathe: Sigh, breaths: 2, phases: [{in: 2s}, {in: 1s}, {out: 6s}]")
    moved = [pose_at(BREATHING, segment, offset).belly for offset in (2.0, 3.0, 9.0)]
    assert moved == pytest.approx([2 / 3, 1, 0])
    with_hold = work("breathe: A, breaths: 1, phases: [{in: 2s}, {hold: 1s}, {in: 2s}, {out: 6s}]")
    moved = [pose_at(BREATHING, with_hold, offset).belly for offset in (2.0, 2.5, 3.0, 5.0)]
    assert moved == pytest.approx([0.5, 0.5, 0.5, 1])


def test_postures_passed_through_share_the_phase_evenly_with_one_ease() -> None:
    source = side_source(loop="{there: [b, c, d], back: a}").replace(
        "loop", "  c: {like: b, head: [0.02, 0.93]}\n  d: {like: c, belly: 0.5}\nloop", 1
    )
    figure = figure_of(source)
    segment = work("move: A, reps: 1, tempo: 6-0-2-0")
    third = 6 * math.acos(1 - 2 / 3) / math.pi
    assert shown(figure, segment, third) == pytest.approx(hand(figure), abs=1e-4)
    assert pose_at(figure, segment, 6.0).belly == 0.5


def test_the_last_way_leads_on_to_the_start() -> None:
    segment = work("move: A, reps: 3, tempo: 2-0-2-0")
    start, end = FAR_END.loop.start.joints, FAR_END.postures["c"].joints
    assert farthest(pose_at(FAR_END, segment, 0.0).joints, start) == 0
    assert farthest(pose_at(FAR_END, segment, 4.0).joints, end) < 1e-6
    assert farthest(pose_at(FAR_END, segment, 8.0).joints, end) < 1e-6
    assert farthest(pose_at(FAR_END, segment, 12.0).joints, start) < 1e-6


def test_a_movement_without_a_tempo_goes_two_seconds_there_and_two_back() -> None:
    segment = work("move: A, for: 9s")
    assert raised(BREATHING, segment, 2.25) == pytest.approx(1)
    assert raised(BREATHING, segment, 4.5) == pytest.approx(0, abs=1e-6)
    assert raised(BREATHING, segment, 9.0) == pytest.approx(0, abs=1e-6)
    whole = work("move: A, for: 40s")
    assert raised(BREATHING, whole, 38.0) == pytest.approx(1)


def test_a_hold_is_eased_into_held_and_left() -> None:
    segment = work("hold: A, for: 30s")
    heights = [raised(HOLDING, segment, offset) for offset in (0, 2, 4, 15, 28.5, 29.25, 30)]
    assert heights[0] == heights[-1] == 0
    assert heights[2:5] == pytest.approx([1, 1, 1])
    assert 0.05 < heights[1] < 0.95
    assert 0.05 < heights[5] < 0.95
    short = work("hold: A, for: 4s")
    assert raised(HOLDING, short, 1.0) == pytest.approx(1)
    assert raised(HOLDING, short, 3.0) == pytest.approx(1)


def test_a_hold_breathes_and_nothing_else_moves() -> None:
    segment = work("hold: A, for: 30s")
    full, empty = pose_at(HOLDING, segment, 15.0), pose_at(HOLDING, segment, 20.0)
    assert (full.breath, empty.breath) == pytest.approx((1, 0))
    assert full.joints == empty.joints


BREATHED = figure_of(
    side_source(loop="{start: a, hold: b, in: c}").replace(
        "loop", "  c: {like: b, waist: [0, 0.63], belly: 0.5}\nloop", 1
    )
)
RESTING = figure_of(side_source(loop="{hold: a, in: b}"))


def test_the_breath_moves_what_is_held_where_the_figure_says_so() -> None:
    segment = work("hold: A, for: 30s")
    waists = [pose_at(BREATHED, segment, at).joints["waist"].y for at in (0, 4, 10, 15, 20, 28.5)]
    assert waists == pytest.approx([0.62, 0.62, 0.62, 0.63, 0.62, 0.62], abs=1e-6)
    assert pose_at(BREATHED, segment, 15.0).belly == pytest.approx(0.5)
    moments = [pose_at(BREATHED, segment, offset) for offset in every(segment, 1 / 60)]
    for before, after in pairwise(moments):
        assert abs(before.joints["waist"].y - after.joints["waist"].y) < 1e-3


def test_a_figure_that_only_rests_breathes_in_every_step() -> None:
    for step in ("notice: A, for: 20s", "hold: A, for: 20s"):
        segment = work(step)
        bellies = [pose_at(RESTING, segment, offset).belly for offset in (0.0, 10.0, 15.0, 20.0)]
        assert bellies == pytest.approx([0, 0, 1, 0], abs=1e-6)
    lead_in = timeline("hold: A, for: 9s").segments[0]
    assert pose_at(RESTING, lead_in, lead_in.seconds / 2).belly == pytest.approx(1)
    assert pose_at(BREATHED, lead_in, lead_in.seconds / 2).belly == 0


@pytest.mark.parametrize("step", ["say: A, for: 20s", "notice: A, for: 20s"])
def test_words_leave_a_moving_figure_at_its_start(step: str) -> None:
    segment = work(step)
    for offset in every(segment, 0.7):
        pose = pose_at(BREATHING, segment, offset)
        assert pose.joints == BREATHING.loop.start.joints
    assert pose_at(BREATHING, segment, 5.0).breath == pytest.approx(1)


def test_breathing_moves_the_chest_of_a_figure_that_has_no_ways_for_it() -> None:
    segment = work("breathe: A, breaths: 3, pattern: 4-6")
    figure = figure_of(side_source(loop="{hold: a}"))
    assert pose_at(figure, segment, 4.0).joints == figure.loop.start.joints
    assert pose_at(figure, segment, 4.0).breath == pytest.approx(1)


def test_a_lead_in_and_an_open_step_stand_at_the_start() -> None:
    lead_in = timeline("hold: A, for: 9s").segments[0]
    assert pose_at(HOLDING, lead_in, 3.0).joints == HOLDING.loop.start.joints
    [open_step] = timeline("wait: A").segments
    pose = pose_at(HOLDING, open_step, 5.0)
    assert pose.joints == HOLDING.loop.start.joints
    assert pose.breath == pytest.approx(1)


def test_an_offset_outside_the_segment_is_held_within_it() -> None:
    segment = work("move: A, breaths: 2")
    for offset, same in ((-5.0, 0.0), (99.0, segment.seconds)):
        assert pose_at(BREATHING, segment, offset) == pose_at(BREATHING, segment, same)


SIDED = "hold: A, for: 20s, sides: right-left, switch: 6s"


@pytest.mark.parametrize("order", ["left-right", "right-left"])
@pytest.mark.parametrize(
    "figure",
    [HOLDING, BREATHING, figure_of(side_source("facing: right", "side: right", "props: [wall]"))],
    ids=["hold", "loop", "right"],
)
def test_a_change_of_sides_turns_round_without_a_jump(figure: Figure, order: str) -> None:
    whole = timeline(f"hold: A, for: 20s, sides: {order}, switch: 6s")
    _, first, switch, second = whole.segments
    check_smooth(figure, (first, switch, second))
    middle = middle_of(figure)
    before, after = pose_at(figure, first, 0.0), pose_at(figure, second, 0.0)
    assert before.facing is not after.facing
    for name, point in before.joints.items():
        assert after.joints[name].x == pytest.approx(2 * middle - point.x)
    turns = [pose_at(figure, switch, offset).turn for offset in every(switch, 1 / 30)]
    assert turns[0] == turns[-1] == 1.0
    assert min(turns) < 0.05
    assert all(turn == 1.0 for turn in turns[: len(turns) // 2])


def test_the_side_that_is_drawn_is_shown_as_it_is_drawn() -> None:
    left, right = (each for each in timeline(SIDED).segments if each.kind is SegmentKind.WORK)
    assert left.side is Side.RIGHT
    assert pose_at(HOLDING, right, 5.0).facing is Facing.LEFT
    assert pose_at(HOLDING, left, 5.0).facing is Facing.RIGHT
    assert farthest(pose_at(HOLDING, right, 10.0).joints, HOLDING.postures["b"].joints) < 1e-9


@pytest.mark.parametrize("view", ["front", "back"])
def test_seen_from_the_front_the_other_arm_takes_over(view: str) -> None:
    figure = figure_of(front_source("props: [mat, {band: [left-hand, left-ankle]}]", view=view))
    _, first, switch, second = timeline(SIDED.replace("right-left", "left-right")).segments
    check_smooth(figure, (first, switch, second))
    there = pose_at(figure, second, 10.0).joints
    assert there["right-hand"].y > 0.9
    assert there["left-hand"].y < 0.6
    assert pose_at(figure, switch, 4.5).turn == 1.0


def check_smooth(figure: Figure, segments: tuple[Segment, ...]) -> None:
    """Nothing goes faster than a fall from here to there in half a second, borders included."""
    poses = [pose_at(figure, each, offset) for each in segments for offset in every(each, 1 / 60)]
    for before, after in pairwise(poses):
        assert farthest(before.joints, after.joints) < 0.06
        assert abs(before.breath - after.breath) < 0.06
        ends = zip(before.props, after.props, strict=True)
        assert all(
            math.dist(a, b) < 0.1 for p, q in ends for a, b in zip(p.ends, q.ends, strict=True)
        )


def all_figures() -> list[Figure]:
    read = [read_figure_file(path).figure for path in sorted((LIBRARY / "figures").glob("*.yaml"))]
    return [figure for figure in read if figure] + [BREATHING, HOLDING, FAR_END]


def library() -> list[Timeline]:
    entries = load_catalogue(Folders()).entries
    return [timeline_of(entry.routine) for entry in entries if entry.routine]


@pytest.mark.parametrize("figure", all_figures(), ids=lambda figure: figure.id)
def test_no_border_between_segments_jumps(figure: Figure) -> None:
    """Whatever figure goes with whatever step, as long as the side stays the same."""
    for whole in library():
        for before, after in pairwise(whole.segments):
            if before.is_open or after.is_open or changes_side(before, after):
                continue
            left, right = pose_at(figure, before, before.seconds), pose_at(figure, after, 0.0)
            assert farthest(left.joints, right.joints) < 0.01, (before, after)
            assert left.breath == pytest.approx(right.breath, abs=1e-6)


def changes_side(before: Segment, after: Segment) -> bool:
    """Between two steps; within one the change of sides has a segment of its own."""
    return before.step is not after.step and (before.side or Side.LEFT) != (after.side or Side.LEFT)


@pytest.mark.parametrize("figure", all_figures(), ids=lambda figure: figure.id)
def test_nothing_jumps_within_a_segment_either(figure: Figure) -> None:
    for step in ("move: A, reps: 2, tempo: 2-1-2-0", "breathe: A, breaths: 2", "hold: A, for: 12s"):
        segment = work(step)
        moments = [pose_at(figure, segment, offset) for offset in every(segment, 1 / 240)]
        for before, after in pairwise(moments):
            assert farthest(before.joints, after.joints) < 0.02


def test_the_band_ends_in_the_hand_at_all_times() -> None:
    figure = figure_of(side_source("props: [{band: [hand, far-hand, [-0.5, 0.8]]}]"))
    for segment in timeline("move: A, reps: 2, sides: left-right").segments:
        for offset in every(segment, 0.1):
            pose = pose_at(figure, segment, offset)
            near, far, _ = pose.props[0].ends
            assert math.dist(near, pose.joints["hand"]) < 1e-9
            assert math.dist(far, pose.joints["far-hand"]) < 1e-9


def test_the_room_holds_every_moment_of_both_sides() -> None:
    figure = figure_of(side_source("props: [mat, {wall: [0.4, 0]}]"))
    room = room_of(figure)
    for segment in timeline("move: A, reps: 2, sides: left-right").segments:
        for offset in every(segment, 0.05):
            for point in points(pose_at(figure, segment, offset)):
                assert room.left - 1e-9 <= point[0] <= room.right + 1e-9
                assert room.bottom <= point[1] <= room.top


def points(pose: Pose) -> list[tuple[float, float]]:
    return [*pose.joints.values(), *(end for prop in pose.props for end in prop.ends)]


def test_a_still_picture_shows_what_is_held() -> None:
    assert still_pose(HOLDING).joints["hand"] == hand(HOLDING)
    assert still_pose(BREATHING).joints["hand"] == hand(BREATHING)


def test_the_room_goes_as_far_as_the_props() -> None:
    props = "props: [{wall: [-0.9, 0]}, {cushion: [[0.5, 0], [0.7, 0]]}, {band: [hand, [0, 1.6]]}]"
    left, bottom, right, top = room_of(figure_of(side_source(props)))
    assert (left, right, top) == (-0.9, 0.7, 1.6)
    assert bottom <= 0.0


def test_the_room_counts_what_reaches_beyond_the_ends_of_a_prop() -> None:
    desk = room_of(figure_of(side_source("props: [{desk: [0.3, 0.9]}]")))
    assert desk.right > 0.3 + 0.42, "the top goes away from the body"
    assert desk.top > 0.9 + 0.315, "and a screen stands on it"
    chair = room_of(figure_of(side_source("props: [{chair: [0.3, 0.8]}]")))
    assert chair.right > 0.3 + 0.165
    assert chair.top > 0.8 + 0.27
    assert room_of(figure_of(side_source("props: [{doorway: [[-0.4, 0], [0.4, 0]]}]"))).top > 1.12


def test_the_mat_lies_there_while_the_body_turns() -> None:
    figure = figure_of(side_source("props: [{mat: [[-0.5, 0], [0.5, 0]]}, {wall: [0.5, 0]}]"))
    switch = timeline(SIDED).segments[2]
    for offset in every(switch, 0.1):
        mat, _ = pose_at(figure, switch, offset).props
        assert mat.ends[1].x - mat.ends[0].x == pytest.approx(1.0)
    walls = [pose_at(figure, switch, offset).props[1].ends[0].x for offset in (0.0, 6.0)]
    assert walls == pytest.approx([2 * middle_of(figure) - 0.5, 0.5])


def test_a_hold_without_a_pause_between_its_sides_comes_back_by_itself() -> None:
    first = work("hold: A, for: 20s, sides: left-right, switch: 0s")
    assert raised(HOLDING, first, 20.0) == 0
