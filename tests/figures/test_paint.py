"""Painting bodies: the same as what was found good, in any size, and never an error."""

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.figures.body import Tone
from desktop.figures.paint import paint_figure, paint_things, scale_of, shadow_span
from desktop.figures.props import FLOOR_THICK, band_breadth
from desktop.figures.tones import contrast, note_tones_of, tones_of
from desktop.look.colors import DARK, DIM, HIGH_DARK, HIGH_LIGHT, LIGHT, Colors
from routines.figures.model import Box, Point, Pose, PropKind
from tests.figures.pictures import FEW, GOLDEN, difference, picture
from tests.figures.poses import SHOWN, STANDING, TABLE, box_of, pose, prop

pytestmark = pytest.mark.usefixtures("qapp")
MOST_PICTURES, MOST_BYTES = 6, 20_000


def moved(shown: Pose, joint: str, x: float, y: float) -> Pose:
    at = shown.joints[joint]
    return replace(shown, joints={**shown.joints, joint: Point(at.x + x, at.y + y)})


@pytest.mark.parametrize("name", FEW)
def test_a_body_looks_as_it_was_found_good(name: str) -> None:
    golden = QImage(str(GOLDEN / f"{name}.png"))
    assert not golden.isNull()
    assert difference(picture(SHOWN[name]), golden) == 0


def test_a_limb_that_moved_is_not_taken_for_the_same_picture() -> None:
    shown = SHOWN["cow"]
    room = box_of(shown)
    golden = QImage(str(GOLDEN / "cow.png"))
    assert difference(picture(moved(shown, "head", 0.0, 0.04), box=room), golden) > 0
    assert difference(picture(moved(shown, "hand", -0.05, 0.0), box=room), golden) > 0
    assert difference(picture(moved(shown, "waist", 0.0, 0.04), box=room), golden) > 0


def test_a_prop_that_is_missing_is_not_taken_for_the_same_picture() -> None:
    for name in ("cow", "sitting"):
        shown = SHOWN[name]
        bare = picture(replace(shown, props=()), box=box_of(shown))
        assert difference(bare, QImage(str(GOLDEN / f"{name}.png"))) > 0, name


@pytest.mark.parametrize(
    "wrong",
    [
        replace(LIGHT, sage=LIGHT.far),
        replace(LIGHT, far=LIGHT.sage),
        replace(LIGHT, sage=LIGHT.clay),
        replace(LIGHT, line=LIGHT.ink, edge=LIGHT.ink),
    ],
    ids=["body as far limbs", "far limbs as body", "body as the band", "things as ink"],
)
def test_a_wrong_colour_role_is_not_taken_for_the_same_picture(wrong: Colors) -> None:
    assert difference(picture(SHOWN["cow"], wrong), QImage(str(GOLDEN / "cow.png"))) > 0


def test_edges_that_are_smoothed_otherwise_are_taken_for_the_same_picture() -> None:
    """As another version of Qt may do: here a picture made twice as large, and halved."""
    for name in FEW:
        smooth = Qt.TransformationMode.SmoothTransformation
        halved = picture(SHOWN[name], side=320).scaled(160, 160, mode=smooth)
        assert difference(halved, QImage(str(GOLDEN / f"{name}.png"))) == 0, name


def test_the_golden_pictures_are_few_and_small() -> None:
    kept = list(GOLDEN.iterdir())
    assert sorted(path.stem for path in kept) == sorted(FEW)
    assert len(kept) <= MOST_PICTURES
    assert all(path.stat().st_size < MOST_BYTES for path in kept)


