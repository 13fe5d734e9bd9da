"""A person at the window, for every journey, and one who is asked something."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.evening import EVENING
from tests.journeys.person import Key, Person


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    someone = Person(qapp, tmp_path)
    yield someone
    someone.quit()


@pytest.fixture
def evening(person: Person) -> Person:
    """A person who has started a routine of questions."""
    person.keep("evening.yaml", EVENING)
    person.begin()
    person.go_to_card("evening")
    person.press(Key.Key_Return)
    return person
