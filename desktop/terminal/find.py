"""From what somebody typed to a routine: an id, or a file."""

import os
from pathlib import Path

from desktop.keep.paths import routines_folder
from desktop.language import translate
from desktop.terminal.cells import plain, printable
from desktop.terminal.refused import Refused
from desktop.words.problems import problem_line, unreadable_text
from routines.catalogue import Catalogue, Entry, load_catalogue
from routines.lookup import Folders, is_id
from routines.model import Routine
from routines.problems import Message
from routines.reader import Reader


def folders() -> Folders:
    return Folders(user=routines_folder())


def find(argument: str) -> tuple[Entry, Routine]:
    """The routine that ``argument`` names, ready to be played, or ``Refused``."""
    entry = _entry(argument)
    if entry.routine is None:
        raise _broken(argument, entry)
    return entry, entry.routine


def is_path(argument: str) -> bool:
    """Whether it names a file in any case: it has a folder in it, or an ending."""
    separators = (os.sep, os.altsep or os.sep)
    return argument.endswith((".yaml", ".yml")) or any(each in argument for each in separators)


def _entry(argument: str) -> Entry:
    if is_path(argument):
        return _file(Path(argument))
    places = folders()
    path = places.routine(argument, None) if is_id(argument) else None
    if path is not None:
        reading = Reader(places).read_file(path)
        own = path.parent != places.library
        return Entry(argument, path, own, reading.routine, reading.problems)
    if argument and is_file(Path(argument)):
        return _file(Path(argument))
    if argument and is_folder(Path(argument)):
        raise Refused(_folder(argument))
    raise _unknown(argument)


def _file(path: Path) -> Entry:
    reading = Reader(folders()).read_file(path)
    return Entry(path.stem, path, own=True, routine=reading.routine, problems=reading.problems)


def is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # too long a name, or a folder that is closed to us
        return False


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _unknown(argument: str) -> Refused:
    known = load_catalogue(folders())
    name = plain(argument)
    guess = known.nearest_id(argument)
    text = translate("find", "There is no routine `{name}`: `unbrace list` shows them all.")
    if guess:
        text = translate("find", "There is no routine `{name}`: did you mean `{guess}`?")
    return Refused(text.format(name=name, guess=guess), *unreadable(known))


def _broken(argument: str, entry: Entry) -> Refused:
    path = argument if is_path(argument) else str(entry.path)
    problems = entry.problems
    if problems[0].message is Message.CANNOT_READ:
        if is_folder(Path(argument)):
            return Refused(_folder(argument))
        return Refused(cannot_open(argument, problems[0].values["reason"]))
    return Refused(*(problem_line(printable(path), problem) for problem in problems), code=1)


def _folder(argument: str) -> str:
    text = translate(
        "find",
        "{path} is a folder: give a file in it, or an id. `unbrace check {path}` looks at all of "
        "them.",
    )
    return text.format(path=printable(argument))


def unreadable(catalogue: Catalogue) -> list[str]:
    """A line for every folder whose routines cannot be seen."""
    folders = ((printable(str(path)), reason) for path, reason in catalogue.unreadable)
    return [unreadable_text(path, reason) for path, reason in folders]


def cannot_open(path: str, reason: str) -> str:
    text = translate("find", "{path} cannot be opened: {reason}")
    return text.format(path=printable(path), reason=reason)
