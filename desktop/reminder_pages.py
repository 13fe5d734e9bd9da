"""Connects the pages of reminders and settings with what they show and change."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.companion import Companion
from desktop.keep.settings import Settings
from desktop.language import translate
from desktop.library import Library
from desktop.look.icon import Icon
from desktop.look.theme import Theme
from desktop.pages.reminders.page import RemindersPage
from desktop.pages.reminders.rows import ReminderRow, row_of
from desktop.pages.settings.fields import (
    NEVER,
    FormField,
    Kind,
    Refusal,
    absences_text,
    day_label,
    read_absences,
    read_day_hours,
    read_names,
    read_time,
)
from desktop.pages.settings.page import SettingsPage
from desktop.reminders.wishes import Wish, with_wish
from desktop.surroundings import Surroundings
from desktop.system.autostart import find_autostart
from desktop.tray.state import PauseFor
from desktop.window import MainWindow
from desktop.words.problems import problem_text, quoted
from desktop.words.working import working_label
from routines.reminders.model import Weekday

_AUTOSTART = "autostart"
_HOURS = "hours-"


class ReminderPages(QObject):
    """Makes the two pages when they are first shown, and keeps them true."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        library: Library,
        companion: Companion,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._library = library
        self._companion = companion
        self._surroundings = surroundings
        self._autostart = find_autostart("--tray")
        self._reminders: RemindersPage | None = None
        self._settings: SettingsPage | None = None
        window.add_place(translate("window", "Reminders"), self.show_reminders, Icon.REMINDERS)
        window.add_place(translate("window", "Settings"), self.show_settings, Icon.SETTINGS)
        companion.changed.connect(self._show_next)

    def show_reminders(self) -> None:
        if self._reminders is None:
            self._reminders = self._make_reminders()
        self._show_rows()
        self._show_next()
        self._window.show_page(self._reminders)

    def show_settings(self) -> None:
        if self._settings is None:
            self._settings = SettingsPage(self._theme)
            self._settings.text_given.connect(self._take_text)
            self._settings.switched.connect(self._take_switch)
            self._window.add_page(self._settings)
        self._settings.show_fields(self._fields())
        self._window.show_page(self._settings)

    # Reminders

    def _make_reminders(self) -> RemindersPage:
        page = RemindersPage(self._theme)
        page.on_changed.connect(lambda name, on: self._wish(name, on=on))
        page.every_changed.connect(lambda name, every: self._wish(name, every=every))
        page.at_changed.connect(lambda name, at: self._wish(name, at=tuple(at)))
        page.style_changed.connect(lambda name, style: self._wish(name, style=style))
        page.try_wanted.connect(self._companion.try_now)
        page.pause_wanted.connect(lambda: self._companion.pause_for(PauseFor.HOUR))
        page.resume_wanted.connect(self._companion.service.resume)
        self._window.add_page(page)
        return page

    def _show_rows(self) -> None:
        if self._reminders is not None:
            self._reminders.show_rows(tuple(self._rows()))

    def _rows(self) -> list[ReminderRow]:
        wishes = self._library.settings.reminders
        rows = []
        for entry in self._library.reminders:
            if entry.reminder is not None:
                rows.append(row_of(with_wish(entry.reminder, wishes.get(entry.id, Wish()))))
            else:
                problem = quoted(problem_text(entry.problems[0]))
                text = translate("reminders", "Line {line}. {problem}")
                sentence = text.format(line=entry.problems[0].line, problem=problem)
                rows.append(ReminderRow(entry.id, entry.name, problem=sentence))
        return rows

    def _show_next(self) -> None:
        if self._reminders is not None:
            paused = self._companion.service.paused_until is not None
            self._reminders.show_next(self._companion.next_text(), paused=paused)

    def _wish(self, name: str, **changes: object) -> None:
        settings = self._library.settings
        wish = replace(settings.reminders.get(name, Wish()), **changes)  # type: ignore[arg-type]  # each signal brings its own type
        self._change(reminders={**settings.reminders, name: wish})
        self._show_rows()

    # Settings

    def _change(self, **changes: object) -> None:
        settings: Settings = replace(self._library.settings, **changes)  # type: ignore[arg-type]  # as above
        self._library.remember(settings)
        self._companion.renew()

    def _fields(self) -> tuple[FormField, ...]:
        settings = self._library.settings
        return (
            *self._hour_fields(dict(settings.week)),
            *self._day_fields(settings),
            *self._quiet_fields(settings),
            *self._program_fields(settings),
            *self._facts(),
        )

    def _hour_fields(self, week: dict[str, tuple[str, ...]]) -> list[FormField]:
        section = translate("settings", "Hours of the reminders")
        hint = translate(
            "settings", "As in 09:00-12:30, 13:30-18:00. Empty is all day, - is never."
        )
        fields = []
        for day in Weekday:
            hours = week.get(day.value)
            value = "" if hours is None else ", ".join(hours) or NEVER
            last = hint if day is Weekday.SUN else ""
            fields.append(
                FormField(_HOURS + day.value, section, day_label(day), value=value, hint=last)
            )
        return fields

    def _day_fields(self, settings: Settings) -> list[FormField]:
        section = translate("settings", "Your day")
        return [
            FormField(
                "bedtime",
                section,
                translate("settings", "Bedtime"),
                value=settings.bedtime,
                hint=translate("settings", "For the wind-down reminder, as in 22:30."),
            ),
            FormField(
                "day_start",
                section,
                translate("settings", "A day begins at"),
                value=settings.day_start,
            ),
            FormField(
                "absences",
                section,
                translate("settings", "Days away"),
                value=absences_text(settings.absences),
                hint=translate(
                    "settings", "As in 2026-12-24 to 2026-12-28. No reminder comes then."
                ),
            ),
        ]

    def _quiet_fields(self, settings: Settings) -> list[FormField]:
        section = translate("settings", "When not to disturb")
        return [
            FormField(
                "programs",
                section,
                translate("settings", "While one of these programs runs"),
                value=", ".join(settings.programs),
                hint=translate("settings", "Their names, apart by commas, as in obs, vlc."),
            ),
            FormField(
                "calendars",
                section,
                translate("settings", "Calendar files or folders"),
                value=", ".join(settings.calendars),
                hint=translate(
                    "settings", "For a reminder before a meeting: .ics files, by commas."
                ),
            ),
        ]

    def _program_fields(self, settings: Settings) -> list[FormField]:
        section = translate("settings", "The program")
        return [
            FormField(
                _AUTOSTART,
                section,
                translate("settings", "Start in the tray when I log in"),
                Kind.SWITCH,
                value=self._autostart.is_on(),
                hint="" if self._autostart.works().here else self._autostart.works().how,
                enabled=self._autostart.works().here,
            ),
            FormField(
                "show_arc",
                section,
                translate("settings", "A small arc in the tray for the time to the next reminder"),
                Kind.SWITCH,
                value=settings.show_arc,
            ),
        ]

    def _facts(self) -> list[FormField]:
        section = translate("settings", "What works on this system")
        return [
            FormField(name, section, working_label(name), Kind.FACT, value=works.how)
            for name, works in self._surroundings.works().items()
        ]

    def _take_text(self, key: str, text: str) -> None:
        readers: dict[str, Callable[[str], object]] = {
            "bedtime": read_time,
            "day_start": read_time,
            "absences": read_absences,
            "programs": read_names,
            "calendars": read_names,
        }
        read = read_day_hours if key.startswith(_HOURS) else readers[key]
        value = read(text)
        assert self._settings is not None, "it was typed there"
        self._settings.refuse(key, value.sentence if isinstance(value, Refusal) else "")
        if isinstance(value, Refusal):
            return
        if key.startswith(_HOURS):
            self._take_hours(key.removeprefix(_HOURS), value)
        else:
            self._change(**{key: value})

    def _take_hours(self, day: str, hours: object) -> None:
        week = {name: kept for name, kept in self._library.settings.week if name != day}
        if isinstance(hours, tuple):
            week[day] = hours
        self._change(week=tuple(week.items()))

    def _take_switch(self, key: str, on: bool) -> None:
        if key != _AUTOSTART:
            self._change(**{key: on})
            return
        problem = self._autostart.turn_on() if on else self._autostart.turn_off()
        if self._settings is not None:
            self._settings.refuse(key, problem)
