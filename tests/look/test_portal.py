"""The desktop's wishes, as a settings portal on a real message bus tells them."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from desktop.look.appearance import Scheme, SystemWish
from desktop.look.colors import DARK, HIGH_DARK, LIGHT
from desktop.look.portal import (
    ADDRESS,
    APPEARANCE,
    GNOME,
    GNOME_ACCESS,
    PORTAL,
    SETTINGS,
    Portal,
    wish_of,
)
from desktop.look.theme import Theme
from desktop.look.tokens import STILL
from desktop.system.bus import Bus, BusName
from tests.desk import Desk, Process
from tests.system.mocks import Mock


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        ({}, SystemWish()),
        ({(APPEARANCE, "color-scheme"): 0}, SystemWish()),
        ({(APPEARANCE, "color-scheme"): 1}, SystemWish(Scheme.DARK)),
        ({(APPEARANCE, "color-scheme"): 2}, SystemWish(Scheme.LIGHT)),
        ({(APPEARANCE, "color-scheme"): [7]}, SystemWish()),
        ({(APPEARANCE, "contrast"): 1}, SystemWish(high_contrast=True)),
        ({(GNOME_ACCESS, "high-contrast"): True}, SystemWish(high_contrast=True)),
        ({(APPEARANCE, "reduced-motion"): 1}, SystemWish(reduced_motion=True)),
        ({(GNOME, "enable-animations"): False}, SystemWish(reduced_motion=True)),
        ({(GNOME, "enable-animations"): True, (APPEARANCE, "contrast"): 0}, SystemWish()),
    ],
)
def test_what_a_portal_tells_is_a_wish(told: dict[tuple[str, str], object], wish: object) -> None:
    assert wish_of(told) == wish


@pytest.fixture
def mock(desk: Desk, start: Callable[..., Process]) -> Iterator[Mock]:
    path = ADDRESS.object_path
    mock = Mock(start, desk.env["DBUS_SESSION_BUS_ADDRESS"], PORTAL, path, SETTINGS)
    yield mock
    mock.close()


def tell_all(mock: Mock, values: str) -> None:
    mock.method("ReadAll", "as", "a{sa{sv}}", f"ret = {{'{APPEARANCE}': {values}}}")


def tell(mock: Mock, space: str, key: str, kind: str, value: object) -> None:
    mock.emit("SettingChanged", "ssv", ("s", space), ("s", key), ("v", (kind, value)))


def test_what_the_portal_says_at_the_start_is_worn(
    mock: Mock, bus: Bus, theme: Theme, qtbot: QtBot
) -> None:
    tell_all(mock, "{'color-scheme': dbus.UInt32(1), 'contrast': dbus.UInt32(1)}")
    portal = Portal(bus)
    theme.listen_to(portal)
    qtbot.waitUntil(lambda: theme.colors is HIGH_DARK, timeout=3000)
    assert portal.wish == SystemWish(Scheme.DARK, high_contrast=True)


def test_a_change_is_heard_and_not_asked_for(
    mock: Mock, bus: Bus, theme: Theme, qtbot: QtBot
) -> None:
    tell_all(mock, "{'color-scheme': dbus.UInt32(2)}")
    portal = Portal(bus)
    theme.listen_to(portal)
    qtbot.waitUntil(lambda: portal.wish.scheme is Scheme.LIGHT, timeout=3000)
    assert theme.colors is LIGHT
    tell(mock, APPEARANCE, "color-scheme", "u", 1)
    qtbot.waitUntil(lambda: theme.colors is DARK, timeout=3000)
    tell(mock, APPEARANCE, "reduced-motion", "u", 1)
    qtbot.waitUntil(lambda: theme.motion is STILL, timeout=3000)
    tell(mock, APPEARANCE, "contrast", "u", 1)
    qtbot.waitUntil(lambda: theme.colors is HIGH_DARK, timeout=3000)
    assert len(mock.calls("ReadAll")) == 1


def test_of_other_settings_nothing_is_heard(
    mock: Mock, bus: Bus, theme: Theme, qtbot: QtBot
) -> None:
    portal = Portal(bus)
    theme.listen_to(portal)
    changes: list[SystemWish] = []
    portal.changed.connect(lambda: changes.append(portal.wish))
    tell(mock, "org.example", "contrast", "u", 1)
    tell(mock, APPEARANCE, "accent-color", "u", 1)
    tell(mock, APPEARANCE, "contrast", "u", 1)
    qtbot.waitUntil(lambda: bool(changes), timeout=3000)
    assert changes == [SystemWish(high_contrast=True)]


def test_a_portal_that_comes_later_is_asked_then(
    bus: Bus, desk: Desk, start: Callable[..., Process], qtbot: QtBot
) -> None:
    portal = Portal(bus)
    answers: list[str] = []
    bus.watch_owner(PORTAL, lambda owned: answers.append("here" if owned else "gone"))
    qtbot.waitUntil(lambda: answers == ["gone"], timeout=3000)
    path = ADDRESS.object_path
    mock = Mock(start, desk.env["DBUS_SESSION_BUS_ADDRESS"], PORTAL, path, SETTINGS)
    with closing(mock):
        tell_all(mock, "{'contrast': dbus.UInt32(1)}")
        qtbot.waitUntil(lambda: portal.wish.high_contrast, timeout=3000)


def test_without_a_bus_nothing_is_wished(theme: Theme) -> None:
    portal = Portal(Bus(BusName.SESSION))
    theme.listen_to(portal)
    assert portal.wish == SystemWish()
    assert theme.colors is LIGHT
