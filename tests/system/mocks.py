"""Made-up services on the desk's buses, by Debian's python3-dbusmock, and how to steer them."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desk import wait_for
from tests.system.conftest import Start

PYTHON = "/usr/bin/python3"
"""Debian's: the package belongs to it, not to the environment that runs the tests."""


class Mock:
    """A service with one object. What the code under test calls, it remembers."""

    def __init__(
        self, start: Start, address: str, name: str, path: str, interface: str, *more: str
    ) -> None:
        need_dbusmock()
        self._object = DBusAddress(path, name, "org.freedesktop.DBus.Mock")
        self._interface = interface
        self.line: DBusConnection = open_dbus_connection(address)
        self.process = start(
            PYTHON, "-m", "dbusmock", "--session", *(more or (name, path, interface)),
            DBUS_SESSION_BUS_ADDRESS=address,
        )  # fmt: skip
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        wait_for(lambda: self._call(bus, "NameHasOwner", "s", (name,))[0], what=f"{name}")

    def close(self) -> None:
        self.line.close()

    def method(self, name: str, takes: str = "", gives: str = "", code: str = "") -> None:
        """Let it answer a call; ``code`` sets ``ret`` and sees ``args``."""
        self.mock("AddMethod", "sssss", (self._interface, name, takes, gives, code))

    def property(self, name: str, value: tuple[str, Any]) -> None:
        """``value`` is a signature and what it stands for."""
        self.mock("AddProperty", "ssv", (self._interface, name, value))

    def change(self, name: str, value: tuple[str, Any]) -> None:
        """Change a property, and say so to who listens."""
        self.mock("UpdateProperties", "sa{sv}", (self._interface, {name: value}))

    def emit(self, name: str, signature: str, *values: tuple[str, Any]) -> None:
        self.mock("EmitSignal", "sssav", (self._interface, name, signature, list(values)))

    def calls(self, name: str) -> list[list[Any]]:
        """The arguments of each call of the method so far."""
        (found,) = self.mock("GetMethodCalls", "s", (name,))
        return [[value for _kind, value in arguments] for _when, arguments in found]

    def mock(self, name: str, signature: str, body: tuple[Any, ...]) -> tuple[Any, ...]:
        """One of dbusmock's own methods."""
        return self._call(self._object, name, signature, body)

    def at(self, path: str, interface: str) -> "Mock":
        """Another object of the same service."""
        other = Mock.__new__(Mock)
        other.__dict__.update(self.__dict__)
        other._object = DBusAddress(path, self._object.bus_name, "org.freedesktop.DBus.Mock")
        other._interface = interface
        return other

    def call(
        self, name: str, signature: str | None = None, body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """A method of the service itself."""
        return self._call(self._object.with_interface(self._interface), name, signature, body)

    def _call(
        self, address: DBusAddress, name: str, signature: str | None, body: tuple[Any, ...]
    ) -> tuple[Any, ...]:
        message = new_method_call(address, name, signature, body)
        reply = self.line.send_and_get_reply(message, timeout=10)
        assert reply.header.message_type is not MessageType.error, (name, reply.body)
        found: tuple[Any, ...] = reply.body
        return found


def need_dbusmock() -> None:
    """Skip a test where Debian's dbusmock is not installed."""
    there = (
        Path(PYTHON).exists()
        and not subprocess.run(
            [PYTHON, "-c", "import dbusmock"], capture_output=True, check=False
        ).returncode
    )
    if not there:
        pytest.skip("needs dbusmock (Debian: python3-dbusmock)")


def need(program: str, package: str) -> str:
    """The program's place, or a skip that names the package."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"needs {program} (Debian: {package})")
    return found
