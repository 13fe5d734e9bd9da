"""A person at the window, for every journey."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.person import Person


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    someone = Person(qapp, tmp_path)
    yield someone
    someone.quit()
