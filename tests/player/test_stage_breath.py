"""What the stage paints of a breath and of a notice: each value has its place and colour."""

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desktop.look.colors import DARK, DIM, HIGH_DARK, HIGH_DIM, HIGH_LIGHT, LIGHT, Colors
from desktop.player.breath_shape import BreathShape
from desktop.player.paint.breath import between, disk_radius, disk_share
from desktop.player.paint.breath_words import StageFonts
from desktop.player.paint.stage import backdrop_of, paint_backdrop, paint_stage
from desktop.player.scene import Scene
from tests.look.test_contrast import contrast
from tests.player.scenes import Showing

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = 400
RADIUS = 200 * 0.88
NO_LEAD = "defaults: {lead_in: 0s}\n"
BOX = "- {breathe: Box, breaths: 19, pattern: 4-4-4-4}"
RELAXING = "- {breathe: Relaxing, breaths: 4, pattern: 4-7-8}"
SIGH = "- breathe: Sigh\n  phases: [{in: 2s}, {in: 1s, text: more}, {out: 6s}]\n  breaths: 3"


def scene(steps: str, second: float, head: str = NO_LEAD) -> Scene:
    return Showing(steps, head).at(second)


def wordless(scene: Scene) -> Scene:
    """The same without its texts, which would lie over what is looked for."""
    assert scene.breath is not None
    breath = replace(scene.breath, word=" ", words=(), count="", left="", told="")
    return replace(scene, breath=breath, ring_text="")


def painted(scene: Scene, *, still: bool = False, larger: float = 1.0) -> QImage:
    image = QImage(QSize(SIZE, SIZE), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    fonts = []
    for pixels in (104, 30, 22):
        fonts.append(QFont())
        fonts[-1].setPixelSize(round(pixels * larger))
    area = QRectF(0, 0, SIZE, SIZE)
    paint_backdrop(painter, area, scene, LIGHT, still=still)
    paint_stage(painter, area, scene, LIGHT, StageFonts(*fonts), still=still)
    painter.end()
    return image


def color_at(image: QImage, x: float, y: float) -> str:
    """The colour at a place in radii from the middle, y up."""
    return image.pixelColor(round(200 + x * RADIUS), round(200 - y * RADIUS)).name()


def width_of(image: QImage, *, row: float, color: str) -> int:
    return sum(image.pixelColor(x, round(200 - row * RADIUS)).name() == color for x in range(SIZE))


def sage(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y).name() == LIGHT.sage for x in range(SIZE) for y in range(SIZE)
    )


def test_the_disk_is_as_large_as_the_breath_is_full() -> None:
    for second, fill in ((0.0, 0.0), (2.0, 0.5), (4.0, 1.0)):
        image = painted(wordless(scene(RELAXING, second)))
        disk = image.pixelColor(200, 200).name()
        radius = disk_radius(BreathShape(fill), RADIUS)
        assert width_of(image, row=0.0, color=disk) == pytest.approx(2 * radius, abs=3)


def test_a_hold_is_counted_on_a_line_round_the_resting_disk() -> None:
    def quarter(share: float) -> list[bool]:
        image = painted(replace(wordless(scene(RELAXING, 4 + 7 * share)), ring=None))
        reach = disk_radius(BreathShape(1.0), 1.0) + 0.055
        turns = ((0.7071, 0.7071), (0.7071, -0.7071), (-0.7071, -0.7071), (-0.7071, 0.7071))
        return [color_at(image, x * reach, y * reach) == LIGHT.sage for x, y in turns]

    assert quarter(0.0) == [False] * 4
    assert quarter(0.5) == [True, True, False, False]
    assert quarter(0.95) == [True] * 4
    breathing = painted(replace(wordless(scene(RELAXING, 3)), ring=None))
    assert sage(breathing) == 0


