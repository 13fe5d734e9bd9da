"""From the places that a person names to the files to read, and their bytes. Limits hold here.

A person may name a file of any name; in a folder, and the folders in it, `*.ics` files count.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.calendars.report import MOST_BYTES, MOST_FILES, Problem, Seen, Trouble, state_of

MOST_FOLDERS = 100
MOST_ENTRIES = 20_000
"""Names in all folders together that are looked at; beyond, it is no folder of calendars."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
_DEEPEST = 5
_ENDINGS = (".ics", ".ical")


@dataclass(slots=True)
class Places:
    """What was found: ``files`` to read, the one that changed last first."""

    files: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    missing: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def seen(self) -> Iterator[Seen]:
        """The folders as they are, and what is not there but might come."""
        yield from (Seen(str(path), state_of(path)) for path in self.folders)
        yield from (Seen(str(path), None) for path in self.missing)


def located(place: str) -> Path | None:
    """Where a place that a person has named is; None for an address of the network.

    Without a folder before it, it is in the home folder: the program is started from anywhere.
    """
    if _ADDRESS.match(place):
        return None
    path = Path(place)
    with suppress(RuntimeError):  # nobody knows whose home that would be
        path = path.expanduser()
        path = Path.home() / path
    return path.absolute()


def find(named: Iterable[Path], most_entries: int = MOST_ENTRIES) -> Places:
    """The files at the places ``named``, each once, even where links lead to it twice."""
    search = _Search(most_entries)
    for path in named:
        search.look_at(path)
    places = search.places
    newest = sorted(search.in_folders, key=_changed, reverse=True)
    files = search.named + newest
    if len(files) > MOST_FILES:
        left_out = len(files) - MOST_FILES
        places.problems.append(Problem(Trouble.TOO_MANY_FILES, count=left_out))
    places.files = files[:MOST_FILES]
    return places


def _changed(path: Path) -> int:
    state = state_of(path)
    return 0 if state is None else state[0]


class _Search:
    """Walks through folders, never twice through the same one."""

    def __init__(self, most_entries: int) -> None:
        self.places = Places()
        self.named: list[Path] = []
        self.in_folders: list[Path] = []
        self._known: set[tuple[int, int]] = set()
        self._left = most_entries

    def look_at(self, path: Path) -> None:
        """One place that the person named."""
        try:
            found = path.stat()
        except (OSError, ValueError) as error:
            self.places.missing.append(path)
            self._trouble(path, error)
            return
        if not self._is_new(found):
            return
        if stat.S_ISDIR(found.st_mode):
            self._walk(path, 0)
        else:
            self.named.append(path)

    def _trouble(self, path: Path, error: OSError | ValueError) -> None:
        if isinstance(error, FileNotFoundError):
            self.places.problems.append(Problem(Trouble.MISSING, str(path)))
        else:
            self.places.problems.append(unreadable(path, error))

    def _is_new(self, found: os.stat_result) -> bool:
        # Windows may give 0 for both from a folder's listing: then nothing is known.
        key = found.st_dev, found.st_ino
        if key in self._known and any(key):
            return False
        self._known.add(key)
        return True

    def _walk(self, folder: Path, depth: int) -> None:
        if depth > _DEEPEST or len(self.places.folders) >= MOST_FOLDERS:
            self._too_full(folder)
            return
        self.places.folders.append(folder)
        inner: list[Path] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._left -= 1
                    if self._left < 0:
                        self._too_full(folder)
                        break
                    self._sort_in(entry, inner)
        except OSError as error:
            self.places.problems.append(unreadable(folder, error))
        for path in sorted(inner):
            self._walk(path, depth + 1)

    def _sort_in(self, entry: os.DirEntry[str], inner: list[Path]) -> None:
        """A file to read, a folder to walk, or nothing: hidden names are other programs' drafts."""
        if entry.name.startswith("."):
            return
        is_calendar = entry.name.lower().endswith(_ENDINGS)
        try:
            if entry.is_dir():
                if self._is_new(entry.stat()):
                    inner.append(Path(entry.path))
            elif is_calendar and self._is_new(entry.stat()):
                self.in_folders.append(Path(entry.path))
        except OSError as error:
            if is_calendar:
                self._trouble(Path(entry.path), error)

    def _too_full(self, folder: Path) -> None:
        if not any(each.trouble is Trouble.FOLDER_TOO_FULL for each in self.places.problems):
            self.places.problems.append(Problem(Trouble.FOLDER_TOO_FULL, str(folder)))


def unreadable(path: Path, error: OSError | ValueError) -> Problem:
    reason = error.strerror if isinstance(error, OSError) else None
    return Problem(Trouble.UNREADABLE, str(path), detail=reason or str(error))


def read_bytes(path: Path) -> bytes | Problem:
    """The file's bytes, or why not. Never waits for a pipe or a device, never reads too much."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(number, "rb") as file:
            found = os.fstat(number)
            if not stat.S_ISREG(found.st_mode):
                return Problem(Trouble.NOT_A_CALENDAR, str(path))
            if found.st_size > MOST_BYTES:
                return Problem(Trouble.TOO_LARGE, str(path))
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Problem(Trouble.MISSING, str(path))
    except (OSError, ValueError) as error:
        return unreadable(path, error)
    if len(data) > MOST_BYTES:
        return Problem(Trouble.TOO_LARGE, str(path))
    return data if data.strip() else Problem(Trouble.EMPTY, str(path))
