"""Comparing a picture with one that was looked at and found good.

``python -m tests.figures.pictures`` paints those anew; look at them before you keep them.
"""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from desktop.figures.paint import paint_figure
from desktop.figures.tones import tones_of
from desktop.look.colors import LIGHT, Colors
from routines.figures.model import Box, Pose
from tests.figures.poses import SHOWN, box_of

GOLDEN = Path(__file__).parent / "golden"
FEW = ("standing", "behind", "cow", "sitting")
_CLEARLY = 20  # of 255 in red, green or blue; other antialiasing changes a block by about 10
_MEAN = Qt.TransformationMode.SmoothTransformation
_BLOCK = 4  # pixels; compared by their mean


def picture(shown: Pose, colors: Colors = LIGHT, side: int = 160, box: Box | None = None) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(colors.paper))
    painter = QPainter(image)
    area = QRectF(0, 0, side, side)
    paint_figure(painter, area, shown, box or box_of(shown), tones_of(colors))
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> int:
    """How many blocks of the two look clearly different. Edges may be drawn a little apart."""
    if one.size() != other.size():
        return one.width() * one.height()
    small = one.size() / _BLOCK
    first, second = (
        each.convertToFormat(QImage.Format.Format_RGB32).scaled(small, mode=_MEAN)
        for each in (one, other)
    )
    return sum(
        _apart(first.pixelColor(x, y), second.pixelColor(x, y)) > _CLEARLY
        for y in range(small.height())
        for x in range(small.width())
    )


def _apart(one: QColor, other: QColor) -> int:
    """By how much the channel differs that differs most."""
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )


if __name__ == "__main__":
    program = QGuiApplication(["pictures", "-platform", "offscreen"])
    for name in FEW:
        picture(SHOWN[name]).save(str(GOLDEN / f"{name}.png"))