def test_a_box_breath_fills_the_side_that_is_walked() -> None:
    rising = painted(wordless(scene(BOX, 2)))
    assert color_at(rising, -0.84, -0.3) == LIGHT.sage, "behind the dot"
    assert color_at(rising, -0.84, 0.0) == LIGHT.sage, "the dot"
    assert color_at(rising, -0.84, 0.3) == LIGHT.line, "ahead of it"
    falling = painted(wordless(scene(BOX, 10)))
    assert color_at(falling, -0.84, 0.0) == LIGHT.far, "the first side lies behind"
    assert color_at(falling, 0.84, 0.3) == LIGHT.sage
    assert color_at(falling, 0.84, -0.3) == LIGHT.line
    assert color_at(falling, 0.0, -0.84) == LIGHT.line


def test_the_second_sip_stands_out_from_the_first() -> None:
    first, second = (wordless(scene(SIGH, moment)) for moment in (2.0, 2.99))
    reach = disk_radius(BreathShape(0.0, levels=(2 / 3,)), 1.0, 0.85)
    inner = disk_radius(BreathShape(0.0), 1.0, 0.5)
    before, after = painted(first), painted(second)
    assert color_at(before, reach, 0.0) == LIGHT.tint
    assert color_at(after, reach, 0.0) not in (LIGHT.tint, color_at(after, inner, 0.0))
    assert color_at(before, inner, 0.0) == color_at(after, inner, 0.0)


def test_the_phase_and_the_count_stand_in_the_disk() -> None:
    shown = scene(RELAXING, 3.9)
    assert shown.breath is not None
    whole, plain = painted(shown), painted(wordless(shown))
    differing = [
        (x, y)
        for x in range(SIZE)
        for y in range(SIZE)
        if whole.pixelColor(x, y) != plain.pixelColor(x, y)
    ]
    assert differing
    disk = disk_radius(BreathShape(1.0), RADIUS)
    assert max(math.dist((x, y), (200, 200)) for x, y in differing) < disk


def test_a_long_word_of_the_file_gets_smaller_so_that_its_end_is_read() -> None:
    long = "a little more on top of it, the"
    one, other = (scene(SIGH.replace("more", f'"{long} {end}"'), 2.5) for end in ("sun", "snn"))
    assert one.breath is not None
    assert one.breath.word == f"{long} sun"
    assert painted(one) != painted(other)


def inked(image: QImage) -> list[tuple[int, int]]:
    """Where there is something as dark as words are."""
    places = ((x, y) for x in range(SIZE) for y in range(SIZE))
    return [place for place in places if image.pixelColor(*place).name() == LIGHT.ink]


@pytest.mark.parametrize("radius", [1.0, 2.0], ids=["usual text", "large text"])
@pytest.mark.parametrize(
    "words", ["und noch ein kleines bisschen mehr", "Einatmungsphasenverlängerung", "in"]
)
def test_whatever_a_phase_is_called_it_stays_within_the_disk(words: str, radius: float) -> None:
    shown = scene(SIGH.replace("text: more", f'text: "{words}"').replace("6s", "8s"), 2.9)
    plain = painted(replace(wordless(shown), ring=None), larger=radius)
    whole = painted(replace(shown, ring=None), larger=radius)
    disk = disk_radius(BreathShape(1.0), RADIUS)
    dark = set(inked(whole)) - set(inked(plain))
    assert dark
    assert max(math.dist(place, (200, 200)) for place in dark) < disk


def told(second: float, steps: str = RELAXING) -> str:
    breath = scene(steps, second).breath
    assert breath is not None
    return breath.told


def test_a_phase_is_counted_down_beside_its_word_unless_it_is_short() -> None:
    assert [told(second) for second in (0.5, 4.0, 10.9, 11.0)] == ["4", "7", "1", "8"]
    assert [told(second, SIGH) for second in (0.5, 2.5, 3.0)] == ["", "", "6"]
    shown = scene(RELAXING, 4.9)
    assert shown.breath is not None
    six = replace(shown, breath=replace(shown.breath, told="6"))
    assert painted(shown) != painted(six)


