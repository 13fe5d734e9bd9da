"""Connects the page of the reminders with what it shows and changes."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject

from desktop.changes import Change, Changes
from desktop.companion import Companion
from desktop.destinations import Destination
from desktop.language import translate
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.opening import Said, open_file, open_folder
from desktop.pages.reminders.page import KEY_LINES, RemindersPage
from desktop.pages.reminders.rows import ReminderRow, row_of
from desktop.remembering import Remembering
from desktop.reminders.wishes import Wish, with_wish
from desktop.settings_wiring import SettingsWiring
from desktop.sound_wiring import Sounding
from desktop.surroundings import Surroundings
from desktop.window import MainWindow
from desktop.words.problems import problem_text, quoted
from routines.clock import Clock
from routines.problems import Level
from routines.reminders.catalogue import ReminderEntry

_MOST_PROBLEMS = 5
_LIKELY_END = time(9)


class ReminderPages(QObject):
    """Makes the two pages when they are first shown, and keeps them true."""

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
        self._window = window
        self._theme = theme
        self._library = library
        self._companion = companion
        self._clock = clock
        self._changes = Changes()
        self._page: RemindersPage | None = None
        window.add_place(Destination.REMINDERS, self.show_reminders)
        self._settings = SettingsWiring(
            window,
            theme,
            library,
            companion,
            surroundings,
            clock,
            sounding=sounding,
            remembering=remembering,
        )
        self._settings.reminder_wanted.connect(self._go_to)
        companion.changed.connect(self._show_next)
        companion.reminders_changed.connect(self._show)

    def show_reminders(self) -> None:
        page = self._page = self._page or self._make_page()
        self._changes.forget()
        self._show()
        self._show_next()
        self._window.show_page(page)

    def _go_to(self, reminder_id: str) -> None:
        self.show_reminders()
        if self._page is not None:
            self._page.go_to(reminder_id)

    def _make_page(self) -> RemindersPage:
        page = RemindersPage(self._theme)
        page.wished.connect(self._take)
        page.try_wanted.connect(self._companion.try_now)
        page.open_wanted.connect(self._open)
        page.pause_wanted.connect(self._companion.pause_for)
        page.until_wanted.connect(self._ask_until)
        page.pause_until_wanted.connect(self._pause_until)
        page.resume_wanted.connect(self._companion.service.resume)
        page.folder_wanted.connect(self._open_folder)
        page.undo_wanted.connect(self._undo)
        self._window.add_page(page, at=Destination.REMINDERS, keys=KEY_LINES)
        return page

    def _show(self) -> None:
        if self._page is not None:
            self._page.show_rows(tuple(map(self._row, self._library.reminders)))
            self._page.show_change(self._changes.last, self._library.not_kept)

    def _row(self, entry: ReminderEntry) -> ReminderRow:
        if entry.reminder is None:
            return ReminderRow(entry.id, entry.name, problems=_problems(entry), comes=False)
        wish = self._library.settings.reminders.get(entry.id, Wish())
        row = row_of(with_wish(entry.reminder, wish))
        return replace(row, problems=_problems(entry))

    def _show_next(self) -> None:
        if self._page is not None:
            paused = self._companion.service.paused_until is not None
            self._page.show_next(self._companion.next_text(), paused=paused)

    def _open(self, reminder_id: str) -> None:
        for entry in self._library.reminders:
            if entry.id == reminder_id:
                self._tell(open_file(entry.path))

    def _open_folder(self) -> None:
        if (folder := self._library.reminders_folder) is not None:
            self._tell(open_folder(folder))

    def _tell(self, said: Said) -> None:
        self._window.say(said.text, passing=said.passing)

    # Pausing

    def _ask_until(self) -> None:
        if self._page is not None:
            tomorrow = self._clock.now().date() + timedelta(days=1)
            self._page.ask_until(datetime.combine(tomorrow, _LIKELY_END))

    def _pause_until(self, local: datetime) -> None:
        until = _moment(local)
        if self._page is None:
            return
        if until is None or until <= self._clock.now():
            self._page.refuse_until(translate("reminders", "That is no time ahead."))
            return
        self._companion.service.pause(until)
        self._page.close_until()

    # Changing

    def _take(self, reminder_id: str, name: str, value: object) -> None:
        before = self._library.settings.reminders.get(reminder_id)
        wish = replace(before or Wish(), **{name: value})  # type: ignore[arg-type]  # the card gives each wish its own type
        if wish == before:
            return
        names = {each.id: each.name for each in self._library.reminders}
        shown = names.get(reminder_id, reminder_id)
        where = self._page and self._page.control
        self._changes.add(Change(shown, lambda: self._put(reminder_id, before), where))
        self._put(reminder_id, wish)

    def _undo(self) -> None:
        if self._page is not None:
            # Before "Undo" goes, and the keyboard with it who knows where.
            self._page.return_to(self._changes.where)
        self._changes.take_back()
        self._show()

    def _put(self, reminder_id: str, wish: Wish | None) -> None:
        """Let ``wish`` hold; None leaves everything to the file."""
        wishes = {**self._library.settings.reminders}
        wishes.pop(reminder_id, None)
        if wish is not None:
            wishes[reminder_id] = wish
        self._library.remember(replace(self._library.settings, reminders=wishes))
        self._companion.renew()
        self._show()


def _moment(local: datetime) -> datetime | None:
    """A local date and time as a moment; None if it is beyond what the clock can tell."""
    try:
        return local.astimezone()
    except (ValueError, OverflowError):
        return None


def _problems(entry: ReminderEntry) -> tuple[str, ...]:
    """What is wrong with a file, each with its place in it."""
    errors = [each for each in entry.problems if each.level is Level.ERROR]
    return tuple(
        f"{entry.path.name}:{each.line}:{each.column}  {quoted(problem_text(each))}"
        for each in errors[:_MOST_PROBLEMS]
    )
