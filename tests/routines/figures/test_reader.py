from collections.abc import Sequence

import pytest

from routines.clock import SystemClock
from routines.figures.model import Facing, Figure, Point, PropKind, View
from routines.figures.reader import is_figure, read_figure, read_figure_file
from routines.lookup import LIBRARY
from routines.model import PhaseName, Side
from routines.problems import Level, Message, Problem
from tests.routines.figures.bodies import STANDING, figure_of, front_source, side_source

HEAD = "name: A\nview: side\npostures:\n"


def problems(source: str) -> tuple[Problem, ...]:
    return read_figure(source, "this").problems


def found(source: str) -> list[tuple[int, int, Message]]:
    return [(each.line, each.column, each.message) for each in problems(source)]


def only(source: str, message: Message) -> Problem:
    """The only problem of ``source``, which has to be this one."""
    [problem] = problems(source)
    assert problem.message is message
    return problem


def test_a_figure_is_what_its_file_says() -> None:
    source = side_source("about: One arm.", "facing: right", "side: right", "props: [mat]")
    figure = figure_of(source)
    assert (figure.id, figure.name, figure.about) == ("this", "A", "One arm.")
    assert (figure.view, figure.facing, figure.side) == (View.SIDE, Facing.RIGHT, Side.RIGHT)
    assert set(figure.postures) == {"a", "b"}
    assert figure.loop.start.name == "a"
    assert [each.name for each in figure.loop.ways[PhaseName.IN]] == ["b"]
    assert figure.props[0].kind is PropKind.MAT


def test_unless_it_says_otherwise_it_looks_left_and_shows_the_left_side() -> None:
    figure = figure_of(side_source())
    assert (figure.facing, figure.side, figure.props) == (Facing.LEFT, Side.LEFT, ())


def test_far_joints_and_the_face_are_guessed() -> None:
    joints = figure_of(side_source()).loop.start.joints
    assert joints["far-hand"] == pytest.approx((0.02, 0.455))
    assert joints["far-pelvis"] == pytest.approx((0.03, 0.53))
    assert joints["face"].x < joints["head"].x
    to_the_right = figure_of(side_source("facing: right")).loop.start.joints
    assert to_the_right["far-hand"] == pytest.approx((-0.04, 0.455))
    assert to_the_right["face"].x > to_the_right["head"].x


def test_a_far_limb_begins_where_it_is_as_long_as_the_near_one() -> None:
    straight = "far-elbow: [0.01, 0.624], far-hand: [-0.01, 0.455]"
    figure = figure_of(
        side_source().replace("like: a\n", f"like: a\n    {'''%s'''}\n")
        % (straight.replace(", far", "\n    far"))
    )
    assert figure.postures["b"].joints["far-shoulder"] == Point(0, 0.81)


def test_like_takes_joints_and_belly_from_another_posture() -> None:
    source = side_source(loop="{hold: c}").replace(
        "loop", "  c: {like: b, head: [0, 0.94]}\nloop", 1
    )
    figure = figure_of(source)
    c, b = figure.postures["c"], figure.postures["b"]
    assert (c.belly, c.joints["hand"]) == (1.0, b.joints["hand"])
    assert c.joints["head"] == Point(0, 0.94)


@pytest.mark.parametrize(
    ("loop", "start"),
    [
        ("in: b, out: a", "a"),
        ("there: b, back: [b, a]", "a"),
        ("hold: b", "b"),
        ("start: a, hold: b", "a"),
    ],
)
def test_the_loop_begins_where_its_way_back_ends(loop: str, start: str) -> None:
    assert figure_of(side_source(loop=f"{{{loop}}}")).loop.start.name == start


def test_all_problems_come_at_once() -> None:
    source = "nam: A\nview: sied\nprops: [mat]\npostures:\n  a: {hip: [0, 1]}\nloop: {hold: b}\n"
    assert found(source) == [
        (1, 1, Message.UNKNOWN_KEY),
        (1, 1, Message.MISSING_KEY),
        (2, 7, Message.BAD_VALUE),
    ]
    source = source.replace("nam:", "name:").replace("sied", "side").replace("mat", "matt")
    assert found(source) == [
        (3, 9, Message.UNKNOWN_PROP),
        (5, 3, Message.MISSING_JOINTS),
        (6, 14, Message.UNKNOWN_POSTURE),
    ]


