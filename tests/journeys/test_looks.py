"""The colours follow the system, and a step that says so darkens the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.look.colors import DARK, DIM, LIGHT
from desktop.player.stage import StageView
from tests.journeys.person import Key, Person

DIMMED = """
    name: Body scan
    steps:
      - notice: Feet
        for: 30s
      - notice: Belly
        for: 30s
        dim: yes
      - write: What was there?
        dim: yes
      - say: Bye.
        for: 4s
"""


def paper(person: Person) -> str:
    """The colour of the paper in the corners of the page, all alike."""
    page = person.app.window.page
    assert page is not None
    image = page.grab().toImage()
    right, bottom = image.width() - 3, image.height() - 3
    corners = {image.pixelColor(x, y).name() for x in (3, right) for y in (3, bottom)}
    assert len(corners) == 1
    return corners.pop()


class Hints(QObject):
    """What the system says about its colours."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - as Qt calls it

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - as Qt calls it
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


class System(QObject):
    """The application, on a system whose colours the test turns: the real one here has none."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.hints = Hints()

    def __getattr__(self, name: str) -> object:
        return getattr(self._application, name)

    def styleHints(self) -> Hints:  # noqa: N802 - as Qt calls it
        return self.hints


@pytest.mark.parametrize("page", ["routines", "detail", "player", "finish"])
def test_every_page_follows_the_system_from_light_to_dark_and_back(
    qapp: QApplication, tmp_path: Path, page: str
) -> None:
    system = System(qapp)
    person = Person(system, tmp_path)  # type: ignore[arg-type]  # it is one in all that is asked
    person.begin()
    if page == "detail":
        person.press(Key.Key_Space)
    if page in ("player", "finish"):
        person.press(Key.Key_Return)
    if page == "finish":
        person.press(Key.Key_Escape)
    seen = [paper(person)]
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        system.hints.turn(scheme)
        person.look()
        seen.append(paper(person))
    assert seen == [LIGHT.paper, DARK.paper, LIGHT.paper]
    person.quit()


def test_in_the_dark_what_paints_itself_is_dark_too(person: Person) -> None:
    person.begin()
    person.app.theme.use(DARK)
    person.press(Key.Key_Return)
    image = person.one(StageView).grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in (5, 200)}
    assert colors.isdisjoint({LIGHT.paper, LIGHT.sage, LIGHT.line})
    assert DARK.paper in colors
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.paper)


def test_a_dim_step_darkens_the_screen_and_the_next_gives_it_back(person: Person) -> None:
    person.keep("scan.yaml", DIMMED)
    person.begin()
    person.go_to_card("scan")
    person.press(Key.Key_Return)
    seen = [paper(person)]
    person.wait(31)
    seen.append(paper(person))
    assert person.one(StageView).grab().toImage().pixelColor(2, 2).name() == DIM.paper
    person.wait(30)
    assert person.paper.hasFocus()
    seen.append(paper(person))
    person.click_button("Done")
    seen.append(paper(person))
    assert seen == [LIGHT.paper, DIM.paper, DIM.paper, LIGHT.paper]


def test_after_a_dim_end_the_next_routine_is_light(person: Person) -> None:
    person.keep("scan.yaml", DIMMED)
    person.begin()
    person.go_to_card("scan")
    person.press(Key.Key_Return)
    person.wait(40)
    person.press(Key.Key_Escape)
    assert paper(person) == LIGHT.paper
    person.click_button("Once more")
    assert paper(person) == LIGHT.paper
