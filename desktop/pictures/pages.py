"""The pages of the window, and the note, from fixed data."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.destinations import Destination
from desktop.pages.reminders.page import RemindersPage
from desktop.pages.reminders.rows import row_of
from desktop.pages.settings.page import SettingsPage
from desktop.pictures.camera import Camera, Stand, move_to_screen, photograph
from desktop.pictures.facts import DATA_OF_A_YEAR, DEVICES, SHOWING, VOICES, settings_values
from desktop.pictures.studio import Set, Studio, sample
from desktop.reminders.note_window import NoteWindow
from desktop.reminders.place import Box, Monitor
from routines.figures.shelf import Shelf
from routines.reminders.catalogue import load_reminders

_TODAY = date(2026, 3, 2)
_MONITOR = Monitor("", Box(0, 0, 1920, 1040))

Arrange = Callable[[Studio, Set], None]


def page(arrange: Arrange, size: QSize) -> Stand:
    return partial(_stand, arrange, size)


@contextmanager
def _stand(arrange: Arrange, size: QSize, studio: Studio) -> Iterator[Camera]:
    with studio.window(size) as scene:
        arrange(studio, scene)
        studio.settle()
        yield partial(photograph, scene.app.window)


def _routines(_studio: Studio, scene: Set) -> None:
    scene.mark_place(Destination.ROUTINES)


def _keys(studio: Studio, scene: Set) -> None:
    scene.app.window.show_keys()
    studio.settle()


def _detail(_studio: Studio, scene: Set) -> None:
    scene.app.routines.details_wanted.emit("morning-yoga")


def _broken(_studio: Studio, scene: Set) -> None:
    scene.app.detail.show_entry(sample("with-mistakes"), favourite=False)
    scene.app.window.show_page(scene.app.detail)
    scene.app.detail.take_keyboard()


def _reminders(studio: Studio, scene: Set) -> None:
    page = RemindersPage(studio.theme)
    found = load_reminders(None, lambda _routine: True)
    page.show_rows(tuple(row_of(each.reminder) for each in found if each.reminder is not None))
    page.show_next("Posture at 9:42", paused=False)
    _show(scene, page, Destination.REMINDERS)


def _settings(studio: Studio, scene: Set) -> None:
    page = SettingsPage(_TODAY, studio.theme)
    page.show_values(settings_values(studio.theme.appearance))
    page.show_devices(DEVICES)
    page.show_voices(VOICES)
    page.data.show_data(DATA_OF_A_YEAR)
    _show(scene, page, Destination.SETTINGS)


def _show(scene: Set, page: QWidget, place: Destination) -> None:
    scene.app.window.add_page(page)
    scene.app.window.show_page(page)
    scene.mark_place(place)


PAGES: dict[str, Arrange] = {
    "routines": _routines,
    "routines-keys": _keys,
    "detail": _detail,
    "detail-broken": _broken,
    "reminders": _reminders,
    "settings": _settings,
}
NARROW = ("routines", "detail", "detail-broken", "reminders", "settings")
"""Those that are also shown in a narrow window."""

TALL = {"settings": 5260, "reminders": 1560}
"""Pages that are also shown whole, and the pixels that takes."""


# The note


def note(*, choosing: bool) -> Stand:
    """The paper note; ``choosing`` shows the minutes behind *Later*."""
    return partial(_note, choosing)


@contextmanager
def _note(choosing: bool, studio: Studio) -> Iterator[Camera]:
    window = NoteWindow(studio.theme, Shelf().figure)
    window.fill(SHOWING, _MONITOR)
    window.come(moving=False)
    if choosing:
        _click(window, "Later")
    studio.settle()

    def camera(ratio: float) -> QImage:
        move_to_screen(window, ratio)
        window.fill(SHOWING, _MONITOR)  # anew for the other screen, as whoever shows it does
        return photograph(window, ratio)

    yield camera
    studio.take_away(window)


def _click(window: QWidget, name: str) -> None:
    for button in window.findChildren(QAbstractButton):
        if button.accessibleName() == name:
            button.click()
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
