"""What the settings page shows, as plain values. No Qt."""

from dataclasses import dataclass, field

from desktop.look.appearance import Appearance
from desktop.look.list_item import ListItem
from desktop.sound.model import Talk

DRAGGED = "dragged"
"""In place of a corner: the note lies where a hand has put it."""

Week = tuple[tuple[str, tuple[str, ...]], ...]
"""Hours by weekday as they are kept: a day that is not there has no limits, an empty one none."""


@dataclass(frozen=True, slots=True)
class SwitchValue:
    """A switch, and what is to be said about it."""

    on: bool
    enabled: bool = True
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NoteValue:
    """Where the note lies: the word of a corner, or ``DRAGGED``. The main monitor comes first."""

    corner: str
    monitor: str = ""
    monitors: tuple[str, ...] = ()
    was_dragged: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """Whether something works here, and by what or why not, or on what it depends."""

    label: str
    here: bool
    how: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class ReminderLink:
    """A reminder that the search can lead to. ``words`` is all that it is found by."""

    id: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class SoundValue:
    """How it is to sound: each field as it is kept. Volumes and rate are in percent, ids empty for
    the best there is. ``here`` is whether there is anything at all that could sound.
    """

    here: bool = True
    mute: bool = False
    bells_volume: int = 70
    swell_volume: int = 40
    voice_volume: int = 90
    talk: str = Talk.EVERYTHING.value
    voice_rate: int = 100
    voice_engine: str = ""
    voice: str = ""
    sound_device: str = ""
    count_reps: bool = False
    note_sound: bool = False
    pause_music: bool = False


@dataclass(frozen=True, slots=True)
class SettingsValues:
    """Everything on the page."""

    week: Week
    bedtime: str
    day_start: str
    absences: tuple[tuple[str, str], ...]
    programs: tuple[str, ...]
    calendars: tuple[ListItem, ...]
    note: NoteValue
    show_arc: bool
    autostart: SwitchValue
    facts: tuple[Fact, ...]
    reminders: tuple[ReminderLink, ...] = ()
    look: Appearance = field(default_factory=Appearance)
    sound: SoundValue = field(default_factory=SoundValue)
    ask_ratings: bool = True
