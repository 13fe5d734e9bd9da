"""Reading the values of a JSON object that somebody else has written. Pure."""

from enum import Enum
from math import isfinite
from typing import TypeVar

_Choice = TypeVar("_Choice", bound=Enum)

FARTHEST = 1e12
"""No number that is sent is greater: seconds since a computer was started, and the like."""


class BadValueError(ValueError):
    """What arrived is not what it should be."""


class Fields:
    """A JSON object's values by name. What is not of the kind asked for raises `BadValueError`."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise BadValueError("no object")
        self._values = value

    def has(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str) -> str:
        value = self._values.get(name)
        if not isinstance(value, str):
            raise BadValueError(f"{name} is no text")
        return value

    def flag(self, name: str) -> bool:
        value = self._values.get(name)
        if not isinstance(value, bool):
            raise BadValueError(f"{name} is neither true nor false")
        return value

    def number(self, name: str, least: float = -FARTHEST, most: float = FARTHEST) -> float:
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise BadValueError(f"{name} is no number")
        # Compared before it is converted: a whole number may have hundreds of digits.
        if not least <= value <= most or not isfinite(value):
            raise BadValueError(f"{name} is out of bounds")
        return float(value)

    def whole(self, name: str, least: int = 0, most: int = 2**53) -> int:
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise BadValueError(f"{name} is no such whole number")
        return value

    def list(self, name: str) -> "list[object]":
        value = self._values.get(name)
        if not isinstance(value, list):
            raise BadValueError(f"{name} is no list")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(_text(each) for each in self.list(name))

    def named_texts(self, name: str) -> dict[str, str]:
        value = Fields(self._values.get(name))
        return {key: value.text(key) for key in value._values}

    def one_of(self, name: str, choices: type[_Choice]) -> _Choice:
        """The choice whose value is the word."""
        word = self.text(name)
        for each in choices:
            if each.value == word:
                return each
        raise BadValueError(f"{name} is none of the words")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadValueError("no text")
    return value
