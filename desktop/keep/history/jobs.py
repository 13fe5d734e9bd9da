"""What is asked of the process that works on a whole history, and what it tells: lines of JSON.

No record is ever in one: how many there are, where a file is, and what went wrong.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, time
from enum import Enum
from pathlib import Path

from desktop.keep.history.clearing import EVERYTHING, What
from desktop.keep.history.rows import TABLES


class Do(Enum):
    """The value is its word in a line."""

    EXPORT = "export"
    """All of it into one file."""
    TABLES = "tables"
    """One file for each table, into a folder."""
    IMPORT = "import"
    FORGET = "forget"


PUT_BACK = b"put back\n"
"""Said to the process once it has deleted, as long as it is there: it undoes that."""


@dataclass(frozen=True, slots=True)
class Job:
    """``path`` is the file or folder to write or to read; ``what`` is what to forget."""

    do: Do
    history: Path
    day_start: time
    path: Path = Path()
    what: What = EVERYTHING


@dataclass(frozen=True, slots=True)
class Share:
    """How much is done, from 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True)
class Done:
    """It is over. ``count`` is how many records were written, taken, deleted or put back;
    ``problem`` is one line, and then it was not done; ``loss`` one on a file that was damaged.
    """

    problem: str = ""
    count: int = 0
    loss: str = ""


Told = Share | Done
_KINDS: dict[str, What] = {
    **{table.name: kind for kind, table in TABLES.items()},
    "everything": EVERYTHING,
}


def what_of(word: str) -> What:
    """A day as YYYY-MM-DD, the name of a table, or ``everything``; ValueError otherwise."""
    return _KINDS[word] if word in _KINDS else date.fromisoformat(word)


def word_of(what: What) -> str:
    """The word by which ``what_of`` knows it again."""
    if isinstance(what, date):
        return what.isoformat()
    return next(word for word, each in _KINDS.items() if each is what)


def job_line(job: Job) -> bytes:
    values = {
        "do": job.do.value,
        "history": str(job.history),
        "day_start": job.day_start.isoformat(),
        "path": str(job.path),
        "what": word_of(job.what),
    }
    return _line(values)


def read_job(line: bytes) -> Job | None:
    try:
        values = json.loads(line)
        return Job(
            Do(values["do"]),
            Path(values["history"]),
            time.fromisoformat(values["day_start"]),
            Path(values["path"]),
            what_of(values["what"]),
        )
    except (ValueError, TypeError, KeyError):
        return None


def told_line(told: Told) -> bytes:
    return _line(asdict(told))


def read_told(line: bytes) -> Told | None:
    """None for what is no such line."""
    try:
        values = json.loads(line)
        return Share(**values) if "share" in values else Done(**values)
    except (ValueError, TypeError):
        return None


def _line(values: Mapping[str, object]) -> bytes:
    """In ASCII: a path may hold what UTF-8 cannot."""
    return json.dumps(values).encode("ascii") + b"\n"
