"""What the reading process tells the window, line by line: plain values and their JSON form.

No Qt and no calendar library: both sides import it.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

LOOK_AHEAD = timedelta(hours=48)
"""How far meetings are looked for."""

MOST_BYTES = 10 * 1024 * 1024
MOST_FILES = 200
MOST_MEETINGS = 5_000


class Trouble(Enum):
    """What was left out, and why. ``words`` has a sentence for each."""

    MISSING = "missing"
    AN_ADDRESS = "an-address"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    NOT_A_CALENDAR = "not-a-calendar"
    CUT_OFF = "cut-off"
    UNCLEAR_EVENTS = "unclear-events"
    UNKNOWN_ZONE = "unknown-zone"
    SLOW_EVENTS = "slow-events"
    TOO_MANY_FILES = "too-many-files"
    FOLDER_TOO_FULL = "folder-too-full"
    TOO_MANY_MEETINGS = "too-many-meetings"


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble with the file or folder at ``path``; ``count`` and ``detail`` where it has any.

    ``detail`` is the system's reason or the name of a time zone, never what an event says.
    """

    trouble: Trouble
    path: str = ""
    count: int = 0
    detail: str = ""


State = tuple[int, int, int]
"""What tells one version of a file from another: change time in ns, size and number."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file or folder that what was found depends on; ``state`` is None if it was not there."""

    path: str
    state: State | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that a reading told. ``complete`` is False when it was ended before its end.

    ``counts`` are the meetings of each file; one that stands in several counts in the first.
    """

    starts: tuple[datetime, ...] = ()
    problems: tuple[Problem, ...] = ()
    seen: tuple[Seen, ...] = ()
    complete: bool = False
    counts: tuple[tuple[str, int], ...] = ()


DONE = '{"done": true}'
"""The last line."""


def state_of(path: Path) -> State | None:
    """How the file or folder is now, links followed; None if it cannot be reached."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def start_line(start: datetime) -> str:
    return json.dumps({"start": start.isoformat()})


def seen_line(seen: Seen) -> str:
    return json.dumps({"seen": seen.path, "state": seen.state})


def problem_line(problem: Problem) -> str:
    """The line of a problem, without what it does not have."""
    values = {"path": problem.path, "count": problem.count, "detail": problem.detail}
    filled = {key: value for key, value in values.items() if value}
    return json.dumps({"problem": problem.trouble.value, **filled})


def read_report(lines: Iterable[str | bytes]) -> Report:
    """Put the lines together again. A line that makes no sense, such as half a one, is left out."""
    starts: set[datetime] = set()
    problems: list[Problem] = []
    seen: list[Seen] = []
    counts: dict[str, int] = {}
    complete = False
    for line in lines:
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            match json.loads(line):
                case {"start": str(text)}:
                    start = datetime.fromisoformat(text)
                    if start.tzinfo is not None and start not in starts:
                        starts.add(start)
                        if seen:  # a file is seen before its meetings are told
                            counts[seen[-1].path] = counts.get(seen[-1].path, 0) + 1
                case {"seen": str(path), "state": None}:
                    seen.append(Seen(path, None))
                case {"seen": str(path), "state": [int(time), int(size), int(number)]}:
                    seen.append(Seen(path, (time, size, number)))
                case {"problem": str(name), **values}:
                    problems.append(_problem(Trouble(name), values))
                case {"done": True}:
                    complete = True
    return Report(
        tuple(sorted(starts)), tuple(problems), tuple(seen), complete, tuple(counts.items())
    )


def _problem(trouble: Trouble, values: Mapping[object, object]) -> Problem:
    count = values.get("count", 0)
    return Problem(
        trouble,
        str(values.get("path", "")),
        count if isinstance(count, int) else 0,
        str(values.get("detail", "")),
    )
