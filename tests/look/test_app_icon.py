"""The program's own icon: seen on light and dark, the same painted and as a file, and installed."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import desktop.look
from desktop.look.signs import app_icon, app_pixmap
from tests.look.test_contrast import contrast

FOLDER = Path(desktop.look.__file__).parent / "icons"
ROOT = Path(desktop.look.__file__).parents[2]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64, 128, 256])
@pytest.mark.parametrize("ground", ["#ffffff", "#f0f0f0", "#2b2b2b", "#000000"])
def test_it_stands_out_from_any_ground(size: int, ground: str) -> None:
    assert QSize(size, size) in app_icon().availableSizes()
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, app_pixmap(size))
    painter.end()
    spots = [image.pixelColor(x, y).name() for x in range(size) for y in range(size)]
    assert sum(contrast(spot, ground) >= 2.5 for spot in spots) >= 0.1 * size * size


def test_the_file_for_the_desktops_menus_shows_the_same() -> None:
    renderer = QSvgRenderer(str(FOLDER / "unbrace.svg"))
    assert renderer.isValid()
    file = QImage(256, 256, QImage.Format.Format_ARGB32_Premultiplied)
    file.fill(0)
    painter = QPainter(file)
    renderer.render(painter)
    painter.end()
    painted = app_pixmap(256).toImage()
    different = sum(
        max(
            abs(one.red() - other.red()),
            abs(one.green() - other.green()),
            abs(one.blue() - other.blue()),
            abs(one.alpha() - other.alpha()),
        )
        > 48
        for x in range(256)
        for y in range(256)
        for one, other in [(file.pixelColor(x, y), painted.pixelColor(x, y))]
    )
    assert different < 100


def test_what_is_installed_for_the_desktops_menus_is_there() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    shared = build["targets"]["wheel"]["shared-data"]
    assert "share/icons/hicolor/scalable/apps/unbrace.svg" in shared.values()
    assert all((ROOT / source).is_file() for source in shared)
