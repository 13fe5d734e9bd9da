"""The icon in panels that people have: trayer (the old kind) and Xfce's (StatusNotifier)."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus, BusName
from tests.desk import Desk, DeskError, Process, wait_for
from tests.tray.panels import FakeWatcher, Menu, icon_place
from tests.tray.tray_program import NAMES

ROOT = Path(__file__).parents[2]
USR_LIB = Path("/usr/lib")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


@pytest.fixture
def bus(desk: Desk, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> Iterator[Bus]:
    assert qapp is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.env["DBUS_SESSION_BUS_ADDRESS"])
    bus = Bus(BusName.SESSION)
    assert bus.open()
    yield bus
    bus.close()


def start_tray(desk: Desk, state: str = "full") -> Process:
    command = [sys.executable, "-m", "tests.tray.tray_program", state]
    return desk.start(command, PYTHONPATH=str(ROOT))


def start_trayer(desk: Desk) -> Process:
    return desk.start(["trayer", "--edge", "bottom", "--height", "32"])


def start_xfce(desk: Desk) -> Process:
    """Xfce's panel; its settings come from a daemon that stays."""
    if not any("xfconfd" in program.log.name for program in desk._programs):
        desk.start([next(USR_LIB.glob("*/xfce4/xfconf/xfconfd"))])
    return desk.start(["xfce4-panel", "--disable-wm-check"])


def says(desk: Desk, tray: Process, *lines: str) -> None:
    """Waits until the last that the program has said are these lines."""
    last = list(lines)
    try:
        wait_for(lambda: desk.log(tray).splitlines()[-len(last) :] == last, 20, repr(last))
    except DeskError as error:
        error.add_note(desk.log(tray))
        raise


def seen(desk: Desk, folder: Path) -> tuple[int, int]:
    """The icon's place, once it is there and the panel has laid itself out around it."""
    places: list[tuple[int, int] | None] = [None]

    def rests() -> bool:
        places.append(icon_place(desk, folder))
        return places[-1] is not None and len(set(places[-3:])) == 1

    wait_for(rests, 20, "the icon in the panel")
    assert places[-1] is not None
    return places[-1]


def unseen(desk: Desk, folder: Path) -> None:
    wait_for(lambda: icon_place(desk, folder) is None, 20, "the end of the icon")


# ---------------------------------------------------------------- the old kind


def test_trayer_shows_the_icon_and_a_click_opens_the_window(desk: Desk, tmp_path: Path) -> None:
    start_trayer(desk)
    tray = start_tray(desk)
    says(desk, tray, "available True")
    desk.click(*seen(desk, tmp_path))
    says(desk, tray, "open")


def test_the_menu_in_trayer_is_used_by_keys(desk: Desk, tmp_path: Path) -> None:
    start_trayer(desk)
    tray = start_tray(desk)
    says(desk, tray, "available True")
    x, y = seen(desk, tmp_path)
    for aside, keys, line in (
        # Apart, since two clicks at one place are a double click.
        (0, ("Down", "Return"), "start before-a-call"),
        (-8, ("Down", "Down", "Right", "Down", "Return"), "start box"),
        (8, ("Down", "Down", "Down", "Return"), "rate"),
        (0, (*["Down"] * 4, "Right", "Down", "Down", "Return"), "pause TOMORROW"),
    ):
        desk.run("xdotool", "mousemove", str(x + aside), str(y), "click", "3")
        wait_for(lambda: menus(desk), what="the menu")
        desk.keys(*keys)
        says(desk, tray, line)
        wait_for(lambda: not menus(desk), what="the end of the menu")


def test_it_comes_when_trayer_comes_and_returns_when_that_does(desk: Desk, tmp_path: Path) -> None:
    tray = start_tray(desk)
    first = start_trayer(desk)
    says(desk, tray, "available True")
    seen(desk, tmp_path)
    first.kill()
    says(desk, tray, "available True", "available False")
    unseen(desk, tmp_path)
    start_trayer(desk)
    says(desk, tray, "available True", "available False", "available True")
    seen(desk, tmp_path)


# ---------------------------------------------------------------- StatusNotifier


