"""The process that reads calendars: ``python -m desktop.calendars.read FILE...``.

It is one of its own because the calendar library would cost the window 10 MB and 0.2 s, and
because a file may hold rules that take for ever. It prints lines for ``report``: when meetings
begin, what was left out, and what the answer depends on. Never a title, a place or a name.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from desktop.calendars import report
from desktop.calendars.meetings import Meetings, meetings_in, plain_address
from desktop.calendars.places import find, read_bytes
from desktop.calendars.report import Problem, Seen, Trouble
from desktop.calendars.sieve import sift
from desktop.calendars.spending import TooLongError, at_most
from routines.clock import SystemClock

_MOST_MEMORY = 1024**3
_SIFTED_WITHIN = 8.0
_KINDNESS = 10


def main(arguments: Sequence[str] | None = None) -> None:
    """Read what the arguments name, and print line by line, so that nothing said is lost."""
    parser = ArgumentParser(prog="python -m desktop.calendars.read", allow_abbrev=False)
    parser.add_argument("--now", type=datetime.fromisoformat, metavar="TIME")
    parser.add_argument("--mine", action="append", default=[], metavar="ADDRESS")
    parser.add_argument("places", nargs="+", type=Path, metavar="FILE|FOLDER")
    asked = parser.parse_args(arguments)
    _be_modest()
    now = asked.now or SystemClock().now()
    for line in lines(asked.places, now, frozenset(map(plain_address, asked.mine))):
        print(line, flush=True)


def lines(named: Iterable[Path], now: datetime, mine: frozenset[str]) -> Iterable[str]:
    """All that is to be said of the places ``named``, for the time from ``now`` on."""
    places = find(named)
    yield from map(report.seen_line, places.seen)
    yield from map(report.problem_line, places.problems)
    starts: set[datetime] = set()
    for path in places.files:
        # How it was before it is read: what changes meanwhile is then read again.
        yield report.seen_line(Seen(str(path), report.state_of(path)))
        meetings, problems = read_file(path, now, mine)
        new = sorted(meetings.starts - starts)[: report.MOST_MEETINGS - len(starts)]
        starts.update(new)
        yield from map(report.start_line, new)
        yield from map(report.problem_line, problems)
        if meetings.starts - starts:
            yield report.problem_line(
                Problem(Trouble.TOO_MANY_MEETINGS, count=report.MOST_MEETINGS)
            )
            break
    yield report.DONE


def read_file(path: Path, now: datetime, mine: frozenset[str]) -> tuple[Meetings, list[Problem]]:
    """The meetings of one file, and what in it could not be used."""
    data = read_bytes(path)
    if isinstance(data, Problem):
        return Meetings(), [data]
    until = now + report.LOOK_AHEAD
    try:
        with at_most(_SIFTED_WITHIN):
            sieve = sift(data, now.date(), until.date())
    except (TooLongError, MemoryError):
        return Meetings(), [Problem(Trouble.SLOW_EVENTS, str(path))]
    if not sieve.calendars:
        return Meetings(), [Problem(Trouble.NOT_A_CALENDAR, str(path))]
    meetings = meetings_in(sieve, now, until, mine)
    return meetings, list(_problems(str(path), meetings, cut_off=sieve.cut_off))


def _problems(path: str, meetings: Meetings, *, cut_off: bool) -> Iterable[Problem]:
    if cut_off:
        yield Problem(Trouble.CUT_OFF, path)
    if meetings.unclear:
        yield Problem(Trouble.UNCLEAR_EVENTS, path, count=meetings.unclear)
    if meetings.slow:
        yield Problem(Trouble.SLOW_EVENTS, path)
    for zone in sorted(meetings.unknown_zones):
        yield Problem(Trouble.UNKNOWN_ZONE, path, detail=zone[:80])


def _be_modest() -> None:
    """Let everything else go first, and do not eat up the memory."""
    if hasattr(os, "nice"):
        os.nice(_KINDNESS)
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on Windows

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    main()
