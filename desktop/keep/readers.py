"""Readers for the values of settings: each gives the value, or None for what makes no sense."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from desktop.reminders.wishes import Wish

T = TypeVar("T")


def flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def texts(value: object) -> tuple[str, ...] | None:
    """A list of texts, each once."""
    if isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
        return tuple(dict.fromkeys(value))
    return None


def whole(least: int, most: int) -> Callable[[object], int | None]:
    """A reader of whole numbers between two bounds."""

    def read(value: object) -> int | None:
        good = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return value if isinstance(value, int) and good else None

    return read


def one_of(*words: str) -> Callable[[object], str | None]:
    """A reader of one of these words."""

    def read(value: object) -> str | None:
        return value if isinstance(value, str) and value in words else None

    return read


def pairs(value: object) -> tuple[tuple[str, str], ...] | None:
    """A list of pairs of texts; what is no pair is left out."""
    if not isinstance(value, (list, tuple)):
        return None
    found = (texts_of_pair(each) for each in value)
    return tuple(each for each in found if each is not None)


def texts_of_pair(value: object) -> tuple[str, str] | None:
    if isinstance(value, (list, tuple)) and len(value) == 2:
        first, second = value
        if isinstance(first, str) and isinstance(second, str):
            return first, second
    return None


def week(value: object) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """Hours by weekday: a list of ``[day, [hours, ...]]``."""
    if not isinstance(value, (list, tuple)):
        return None
    found = []
    for entry in value:
        if isinstance(entry, (list, tuple)) and len(entry) == 2 and isinstance(entry[0], str):
            hours = texts(entry[1])
            if hours is not None:
                found.append((entry[0], hours))
    return tuple(found)


def wishes(value: object) -> dict[str, Wish] | None:
    """Wishes by the id of their reminder; a part that makes no sense is left to the file."""
    if not isinstance(value, dict):
        return None
    return {
        name: wish if isinstance(wish, Wish) else _wish(wish)
        for name, wish in value.items()
        if isinstance(name, str) and isinstance(wish, (dict, Wish))
    }


def _wish(value: Mapping[str, object]) -> Wish:
    return Wish(
        on=flag(value.get("on")),
        every=text(value.get("every")),
        at=texts(value.get("at")),
        style=text(value.get("style")),
        days=texts(value.get("days")),
        between=texts(value.get("between")),
    )
