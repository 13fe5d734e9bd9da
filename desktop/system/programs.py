"""Whether one of the programs that the person has chosen is running (a meeting, a game)."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, QTimer

from desktop.language import translate
from desktop.system.asking import Answered
from desktop.system.works import Works

_LONGEST_SHORT_NAME = 15
"""The kernel cuts the names that it keeps to so many bytes."""

INTERPRETERS = ("python", "perl", "ruby", "node", "java", "bash", "sh", "electron")
"""Programs that are known by what they run: the name to look for is their first file."""


class Programs(QObject):
    """Reads the processes' names from /proc: a few milliseconds, and only when asked."""

    def __init__(self, folder: Path = Path("/proc"), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._wanted: frozenset[str] = frozenset()

    def use(self, names: Iterable[str]) -> None:
        """Look for these from now on.

        A name is that of the program's file, without folder; upper and lower case are one.
        """
        self._wanted = frozenset(name.strip().casefold() for name in names) - {""}

    def ask(self, answered: Answered) -> None:
        """Call ``answered`` once, soon, with whether any is running; None where unknown."""
        QTimer.singleShot(0, self, lambda: answered(self._look()))

    def works(self) -> Works:
        if self._processes():
            how = translate("programs", "Running programs are seen by their names.")
            return Works(here=True, how=how)
        how = translate("programs", "Running programs cannot be seen on this system.")
        return Works(here=False, how=how)

    def _look(self) -> bool | None:
        if not self._wanted:
            return False
        processes = self._processes()
        if not processes:
            return None
        return any(not self._wanted.isdisjoint(names_of(process)) for process in processes)

    def _processes(self) -> list[Path]:
        try:
            return [each for each in self._folder.iterdir() if each.name.isdigit()]
        except OSError:
            return []


def names_of(process: Path) -> Iterator[str]:
    """All names that a process goes by, in lower case; none if it has just ended."""
    try:
        short = (process / "comm").read_text("utf-8", "replace").strip().casefold()
        words = (process / "cmdline").read_text("utf-8", "replace").split("\0")
    except OSError:
        return
    # A name that the kernel may have cut is no name; the command line has the whole one.
    if len(short.encode()) < _LONGEST_SHORT_NAME:
        yield short
    command = _file(words[0])
    yield command
    if command.rstrip("0123456789.") in INTERPRETERS:
        yield from (_file(word) for word in words[1:3] if not word.startswith("-"))


def _file(word: str) -> str:
    # Some programs write a title over their command line: its first word is the name.
    return PurePosixPath(word.split(" ", maxsplit=1)[0]).name.casefold()
