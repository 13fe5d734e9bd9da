"""All the reminders there are: the built-in ones and the person's own, broken ones included."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from routines.lookup import LIBRARY
from routines.problems import Problem
from routines.reminders.model import Reminder
from routines.reminders.reader import read_reminder_file

BUILT_IN = LIBRARY / "reminders"


@dataclass(frozen=True, slots=True)
class ReminderEntry:
    """One reminder file. ``reminder`` is None while there are errors in it.

    ``own`` tells the person's files from the built-in ones.
    """

    id: str
    path: Path
    own: bool
    reminder: Reminder | None
    problems: tuple[Problem, ...] = ()
    given_name: str = ""

    @property
    def name(self) -> str:
        """What to call it: its name, or its id where it does not give one."""
        return self.given_name or self.id


def load_reminders(
    user: Path | None, has_routine: Callable[[str], bool], built_in: Path = BUILT_IN
) -> tuple[ReminderEntry, ...]:
    """Every reminder by its id, the built-in ones first, each in the order of names.

    A file of the person's own takes the place of a built-in one of the same id. Never raises.
    """
    found: dict[str, ReminderEntry] = {}
    for folder, own in ((built_in, False), (user, True)):
        for path in _files(folder):
            reading = read_reminder_file(path, has_routine)
            found[path.stem] = ReminderEntry(
                path.stem, path, own, reading.reminder, reading.problems, reading.name
            )
    return tuple(sorted(found.values(), key=lambda each: (each.own, each.name.casefold())))


def _files(folder: Path | None) -> list[Path]:
    """The reminder files of a folder; none where it cannot be read or is not there yet."""
    try:
        names = [] if folder is None else sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in names if path.suffix == ".yaml" and path.name[0] != "."]
