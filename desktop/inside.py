"""What the program has inside, behind the icon in the tray: loaded as soon as that is there."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.companion import Companion
from desktop.keep.paths import reminders_folder, routines_folder, settings_file
from desktop.keep.settings import SettingsFile
from desktop.library import Library
from desktop.note_place import place_from_text
from desktop.surroundings import Given, Surroundings, find_surroundings
from routines.lookup import Folders


@dataclass(frozen=True, slots=True)
class Inside:
    """The files, the system's parts, and who brings them together."""

    library: Library
    surroundings: Surroundings
    companion: Companion


def load_inside(given: Given, owner: QObject) -> Inside:
    folders = Folders(user=routines_folder())
    library = Library(folders, SettingsFile(settings_file()), reminders_folder())
    place = place_from_text(library.settings.note_place)
    surroundings = find_surroundings(given, place, owner, library.note_figure)
    return Inside(library, surroundings, Companion(given.clock, library, surroundings, owner))
