"""The settings: one frozen value whose fields carry their own rules.

A bad value in the file costs only its field. A file of a newer version of the program is used as
far as it is understood and never written over.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import time
from pathlib import Path
from typing import Any

from desktop.keep import readers
from desktop.keep.files import read_json, set_aside, write_atomically
from desktop.language import translate
from desktop.look.appearance import (
    Appearance,
    Contrast,
    Movement,
    Scheme,
    read_contrast,
    read_movement,
    read_scheme,
    read_text_scale,
)
from desktop.reminders.wishes import Wish

VERSION = 1
Reader = Callable[[object], object | None]


def _setting(default: object, read: Reader) -> Any:
    """A field with its default and the reader that checks it."""
    return field(default=default, metadata={"read": read})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is remembered. ``metadata["read"]`` gives a field's value or None."""

    favourites: tuple[str, ...] = _setting((), readers.texts)
    last_routine: str = _setting("", readers.text)
    window_width: int = _setting(1120, readers.whole(200, 20000))
    window_height: int = _setting(760, readers.whole(200, 20000))
    maximized: bool = _setting(False, readers.flag)
    # Reminders, as they would be typed in a file
    reminders: dict[str, Wish] = field(default_factory=dict, metadata={"read": readers.wishes})
    bedtime: str = _setting("", readers.text)
    day_start: str = _setting("04:00", readers.text)
    week: tuple[tuple[str, tuple[str, ...]], ...] = _setting((), readers.week)
    absences: tuple[tuple[str, str], ...] = _setting((), readers.pairs)
    note_place: str = _setting("", readers.text)
    show_arc: bool = _setting(True, readers.flag)
    programs: tuple[str, ...] = _setting((), readers.texts)
    calendars: tuple[str, ...] = _setting((), readers.texts)
    told_of_tray: bool = _setting(False, readers.flag)
    # Sound: volumes and the voice's pace in percent, ids empty for the best there is
    mute: bool = _setting(False, readers.flag)
    bells_volume: int = _setting(70, readers.whole(0, 100))
    swell_volume: int = _setting(40, readers.whole(0, 100))
    voice_volume: int = _setting(90, readers.whole(0, 100))
    talk: str = _setting("", readers.one_of("everything", "names", "nothing"))  # empty: not asked
    voice_rate: int = _setting(100, readers.whole(50, 200))
    voice_engine: str = _setting("", readers.text)
    voice: str = _setting("", readers.text)
    sound_device: str = _setting("", readers.text)
    count_reps: bool = _setting(False, readers.flag)
    note_sound: bool = _setting(False, readers.flag)
    pause_music: bool = _setting(False, readers.flag)
    # Whether routines that want it ask for a rating, and the day on which they ask no more
    ask_ratings: bool = _setting(True, readers.flag)
    ask_rests_on: str = _setting("", readers.text)
    # When to see someone: a code of ``desktop.words.help_lines``, empty as the computer says
    safety_seen: bool = _setting(False, readers.flag)
    own_help: str = _setting("", readers.text)
    help_country: str = _setting("", readers.text)
    along_folder: str = _setting("", readers.text)
    # How the program looks
    scheme: Scheme = field(default=Scheme.FOLLOW, metadata={"read": read_scheme})
    contrast: Contrast = field(default=Contrast.FOLLOW, metadata={"read": read_contrast})
    text_scale: float = _setting(1.0, read_text_scale)
    movement: Movement = field(default=Movement.FOLLOW, metadata={"read": read_movement})

    @property
    def appearance(self) -> Appearance:
        return Appearance(self.scheme, self.contrast, self.text_scale, self.movement)


def day_start_of(settings: Settings) -> time:
    """When the person's day begins; at four where that makes no sense."""
    try:
        return time.fromisoformat(settings.day_start)
    except ValueError:
        return time(4)


class SettingsFile:
    """The settings in their file. ``problem`` says what is not being kept, if anything."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hands_off = False
        self.problem = ""
        self.set_aside: Path | None = None
        """Where the file has been put that could not be read, if one was."""
        self.settings = self._load()

    def save(self, settings: Settings) -> None:
        """Keep ``settings``. Without leave to write they hold until the program ends."""
        changed = settings != self.settings
        self.settings = settings
        if self._hands_off or not changed:
            return
        # In ASCII: a file's name, and so a favourite, may hold what UTF-8 cannot.
        text = json.dumps({"version": VERSION, **asdict(settings)}, indent=2)
        self.problem = write_atomically(self._path, text + "\n") or ""

    def _load(self) -> Settings:
        try:
            self._path.stat()
        except OSError:
            return Settings()  # there is none, or none that we may see
        value = read_json(self._path)
        if not isinstance(value, dict):
            self.set_aside = set_aside(self._path)
            if self.set_aside is None:
                self._leave_alone(translate("settings", "{file} cannot be read"))
            return Settings()
        version = value.get("version")
        if isinstance(version, (int, float)) and version > VERSION:
            self._leave_alone(translate("settings", "{file} is of a newer version of Unbrace"))
        return _settings_from(value)

    def _leave_alone(self, reason: str) -> None:
        self._hands_off = True
        self.problem = reason.format(file=self._path)


def _settings_from(value: dict[str, object]) -> Settings:
    good = {}
    for each in fields(Settings):
        read: Callable[[object], object | None] = each.metadata["read"]
        if each.name in value and (found := read(value[each.name])) is not None:
            good[each.name] = found
    return Settings(**good)  # type: ignore[arg-type]  # each value has passed its field's reader
