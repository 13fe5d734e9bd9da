"""Everything one can act on has a name for a screen reader, on every page and in every state."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.journeys.person import Key, Person

INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit)

EVERYTHING = """
    name: Everything
    sources: ["https://example.org/page", "A book"]
    steps:
      - write: What now?
      - rate: How tight?
        as: pain
      - choose: Well?
        options: [yes, no]
      - check: Your desk
        items: [Feet, Eyes]
      - wait: Lie down.
      - hold: Sphinx
        for: 10s
"""


def nameless(window: QWidget) -> list[str]:
    """What one can act on and a screen reader would not know what to call."""
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    found = [each for each in shown if isinstance(each, INTERACTIVE)]
    # A header is read with its table; the list that a combo box opens is read as its own.
    named = [each for each in found if not isinstance(each, QHeaderView)]
    assert named, "there is always something to act on"
    return [repr(each) for each in named if not spoken(each)]


def spoken(widget: QWidget) -> str:
    """The name that the system's screen reader is given."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def test_the_check_for_names_can_fail(person: Person) -> None:
    person.begin()
    button = QPushButton(person.app.window)
    button.show()
    assert nameless(person.app.window) == [repr(button)]


def routines(person: Person) -> None:
    person.begin()


def searched(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Slash)
    person.write("yoga")


def nothing_found(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Slash)
    person.write("qigong")


def unfinished(person: Person) -> None:
    person.begin()
    person.app.routines.make_current("morning-yoga")
    person.press(Key.Key_Return)
    person.wait(30)
    person.begin()
    assert person.sees("Let it go")


def detail(person: Person) -> None:
    person.begin()
    person.click_card("everything")


def broken(person: Person) -> None:
    person.keep("broken.yaml", "name: Broken\n")
    person.begin()
    person.click_card("broken")


def step(number: int) -> Callable[[Person], None]:
    def to_step(person: Person) -> None:
        person.begin()
        person.go_to_card("everything")
        person.press(Key.Key_Return)
        for _ in range(number):
            person.click_button("Skip")
        assert person.app.player.stop == number

    return to_step


def keys(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Return)
    person.click_button("? keys")


def finish(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Return, Key.Key_Escape)


PLACES: dict[str, Callable[[Person], None]] = {
    "routines": routines,
    "searched": searched,
    "nothing found": nothing_found,
    "unfinished": unfinished,
    "detail": detail,
    "broken": broken,
    "write": step(0),
    "rate": step(1),
    "choose": step(2),
    "check": step(3),
    "wait": step(4),
    "hold": step(5),
    "keys": keys,
    "finish": finish,
}


@pytest.mark.parametrize("place", PLACES)
def test_everything_one_can_act_on_has_a_name(person: Person, place: str) -> None:
    person.keep("everything.yaml", EVERYTHING)
    PLACES[place](person)
    assert nameless(person.app.window) == []


@pytest.mark.parametrize("place", PLACES)
def test_everything_one_can_act_on_is_reached_by_the_keyboard(person: Person, place: str) -> None:
    person.keep("everything.yaml", EVERYTHING)
    PLACES[place](person)
    if place == "keys":
        person.click_button("Close")
    wanted = {
        each
        for kind in (QPushButton, QLineEdit, QComboBox, QListView, QPlainTextEdit)
        for each in person.all(kind)
    }
    met = set()
    for _ in range(len(wanted) + 6):
        met.add(person.focus)
        person.press(Key.Key_Tab)
    buttons = [each for each in wanted if isinstance(each, QPushButton)]
    grouped = {each for each in buttons if isinstance(each.group(), QButtonGroup)}
    assert wanted - met <= grouped, "arrows lead on within a group"


def test_a_card_says_all_that_it_shows(person: Person) -> None:
    person.keep("broken.yaml", "name: Broken\n")
    person.begin()
    person.click_star("morning-yoga")
    view = person.app.routines._list
    interface = QAccessible.queryAccessibleInterface(view)
    cards = [interface.child(row).text(QAccessible.Text.Name) for row in range(len(person.cards))]
    assert cards[0].startswith("Morning yoga. 10 min · floor · mat · chair · free wall. Ten gentle")
    assert cards[0].endswith("favourite")
    assert cards[1].startswith("Broken needs a look. Line 1. ")


def test_labels_are_read_as_what_they_say(person: Person) -> None:
    person.begin()
    person.press(Key.Key_Return)
    for label in person.app.view._top._name, person.app.view._top._left:
        assert spoken(label) == label.text()
