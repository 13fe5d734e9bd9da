"""Real windows made full screen under a real window manager; Wayland's way by made-up GNOME."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.full_screen import (
    FullScreen,
    NoFullScreen,
    WaylandFullScreen,
    X11FullScreen,
    find_full_screen,
)
from tests.desk import Desk, Process
from tests.system.conftest import Start
from tests.system.mocks import Mock
from tests.system.test_inhibitors import gnome, held_by

__all__ = ["gnome"]


def ask(adapter: FullScreen, qtbot: QtBot) -> bool | None:
    answers: list[bool | None] = []
    adapter.ask(answers.append)
    assert answers == [], "never before ask has returned"
    qtbot.waitUntil(lambda: bool(answers), timeout=3000)
    assert len(answers) == 1
    return answers[0]


SLIDES = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.setWindowTitle(sys.argv[1])
window.resize(300, 200)
window.show()
app.exec()
"""


@pytest.fixture
def slides(screen: Desk, start: Start) -> tuple[Process, int]:
    process = start(sys.executable, "-c", SLIDES, "slides")
    return process, screen.window("^slides$")


def make_full(desk: Desk, window: int, how: str) -> None:
    """Ask the window manager, as a pager would: 1 for on, 0 for off."""
    desk.run("xdotool", "windowactivate", "--sync", str(window))
    desk.run(sys.executable, "-c", ASK_MANAGER, str(window), how)


# A client message to the root window, by the X protocol that the adapter's connection speaks.
ASK_MANAGER = """
import struct, sys
from desktop.system.full_screen import _atom
from desktop.system.x11 import XConnection
x = XConnection()
window, how = int(sys.argv[1]), int(sys.argv[2])
state, full = _atom(x, "_NET_WM_STATE"), _atom(x, "_NET_WM_STATE_FULLSCREEN")
event = struct.pack("=BBHII5I", 33, 32, 0, window, state, how, full, 0, 1, 0)
x.send(25, struct.pack("=II", x.root, 0x180000) + event)
x.ask(43, b"")
x.close()
"""


def test_a_window_that_is_made_full_screen_and_back(
    screen: Desk, slides: tuple[Process, int], bus: Bus, qtbot: QtBot
) -> None:
    adapter = find_full_screen(bus)
    assert isinstance(adapter, X11FullScreen)
    assert adapter.works().here
    assert ask(adapter, qtbot) is False
    make_full(screen, slides[1], "1")
    qtbot.waitUntil(lambda: ask(adapter, qtbot) is True)
    make_full(screen, slides[1], "0")
    qtbot.waitUntil(lambda: ask(adapter, qtbot) is False)


def test_one_behind_the_window_in_use_does_not_count(
    screen: Desk, slides: tuple[Process, int], start: Start, qtbot: QtBot
) -> None:
    make_full(screen, slides[1], "1")
    adapter = X11FullScreen()
    qtbot.waitUntil(lambda: ask(adapter, qtbot) is True)
    start(sys.executable, "-c", SLIDES, "letter")
    letter = screen.window("^letter$")
    screen.run("xdotool", "windowactivate", "--sync", str(letter))
    qtbot.waitUntil(lambda: ask(adapter, qtbot) is False)


def test_our_own_window_does_not_count(
    screen: Desk, slides: tuple[Process, int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_full(screen, slides[1], "1")
    adapter = X11FullScreen()
    qtbot.waitUntil(lambda: ask(adapter, qtbot) is True)
    monkeypatch.setattr(os, "getpid", lambda: slides[0].pid)
    assert ask(adapter, qtbot) is False


def test_when_the_window_ends_so_does_the_full_screen(
    screen: Desk, slides: tuple[Process, int], qtbot: QtBot
) -> None:
    make_full(screen, slides[1], "1")
    adapter = X11FullScreen()
    qtbot.waitUntil(lambda: ask(adapter, qtbot) is True)
    screen.end(slides[0])
    qtbot.waitUntil(lambda: ask(adapter, qtbot) is False)


def test_without_a_server_it_is_not_known(
    bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    adapter = find_full_screen(bus)
    assert ask(adapter, qtbot) is None
    assert not adapter.works().here
    monkeypatch.delenv("DISPLAY")
    assert isinstance(find_full_screen(bus), NoFullScreen)
    assert ask(NoFullScreen(), qtbot) is None
    assert not NoFullScreen().works().here


def test_asking_many_times_leaves_no_connection_behind(screen: Desk, qtbot: QtBot) -> None:
    assert screen.env["DISPLAY"]
    adapter = X11FullScreen()
    ask(adapter, qtbot)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        ask(adapter, qtbot)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_on_wayland_only_what_keeps_the_screen_awake_is_seen(
    gnome: Mock, bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    adapter = find_full_screen(bus)
    assert isinstance(adapter, WaylandFullScreen)
    assert not adapter.works().here
    assert ask(adapter, qtbot) is None, "nobody knows that no window is full screen"
    assert adapter.works().here
    held_by(gnome, ("slides", 8))
    assert ask(adapter, qtbot) is True
