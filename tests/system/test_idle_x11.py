"""Idle time on a real X server, with a pointer that really moves."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.idle import NoIdle, find_idle
from desktop.system.idle_x11 import X11Idle
from routines.clock import SystemClock
from tests.desk import Desk
from tests.system.told import Told


def touch(desk: Desk) -> None:
    desk.run("xdotool", "mousemove", "10", "10", "mousemove", "20", "20")


@pytest.fixture
def idle(screen: Desk) -> Iterator[X11Idle]:
    touch(screen)
    idle = X11Idle(SystemClock())
    yield idle
    idle.close()


def test_it_tells_of_going_and_coming_back_and_going_again(
    idle: X11Idle, screen: Desk, qtbot: QtBot
) -> None:
    told = Told(idle, 0.4)
    qtbot.waitUntil(lambda: told == ["idle"])
    assert 0.4 <= told.ago < 2
    touch(screen)
    qtbot.waitUntil(lambda: told[:2] == ["idle", "back"])
    qtbot.waitUntil(lambda: told == ["idle", "back", "idle"])


def test_two_watches_go_each_at_its_own_time(idle: X11Idle, screen: Desk, qtbot: QtBot) -> None:
    long, short = Told(idle, 1.2), Told(idle, 0.3)
    qtbot.waitUntil(lambda: short == ["idle"])
    assert long == []
    qtbot.waitUntil(lambda: long == ["idle"])
    assert short == ["idle"]
    touch(screen)
    qtbot.waitUntil(lambda: long == ["idle", "back"])
    assert short[:2] == ["idle", "back"]


def test_a_watch_that_begins_while_nobody_is_there_is_told_at_once(
    idle: X11Idle, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: (idle.seconds() or 0) > 0.6)
    late = Told(idle, 0.5)
    qtbot.waitUntil(lambda: late == ["idle"], timeout=300)
    assert late.ago > 0.6


def test_moving_before_the_time_keeps_it_silent(idle: X11Idle, screen: Desk, qtbot: QtBot) -> None:
    told, short = Told(idle, 1.0), Told(idle, 0.25)
    for count in range(1, 4):
        qtbot.waitUntil(lambda count=count: short.count("idle") == count)  # type: ignore[misc]
        touch(screen)
    assert told == []


def test_a_stopped_watch_says_nothing_more(idle: X11Idle, qtbot: QtBot) -> None:
    stopped, other = Told(idle, 0.3), Told(idle, 0.5)
    stopped.watch.stop()
    stopped.watch.stop()
    qtbot.waitUntil(lambda: other == ["idle"])
    assert stopped == []


def test_a_watch_may_be_stopped_from_within_what_it_tells(idle: X11Idle, qtbot: QtBot) -> None:
    told: list[str] = []

    def went(_ago: float) -> None:
        told.append("idle")
        watch.stop()

    watch = idle.watch(0.2, went)
    other = Told(idle, 0.6)
    qtbot.waitUntil(lambda: other == ["idle"])
    assert told == ["idle"]


def test_seconds_start_again_with_a_touch(idle: X11Idle, screen: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: (idle.seconds() or 0) > 0.3)
    touch(screen)
    seconds = idle.seconds()
    assert seconds is not None
    assert seconds < 0.3


def test_asking_for_the_seconds_loses_no_event(idle: X11Idle, qtbot: QtBot) -> None:
    """The answer to a question may bring events along, which Qt does not see on the socket."""
    told = Told(idle, 0.3)
    while (idle.seconds() or 0) < 0.4:
        pass  # Qt is kept from hearing; the alarm comes in with one of the answers
    assert told == []
    qtbot.waitUntil(lambda: told == ["idle"], timeout=1000)


def test_it_survives_the_end_of_the_server(
    monkeypatch: pytest.MonkeyPatch, bus: Bus, qtbot: QtBot
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with Desk() as desk:
        monkeypatch.setenv("DISPLAY", desk.env["DISPLAY"])
        idle = find_idle(bus, SystemClock())
        assert isinstance(idle, X11Idle)
        assert idle.works().here
        told = Told(idle, 0.2)
        qtbot.waitUntil(lambda: told == ["idle"])
    qtbot.waitUntil(lambda: not idle.works().here)
    assert told == ["idle", "back"], "nobody stays away for ever"
    assert idle.seconds() is None
    Told(idle, 0.1).watch.stop()
    idle.close()


def test_without_a_server_it_says_so(monkeypatch: pytest.MonkeyPatch, bus: Bus) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    idle = find_idle(bus, SystemClock())
    assert isinstance(idle, NoIdle)
    assert not idle.works().here
    assert idle.works().how
    assert idle.seconds() is None
