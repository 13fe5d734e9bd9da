"""The kernel's alarm in real time; where the clock would have to be set, the looking one."""

import errno
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.wall_clock import (
    KernelWallClock,
    PolledWallClock,
    WallClock,
    find_wall_clock,
)
from routines.clock import ManualClock, SystemClock

NOW = SystemClock().now


class Heard(list[str]):
    """What a clock has told. Of the computer's own clock others may tell it meanwhile."""

    def __init__(self, clock: WallClock) -> None:
        super().__init__()
        clock.rang.connect(lambda: self.append("rang"))
        clock.clock_changed.connect(lambda: self.append("changed"))


@pytest.fixture
def kernel(qtbot: QtBot) -> Iterator[KernelWallClock]:
    assert qtbot is not None
    clock = KernelWallClock()
    yield clock
    clock.close()


def soon(seconds: float) -> datetime:
    return NOW() + timedelta(seconds=seconds)


# ---------------------------------------------------------------- both


@pytest.mark.parametrize("make", [KernelWallClock, lambda: PolledWallClock(SystemClock())])
def test_it_rings_once_and_not_before_its_time(qtbot: QtBot, make: Callable[[], WallClock]) -> None:
    clock = make()
    heard = Heard(clock)
    first, second = soon(0.2), soon(0.5)
    clock.set(first)
    qtbot.waitUntil(lambda: "rang" in heard)
    assert NOW() >= first
    clock.set(second)
    qtbot.waitUntil(lambda: heard.count("rang") == 2)
    assert NOW() >= second
    assert heard.count("rang") == 2
    clock.close()


@pytest.mark.parametrize("make", [KernelWallClock, lambda: PolledWallClock(SystemClock())])
@pytest.mark.parametrize("when", [soon(-3600), datetime(1970, 1, 1, tzinfo=UTC)])
def test_what_is_past_rings_at_once(
    qtbot: QtBot, make: Callable[[], WallClock], when: datetime
) -> None:
    clock = make()
    heard = Heard(clock)
    clock.set(when)
    qtbot.waitUntil(lambda: "rang" in heard)
    clock.close()


@pytest.mark.parametrize("make", [KernelWallClock, lambda: PolledWallClock(SystemClock())])
def test_what_is_taken_back_or_replaced_does_not_ring(
    qtbot: QtBot, make: Callable[[], WallClock]
) -> None:
    clock, other = make(), make()
    heard, after = Heard(clock), Heard(other)
    clock.set(soon(0.1))
    clock.set(None)
    other.set(soon(0.1))
    other.set(soon(0.4))
    qtbot.waitUntil(lambda: "rang" in after)
    assert "rang" not in heard
    clock.close()
    other.close()


def test_a_closed_one_is_silent(qtbot: QtBot, kernel: KernelWallClock) -> None:
    closed = KernelWallClock()
    heard, other = Heard(closed), Heard(kernel)
    closed.set(soon(0.1))
    closed.close()
    closed.close()
    closed.set(soon(0.1))
    kernel.set(soon(0.3))
    qtbot.waitUntil(lambda: "rang" in other)
    assert heard == []


# ---------------------------------------------------------------- the kernel's


def touch_clock() -> None:
    """Set the clock to what it is: microseconds apart, but the kernel takes it for set."""
    try:
        time.clock_settime_ns(time.CLOCK_REALTIME, time.clock_gettime_ns(time.CLOCK_REALTIME))
    except PermissionError:
        pytest.skip("only root may set the clock")


def test_the_kernel_tells_of_a_clock_that_is_set(qtbot: QtBot, kernel: KernelWallClock) -> None:
    heard = Heard(kernel)
    touch_clock()
    qtbot.waitUntil(lambda: "changed" in heard)
    heard.clear()
    kernel.set(soon(0.2))
    touch_clock()
    qtbot.waitUntil(lambda: {"changed", "rang"} == set(heard))
    assert heard.count("rang") == 1


def test_an_alarm_that_was_due_when_the_clock_was_set_still_rings(
    qtbot: QtBot, kernel: KernelWallClock
) -> None:
    """The kernel drops what was due when it tells of the clock."""
    heard = Heard(kernel)
    kernel.set(soon(0.01))
    end = soon(0.05)
    while NOW() < end:
        pass  # due, while Qt is kept from hearing of it
    touch_clock()
    qtbot.waitUntil(lambda: {"changed", "rang"} == set(heard))
    assert heard.count("rang") == 1


def test_on_linux_the_kernel_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qtbot is not None
    clock = find_wall_clock(SystemClock())
    assert isinstance(clock, KernelWallClock) is (sys.platform == "linux")
    clock.close()

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSYS, "timerfd_create")

    monkeypatch.setattr(KernelWallClock, "__init__", refuse)
    other = find_wall_clock(SystemClock())
    assert isinstance(other, PolledWallClock)
    other.close()


# ---------------------------------------------------------------- the looking one


def test_looking_notices_a_clock_that_is_set_either_way(qtbot: QtBot) -> None:
    assert qtbot is not None
    time_of = ManualClock()
    clock = PolledWallClock(time_of)
    heard = Heard(clock)
    time_of.advance(60)
    clock.look()
    assert heard == []
    for seconds in (-172_800, 3600):
        time_of.set_wall(seconds)
        clock.look()
    assert heard == ["changed", "changed"]
    clock.close()


def test_looking_after_a_leap_rings_what_was_passed_over(qtbot: QtBot) -> None:
    assert qtbot is not None
    time_of = ManualClock()
    clock = PolledWallClock(time_of)
    heard = Heard(clock)
    clock.set(time_of.now() + timedelta(hours=1))
    time_of.set_wall(2 * 3600)
    clock.look()
    clock.look()
    assert heard == ["changed", "rang"]
    clock.close()


def test_looking_happens_at_least_once_a_minute(qtbot: QtBot) -> None:
    assert qtbot is not None
    time_of = ManualClock()
    clock = PolledWallClock(time_of)
    assert clock._timer.interval() <= 60_001
    clock.set(time_of.now() + timedelta(days=3))
    assert clock._timer.interval() <= 60_001
    clock.close()


# ---------------------------------------------------------------- the zone

TRAVEL = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.system.wall_clock import KernelWallClock
from routines.clock import SystemClock
app = QCoreApplication([])
zones = Path("/usr/share/zoneinfo")
now = SystemClock().now
def move(zone):
    new = Path("/etc/localtime.new")
    new.symlink_to(zones / zone)
    new.rename("/etc/localtime")
def changed():
    print("changed", now().utcoffset().total_seconds() / 3600, flush=True)
    app.quit()
clock = KernelWallClock()
clock.clock_changed.connect(changed)
print("before", now().utcoffset().total_seconds() / 3600, flush=True)
Path("/etc/another-file").write_text("of no interest")
QTimer.singleShot(200, lambda: move("Asia/Kolkata"))
QTimer.singleShot(5000, app.quit)
app.exec()
clock.close()
"""


def test_python_follows_to_another_time_zone(tmp_path: Path) -> None:
    """In a copy of /etc that only a child sees."""
    if not Path("/usr/share/zoneinfo/Asia/Kolkata").exists():
        pytest.skip("needs the time zones (Debian: tzdata)")
    etc = tmp_path / "etc"
    etc.mkdir()
    (etc / "localtime").symlink_to("/usr/share/zoneinfo/Europe/Dublin")
    script = 'mount --bind "$0" /etc && exec "$@"'
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script, etc, sys.executable, "-c", TRAVEL],
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("only root may show a child another /etc")
    assert done.stderr == ""
    assert done.stdout.splitlines()[1:] == ["changed 5.5"]
