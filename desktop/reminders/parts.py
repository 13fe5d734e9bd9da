"""What the reminder service works with, and what it has put on the screen. Values and roles."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from desktop.language import translate
from desktop.reminders.memory import Memory
from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Shower, Showing
from desktop.system.idle import Idle
from desktop.system.session import Session
from desktop.system.wall_clock import WallClock
from routines.reminders.model import Reminder, Style


class Holds(Protocol):
    """Knows whether the person may be disturbed. Asked only when something is due."""

    def ask(self, answered: Callable[[frozenset[Hold]], None]) -> None:
        """Call ``answered`` once, soon, with every reason to wait."""
        ...

    def ask_call(self, answered: Callable[[bool], None]) -> None:
        """Call ``answered`` once, soon, with whether the microphone is in use. Less work."""
        ...


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine that a reminder can start, how its button is called, and its first figure."""

    routine: str
    label: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the service works with; each can be an honest "not here"."""

    alarm: WallClock
    idle: Idle
    session: Session
    holds: Holds
    showers: Mapping[Style, Shower]
    offer: Callable[[Reminder], Offer | None]
    keep: Callable[[Memory], None]
    chance: random.Random = field(default_factory=random.Random)


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the screen, or waits quietly in the tray.

    ``tried`` is whether somebody asked for it, so that it has not had its turn.
    """

    reminder: Reminder
    showing: Showing
    style: Style
    offer: Offer | None
    tried: bool = False


def start_label(length: str) -> str:
    """The label of a note's start button: "Start · 2 min"."""
    return translate("reminders", "Start · {length}").format(length=length)