def test_xfces_panel_shows_the_icon_and_its_menu_works(
    desk: Desk, bus: Bus, qtbot: QtBot, tmp_path: Path
) -> None:
    start_xfce(desk)
    tray = start_tray(desk)
    says(desk, tray, "available True")
    desk.click(*seen(desk, tmp_path))
    says(desk, tray, "open")
    menu = Menu(bus, qtbot)
    texts = menu.texts()
    assert {"Posture at 10:40", "Breathe before a call", "Rock _& breathe", "Quit"} <= set(texts)
    menu.choose("Rock _& breathe")
    says(desk, tray, "start box")
    menu.choose("For an hour")
    says(desk, tray, "pause HOUR")
    menu.choose("Quit")
    says(desk, tray, "quit")
    unseen(desk, tmp_path)


def test_a_panel_shows_names_with_underlines_and_ampersands_as_they_are(
    desk: Desk, bus: Bus, qtbot: QtBot
) -> None:
    start_xfce(desk)
    tray = start_tray(desk, "names")
    says(desk, tray, "available True")
    labels = Menu(bus, qtbot).texts()
    read = dict(map(read_label, labels))
    assert set(NAMES) <= set(read)
    assert {read[name] for name in NAMES} <= {"", "&"}, "no letter becomes a key"


def read_label(label: str) -> tuple[str, str]:
    """The text that a panel shows, and its key: the letter behind the first single underline."""
    text, key, at = "", "", 0
    while at < len(label):
        marked = label[at] == "_" and at + 1 < len(label)
        at += marked
        if marked and label[at] != "_":
            key = key or label[at]
        text += label[at]
        at += 1
    return text, key


def test_the_menu_is_another_when_the_state_is(desk: Desk, bus: Bus, qtbot: QtBot) -> None:
    start_xfce(desk)
    tray = start_tray(desk, "paused")
    says(desk, tray, "available True")
    menu = Menu(bus, qtbot)
    assert "Paused until 14:00" in menu.texts()
    menu.choose("Resume reminders")
    qtbot.waitUntil(lambda: "Posture at 10:40" in menu.texts())
    assert "Resume reminders" not in menu.texts()
    menu.choose("Breathe before a call")
    says(desk, tray, "start before-a-call")


def test_xfces_panel_killed_and_started_again(
    desk: Desk, bus: Bus, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = start_xfce(desk)
    tray = start_tray(desk)
    says(desk, tray, "available True")
    seen(desk, tmp_path)
    # All of it at once: asked to end, it may start its parts anew while it goes.
    os.killpg(panel.pid, signal.SIGKILL)
    panel.wait()
    says(desk, tray, "available True", "available False")
    unseen(desk, tmp_path)
    start_xfce(desk)
    says(desk, tray, "available True", "available False", "available True")
    seen(desk, tmp_path)
    menu = Menu(bus, qtbot)
    assert len(menu.items()) == 1, "and only one icon"
    menu.choose("Breathe before a call")
    says(desk, tray, "start before-a-call")


def test_it_comes_when_xfces_panel_comes_later(
    desk: Desk, bus: Bus, qtbot: QtBot, tmp_path: Path
) -> None:
    tray = start_tray(desk)
    first = start_trayer(desk)
    says(desk, tray, "available True")
    desk.end(first)
    says(desk, tray, "available True", "available False")
    start_xfce(desk)
    says(desk, tray, "available True", "available False", "available True")
    seen(desk, tmp_path)
    Menu(bus, qtbot).activate()
    says(desk, tray, "open")


@pytest.mark.usefixtures("bus")
def test_a_watcher_without_a_panel_is_no_tray(desk: Desk, qtbot: QtBot) -> None:
    watcher = FakeWatcher(has_host=False)
    tray = start_tray(desk)
    qtbot.waitUntil(lambda: bool(watcher.items), timeout=20_000)
    assert desk.log(tray) == ""
    watcher.set_host(True)
    qtbot.waitUntil(lambda: "available True" in desk.log(tray), timeout=10_000)
    watcher.set_host(False)
    qtbot.waitUntil(lambda: "available False" in desk.log(tray), timeout=10_000)
    watcher.die()


# ----------------------------------------------------------------


def menus(desk: Desk) -> list[str]:
    """The open menus of our program: larger than its icon."""
    found = desk._call("xdotool", "search", "--onlyvisible", "--class", "^Unbrace$").stdout.split()
    said = {each: desk._call("xdotool", "getwindowgeometry", "--shell", each) for each in found}
    heights = {each: re.search(r"HEIGHT=(\d+)", done.stdout) for each, done in said.items()}
    return [each for each, height in heights.items() if height and int(height[1]) > 50]
