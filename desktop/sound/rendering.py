"""What a rendering into a file is asked for, and what it tells: values and their lines. Pure.

The child that renders gets a `Job` and its pieces, a line each, and writes what it tells.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum
from pathlib import Path

from desktop.sound.lines import news_line, read_news
from desktop.sound.messages import Unheard

ENDINGS = (".wav", ".flac", ".ogg", ".mp3")
"""What can be written, if the library for it is here."""


class Cannot(Enum):
    """Why there is no file. The words stand in `desktop.words.rendering`."""

    ENDING = "ending"  # values: ending
    ENCODER = "encoder"  # this library cannot write such a file. values: ending
    LIBRARY = "library"  # values: package
    NO_FILE = "no-file"  # something else is there. values: path
    WRITE = "write"  # values: path, reason
    TOO_LONG = "too-long"  # for this kind of file. values: ending
    ENDED = "ended"  # told by the window's side: the child has ended without a word


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing was written, and what was there before is still there."""

    why: Cannot
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """How much is done, from 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True)
class Done:
    """The file is there. ``spoken`` sentences are in it."""

    spoken: int


Told = Share | Unheard | Done | Failed


@dataclass(frozen=True, slots=True)
class Job:
    """Where to, for how many seconds, and the title that stands in the file."""

    path: str
    seconds: float
    title: str


def ending_of(path: Path) -> str:
    """One of `ENDINGS`, or what stands in its place."""
    return path.suffix.lower()


def half_of(path: Path, process: int) -> Path:
    """Where the file lies while the process with this id writes it."""
    return path.with_name(f".unbrace-{process}.part")


def told_line(told: Told) -> bytes:
    match told:
        case Unheard():
            return news_line(told)
        case Share(share):
            return _line({"share": share})
        case Done(spoken):
            return _line({"done": spoken})
        case Failed(why, values):
            return _line({"cannot": why.value, "values": dict(values)})


def read_told(line: bytes) -> Told | None:
    """What a line tells; None for anything else."""
    if (news := read_news(line)) is not None:
        return news if isinstance(news, Unheard) else None
    try:
        match json.loads(line):
            case {"share": int() | float() as share}:
                return Share(min(1.0, max(0.0, share)))
            case {"done": int() as spoken}:
                return Done(spoken)
            case {"cannot": str() as why, "values": dict() as values}:
                return Failed(Cannot(why), {str(key): str(each) for key, each in values.items()})
    except (ValueError, RecursionError):
        pass
    return None


def job_line(job: Job) -> bytes:
    return _line(asdict(job))


def read_job(line: bytes) -> Job | None:
    try:
        match json.loads(line):
            case {"path": str() as path, "seconds": float() as seconds, "title": str() as title}:
                return Job(path, seconds, title)
    except (ValueError, RecursionError):
        pass
    return None


def _line(values: object) -> bytes:
    # In ASCII: a path may hold what UTF-8 cannot.
    return json.dumps(values, ensure_ascii=True).encode("ascii") + b"\n"
