"""The sound of paper as a note comes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.keep.settings import Settings
from desktop.look.theme import Theme
from desktop.note_sound import NoteSound
from routines.clock import ManualClock
from tests.reminders.manual import Notes
from tests.sound.loudspeaker import SilentLoudspeaker

Listen = Callable[[Settings], list[SilentLoudspeaker]]


@pytest.fixture
def notes(qapp: QApplication) -> Iterator[Notes]:
    theme = Theme(qapp)
    found = Notes(qapp, theme)
    yield found
    found.forget()
    theme.deleteLater()


@pytest.fixture
def listen(notes: Notes) -> Listen:
    """Gives the loudspeakers that were made once a note has come."""

    def after_a_note(settings: Settings) -> list[SilentLoudspeaker]:
        made: list[SilentLoudspeaker] = []

        def find() -> SilentLoudspeaker:
            made.append(SilentLoudspeaker())
            return made[-1]

        owner = QObject()
        clock = ManualClock()
        sound = NoteSound(notes.shower, lambda: settings, find, clock, owner)
        notes.show()
        sound.deleteLater()
        return made

    return after_a_note


def test_a_note_comes_in_silence_unless_it_is_wished_otherwise(listen: Listen) -> None:
    assert listen(Settings()) == []


def test_where_it_is_wished_paper_is_heard_at_once(listen: Listen) -> None:
    (made,) = listen(Settings(note_sound=True, bells_volume=20))
    assert made.coming(ManualClock().monotonic()) == [(0.0, "note")]
    assert made.wishes.bells == 0.2


def test_without_sound_there_is_none(listen: Listen) -> None:
    assert listen(replace(Settings(note_sound=True), mute=True)) == []
