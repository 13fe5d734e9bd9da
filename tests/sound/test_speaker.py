"""The window's side of sound: processes that hang, crash or talk nonsense, and ours."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.sound.lines import news_line
from desktop.sound.messages import Devices, Heard, Piece, Trouble, Unheard, What
from desktop.sound.model import Bell, Ring, Say, Wishes
from desktop.sound.speaker import TWICE_WITHIN, Speaker
from routines.clock import ManualClock, SystemClock

# Answers as the real one does, and writes down what it was told.
GOOD = """
import json, sys
for line in sys.stdin:
    order = json.loads(line)
    open({log!r}, "a").write(order["tell"] + "\\n")
    if order["tell"] == "alive?":
        answer = dict(tell="alive", number=order["number"], is_sounding={sounding})
        print(json.dumps(answer), flush=True)
    if order["tell"] == "quit":
        break
"""
HANGS = "import threading; open({log!r}, 'a').write('hung\\n'); threading.Event().wait()"
CRASHES = "open({log!r}, 'a').write('crashed\\n'); raise SystemExit(3)"
FLOODS = """
import sys
open({log!r}, "a").write("flooded\\n")
while True:
    sys.stdout.buffer.write(b'{{"tell": "heard"}}' * 1000 + b"\\xff\\n" * {lines})
