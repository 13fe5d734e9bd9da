"""The routines of this person: what there is, what they like, and whether files have changed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.keep.settings import Settings, SettingsFile
from desktop.language import translate
from desktop.words.problems import unreadable_text
from routines.lookup import Folders, is_file, is_id
from routines.reminders.catalogue import ReminderEntry, load_reminders

if TYPE_CHECKING:
    from routines.catalogue import Catalogue, Entry
    from routines.figures.model import Figure
    from routines.figures.shelf import Shelf

_FIRST_CHOICE = "morning-yoga"


class Library:
    """Catalogue and settings together. No Qt in here.

    Routines, and the code that reads them, are not in memory before somebody asks for one: the
    tray can do without.
    """

    def __init__(
        self, folders: Folders, settings: SettingsFile, reminders: Path | None = None
    ) -> None:
        self._folders = folders
        self._reminders_folder = reminders
        self._file = settings
        self._signature = _signature(folders.user)
        self._reminders_signature = _signature(reminders)
        self._catalogue: Catalogue | None = None
        self._shelf: Shelf | None = None
        self._single: dict[str, Entry | None] = {}
        self._good: dict[Path, Entry] = {}
        self._good_reminders: dict[Path, ReminderEntry] = {}
        self.when_reloaded: Callable[[], None] = lambda: None
        """Called after files have been read again."""
        self.reminders = self._load_reminders()

    @property
    def settings(self) -> Settings:
        return self._file.settings

    @property
    def catalogue(self) -> "Catalogue":
        """All routines, read when this is first asked for."""
        if self._catalogue is None:
            from routines.catalogue import load_catalogue  # noqa: PLC0415 - see the class

            found = load_catalogue(self._folders)
            self._catalogue = replace(found, entries=tuple(map(self._last_good, found.entries)))
        return self._catalogue

    @property
    def shelf(self) -> "Shelf":
        """The moving figures."""
        if self._shelf is None:
            from routines.figures.shelf import Shelf  # noqa: PLC0415 - see the class

            self._shelf = Shelf(self._folders)
        return self._shelf

    def note_figure(self, name: str) -> "Figure | None":
        """The figure of that name, as a reminder file sees it."""
        return self.shelf.figure(name, self._reminders_folder)

    @property
    def reminders_folder(self) -> Path | None:
        return self._reminders_folder

    def _load_reminders(self) -> tuple[ReminderEntry, ...]:
        found = load_reminders(
            self._reminders_folder,
            self._is_there,
            no_figure=lambda name: self._folders.no_figure(name, self._reminders_folder),
        )
        return tuple(map(self._last_good_reminder, found))

    def _last_good(self, entry: "Entry") -> "Entry":
        """A routine whose file has broken since it was read stays as it was, with its problems."""
        if entry.routine is not None:
            self._good[entry.path] = entry
        elif (good := self._good.get(entry.path)) is not None:
            return replace(entry, routine=good.routine, given_name=good.given_name)
        return entry

    def _last_good_reminder(self, entry: ReminderEntry) -> ReminderEntry:
        if entry.reminder is not None:
            self._good_reminders[entry.path] = entry
        elif (good := self._good_reminders.get(entry.path)) is not None:
            return replace(entry, reminder=good.reminder, given_name=good.given_name)
        return entry

    def _forget_removed(self) -> None:
        """What was taken away does not come back when a broken file of its name appears."""
        self._good = {path: each for path, each in self._good.items() if is_file(path)}
        kept = self._good_reminders.items()
        self._good_reminders = {path: each for path, each in kept if is_file(path)}

    def _is_there(self, routine_id: str) -> bool:
        return is_id(routine_id) and self._folders.routine(routine_id, None) is not None

    def can_play(self, routine_id: str) -> bool:
        """Whether there is such a routine without errors. Ours have none: they are not read."""
        user = self._folders.user
        if not self._is_there(routine_id) or user is None:
            return self._is_there(routine_id)
        if not is_file(user / f"{routine_id}.yaml"):
            return True
        entry = self.entry(routine_id)
        return entry is not None and entry.routine is not None

    def entry_of_file(self, path: str) -> "Entry | None":
        """The routine in a file: one of the catalogue, or any other that can be read."""
        known = next((each for each in self.catalogue.entries if str(each.path) == path), None)
        if known is not None or not path:
            return known
        from routines.catalogue import Entry  # noqa: PLC0415 - see the class
        from routines.reader import Reader  # noqa: PLC0415

        file = Path(path)
        reading = Reader(self._folders).read_file(file)
        found = (reading.routine, reading.problems, False, reading.name)
        return Entry(file.stem, file, True, *found)

    def remember_note_place(self, place: str) -> None:
        self.remember(replace(self.settings, note_place=place))

    def remember_told_of_tray(self) -> None:
        self.remember(replace(self.settings, told_of_tray=True))

    def remember(self, settings: Settings) -> None:
        self._file.save(settings)

    @property
    def favourites(self) -> tuple[str, ...]:
        return self.settings.favourites

    @property
    def first_choice(self) -> str:
        """The routine to offer first: the last one played, one's own, or the morning one.

        Empty stands for whichever comes first.
        """
        last = self.settings.last_routine
        if self.catalogue.get(last):
            return last
        own = any(entry.own for entry in self.catalogue.entries)
        return "" if own or self.favourites else _FIRST_CHOICE

    @property
    def note(self) -> str:
        """A word about what cannot be read or kept; empty if all is well."""
        notes = [
            unreadable_text(str(folder), reason) for folder, reason in self.catalogue.unreadable
        ]
        if self.not_kept:
            text = translate("library", "What you change holds until you quit: {reason}")
            notes.append(text.format(reason=self.not_kept))
        return " ".join(notes)

    def take_loss(self) -> str:
        """What was lost with a settings file that could not be read: told once, then empty."""
        aside, self._file.set_aside = self._file.set_aside, None
        if aside is None:
            return ""
        text = translate(
            "library",
            "Your settings could not be read. Favourites, reminders and settings are as on the "
            "first day; the file with the old ones is kept as {path}",
        )
        return text.format(path=aside)

    @property
    def not_kept(self) -> str:
        """Why favourites and settings do not last; empty if they do."""
        return self._file.problem

    def entry(self, routine_id: str) -> "Entry | None":
        """The routine of that id. It is read alone while the others are not wanted."""
        if self._catalogue is not None:
            return self._catalogue.get(routine_id)
        if routine_id not in self._single:
            from routines.catalogue import load_entry  # noqa: PLC0415 - see the class

            entry = load_entry(self._folders, routine_id)
            self._single[routine_id] = entry and self._last_good(entry)
        return self._single[routine_id]

    def toggle_favourite(self, routine_id: str) -> bool:
        """Make it a favourite or no longer one; whether it is one now."""
        loved = routine_id not in self.favourites
        others = tuple(each for each in self.favourites if each != routine_id)
        favourites = (*others, routine_id) if loved else others
        self.remember(replace(self.settings, favourites=favourites))
        return loved

    def reload(self) -> None:
        """Read all files again. One that has broken stays as it was, marked with its problems."""
        self._signature = _signature(self._folders.user)
        self._catalogue = None
        self._single.clear()
        self._reload_reminders()

    def _reload_reminders(self) -> None:
        self._reminders_signature = _signature(self._reminders_folder)
        self._forget_removed()
        self.reminders = self._load_reminders()
        self.when_reloaded()

    def reload_if_changed(self) -> bool:
        """Read again only if a file of the person's own was added, changed or removed."""
        if _signature(self._folders.user) == self._signature:
            return self.reload_reminders_if_changed()
        self.reload()
        return True

    def reload_reminders_if_changed(self) -> bool:
        """The same for reminder files alone."""
        if _signature(self._reminders_folder) == self._reminders_signature:
            return False
        self._reload_reminders()
        return True


def _signature(folder: Path | None) -> tuple[tuple[str, int, int], ...]:
    """What the folder looks like, without opening a file."""
    if folder is None:
        return ()
    try:
        found = []
        for path in sorted(folder.iterdir()):
            state = path.lstat()
            found.append((path.name, state.st_mtime_ns, state.st_size))
    except OSError:
        return ()
    return tuple(found)
