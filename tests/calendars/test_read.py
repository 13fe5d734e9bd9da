"""The reading process itself, with real files."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from desktop.calendars.read import lines
from desktop.calendars.report import (
    MOST_BYTES,
    MOST_MEETINGS,
    Problem,
    Report,
    Seen,
    Trouble,
    problem_line,
    read_report,
    seen_line,
    start_line,
    state_of,
)
from tests.calendars.texts import NOW, calendar, event, meeting, utc, write

ROOT = Path(__file__).parent.parent.parent
NO_QT = """
import sys
import desktop.calendars.read
assert "icalendar" in sys.modules
qt = ("PySide6", "shiboken6")
sys.exit(", ".join(name for name in sys.modules if name.startswith(qt)) or None)
"""
LIGHT = """
import sys
import desktop.calendars.calendars
assert "PySide6" in sys.modules
heavy = ("icalendar", "recurring_ical_events", "dateutil")
sys.exit(", ".join(name for name in sys.modules if name.startswith(heavy)) or None)
"""


def run(*arguments: str | Path, **environment: str) -> str:
    """What the process prints."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop.calendars.read", f"--now={NOW.isoformat()}", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


def report(*named: Path) -> Report:
    return read_report(lines(named, NOW, frozenset()))


def test_the_process_tells_when_meetings_begin_and_no_more(tmp_path: Path) -> None:
    guest = "ATTENDEE;CN=somebody:mailto:somebody@example.org"
    path = write(tmp_path / "a.ics", meeting("20260303T100000Z", guest, "LOCATION:nowhere"))
    output = run(path, TZ="UTC")
    assert output.splitlines() == [
        seen_line(Seen(str(path), state_of(path))),
        '{"start": "2026-03-03T10:00:00+00:00"}',
        '{"done": true}',
    ]


def test_times_without_a_zone_are_those_of_this_computer(tmp_path: Path) -> None:
    path = write(tmp_path / "a.ics", meeting("20260303T100000"))
    for zone, offset in [("Europe/Berlin", "+01:00"), ("America/New_York", "-05:00")]:
        assert f"2026-03-03T10:00:00{offset}" in run(path, TZ=zone)


def test_times_are_told_in_local_time_over_a_change_of_the_clocks(tmp_path: Path) -> None:
    days = [meeting(f"{day}T080000Z", uid=day) for day in ("20260328", "20260329")]
    path = write(tmp_path / "a.ics", *days)
    output = run("--now=2026-03-28T06:00:00+00:00", path, TZ="Europe/Berlin")
    told = [start.isoformat() for start in read_report(output.splitlines()).starts]
    assert told == ["2026-03-28T09:00:00+01:00", "2026-03-29T10:00:00+02:00"]


def test_the_persons_addresses_may_be_given(tmp_path: Path) -> None:
    guests = "ATTENDEE;PARTSTAT=DECLINED:mailto:me@a.org", "ATTENDEE:mailto:you@a.org"
    path = write(tmp_path / "a.ics", meeting("20260303T100000Z", *guests))
    assert len(read_report(run(path).splitlines()).starts) == 1
    assert read_report(run("--mine", "Me@A.org", path).splitlines()).starts == ()


@pytest.mark.parametrize("program", [NO_QT, LIGHT])
def test_qt_and_the_calendar_library_never_share_a_process(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, timeout=60, check=True)


def test_the_same_meeting_in_two_files_comes_once(tmp_path: Path) -> None:
    first = write(tmp_path / "a.ics", meeting("20260303T100000Z"))
    zone = event("DTSTART;TZID=Europe/Berlin:20260303T110000", uid="2")
    second = write(tmp_path / "b.ics", zone, meeting("20260303T120000Z", uid="3"))
    output = list(lines([first, second], NOW, frozenset()))
    assert sum("start" in line for line in output) == 2
    assert read_report(output).starts == (utc(3, 10), utc(3, 12))


