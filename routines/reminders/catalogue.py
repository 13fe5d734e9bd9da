"""All the reminders there are: the built-in ones and the person's own, broken ones included."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from routines.lookup import LIBRARY
from routines.problems import Level, Message, Problem
from routines.reminders.model import Reminder
from routines.reminders.reader import FigureFlaw, read_reminder_file

BUILT_IN = LIBRARY / "reminders"


@dataclass(frozen=True, slots=True)
class ReminderEntry:
    """One reminder file. ``reminder`` is None while there are errors in it.

    ``own`` tells the person's files from the built-in ones; ``shadows`` that one of their files
    takes the place of a built-in one of the same id.
    """

    id: str
    path: Path
    own: bool
    reminder: Reminder | None
    problems: tuple[Problem, ...] = ()
    given_name: str = ""
    shadows: bool = False

    @property
    def name(self) -> str:
        """What to call it: its name, or its id where it does not give one."""
        return self.given_name or self.id


def load_reminders(
    user: Path | None,
    has_routine: Callable[[str], bool],
    built_in: Path = BUILT_IN,
    no_figure: FigureFlaw = lambda _name: None,
) -> tuple[ReminderEntry, ...]:
    """Every reminder by its id, the built-in ones first, each in the order of names.

    A file of the person's own takes the place of a built-in one of the same id. Never raises: a
    folder that cannot be read is as empty as one that is not there yet, and a file that is
    broken, or whose name ends in .yml, is listed with its problems.
    """

    def entry(path: Path, *, own: bool, shadows: bool = False) -> ReminderEntry:
        reading = read_reminder_file(path, has_routine, no_figure)
        read = (reading.reminder, reading.problems, reading.name, shadows)
        return ReminderEntry(path.stem, path, own, *read)

    found = {path.stem: entry(path, own=False) for path in _files(built_in)}
    for path in _files(user):
        if path.suffix == ".yaml":
            shadows = path.stem in found and not found[path.stem].own
            found[path.stem] = entry(path, own=True, shadows=shadows)
        else:
            found[path.name] = _misnamed(path)
    order = sorted(found.values(), key=lambda each: (each.own, each.name.casefold(), each.id))
    return tuple(order)


def _misnamed(path: Path) -> ReminderEntry:
    name = f"{path.stem}.yaml"
    problem = Problem(1, 1, 1, Level.ERROR, Message.RENAME_TO_YAML, {"name": name}, name)
    return ReminderEntry(path.name, path, own=True, reminder=None, problems=(problem,))


def _files(folder: Path | None) -> list[Path]:
    """The reminder files of a folder; none where it cannot be read or is not there yet."""
    try:
        names = [] if folder is None else sorted(folder.iterdir())
    except OSError:
        return []
    endings = (".yaml", ".yml")
    return [path for path in names if path.suffix.lower() in endings and path.name[0] != "."]
