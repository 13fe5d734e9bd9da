"""The sound of paper as a note comes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.keep.settings import Settings
from desktop.look.theme import Theme
from desktop.note_sound import NoteSound
from desktop.sound.model import Bell
from desktop.sound.process.bells import Bells
from desktop.system.calls import CallAnswered, CallState, NoCalls
from routines.clock import ManualClock
from tests.reminders.manual import Notes
from tests.sound.loudspeaker import SilentLoudspeaker

QUIET = CallState(microphone=False, camera=False)


class KnownCalls(NoCalls):
    """The system's calls, as the test says."""

    def __init__(self, state: CallState) -> None:
        self._state = state

    def ask(self, answered: CallAnswered) -> None:
        answered(self._state)


class Listen(Protocol):
    def __call__(self, settings: Settings, state: CallState = QUIET) -> list[SilentLoudspeaker]: ...


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

    def after_a_note(settings: Settings, state: CallState = QUIET) -> list[SilentLoudspeaker]:
        made: list[SilentLoudspeaker] = []
        calls = KnownCalls(state)

        def find() -> SilentLoudspeaker:
            made.append(SilentLoudspeaker())
            return made[-1]

        owner = QObject()
        clock = ManualClock()
        sound = NoteSound(notes.shower, lambda: settings, find, calls, clock, owner)
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


@pytest.mark.parametrize("state", [CallState(microphone=True), CallState(None, camera=True)])
def test_in_a_call_nothing_is_heard_of_a_note(listen: Listen, state: CallState) -> None:
    assert listen(Settings(note_sound=True), state) == []


def test_where_calls_cannot_be_seen_it_is_heard_as_it_was_wished(listen: Listen) -> None:
    assert len(listen(Settings(note_sound=True), CallState())) == 1


def test_it_is_far_softer_than_a_bell() -> None:
    peaks = {bell: float(np.abs(Bells().get(bell)).max()) for bell in Bell}
    assert peaks[Bell.NOTE] <= 0.8 * min(peak for bell, peak in peaks.items() if bell != Bell.NOTE)
