"""A theme that is gone when its test is over, and a message bus of one's own for the portal."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.look.theme import Theme
from desktop.system.bus import Bus, BusName
from tests.desk import Desk, Process


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = QFont(qapp.font())
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()
    # At once: until then it would follow every font that is still to come.
    QCoreApplication.sendPostedEvents(theme, QEvent.Type.DeferredDelete)
    qapp.setFont(before)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


@pytest.fixture
def start(desk: Desk) -> Iterator[Callable[..., Process]]:
    """Starts a program on the desk, and ends it with the test."""
    started: list[Process] = []

    def start(*argv: str, **env: str) -> Process:
        started.append(desk.start(argv, **env))
        return started[-1]

    yield start
    for process in reversed(started):
        desk.end(process)


@pytest.fixture
def bus(desk: Desk, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Bus]:
    assert qapp is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.env["DBUS_SESSION_BUS_ADDRESS"])
    bus = Bus(BusName.SESSION)
    assert bus.open()
    yield bus
    bus.close()
