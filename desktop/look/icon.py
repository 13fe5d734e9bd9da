"""Icons from our own SVG files, in the colours of the theme and sharp on every screen.

They are for the window. The companion in the tray never needs this module: reading SVG takes two
megabytes, so the tray's icon and the program's own are painted (``signs``).
"""

from enum import Enum
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from desktop.look.colors import Colors
from desktop.look.sizes import Sizes
from desktop.look.theme import Theme

_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Screens' pixels to ours. Each is drawn for itself; nothing is made larger or smaller."""


class Icon(Enum):
    """What there is. The value is the name of the file."""

    TODAY = "today"
    ROUTINES = "routines"
    REMINDERS = "reminders"
    JOURNAL = "journal"
    WEEKS = "weeks"
    SAFETY = "safety"
    SETTINGS = "settings"
    PLAY = "play"
    PAUSE = "pause"
    BACK = "back"
    SKIP = "skip"
    SEARCH = "search"
    FOLDER = "folder"
    STAR = "star"
    STAR_FULL = "star-full"
    PLUS = "plus"
    MINUS = "minus"
    UNDO = "undo"
    WARNING = "warning"
    CLOSE = "close"
    CHECK = "check"
    SOUND_ON = "sound-on"
    SOUND_OFF = "sound-off"
    VOICE = "voice"
    KEYS = "keys"
    FULL_SCREEN = "full-screen"


@cache
def svg_of(icon: Icon) -> str:
    """The drawing, its colour still open (``currentColor``)."""
    return files("desktop.look").joinpath("icons", f"{icon.value}.svg").read_text("utf-8")


def icon_pixmap(icon: Icon, color: str, size: int, ratio: float = 1.0, room: int = 0) -> QPixmap:
    """``icon`` in ``color`` and ``size`` pixels at 1x, with ``room`` left free to its right."""
    pixmap = QPixmap(round((size + room) * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    drawing = svg_of(icon).replace("currentColor", color)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    side = round(size * ratio)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon_of(icon: Icon, off: str, on: str, dim: str, *, size: int, room: int = 0) -> QIcon:
    """An icon in three colours: usual, of what is checked, and of what cannot be pressed."""
    whole = QIcon()
    for ratio in _RATIOS:
        for color, mode, state in (
            (off, QIcon.Mode.Normal, QIcon.State.Off),
            (on, QIcon.Mode.Normal, QIcon.State.On),
            (dim, QIcon.Mode.Disabled, QIcon.State.Off),
        ):
            whole.addPixmap(icon_pixmap(icon, color, size, ratio, room), mode, state)
    return whole


def icon_room(sizes: Sizes, *, beside_words: bool = True) -> QSize:
    """What an icon takes on a button: a square, and some room before words."""
    size = sizes.gap(5)
    return QSize(size + sizes.gap(1.5) if beside_words else size, size)


class ButtonIcon(QObject):
    """Keeps an icon on a button, in the colours and the size of the theme. The button owns it.

    ``off`` and ``on`` are roles of the colours. A button with words gets some room before them.
    """

    def __init__(
        self, button: QAbstractButton, icon: Icon, theme: Theme, *, off: str, on: str
    ) -> None:
        super().__init__(button)
        self._button = button
        self._icon = icon
        self._theme = theme
        self._off, self._on = off, on
        self._worn: Colors | None = None
        theme.changed.connect(self.renew)
        self.renew()

    def show_icon(self, icon: Icon) -> None:
        if icon is not self._icon:
            self._icon = icon
            self.renew()

    def wear(self, colors: Colors | None) -> None:
        """Take these colours in place of the theme's, until that is told None."""
        if colors != self._worn:
            self._worn = colors
            self.renew()

    def renew(self) -> None:
        """Draw it anew, as after words have come or gone."""
        colors = self._worn or self._theme.colors
        box = icon_room(self._theme.sizes, beside_words=bool(self._button.text()))
        size, room = box.height(), box.width() - box.height()
        off, on = getattr(colors, self._off), getattr(colors, self._on)
        whole = icon_of(self._icon, off, on, colors.edge, size=size, room=room)
        self._button.setIconSize(box)
        self._button.setIcon(whole)


def put_icon(
    button: QAbstractButton, icon: Icon, theme: Theme, *, off: str = "sage", on: str = "sage"
) -> ButtonIcon:
    """Give ``button`` an icon that follows the theme; with words or an accessible name, please."""
    return ButtonIcon(button, icon, theme, off=off, on=on)
