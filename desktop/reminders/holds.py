"""Whether the person may be disturbed, gathered from everybody who may know. Nothing is polled."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from desktop.reminders.schedule import Hold
from desktop.system.calls import Calls, CallState
from desktop.system.works import Works

HoldsKnown = Callable[[frozenset[Hold]], None]


class YesOrNo(Protocol):
    """Answers one question, once and in time: yes, no, or None where it is not known."""

    def ask(self, answered: Callable[[bool | None], None]) -> None: ...

    def works(self) -> Works: ...


class AskedHolds:
    """Asks all sources at once and answers when the last has answered. Not known is no hold."""

    def __init__(self, sources: Mapping[Hold, YesOrNo], calls: Calls) -> None:
        self._sources = sources
        self._calls = calls

    def ask(self, answered: HoldsKnown) -> None:
        gathering = _Gathering(len(self._sources) + 1, answered)
        for hold, source in self._sources.items():
            source.ask(partial(gathering.take, hold))
        self._calls.ask(gathering.take_call)

    def ask_call(self, answered: Callable[[bool], None]) -> None:
        self._calls.ask(lambda state: answered(bool(state.microphone)))


class _Gathering:
    """One round of asking."""

    def __init__(self, left: int, answered: HoldsKnown) -> None:
        self._left = left
        self._answered = answered
        self._found: set[Hold] = set()

    def take(self, hold: Hold, value: bool | None) -> None:
        if value:
            self._found.add(hold)
        self._left -= 1
        if not self._left:
            self._answered(frozenset(self._found))

    def take_call(self, state: CallState) -> None:
        signs = {
            Hold.CALL: state.microphone,
            Hold.CAMERA: state.camera,
            Hold.SHARING: state.sharing,
        }
        self._found.update(hold for hold, value in signs.items() if value)
        self.take(Hold.CALL, None)
