"""Where the parts of the strip lie, and that painting a scene puts colour where it should be."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.look.colors import DARK, LIGHT, Colors
from desktop.look.theme import Theme
from desktop.player.paint.breath_words import StageFonts
from desktop.player.paint.stage import paint_backdrop, paint_stage
from desktop.player.paint.strip import paint_strip, part_rects
from desktop.player.scene import Scene, StripPart
from desktop.player.stage import StageView, StripView
from routines.timeline import SegmentKind
from tests.player.scenes import Showing

HEIGHT = 8.0
WORK, LEAD_IN, OPEN = SegmentKind.WORK, SegmentKind.LEAD_IN, SegmentKind.OPEN


def strip(*seconds: float, kind: SegmentKind = WORK) -> tuple[StripPart, ...]:
    whole = sum(seconds)
    return tuple(StripPart(each / whole, kind) for each in seconds)


# ---------------------------------------------------------------- geometry

LENGTHS = st.lists(
    st.sampled_from([0.0, 0.1, 3.0, 5.0, 30.0, 600.0, 14400.0]), min_size=1, max_size=500
)


@given(LENGTHS.filter(any), st.integers(60, 4000))
def test_the_parts_tile_the_width_in_order(lengths: list[float], width: int) -> None:
    parts = strip(*lengths)
    rects = part_rects(parts, width, HEIGHT)
    assert len(rects) == len(parts)
    assert rects[0].left() == 0
    assert rects[-1].right() == pytest.approx(width)
    for before, after in pairwise(rects):
        assert 0 <= after.left() - before.right() <= 4.0 + 1e-6
    for rect in rects:
        assert rect.width() > 0
        assert (rect.top(), rect.height()) == (0, HEIGHT)


@given(LENGTHS.filter(any), st.integers(60, 4000))
def test_a_longer_part_is_never_narrower(lengths: list[float], width: int) -> None:
    rects = part_rects(strip(*lengths), width, HEIGHT)
    pairs = sorted(zip(lengths, (rect.width() for rect in rects), strict=True))
    for (shorter, narrow), (longer, wide) in pairwise(pairs):
        assert narrow == pytest.approx(wide) if shorter == longer else narrow < wide


def test_where_there_is_room_the_shortest_part_is_a_dot_and_gaps_are_seen() -> None:
    first, second = part_rects(strip(0, 100), 600, HEIGHT)
    assert first.width() == pytest.approx(HEIGHT)
    assert second.left() - first.right() == pytest.approx(4)


@pytest.mark.parametrize("width", [0, 1])
def test_no_width_and_no_parts_are_no_error(width: int) -> None:
    assert part_rects((), width, HEIGHT) == []
    assert all(rect.width() >= 0 for rect in part_rects(strip(1, 2, 3), width, HEIGHT))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()


@pytest.mark.parametrize("parts", [1, 2, 30, 500])
def test_a_click_anywhere_on_a_part_finds_that_part(qtbot: QtBot, theme: Theme, parts: int) -> None:
    view = StripView(theme)
    qtbot.addWidget(view)
    view.resize(900, 24)
    view.set_strip(strip(*[1 + each % 7 for each in range(parts)]))
    for index, rect in enumerate(view._rects):
        for share in (0.01, 0.5, 0.99):
            assert view.part_at(rect.left() + rect.width() * share) == index
        assert view.part_at(rect.right() + 0.01) == index, "the gap belongs to the part before it"
    assert view.part_at(-1) is None


# ---------------------------------------------------------------- painting the strip


def painted_strip(parts: tuple[StripPart, ...], here: int, share: float) -> QImage:
    image = canvas(QSize(400, 8), LIGHT)
    painter = QPainter(image)
    paint_strip(painter, parts, part_rects(parts, 400, HEIGHT), here, share, LIGHT)
    painter.end()
    return image


def test_what_has_passed_is_filled_and_the_rest_is_not() -> None:
    parts = strip(10, 10)
    filled = [count(painted_strip(parts, here, share), LIGHT.sage) for here, share in MOMENTS]
    assert filled[0] == 0
    assert filled == sorted(filled)
    assert filled[2] == pytest.approx(198 * 8, rel=0.05), "the first of two parts"
    assert filled[-1] == pytest.approx(396 * 8, rel=0.05)
    assert filled[1] == pytest.approx(filled[2] / 2, rel=0.05)


MOMENTS = [(0, 0.0), (0, 0.5), (1, 0.0), (1, 0.5), (1, 1.0)]


def test_a_lead_in_is_filled_in_the_quieter_colour() -> None:
    image = painted_strip(strip(10, kind=LEAD_IN), 0, 1.0)
    assert count(image, LIGHT.sage) == 0
    assert count(image, LIGHT.far) > 2500


def test_an_open_step_is_full_while_it_waits() -> None:
    assert count(painted_strip(strip(10, kind=OPEN), 0, 0.0), LIGHT.sage) > 2500


# ---------------------------------------------------------------- painting the stage


def scene(ring: float | None = 0.0, extent: float | None = None, text: str = "") -> Scene:
    any_scene = Showing("- {hold: A, for: 10s, lead_in: 0s}").at(1)
    return replace(any_scene, ring=ring, extent=extent, ring_text=text)


def painted(scene: Scene, colors: Colors = LIGHT) -> QImage:
    image = canvas(QSize(400, 400), colors)
    painter = QPainter(image)
    number, word, count = QFont(), QFont(), QFont()
    number.setPixelSize(104)
    word.setPixelSize(30)
    count.setPixelSize(22)
    area = QRectF(0, 0, 400, 400)
    paint_backdrop(painter, area, scene, colors)
    paint_stage(painter, area, scene, colors, StageFonts(number, word, count))
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
def test_the_disk_grows_with_the_breath() -> None:
    empty = painted(scene(extent=0.0))
    areas = [painted(scene(extent=each / 4)) for each in range(5)]
    disks = [count(image, empty.pixelColor(200, 200).name()) for image in areas]
    assert disks == sorted(set(disks)), "every quarter shows"
    assert disks[4] / disks[0] == pytest.approx(1 / 0.36**2, rel=0.05)
    assert empty.pixelColor(200, 290).name() == LIGHT.tint, "there it will go"


@pytest.mark.usefixtures("qapp")
def test_without_a_breath_there_is_no_disk() -> None:
    image = painted(scene(extent=None))
    assert count(image, LIGHT.tint) == 0
    assert image.pixelColor(200, 200).name() == LIGHT.paper


@pytest.mark.usefixtures("qapp")
def test_the_ring_opens_clockwise_from_the_top() -> None:
    full, quarter, gone = (painted(scene(ring=share)) for share in (0.0, 0.25, 1.0))
    radius = 200 * 0.88 * (1 - 0.034)
    place = round(radius * 0.7071)
    right, left = (200 + place, 200 - place), (200 - place, 200 - place)
    assert full.pixelColor(*right).name() == LIGHT.sage
    assert quarter.pixelColor(*right).name() == LIGHT.line, "the first quarter is at the right"
    assert quarter.pixelColor(*left).name() == LIGHT.sage
    assert count(gone, LIGHT.sage) == 0
    assert count(quarter, LIGHT.sage) == pytest.approx(count(full, LIGHT.sage) * 0.75, rel=0.06)


@pytest.mark.usefixtures("qapp")
def test_where_nothing_runs_out_there_is_neither_ring_nor_number() -> None:
    image = painted(scene(ring=None, text="7"))
    assert count(image, LIGHT.sage) == 0
    assert count(image, LIGHT.ink) == 0


@pytest.mark.usefixtures("qapp")
def test_the_number_stands_in_the_middle() -> None:
    image = painted(scene(text="8"))
    places = ((x, y) for x in range(400) for y in range(400))
    inked = [place for place in places if image.pixelColor(*place).name() == LIGHT.ink]
    assert inked
    assert sum(x for x, _ in inked) / len(inked) == pytest.approx(200, abs=6)
    assert sum(y for _, y in inked) / len(inked) == pytest.approx(200, abs=16)


def test_the_widget_paints_the_scene_in_the_colours_it_is_given(qtbot: QtBot, theme: Theme) -> None:
    view = StageView(theme)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show_scene(scene(ring=0.5), DARK)
    image = view.grab().toImage()
    assert image.pixelColor(2, 2).name() == DARK.paper
    assert count(image, DARK.sage) > 1000
    view.show_scene(scene(ring=1.0), DARK)
    assert count(view.grab().toImage(), DARK.sage) == 0
    view.show_scene(scene(ring=1.0), LIGHT)
    assert view.grab().toImage().pixelColor(2, 2).name() == LIGHT.paper


def test_the_backdrop_follows_size_and_breath(qtbot: QtBot, theme: Theme) -> None:
    view = StageView(theme)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show_scene(scene(extent=0.0), LIGHT)
    small = count(view.grab().toImage(), LIGHT.tint)
    view.resize(600, 600)
    assert count(view.grab().toImage(), LIGHT.tint) == pytest.approx(small * 4, rel=0.05)
    view.show_scene(scene(extent=None), LIGHT)
    assert count(view.grab().toImage(), LIGHT.tint) == 0


# ----------------------------------------------------------------


def canvas(size: QSize, colors: Colors) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(QColor(colors.paper))
    return image


def count(image: QImage, color: str) -> int:
    """How many pixels are of exactly this colour."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(bytes(image.constBits())).cast("I")  # copied: the image owns its own
    return pixels.tolist().count(QColor(color).rgb())
