"""The body map as a control: mouse, keyboard, and what a screen reader finds."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.body_map.body_map import BodyMap
from desktop.body_map.shapes import PARTS, WHOLE, where
from desktop.look.theme import Theme
from routines.grammar import AREAS


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()


@pytest.fixture
def body(qtbot: QtBot, theme: Theme) -> BodyMap:
    body = BodyMap(theme)
    qtbot.addWidget(body)
    body.resize(body.minimumSize())
    with qtbot.waitExposed(body):
        body.show()
    body.activateWindow()
    return body


def middle_of(body: BodyMap, area: str) -> QPoint:
    at = where(area)
    place = next(place for place in body._places() if place.view is at.view)
    return place.to_screen.map(QPointF(at.centre.x, at.centre.y)).toPoint()


def focused(body: BodyMap) -> str | None:
    return next((area for area, box in body._boxes.items() if box.hasFocus()), None)


@pytest.mark.parametrize("area", PARTS)
def test_a_click_in_the_middle_of_an_area_chooses_it(body: BodyMap, area: str) -> None:
    told: list[str] = []
    body.area_toggled.connect(told.append)
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=middle_of(body, area))
    assert told == [area]
    assert body.chosen == {area}
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=middle_of(body, area))
    assert told == [area, area]
    assert body.chosen == frozenset()


def test_a_click_beside_the_body_or_with_the_other_button_does_nothing(body: BodyMap) -> None:
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    QTest.mouseClick(body, Qt.MouseButton.RightButton, pos=middle_of(body, "belly"))
    assert body.chosen == frozenset()


def test_arrow_keys_lead_through_all_areas_and_space_chooses(body: BodyMap) -> None:
    body._boxes["face"].setFocus()
    seen = [focused(body)]
    for _ in range(len(PARTS) - 1):
        QTest.keyClick(body.focusWidget(), Qt.Key.Key_Down)
        seen.append(focused(body))
    assert set(seen) == set(PARTS)
    assert (seen[0], seen[-1]) == ("face", "feet")
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Down)
    assert focused(body) == "feet", "it stays at the end"
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Space)
    assert body.chosen == {"feet"}
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Home)
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Right)
    assert focused(body) == seen[1]
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Left)
    assert focused(body) == "face"


def test_tab_comes_to_one_area_then_to_the_whole_body_and_then_leaves(body: BodyMap) -> None:
    body._boxes["face"].setFocus()
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Tab)
    assert body._whole.hasFocus()
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Space)
    assert body.chosen == {WHOLE}
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Backtab)
    assert focused(body) == "jaw", "where one left it"


def test_choosing_from_outside_says_nothing(body: BodyMap) -> None:
    told: list[str] = []
    body.area_toggled.connect(told.append)
    body.choose(["neck", WHOLE])
    assert body.chosen == {"neck", WHOLE}
    assert told == []
    body.choose(["jaw"])
    assert body.chosen == {"jaw"}


def test_a_screen_reader_finds_every_area_by_name(body: BodyMap) -> None:
    tree = QAccessible.queryAccessibleInterface(body)
    children = [tree.child(index) for index in range(tree.childCount())]
    names = {child.text(QAccessible.Text.Name).lower() for child in children}
    assert names == {area.replace("-", " ") for area in AREAS}
    jaw = next(child for child in children if child.text(QAccessible.Text.Name) == "jaw")
    assert jaw.role() is QAccessible.Role.CheckBox
    assert jaw.rect().height() > 8, "it has a place on the screen"


def test_what_a_screen_reader_presses_is_chosen(body: BodyMap) -> None:
    told: list[str] = []
    body.area_toggled.connect(told.append)
    body._boxes["jaw"].click()
    assert body.chosen == {"jaw"}
    assert told == ["jaw"]


def picture(body: BodyMap) -> QImage:
    return body.grab().toImage()


def test_focus_hover_and_choice_are_seen(body: BodyMap) -> None:
    plain = picture(body)
    QTest.mouseMove(body, middle_of(body, "belly"))
    hovered = picture(body)
    QTest.mouseMove(body, QPoint(2, 2))
    assert picture(body) == plain
    body._boxes["belly"].setFocus()
    focus = picture(body)
    body.choose(["belly"])
    chosen = picture(body)
    pictures = [plain, hovered, focus, chosen]
    assert all(one != other for one, other in combinations(pictures, 2))