def test_a_box_breath_says_how_long_it_still_takes() -> None:
    shown = scene(BOX, 4.5)
    one, other = (painted(replace(shown, ring_text=text)) for text in ("4:59", "0:31"))
    assert one != other
    ringed = scene(RELAXING, 4.5)
    texts = (painted(replace(ringed, ring_text=text)) for text in ("1:15", "0:31"))
    assert len({bytes(image.constBits()) for image in texts}) == 1, "there the ring says it"


def test_too_long_a_word_is_cut_short_within_the_disk() -> None:
    shown = scene(SIGH.replace("more", "more " * 40), 2.5)
    whole, plain = painted(shown), painted(wordless(shown))
    for x in (*range(55), *range(345, SIZE)):
        for y in range(150, 250):
            assert whole.pixelColor(x, y) == plain.pixelColor(x, y)


def test_while_one_gets_ready_the_countdown_stands_there() -> None:
    three, two = (painted(scene(BOX, moment, "")) for moment in (2.5, 3.5))
    assert three != two
    assert three == painted(scene(BOX, 2.6, "")), "nothing moves yet"


@pytest.mark.parametrize("colors", [LIGHT, DARK, DIM, HIGH_LIGHT, HIGH_DARK, HIGH_DIM])
def test_the_words_on_the_disk_can_be_read_in_all_colours(colors: Colors) -> None:
    disk = between(colors.tint, colors.far, disk_share(colors)).name()
    assert contrast(colors.ink, disk) >= 4.5
    assert disk != colors.tint


# ---------------------------------------------------------------- stillness


def test_for_those_who_want_stillness_a_bar_fills_evenly_and_nothing_grows() -> None:
    bars = []
    for second in (0.8, 1.6, 2.4):
        image = painted(wordless(scene(BOX, second)), still=True)
        bars.append(width_of(image, row=-0.38, color=LIGHT.sage))
        assert color_at(image, 0.0, 0.0) == LIGHT.paper, "no disk"
        assert color_at(image, -0.84, 0.0) == LIGHT.paper, "no square"
    assert bars[1] - bars[0] == pytest.approx(bars[2] - bars[1], abs=2)
    assert bars[2] == pytest.approx(0.6 * 2 * 0.78 * RADIUS, abs=8)


def test_stillness_tells_the_seconds_of_the_phase() -> None:
    def without_bar(second: float) -> QImage:
        return painted(scene(BOX, second), still=True).copy(0, 0, SIZE, 240)

    without_bar(0.1)  # letters that are new to Qt come out a shade different
    assert without_bar(0.2) == without_bar(0.8)
    assert without_bar(0.8) != without_bar(1.2)


# ---------------------------------------------------------------- the map


def test_a_notice_shows_the_map_and_the_time_left() -> None:
    shown = scene("- {notice: Belly, area: belly, for: 20s}", 5)
    image = painted(shown)
    assert image != painted(replace(shown, glow=(("belly", 0.5),)))
    assert image != painted(replace(shown, ring_text="7"))
    assert image != painted(replace(shown, ring=0.9))


def test_a_notice_without_an_area_shows_the_ring() -> None:
    shown = scene("- {notice: Sounds, for: 20s}", 0)
    assert backdrop_of(shown, still=False) == ("ring", False)
    assert color_at(painted(shown), 0.966, 0.0) == LIGHT.sage


def test_a_backdrop_is_painted_anew_where_another_stands_there() -> None:
    scenes = [
        scene(BOX, 2),
        scene(RELAXING, 2),
        scene("- {move: Row, reps: 8}", 1),
        scene("- {hold: A, for: 9s}", 1),
        scene("- {notice: A, area: belly, for: 9s}", 1),
    ]
    kinds = [backdrop_of(each, still=False) for each in scenes]
    assert len(set(kinds)) == len(kinds)
    assert backdrop_of(scene(BOX, 9), still=False) == kinds[0], "nothing new within a breath"
    assert backdrop_of(scene(BOX, 2), still=True) not in kinds
    assert QColor(painted(scenes[4], still=True).pixelColor(2, 2)).name() == LIGHT.paper