@pytest.mark.parametrize("key", ["name", "view", "postures", "loop"])
def test_what_every_figure_needs_is_missed_on_the_first_line(key: str) -> None:
    lines = ["name: A", "view: side", f"postures: {{a: {flow(STANDING)}}}", "loop: {hold: a}"]
    source = "\n".join(line for line in lines if not line.startswith(key)) + "\n"
    [problem] = [each for each in problems(source) if each.message is Message.MISSING_KEY]
    assert (problem.line, problem.values["key"]) == (1, key)


def flow(joints: str) -> str:
    return "{" + joints.strip().replace("\n", ",") + "}"


def test_missing_joints_are_named_together_on_the_posture() -> None:
    source = (
        side_source().replace("    hip: [0, 0.53]\n", "").replace("    toe: [-0.12, 0.01]\n", "")
    )
    assert [each.values["joints"] for each in problems(source)] == ["hip, toe"]
    problem = only(source, Message.MISSING_JOINTS)
    assert (problem.values["posture"], problem.line, problem.column) == ("a", 4, 3)


def test_an_optional_joint_is_in_all_postures_or_in_none() -> None:
    source = front_source().replace("{like: a,", "{like: a, left-pelvis: [0.08, 0.52],")
    problem = only(source, Message.JOINTS_OF_SOME)
    assert (problem.values["posture"], problem.values["joints"]) == ("a", "left-pelvis")


@pytest.mark.parametrize(
    ("typed", "message", "instead"),
    [
        ("nan", Message.BAD_NUMBER, ""),
        (".inf", Message.BAD_NUMBER, ""),
        ("1e9", Message.BAD_NUMBER, ""),
        ("0x1", Message.BAD_NUMBER, ""),
        ("1_0", Message.BAD_NUMBER, ""),
        (".5", Message.BAD_NUMBER, "0.5"),
        ("+0.5", Message.BAD_NUMBER, "0.5"),
        ("'0,5'", Message.BAD_NUMBER, "0.5"),
        ("−0.5", Message.BAD_NUMBER, "-0.5"),
        ("10.1", Message.TOO_FAR_OUT, ""),
        ("-999999", Message.TOO_FAR_OUT, ""),
        ("9" * 400, Message.BAD_NUMBER, ""),
    ],
)
def test_only_plain_numbers_near_the_body_are_numbers(
    typed: str, message: Message, instead: str
) -> None:
    source = side_source().replace("like: a\n", f"like: a\n    head: [{typed}, 0.9]\n")
    problem = only(source, message)
    assert problem.instead == instead
    assert (problem.line, problem.column) == (18, 12)


def test_a_third_number_is_how_deep_a_joint_lies() -> None:
    away = side_source().replace("hand: [-0.25, 1.005]", "hand: [-0.2, 0.9, -0.1619]")
    figure = figure_of(away.replace("elbow: [0.01, 0.624]", "elbow: [0.01, 0.624, 0.0]"))
    assert figure.postures["a"].depths == {}
    assert figure.postures["b"].depths == {"hand": -0.1619, "far-hand": -0.1619}
    assert figure.postures["b"].joints["hand"] == (-0.2, 0.9)
    back = away.replace("loop:", "  c: {like: b, hand: [-0.25, 1.005]}\nloop:")
    assert figure_of(back).postures["c"].depths == {}


def test_depth_counts_for_the_length_of_a_bone() -> None:
    short = side_source().replace("hand: [-0.25, 1.005]", "hand: [-0.2, 0.9, -0.05]")
    assert only(short, Message.LIMB_CHANGES).level is Level.WARNING


@pytest.mark.parametrize(
    "typed", ["0.5", "[0.5]", "[1, 2, 3, 4]", "[[1], 2]", "{x: 1}", "up", "[]"]
)
def test_a_point_has_two_numbers(typed: str) -> None:
    source = side_source().replace("like: a\n", f"like: a\n    head: {typed}\n")
    assert only(source, Message.BAD_POINT).values["key"] == "head"


