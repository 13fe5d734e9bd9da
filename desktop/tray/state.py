"""What the tray shows, as values, and the menu that follows from it. No Qt here.

The state changes only when something that can be read changes: no ticking numbers, so that an
idle tray stays idle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from desktop.language import translate
from desktop.reminders.showing import LATER_CHOICES, Answer

MOST_FAVOURITES = 8
_LONGEST = 60
"""Characters of an entry, before it is cut."""


class PauseFor(Enum):
    """For how long reminders are paused."""

    HALF_HOUR = auto()
    HOUR = auto()
    TOMORROW = auto()


class Command(Enum):
    """What an entry of the menu asks for, when it is not one of those with a value."""

    RESUME = auto()
    TOGGLE_PLAYING = auto()
    END_PLAYING = auto()
    RATE = auto()
    """To say how it is now."""
    OPEN = auto()
    QUIT = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine that can be started: its id and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Again:
    """A reminder of which was said *Not today*, to be let come again: its id and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A reminder that waits for an answer. Without ``start_label`` there is nothing to start;
    without ``later_choices`` it cannot be put off any more; with ``only_close`` it was tried, and
    is answered by closing it.
    """

    text: str
    start_label: str = ""
    later_choices: tuple[int, ...] = LATER_CHOICES
    only_close: bool = False


@dataclass(frozen=True, slots=True)
class Playing:
    """A routine that plays, or rests in the middle."""

    name: str
    paused: bool = False


@dataclass(frozen=True, slots=True)
class TrayState:
    """Everything that the tray shows.

    ``next_text`` is the next reminder and when it comes ("Posture at 10:40"), empty if none does.
    ``share`` is how much of the time to it has gone, 0 to 1, or None where no arc is wanted.
    ``paused_text`` says until when reminders are paused ("Paused until 14:00"), empty if they are
    not. ``before_call`` is the routine for before a call, if there is one. ``has_reminders`` is
    whether any is switched on, so that there is something to pause. ``not_today`` are those that
    rest until tomorrow by the person's own answer. ``trouble`` is what cannot be kept and why.
    """

    next_text: str = ""
    share: float | None = None
    paused_text: str = ""
    favourites: tuple[Offer, ...] = ()
    before_call: Offer | None = None
    shown: Shown | None = None
    playing: Playing | None = None
    has_reminders: bool = True
    not_today: tuple[Again, ...] = ()
    trouble: str = ""


Choice = Command | PauseFor | Offer | Again | tuple[Answer, int]
"""What choosing an entry means: an ``Offer`` starts the routine, an answer comes with minutes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: a text to read, a choice, a submenu; or, without a text, a rule."""

    text: str = ""
    choice: Choice | None = None
    entries: tuple["Entry", ...] = ()


RULE = Entry()


def entries_of(state: TrayState) -> tuple[Entry, ...]:
    """The whole menu."""
    groups = (
        tuple(_now(state)),
        tuple(_routines(state)),
        (*_resting(state), *_pauses(state)),
        (
            Entry(translate("tray", "Open Unbrace"), Command.OPEN),
            Entry(translate("tray", "Quit"), Command.QUIT),
        ),
    )
    entries: list[Entry] = []
    for group in groups:
        if group and entries:
            entries.append(RULE)
        entries.extend(group)
    return tuple(entries)


def tool_tip(state: TrayState) -> str:
    """One line for the pointer that rests on the icon."""
    name = translate("tray", "Unbrace")
    if state.shown is not None:
        about = state.shown.text
    elif state.playing is not None:
        about = state.playing.name
    else:
        about = state.paused_text or state.next_text
    return f"{name}: {_short(about)}" if about else name


def _now(state: TrayState) -> Iterator[Entry]:
    """What is going on, with what can be done about it, and what comes next."""
    if state.shown is not None:
        yield Entry(_short(state.shown.text))
        yield from _answers(state.shown)
    if state.playing is not None:
        paused = state.playing.paused
        go_on, pause = translate("tray", "Go on"), translate("tray", "Pause")
        yield Entry(_short(state.playing.name))
        yield Entry(go_on if paused else pause, Command.TOGGLE_PLAYING)
        yield Entry(translate("tray", "End"), Command.END_PLAYING)
    if state.shown is None and state.playing is None:
        none = translate("tray", "No reminder ahead")
        yield Entry(_short(state.paused_text or state.next_text) or none)
    if state.trouble:
        yield Entry(_short(state.trouble))


def _answers(shown: Shown) -> Iterator[Entry]:
    if shown.start_label:
        yield Entry(_short(shown.start_label), (Answer.START, 0))
    later = tuple(
        Entry(translate("tray", "In %n minute(s)", minutes), (Answer.LATER, minutes))
        for minutes in shown.later_choices
    )
    not_today = Entry(translate("tray", "Not today"), (Answer.NOT_TODAY, 0))
    if shown.only_close:
        yield Entry(translate("tray", "Close"), (Answer.SKIP, 0))
        return
    if later:
        yield Entry(translate("tray", "Later"), entries=(*later, RULE, not_today))
    else:
        yield not_today
    yield Entry(translate("tray", "Skip"), (Answer.SKIP, 0))


def _routines(state: TrayState) -> Iterator[Entry]:
    if state.playing is not None:
        return
    if state.before_call is not None:
        yield Entry(translate("tray", "Breathe before a call"), state.before_call)
    if state.favourites:
        favourites = state.favourites[:MOST_FAVOURITES]
        yield Entry(
            translate("tray", "Start"),
            entries=tuple(Entry(_short(offer.name), offer) for offer in favourites),
        )
    yield Entry(translate("tray", "How is it now?"), Command.RATE)


def _pauses(state: TrayState) -> Iterator[Entry]:
    if state.paused_text:
        yield Entry(translate("tray", "Resume reminders"), Command.RESUME)
    elif state.has_reminders:
        lengths = {
            PauseFor.HALF_HOUR: translate("tray", "For 30 minutes"),
            PauseFor.HOUR: translate("tray", "For an hour"),
            PauseFor.TOMORROW: translate("tray", "Until tomorrow"),
        }
        yield Entry(
            translate("tray", "Pause reminders"),
            entries=tuple(Entry(text, length) for length, text in lengths.items()),
        )


def _resting(state: TrayState) -> Iterator[Entry]:
    """The way back from *Not today*, which one can press by mistake."""
    for again in state.not_today[:MOST_FAVOURITES]:
        text = translate("tray", "{name}: today after all")
        yield Entry(text.format(name=_short(again.name)), again)


def _short(text: str) -> str:
    """``text`` in one line that a menu has room for."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
