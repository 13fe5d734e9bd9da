"""What the tests of the tray do with panels: find the icon, and use its menu as a panel does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QSocketNotifier
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus, Reply
from desktop.tray.tray import ADDRESS, WATCHER
from tests.desk import Desk

CLAY = (192, 106, 69)
"""The colour of the icon's dot, as it is on the screen."""

MENU = "com.canonical.dbusmenu"


def icon_place(desk: Desk, folder: Path) -> tuple[int, int] | None:
    """The middle of all that has the colour of the icon's dot, or None when there is none."""
    picture = desk.screenshot(folder / "screen.png")
    only = ["-fuzz", "3%", "-fill", "black", "+opaque", f"rgb{CLAY}", "-fuzz", "0"]
    said = desk.run("convert", str(picture), *only, "-trim", "-format", "%k %w %h %X %Y", "info:")
    colors, width, height, x, y = (int(value) for value in said.split())
    return (x + width // 2, y + height // 2) if colors > 1 else None


class Menu:
    """The icon's menu as a StatusNotifier host sees it, over the bus."""

    def __init__(self, bus: Bus, qtbot: QtBot) -> None:
        self._bus = bus
        self._qtbot = qtbot
        (item,) = self.items()
        name, _, path = item.partition("/")
        self._item = DBusAddress(f"/{path}" if path else "/StatusNotifierItem", bus_name=name)
        properties = Properties(self._item.with_interface("org.kde.StatusNotifierItem"))
        found = self.ask(lambda then: bus.call(properties.get("Menu"), then))
        self._menu = DBusAddress(found[0][1], bus_name=name, interface=MENU)

    def items(self) -> list[str]:
        """The icons that the panel knows."""
        asked = Properties(ADDRESS).get("RegisteredStatusNotifierItems")
        items: list[str] = self.ask(lambda then: self._bus.call(asked, then))[0][1]
        return items

    def ask(self, call: Callable[[Callable[[Reply], None]], None]) -> tuple[Any, ...]:
        replies: list[Reply] = []
        call(replies.append)
        self._qtbot.waitUntil(lambda: bool(replies))
        assert not replies[0].error, replies[0]
        return replies[0].body

    def texts(self) -> dict[str, int]:
        """The lines that are seen, submenus too, with their numbers."""
        body: tuple[int, int, list[str]] = (0, -1, [])
        layout = self.ask(
            lambda then: self._bus.method(self._menu, "GetLayout", "iias", body, then)
        )
        return dict(_lines(layout[1]))

    def choose(self, text: str) -> None:
        body = (self.texts()[text], "clicked", ("i", 0), 0)
        self._bus.method(self._menu, "Event", "isvu", body)

    def activate(self) -> None:
        """What a left click on the icon does."""
        address = self._item.with_interface("org.kde.StatusNotifierItem")
        self._bus.method(address, "Activate", "ii", (5, 5))


def _lines(item: tuple[int, dict[str, Any], list[Any]]) -> list[tuple[str, int]]:
    number, properties, children = item
    label = properties.get("label", ("s", ""))[1]
    found = [(label, number)] if label else []
    for _, child in children:
        found += _lines(child)
    return found


class FakeWatcher:
    """A StatusNotifierWatcher that has a host or not, as the test says."""

    def __init__(self, *, has_host: bool) -> None:
        self.items: list[str] = []
        self._has_host = has_host
        self._line = open_dbus_connection("SESSION")
        self._line.send_and_get_reply(message_bus.RequestName(WATCHER))
        self._notifier = QSocketNotifier(self._line.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._readable)

    def set_host(self, has_host: bool) -> None:
        self._has_host = has_host
        name = "StatusNotifierHostRegistered" if has_host else "StatusNotifierHostUnregistered"
        self._line.send(new_signal(ADDRESS, name))

    def die(self) -> None:
        self._notifier.setEnabled(False)
        self._line.close()

    def _readable(self) -> None:
        self._line.parser.add_data(self._line.sock.recv(1 << 20))
        while (message := self._line.parser.get_next_message()) is not None:
            if message.header.message_type is MessageType.method_call:
                self._take(message)

    def _take(self, message: Message) -> None:
        name = message.header.fields[HeaderFields.member]
        if name == "RegisterStatusNotifierItem":
            self.items.append(message.body[0])
            self._line.send(new_method_return(message))
        elif name == "Get":
            self._line.send(new_method_return(message, "v", (("b", self._has_host),)))
        else:
            self._line.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