@pytest.mark.parametrize(
    ("source", "message", "instead"),
    [
        (side_source().replace("  knee:", "  kneee:"), Message.UNKNOWN_JOINT, "knee"),
        (side_source().replace("like: a", "lik: a"), Message.UNKNOWN_JOINT, "like"),
        (
            side_source().replace("belly: 1", "left-hand: [0, 0]"),
            Message.JOINT_OF_OTHER_VIEW,
            "hand",
        ),
        (
            front_source().replace("left-elbow: [0.31", "hand: [0.31"),
            Message.JOINT_OF_OTHER_VIEW,
            "left-hand",
        ),
        (side_source(loop="{hold: bb}"), Message.UNKNOWN_POSTURE, "b"),
        (side_source(loop="{in: [b, c], out: a}"), Message.UNKNOWN_POSTURE, ""),
        (side_source(loop="{strat: a}"), Message.UNKNOWN_KEY, "start"),
        (side_source(loop="{in: b}"), Message.KEY_NEEDS, ""),
        (side_source(loop="{in: [], out: a}"), Message.EMPTY_LIST, ""),
        (side_source(loop="{hold: }"), Message.EMPTY_VALUE, ""),
        (side_source(loop="{start: [a, b], hold: b}"), Message.WANTS_TEXT, ""),
        (side_source().replace("like: a", "like: bb"), Message.UNKNOWN_POSTURE, "b"),
        (side_source().replace("belly: 1", "belly: 1.5"), Message.BAD_SHARE, ""),
        (front_source("facing: left"), Message.KEY_NEEDS, ""),
        (side_source("props: [band]"), Message.WRONG_ENDS, ""),
        (side_source("props: [{band: [hand]}]"), Message.WRONG_ENDS, ""),
        (side_source("props: [{wall: [[0, 0], [1, 0]]}]"), Message.WRONG_ENDS, ""),
        (side_source("props: [{mat: [0, 0]}]"), Message.WRONG_ENDS, ""),
        (side_source("props: [{band: [hannd, [1, 1]]}]"), Message.UNKNOWN_JOINT, "hand"),
        (side_source("props: [{band: [left-hand, [1, 1]]}]"), Message.JOINT_OF_OTHER_VIEW, "hand"),
        (front_source("props: [{band: [hand, [1, 1]]}]"), Message.JOINT_OF_OTHER_VIEW, "left-hand"),
        (front_source("props: [{band: [hannd, [1, 1]]}]"), Message.UNKNOWN_JOINT, "left-hand"),
        (side_source("props: [{chair: 5}]"), Message.WRONG_ENDS, ""),
        (side_source("props: [{chair: }]"), Message.WRONG_ENDS, ""),
        (side_source(loop="{in: {b: a}, out: a}"), Message.NOT_A_POSTURE, ""),
        (side_source().replace("belly: 1", "belly:"), Message.EMPTY_VALUE, ""),
        (side_source("props: [[mat]]"), Message.NOT_A_PROP, ""),
        (side_source("props: [{chair: [nan, 1]}]"), Message.BAD_NUMBER, ""),
    ],
)
def test_mistakes_are_named_with_what_was_meant(
    source: str, message: Message, instead: str
) -> None:
    [problem] = [each for each in problems(source) if each.message is message]
    assert problem.level is Level.ERROR
    assert problem.instead == instead
    assert read_figure(source, "this").figure is None


def test_postures_that_are_like_each_other_are_told_so() -> None:
    source = side_source().replace("  b:\n    like: a", "  c: {like: b}\n  b:\n    like: c")
    assert [each.values["chain"] for each in problems(source)] == ["c → b → c", "b → c → b"]


def test_a_limb_without_length_is_an_error() -> None:
    source = side_source().replace("hand: [-0.25, 1.005]", "hand: [-0.18, 0.85]")
    problem = only(source, Message.ZERO_LENGTH)
    assert (problem.values["first"], problem.values["second"]) == ("elbow", "hand")
    assert read_figure(source, "this").figure is None


def test_a_limb_that_grows_between_postures_is_a_warning() -> None:
    source = side_source().replace("hand: [-0.25, 1.005]", "hand: [-0.25, 1.04]")
    problem = only(source, Message.LIMB_CHANGES)
    assert problem.level is Level.WARNING
    assert problem.values == {
        "limb": "elbow–hand",
        "here": "0.202",
        "there": "0.170",
        "posture": "a",
    }
    assert read_figure(source, "this").figure is not None


def test_a_joint_below_the_floor_is_a_warning() -> None:
    source = side_source().replace("toe: [-0.12, 0.01]", "toe: [-0.12, -0.02]")
    problem = only(source, Message.BELOW_FLOOR)
    assert problem.level is Level.WARNING
    assert problem.values["below"] == "toe"


def test_ten_thousand_postures_are_one_problem_and_soon_told() -> None:
    source = HEAD + "".join(f"  p{number}: {{like: a}}\n" for number in range(10_000))
    clock = SystemClock()
    before = clock.monotonic()
    problem = only(source + "loop: {hold: p1}\n", Message.TOO_MANY_POSTURES)
    assert clock.monotonic() - before < 5.0
    assert problem.values == {"count": "10000", "most": "64"}


