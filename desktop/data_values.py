"""How much is kept, where, and the copies of it, for the settings page."""

from pathlib import Path

from desktop.keep.history import backups
from desktop.keep.history.clearing import EVERYTHING, What
from desktop.keep.history.counting import counts
from desktop.keep.history.rows import TABLES
from desktop.keep.history.store import History
from desktop.pages.settings.data_shown import DataShown
from desktop.words import data as words


def shown_of(history: History) -> DataShown:
    """How much there is of each kind, where it lies, and the copies of it."""
    path = history.path
    copies = backups.all_of(path)
    return DataShown(
        kept="" if history.unreadable else words.kept_text(numbers_of(history)),
        place=words.place_text(path, _size(path)),
        copies=words.copies_text(len(copies), backups.folder_of(path)),
        way_back=words.way_back_text(path) if copies else "",
        has_copies=bool(copies),
        problem=history.problem,
    )


def numbers_of(history: History, what: What = EVERYTHING) -> dict[str, int]:
    """How many records of each kind are among ``what``, by the kind's word."""
    return {TABLES[kind].name: number for kind, number in counts(history, what).items()}


def _size(path: Path) -> int:
    """In bytes, with what SQLite has not put into it yet."""
    size = 0
    for file in (path, path.with_name(f"{path.name}-wal")):
        try:
            size += file.stat().st_size
        except OSError:
            continue
    return size
