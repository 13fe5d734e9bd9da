"""The theme as it is worn: what is chosen shows at once, everywhere, and leaves nothing behind."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.appearance import Appearance, Contrast, Movement, Scheme
from desktop.look.colors import DARK, DIM, HIGH_DARK, HIGH_DIM, HIGH_LIGHT, LIGHT
from desktop.look.theme import Theme
from desktop.look.tokens import CLEAR_STROKES, MOTION, STILL, STROKES
from desktop.surroundings import Given, find_surroundings
from desktop.system.bus import Bus, BusName
from desktop.tray.tray import Tray
from routines.clock import ManualClock


@pytest.mark.parametrize(
    ("scheme", "contrast", "colors"),
    [
        (Scheme.LIGHT, Contrast.NORMAL, LIGHT),
        (Scheme.DARK, Contrast.NORMAL, DARK),
        (Scheme.LIGHT, Contrast.HIGH, HIGH_LIGHT),
        (Scheme.DARK, Contrast.HIGH, HIGH_DARK),
    ],
)
def test_what_is_chosen_is_worn(
    theme: Theme, scheme: Scheme, contrast: Contrast, colors: object
) -> None:
    theme.choose(Appearance(scheme, contrast))
    high = contrast is Contrast.HIGH
    assert theme.colors is colors
    assert theme.sizes.strokes is (CLEAR_STROKES if high else STROKES)
    assert theme.dim_colors is (HIGH_DIM if high else DIM)
    window = QApplication.palette().color(QPalette.ColorRole.Window).name()
    assert window == theme.colors.paper


def test_a_widget_that_is_shown_changes_its_colours_and_sizes_at_once(
    theme: Theme, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setProperty("role", "page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    label = QLabel("Breathe.", page)
    column = QVBoxLayout(page)
    column.addWidget(label)
    page.show()

    def seen() -> tuple[str, int]:
        return page.grab().toImage().pixelColor(2, 2).name(), label.font().pixelSize()

    theme.choose(Appearance(Scheme.LIGHT))
    assert seen() == (LIGHT.paper, 15)
    theme.choose(Appearance(Scheme.DARK, text_scale=2.0))
    assert seen() == (DARK.paper, 30)
    theme.choose(Appearance(Scheme.LIGHT))
    assert seen() == (LIGHT.paper, 15)


def test_another_font_of_the_system_is_taken_up_at_once(theme: Theme, qapp: QApplication) -> None:
    told: list[int] = []
    theme.changed.connect(lambda: told.append(theme.sizes.body))
    font = QFont(qapp.font())
    font.setPixelSize(26)
    qapp.setFont(font)
    assert told == [30]
    font.setFamily("monospace")
    qapp.setFont(font)
    assert told == [30, 30]
    assert theme.font(15).family() == "monospace"


def test_larger_text_comes_on_top_of_the_systems_font(theme: Theme, qapp: QApplication) -> None:
    font = QFont(qapp.font())
    font.setPixelSize(26)
    qapp.setFont(font)
    theme.choose(Appearance(text_scale=1.5))
    assert theme.sizes.body == 45
    assert theme.sizes.scale == 3.0


def test_motion_is_taken_away_and_given_back(theme: Theme) -> None:
    assert theme.motion is MOTION
    theme.choose(Appearance(movement=Movement.REDUCED))
    assert theme.motion is STILL
    theme.choose(Appearance(movement=Movement.FULL))
    assert theme.motion is MOTION


def test_what_is_chosen_twice_is_told_once(theme: Theme) -> None:
    told: list[Appearance] = []
    theme.changed.connect(lambda: told.append(theme.appearance))
    for _ in range(3):
        theme.choose(Appearance(Scheme.DARK))
    assert told == [Appearance(Scheme.DARK)]


def test_a_choice_that_looks_no_different_is_not_told(theme: Theme) -> None:
    told: list[Appearance] = []
    theme.changed.connect(lambda: told.append(theme.appearance))
    theme.choose(Appearance(Scheme.LIGHT, Contrast.NORMAL, 1.0, Movement.FULL))
    assert told == []
    assert theme.appearance.scheme is Scheme.LIGHT


class Access(QObject):
    """What the system says about contrast."""

    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815 - as Qt calls it
    preference = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - as Qt calls it
        return self.preference


class Hints(QObject):
    """What the system says about its colours: a stand-in, as the one of the tests says nothing."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - as Qt calls it

    def __init__(self) -> None:
        super().__init__()
        self.access = Access()
        self.asked: list[Qt.ColorScheme] = []

    def accessibility(self) -> Access:
        return self.access

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - as Qt calls it
        return Qt.ColorScheme.Dark

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:  # noqa: N802 - as Qt calls it
        self.asked.append(scheme)


class System(QObject):
    """The application on such a system."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.hints = Hints()

    def __getattr__(self, name: str) -> object:
        return getattr(self._application, name)

    def styleHints(self) -> Hints:  # noqa: N802 - as Qt calls it
        return self.hints


def test_the_systems_contrast_is_followed_live(qapp: QApplication) -> None:
    system = System(qapp)
    theme = Theme(system)  # type: ignore[arg-type]  # it is one in all that is asked
    assert theme.colors is DARK
    system.hints.access.preference = Qt.ContrastPreference.HighContrast
    system.hints.access.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.colors is HIGH_DARK
    theme.choose(Appearance(Scheme.LIGHT, Contrast.NORMAL))
    assert theme.colors is LIGHT
    assert system.hints.asked == [Qt.ColorScheme.Light]
    theme.deleteLater()


def test_fifty_changes_leave_no_widget_and_no_listener_behind(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QPushButton("Start", page)
    page.show()
    before = len(QApplication.allWidgets())
    for turn in range(50):
        theme.choose(
            Appearance(Scheme.DARK if turn % 2 else Scheme.LIGHT, text_scale=1 + turn / 50)
        )
    assert len(QApplication.allWidgets()) == before


def test_a_theme_that_is_gone_hears_nothing_more(qapp: QApplication) -> None:
    theme = Theme(qapp)
    told: list[str] = []
    theme.changed.connect(lambda: told.append("changed"))
    seen = weakref.ref(theme)
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(theme, QEvent.Type.DeferredDelete)
    del theme
    gc.collect()
    font = QFont(qapp.font())
    qapp.setFont(QFont("monospace", 30))
    qapp.setFont(font)
    assert told == []
    assert seen() is None


def test_the_note_comes_without_motion_where_none_is_wanted(
    theme: Theme, qapp: QApplication
) -> None:
    owner = QObject()
    bus = Bus(BusName.SESSION, owner)
    given = Given(qapp, ManualClock(), bus, Tray(bus, owner), lambda: theme)
    surroundings = find_surroundings(given, None, owner, lambda _name: None)
    assert surroundings.note._may_move()
    theme.choose(Appearance(movement=Movement.REDUCED))
    assert not surroundings.note._may_move()
    surroundings.close()
