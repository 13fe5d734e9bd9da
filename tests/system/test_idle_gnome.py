"""Idle time by GNOME's service, here a made-up one that speaks as Mutter does."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.idle_gnome import MONITOR, NAME, GnomeIdle
from routines.clock import SystemClock
from tests.desk import Desk
from tests.system.conftest import Start
from tests.system.mocks import Mock
from tests.system.told import Told

COUNTER = "self.last = getattr(self, 'last', 0) + 1; ret = dbus.UInt32(self.last)"


def service(desk: Desk, start: Start) -> Mock:
    mock = Mock(start, desk.env["DBUS_SESSION_BUS_ADDRESS"], NAME, MONITOR.object_path, NAME)
    mock.method("AddIdleWatch", "t", "u", COUNTER)
    mock.method("AddUserActiveWatch", "", "u", COUNTER)
    mock.method("RemoveWatch", "u")
    return mock


@pytest.fixture
def mutter(desk: Desk, start: Start) -> Iterator[Mock]:
    mock = service(desk, start)
    yield mock
    mock.close()


def fire(mutter: Mock, number: int) -> None:
    mutter.emit("WatchFired", "u", ("u", number))


def test_it_tells_of_going_coming_back_and_going_again(
    mutter: Mock, bus: Bus, qtbot: QtBot
) -> None:
    idle = GnomeIdle(bus, SystemClock())
    qtbot.waitUntil(lambda: idle.works().here)
    told, other = Told(idle, 60), Told(idle, 300)
    qtbot.waitUntil(lambda: mutter.calls("AddIdleWatch") == [[60_000], [300_000]])
    fire(mutter, 1)
    qtbot.waitUntil(lambda: told == ["idle"])
    assert told.ago == 60
    assert (idle.seconds() or 0) >= 60
    qtbot.waitUntil(lambda: mutter.calls("AddUserActiveWatch") == [[]])
    fire(mutter, 3)
    qtbot.waitUntil(lambda: told == ["idle", "back"])
    fire(mutter, 1)
    qtbot.waitUntil(lambda: told == ["idle", "back", "idle"])
    assert other == []
    idle.close()


def test_what_it_asked_for_it_takes_back(mutter: Mock, bus: Bus, qtbot: QtBot) -> None:
    idle = GnomeIdle(bus, SystemClock())
    qtbot.waitUntil(lambda: idle.works().here)
    told = Told(idle, 5)
    qtbot.waitUntil(lambda: bool(mutter.calls("AddIdleWatch")))
    told.watch.stop()
    qtbot.waitUntil(lambda: mutter.calls("RemoveWatch") == [[1]])
    fire(mutter, 1)
    other = Told(idle, 6)
    qtbot.waitUntil(lambda: len(mutter.calls("AddIdleWatch")) == 2)
    fire(mutter, 2)
    qtbot.waitUntil(lambda: other == ["idle"])
    assert told == []
    idle.close()


def test_it_begins_again_when_the_service_returns(
    desk: Desk, start: Start, bus: Bus, qtbot: QtBot
) -> None:
    idle = GnomeIdle(bus, SystemClock())
    told = Told(idle, 60)
    assert not idle.works().here
    first = service(desk, start)
    qtbot.waitUntil(lambda: idle.works().here)
    qtbot.waitUntil(lambda: first.calls("AddIdleWatch") == [[60_000]])
    fire(first, 1)
    qtbot.waitUntil(lambda: told == ["idle"])
    desk.end(first.process)
    first.close()
    qtbot.waitUntil(lambda: told == ["idle", "back"])
    assert not idle.works().here
    second = service(desk, start)
    qtbot.waitUntil(lambda: idle.works().here)
    qtbot.waitUntil(lambda: second.calls("AddIdleWatch") == [[60_000]])
    second.close()
    idle.close()