def test_a_picture_in_other_colours_is_not_taken_for_the_same() -> None:
    assert difference(picture(SHOWN["cow"], DARK), QImage(str(GOLDEN / "cow.png"))) > 0


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("side", [48, 64, 600])
def test_a_body_keeps_inside_its_area(name: str, side: int) -> None:
    image = picture(SHOWN[name], side=side)
    paper = QColor(LIGHT.paper)
    edge = [image.pixelColor(x, 0) for x in range(side)]
    if name != "wall-angel":  # its wall may reach up to the edge
        assert set(map(QColor.name, edge)) == {paper.name()}


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_a_body_wears_the_colours_of_its_roles(colors: Colors) -> None:
    image = picture(SHOWN["table"], colors, side=400)
    seen = {image.pixelColor(x, y).name() for x in range(0, 400, 2) for y in range(0, 400, 2)}
    assert {colors.sage, colors.far, colors.paper} <= seen


def test_a_gap_sets_the_near_arm_off_from_the_trunk() -> None:
    shown = SHOWN["standing"]
    ground = "#ff00ff"  # a colour that nothing else wears
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, 400, 400), shown, box_of(shown), tones_of(LIGHT, ground))
    painter.end()
    assert any(image.pixelColor(x, y).name() == ground for x in range(400) for y in range(100, 250))


NOWHERE = dict.fromkeys(STANDING, (0.0, 0.0))
STRANGE = {
    "all at one point": NOWHERE,
    "far away": {name: (x + 1e300, y) for name, (x, y) in STANDING.items()},
    "no numbers": {**STANDING, "hip": (math.nan, 0.5)},
    "endless": {**STANDING, "head": (math.inf, -math.inf)},
    "below the floor": {name: (x, y - 3) for name, (x, y) in STANDING.items()},
    "only a trunk": {name: STANDING[name] for name in ("head", "neck", "chest", "waist", "hip")},
    "nothing": {},
    "crossed": {**STANDING, "hip": STANDING["neck"], "neck": STANDING["hip"]},
}
AREAS = [QRectF(), QRectF(0, 0, 0, 100), QRectF(0, 0, 1, 1), QRectF(-50, -50, 300, 300)]
BOXES = [Box(0, 0, 0, 0), Box(1, 1, -1, -1), Box(-1e300, 0, 1e300, 1), Box(math.nan, 0, 1, 1)]


@pytest.mark.parametrize("strange", STRANGE)
def test_the_strangest_body_is_no_error(strange: str) -> None:
    points = {name: Point(*at) for name, at in STRANGE[strange].items()}
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for shown in SHOWN.values():
        odd = replace(shown, joints=points)
        for area in AREAS:
            paint_figure(painter, area, odd, Box(-0.5, 0, 0.5, 1), tones_of(LIGHT))
    painter.end()


@pytest.mark.parametrize("box", BOXES)
def test_the_strangest_room_is_no_error(box: Box) -> None:
    picture(SHOWN["standing"], box=box)


@pytest.mark.parametrize("kind", PropKind)
@pytest.mark.parametrize("ends", [(), ((0.3, 0.3),), ((0.2, 0.0), (0.2, 0.0)), ((1e9, 0.0),)])
def test_props_with_any_ends_are_no_error(
    kind: PropKind, ends: tuple[tuple[float, float], ...]
) -> None:
    for name in ("table", "front", "behind"):
        picture(replace(SHOWN[name], props=(prop(kind, *ends),)))


def test_a_body_that_is_edge_on_while_it_turns_is_painted() -> None:
    for turn in (1.0, 0.3, 1e-9, 0.0):
        joints = {name: (x * turn, y) for name, (x, y) in TABLE.items()}
        picture(pose(joints, turn=turn), box=box_of(SHOWN["table"]))


def test_a_band_gets_thinner_the_farther_it_is_stretched() -> None:
    assert band_breadth(0.4) > band_breadth(0.6) > band_breadth(0.9) > 0
    assert band_breadth(0.0) < 0.05


def test_the_shadow_lies_below_what_is_low() -> None:
    left, right = shadow_span(SHOWN["table"].joints.values(), 0.0)
    assert left < -0.06
    assert right > 0.5
    standing_left, standing_right = shadow_span(SHOWN["standing"].joints.values(), 0.0)
    assert standing_right - standing_left < 0.2


