"""Players that give way to a routine: made-up ones on a real bus, that answer as real ones do."""

import os
import signal
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.bus import Bus
from desktop.system.players import (
    PATH,
    PLAYER,
    PREFIX,
    DesktopPlayers,
    NoPlayers,
    Players,
    find_players,
)
from tests.desk import Desk
from tests.system.conftest import Start
from tests.system.mocks import Mock

BECOMES = "self.UpdateProperties('{}', {{'PlaybackStatus': '{}'}})"
Begin = Callable[..., Mock]


@pytest.fixture
def begin(desk: Desk, start: Start) -> Iterator[Begin]:
    """Starts a player with this name, that plays or is as is said."""
    begun: list[Mock] = []

    def begin(name: str, status: str = "Playing") -> Mock:
        address = desk.env["DBUS_SESSION_BUS_ADDRESS"]
        mock = Mock(start, address, PREFIX + name, PATH, PLAYER)
        mock.property("PlaybackStatus", ("s", status))
        mock.method("Pause", code=BECOMES.format(PLAYER, "Paused"))
        mock.method("Play", code=BECOMES.format(PLAYER, "Playing"))
        begun.append(mock)
        return mock

    yield begin
    for mock in begun:
        mock.close()


@pytest.fixture
def players(bus: Bus) -> Players:
    return DesktopPlayers(bus)


def is_told_of(bus: Bus, mock: Mock, qtbot: QtBot) -> None:
    """What a player has said until now has come to us."""
    answers: list[object] = []
    from desktop.system.asking import ask_property  # noqa: PLC0415

    ask_property(bus, mock._object.with_interface(PLAYER), "PlaybackStatus", answers.append)
    qtbot.waitUntil(lambda: bool(answers))


def paused(players: Players, qtbot: QtBot, *mocks: Mock) -> None:
    """A routine has begun, and these have given way."""
    players.pause()
    qtbot.waitUntil(lambda: all(len(each.calls("Pause")) == 1 for each in mocks))


def test_what_plays_is_paused_and_goes_on_afterwards(
    begin: Begin, players: Players, qtbot: QtBot
) -> None:
    music, film = begin("music"), begin("film.instance77")
    paused(players, qtbot, music, film)
    players.pause()
    players.go_on()
    qtbot.waitUntil(lambda: all(len(each.calls("Play")) == 1 for each in (music, film)))
    players.go_on()
    assert all(len(each.calls("Pause")) == 1 for each in (music, film))


def test_what_the_person_had_paused_stays_so(
    begin: Begin, players: Players, bus: Bus, qtbot: QtBot
) -> None:
    playing = begin("music")
    silent = [begin("radio", "Paused"), begin("film", "Stopped")]
    paused(players, qtbot, playing)
    players.go_on()
    qtbot.waitUntil(lambda: len(playing.calls("Play")) == 1)
    for each in silent:
        is_told_of(bus, each, qtbot)
        assert each.calls("Pause") == each.calls("Play") == []


@pytest.mark.parametrize("then", [["Playing"], ["Playing", "Paused"], ["Stopped"]])
def test_what_the_person_touches_meanwhile_is_theirs(
    begin: Begin, players: Players, bus: Bus, qtbot: QtBot, then: list[str]
) -> None:
    music = begin("music")
    paused(players, qtbot, music)
    for status in then:
        music.change("PlaybackStatus", ("s", status))
    is_told_of(bus, music, qtbot)
    players.pause()  # the routine goes on after a pause of its own
    players.go_on()
    is_told_of(bus, music, qtbot)
    is_told_of(bus, music, qtbot)
    assert music.calls("Play") == []
    assert len(music.calls("Pause")) == 1


def test_a_new_title_is_no_touch(begin: Begin, players: Players, bus: Bus, qtbot: QtBot) -> None:
    music = begin("music")
    music.property("Rate", ("d", 1.0))
    paused(players, qtbot, music)
    music.change("Rate", ("d", 2.0))
    music.change("PlaybackStatus", ("s", "Paused"))
    is_told_of(bus, music, qtbot)
    players.go_on()
    qtbot.waitUntil(lambda: len(music.calls("Play")) == 1)


def test_one_that_vanishes_and_returns_is_left_alone(
    desk: Desk, begin: Begin, players: Players, bus: Bus, qtbot: QtBot
) -> None:
    music, other = begin("music"), begin("other")
    paused(players, qtbot, music, other)
    desk.end(music.process)
    again = begin("music", "Paused")
    players.go_on()
    qtbot.waitUntil(lambda: len(other.calls("Play")) == 1)
    is_told_of(bus, again, qtbot)
    assert again.calls("Play") == []


def test_one_that_hangs_holds_up_nobody(begin: Begin, players: Players, qtbot: QtBot) -> None:
    stuck, music = begin("stuck"), begin("music")
    os.kill(stuck.process.pid, signal.SIGSTOP)
    try:
        paused(players, qtbot, music)
        players.go_on()
        qtbot.waitUntil(lambda: len(music.calls("Play")) == 1)
    finally:
        os.kill(stuck.process.pid, signal.SIGCONT)


def test_a_routine_that_ends_at_once_pauses_nobody(
    begin: Begin, players: Players, bus: Bus, qtbot: QtBot
) -> None:
    music = begin("music")
    players.pause()
    players.go_on()
    for _ in range(3):
        is_told_of(bus, music, qtbot)
    assert music.calls("Pause") == []


def test_a_mirror_of_another_player_is_not_asked(
    begin: Begin, players: Players, bus: Bus, qtbot: QtBot
) -> None:
    mirror, music = begin("playerctld"), begin("music")
    paused(players, qtbot, music)
    is_told_of(bus, mirror, qtbot)
    assert mirror.calls("Pause") == []


def test_one_that_never_says_that_it_has_paused_is_asked(
    begin: Begin, players: Players, qtbot: QtBot
) -> None:
    music = begin("music")
    silently = "self.props['{}']['PlaybackStatus'] = 'Paused'"
    music.method("Pause", code=silently.format(PLAYER))
    paused(players, qtbot, music)
    players.go_on()
    qtbot.waitUntil(lambda: len(music.calls("Play")) == 1)


def test_at_the_programs_end_music_goes_on_without_an_answer(
    begin: Begin, players: Players, bus: Bus, qtbot: QtBot
) -> None:
    music = begin("music")
    paused(players, qtbot, music)
    is_told_of(bus, music, qtbot)
    players.go_on()
    bus.close()
    qtbot.waitUntil(lambda: len(music.calls("Play")) == 1)


def test_nothing_is_listened_to_after_it(
    begin: Begin, players: Players, bus: Bus, qtbot: QtBot
) -> None:
    music = begin("music")
    before = len(bus._listeners)
    paused(players, qtbot, music)
    assert len(bus._listeners) > before
    players.go_on()
    assert len(bus._listeners) == before


def test_without_a_bus_it_says_so_and_leaves_them_alone(bus: Bus, qtbot: QtBot) -> None:
    adapter = find_players(bus)
    assert adapter.works().here
    bus.close()
    for each in (adapter, NoPlayers()):
        each.pause()
        each.go_on()
        assert not each.works().here
    qtbot.wait(1)
