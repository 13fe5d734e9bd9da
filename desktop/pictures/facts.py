"""What stands on the settings page and on the note of the pictures: plausible, and of nobody."""

from pathlib import Path

from desktop.look.appearance import Appearance
from desktop.look.list_item import ListItem
from desktop.pages.settings.data_shown import DataShown
from desktop.pages.settings.values import Fact, NoteValue, SettingsValues, SwitchValue
from desktop.reminders.showing import Showing
from desktop.sound.messages import Device, Devices, Engine, Voices
from desktop.words import data as words
from desktop.words.working import working_label

_WORKDAY = ("09:00-12:30", "13:30-18:00")
_WORKS = {
    "idle": "The X server tells it.",
    "session": "logind tells it.",
    "calls": "PipeWire tells when a microphone is in use.",
    "do_not_disturb": "The desktop tells it.",
    "full_screen": "The window manager tells it.",
    "program": "The list of running programs tells it.",
    "calendars": "1 calendar is read.",
    "keep_awake": "The desktop is asked to.",
    "note": "In its own small window, above the others.",
    "tray": "A click on it opens the window, a right click its menu.",
    "autostart": "By a file in the autostart folder.",
}
_MISSING = {"presenting": "This desktop does not tell who keeps the screen awake."}

_FILE = Path("~/.local/share/unbrace/history.sqlite3")
A_YEAR = {
    "run": 412,
    "rating": 596,
    "entry": 88,
    "answer": 31,
    "outcome": 1744,
    "noted": 2,
    "off": 9,
}

SHOWING = Showing(
    id="posture",
    title="Posture",
    text="Your shoulders can hang. Nothing needs them up there right now.",
    offer_name="Start · 2 min",
    figure="scapular-retraction",
)

DEVICES = Devices((Device("built-in", "Built-in Audio"),))
VOICES = Voices(
    (
        Engine("hibari", "Hibari", here=False, package="unbrace[voice]"),
        Engine("espeak-ng", "espeak-ng", here=True),
    )
)


def settings_values(look: Appearance) -> SettingsValues:
    """The settings of somebody with a working week, on a desktop where nearly all works."""
    calendar = "~/calendars/work.ics"
    return SettingsValues(
        week=(*((day, _WORKDAY) for day in ("mon", "tue", "wed", "thu", "fri")), ("sun", ())),
        bedtime="22:45",
        day_start="04:00",
        absences=(("2026-04-03", "2026-04-12"),),
        programs=("obs", "zoom"),
        calendars=(ListItem(calendar, calendar, "2 meetings in the next 48 hours."),),
        note=NoteValue("bottom-right", "HDMI-1", ("HDMI-1", "eDP-1")),
        show_arc=True,
        autostart=SwitchValue(on=True),
        facts=_facts(),
        look=look,
    )


def _facts() -> tuple[Fact, ...]:
    here = [Fact(working_label(name), here=True, how=how) for name, how in _WORKS.items()]
    gone = [Fact(working_label(name), here=False, how=how) for name, how in _MISSING.items()]
    return (*here, *gone)


def data_shown(numbers: dict[str, int], size: int, copies: int) -> DataShown:
    """What is said of so many records by kind, ``size`` bytes and so many copies."""
    return DataShown(
        words.kept_text(numbers),
        words.place_text(_FILE, size),
        words.copies_text(copies, _FILE.parent / "backups"),
        words.way_back_text(_FILE) if copies else "",
        has_copies=bool(copies),
    )


DATA_OF_A_YEAR = data_shown(A_YEAR, 1_370_000, 7)