"""
FOLLOWS = Wishes(bells=0.1)

Make = Callable[..., Speaker]


class Scene:
    """Makes speakers with a process of the test's own, and remembers what they told."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.clock = ManualClock()
        self.log = folder / "log"
        self.told: list[Unheard] = []
        self.speakers: list[Speaker] = []
        self.qtbot = qtbot

    def speaker(self, script: str, **values: object) -> Speaker:
        text = script.format(log=str(self.log), **values)
        speaker = Speaker(
            self.clock, command=(sys.executable, "-c", text), patience=0.3, quiet_after=0.2
        )
        speaker.unheard.connect(self.told.append)
        self.speakers.append(speaker)
        return speaker

    def piece(self, number: int = 1) -> Piece:
        return Piece(number, (Ring(0.0, Bell.BEGIN),), self.clock.monotonic())

    def lines(self) -> list[str]:
        return self.log.read_text().split() if self.log.exists() else []

    def wait(self, predicate: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(predicate, timeout=15_000)

    def troubles(self) -> list[Trouble]:
        return [each.trouble for each in self.told]


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    scene = Scene(tmp_path, qtbot)
    yield scene
    for speaker in scene.speakers:
        speaker.end()


def processes(speaker: Speaker) -> list[int]:
    """The ids of the processes that it has, without those that are on their way out."""
    return [] if speaker._process is None else [speaker._process.processId()]


def test_nothing_is_started_before_something_is_to_be_heard(scene: Scene) -> None:
    speaker = scene.speaker(GOOD, sounding=True)
    speaker.wish(FOLLOWS)
    speaker.clear()
    speaker.play(Piece(1, (), scene.clock.monotonic()))
    speaker.wish(Wishes(mute=True))
    speaker.play(scene.piece())
    assert not speaker.is_running


def test_the_process_is_told_the_wishes_first_and_then_what_to_play(scene: Scene) -> None:
    speaker = scene.speaker(GOOD, sounding=True)
    speaker.play(scene.piece())
    speaker.play(scene.piece(2))
    speaker.clear()
    speaker.wish(FOLLOWS)
    scene.wait(lambda: len(scene.lines()) >= 6)
    assert scene.lines() == ["begin", "alive?", "piece", "piece", "clear", "begin"]


TELLS = """
import sys
open({log!r}, "a").write("told\\n")
sys.stdout.buffer.write({line!r})
sys.stdout.flush()
for line in sys.stdin: pass
"""


def test_it_knows_when_a_bell_was_heard_last(scene: Scene) -> None:
    speaker = scene.speaker(TELLS, line=news_line(Heard(What.BELL, "begin", 7.0)))
    heard: list[Heard] = []
    speaker.heard.connect(heard.append)
    assert not speaker.has_rung(Bell.BEGIN, 0.0)
    speaker.play(scene.piece())
    scene.wait(lambda: bool(heard))
    assert speaker.has_rung(Bell.BEGIN, 7.0)
    assert not speaker.has_rung(Bell.BEGIN, 7.1)
    assert not speaker.has_rung(Bell.CLOSE, 0.0)


def test_it_is_ended_after_a_while_of_silence_and_comes_back(scene: Scene) -> None:
    speaker = scene.speaker(GOOD, sounding=False)
    speaker.play(scene.piece())
    scene.clock.advance(20.0)
    scene.wait(lambda: not speaker.is_running)
    scene.wait(lambda: "quit" in scene.lines())
    assert scene.told == []
    speaker.play(scene.piece())
    scene.wait(lambda: scene.lines().count("piece") == 2)


def test_while_something_sounds_it_stays(scene: Scene) -> None:
    speaker = scene.speaker(GOOD, sounding=True)
    speaker.play(scene.piece())
    scene.clock.advance(20.0)
    scene.wait(lambda: "alive?" in scene.lines())
    scene.qtbot.wait(500)  # longer than the silence that would end it
    assert speaker.is_running


def test_one_that_hangs_is_killed_and_started_again_once(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sound.speaker.STARTING", 0.5)
    speaker = scene.speaker(HANGS)
    speaker.play(scene.piece())
    scene.wait(lambda: len(scene.told) == 1)
    assert scene.troubles() == [Trouble.RESTARTED]
    assert len(processes(speaker)) == 1
    scene.wait(lambda: len(scene.told) == 2)
    assert scene.troubles() == [Trouble.RESTARTED, Trouble.SILENT]
    assert not speaker.is_running
    speaker.play(scene.piece(2))
    assert not speaker.is_running, "it is left alone for the rest of the routine"
    speaker.begin_anew()
    speaker.play(scene.piece(3))
    assert speaker.is_running


def test_one_that_is_stopped_while_it_plays_goes_on_as_another(scene: Scene) -> None:
    speaker = scene.speaker(GOOD, sounding=True)
    speaker.play(scene.piece())
    scene.wait(lambda: not speaker._patience.isActive())
    (stopped,) = processes(speaker)
    os.kill(stopped, signal.SIGSTOP)
    speaker._ask_alive()
    scene.wait(lambda: scene.troubles() == [Trouble.RESTARTED])
    scene.wait(lambda: scene.lines().count("piece") == 2)
    assert processes(speaker) != [stopped]
    with pytest.raises(ProcessLookupError):
        os.kill(stopped, 0)


def test_a_second_failure_much_later_is_a_first_one_again(scene: Scene) -> None:
    speaker = scene.speaker(CRASHES)
    scene.told.clear()
    speaker.play(scene.piece())
    # The clock moves on with each failure, so that no two are near each other.
    speaker.unheard.connect(lambda _: scene.clock.advance(TWICE_WITHIN + 1.0))
    scene.wait(lambda: not speaker.is_running)
    assert scene.troubles() == [Trouble.RESTARTED]


@pytest.mark.parametrize(
    ("script", "values"),
    [(CRASHES, {}), (FLOODS, {"lines": 1000}), (FLOODS, {"lines": 0})],
    ids=["crashes", "floods with lines", "floods without end"],
)
def test_one_that_crashes_or_floods_is_tried_twice_and_then_left_alone(
    scene: Scene, script: str, values: dict[str, object]
) -> None:
    speaker = scene.speaker(script, **values)
    speaker.play(scene.piece())
    scene.wait(lambda: len(scene.told) == 2)
    assert scene.troubles() == [Trouble.RESTARTED, Trouble.SILENT]
    assert not speaker.is_running
    assert len(scene.lines()) == 2


def test_a_program_that_is_not_there_is_told(scene: Scene) -> None:
    speaker = Speaker(scene.clock, command=("/nowhere/at-all",))
    speaker.unheard.connect(scene.told.append)
    speaker.play(scene.piece())
    scene.wait(lambda: len(scene.told) == 2)
    assert scene.troubles() == [Trouble.RESTARTED, Trouble.SILENT]


def test_a_process_that_hangs_never_holds_the_window(scene: Scene) -> None:
    speaker = scene.speaker(HANGS)
    score = tuple(Say(float(each), "x" * 5000, 1e6) for each in range(50))
    before = os.times().elapsed
    for number in range(40):  # 10 MB, far more than a pipe holds
        speaker.play(Piece(number, score, scene.clock.monotonic()))
    speaker.clear()
    speaker.close()
    assert os.times().elapsed - before < 1.0


# ---------------------------------------------------------------- our own process


@pytest.fixture
def without_sound(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")


@pytest.mark.usefixtures("without_sound")
def test_without_a_sound_server_our_process_lives_and_says_so_once(qtbot: QtBot) -> None:
    speaker = Speaker(SystemClock())
    told: list[Unheard] = []
    found: list[Devices] = []
    heard: list[Heard] = []
    speaker.unheard.connect(told.append)
    speaker.devices_found.connect(found.append)
    speaker.heard.connect(heard.append)
    score = tuple(Ring(float(each), Bell.NEXT) for each in range(60))
    speaker.play(Piece(1, score, SystemClock().monotonic()))
    qtbot.waitUntil(lambda: bool(told), timeout=15_000)
    speaker.ask_devices()
    qtbot.waitUntil(lambda: bool(found), timeout=15_000)
    speaker._ask_alive()
    qtbot.waitUntil(lambda: not speaker._patience.isActive(), timeout=5_000)
    qtbot.wait(1500)  # some more attempts
    assert [each.trouble for each in told] == [Trouble.NO_OUTPUT]
    assert found == [Devices(())]
    assert [each for each in heard if each.what is What.BELL] == []
    assert speaker.is_running
    process = speaker._process
    speaker.close()
    qtbot.waitUntil(lambda: not isValid(process), timeout=5000)
