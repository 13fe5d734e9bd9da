"""Where the note lies, as sums."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reminders.place import MARGIN, Box, Corner, Monitor, Place, box_at, place_of

LEFT = Monitor("left", Box(0, 30, 1280, 770))
RIGHT = Monitor("right", Box(1280, 0, 1920, 1080))
BOTH = (LEFT, RIGHT)


@pytest.mark.parametrize(
    ("corner", "at"),
    [
        (Corner.TOP_LEFT, (MARGIN, 30 + MARGIN)),
        (Corner.TOP_RIGHT, (1280 - 300 - MARGIN, 30 + MARGIN)),
        (Corner.BOTTOM_LEFT, (MARGIN, 800 - 200 - MARGIN)),
        (Corner.BOTTOM_RIGHT, (1280 - 300 - MARGIN, 800 - 200 - MARGIN)),
    ],
)
def test_it_lies_in_the_chosen_corner_beside_the_panel(corner: Corner, at: tuple[int, int]) -> None:
    box = box_at(Place("left", corner), 300, 200, BOTH)
    assert (box.x, box.y, box.width, box.height) == (*at, 300, 200)


def test_it_lies_on_the_chosen_monitor() -> None:
    assert box_at(Place("right"), 300, 200, BOTH).x == 1280 + 1920 - 300 - MARGIN


@pytest.mark.parametrize("name", ["", "unplugged"])
def test_without_its_monitor_it_lies_on_the_first(name: str) -> None:
    assert box_at(Place(name), 300, 200, BOTH) == box_at(Place("left"), 300, 200, BOTH)


def test_a_drag_is_kept_as_the_distance_from_the_nearest_corner() -> None:
    dragged = Box(1280 + 1920 - 300 - 100, 50, 300, 200)
    assert place_of(dragged, BOTH) == Place("right", Corner.TOP_RIGHT, 100, 50)


def test_a_note_between_two_monitors_belongs_to_the_one_with_more_of_it() -> None:
    assert place_of(Box(1280 - 200, 300, 300, 200), BOTH).monitor == "left"
    assert place_of(Box(1280 - 100, 300, 300, 200), BOTH).monitor == "right"


def test_a_note_in_the_corner_keeps_to_it_when_it_grows() -> None:
    small = box_at(Place("left"), 300, 200, BOTH)
    large = box_at(place_of(small, BOTH), 300, 260, BOTH)
    assert (large.right, large.bottom) == (small.right, small.bottom)


def test_a_note_larger_than_the_monitor_shows_its_top_left() -> None:
    assert box_at(Place("left"), 5000, 3000, BOTH) == Box(0, 30, 5000, 3000)


@given(
    st.integers(-500, 5000),
    st.integers(-500, 5000),
    st.integers(50, 700),
    st.integers(50, 700),
)
def test_wherever_it_was_dragged_it_lies_whole_on_one_monitor_and_stays_there(
    x: int, y: int, width: int, height: int
) -> None:
    place = place_of(Box(x, y, width, height), BOTH)
    box = box_at(place, width, height, BOTH)
    home = next(each.box for each in BOTH if each.name == place.monitor)
    assert home.holds(box.x, box.y)
    assert home.holds(box.right - 1, box.bottom - 1)
    assert box_at(place_of(box, BOTH), width, height, BOTH) == box


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_distance_from_another_resolution_still_lands_on_the_monitor(dx: int, dy: int) -> None:
    for corner in Corner:
        box = box_at(Place("left", corner, dx, dy), 300, 200, BOTH)
        assert LEFT.box.holds(box.x, box.y)
        assert LEFT.box.holds(box.right - 1, box.bottom - 1)
