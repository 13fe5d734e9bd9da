import pytest

from routines.figures.mirror import mirrored
from routines.figures.model import Facing, Figure
from routines.figures.motion import still_pose
from routines.figures.ways import room_of
from routines.model import Side
from tests.routines.figures.bodies import farthest, figure_of, front_source, side_source

PROPS = "props: [mat, cushion, doorway, {wall: [0.4, 0]}, "
SIDE = figure_of(side_source(PROPS + "{band: [hand, [1, 0.9]]}]"))
FRONT = figure_of(front_source(PROPS + "{band: [left-hand, right-ankle]}]"))
BACK = figure_of(front_source("props: [bed]", view="back"))


@pytest.mark.parametrize("figure", [SIDE, FRONT, BACK], ids=["side", "front", "back"])
@pytest.mark.parametrize("axis", [0.0, 0.25])
def test_mirrored_twice_is_itself(figure: Figure, axis: float) -> None:
    twice = mirrored(mirrored(figure, axis), axis)
    assert (twice.facing, twice.side, twice.view) == (figure.facing, figure.side, figure.view)
    for name, posture in figure.postures.items():
        assert farthest(posture.joints, twice.postures[name].joints) < 1e-12
    for before, after in zip(figure.props, twice.props, strict=True):
        for a, b in zip(before.ends, after.ends, strict=True):
            assert a == (b if isinstance(b, str) else pytest.approx(b))
    pose = still_pose(figure)
    again = mirrored(mirrored(pose, axis), axis)
    assert farthest(pose.joints, again.joints) < 1e-12
    assert room_of(twice) == pytest.approx(room_of(figure))


def test_a_side_view_looks_the_other_way_and_near_stays_near() -> None:
    figure = mirrored(SIDE)
    assert (figure.facing, figure.side) == (Facing.RIGHT, Side.RIGHT)
    before, after = SIDE.loop.start.joints, figure.loop.start.joints
    assert after["hand"] == (-before["hand"].x, before["hand"].y)
    assert figure.loop.start is figure.postures["a"]


@pytest.mark.parametrize("figure", [FRONT, BACK], ids=["front", "back"])
def test_from_the_front_left_and_right_change_places(figure: Figure) -> None:
    before, after = figure.postures["b"].joints, mirrored(figure).postures["b"].joints
    assert after["right-hand"] == (-before["left-hand"].x, before["left-hand"].y)
    assert after["right-hand"].y > after["left-hand"].y


def test_what_is_deep_stays_so_on_the_other_side() -> None:
    deep = front_source().replace("[0.40, 0.995]", "[0.31, 0.95, 0.137]")
    figure = figure_of(deep)
    assert figure.postures["b"].depths == {"left-hand": 0.137}
    assert mirrored(figure).postures["b"].depths == {"right-hand": 0.137}


def test_what_holds_the_band_changes_its_name() -> None:
    assert mirrored(FRONT).props[-1].ends == ("right-hand", "left-ankle")
    assert mirrored(SIDE).props[-1].ends == ("hand", (-1, 0.9))


def test_left_ends_stay_left() -> None:
    for prop in mirrored(SIDE, 0.3).props[:3]:
        first, second = prop.ends
        assert not isinstance(first, str)
        assert not isinstance(second, str)
        assert first.x < second.x
