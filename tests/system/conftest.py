"""Real servers for the adapters under test: a screen, both message buses, and fakes on them.

A desk lasts for a file of tests; what a single test starts on it, that test ends.
"""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.system.bus import Bus, BusName
from tests.desk import BUS_CONFIG, Desk, Process, wait_for

Start = Callable[..., Process]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker for a file, as its tests share a desk, and some share the computer's clock."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


@pytest.fixture
def start(desk: Desk) -> Iterator[Start]:
    """Starts a program on the desk, and ends it with the test."""
    started: list[Process] = []

    def start(*argv: str | Path, **env: str) -> Process:
        started.append(desk.start(argv, **env))
        return started[-1]

    yield start
    for process in reversed(started):
        desk.end(process)


@pytest.fixture
def screen(desk: Desk, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> Desk:
    """The desk, as the display of this process too (Qt itself stays off screen)."""
    assert qapp is not None
    monkeypatch.setenv("DISPLAY", desk.env["DISPLAY"])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return desk


@pytest.fixture
def bus(desk: Desk, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> Iterator[Bus]:
    """A connection of our own to the desk's session bus."""
    assert qapp is not None
    address = desk.env["DBUS_SESSION_BUS_ADDRESS"]
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    bus = Bus(BusName.SESSION)
    assert bus.open()
    yield bus
    bus.close()


@pytest.fixture
def system_daemon(desk: Desk) -> Iterator[Process]:
    """A second bus on the desk, which takes the place of the system's."""
    daemon = start_bus(desk, bus_path(desk.env["DBUS_SYSTEM_BUS_ADDRESS"]))
    yield daemon
    desk.end(daemon)


@pytest.fixture
def system_bus(
    desk: Desk, system_daemon: Process, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication
) -> Iterator[Bus]:
    """A connection of our own to the desk's system bus."""
    assert qapp is not None
    assert system_daemon.poll() is None
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", desk.env["DBUS_SYSTEM_BUS_ADDRESS"])
    bus = Bus(BusName.SYSTEM)
    assert bus.open()
    yield bus
    bus.close()


def start_bus(desk: Desk, place: Path) -> Process:
    """A bus of one's own at ``place``; one that died may be started again."""
    place.unlink(missing_ok=True)
    config = place.with_suffix(".conf")
    config.write_text(BUS_CONFIG.format(socket=place), "utf-8")
    daemon = desk.start(["dbus-daemon", f"--config-file={config}", "--nofork"])
    wait_for(lambda: _listens(place), what=f"a bus at {place}")
    return daemon


def _listens(path: Path) -> bool:
    """The socket's file is there a moment before anybody listens on it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        return line.connect_ex(str(path)) == 0


def bus_path(address: str) -> Path:
    """Where the socket of a bus with this address lies."""
    return Path(address.removeprefix("unix:path="))
