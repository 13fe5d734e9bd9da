"""What really comes out of the loudspeaker, recorded from a real sound server.

These wait for real time, as a loudspeaker plays in no other.
"""

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from math import inf
from pathlib import Path

import numpy as np
import pytest

from desktop.sound.messages import (
    Alive,
    AskAlive,
    AskDevices,
    Begin,
    Clear,
    Devices,
    Heard,
    Piece,
    Trouble,
    TryBell,
    What,
)
from desktop.sound.model import Bell, Event, Ring, Say, Swell, Wishes
from desktop.sound.process.bells import Bells
from desktop.sound.process.pcm import RATE, Pcm
from desktop.sound.process.voices.espeak import Espeak
from routines.model import Cycles, Phase, PhaseName, Unit
from routines.phases import ease, moment_at
from tests.desk import wait_for
from tests.sound.server import CLOCK, Child, Recording, SoundServer
from tests.sound.test_bells import centroid
from tests.system.mocks import need

LOUD = Wishes(bells=1.0, swell=1.0, voice_volume=1.0, engine="espeak-ng")
BREATH = Cycles(
    Unit.BREATH,
    1,
    (Phase(PhaseName.IN, 3.0), Phase(PhaseName.HOLD, 1.0), Phase(PhaseName.OUT, 4.0)),
)
RINGS = (
    Ring(1.0, Bell.BEGIN),
    Ring(3.0, Bell.NEXT),
    Ring(4.5, Bell.TICK),
    Ring(5.0, Bell.TICK),
    Ring(5.5, Bell.END),
)
SWELL = Swell(9.5, BREATH.phases, BREATH.count, is_breath=True)
SENTENCE = Say(20.0, "Raise both arms", inf)
SCORE: tuple[Event, ...] = (*RINGS, SWELL, SENTENCE)
QUIET = [(0.2, 0.9), (18.7, 19.9), (23.0, 24.0)]
"""Seconds of the score in which nothing sounds."""


@pytest.fixture
def server() -> Iterator[SoundServer]:
    # A short path, as a socket's may not be longer than about 100 characters.
    with tempfile.TemporaryDirectory(prefix="sound-") as folder, SoundServer(Path(folder)) as found:
        yield found


Record = Callable[..., Recording]


@pytest.fixture
def child(server: SoundServer) -> Iterator[Child]:
    child = Child(server.env)
    child.tell(Begin(LOUD))
    yield child
    child.end()


@pytest.fixture
def record(server: SoundServer) -> Iterator[Record]:
    running: list[Recording] = []

    def record(sink: str = "first") -> Recording:
        running.append(Recording(server, sink))
        return running[-1]

    yield record
    for each in running:
        each.end()


def wait_until(moment: float) -> None:
    wait_for(lambda: CLOCK.monotonic() > moment, moment - CLOCK.monotonic() + 10.0)


def rms(sound: Pcm) -> float:
    return float(np.sqrt((sound**2).mean()))


