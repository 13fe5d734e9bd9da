"""What the program has inside, behind the icon in the tray: loaded as soon as that is there."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.companion import Companion
from desktop.keep.paths import history_file, reminders_folder, routines_folder, settings_file
from desktop.keep.settings import SettingsFile, day_start_of
from desktop.library import Library
from desktop.note_place import place_from_text
from desktop.outcomes import Outcomes
from desktop.remembering import Remembering
from desktop.surroundings import Given, Surroundings, find_surroundings
from routines.lookup import Folders


@dataclass(frozen=True, slots=True)
class Inside:
    """The files, the system's parts, and who brings them together."""

    library: Library
    surroundings: Surroundings
    companion: Companion
    remembering: Remembering


def load_inside(given: Given, owner: QObject) -> Inside:
    folders = Folders(user=routines_folder())
    library = Library(folders, SettingsFile(settings_file()), reminders_folder())
    place = place_from_text(library.settings.note_place)
    surroundings = find_surroundings(given, place, owner, library.note_figure)
    companion = Companion(given.clock, library, surroundings, owner)
    remembering = Remembering(
        history_file(), given.clock, lambda: day_start_of(library.settings), owner
    )
    Outcomes(companion.service, remembering, given.clock)
    return Inside(library, surroundings, companion, remembering)
