"""The routines of this person: what there is, what they like, and whether files have changed."""

from dataclasses import replace
from pathlib import Path

from desktop.keep.settings import Settings, SettingsFile
from desktop.language import translate
from desktop.words.problems import unreadable_text
from routines.catalogue import Catalogue, Entry, load_catalogue
from routines.lookup import Folders
from routines.reader import Reader
from routines.reminders.catalogue import ReminderEntry, load_reminders

_FIRST_CHOICE = "morning-yoga"


class Library:
    """Catalogue and settings together. No Qt in here."""

    def __init__(
        self, folders: Folders, settings: SettingsFile, reminders: Path | None = None
    ) -> None:
        self._folders = folders
        self._reminders_folder = reminders
        self._file = settings
        self._signature = _signature(folders.user)
        self.catalogue: Catalogue = load_catalogue(folders)
        self.reminders = self._load_reminders()

    @property
    def settings(self) -> Settings:
        return self._file.settings

    def _load_reminders(self) -> tuple[ReminderEntry, ...]:
        return load_reminders(self._reminders_folder, lambda name: self.entry(name) is not None)

    def entry_of_file(self, path: str) -> Entry | None:
        """The routine in a file: one of the catalogue, or any other that can be read."""
        known = next((each for each in self.catalogue.entries if str(each.path) == path), None)
        if known is not None or not path:
            return known
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
        if self._file.problem:
            text = translate("library", "Favourites are not being kept: {reason}")
            notes.append(text.format(reason=self._file.problem))
        return " ".join(notes)

    def entry(self, routine_id: str) -> Entry | None:
        return self.catalogue.get(routine_id)

    def toggle_favourite(self, routine_id: str) -> bool:
        """Make it a favourite or no longer one; whether it is one now."""
        loved = routine_id not in self.favourites
        others = tuple(each for each in self.favourites if each != routine_id)
        favourites = (*others, routine_id) if loved else others
        self.remember(replace(self.settings, favourites=favourites))
        return loved

    def reload(self) -> None:
        """Read all files again. One that has broken is shown with its problems."""
        self._signature = _signature(self._folders.user)
        self.catalogue = load_catalogue(self._folders)
        self.reminders = self._load_reminders()

    def reload_if_changed(self) -> bool:
        """Read again only if a file of the person's own was added, changed or removed."""
        if _signature(self._folders.user) == self._signature:
            return False
        self.reload()
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
