"""The sound of paper as a note comes, where the person wants it: quiet, and off until then.

A note may come in a call, where the person does not want it held back; its sound never does.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.reminders.note import NoteShower
from routines.clock import Clock

if TYPE_CHECKING:
    from desktop.keep.settings import Settings
    from desktop.sound.conductor import Loudspeaker
    from desktop.system.calls import Calls, CallState

_NUMBER = 0
"""The number of its piece; a routine's begin with 1."""


class NoteSound(QObject):
    """Listens to the note. Nothing of sound is loaded while it is not wished."""

    def __init__(
        self,
        note: NoteShower,
        settings: "Callable[[], Settings]",
        find_loudspeaker: "Callable[[], Loudspeaker]",
        calls: "Calls",
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._find = find_loudspeaker
        self._calls = calls
        self._clock = clock
        note.shown.connect(self._ask)

    def _ask(self) -> None:
        settings = self._settings()
        if settings.note_sound and not settings.mute:
            self._calls.ask(self._answer)

    def _answer(self, state: "CallState") -> None:
        if not state.in_call:
            self._sound(self._settings())

    def _sound(self, settings: "Settings") -> None:
        from desktop.sound.messages import Piece  # noqa: PLC0415 - see the class
        from desktop.sound.model import Bell, Ring  # noqa: PLC0415
        from desktop.sound.wishes import wishes_of  # noqa: PLC0415

        loudspeaker = self._find()
        loudspeaker.wish(wishes_of(settings))
        rustle = (Ring(0.0, Bell.NOTE),)
        loudspeaker.play(Piece(_NUMBER, rustle, self._clock.monotonic()))
