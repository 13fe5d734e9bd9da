"""From a widget to a picture: colours and sizes to see it in, and one pixel or two for each."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop.look.appearance import Appearance, Contrast, Movement, Scheme
from desktop.pictures.studio import Studio

Camera = Callable[[float], QImage]
"""Takes the picture with so many pixels for each of the screen's."""

Stand = Callable[[Studio], AbstractContextManager[Camera]]
"""Arranges what is seen, and tidies up afterwards."""

RATIOS = {"": 1.0, "@2x": 2.0}


@dataclass(frozen=True, slots=True)
class Look:
    """``word`` stands in the name of the picture. ``extra`` ones are made where all are wanted."""

    word: str
    appearance: Appearance
    extra: bool = False


def _look(
    word: str,
    scheme: Scheme,
    contrast: Contrast = Contrast.NORMAL,
    text_scale: float = 1.0,
    *,
    extra: bool = True,
) -> Look:
    return Look(word, Appearance(scheme, contrast, text_scale, Movement.FULL), extra)


LOOKS = (
    _look("light", Scheme.LIGHT, extra=False),
    _look("dark", Scheme.DARK, extra=False),
    _look("contrast-light", Scheme.LIGHT, Contrast.HIGH),
    _look("contrast-dark", Scheme.DARK, Contrast.HIGH),
    _look("large-light", Scheme.LIGHT, text_scale=2.0),
)


def photograph(widget: QWidget, ratio: float) -> QImage:
    """What ``widget`` shows; clear where it shows nothing."""
    move_to_screen(widget, ratio)
    return widget.grab().toImage()


def move_to_screen(widget: QWidget, ratio: float) -> None:
    """Move a window to the screen of that density, as a hand would."""
    fitting = [each for each in QGuiApplication.screens() if each.devicePixelRatio() == ratio]
    widget.move(fitting[0].geometry().topLeft())
    for _ in range(3):
        QCoreApplication.processEvents()


def png_of(image: QImage) -> bytes:
    """The picture as a file, without what only a transparent one needs."""
    solid = QImage.Format.Format_RGB888
    kept = image if _is_clear_somewhere(image) else image.convertToFormat(solid)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not kept.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stub wants bytes, the call text
        raise MemoryError("Qt could not make the picture")
    return bytes(buffer.data().data())


def _is_clear_somewhere(image: QImage) -> bool:
    """By the corners: a page fills its picture, a note leaves them free."""
    right, bottom = image.width() - 1, image.height() - 1
    corners = ((0, 0), (right, 0), (0, bottom), (right, bottom))
    return any(image.pixelColor(x, y).alpha() < 255 for x, y in corners)
