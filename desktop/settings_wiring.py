"""Connects the settings page with what it shows and changes."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.calendars.words import words_for_place
from desktop.changes import Change, Changes
from desktop.companion import Companion
from desktop.destinations import Destination
from desktop.language import translate
from desktop.library import Library
from desktop.look.list_item import ListItem
from desktop.look.theme import Theme
from desktop.note_place import is_in_corner, place_from_text, place_text
from desktop.pages.settings.page import KEY_LINES, SettingsPage
from desktop.pages.settings.values import (
    DRAGGED,
    Fact,
    NoteValue,
    ReminderLink,
    SettingsValues,
    SoundValue,
    SwitchValue,
)
from desktop.past_parts import Past
from desktop.remembering import Remembering
from desktop.reminders.note_screens import monitors
from desktop.reminders.place import Corner, Place
from desktop.sound_wiring import Sounding, SoundWiring
from desktop.surroundings import Surroundings
from desktop.system.autostart import find_autostart
from desktop.system.works import Works
from desktop.window import MainWindow
from desktop.words.working import working_label
from routines.clock import Clock

if TYPE_CHECKING:
    from desktop.data_wiring import DataWiring


class SettingsWiring(QObject):
    """Makes the page when it is first shown, and keeps it true."""

    reminder_wanted = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        library: Library,
        companion: Companion,
        surroundings: Surroundings,
        clock: Clock,
        *,
        sounding: Sounding,
        remembering: Remembering,
    ) -> None:
        super().__init__(window)
        self._past = Past(window, theme, library, remembering, clock)
        self._window = window
        self._theme = theme
        self._library = library
        self._companion = companion
        self._surroundings = surroundings
        self._clock = clock
        self._autostart = find_autostart("--tray")
        self._changes = Changes()
        self._sounding = sounding
        self._page: SettingsPage | None = None
        self._sound: SoundWiring | None = None
        self._data: DataWiring | None = None
        self._dragged: Place | None = None
        window.add_place(Destination.SETTINGS, self.show)
        surroundings.calendars.looked.connect(self._renew)
        surroundings.note.placed.connect(self._renew)
        surroundings.tray.available_changed.connect(self._tell_facts)

    def show(self) -> None:
        page = self._page = self._page or self._make_page()
        self._changes.forget()
        self._renew()
        self._window.show_page(page)
        if self._sound is not None:
            self._sound.look()
        if self._data is not None:
            self._data.forget_ways_back()
            self._data.look()
        # What works is known for now only once everybody has been asked again.
        self._surroundings.holds().ask(lambda _holds: self._tell_facts())

    def _make_page(self) -> SettingsPage:
        page = SettingsPage(self._clock.now().date(), self._theme)
        from desktop.data_wiring import DataWiring  # noqa: PLC0415 - it brings SQLite

        self._sound = SoundWiring(page, self._library, self._sounding)
        self._data = DataWiring(self._past, page)
        self._data.deleted.connect(self._take_deletion)
        self._data.lapsed.connect(self._drop)
        page.changed.connect(self._take)
        page.autostart_switched.connect(self._switch_autostart)
        page.corner_chosen.connect(self._take_corner)
        page.monitor_chosen.connect(self._take_monitor)
        page.note_wanted.connect(self._show_note)
        page.reminder_wanted.connect(self.reminder_wanted)
        page.undo_wanted.connect(self._undo)
        self._window.add_page(page, at=Destination.SETTINGS, keys=KEY_LINES)
        return page

    def _renew(self) -> None:
        if self._page is not None:
            self._page.show_values(self._values())
            changes = self._changes
            self._page.show_change(changes.last, self._library.not_kept, changes.said)

    def _tell_facts(self) -> None:
        if self._page is not None:
            self._page.show_facts(self._facts())

    # What is shown

    def _values(self) -> SettingsValues:
        settings = self._library.settings
        works = self._autostart.works()
        return SettingsValues(
            week=settings.week,
            bedtime=settings.bedtime,
            day_start=settings.day_start,
            absences=settings.absences,
            programs=settings.programs,
            calendars=tuple(map(self._calendar, settings.calendars)),
            note=self._note_value(),
            show_arc=settings.show_arc,
            autostart=SwitchValue(
                self._autostart.is_on(), works.here, "" if works.here and works.sure else works.how
            ),
            facts=self._facts(),
            reminders=tuple(self._links()),
            look=settings.appearance,
            sound=self._sound.value() if self._sound is not None else SoundValue(),
            ask_ratings=settings.ask_ratings,
        )

    def _calendar(self, place: str) -> ListItem:
        note, good = words_for_place(place, self._surroundings.calendars.report)
        return ListItem(place, place, note, good)

    def _note_value(self) -> NoteValue:
        place = self._surroundings.note.place
        if not is_in_corner(place):
            self._dragged = place
        return NoteValue(
            corner=place.corner.value if is_in_corner(place) else DRAGGED,
            monitor=place.monitor,
            monitors=tuple(each.name for each in monitors()),
            was_dragged=self._dragged is not None,
        )

    def _facts(self) -> tuple[Fact, ...]:
        works = {
            **self._surroundings.works(),
            "tray": self._tray(),
            "autostart": self._autostart.works(),
        }
        return tuple(
            Fact(working_label(name), each.here, each.how, each.sure)
            for name, each in works.items()
        )

    def _tray(self) -> Works:
        if self._surroundings.tray.is_available:
            how = translate("tray", "A click on it opens the window, a right click its menu.")
            return Works(here=True, how=how)
        how = translate(
            "tray",
            "No tray is seen here; the window takes its place. On GNOME, install the package "
            "gnome-shell-extension-appindicator and switch the extension on.",
        )
        return Works(here=False, how=how)

    def _links(self) -> list[ReminderLink]:
        switches = translate("settings", "reminder interval hours style note notification")
        return [
            ReminderLink(
                entry.id,
                entry.name,
                f"{entry.id} {entry.name} {entry.reminder.about if entry.reminder else ''} "
                f"{switches}",
            )
            for entry in self._library.reminders
        ]

    # What is changed

    def _take(self, key: str, value: object) -> None:
        values = {key: value}
        if key == "voice_engine":
            values["voice"] = ""  # it is of the engine that spoke before
        before = {name: getattr(self._library.settings, name) for name in values}
        if value != before[key]:
            self._do(_name_of(key), lambda: self._keep(before), lambda: self._keep(values))

    def _take_corner(self, word: str) -> None:
        now = self._surroundings.note.place
        if word == DRAGGED:
            self._put_note(self._dragged or now)
        else:
            self._put_note(Place(now.monitor, Corner(word)))

    def _take_monitor(self, name: str) -> None:
        self._put_note(replace(self._surroundings.note.place, monitor=name))

    def _put_note(self, place: Place) -> None:
        note = self._surroundings.note
        before = note.place
        kept = self._library.settings.note_place

        def lie(where: Place, text: str) -> None:
            note.put(where)
            self._keep({"note_place": text})

        if place != before:
            self._do(
                _name_of("note_place"),
                lambda: lie(place_from_text(kept) or Place(), kept),
                lambda: lie(place, place_text(place)),
            )

    def _switch_autostart(self, on: bool) -> None:
        def turn(on: bool) -> bool:
            problem = self._autostart.turn_on() if on else self._autostart.turn_off()
            if self._page is not None:
                self._page.refuse_autostart(problem)
            return not problem

        if turn(on):
            self._do(_name_of("autostart"), lambda: turn(not on), lambda: None)
        else:
            self._renew()

    def _show_note(self) -> None:
        self._companion.tell(translate("settings", "This is where the note lies."))

    def _keep(self, values: dict[str, object]) -> None:
        self._library.remember(replace(self._library.settings, **values))  # type: ignore[arg-type]  # the page gives each its own type
        self._theme.choose(self._library.settings.appearance)
        self._companion.renew()
        if self._sound is not None:
            self._sound.renew()

    def _do(self, name: str, back: Callable[[], object], now: Callable[[], None]) -> None:
        self._changes.add(Change(name, back, self._page and self._page.control))
        now()
        self._renew()

    def _take_deletion(self, change: Change) -> None:
        self._changes.add(change)
        self._renew()

    def _drop(self, change: Change) -> None:
        self._changes.drop(change)
        self._renew()

    def _undo(self) -> None:
        if self._page is not None:
            # Before "Undo" goes, and the keyboard with it who knows where.
            self._page.return_to(self._changes.where)
        self._changes.take_back()
        self._renew()


def _name_of(key: str) -> str:
    return {
        "week": translate("settings", "hours of the reminders"),
        "bedtime": translate("settings", "bedtime"),
        "day_start": translate("settings", "beginning of the day"),
        "absences": translate("settings", "days away"),
        "programs": translate("settings", "programs"),
        "calendars": translate("settings", "calendars"),
        "note_place": translate("settings", "place of the note"),
        "show_arc": translate("settings", "arc in the tray"),
        "autostart": translate("settings", "start at login"),
        "scheme": translate("settings", "colours"),
        "contrast": translate("settings", "contrast"),
        "text_scale": translate("settings", "size of text"),
        "movement": translate("settings", "motion"),
        "mute": translate("settings", "sound"),
        "bells_volume": translate("settings", "volume of the bells"),
        "swell_volume": translate("settings", "volume of the breath"),
        "voice_volume": translate("settings", "volume of the voice"),
        "talk": translate("settings", "how much the voice says"),
        "voice_rate": translate("settings", "pace of the voice"),
        "voice_engine": translate("settings", "who speaks"),
        "voice": translate("settings", "voice"),
        "sound_device": translate("settings", "sound device"),
        "count_reps": translate("settings", "counting aloud"),
        "note_sound": translate("settings", "sound of the note"),
        "pause_music": translate("settings", "music gives way"),
        "ask_ratings": translate("settings", "asking how it is"),
    }[key]
