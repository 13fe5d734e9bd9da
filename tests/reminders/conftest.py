"""A theme and a note shower for the tests of the note, and lives for those of the service.

All are gone when a test is over.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.look.theme import Theme
from desktop.reminders.memory import Memory
from desktop.reminders.parts import Offer
from routines.reminders.model import Reminder
from tests.reminders.life import Begin, Life
from tests.reminders.manual import Notes
from tests.reminders.world import POSTURE


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


@pytest.fixture
def begin(qapp: QCoreApplication) -> Iterator[Begin]:
    """Begins a life with these reminders; all are over when the test is."""
    assert qapp is not None
    lives: list[Life] = []

    def begin(
        *reminders: Reminder, memory: Memory | None = None, offers: dict[str, Offer] | None = None
    ) -> Life:
        life = Life(*(reminders or (POSTURE,)), offers=offers)
        lives.append(life)
        life.service.begin(memory)
        return life

    yield begin
    for life in lives:
        life.service.end()
        life.service.deleteLater()
