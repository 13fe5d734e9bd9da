"""How the program is to look: what the person chose, what the system wishes, what comes of both.

No Qt here: the settings keep an ``Appearance`` as words, and read it back.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TypeVar

LEAST_TEXT, MOST_TEXT = 1.0, 2.0
"""The factors by which text can be made larger than the system's."""

TEXT_STEPS = (LEAST_TEXT, 1.15, 1.3, 1.5, 1.75, MOST_TEXT)
"""The factors that are offered; a file may have any other between them."""


class Scheme(StrEnum):
    """Light or dark. The values are the words of the settings file, here as below."""

    FOLLOW = "follow"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """How far apart colours are, and how strong edges."""

    FOLLOW = "follow"
    NORMAL = "normal"
    HIGH = "high"


class Movement(StrEnum):
    """Whether things may move by themselves."""

    FOLLOW = "follow"
    FULL = "full"
    REDUCED = "reduced"


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the person chose. ``text_scale`` comes on top of the system's own size of text."""

    scheme: Scheme = Scheme.FOLLOW
    contrast: Contrast = Contrast.FOLLOW
    text_scale: float = 1.0
    movement: Movement = Movement.FOLLOW


@dataclass(frozen=True, slots=True)
class SystemWish:
    """What the system asks of all programs; ``scheme`` is ``FOLLOW`` where it does not say."""

    scheme: Scheme = Scheme.FOLLOW
    high_contrast: bool = False
    reduced_motion: bool = False

    def or_else(self, other: "SystemWish") -> "SystemWish":
        """What is wished here, and ``other`` where nothing is said."""
        return SystemWish(
            other.scheme if self.scheme is Scheme.FOLLOW else self.scheme,
            self.high_contrast or other.high_contrast,
            self.reduced_motion or other.reduced_motion,
        )


@dataclass(frozen=True, slots=True)
class InForce:
    """The outcome, with nothing left to follow."""

    dark: bool
    high_contrast: bool
    still: bool
    text_scale: float


def in_force(chosen: Appearance, system: SystemWish) -> InForce:
    """What the person chose, and the system's wish wherever they follow it."""
    scheme = system.scheme if chosen.scheme is Scheme.FOLLOW else chosen.scheme
    return InForce(
        dark=scheme is Scheme.DARK,
        high_contrast=chosen.contrast is Contrast.HIGH
        or (chosen.contrast is Contrast.FOLLOW and system.high_contrast),
        still=chosen.movement is Movement.REDUCED
        or (chosen.movement is Movement.FOLLOW and system.reduced_motion),
        text_scale=min(MOST_TEXT, max(LEAST_TEXT, chosen.text_scale)),
    )


# Words of the settings file

_Choice = TypeVar("_Choice", bound=Enum)


def _read_choice(kind: type[_Choice], value: object) -> _Choice | None:
    return next((each for each in kind if each.value == value), None)


def nearest_step(text_scale: float) -> float:
    """The offered factor that comes closest."""
    return min(TEXT_STEPS, key=lambda step: abs(step - text_scale))


def read_scheme(value: object) -> Scheme | None:
    """The scheme of that word; None if there is none. So for the readers below."""
    return _read_choice(Scheme, value)


def read_contrast(value: object) -> Contrast | None:
    return _read_choice(Contrast, value)


def read_movement(value: object) -> Movement | None:
    return _read_choice(Movement, value)


def read_text_scale(value: object) -> float | None:
    """A factor from 1 to 2. A flag is no number here, and neither is what is none ("NaN")."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if LEAST_TEXT <= value <= MOST_TEXT else None
