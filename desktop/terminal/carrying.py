"""``unbrace export`` and ``unbrace import``: the history taken along, and brought in."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.keep.paths import history_file, settings_file
from desktop.keep.settings import SettingsFile, day_start_of
from desktop.language import translate
from desktop.terminal.cells import printable
from desktop.terminal.output import complain
from desktop.terminal.refused import Refused
from desktop.words import data as words
from routines.clock import Clock, SystemClock

if TYPE_CHECKING:
    from desktop.keep.history.store import History

_QUICK = 1.0
"""Seconds before anything is said of how far it is."""


def export_history(path: str, *, as_tables: bool) -> int:
    """Write everything into ``path``: a file, or a folder of tables. Gives the code to end with."""
    from desktop.keep.history.counting import counts  # noqa: PLC0415 - only who exports needs it
    from desktop.keep.history.transfer import export_csv, export_json  # noqa: PLC0415

    target = _given(path)
    if not as_tables and _is_of_somebody_else(target):
        text = translate("carrying", "{file} is there already, and no export: nothing was written.")
        raise Refused(text.format(file=printable(path)))
    with _history() as history, _Progress(SystemClock()) as told:
        problem = (export_csv if as_tables else export_json)(history, target, told)
        if problem:
            raise Refused(printable(problem))
        number = sum(counts(history).values())
    print(printable(words.exported_text(number, Path(path))))
    return 0


def import_history(path: str) -> int:
    """Bring in what ``path`` has and the history has not. Gives the code to end with."""
    from desktop.keep.history.transfer import import_json  # noqa: PLC0415 - as above

    source = _given(path)
    with _history() as history, _Progress(SystemClock()) as told:
        imported = import_json(history, source, told)
    if imported.problem:
        raise Refused(printable(imported.problem))
    print(printable(words.imported_text(imported.taken, Path(path))))
    return 0


def _given(path: str) -> Path:
    if not path.strip() or "\0" in path:
        raise Refused(translate("carrying", "Give the path of a file."))
    return Path(path)


def _is_of_somebody_else(path: Path) -> bool:
    """Whether there is a file that an export must not write over. What cannot be read is left to
    whoever tries to write there.
    """
    from desktop.keep.history.merging import HEAD  # noqa: PLC0415 - as above

    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(HEAD)) != HEAD
    except OSError:
        return False


@contextmanager
def _history() -> "Iterator[History]":
    """The same that the window writes. What happened to a damaged one is said."""
    from desktop.keep.history.store import History  # noqa: PLC0415 - as above

    day_start = day_start_of(SettingsFile(settings_file()).settings)
    history = History(history_file(), SystemClock(), day_start)
    try:
        if history.loss:
            complain(printable(history.loss))
        yield history
    finally:
        history.close()


class _Progress:
    """How far it is, on a terminal, once it takes longer than a moment."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began = clock.monotonic()
        self._is_wiped = True

    def __enter__(self) -> Callable[[float], None]:
        return self._tell

    def __exit__(self, *_error: object) -> None:
        if not self._is_wiped:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _tell(self, share: float) -> None:
        if self._clock.monotonic() - self._began > _QUICK and sys.stderr.isatty():
            text = translate("carrying", "{share} % done").format(share=int(share * 100))
            print(f"\r{text}", end="", file=sys.stderr, flush=True)
            self._is_wiped = False
