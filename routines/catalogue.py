"""All the routines there are: the built-in ones and the person's own, broken ones included."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from routines.lookup import Folders, is_file
from routines.model import Routine
from routines.problems import Level, Message, Problem, nearest
from routines.reader import Reader


@dataclass(frozen=True, slots=True)
class Entry:
    """One routine file. ``routine`` is None while there are errors in it.

    ``own`` tells the person's files from the built-in ones; ``shadows`` that one of their files
    takes the place of a built-in one of the same id.
    """

    id: str
    path: Path
    own: bool
    routine: Routine | None
    problems: tuple[Problem, ...] = ()
    shadows: bool = False
    given_name: str = ""

    @property
    def name(self) -> str:
        """What to call it: its name, or its id where it does not give one."""
        return self.given_name or self.id


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every entry by its id, sorted by name. ``problem`` says why a folder cannot be read."""

    entries: tuple[Entry, ...] = ()
    unreadable: tuple[tuple[Path, str], ...] = field(default=())

    def get(self, routine_id: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.id == routine_id), None)

    def nearest_id(self, routine_id: str) -> str:
        """The id that was most likely meant, or an empty text."""
        return nearest(routine_id, (entry.id for entry in self.entries))


def load_catalogue(folders: Folders) -> Catalogue:
    """Read all routine files. Never raises: what cannot be read is listed with its problems."""
    with _no_collecting():
        return _load(folders)


def load_entry(folders: Folders, routine_id: str) -> Entry | None:
    """One entry alone, as it would be in the catalogue; None if there is no such file."""
    name = f"{routine_id}.yaml"
    if "/" in name or "\\" in name or name[0] == ".":
        return None
    own = folders.user / name if folders.user else None
    library = folders.library / name
    if own is not None and is_file(own):
        return _entry(Reader(folders), own, own=True, shadows=is_file(library))
    return _entry(Reader(folders), library, own=False) if is_file(library) else None


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from walking thousands of new values again and again.

    Nothing in them refers back, so there is nothing for it to find; it takes a third of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _load(folders: Folders) -> Catalogue:
    reader = Reader(folders)
    library, _ = _files(folders.library)
    own, reason = _files(folders.user) if folders.user else ([], "")
    entries = {path.stem: _entry(reader, path, own=False) for path in library}
    for path in sorted(own, key=lambda path: path.suffix == ".yaml"):
        if path.suffix != ".yaml":
            entry = _misnamed(path)
            entries.setdefault(entry.id, entry)
        else:
            shadows = path.stem in entries and not entries[path.stem].own
            entries[path.stem] = _entry(reader, path, own=True, shadows=shadows)
    unreadable = ((folders.user, reason),) if folders.user and reason else ()
    return Catalogue(_by_name(entries.values()), unreadable)


def _entry(reader: Reader, path: Path, *, own: bool, shadows: bool = False) -> Entry:
    reading = reader.read_file(path)
    found = (reading.routine, reading.problems, shadows, reading.name)
    return Entry(path.stem, path, own, *found)


def _misnamed(path: Path) -> Entry:
    name = f"{path.stem}.yaml"
    problem = Problem(1, 1, 1, Level.ERROR, Message.RENAME_TO_YAML, {"name": name}, name)
    return Entry(path.name, path, own=True, routine=None, problems=(problem,))


def _files(folder: Path) -> tuple[list[Path], str]:
    """The routine files in ``folder``, and why they cannot be listed, if so.

    A folder that does not exist yet is empty.
    """
    try:
        names = sorted(folder.iterdir())
    except FileNotFoundError:
        return [], ""
    except OSError as error:
        return [], error.strerror or str(error)
    endings = (".yaml", ".yml")
    return [path for path in names if path.suffix.lower() in endings and path.name[0] != "."], ""


def _by_name(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.name.casefold(), entry.id)))
