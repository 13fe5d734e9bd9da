"""Idle time on Wayland: with a real KWin in a window, and a made-up compositor that misbehaves."""

import shutil
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.idle import find_idle
from desktop.system.idle_gnome import GnomeIdle
from desktop.system.idle_wayland import NOTIFIER, WaylandIdle
from routines.clock import SystemClock
from tests.desk import Desk, DeskError, wait_for
from tests.system.conftest import Start
from tests.system.told import Told

# ---------------------------------------------------------------- KWin


@pytest.fixture
def kwin(desk: Desk, start: Start, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A KWin in a window of the desk, as this process' compositor; real input reaches it."""
    program = shutil.which("kwin_wayland")
    if program is None:
        pytest.skip("needs kwin_wayland (Debian: kwin-wayland)")
    # The installed file asks for a privilege that a container may not give; a copy does not.
    copy = Path(shutil.copy(program, desk.folder))
    run = Path(desk.env["XDG_RUNTIME_DIR"])
    display = desk.env["DISPLAY"]
    server = start(
        copy, "--x11-display", display, "--no-lockscreen", "--no-global-shortcuts",
        "--socket", "wayland-7", "--width", "600", "--height", "400",
    )  # fmt: skip
    wait_for(lambda: (run / "wayland-7").exists() or server.poll() is not None, 20.0, "KWin")
    if server.poll() is not None:
        pytest.skip(f"KWin does not run here: {desk.log(server)[-300:]}")
    wait_for(lambda: window_of(desk), 20.0, "KWin's window")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    return desk


def window_of(desk: Desk) -> int:
    """KWin's window; its name is not where xdotool's search looks for names."""
    for window in desk.windows(".*"):
        with suppress(DeskError):
            if "Wayland Compositor" in desk.run("xdotool", "getwindowname", str(window)):
                return window
    return 0


def touch(desk: Desk) -> None:
    """Move the pointer over KWin's window, and a little further with each call."""
    window = window_of(desk)
    for x in ("100", "120"):
        desk.run("xdotool", "mousemove", "--window", str(window), x, "100")


def test_kwin_tells_of_going_coming_back_and_going_again(
    kwin: Desk, bus: Bus, qtbot: QtBot
) -> None:
    idle = find_idle(bus, SystemClock())
    assert isinstance(idle, WaylandIdle)
    assert idle.works().here
    touch(kwin)
    short, long = Told(idle, 0.3), Told(idle, 1.0)
    qtbot.waitUntil(lambda: short == ["idle"])
    assert long == []
    qtbot.waitUntil(lambda: long == ["idle"])
    assert (idle.seconds() or 0) >= 1.0
    touch(kwin)
    qtbot.waitUntil(lambda: long == ["idle", "back"])
    qtbot.waitUntil(lambda: long == ["idle", "back", "idle"])
    idle.close()


def test_kwin_takes_many_short_watches_one_after_the_other(
    kwin: Desk, bus: Bus, qtbot: QtBot
) -> None:
    """Each pause in typing is a watch of its own; their numbers come back and are used again."""
    assert kwin.folder.exists()
    idle = find_idle(bus, SystemClock())
    assert isinstance(idle, WaylandIdle)
    for _ in range(10):
        told = Told(idle, 0.02)
        qtbot.waitUntil(lambda told=told: told == ["idle"])  # type: ignore[misc]
        told.watch.stop()
    assert idle.works().here
    assert idle._next <= 9
    idle.close()


def test_the_end_of_kwin_is_noticed(kwin: Desk, bus: Bus, qtbot: QtBot) -> None:
    idle = find_idle(bus, SystemClock())
    told = Told(idle, 0.2)
    qtbot.waitUntil(lambda: told == ["idle"])
    kwin.end(kwin._programs[-1].process)
    qtbot.waitUntil(lambda: not idle.works().here)
    assert told == ["idle", "back"], "nobody stays away for ever"
    Told(idle, 0.1).watch.stop()
    idle.close()


# ---------------------------------------------------------------- a made-up one


def event(sender: int, code: int, body: bytes = b"") -> bytes:
    return struct.pack("=II", sender, (8 + len(body)) << 16 | code) + body


def offer(number: int, interface: str, version: int) -> bytes:
    name = interface.encode() + b"\0"
    padded = name + bytes(-len(name) % 4)
    return event(2, 0, struct.pack("=II", number, len(name)) + padded + struct.pack("=I", version))


GOOD = offer(7, "wl_seat", 8) + offer(9, NOTIFIER, 2) + event(3, 0, bytes(4))


class Compositor:
    """Answers the first client with ``greeting``; keeps what it is sent."""

    def __init__(self, place: Path, greeting: bytes) -> None:
        self._greeting = greeting
        self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listening.bind(str(place))
        self._listening.listen()
        self.line: socket.socket | None = None
        self.heard = b""
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            self.line, _ = self._listening.accept()
            self.line.sendall(self._greeting)
            while data := self.line.recv(4096):
                self.heard += data

    def send(self, data: bytes) -> None:
        line = wait_for(lambda: self.line, what="a client")
        assert line is not None
        line.sendall(data)

    def hang_up(self) -> None:
        for each in (self.line, self._listening):
            if each is not None:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
                each.close()
        self._thread.join()


Compose = Callable[[bytes], Compositor]


@pytest.fixture
def compose(own_home: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Compose]:
    """Puts a made-up compositor where programs look for one."""
    assert qtbot is not None
    made: list[Compositor] = []
    place = own_home / "run" / "wayland-3"
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-3")

    def compose(greeting: bytes) -> Compositor:
        made.append(Compositor(place, greeting))
        return made[-1]

    yield compose
    for each in made:
        each.hang_up()


def test_version_two_leaves_out_what_keeps_the_screen_awake(compose: Compose, qtbot: QtBot) -> None:
    server = compose(GOOD)
    idle = WaylandIdle(SystemClock())
    told = Told(idle, 60)
    wanted = event(4, 2, struct.pack("=III", 6, 60_000, 5))
    qtbot.waitUntil(lambda: wanted in server.heard)
    server.send(event(6, 0))
    qtbot.waitUntil(lambda: told == ["idle"])
    assert told.ago == 60
    assert (idle.seconds() or 0) >= 60
    server.send(event(6, 1))
    qtbot.waitUntil(lambda: told == ["idle", "back"])
    assert idle.seconds() is None, "less than a watch is not known"
    idle.close()


@pytest.mark.parametrize(
    "greeting",
    [
        pytest.param(offer(7, "wl_seat", 8) + event(3, 0, bytes(4)), id="another protocol"),
        pytest.param(offer(9, NOTIFIER, 1) + event(3, 0, bytes(4)), id="no seat"),
        pytest.param(event(1, 0, bytes(12)), id="an error"),
        pytest.param(bytes(64), id="garbage"),
        pytest.param(event(2, 0, b"\xff" * 4), id="a message that is too short"),
    ],
)
def test_one_that_does_not_speak_it_leaves_the_way_to_gnome(
    compose: Compose, bus: Bus, greeting: bytes
) -> None:
    compose(greeting)
    idle = find_idle(bus, SystemClock())
    assert isinstance(idle, GnomeIdle)
    assert "ext-idle-notify-v1" in idle.works().how
    idle.close()


def test_one_that_says_nothing_is_not_waited_for(
    compose: Compose, bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.system.idle_wayland.ROUND_TRIP", 0.1)
    compose(b"")
    assert isinstance(find_idle(bus, SystemClock()), GnomeIdle)


def test_nobody_there_is_no_error(bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-99")
    assert isinstance(find_idle(bus, SystemClock()), GnomeIdle)


@pytest.mark.parametrize("nonsense", [bytes(64), event(1, 0, bytes(12)), event(1, 1, b"")])
def test_nonsense_later_on_ends_it_quietly(compose: Compose, qtbot: QtBot, nonsense: bytes) -> None:
    server = compose(GOOD)
    idle = WaylandIdle(SystemClock())
    told = Told(idle, 60)
    server.send(event(6, 0))
    qtbot.waitUntil(lambda: told == ["idle"])
    server.send(nonsense)
    qtbot.waitUntil(lambda: not idle.works().here)
    assert told == ["idle", "back"]
    idle.close()
