"""The calendars as the window has them: real files, a real child process, the real watch."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess, Signal
from pytestqt.qtbot import QtBot

from desktop.calendars.calendars import Calendars
from desktop.calendars.report import LOOK_AHEAD, Seen, state_of
from desktop.calendars.watch import SETTLE, Watch
from desktop.system.works import Works
from routines.clock import ManualClock
from tests.calendars.texts import NOW, calendar, event, meeting, utc, write

LONG = 20_000
"""Milliseconds for what takes one or two, on a busy machine."""


class Alarm(QObject):
    """A wall clock that rings when the test says so."""

    rang = Signal()
    clock_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.when: datetime | None = None

    def set(self, when: datetime | None) -> None:
        self.when = when

    def works(self) -> Works:
        return Works(here=True, how="")

    def close(self) -> None:
        self.when = None


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOW)


@pytest.fixture
def alarm(qtbot: QtBot) -> Alarm:
    assert qtbot is not None
    return Alarm()


@pytest.fixture
def calendars(clock: ManualClock, alarm: Alarm) -> Iterator[Calendars]:
    calendars = Calendars(clock, alarm)
    yield calendars
    calendars.close()


def readings(calendars: Calendars) -> list[tuple[datetime, ...]]:
    """What each reading has found, from now on."""
    found: list[tuple[datetime, ...]] = []
    calendars.looked.connect(lambda: found.append(calendars.meetings))
    return found


def read(qtbot: QtBot, calendars: Calendars, do: Callable[[], object]) -> None:
    """Do something and wait for the reading that comes of it."""
    with qtbot.waitSignal(calendars.looked, timeout=LONG):
        do()


def put(path: Path, *parts: str) -> None:
    """Replace the file as careful programs do: write another one, and rename it."""
    write(path.with_name("draft"), *parts)
    path.with_name("draft").replace(path)


def met(calendars: Calendars) -> list[datetime]:
    return list(calendars.meetings)


def running(calendars: Calendars) -> list[QProcess]:
    """The reading processes that are there."""
    over = QProcess.ProcessState.NotRunning
    return [each for each in calendars.findChildren(QProcess) if each.state() != over]


# ---------------------------------------------------------------- reading


def test_meetings_are_told_in_order_once_they_are_known(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    write(tmp_path / "a.ics", meeting("20260303T100000Z"))
    write(tmp_path / "b.ics", meeting("20260302T100000Z"))
    with qtbot.waitSignal(calendars.meetings_changed, timeout=LONG) as told:
        calendars.use([tmp_path])
    assert told.args == [(utc(2, 10), utc(3, 10))]
    assert met(calendars) == [utc(2, 10), utc(3, 10)]
    assert calendars.problem == ""


def test_what_is_bad_is_told_and_the_rest_counts(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    good = write(tmp_path / "a.ics", meeting())
    (tmp_path / "b.ics").touch()
    with qtbot.waitSignal(calendars.problem_changed, timeout=LONG) as told:
        calendars.use([good, tmp_path / "b.ics"])
    assert told.args == [f"{tmp_path / 'b.ics'} is empty."]
    assert met(calendars) == [utc(2, 10)]


def test_what_has_not_changed_is_not_told_again(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    write(tmp_path / "a.ics", meeting())
    read(qtbot, calendars, lambda: calendars.use([tmp_path]))
    with (
        qtbot.assertNotEmitted(calendars.meetings_changed),
        qtbot.assertNotEmitted(calendars.problem_changed),
    ):
        read(qtbot, calendars, calendars.look_again)


def test_no_calendars_are_no_meetings(qtbot: QtBot, calendars: Calendars, tmp_path: Path) -> None:
    (tmp_path / "b.ics").touch()
    write(tmp_path / "a.ics", meeting())
    read(qtbot, calendars, lambda: calendars.use([tmp_path]))
    calendars.use([])
    assert met(calendars) == []
    assert calendars.problem == ""
    calendars.look_again()
    assert running(calendars) == []


def test_another_choice_while_it_reads_is_the_one_that_counts(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    first = write(tmp_path / "a.ics", meeting())
    second = write(tmp_path / "b.ics", meeting("20260303T100000Z"))
    calendars.use([first])
    found = readings(calendars)
    read(qtbot, calendars, lambda: calendars.use([second]))
    assert found == [(utc(3, 10),)]


def test_who_the_person_is_reaches_the_reader(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    guests = "ATTENDEE;PARTSTAT=DECLINED:mailto:me@a.org", "ATTENDEE:mailto:you@a.org"
    path = write(tmp_path / "a.ics", meeting("20260302T100000Z", *guests))
    read(qtbot, calendars, lambda: calendars.use([path], ["me@a.org"]))
    assert met(calendars) == []
    read(qtbot, calendars, lambda: calendars.use([path]))
    assert met(calendars) == [utc(2, 10)]


def test_a_home_folder_may_be_written_as_a_wave(
    qtbot: QtBot, calendars: Calendars, own_home: Path
) -> None:
    write(own_home / "-odd name.ics", meeting())
    places = [Path("~/-odd name.ics"), Path("~nobody-at-all/a.ics")]
    read(qtbot, calendars, lambda: calendars.use(places))
    assert met(calendars) == [utc(2, 10)]
    assert "~nobody-at-all/a.ics is not there." in calendars.problem


# ---------------------------------------------------------------- ends


def test_a_reader_that_takes_too_long_is_ended_and_what_it_told_counts(
    qtbot: QtBot, clock: ManualClock, alarm: Alarm, tmp_path: Path
) -> None:
    good = write(tmp_path / "a.ics", meeting())
    endless = [meeting("19800101T210000Z", "RRULE:FREQ=SECONDLY", uid=str(n)) for n in range(3)]
    bad = [write(tmp_path / f"{number}.ics", *endless) for number in range(50)]
    calendars = Calendars(clock, alarm, patience=3.0)
    read(qtbot, calendars, lambda: calendars.use([good, *bad]))
    assert met(calendars) == [utc(2, 10)]
    assert calendars.problem.startswith("Reading the calendars took too long or failed")
    assert running(calendars) == []
    read(qtbot, calendars, lambda: calendars.use([good]))
    assert calendars.problem == ""
    calendars.close()


def test_a_reader_that_is_killed_is_told_and_the_next_one_reads(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    write(tmp_path / "a.ics", meeting())
    calendars.use([tmp_path])
    qtbot.waitUntil(lambda: len(running(calendars)) == 1, timeout=LONG)
    [process] = running(calendars)
    read(qtbot, calendars, lambda: os.kill(process.processId(), 9))
    assert met(calendars) == []
    assert calendars.problem.startswith("Reading the calendars took too long or failed")
    read(qtbot, calendars, calendars.look_again)
    assert met(calendars) == [utc(2, 10)]
    assert calendars.problem == ""


def test_closing_ends_the_reader(qtbot: QtBot, calendars: Calendars, tmp_path: Path) -> None:
    write(tmp_path / "a.ics", meeting())
    calendars.use([tmp_path])
    qtbot.waitUntil(lambda: len(running(calendars)) == 1, timeout=LONG)
    number = running(calendars)[0].processId()
    calendars.close()
    assert not Path(f"/proc/{number}").exists()


# ---------------------------------------------------------------- again


def test_it_reads_again_when_half_of_the_time_is_used_up(
    qtbot: QtBot, calendars: Calendars, clock: ManualClock, alarm: Alarm, tmp_path: Path
) -> None:
    write(tmp_path / "a.ics", meeting("20260101T100000Z", "RRULE:FREQ=DAILY"))
    read(qtbot, calendars, lambda: calendars.use([tmp_path]))
    assert met(calendars) == [utc(2, 10), utc(3, 10)]
    assert alarm.when == NOW + LOOK_AHEAD / 2
    clock.advance(LOOK_AHEAD.total_seconds() / 2)
    read(qtbot, calendars, alarm.rang.emit)
    assert met(calendars) == [utc(3, 10), utc(4, 10)]
    assert alarm.when == NOW + LOOK_AHEAD
    calendars.use([])
    assert alarm.when is None


def test_it_reads_again_when_the_clock_was_set(
    qtbot: QtBot, calendars: Calendars, clock: ManualClock, alarm: Alarm, tmp_path: Path
) -> None:
    write(tmp_path / "a.ics", meeting("20260101T100000Z", "RRULE:FREQ=DAILY"))
    read(qtbot, calendars, lambda: calendars.use([tmp_path]))
    clock.set_wall(-timedelta(days=2).total_seconds())
    read(qtbot, calendars, alarm.clock_changed.emit)
    assert calendars.meetings[0] == utc(2, 10) - timedelta(days=2)


def test_a_wish_to_look_again_while_it_reads_is_kept(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    write(tmp_path / "a.ics", meeting())
    found = readings(calendars)
    calendars.use([tmp_path])
    calendars.look_again()
    calendars.look_again()
    qtbot.waitUntil(lambda: len(found) == 2, timeout=LONG)
    assert running(calendars) == []


# ---------------------------------------------------------------- changes

CHANGED = meeting("20260302T120000Z")


@pytest.mark.parametrize("named", ["the file", "its folder"])
@pytest.mark.parametrize(
    "change",
    [
        lambda path: write(path, CHANGED),
        lambda path: put(path, CHANGED),
        lambda path: (path.unlink(), write(path, CHANGED)),
    ],
    ids=["written", "replaced", "made anew"],
)
def test_a_file_that_changes_is_read_again_each_time(
    qtbot: QtBot,
    calendars: Calendars,
    tmp_path: Path,
    named: str,
    change: Callable[[Path], object],
) -> None:
    path = write(tmp_path / "a.ics", meeting())
    read(qtbot, calendars, lambda: calendars.use([path if named == "the file" else tmp_path]))
    read(qtbot, calendars, lambda: change(path))
    assert met(calendars) == [utc(2, 12)]
    read(qtbot, calendars, lambda: put(path, meeting("20260302T130000Z")))
    assert met(calendars) == [utc(2, 13)]


def test_files_come_and_go_in_folders_of_any_depth(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    read(qtbot, calendars, lambda: calendars.use([tmp_path]))
    path = tmp_path / "in" / "a.ics"
    read(qtbot, calendars, lambda: write(path, meeting()))
    assert met(calendars) == [utc(2, 10)]
    read(qtbot, calendars, path.unlink)
    assert met(calendars) == []


def test_a_folder_that_vanishes_is_told_and_found_when_it_comes_back(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    write_in = disk / "calendars"
    write_in.mkdir(parents=True)
    write(write_in / "a.ics", meeting())
    read(qtbot, calendars, lambda: calendars.use([write_in]))
    read(qtbot, calendars, lambda: shutil.rmtree(disk))
    assert met(calendars) == []
    assert calendars.problem == f"{write_in} is not there."
    disk.mkdir()
    made = tmp_path / "made"
    made.mkdir()
    write(made / "a.ics", meeting())
    read(qtbot, calendars, lambda: made.rename(write_in))
    assert met(calendars) == [utc(2, 10)]
    assert calendars.problem == ""


def test_a_link_that_is_turned_to_another_file_is_followed(
    qtbot: QtBot, calendars: Calendars, tmp_path: Path
) -> None:
    old = write(tmp_path / "old", meeting())
    new = write(tmp_path / "new", event("DTSTART:20260302T120000Z"))
    link = tmp_path / "links" / "a.ics"
    link.parent.mkdir()
    link.symlink_to(old)
    read(qtbot, calendars, lambda: calendars.use([link]))

    def turn() -> None:
        (link.parent / "next").symlink_to(new)
        (link.parent / "next").replace(link)

    read(qtbot, calendars, turn)
    assert met(calendars) == [utc(2, 12)]


def test_what_changes_while_it_is_read_is_read_again(qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "a.ics", meeting())
    before = Seen(str(path), state_of(path))
    path.write_text(calendar(), "utf-8")
    watch = Watch()
    with qtbot.waitSignal(watch.changed, timeout=LONG):
        watch.follow([before])
    watch.follow([])


def test_what_is_beside_a_named_file_does_not_matter(qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "a.ics", meeting())
    watch = Watch()
    told: list[str] = []
    watch.changed.connect(lambda: told.append("changed"))
    watch.follow([Seen(str(path), state_of(path))])
    (tmp_path / "other").touch()
    os.utime(path)  # what matters comes after it, and is told once
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert watch._watcher.directories() == []
    assert told == ["changed"]
    watch.follow([])


def test_a_file_that_changes_without_end_is_told_less_and_less_often(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.ics", meeting())
    watch = Watch()
    waits: list[int] = []
    watch.changed.connect(lambda: waits.append(watch._settling.interval()))
    for _ in range(2):
        with qtbot.waitSignal(watch.changed, timeout=LONG):
            watch.follow([Seen(str(path), None)])
    assert waits == [2 * SETTLE, 4 * SETTLE]
    watch.follow([])
