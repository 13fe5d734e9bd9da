"""A call, by real recordings on a real sound server and a real PipeWire; cameras by real files."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.system import call_signs
from desktop.system.calls import Calls, CallState, LinuxCalls, NoCalls, find_calls
from tests.desk import Desk, Process, wait_for
from tests.system.conftest import Start
from tests.system.mocks import need


def ask(calls: Calls, qtbot: QtBot, within: int = 5000) -> CallState:
    answers: list[CallState] = []
    calls.ask(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=within)
    assert len(answers) == 1
    return answers[0]


@pytest.fixture
def calls(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[LinuxCalls]:
    assert qtbot is not None
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    calls = LinuxCalls()
    yield calls
    calls.close()


# ---------------------------------------------------------------- the microphone


@pytest.fixture
def sound(desk: Desk, start: Start, monkeypatch: pytest.MonkeyPatch) -> Process:
    """A sound server with loudspeakers and a microphone that go nowhere, for us and the desk."""
    need("parec", "pulseaudio-utils")
    socket = desk.folder / "pulse"
    server = start(
        need("pulseaudio", "pulseaudio"), "-n", "--daemonize=no", "--exit-idle-time=-1",
        "--use-pid-file=no", "--disable-shm",
        "-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1",
        "-L", "module-null-sink sink_name=loudspeakers",
        "-L", "module-null-sink sink_name=voice",
        "-L", "module-remap-source master=voice.monitor source_name=microphone",
    )  # fmt: skip
    desk.env["PULSE_SERVER"] = f"unix:{socket}"
    monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
    wait_for(lambda: "microphone" in sources(desk), what="the sound server")
    return server


def sources(desk: Desk) -> str:
    return desk._call("pactl", "list", "short", "sources").stdout


def recordings(desk: Desk) -> int:
    """How many programs record; the server's own do not count."""
    found = desk.run("pactl", "list", "source-outputs")
    return found.count("application.name")


def test_a_recording_from_the_microphone_is_a_call(
    desk: Desk, sound: Process, start: Start, calls: LinuxCalls, qtbot: QtBot
) -> None:
    assert sound.poll() is None
    assert ask(calls, qtbot).microphone is False
    recording = start("parec", "-d", "microphone", "--client-name=Meeting", "/dev/null")
    wait_for(lambda: recordings(desk) == 1)
    state = ask(calls, qtbot)
    assert state.microphone is True
    assert state.in_call is True
    assert calls.works().here
    desk.end(recording)
    wait_for(lambda: recordings(desk) == 0)
    assert ask(calls, qtbot).microphone is False


def test_recording_the_loudspeakers_is_none(
    desk: Desk, sound: Process, start: Start, calls: LinuxCalls, qtbot: QtBot
) -> None:
    assert sound.poll() is None
    start("parec", "-d", "loudspeakers.monitor", "/dev/null")
    wait_for(lambda: recordings(desk) == 1)
    assert ask(calls, qtbot).microphone is False


def test_a_hung_sound_server_is_not_waited_for(
    sound: Process, calls: LinuxCalls, qtbot: QtBot
) -> None:
    os.kill(sound.pid, signal.SIGSTOP)
    try:
        state = ask(calls, qtbot, within=3000)
    finally:
        os.kill(sound.pid, signal.SIGCONT)
    assert state.microphone is None
    assert state.camera is not None, "what does not hang is answered all the same"
    assert not calls.works().here
    assert "does not answer" in calls.works().how
    assert ask(calls, qtbot).microphone is False


def test_without_a_sound_server_the_sound_cards_tell(
    calls: LinuxCalls, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    state = ask(calls, qtbot)
    assert state.microphone is call_signs.capturing(Path("/proc/asound"))
    assert "no sound server" in calls.works().how
    assert call_signs.capturing(tmp_path) is None
    status = tmp_path / "card0" / "pcm0c" / "sub0" / "status"
    status.parent.mkdir(parents=True)
    for text, expected in (("closed\n", False), ("state: RUNNING\nowner_pid : 7\n", True)):
        status.write_text(text)
        assert call_signs.capturing(tmp_path) is expected


def stream(**changes: Any) -> SimpleNamespace:
    plain: dict[str, Any] = {
        "source": 1, "corked": False, "client": 5, "resample_method": "copy", "proplist": {},
    }  # fmt: skip
    return SimpleNamespace(**plain | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"source": 2},
        {"corked": True},
        {"client": 0xFFFFFFFF},
        {"resample_method": "peaks"},
        {"proplist": {"application.id": "org.PulseAudio.pavucontrol"}},
    ],
    ids=["loudspeakers", "paused", "the server's own", "a level", "a mixer"],
)
def test_what_only_looks_like_a_call_is_none(changes: dict[str, Any]) -> None:
    assert call_signs.is_microphone(stream(), {2})
    assert not call_signs.is_microphone(stream(**changes), {2})


