"""What was changed lately, so that it can be taken back. No Qt in here."""

from collections.abc import Callable
from dataclasses import dataclass

MOST = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what it is called, and how to take it back. ``where`` is whatever it was made
    with, for who shows it. ``said`` is the sentence about it, where "changed" says it badly.
    """

    name: str
    take_back: Callable[[], object]
    where: object = None
    said: str = ""


class Changes:
    """The newest changes, the last one first to go."""

    def __init__(self) -> None:
        self._done: list[Change] = []

    @property
    def last(self) -> str:
        """What the newest change is called; empty if there is none."""
        return self._done[-1].name if self._done else ""

    @property
    def said(self) -> str:
        """The sentence about the newest change; empty if it has none of its own."""
        return self._done[-1].said if self._done else ""

    @property
    def where(self) -> object:
        """What the newest change was made with."""
        return self._done[-1].where if self._done else None

    def add(self, change: Change) -> None:
        self._done = [*self._done[-(MOST - 1) :], change]

    def take_back(self) -> None:
        """Undo the newest change, if there is one."""
        if self._done:
            self._done.pop().take_back()

    def drop(self, change: Change) -> None:
        """It cannot be taken back any more."""
        self._done = [each for each in self._done if each is not change]

    def forget(self) -> None:
        self._done.clear()
