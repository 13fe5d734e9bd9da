"""Icons: each is drawn, in the colour of the theme, and for the very pixels it is shown on."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import desktop.look
from desktop.look.appearance import Appearance, Scheme
from desktop.look.colors import DARK, LIGHT
from desktop.look.icon import Icon, icon_pixmap, put_icon, svg_of
from desktop.look.theme import Theme

FOLDER = Path(desktop.look.__file__).parent / "icons"
OURS = "unbrace"  # the program's own, in its own colours

pytestmark = pytest.mark.usefixtures("qapp")


def inked(image: QImage) -> list[tuple[int, int]]:
    """The pixels that have any colour."""
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 40
    ]


def test_every_file_is_an_icon_and_every_icon_has_a_file() -> None:
    names = {path.stem for path in FOLDER.glob("*.svg")}
    assert names == {icon.value for icon in Icon} | {OURS}


@pytest.mark.parametrize("icon", Icon)
def test_a_file_names_no_colour_of_its_own(icon: Icon) -> None:
    root = ElementTree.fromstring(svg_of(icon))
    assert root.attrib["viewBox"] == "0 0 24 24"
    colors = {
        value
        for part in root.iter()
        for name, value in part.attrib.items()
        if name in ("fill", "stroke", "color")
    }
    assert colors <= {"currentColor", "none"}
    assert not re.search(r"#[0-9a-fA-F]{3}|href|<(script|image|style|text)", svg_of(icon))


@pytest.mark.parametrize("size", [16, 20, 24, 32])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("icon", Icon)
def test_it_fills_its_square_without_being_cut(icon: Icon, size: int, ratio: float) -> None:
    pixmap = icon_pixmap(icon, LIGHT.sage, size, ratio)
    image = pixmap.toImage()
    side = round(size * ratio)
    assert image.size() == QSize(side, side)
    assert pixmap.deviceIndependentSize().toSize() == QSize(size, size)
    spots = inked(image)
    columns, rows = {x for x, _ in spots}, {y for _, y in spots}
    assert max(len(columns), len(rows)) >= side * 0.55
    assert not {0, side - 1} & (columns | rows)


@pytest.mark.parametrize("icon", Icon)
def test_at_twice_the_pixels_it_is_sharper_and_not_only_larger(icon: Icon) -> None:
    small = icon_pixmap(icon, LIGHT.ink, 20).toImage()
    large = icon_pixmap(icon, LIGHT.ink, 20, 2.0).toImage()
    assert large != small.scaled(large.size())


def test_it_wears_the_colour_that_it_is_given() -> None:
    for color in (LIGHT.sage, DARK.sage):
        image = icon_pixmap(Icon.STAR_FULL, color, 32).toImage()
        assert image.pixelColor(16, 16) == QColor(color)


def color_of(button: QPushButton, state: QIcon.State = QIcon.State.Off) -> str:
    size = button.iconSize()
    image = button.icon().pixmap(size, 1.0, QIcon.Mode.Normal, state).toImage()
    return image.pixelColor(image.height() // 2, image.height() // 2).name()


def test_on_a_button_it_follows_the_theme_and_the_size_of_text(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    put_icon(button, Icon.STAR_FULL, theme, off="soft", on="sage")
    theme.choose(Appearance(Scheme.LIGHT))
    assert (color_of(button), color_of(button, QIcon.State.On)) == (LIGHT.soft, LIGHT.sage)
    assert button.iconSize() == QSize(20, 20)
    theme.choose(Appearance(Scheme.DARK, text_scale=2.0))
    assert (color_of(button), color_of(button, QIcon.State.On)) == (DARK.soft, DARK.sage)
    assert button.iconSize() == QSize(40, 40)


def test_another_icon_can_take_its_place(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Pause")
    qtbot.addWidget(button)
    worn = put_icon(button, Icon.PAUSE, theme)
    before = button.icon().pixmap(button.iconSize()).toImage()
    worn.show_icon(Icon.PLAY)
    assert button.icon().pixmap(button.iconSize()).toImage() != before


def test_words_have_room_before_them(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Routines")
    qtbot.addWidget(button)
    put_icon(button, Icon.ROUTINES, theme)
    size = button.iconSize()
    image = button.icon().pixmap(size).toImage()
    assert size.width() > size.height()
    assert all(x < size.height() for x, _ in inked(image))


def test_a_button_that_is_gone_takes_its_icon_along(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    put_icon(button, Icon.CLOSE, theme)
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    theme.choose(Appearance(Scheme.DARK))


def test_the_program_in_the_tray_never_loads_what_reads_svg() -> None:
    """It would take two megabytes, and the tray's icon is painted."""
    code = """
import sys
import desktop.program, desktop.tray.icon
from desktop.look.signs import app_icon
from desktop.look.theme import Theme
from PySide6.QtWidgets import QApplication
application = QApplication([])
theme = Theme(application)
assert not app_icon().isNull()
print([name for name in sys.modules if "Svg" in name or name == "desktop.look.icon"])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
