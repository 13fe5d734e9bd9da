"""Sleep and lock, as logind and the screen savers' services tell of them (made up by dbusmock)."""

import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.session import BusSession, NoSession, Session
from tests.desk import Desk, Process
from tests.system.conftest import Start, bus_path, start_bus
from tests.system.mocks import Mock

MANAGER = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager")


class Heard(list[str]):
    """The session's signals, in order."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        for name in ("going_to_sleep", "woke", "locked", "unlocked"):
            getattr(session, name).connect(lambda name=name: self.append(name))


def make_logind(desk: Desk, start: Start) -> Mock:
    address = desk.env["DBUS_SYSTEM_BUS_ADDRESS"]
    mock = Mock(start, address, "org.freedesktop.login1", *MANAGER, "-t", "logind")
    session = ("s1", "seat0", os.getuid(), "me", True)
    mock.mock("AddSession", "ssusb", session)
    mock.method("GetSession", "s", "o", "ret = '/org/freedesktop/login1/session/s1'")
    return mock


def its_session(logind: Mock) -> Mock:
    return logind.at("/org/freedesktop/login1/session/s1", "org.freedesktop.login1.Session")


@pytest.fixture
def logind(desk: Desk, start: Start, system_bus: Bus) -> Iterator[Mock]:
    assert system_bus.is_open
    mock = make_logind(desk, start)
    yield mock
    mock.close()


def make_saver(desk: Desk, start: Start, name: str, *, active: bool) -> Mock:
    path = "/" + name.replace(".", "/")
    mock = Mock(start, desk.env["DBUS_SESSION_BUS_ADDRESS"], name, path, name)
    mock.method("GetActive", "", "b", f"ret = {active}")
    return mock


def test_sleep_and_waking_are_told(logind: Mock, system_bus: Bus, bus: Bus, qtbot: QtBot) -> None:
    session = BusSession(system_bus, bus)
    heard = Heard(session)
    qtbot.waitUntil(lambda: session.works().here)
    logind.emit("PrepareForSleep", "b", ("b", True))
    qtbot.waitUntil(lambda: heard == ["going_to_sleep"])
    logind.emit("PrepareForSleep", "b", ("b", False))
    qtbot.waitUntil(lambda: heard == ["going_to_sleep", "woke"])


def test_a_lock_that_logind_knows_is_told(
    logind: Mock, system_bus: Bus, bus: Bus, qtbot: QtBot
) -> None:
    session = BusSession(system_bus, bus)
    heard = Heard(session)
    qtbot.waitUntil(lambda: "screen lock" in session.works().how)
    for locked in (True, False):
        its_session(logind).call("SetLockedHint", "b", (locked,))
        qtbot.waitUntil(lambda locked=locked: session.is_locked is locked)  # type: ignore[misc]
    assert heard == ["locked", "unlocked"]


def test_a_lock_from_before_the_start_is_known(
    logind: Mock, system_bus: Bus, bus: Bus, qtbot: QtBot
) -> None:
    its_session(logind).call("SetLockedHint", "b", (True,))
    session = BusSession(system_bus, bus)
    qtbot.waitUntil(lambda: session.is_locked)


@pytest.mark.parametrize(
    "name", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver"]
)
def test_a_lock_that_a_screen_saver_knows_is_told(
    desk: Desk, start: Start, system_bus: Bus, bus: Bus, qtbot: QtBot, name: str
) -> None:
    saver = make_saver(desk, start, name, active=False)
    session = BusSession(system_bus, bus)
    heard = Heard(session)
    qtbot.waitUntil(lambda: session.works().here)
    assert "not sleep" in session.works().how
    saver.emit("ActiveChanged", "b", ("b", True))
    qtbot.waitUntil(lambda: heard == ["locked"])
    saver.emit("ActiveChanged", "b", ("b", False))
    qtbot.waitUntil(lambda: heard == ["locked", "unlocked"])
    saver.close()


def test_two_that_tell_the_same_tell_it_once(
    desk: Desk, logind: Mock, start: Start, system_bus: Bus, bus: Bus, qtbot: QtBot
) -> None:
    saver = make_saver(desk, start, "org.gnome.ScreenSaver", active=True)
    session = BusSession(system_bus, bus)
    heard = Heard(session)
    qtbot.waitUntil(lambda: heard == ["locked"])
    its_session(logind).call("SetLockedHint", "b", (True,))
    qtbot.waitUntil(lambda: list(session._lockers.values()) == [True, True])
    saver.emit("ActiveChanged", "b", ("b", False))
    qtbot.waitUntil(lambda: list(session._lockers.values()).count(True) == 1)
    assert heard == ["locked"]
    its_session(logind).call("SetLockedHint", "b", (False,))
    qtbot.waitUntil(lambda: heard == ["locked", "unlocked"])
    saver.close()


def test_a_screen_saver_that_dies_leaves_nothing_locked(
    desk: Desk, start: Start, system_bus: Bus, bus: Bus, qtbot: QtBot
) -> None:
    saver = make_saver(desk, start, "org.gnome.ScreenSaver", active=True)
    session = BusSession(system_bus, bus)
    heard = Heard(session)
    qtbot.waitUntil(lambda: session.is_locked)
    desk.end(saver.process)
    saver.close()
    qtbot.waitUntil(lambda: not session.is_locked)
    assert heard == ["locked", "unlocked"]


def test_a_logind_that_dies_in_sleep_leaves_nobody_asleep(
    desk: Desk, start: Start, system_bus: Bus, bus: Bus, qtbot: QtBot
) -> None:
    logind = make_logind(desk, start)
    session = BusSession(system_bus, bus)
    heard = Heard(session)
    qtbot.waitUntil(lambda: "screen lock" in session.works().how)
    logind.emit("PrepareForSleep", "b", ("b", True))
    qtbot.waitUntil(lambda: heard == ["going_to_sleep"])
    logind.close()
    desk.end(logind.process)
    qtbot.waitUntil(lambda: heard == ["going_to_sleep", "woke"])
    assert not session.works().here


def test_it_goes_on_after_the_bus_died_and_came_back(
    desk: Desk, start: Start, system_bus: Bus, bus: Bus, system_daemon: Process, qtbot: QtBot
) -> None:
    system_bus._retry_in = 50
    logind = make_logind(desk, start)
    session = BusSession(system_bus, bus)
    heard = Heard(session)
    its_session(logind).call("SetLockedHint", "b", (True,))
    qtbot.waitUntil(lambda: heard == ["locked"])
    logind.close()
    desk.end(system_daemon)
    qtbot.waitUntil(lambda: heard == ["locked", "unlocked"])
    second = start_bus(desk, bus_path(desk.env["DBUS_SYSTEM_BUS_ADDRESS"]))
    again = make_logind(desk, start)
    qtbot.waitUntil(lambda: "screen lock" in session.works().how)
    its_session(again).call("SetLockedHint", "b", (True,))
    qtbot.waitUntil(lambda: heard == ["locked", "unlocked", "locked"])
    again.emit("PrepareForSleep", "b", ("b", True))
    qtbot.waitUntil(lambda: heard[-1] == "going_to_sleep")
    again.close()
    desk.end(second)


def test_nonsense_is_not_believed(logind: Mock, system_bus: Bus, bus: Bus, qtbot: QtBot) -> None:
    session = BusSession(system_bus, bus)
    heard = Heard(session)
    qtbot.waitUntil(lambda: "screen lock" in session.works().how)
    logind.emit("PrepareForSleep", "s", ("s", "perhaps"))
    logind.emit("PrepareForSleep", "")
    logind.emit("PrepareForSleep", "b", ("b", True))
    qtbot.waitUntil(lambda: heard == ["going_to_sleep"])


def test_where_nobody_tells_it_says_so(system_bus: Bus, bus: Bus) -> None:
    for session in (BusSession(system_bus, bus), NoSession()):
        assert not session.works().here
        assert "neither" in session.works().how
        assert not session.is_locked