@pytest.mark.parametrize("name", ["sitting", "table"])
def test_the_shadow_lies_on_the_ground_and_nothing_stands_out_below_it(name: str) -> None:
    shown = SHOWN[name]
    floor = prop(PropKind.FLOOR, (-0.6, 0.0), (0.8, 0.0))
    box = Box(-0.6, 0.0, 0.8, 1.0)
    bare = replace(shown, props=(floor,))
    image, without = picture(bare, side=600, box=box), QImage(600, 600, QImage.Format.Format_RGB32)
    without.fill(QColor(LIGHT.paper))
    painter = QPainter(without)
    paint_things(painter, QRectF(0, 0, 600, 600), bare, box, tones_of(LIGHT))
    painter.end()
    scale = scale_of(QRectF(0, 0, 600, 600), box)
    ground = next(y for y in range(599, 0, -1) if without.pixelColor(300, y) != QColor(LIGHT.paper))
    below = [(x, y) for x in range(0, 600, 4) for y in range(ground + 1, 600)]
    assert all(image.pixelColor(*at) == QColor(LIGHT.paper) for at in below)
    slab = ground - round(FLOOR_THICK * scale) // 2
    assert any(image.pixelColor(x, slab) != without.pixelColor(x, slab) for x in range(600))


def test_a_wall_behind_a_body_ends_where_its_floor_begins() -> None:
    shown, box = SHOWN["wall-angel"], Box(-0.4, 0.0, 0.4, 1.0)
    floor = prop(PropKind.FLOOR, (-0.4, 0.07), (0.4, 0.07))
    down = picture(replace(shown, props=shown.props), side=400, box=box)
    ends = picture(replace(shown, props=(*shown.props, floor)), side=400, box=box)
    scale = scale_of(QRectF(0, 0, 400, 400), box)
    ground = next(y for y in range(399, 0, -1) if down.pixelColor(60, y) != QColor(LIGHT.paper))
    foot = next(y for y in range(399, 0, -1) if ends.pixelColor(60, y) != QColor(LIGHT.paper))
    assert ground - foot == pytest.approx((0.07 - FLOOR_THICK) * scale, abs=2)


EVERY = [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK, DIM]


@pytest.mark.parametrize("colors", EVERY)
def test_things_are_clearly_seen_on_every_ground(colors: Colors) -> None:
    grounds = [tones_of(colors, each) for each in (colors.paper, colors.card, colors.tint)]
    for tones in [*grounds, note_tones_of(colors)]:
        ground = tones.ground.name()
        assert contrast(tones.frame.color().name(), ground) >= 3
        assert contrast(tones.band.name(), ground) >= 3


@pytest.mark.parametrize("colors", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK])
def test_things_are_calmer_than_the_body(colors: Colors) -> None:
    tones = tones_of(colors, colors.tint)
    ground, body = tones.ground.name(), tones.body[Tone.NEAR].color().name()
    thing, frame = tones.thing.color().name(), tones.frame.color().name()
    assert contrast(thing, ground) < contrast(frame, ground) < contrast(body, ground)


def test_the_tones_of_a_ground_are_made_once() -> None:
    assert tones_of(LIGHT) is tones_of(LIGHT)
    assert tones_of(LIGHT, LIGHT.tint) is not tones_of(LIGHT)
    assert note_tones_of(DARK).ground.name() == DARK.note


def test_a_chair_stands_before_the_legs_of_one_seen_from_behind() -> None:
    shown = replace(SHOWN["behind"], props=(prop(PropKind.CHAIR, (0.0, 0.45)),))
    image, box = picture(shown, side=600), box_of(shown)
    scale = scale_of(QRectF(0, 0, 600, 600), box)
    middle = 300 + shown.joints["left-knee"].x * scale
    column = [image.pixelColor(round(middle), y).name() for y in range(600)]
    frame = tones_of(LIGHT).frame.color().name()
    seat, legs = column.index(frame), column.index(LIGHT.far)
    assert 0 < column.index(LIGHT.sage) < seat < legs
