"""The icon as pixels: seen on a light and on a dark panel, and different where it means more."""

import itertools

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.look.colors import PANEL
from desktop.tray.icon import SIZES, IconLook, icon_pixmap, look_of, tray_icon
from desktop.tray.state import Shown, TrayState

LOOKS = {
    "calm": IconLook(),
    "arc": IconLook(step=12),
    "waiting": IconLook(waiting=True),
    "paused": IconLook(paused=True),
}
PANELS = ["#ffffff", "#e8e8e8", "#303030", "#000000"]

pytestmark = pytest.mark.usefixtures("qapp")


def luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on_panel(look: IconLook, size: int, panel: str) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(panel))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, icon_pixmap(size, look))
    painter.end()
    return image


def standing_out(image: QImage, panel: str) -> int:
    """How many pixels differ from the panel by 2:1 or more."""
    return sum(
        contrast(image.pixelColor(x, y), QColor(panel)) >= 2
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("color", [PANEL.sage, PANEL.clay, PANEL.far])
@pytest.mark.parametrize("panel", PANELS)
def test_its_colours_stand_out_from_any_usual_panel(color: str, panel: str) -> None:
    assert contrast(QColor(color), QColor(panel)) >= 3


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
@pytest.mark.parametrize("panel", PANELS)
def test_it_is_seen_at_sixteen_pixels(look: IconLook, panel: str) -> None:
    assert standing_out(on_panel(look, 16, panel), panel) >= 50


def test_an_empty_icon_would_not_pass_for_seen() -> None:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("#303030"))
    assert standing_out(image, "#303030") == 0


@pytest.mark.parametrize("panel", PANELS)
def test_its_states_can_be_told_apart_at_sixteen_pixels(panel: str) -> None:
    for one, other in itertools.combinations(LOOKS.values(), 2):
        first, second = on_panel(one, 16, panel), on_panel(other, 16, panel)
        different = sum(
            contrast(first.pixelColor(x, y), second.pixelColor(x, y)) >= 1.3
            for x in range(16)
            for y in range(16)
        )
        assert different >= 12, (one, other)


def test_the_arc_grows_with_its_share() -> None:
    def filled(step: int) -> int:
        image = icon_pixmap(64, IconLook(step=step)).toImage()
        return sum(image.pixelColor(x, y).alpha() > 200 for x in range(64) for y in range(64))

    sizes = [filled(step) for step in (0, 6, 12, 18, 24)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 5


@pytest.mark.parametrize(
    ("state", "look"),
    [
        (TrayState(), IconLook()),
        (TrayState(share=0.0), IconLook(step=0)),
        (TrayState(share=0.5), IconLook(step=12)),
        (TrayState(share=7.0), IconLook(step=24)),
        (TrayState(share=-1.0), IconLook(step=0)),
        (TrayState(share=0.5, paused_text="Paused"), IconLook(paused=True)),
        (TrayState(paused_text="Paused", shown=Shown("Breathe.")), IconLook(waiting=True)),
    ],
)
def test_the_look_follows_from_the_state(state: TrayState, look: IconLook) -> None:
    assert look_of(state) == look


def test_a_small_step_of_time_is_no_new_icon() -> None:
    assert look_of(TrayState(share=0.500)) == look_of(TrayState(share=0.501))


def test_every_size_that_panels_use_is_drawn_for_itself() -> None:
    sizes = {size.width() for size in tray_icon(IconLook()).availableSizes()}
    assert sizes == set(SIZES)
