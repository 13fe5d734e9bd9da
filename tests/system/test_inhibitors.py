"""Who keeps the screen awake: the desktops' services, made up, and Xfce's real settings."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.inhibitors import (
    KDE_AGENT,
    LOGIND,
    SESSION_MANAGER,
    DesktopInhibitors,
    Inhibitors,
    NoInhibitors,
    find_inhibitors,
)
from desktop.system.keep_awake import OUR_NAME
from tests.desk import Desk, wait_for
from tests.system.conftest import Start
from tests.system.mocks import Mock, need


def ask(adapter: Inhibitors, qtbot: QtBot) -> bool | None:
    answers: list[bool | None] = []
    adapter.ask(answers.append)
    assert answers == [], "never before ask has returned"
    qtbot.waitUntil(lambda: bool(answers), timeout=3000)
    assert len(answers) == 1
    return answers[0]


# ---------------------------------------------------------------- GNOME


@pytest.fixture
def gnome(desk: Desk, start: Start) -> Iterator[Mock]:
    address = desk.env["DBUS_SESSION_BUS_ADDRESS"]
    name = SESSION_MANAGER.bus_name
    mock = Mock(start, address, name, SESSION_MANAGER.object_path, name)
    mock.property("InhibitedActions", ("u", 0))
    yield mock
    mock.close()


def held_by(gnome: Mock, *holders: tuple[str, int]) -> None:
    """Let these programs hold these flags."""
    everything, paths = 0, []
    for number, (name, flags) in enumerate(holders):
        everything |= flags
        paths.append(f"/org/gnome/SessionManager/Inhibitor{number}")
        interface = "org.gnome.SessionManager.Inhibitor"
        methods = [
            ("GetAppId", "", "s", f"ret = {name!r}"),
            ("GetFlags", "", "u", f"ret = dbus.UInt32({flags})"),
        ]
        gnome.mock("AddObject", "ssa{sv}a(ssss)", (paths[-1], interface, {}, methods))
    gnome.method("GetInhibitors", "", "ao", f"ret = dbus.Array({paths!r}, signature='o')")
    gnome.change("InhibitedActions", ("u", everything))


def test_gnome_with_nobody_is_a_no(gnome: Mock, bus: Bus, qtbot: QtBot) -> None:
    assert gnome.process.poll() is None
    adapter = DesktopInhibitors(bus)
    assert ask(adapter, qtbot) is False
    assert "GNOME" in adapter.works().how
    assert adapter.works().here


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        ([("org.gnome.Totem", 8)], True),
        ([(OUR_NAME, 8)], False),
        ([(OUR_NAME, 8), ("slides", 12)], True),
        ([("music", 4), (OUR_NAME, 8)], False),
        ([("music", 4)], False),
    ],
)
def test_gnomes_holders_count_but_for_ours_and_for_music(
    gnome: Mock, bus: Bus, qtbot: QtBot, holders: list[tuple[str, int]], expected: bool
) -> None:
    held_by(gnome, *holders)
    assert ask(DesktopInhibitors(bus), qtbot) is expected


def test_one_that_has_just_gone_does_not_count(gnome: Mock, bus: Bus, qtbot: QtBot) -> None:
    gnome.method("GetInhibitors", "", "ao", "ret = dbus.Array(['/gone'], signature='o')")
    gnome.change("InhibitedActions", ("u", 8))
    assert not ask(DesktopInhibitors(bus), qtbot)


# ---------------------------------------------------------------- KDE, Xfce, logind


@pytest.mark.parametrize(
    ("kept", "holders", "expected"),
    [
        (False, [], False),
        (True, [("vlc", "Playing")], True),
        (True, [(OUR_NAME, "Morning yoga")], False),
        (True, [(OUR_NAME, "Morning yoga"), ("okular", "Slides")], True),
        (False, [("firefox", "Playing audio")], False),
    ],
)
def test_kdes_holders_count_but_for_ours_and_for_music(
    start: Start, bus: Bus, qtbot: QtBot, kept: bool, holders: list[object], expected: bool
) -> None:
    address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    name = KDE_AGENT.bus_name
    mock = Mock(start, address, name, KDE_AGENT.object_path, name)
    mock.method("HasInhibition", "u", "b", f"ret = {kept} and args[0] == 4")
    mock.method("ListInhibitions", "", "a(ss)", f"ret = dbus.Array({holders!r}, signature='(ss)')")
    adapter = DesktopInhibitors(bus)
    assert ask(adapter, qtbot) is expected
    assert "KDE" in adapter.works().how
    mock.close()


def test_xfces_presentation_mode(desk: Desk, start: Start, bus: Bus, qtbot: QtBot) -> None:
    need("xfconf-query", "xfconf")
    start(*sorted(Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd"))[:1])
    place = ("-c", "xfce4-power-manager", "-p", "/xfce4-power-manager/presentation-mode")
    for word, expected in (("true", True), ("false", False)):
        command = ("xfconf-query", *place, "-n", "-t", "bool", "-s", word)
        wait_for(lambda command=command: desk._call(*command).returncode == 0)  # type: ignore[misc]
        assert ask(DesktopInhibitors(bus), qtbot) is expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (("idle", "slides", "Talk", "block"), True),
        (("sleep:idle", "slides", "Talk", "block"), True),
        (("sleep:shutdown", "music", "Playing", "block"), False),
        (("idle", "slides", "Talk", "delay"), False),
        (("idle", OUR_NAME, "Yoga", "block"), False),
    ],
)
def test_logind_counts_what_is_about_being_idle(
    start: Start, bus: Bus, system_bus: Bus, qtbot: QtBot, entry: tuple[str, ...], expected: bool
) -> None:
    address = os.environ["DBUS_SYSTEM_BUS_ADDRESS"]
    mock = Mock(start, address, LOGIND.bus_name, LOGIND.object_path, LOGIND.interface)
    code = f"ret = dbus.Array([{(*entry, 1000, 77)!r}], signature='(ssssuu)')"
    mock.method("ListInhibitors", "", "a(ssssuu)", code)
    adapter = find_inhibitors(bus, system_bus)
    assert ask(adapter, qtbot) is expected
    assert "logind" in adapter.works().how
    mock.close()


# ---------------------------------------------------------------- nobody


def test_without_any_of_them_it_is_not_known(bus: Bus, qtbot: QtBot) -> None:
    for adapter in (DesktopInhibitors(bus), NoInhibitors()):
        assert ask(adapter, qtbot) is None
        assert not adapter.works().here


def test_a_service_that_hangs_is_not_waited_for(gnome: Mock, bus: Bus, qtbot: QtBot) -> None:
    gnome.process.send_signal(19)
    assert ask(DesktopInhibitors(bus), qtbot) is None
    gnome.process.send_signal(18)