def test_whatever_is_bad_gets_a_word_and_the_others_still_count(tmp_path: Path) -> None:
    good = write(tmp_path / "good.ics", meeting("20260303T100000Z"))
    bad = {
        "empty": b"",
        "binary": bytes(range(256)) * 99,
        "web": b"<html><body>Please log in</body></html>",
        "zip": b"PK\x03\x04BEGIN:VEVENT",
        "utf16": calendar(meeting()).encode("utf-16"),
        "large": calendar(meeting()).encode() + b"\n" * MOST_BYTES,
        "half": calendar(meeting("20260303T110000Z"), meeting(uid="2")).encode()[:-30],
        "odd": calendar(meeting("today"), event(uid="2")).encode(),
    }
    for name, data in bad.items():
        (tmp_path / f"{name}.ics").write_bytes(data)
    (tmp_path / "loop.ics").symlink_to(tmp_path / "loop.ics")
    told = report(good, tmp_path, tmp_path / "gone.ics")
    assert told.complete
    assert told.starts == (utc(3, 10), utc(3, 11))
    assert {Path(each.path).stem: each.trouble for each in told.problems} == {
        "empty": Trouble.EMPTY,
        "binary": Trouble.NOT_A_CALENDAR,
        "web": Trouble.NOT_A_CALENDAR,
        "zip": Trouble.NOT_A_CALENDAR,
        "utf16": Trouble.NOT_A_CALENDAR,
        "large": Trouble.TOO_LARGE,
        "half": Trouble.CUT_OFF,
        "odd": Trouble.UNCLEAR_EVENTS,
        "loop": Trouble.UNREADABLE,
        "gone": Trouble.MISSING,
    }
    assert next(each.count for each in told.problems if "odd" in each.path) == 2


def test_a_file_of_ten_years_is_read_in_a_moment(tmp_path: Path) -> None:
    """4 MB and 20,000 events, of which a few matter: three seconds, not a minute."""
    days = [f"{year}{month:02}15T100000Z" for year in range(2016, 2026) for month in range(1, 13)]
    note = "DESCRIPTION:" + "x" * 60
    old = [meeting(day, note, uid=f"{day}-{n}") for day in days for n in range(170)]
    path = write(tmp_path / "a.ics", *old, meeting("20260303T100000Z"))
    assert path.stat().st_size > 3_000_000
    before = os.times()
    assert read_report(run(path).splitlines()).starts == (utc(3, 10),)
    after = os.times()
    assert after.children_user - before.children_user < 3


def test_of_endlessly_many_meetings_a_number_is_told(tmp_path: Path) -> None:
    minutely = [
        meeting(f"20260301T0000{second}0Z", "RRULE:FREQ=MINUTELY", uid=str(second))
        for second in range(2)
    ]
    told = report(write(tmp_path / "a.ics", *minutely), write(tmp_path / "b.ics", meeting()))
    assert len(told.starts) == MOST_MEETINGS
    assert told.starts[0] == NOW
    assert told.problems == (Problem(Trouble.TOO_MANY_MEETINGS, count=MOST_MEETINGS),)
    assert told.complete


# ---------------------------------------------------------------- the lines


def test_what_is_said_is_understood() -> None:
    start = datetime.fromisoformat("2026-03-02T10:00:00-05:00")
    problem = Problem(Trouble.UNREADABLE, "/a \udcff\n", 3, "no")
    seen = Seen("/b", (1, 2, 3)), Seen("/c", None)
    said = [start_line(start), problem_line(problem), *map(seen_line, seen), '{"done": true}']
    assert all(line.isascii() and "\n" not in line for line in said)
    assert read_report(said) == Report((start,), (problem,), seen, complete=True)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\x00",
        b"{",
        b"[]",
        b"7",
        b"[" * 100_000,
        b'{"start": 7}',
        b'{"start": "tomorrow"}',
        b'{"start": "2026-03-02T10:00:00"}',
        b'{"problem": "unheard-of"}',
        b'{"problem": ["x"]}',
        b'{"seen": "/a", "state": [1, 2]}',
        b'{"done": 1',
    ],
)
def test_a_line_that_makes_no_sense_is_left_out(line: bytes) -> None:
    good = start_line(NOW).encode()
    assert read_report([line, good]) == Report(starts=(NOW,))
