"""What stands on the settings page and on the note of the pictures: plausible, and of nobody."""

from desktop.look.appearance import Appearance
from desktop.look.list_item import ListItem
from desktop.pages.settings.values import Fact, NoteValue, SettingsValues, SwitchValue
from desktop.reminders.showing import Showing
from desktop.sound.messages import Device, Devices, Engine, Voices
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
