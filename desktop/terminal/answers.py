"""What a person answers at an open step, as values that a key changes. Nothing is kept of it."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Self

from desktop.terminal.keys import Key, Press
from routines.model import Open, Verb

HIGHEST = 10
"""The end of the scale of a rating, which begins at 0."""

_LONGEST = 2000  # characters of one answer


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing to answer: the person goes on when they are ready."""

    def press(self, _key: Press) -> Self | None:
        """The answer after a key, or None where the key means nothing to it."""
        return None


@dataclass(frozen=True, slots=True)
class Writing:
    """A line of text. With words in it, all keys but Enter and Escape belong to it."""

    text: str = ""

    def press(self, key: Press) -> Self | None:
        if isinstance(key, str):
            return replace(self, text=(self.text + key)[:_LONGEST])
        if key is Key.BACKSPACE:
            return replace(self, text=_without_last(self.text))
        if key is Key.CLEAR:
            return replace(self, text="")
        arrows = (Key.LEFT, Key.RIGHT, Key.UP, Key.DOWN)
        return self if self.text and key in arrows else None


@dataclass(frozen=True, slots=True)
class Rating:
    """A number from 0 to 10, or none yet."""

    number: int | None = None

    def press(self, key: Press) -> Self | None:
        if isinstance(key, str) and key in "0123456789":
            return replace(self, number=self._typed(int(key)))
        if key is Key.UP:
            return replace(self, number=0 if self.number is None else min(HIGHEST, self.number + 1))
        if key is Key.DOWN:
            return replace(self, number=max(0, (self.number or 0) - 1))
        if key in (Key.BACKSPACE, Key.CLEAR):
            return replace(self, number=None)
        return None

    def _typed(self, digit: int) -> int:
        """A 0 behind a 1 makes 10."""
        return HIGHEST if self.number == 1 and digit == 0 else digit


@dataclass(frozen=True, slots=True)
class Choosing:
    """One of several answers, or none yet. ``at`` counts from 0."""

    options: tuple[str, ...]
    at: int | None = None

    def press(self, key: Press) -> Self | None:
        at = _moved(key, self.at, len(self.options))
        return None if at is None else replace(self, at=at)


@dataclass(frozen=True, slots=True)
class Checking:
    """A list whose entries are ticked off. ``at`` is the one that Space ticks."""

    items: tuple[str, ...]
    at: int | None = None
    ticked: frozenset[int] = frozenset()

    def press(self, key: Press) -> Self | None:
        if key == " " and self.at is not None:
            return replace(self, ticked=self.ticked ^ {self.at})
        at = _moved(key, self.at, len(self.items))
        if at is None:
            return None
        ticked = self.ticked ^ {at} if isinstance(key, str) else self.ticked
        return replace(self, at=at, ticked=ticked)


Answer = Waiting | Writing | Rating | Choosing | Checking


def answer_for(step: Open) -> Answer:
    """The empty answer to an open step."""
    match step.verb:
        case Verb.WRITE:
            return Writing()
        case Verb.RATE:
            return Rating()
        case Verb.CHOOSE:
            return Choosing(step.choices)
        case Verb.CHECK:
            return Checking(step.items)
        case _:
            return Waiting()


def _moved(key: Press, at: int | None, count: int) -> int | None:
    """The place in a list after a key: a number goes there, the arrows one further."""
    if isinstance(key, str):
        number = int(key) if key in "123456789" else 0
        return number - 1 if 0 < number <= count else None
    if key is Key.DOWN:
        return 0 if at is None else min(count - 1, at + 1)
    if key is Key.UP:
        return count - 1 if at is None else max(0, at - 1)
    return None


def _without_last(text: str) -> str:
    """``text`` without its last letter and the marks upon it."""
    while text and unicodedata.combining(text[-1]):
        text = text[:-1]
    return text[:-1]