# ---------------------------------------------------------------- the camera


def test_a_file_that_a_program_holds_is_found_and_one_that_it_let_go_is_not(
    desk: Desk, start: Start, tmp_path: Path
) -> None:
    camera = tmp_path / "video0"
    camera.touch()
    assert str(camera) not in call_signs.opened_files()
    holder = start("sh", "-c", f"exec 7<{camera}; echo open; sleep 60")
    wait_for(lambda: "open" in desk.log(holder))
    assert str(camera) in call_signs.opened_files()
    desk.end(holder)
    assert str(camera) not in call_signs.opened_files()


def test_a_program_that_only_watches_cameras_does_not_count(tmp_path: Path) -> None:
    for number, name in ((1, "wireplumber"), (2, "meeting")):
        process = tmp_path / str(number)
        (process / "fd").mkdir(parents=True)
        (process / "comm").write_text(f"{name}\n")
        (process / "fd" / "3").symlink_to(f"/dev/video{number}")
    assert list(call_signs.opened_files(tmp_path)) == ["/dev/video2"]


# ---------------------------------------------------------------- the shared screen


@pytest.fixture
def pipewire(desk: Desk, start: Start, monkeypatch: pytest.MonkeyPatch) -> Process:
    """A PipeWire of one's own, as on a Wayland desktop."""
    need("pw-dump", "pipewire-bin")
    run = Path(desk.env["XDG_RUNTIME_DIR"])
    server = start(need("pipewire", "pipewire"))
    wait_for((run / "pipewire-0").exists, what="PipeWire")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    return server


PICTURE = (
    "{{ factory.name=videotestsrc library.name=videotestsrc/libspa-videotestsrc "
    "media.class={kind} node.name=picture object.linger=1 {more} }}"
)


@pytest.mark.parametrize(
    ("kind", "more", "shared"),
    [
        ("Stream/Output/Video", "", True),
        ("Video/Source", "", True),
        ("Video/Source", "device.api=v4l2", False),
    ],
)
def test_a_picture_that_is_no_cameras_is_a_shared_screen(
    desk: Desk, pipewire: Process, qtbot: QtBot, kind: str, more: str, shared: bool
) -> None:
    assert pipewire.poll() is None
    calls = LinuxCalls()
    assert ask(calls, qtbot).sharing is False
    desk.run("pw-cli", "create-node", "spa-node-factory", PICTURE.format(kind=kind, more=more))
    wait_for(lambda: '"picture"' in desk.run("pw-dump"))
    assert ask(calls, qtbot).sharing is shared
    assert "shared screen is seen" in calls.works().how
    calls.close()


def test_on_x11_a_shared_screen_is_honestly_not_known(calls: LinuxCalls, qtbot: QtBot) -> None:
    assert ask(calls, qtbot).sharing is None
    assert "cannot be seen on X11" in calls.works().how


@pytest.mark.parametrize("thing", [None, 7, {}, [None, 7, {"info": None}, {"info": {"props": 0}}]])
def test_nonsense_from_pipewire_is_no_shared_screen(thing: Any) -> None:
    assert call_signs.is_shared(thing) is False


# ---------------------------------------------------------------- asking


def test_who_asks_meanwhile_gets_the_same_answer(calls: LinuxCalls, qtbot: QtBot) -> None:
    answers: list[CallState] = []
    for _ in range(3):
        calls.ask(answers.append)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert len(set(answers)) == 1


def test_a_look_that_cannot_even_begin_is_answered(
    calls: LinuxCalls, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert ask(calls, qtbot) == CallState()
    assert not calls.works().here


def test_a_closed_one_answers_nobody_and_leaves_no_process(qtbot: QtBot) -> None:
    answers: list[CallState] = []
    calls, other = LinuxCalls(), LinuxCalls()
    calls.ask(answers.append)
    calls.close()
    ask(other, qtbot)
    other.close()
    assert answers == []
    assert not [child for child in Path("/proc").glob("[0-9]*") if looks(child)]


def looks(process: Path) -> bool:
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
        ours = f"PPid:\t{os.getpid()}\n" in (process / "status").read_text("utf-8")
    except OSError:
        return False
    return ours and any(word.endswith(b"call_signs.py") for word in words)


def test_the_signs_make_a_call_together() -> None:
    assert CallState().in_call is None
    assert CallState(microphone=False).in_call is False
    assert CallState(microphone=False, sharing=True).in_call is True
    assert CallState(camera=True).in_call is True


def test_where_nobody_knows_it_says_so(qtbot: QtBot) -> None:
    calls = NoCalls()
    assert ask(calls, qtbot).in_call is None
    assert not calls.works().here
    assert isinstance(find_calls(), LinuxCalls) is (sys.platform == "linux")
