"""How often a system that only answers is asked; the systems themselves are not here to try."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.idle_elsewhere import PolledIdle
from routines.clock import ManualClock
from tests.system.told import Told


class System:
    """A person who touches something now and then."""

    def __init__(self) -> None:
        self.idle: float | None = 0.0

    def __call__(self) -> float | None:
        return self.idle


@pytest.fixture
def system(qtbot: QtBot) -> System:
    assert qtbot is not None
    return System()


def test_it_tells_of_going_and_coming_back(system: System) -> None:
    idle = PolledIdle(ManualClock(), system)
    told = Told(idle, 60)
    for system.idle in (0, 59, 60, 75, 2, 61):
        idle.look()
    assert told == ["idle", "back", "idle"]
    assert told.ago == 61
    idle.close()


def test_it_looks_when_the_next_watch_could_be_due_and_else_once_a_minute(system: System) -> None:
    idle = PolledIdle(ManualClock(), system)
    Told(idle, 60)
    Told(idle, 300)
    waits = []
    for system.idle in (0.0, 20.0, 59.9, 61.0, 250.0, 400.0):
        idle.look()
        waits.append(idle._timer.interval())
    assert waits == [60_000, 40_000, 1_000, 60_000, 50_000, 60_000]
    idle.close()


def test_nobody_who_watches_means_no_looks(system: System) -> None:
    idle = PolledIdle(ManualClock(), system)
    told = Told(idle, 5)
    idle.look()
    assert idle._timer.isActive()
    told.watch.stop()
    assert not idle._timer.isActive()


def test_a_system_that_does_not_answer_is_not_asked_again(system: System) -> None:
    system.idle = None
    idle = PolledIdle(ManualClock(), system)
    told = Told(idle, 5)
    idle._timer.stop()
    idle.look()
    assert not idle._timer.isActive()
    assert not idle.works().here
    assert told == []
