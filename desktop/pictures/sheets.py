"""Contact sheets of the figures: one figure at four moments, and all of them together."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desktop.figures.paint import paint_figure
from desktop.figures.sheet import contact_sheet
from desktop.figures.shown import still
from desktop.figures.tones import tones_of
from desktop.look.colors import Colors
from desktop.pictures.camera import Camera, Stand
from desktop.pictures.studio import Studio
from routines.figures.model import Figure
from routines.figures.shelf import Shelf
from routines.lookup import LIBRARY

_CELL = QSize(160, 168)
_COLUMNS = 7
_WORD = 40
"""Pixels for a figure's name below it, on two lines if need be."""
_GAP = 6  # between a figure and its name


def figure_names() -> list[str]:
    """The built-in figures by their ids."""
    return sorted(path.stem for path in (LIBRARY / "figures").glob("*.yaml"))


def moments(name: str) -> Stand:
    return partial(_moments, name)


@contextmanager
def _moments(name: str, studio: Studio) -> Iterator[Camera]:
    figure = Shelf().figure(name)
    assert figure is not None, name
    colors = studio.theme.colors
    yield lambda ratio: contact_sheet(figure, colors, ratio=ratio)


@contextmanager
def all_figures(studio: Studio) -> Iterator[Camera]:
    """Every figure in the posture that says most, with its name."""
    shelf = Shelf()
    figures = [each for name in figure_names() if (each := shelf.figure(name)) is not None]
    font = studio.theme.font(studio.theme.sizes.small, QFont.Weight.Medium)
    yield partial(_sheet, figures, font, studio.theme.colors)


def _sheet(figures: list[Figure], font: QFont, colors: Colors, ratio: float) -> QImage:
    rows = -(-len(figures) // _COLUMNS)
    size = QSize(_CELL.width() * _COLUMNS, _CELL.height() * rows)
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(colors.paper))
    painter = QPainter(image)
    painter.setFont(font)
    for number, figure in enumerate(figures):
        row, column = divmod(number, _COLUMNS)
        cell = QRectF(column * _CELL.width(), row * _CELL.height(), _CELL.width(), _CELL.height())
        area = cell.adjusted(10, 12, -10, -12)
        shown = still(figure)
        paint_figure(
            painter, area.adjusted(0, 0, 0, -_WORD), shown.pose, shown.room, tones_of(colors)
        )
        painter.setPen(QColor(colors.soft))
        below = area.adjusted(0, area.height() - _WORD + _GAP, 0, _GAP)
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(below, wrapped, figure.name)
    painter.end()
    return image
