"""Whether the person is in a call: a microphone or camera in use, or the screen shared.

Asked when a reminder is due, never all the time. The looking is done by `call_signs`, in a
process that is ended when it takes too long.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject

from desktop.children import Child, child_command
from desktop.language import translate
from desktop.system.asking import ask_program, once
from desktop.system.works import Works


@dataclass(frozen=True, slots=True)
class CallState:
    """What is in use now; None where it cannot be known."""

    microphone: bool | None = None
    camera: bool | None = None
    sharing: bool | None = None

    @property
    def in_call(self) -> bool | None:
        """Any of the three; None when nothing is known of any."""
        signs = (self.microphone, self.camera, self.sharing)
        return True if True in signs else (False if False in signs else None)


CallAnswered = Callable[[CallState], None]


class Calls(Protocol):
    """Looks for a call when asked."""

    def ask(self, answered: CallAnswered) -> None:
        """Call ``answered`` once, within two seconds."""
        ...

    def works(self) -> Works:
        """What could be known when it was last asked, so ask first."""
        ...

    def close(self) -> None:
        """End what is still looking; nobody is answered any more."""
        ...


class LinuxCalls(QObject):
    """PulseAudio's or PipeWire's recordings, opened cameras, PipeWire's screen streams."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop: Callable[[], None] | None = None
        self._waiting: list[CallAnswered] = []
        self._last: dict[str, tuple[bool | None, str]] = {}
        self._was_asked = False

    def ask(self, answered: CallAnswered) -> None:
        # Who asks while somebody is looking gets the same answer.
        self._waiting.append(answered)
        if self._stop is None:
            program, *arguments = child_command(Child.CALL_SIGNS)
            self._stop = ask_program(self, program, arguments, self._over)

    def works(self) -> Works:
        if not self._was_asked:
            return Works(here=True, how=translate("calls", "It is looked for when a note is due."))
        microphone, reason = self._last.get("microphone", (None, "time"))
        return Works(here=microphone is not None, how=f"{_WHY[reason]()} {self._sharing()}")

    def close(self) -> None:
        self._waiting.clear()
        if self._stop is not None:
            self._stop()
            self._stop = None

    # Inside

    def _over(self, said: bytes) -> None:
        self._stop = None
        self._was_asked = True
        self._last = _signs(said)
        state = CallState(**{sign: answer for sign, (answer, _reason) in self._last.items()})
        waiting, self._waiting = self._waiting, []
        for answered in waiting:
            answered(state)

    def _sharing(self) -> str:
        sharing, reason = self._last.get("sharing", (None, "pipewire"))
        if sharing is not None:
            return translate("calls", "A shared screen is seen too.")
        if reason == "x11":
            return translate("calls", "A shared screen cannot be seen on X11.")
        return translate("calls", "A shared screen cannot be seen (PipeWire's pw-dump is missing).")


_WHY: dict[str, Callable[[], str]] = {
    "": lambda: translate("calls", "Microphone and camera are seen."),
    "library": lambda: translate(
        "calls", "The microphone is not seen well: the library libpulse is missing (libpulse0)."
    ),
    "server": lambda: translate(
        "calls", "The microphone is not seen well: there is no sound server."
    ),
    "time": lambda: translate("calls", "The sound server does not answer."),
}


def _signs(said: bytes) -> dict[str, tuple[bool | None, str]]:
    """What the lines say; anything that is not such a line is passed over."""
    answers = {"yes": True, "no": False, "unknown": None}
    found = {}
    for line in said.decode("utf-8", "replace").splitlines():
        sign, word, reason, *_ = [*line.split(" "), "", "", ""]
        if sign in CallState.__slots__ and word in answers:
            found[sign] = (answers[word], reason if reason in _WHY or sign == "sharing" else "")
    return found


class NoCalls(QObject):
    """Knows of no call."""

    def ask(self, answered: CallAnswered) -> None:
        once(self, answered, CallState, within=0.0)

    def works(self) -> Works:
        how = translate("calls", "Calls cannot be seen on this system yet.")
        return Works(here=False, how=how)

    def close(self) -> None:
        pass


def find_calls() -> Calls:
    """The one that works here."""
    return LinuxCalls() if sys.platform == "linux" else NoCalls()
