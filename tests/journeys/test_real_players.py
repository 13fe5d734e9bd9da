"""The real program and a player of music on one bus: it gives way, if that is wished."""

import json
import sys
from collections.abc import Iterator

import pytest

from desktop.system.players import PATH, PLAYER, PREFIX
from tests.desk import Desk, Process
from tests.system.mocks import Mock

PROGRAM = [sys.executable, "-m", "desktop"]
BECOMES = "self.UpdateProperties('{}', {{'PlaybackStatus': '{}'}})"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


@pytest.fixture
def music(desk: Desk) -> Iterator[Mock]:
    def start(*argv: str, **env: str) -> Process:
        return desk.start(argv, **env)

    mock = Mock(start, desk.env["DBUS_SESSION_BUS_ADDRESS"], PREFIX + "music", PATH, PLAYER)
    mock.property("PlaybackStatus", ("s", "Playing"))
    mock.method("Pause", code=BECOMES.format(PLAYER, "Paused"))
    mock.method("Play", code=BECOMES.format(PLAYER, "Playing"))
    yield mock
    mock.close()


def begin(desk: Desk, *, pause_music: bool) -> Process:
    folder = desk.home / "config" / "unbrace"
    folder.mkdir(parents=True, exist_ok=True)
    settings = {"version": 1, "mute": True, "pause_music": pause_music}
    settings |= {"ask_ratings": False, "safety_seen": True}
    (folder / "settings.json").write_text(json.dumps(settings), "utf-8")
    program = desk.start(PROGRAM)
    desk.run("xdotool", "windowfocus", "--sync", str(desk.window("^Unbrace$")))
    return program


def end(desk: Desk, program: Process) -> None:
    desk.keys("ctrl+q")
    desk.wait_for(lambda: program.poll() is not None, what="its end")
    assert desk.log(program) == ""


def test_music_is_paused_for_a_routine_and_goes_on_after_it_and_at_the_end(
    desk: Desk, music: Mock
) -> None:
    program = begin(desk, pause_music=True)
    assert music.calls("Pause") == []
    desk.keys("Return")
    desk.wait_for(lambda: len(music.calls("Pause")) == 1, what="the pause")
    desk.keys("space", "space")
    assert music.calls("Play") == [], "a pause of the routine is part of it"
    desk.keys("Escape")
    desk.wait_for(lambda: len(music.calls("Play")) == 1, what="the music")
    desk.keys("Escape", "Return")
    desk.wait_for(lambda: len(music.calls("Pause")) == 2, what="the second pause")
    end(desk, program)
    desk.wait_for(lambda: len(music.calls("Play")) == 2, what="the music after the program")
    assert len(music.calls("Pause")) == 2


def test_without_the_wish_music_plays_on(desk: Desk, music: Mock) -> None:
    program = begin(desk, pause_music=False)
    desk.keys("Return")
    end(desk, program)
    kept = json.loads((desk.home / "data" / "unbrace" / "unfinished.json").read_text("utf-8"))
    assert kept["routine"], "it has played"
    assert music.calls("Pause") == []
