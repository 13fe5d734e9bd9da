"""Keeping the screen awake: by a made-up service, and by a real X server's screen saver."""

import struct
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.keep_awake import (
    OUR_NAME,
    SCREEN_SAVER,
    SERVICE,
    LinuxKeepAwake,
    NoKeepAwake,
    find_keep_awake,
)
from desktop.system.x11 import XConnection
from tests.desk import Desk
from tests.system.conftest import Start
from tests.system.mocks import Mock

TICKETS = "self.last = getattr(self, 'last', 0) + 1; ret = dbus.UInt32(self.last)"


def service(desk: Desk, start: Start, code: str = TICKETS) -> Mock:
    address = desk.env["DBUS_SESSION_BUS_ADDRESS"]
    mock = Mock(start, address, SERVICE, SCREEN_SAVER.object_path, SERVICE)
    mock.method("Inhibit", "ss", "u", code)
    mock.method("UnInhibit", "u")
    return mock


@pytest.fixture
def saver(desk: Desk, start: Start) -> Iterator[Mock]:
    mock = service(desk, start)
    yield mock
    mock.close()


# ---------------------------------------------------------------- the service


def test_the_service_is_asked_and_told_when_it_is_over(saver: Mock, bus: Bus, qtbot: QtBot) -> None:
    awake = LinuxKeepAwake(bus)
    qtbot.waitUntil(lambda: awake.works().here)
    awake.keep("Morning yoga")
    awake.keep("Morning yoga")
    qtbot.waitUntil(lambda: awake.is_kept)
    assert saver.calls("Inhibit") == [[OUR_NAME, "Morning yoga"]]
    awake.let_go()
    awake.let_go()
    qtbot.waitUntil(lambda: saver.calls("UnInhibit") == [[1]])
    assert not awake.is_kept


def test_letting_go_before_the_answer_leaves_nothing_behind(
    saver: Mock, bus: Bus, qtbot: QtBot
) -> None:
    awake = LinuxKeepAwake(bus)
    qtbot.waitUntil(lambda: awake.works().here)
    awake.keep("one")
    awake.let_go()
    awake.keep("two")
    qtbot.waitUntil(lambda: saver.calls("UnInhibit") == [[1]])
    qtbot.waitUntil(lambda: awake.is_kept)
    awake.let_go()
    qtbot.waitUntil(lambda: saver.calls("UnInhibit") == [[1], [2]])


def test_a_service_that_comes_back_is_asked_again(
    desk: Desk, start: Start, bus: Bus, qtbot: QtBot
) -> None:
    awake = LinuxKeepAwake(bus)
    awake.keep("yoga")
    first = service(desk, start)
    qtbot.waitUntil(lambda: len(first.calls("Inhibit")) == 1)
    qtbot.waitUntil(lambda: awake.is_kept)
    desk.end(first.process)
    first.close()
    qtbot.waitUntil(lambda: not awake.is_kept)
    second = service(desk, start)
    qtbot.waitUntil(lambda: len(second.calls("Inhibit")) == 1)
    qtbot.waitUntil(lambda: awake.is_kept)
    awake.let_go()
    qtbot.waitUntil(lambda: second.calls("UnInhibit") == [[1]])
    second.close()


# ---------------------------------------------------------------- the X server


ASK_INFO = 1


def is_dark(screen: XConnection) -> bool:
    """Whether the server's screen saver is on now."""
    saver = screen.extension("MIT-SCREEN-SAVER")
    assert saver is not None
    state: int = screen.ask(ASK_INFO, struct.pack("=I", screen.root), saver)[1]
    assert state in (0, 1), "off or on, not disabled"
    return state == 1


def idle_seconds(screen: XConnection) -> float:
    saver = screen.extension("MIT-SCREEN-SAVER")
    reply = screen.ask(ASK_INFO, struct.pack("=I", screen.root), saver)
    return float(struct.unpack_from("=I", reply, 16)[0]) / 1000


@pytest.fixture
def saving(screen: Desk, qtbot: QtBot) -> Iterator[XConnection]:
    """A screen that goes dark after a second, and has done so once."""
    connection = XConnection()
    screen.run("xset", "s", "1", "1")
    qtbot.waitUntil(lambda: is_dark(connection))
    screen.run("xdotool", "mousemove", "1", "1", "mousemove", "9", "9")
    qtbot.waitUntil(lambda: not is_dark(connection))
    yield connection
    screen.run("xset", "s", "off")
    connection.close()


def test_without_a_service_the_x_server_waits(saving: XConnection, bus: Bus, qtbot: QtBot) -> None:
    awake = LinuxKeepAwake(bus)
    assert "X server" in awake.works().how
    awake.keep("yoga")
    qtbot.waitUntil(lambda: awake.is_kept)
    qtbot.waitUntil(lambda: idle_seconds(saving) > 1.8)
    assert not is_dark(saving)
    awake.let_go()
    qtbot.waitUntil(lambda: is_dark(saving))


def test_a_service_that_refuses_leaves_it_to_the_x_server(
    desk: Desk, start: Start, saving: XConnection, bus: Bus, qtbot: QtBot
) -> None:
    refusing = service(desk, start, "raise dbus.exceptions.DBusException('no', name='a.b.No')")
    awake = LinuxKeepAwake(bus)
    qtbot.waitUntil(lambda: "desktop" in awake.works().how)
    awake.keep("yoga")
    qtbot.waitUntil(lambda: awake.is_kept)
    qtbot.waitUntil(lambda: idle_seconds(saving) > 1.8)
    assert not is_dark(saving)
    awake.let_go()
    qtbot.waitUntil(lambda: is_dark(saving))
    refusing.close()


PLAYER = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.system.bus import Bus, BusName
from desktop.system.keep_awake import LinuxKeepAwake
app = QCoreApplication([])
bus = Bus(BusName.SESSION)
bus.open()
awake = LinuxKeepAwake(bus)
awake.keep("yoga")
QTimer.singleShot(300, lambda: print("kept" if awake.is_kept else "not", flush=True))
app.exec()
"""


def test_a_killed_program_leaves_nothing_behind(
    desk: Desk, saving: XConnection, start: Start, qtbot: QtBot
) -> None:
    player = start(sys.executable, "-c", PLAYER)
    qtbot.waitUntil(lambda: "kept" in desk.log(player))
    qtbot.waitUntil(lambda: idle_seconds(saving) > 1.8)
    assert not is_dark(saving)
    player.kill()
    qtbot.waitUntil(lambda: is_dark(saving))


def test_where_nothing_can_be_kept_it_says_so(bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    awake = find_keep_awake(bus)
    awake.keep("yoga")
    assert not awake.is_kept
    assert "org.freedesktop.ScreenSaver" in awake.works().how
    awake.let_go()
    none = NoKeepAwake()
    none.keep("yoga")
    none.let_go()
    assert not none.works().here


def test_an_x_server_inside_of_wayland_is_not_asked(
    screen: Desk, bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen.env["DISPLAY"]
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    awake = LinuxKeepAwake(bus)
    awake.keep("yoga")
    assert not awake.is_kept
    assert not awake.works().here
