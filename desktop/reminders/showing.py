"""One reminder on the screen: what it shows, how it can be answered, and who can show it.

Values and a protocol only, without Qt: the schedule and the service know no more of a note or a
notification than this.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from desktop.system.works import Works


class Answer(Enum):
    """What became of a reminder. Only ``LATER`` comes with minutes."""

    START = auto()
    LATER = auto()
    SKIP = auto()
    NOT_TODAY = auto()
    IGNORED = auto()
    """Two minutes went by, or it was closed without a word."""


LATER_CHOICES = (5, 15, 30)
"""Minutes."""

SHOWN_FOR = 120.0
"""Seconds after which a reminder that nobody answers folds itself away."""


@dataclass(frozen=True, slots=True)
class Showing:
    """A reminder as it is shown: plain text, never markup.

    ``title`` is its name, ``text`` its one sentence. ``offer_name`` is the label of the start
    button, such as "Start · 1 min"; without one there is nothing to start and no such button.
    ``figure`` is a figure's id, or empty. ``later_choices`` are minutes; where there are none it
    cannot be put off any more, and *Not today* takes the place of *Later*. With ``only_close``
    there is neither: beside starting it, one can only close it, which counts as ``SKIP``.
    """

    id: str
    title: str
    text: str
    offer_name: str = ""
    figure: str = ""
    later_choices: tuple[int, ...] = LATER_CHOICES
    only_close: bool = False


class Fact(Protocol):
    """A signal, as far as a module without Qt has to know one."""

    def connect(self, slot: Callable[..., object], /) -> object: ...


class Shower(Protocol):
    """Shows one reminder at a time.

    Each showing ends once, in exactly one of three ways: it is ``answered``, it has ``vanished``,
    or the caller takes it away with ``withdraw`` or another ``show``, and then nothing is said.
    """

    @property
    def answered(self) -> Fact:
        """Gives the showing's id, the ``Answer`` and its minutes (0 unless ``LATER``)."""
        ...

    @property
    def vanished(self) -> Fact:
        """Gives the id of a showing that is gone, or never came, through no choice of the
        person's: the service died, or would not show it. Show it in another way, or count it
        as ignored.
        """
        ...

    def show(self, showing: Showing) -> None:
        """Show this in the place of what is shown now."""
        ...

    def withdraw(self) -> None:
        """Take away what is shown, if anything is: it was answered elsewhere."""
        ...

    def works(self) -> Works: ...
