"""A theme and a note shower for the tests of the note, both gone when a test is over."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.look.theme import Theme
from tests.reminders.manual import Notes


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()


@pytest.fixture
def notes(qapp: QApplication, theme: Theme) -> Iterator[Notes]:
    notes = Notes(qapp, theme)
    yield notes
    notes.forget()


@pytest.fixture
def moving_notes(qapp: QApplication, theme: Theme) -> Iterator[Notes]:
    notes = Notes(qapp, theme, moving=True)
    yield notes
    notes.forget()
