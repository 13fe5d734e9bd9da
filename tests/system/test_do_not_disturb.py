"""Do-not-disturb: a real dunst, Xfce's and GNOME's real settings, and a made-up Plasma."""

import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.do_not_disturb import (
    KDE,
    DesktopDoNotDisturb,
    DoNotDisturb,
    NoDoNotDisturb,
    find_do_not_disturb,
)
from tests.desk import Desk, wait_for
from tests.system.conftest import Start
from tests.system.mocks import Mock, need


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)


def ask(adapter: DoNotDisturb, qtbot: QtBot) -> bool | None:
    answers: list[bool | None] = []
    adapter.ask(answers.append)
    assert answers == [], "never before ask has returned"
    qtbot.waitUntil(lambda: bool(answers), timeout=3000)
    assert len(answers) == 1
    return answers[0]


def test_dunst_is_paused_and_goes_on(desk: Desk, start: Start, bus: Bus, qtbot: QtBot) -> None:
    need("dunstctl", "dunst")
    start(need("dunst", "dunst"))
    wait_for(lambda: desk._call("dunstctl", "is-paused").returncode == 0, what="dunst")
    adapter = DesktopDoNotDisturb(bus)
    for word, expected in (("true", True), ("false", False)):
        desk.run("dunstctl", "set-paused", word)
        assert ask(adapter, qtbot) is expected
        assert "dunst" in adapter.works().how
        assert adapter.works().here


def test_xfces_switch(desk: Desk, start: Start, bus: Bus, qtbot: QtBot) -> None:
    need("xfconf-query", "xfconf")
    daemons = sorted(Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd"))
    daemon = start(*daemons[:1])
    adapter = DesktopDoNotDisturb(bus)
    switch = ("xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb")
    for word, expected in (("true", True), ("false", False)):
        wait_for(lambda word=word: set_to(desk, *switch, "-n", "-t", "bool", "-s", word))  # type: ignore[misc]
        assert ask(adapter, qtbot) is expected
        assert "Xfce" in adapter.works().how
    desk.end(daemon)
    assert ask(adapter, qtbot) is None


def set_to(desk: Desk, *command: str) -> bool:
    return desk._call(*command).returncode == 0


def test_gnomes_switch(bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    gsettings = need("gsettings", "libglib2.0-bin")
    monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    adapter = DesktopDoNotDisturb(bus)
    switch = (gsettings, "set", "org.gnome.desktop.notifications", "show-banners")
    for word, expected in (("false", True), ("true", False)):
        if subprocess.run([*switch, word], check=False).returncode:
            pytest.skip("needs GNOME's schemas (Debian: gsettings-desktop-schemas)")
        assert ask(adapter, qtbot) is expected
        assert "GNOME" in adapter.works().how


def test_on_another_desktop_gnomes_switch_means_nothing(
    bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "XFCE")
    adapter = DesktopDoNotDisturb(bus)
    assert ask(adapter, qtbot) is None
    assert not adapter.works().here


@pytest.mark.parametrize("script", ["sleep 60", "echo perhaps", "exit 3"])
def test_a_gsettings_that_hangs_or_fails_is_not_known(
    bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    program = tmp_path / "gsettings"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    assert ask(DesktopDoNotDisturb(bus), qtbot) is None


def plasma(desk: Desk, start: Start) -> Mock:
    address = desk.env["DBUS_SESSION_BUS_ADDRESS"]
    return Mock(start, address, KDE.bus_name, KDE.object_path, KDE.interface)


def test_plasmas_switch(desk: Desk, start: Start, bus: Bus, qtbot: QtBot) -> None:
    mock = plasma(desk, start)
    adapter = DesktopDoNotDisturb(bus)
    mock.property("Inhibited", ("b", True))
    assert ask(adapter, qtbot) is True
    mock.change("Inhibited", ("b", False))
    assert ask(adapter, qtbot) is False
    assert adapter.works().how.startswith("KDE")
    mock.close()


def test_an_answer_of_another_kind_is_not_known(
    desk: Desk, start: Start, bus: Bus, qtbot: QtBot
) -> None:
    mock = plasma(desk, start)
    mock.property("Inhibited", ("s", "yes"))
    assert ask(DesktopDoNotDisturb(bus), qtbot) is None
    mock.close()


def test_a_service_that_hangs_does_not_hold_up_the_others(
    desk: Desk, start: Start, bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    monkeypatch.setattr(
        DesktopDoNotDisturb, "_ask_gsettings", lambda _self, _switch, answered: answered(True)
    )
    mock = plasma(desk, start)
    mock.process.send_signal(19)
    assert ask(DesktopDoNotDisturb(bus), qtbot) is True
    mock.process.send_signal(18)
    mock.close()


def test_a_bus_that_dies_meanwhile_is_an_answer(bus: Bus, qtbot: QtBot) -> None:
    adapter = DesktopDoNotDisturb(bus)
    answers: list[bool | None] = []
    adapter.ask(answers.append)
    bus.close()
    qtbot.waitUntil(lambda: answers == [None])
    assert ask(adapter, qtbot) is None


def test_where_nobody_knows_it_says_so(bus: Bus, qtbot: QtBot) -> None:
    assert find_do_not_disturb(bus).works().how
    nobody = NoDoNotDisturb()
    assert ask(nobody, qtbot) is None
    assert not nobody.works().here
