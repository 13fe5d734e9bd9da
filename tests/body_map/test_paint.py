"""That what glows is painted, softly, and what does not is quiet."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.body_map.paint import Place, paint_body_map, places
from desktop.body_map.shapes import where
from desktop.look.colors import DARK, LIGHT, Colors
from routines.figures.model import View

pytestmark = pytest.mark.usefixtures("qapp")

BROAD, SLIM = QRectF(0, 0, 420, 400), QRectF(0, 0, 200, 400)


def painted(
    glow: dict[str, float],
    area: QRectF = BROAD,
    colors: Colors = LIGHT,
    hover: str | None = None,
) -> QImage:
    image = QImage(QSize(max(1, round(area.width())), 400), QImage.Format.Format_RGB32)
    image.fill(QColor(colors.paper))
    painter = QPainter(image)
    paint_body_map(painter, area, glow, colors, hover)
    painter.end()
    return image


def place_of(view: View, area: QRectF = BROAD) -> Place:
    return next(place for place in places(area, view) if place.view is view)


def color_at(image: QImage, view: View, x: float, y: float, area: QRectF = BROAD) -> QColor:
    at = place_of(view, area).to_screen.map(QPointF(x, y)).toPoint()
    return image.pixelColor(at)


def apart(one: QColor, other: QColor) -> int:
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return sum(abs(first - second) for first, second in pairs)


def test_front_and_back_stand_side_by_side_where_there_is_room() -> None:
    assert [place.view for place in places(BROAD)] == [View.FRONT, View.BACK]
    assert [place.view for place in places(SLIM)] == [View.FRONT]
    assert [place.view for place in places(SLIM, View.BACK)] == [View.BACK]


@pytest.mark.parametrize("area", [BROAD, SLIM, QRectF(30, 10, 64, 64), QRectF(0, 0, 20, 900)])
def test_the_bodies_stay_within_their_room(area: QRectF) -> None:
    for place in places(area):
        box = place.to_screen.mapRect(QRectF(-0.22, 0, 0.44, 1))
        assert area.contains(box)
        assert place.to_body(place.to_screen.map(QPointF(0.1, 0.7))) == pytest.approx((0.1, 0.7))


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_only_the_named_area_glows(colors: Colors) -> None:
    quiet, belly = painted({}, colors=colors), painted({"belly": 1.0}, colors=colors)
    sage = QColor(colors.sage)
    at = (0.02, 0.62)
    assert apart(color_at(belly, View.FRONT, *at), sage) < 40
    assert apart(color_at(quiet, View.FRONT, *at), sage) > 120
    for view, x, y in ((View.BACK, 0.02, 0.62), (View.FRONT, 0.05, 0.38), (View.FRONT, 0, 0.95)):
        assert color_at(belly, view, x, y) == color_at(quiet, view, x, y)


def test_a_share_of_a_glow_is_weaker() -> None:
    full, half, none = (painted({"belly": share}) for share in (1.0, 0.5, 0.0))
    away = [
        apart(color_at(each, View.FRONT, 0.02, 0.62), QColor(LIGHT.sage))
        for each in (full, half, none)
    ]
    assert away[0] < away[1] < away[2]
    assert away[1] == pytest.approx((away[0] + away[2]) / 2, abs=12)


def test_the_edge_between_areas_is_soft_and_the_edge_of_the_body_is_not() -> None:
    image = painted({"thighs": 1.0})
    steps = [color_at(image, View.FRONT, 0.055, 0.34 - each * 0.005) for each in range(14)]
    away = [apart(step, QColor(LIGHT.sage)) for step in steps]
    between = [each for each in away if away[0] + 15 < each < away[-1] - 15]
    assert len(between) >= 4, "it fades over some way"
    outside = color_at(image, View.FRONT, 0.13, 0.40)
    assert apart(outside, QColor(LIGHT.paper)) < 40


def test_the_whole_body_glows_all_over_and_softly() -> None:
    whole, quiet = painted({"whole-body": 1.0}), painted({})
    for view in (View.FRONT, View.BACK):
        for x, y in ((0.05, 0.38), (0.02, 0.62), (0.165, 0.64)):
            away = apart(color_at(whole, view, x, y), QColor(LIGHT.sage))
            assert 20 < away < apart(color_at(quiet, view, x, y), QColor(LIGHT.sage))


def test_where_one_fits_it_turns_to_where_the_glow_is() -> None:
    at = where("upper-back").centre
    back = painted({"upper-back": 1.0}, SLIM)
    assert apart(color_at(back, View.BACK, 0.05, at.y, SLIM), QColor(LIGHT.sage)) < 40
    head = (0.0, 0.94)
    skin = color_at(painted({"belly": 1.0}, SLIM), View.FRONT, *head, SLIM)
    hair = color_at(back, View.BACK, *head, SLIM)
    turning = color_at(painted({"belly": 0.5, "upper-back": 0.5}, SLIM), View.BACK, *head, SLIM)
    assert apart(skin, hair) > 40
    assert 0 < apart(turning, hair) < apart(skin, hair)


def test_hovering_draws_a_line_round_the_area() -> None:
    plain, hovered = painted({}), painted({}, hover="belly")
    assert plain != hovered
    middle = color_at(hovered, View.FRONT, 0.02, 0.62)
    assert middle == color_at(plain, View.FRONT, 0.02, 0.62)


@pytest.mark.parametrize("size", [0.0, 1.0, 3.0])
def test_no_room_is_no_error(size: float) -> None:
    painted({"belly": 1.0}, QRectF(0, 0, size, size or 1.0))


def test_an_unknown_area_glows_nowhere() -> None:
    assert painted({"elsewhere": 1.0}) == painted({})