def lateness(recording: Recording, start: float, ring: Ring) -> float:
    """How many seconds after its time a bell is found in the recording."""
    bell = Bells().get(ring.bell)[: RATE // 4]
    around = recording.between(start + ring.at - 0.25, start + ring.at + 0.5)
    return float(np.argmax(np.correlate(around, bell, "valid"))) / RATE - 0.25


def is_heard(recording: Recording, since: float) -> bool:
    return rms(recording.between(since, since + 0.4)) > 0.01


def test_a_short_routine_comes_out_as_it_was_planned(child: Child, record: Record) -> None:
    need("espeak-ng", "espeak-ng")
    recording = record()
    start = CLOCK.monotonic() + 1.0
    child.tell(Piece(1, SCORE, start))
    wait_until(start + 24.5)
    whole = recording.between(start, start + 24.0)
    late = [lateness(recording, start, ring) for ring in RINGS]
    assert abs(float(np.median(late))) < 0.06
    assert max(late) - min(late) < 0.04

    begin, end = (recording.between(start + at, start + at + 1.0) for at in (1.0, 5.5))
    assert centroid(end) > 1.25 * centroid(begin)

    tenths = recording.between(start + SWELL.at, start + SWELL.at + SWELL.seconds)
    heard = np.sqrt((tenths.reshape(-1, RATE // 10) ** 2).mean(axis=1))
    moments = [moment_at(BREATH, (each + 0.5) / 10) for each in range(len(heard))]
    moving = (PhaseName.IN, PhaseName.OUT)
    planned = [each.extent(ease) if each.phase.name in moving else 0.0 for each in moments]
    # Noise is uneven within a tenth of a second.
    smooth = np.array([np.convolve(each, np.ones(3) / 3, "same") for each in (heard, planned)])
    assert np.corrcoef(smooth)[0, 1] > 0.95

    assert rms(recording.between(start + 20.1, start + 20.9)) > 0.03
    assert [each.text for each in child.heard(What.VOICE)] == [SENTENCE.text]
    assert np.abs(whole).max() < 0.99
    assert np.abs(np.diff(whole[: 19 * RATE])).max() < 0.12
    for first, last in QUIET:
        assert np.abs(recording.between(start + first, start + last)).max() < 0.001


def test_clear_is_silence_at_once(child: Child, record: Record) -> None:
    recording = record()
    start = CLOCK.monotonic() + 1.0
    child.tell(Piece(1, (Ring(0.0, Bell.CLOSE), Ring(2.5, Bell.END), SWELL), start))
    wait_until(start + 1.5)
    cleared = CLOCK.monotonic()
    child.tell(Clear())
    wait_until(start + 4.0)
    assert is_heard(recording, start + 0.5)
    assert rms(recording.between(cleared + 0.25, start + 3.9)) < 0.0005
    around = recording.between(cleared - 0.1, cleared + 0.3)
    assert np.abs(np.diff(around)).max() < 0.05


def test_a_server_that_ends_and_comes_back_is_played_on_again_and_told_once(
    child: Child, record: Record, server: SoundServer
) -> None:
    start = CLOCK.monotonic() + 0.5
    rings = tuple(Ring(float(each), Bell.NEXT) for each in range(60))
    child.tell(Piece(1, rings, start))
    child.wait(lambda news: isinstance(news, Heard))
    server.end()
    child.wait(lambda news: news in child.troubles())
    server.begin()
    recording = record()
    again = CLOCK.monotonic() + 1.0
    wait_for(lambda: len([each for each in child.heard(What.BELL) if each.at > again]) > 2)
    wait_until(again + 3.5)
    assert is_heard(recording, child.heard(What.BELL)[-2].at)
    assert [each.trouble for each in child.troubles()] == [Trouble.NO_OUTPUT]


def test_a_server_that_hangs_holds_nobody_and_is_played_on_again(
    child: Child, record: Record, server: SoundServer
) -> None:
    recording = record()
    start = CLOCK.monotonic() + 0.5
    child.tell(Piece(1, tuple(Ring(float(each), Bell.NEXT) for each in range(60)), start))
    child.wait(lambda news: isinstance(news, Heard))
    assert server.process is not None
    os.kill(server.process.pid, signal.SIGSTOP)
    try:
        for number in range(1, 10):
            asked = CLOCK.monotonic()
            child.tell(AskAlive(number), AskDevices())
            wait_for(partial(child.told.__contains__, Alive(number, is_sounding=True)), 1.0)
            wait_until(asked + 1.0)
    finally:
        os.kill(server.process.pid, signal.SIGCONT)
    again = CLOCK.monotonic() + 1.0
    wait_for(lambda: len([each for each in child.heard(What.BELL) if each.at > again]) > 1)
    wait_until(child.heard(What.BELL)[-1].at + 0.8)
    assert is_heard(recording, child.heard(What.BELL)[-1].at)
    assert [each.trouble for each in child.troubles()] in ([], [Trouble.NO_OUTPUT])


def test_a_chosen_loudspeaker_that_vanishes_gives_way_to_the_usual_one_until_it_is_back(
    child: Child, record: Record, server: SoundServer
) -> None:
    second, first = record("second"), record("first")
    child.tell(AskDevices())
    found = child.wait(lambda news: isinstance(news, Devices))
    assert isinstance(found, Devices)
    assert [each.id for each in found.devices] == ["first", "second"]
    start = CLOCK.monotonic() + 1.0
    child.tell(Begin(Wishes(bells=1.0, device="second")))
    child.tell(Piece(1, tuple(Ring(float(each), Bell.NEXT) for each in range(60)), start))
    wait_until(start + 1.0)
    assert is_heard(second, start + 0.1)
    assert rms(first.between(start, start + 0.5)) == 0.0
    number = next(
        line.split()[0]
        for line in server.call("list", "short", "modules").splitlines()
        if "sink_name=second" in line
    )
    server.call("unload-module", number)
    child.wait(lambda news: news in child.troubles())
    wait_until(CLOCK.monotonic() + 2.5)
    last = child.heard(What.BELL)[-2]
    assert is_heard(first, last.at)
    told = [(each.trouble, each.values) for each in child.troubles()]
    assert told == [(Trouble.OUTPUT_LOST, {"device": "second"})]
    server.call("load-module", "module-null-sink", "sink_name=second", f"rate={RATE}")
    second = record("second")
    wait_until(CLOCK.monotonic() + 8.0)
    assert is_heard(second, child.heard(What.BELL)[-2].at), "it is back, and played on by itself"
    assert len(child.troubles()) == 1


def test_a_server_that_hangs_does_not_hold_the_voice(
    server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("espeak-ng", "espeak-ng")
    monkeypatch.setenv("PULSE_SERVER", server.env["PULSE_SERVER"])
    assert server.process is not None
    os.kill(server.process.pid, signal.SIGSTOP)
    try:
        assert len(Espeak().speak(SENTENCE.text, "", 1.0).samples) > 1000
        assert Espeak().voices()
    finally:
        os.kill(server.process.pid, signal.SIGCONT)


def test_a_bell_is_tried_at_once(child: Child, record: Record) -> None:
    recording = record()
    child.tell(AskAlive(1))
    child.wait(lambda news: isinstance(news, Alive))
    before = CLOCK.monotonic()
    child.tell(TryBell(Bell.BEGIN))
    heard = child.wait(lambda news: isinstance(news, Heard))
    assert isinstance(heard, Heard)
    assert heard.at - before < 0.3
    wait_until(heard.at + 1.0)
    assert is_heard(recording, heard.at)
