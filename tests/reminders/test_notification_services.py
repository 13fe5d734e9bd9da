"""Notifications shown by the services that people have: dunst and xfce4-notifyd, really running."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.reminders.notification import NotificationShower
from desktop.reminders.showing import Answer, Showing
from desktop.system.bus import Bus, BusName
from tests.desk import BUS_CONFIG, Desk, Process, wait_for
from tests.reminders.manual import POSTURE

USR_LIB = Path("/usr/lib")
OTHER = Showing("other-1", "Other", "Stand up & stretch.", "Start · 2 min")


class Told:
    """A shower with its real timers, and what it said."""

    def __init__(self) -> None:
        self.bus = Bus(BusName.SESSION)
        assert self.bus.open()
        self.shower = NotificationShower(self.bus)
        self.answers: list[tuple[str, Answer, int]] = []
        self.vanished: list[str] = []
        self.shower.answered.connect(lambda *each: self.answers.append(each))
        self.shower.vanished.connect(self.vanished.append)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


@pytest.fixture
def told(desk: Desk, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> Iterator[Told]:
    assert qapp is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.env["DBUS_SESSION_BUS_ADDRESS"])
    told = Told()
    yield told
    told.shower.withdraw()
    told.bus.close()


def start_dunst(desk: Desk, choice: str = "nothing") -> Process:
    """Dunst offers its actions in a menu; ours is a program that chooses by a word."""
    config = desk.folder / "dunstrc"
    config.write_text(f"[global]\ndmenu = /usr/bin/grep -m1 -F {choice}\n", "utf-8")
    return desk.start(["dunst", "-config", config])


def start_xfce(desk: Desk) -> Process:
    desk.start([next(USR_LIB.glob("*/xfce4/xfconf/xfconfd"))])
    return desk.start([next(USR_LIB.glob("*/xfce4/notifyd/xfce4-notifyd"))])


def show(told: Told, qtbot: QtBot, showing: Showing = POSTURE) -> None:
    qtbot.waitUntil(lambda: told.shower.works().here, timeout=20_000)
    told.shower.show(showing)
    qtbot.waitUntil(lambda: bool(told.shower._id), timeout=10_000)


def on_screen(desk: Desk) -> int:
    """How many notifications dunst shows."""
    return int(desk.run("dunstctl", "count", "displayed"))


@pytest.mark.parametrize(
    ("choice", "answer", "minutes"),
    [("Start", Answer.START, 0), ("Later", Answer.LATER, 5), ("Skip", Answer.SKIP, 0)],
)
def test_an_action_of_dunsts_menu_answers(
    desk: Desk, told: Told, qtbot: QtBot, choice: str, answer: Answer, minutes: int
) -> None:
    start_dunst(desk, choice)
    show(told, qtbot)
    wait_for(lambda: on_screen(desk) == 1)
    desk.run("dunstctl", "context")
    qtbot.waitUntil(lambda: bool(told.answers), timeout=10_000)
    assert told.answers == [("posture-1", answer, minutes)]
    wait_for(lambda: on_screen(desk) == 0)


def test_closing_it_in_dunst_is_ignoring_it(desk: Desk, told: Told, qtbot: QtBot) -> None:
    start_dunst(desk)
    show(told, qtbot)
    wait_for(lambda: on_screen(desk) == 1)
    desk.run("dunstctl", "close")
    qtbot.waitUntil(lambda: bool(told.answers), timeout=10_000)
    assert told.answers == [("posture-1", Answer.IGNORED, 0)]


def test_dunst_shows_the_second_in_the_place_of_the_first_and_takes_it_away(
    desk: Desk, told: Told, qtbot: QtBot
) -> None:
    start_dunst(desk)
    show(told, qtbot)
    wait_for(lambda: on_screen(desk) == 1)
    show(told, qtbot, OTHER)
    assert on_screen(desk) == 1
    told.shower.withdraw()
    wait_for(lambda: on_screen(desk) == 0)
    assert told.answers == []


def test_dunst_killed_with_one_open_and_started_again(desk: Desk, told: Told, qtbot: QtBot) -> None:
    dunst = start_dunst(desk)
    show(told, qtbot)
    dunst.kill()
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"], timeout=10_000)
    assert not told.shower.works().here
    start_dunst(desk, "Skip")
    show(told, qtbot, OTHER)
    wait_for(lambda: on_screen(desk) == 1)
    desk.run("dunstctl", "context")
    qtbot.waitUntil(lambda: bool(told.answers), timeout=10_000)
    assert told.answers == [("other-1", Answer.SKIP, 0)]
    assert told.vanished == ["posture-1"]


@pytest.mark.parametrize(
    ("from_right", "answer", "minutes"),
    [(64, Answer.SKIP, 0), (172, Answer.LATER, 5), (280, Answer.START, 0)],
)
def test_a_click_on_a_button_of_xfce_answers(
    desk: Desk, told: Told, qtbot: QtBot, from_right: int, answer: Answer, minutes: int
) -> None:
    start_xfce(desk)
    show(told, qtbot)
    window = wait_for(lambda: windows_of(desk, "[Xx]fce4-notifyd"), what="the notification")[0]
    wait_for(lambda: is_opaque(desk, window), what="the end of its fading in")
    x, y, width, height = geometry(desk, window)
    desk.click(x + width - from_right, y + height - 30)
    qtbot.waitUntil(lambda: bool(told.answers), timeout=10_000)
    assert told.answers == [("posture-1", answer, minutes)]
    wait_for(lambda: not windows_of(desk, "[Xx]fce4-notifyd"), what="the end of it")


def test_xfce_killed_with_one_open(desk: Desk, told: Told, qtbot: QtBot) -> None:
    daemon = start_xfce(desk)
    show(told, qtbot)
    daemon.kill()
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"], timeout=10_000)
    assert told.answers == []


def test_a_service_that_the_bus_can_start_is_started_by_the_first_showing_only(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication, qtbot: QtBot
) -> None:
    assert qapp is not None
    services = desk.folder / "services"
    services.mkdir()
    (services / "dunst.service").write_text(
        "[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/usr/bin/dunst\n", "utf-8"
    )
    socket = desk.folder / "starting-bus"
    config = BUS_CONFIG.format(socket=socket)
    config = re.sub(r"(</auth>)", rf"\1<servicedir>{services}</servicedir>", config)
    (desk.folder / "starting.conf").write_text(config, "utf-8")
    desk.start(["dbus-daemon", f"--config-file={desk.folder}/starting.conf", "--nofork"])
    wait_for(socket.exists)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={socket}")
    desk.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
    told = Told()
    qtbot.waitUntil(lambda: told.shower.works().here, timeout=10_000)
    driver = "org.freedesktop.DBus"
    owned = ["dbus-send", "--session", "--print-reply", f"--dest={driver}", "/"]
    owned += [f"{driver}.NameHasOwner", "string:org.freedesktop.Notifications"]
    assert "boolean false" in desk.run(*owned)
    show(told, qtbot)
    wait_for(lambda: on_screen(desk) == 1)
    told.shower.withdraw()
    wait_for(lambda: on_screen(desk) == 0)
    told.bus.close()


def test_a_bus_that_dies_with_one_open_and_returns(
    desk: Desk, told: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.system.bus.FIRST_RETRY", 100)
    told.bus._retry_in = 100
    start_dunst(desk)
    show(told, qtbot)
    daemon = next(each for each in desk._programs if "dbus-daemon" in each.log.name)
    desk.end(daemon.process)
    qtbot.waitUntil(lambda: told.vanished == ["posture-1"], timeout=10_000)
    assert not told.shower.works().here
    (desk.folder / "bus").unlink(missing_ok=True)
    desk.start(["dbus-daemon", f"--config-file={desk.folder}/bus.conf", "--nofork"])
    wait_for((desk.folder / "bus").exists)
    start_dunst(desk, "Skip")
    show(told, qtbot, OTHER)
    wait_for(lambda: on_screen(desk) == 1)
    desk.run("dunstctl", "context")
    qtbot.waitUntil(lambda: bool(told.answers), timeout=10_000)
    assert told.answers == [("other-1", Answer.SKIP, 0)]


# ----------------------------------------------------------------


def windows_of(desk: Desk, kind: str) -> list[int]:
    """The visible windows of a class of at least the size of a notification."""
    found = desk._call("xdotool", "search", "--onlyvisible", "--class", kind).stdout.split()
    return [int(each) for each in found if geometry(desk, int(each))[2] > 100]


def geometry(desk: Desk, window: int) -> tuple[int, int, int, int]:
    lines = desk._call("xdotool", "getwindowgeometry", "--shell", str(window)).stdout
    values = dict(line.split("=") for line in lines.split())
    return tuple(int(values.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT"))  # type: ignore[return-value]


def is_opaque(desk: Desk, window: int) -> bool:
    """Whether it has come to the opacity that it stays at."""
    said = desk._call("xprop", "-id", str(window), "_NET_WM_WINDOW_OPACITY").stdout
    return bool(said) and "= 0\n" not in said