def test_a_phase_passes_through_no_more_postures_than_a_figure_has() -> None:
    way = ", ".join(["b", "a"] * 32)
    assert problems(side_source(loop=f"{{in: [{way}], out: a}}")) == ()
    problem = only(side_source(loop=f"{{in: [{way}, b], out: a}}"), Message.TOO_MANY_POSTURES)
    assert problem.values == {"count": "65", "most": "64"}
    assert problem.excerpt[problem.column - 1 :].startswith("b]") or problem.column > 200


def test_more_props_than_a_picture_has_room_for_are_an_error() -> None:
    assert problems(side_source(f"props: [{', '.join(['mat'] * 32)}]")) == ()
    only(side_source(f"props: [{', '.join(['mat'] * 40)}]"), Message.TOO_MANY_PROPS)


@pytest.mark.parametrize("loop", ["start: b", "start: a, in: a, out: a", "there: [a, a], back: a"])
def test_a_loop_in_which_nothing_moves_is_a_warning(loop: str) -> None:
    source = side_source(loop=f"{{{loop}}}")
    problem = only(source, Message.LOOP_STAYS)
    assert (problem.level, problem.line, problem.column) == (Level.WARNING, 21, 1)
    assert read_figure(source, "this").figure is not None


@pytest.mark.parametrize("loop", ["hold: a", "start: a, hold: a", "start: a, in: b, out: a"])
def test_a_figure_that_holds_may_stay(loop: str) -> None:
    assert problems(side_source(loop=f"{{{loop}}}")) == ()


def test_a_joint_by_its_name_in_another_view_is_not_missed_as_well() -> None:
    source = front_source().replace("left-hand: [0.17", "far-hand: [0.17")
    problem = only(source, Message.JOINT_OF_OTHER_VIEW)
    assert problem.values["known"] == "left-hand, right-hand"
    only(side_source().replace("    knee:", "    kneee:"), Message.UNKNOWN_JOINT)
    only(side_source().replace("like: a", "lik: a"), Message.UNKNOWN_JOINT)


def test_postures_that_are_no_postures_make_no_loop_wrong() -> None:
    assert found("name: A\nview: side\npostures: [a]\nloop: {hold: a}\n") == [
        (3, 11, Message.WANTS_KEYS)
    ]


BROKEN: Sequence[bytes] = (
    *(b"", b"[" * 90_000, b"\x00\x01", b"name: A\nview: side\npostures:\n  a: *x\n", b"- a\n"),
    *(b"postures: {? [a]: b}\n", b"postures: [a, b]\nview: side\n", b"loop: 5\nview: side\n"),
    *(b"view: side\npostures: {a: {like: {b: c}}}\n", b"view: side\npostures: {a: 5, b: }\n"),
    *(
        b"view: side\nprops: [{}, {mat: {a: b}}, {? [a] : b}, [], 5, *a]\n",
        b"view: side\nloop: {in",
    ),
    *(b"view: side\npostures: {a: {belly: [1]}}\n", b"view: side\nloop: {? [a] : b, in: {a: b}}\n"),
)


@pytest.mark.parametrize("source", BROKEN, ids=range(len(BROKEN)))
def test_nonsense_gives_problems_and_never_an_exception(source: bytes) -> None:
    reading = read_figure(source, "this")
    assert reading.figure is None
    assert reading.problems


def test_a_sound_file_cut_anywhere_never_raises() -> None:
    source = (side_source("props: [mat, {band: [hand, [1, 1]]}]")).encode()
    for end in range(len(source)):
        reading = read_figure(source[:end], "this")
        assert reading.problems or reading.figure is not None


def test_props_have_a_place_each() -> None:
    words = "mat, floor, wall, chair, doorway, desk, cushion, bed"
    figure = figure_of(
        side_source(f"props: [{words}, {{chair: [0.3, 0.2]}}, {{band: [hand, [1, 0]]}}]")
    )
    counts = [len(prop.ends) for prop in figure.props]
    assert counts == [2, 2, 1, 1, 2, 1, 2, 2, 1, 2]
    assert figure.props[-2].ends == (Point(0.3, 0.2),)
    assert figure.props[-1].ends == ("hand", Point(1, 0))
    mat = [end for end in figure.props[0].ends if isinstance(end, Point)]
    assert mat[0].x < -0.25
    assert mat[1].x > 0


def test_figures_are_told_from_routines_by_their_keys() -> None:
    assert is_figure(side_source().encode())
    assert not is_figure(b"name: A\nsteps:\n  - say: B\n")
    assert not is_figure(b"name: A\nsteps: []\npostures: {}\n")


def test_the_sample_reads() -> None:
    for path in sorted((LIBRARY / "figures").glob("*.yaml")):
        figure = read_figure_file(path).figure
        assert isinstance(figure, Figure)
        assert figure.id == path.stem
