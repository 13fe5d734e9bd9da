"""A routine as a file: as long as planned, each bell and sentence where the timetable says.

The voice is a real espeak-ng.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile

from desktop.sound.lines import order_line
from desktop.sound.messages import Begin, Trouble, Unheard
from desktop.sound.model import Bell, Ring, Say, Talk, Wishes
from desktop.sound.process import audio_file
from desktop.sound.process.audio_file import AudioFile, RenderError
from desktop.sound.process.bells import Bells
from desktop.sound.process.half_files import HalfFile
from desktop.sound.process.pcm import RATE, Pcm
from desktop.sound.process.render import render
from desktop.sound.rendering import ENDINGS, Cannot, Done, Failed, Job, Share, Told, job_line
from desktop.sound.rendering import read_told as read
from desktop.sound.telling import seconds_of
from desktop.sound.whole import LEAST_RINGING, Whole, whole_of
from tests.sound.scores import library_timeline
from tests.system.mocks import need

NO_VOICE = Wishes(talk=Talk.NOTHING)
VOICE_ALONE = Wishes(bells=0.0, swell=0.0)
BELLS_ALONE = Wishes(talk=Talk.NOTHING, swell=0.0, bells=1.0)
SHORT = "hourly-reset"


def rendered(path: Path, name: str, wishes: Wishes) -> tuple[Whole, Pcm, list[Told]]:
    whole = whole_of(library_timeline(name), wishes)
    told: list[Told] = []
    render(Job(str(path), whole.seconds, name), whole.pieces, wishes, told.append)
    samples, rate = soundfile.read(path, dtype="float32")
    assert rate == RATE
    return whole, samples, told


def rms(samples: Pcm, begin: float, end: float) -> float:
    part = samples[round(begin * RATE) : round(end * RATE)]
    return float(np.sqrt((part**2).mean())) if len(part) else 0.0


def test_body_scan_is_as_long_as_planned_and_speaks_where_the_timetable_says(
    tmp_path: Path,
) -> None:
    need("espeak-ng", "espeak-ng")
    whole, samples, told = rendered(tmp_path / "scan.wav", "body-scan", VOICE_ALONE)
    timeline = library_timeline("body-scan")
    assert len(samples) / RATE == pytest.approx(timeline.seconds, abs=0.05)
    says = [(p.start + e.at, e) for p in whole.pieces for e in p.score if isinstance(e, Say)]
    assert told[-1] == Done(len(says))
    assert len(says) >= len(timeline.stops)
    free = 0.0
    for at, say in says:
        assert rms(samples, free, at - 0.01) < 1e-4, f"a silence before {say.text!r}"
        assert rms(samples, at, at + 0.3) > 0.02, say.text
        free = at + 1.5 * seconds_of(say.text, VOICE_ALONE) + 0.5
    assert rms(samples, free, len(samples) / RATE) < 1e-4
    assert np.abs(samples).max() < 1.0


def test_each_bell_is_in_its_place_to_a_few_milliseconds(tmp_path: Path) -> None:
    whole, samples, _ = rendered(tmp_path / "bells.flac", "morning-yoga", BELLS_ALONE)
    rings = [(p.start + e.at, e.bell) for p in whole.pieces for e in p.score if isinstance(e, Ring)]
    assert {Bell.BEGIN, Bell.NEXT, Bell.CLOSE} <= {bell for _, bell in rings}
    for at, bell in rings:
        if bell is not Bell.TICK:
            assert abs(lag(samples, at, Bells().get(bell))) < 0.005, (at, bell)


def lag(samples: Pcm, at: float, bell: Pcm) -> float:
    """Seconds by which ``bell`` is found beside ``at``."""
    reach = RATE // 20
    sought = bell[: RATE // 4]
    begin = round(at * RATE) - reach
    around = np.zeros(len(sought) + 2 * reach, dtype=np.float32)
    part = samples[max(0, begin) : begin + len(around)]
    around[max(0, -begin) : max(0, -begin) + len(part)] = part
    return float(np.argmax(np.correlate(around, sought, "valid")) - reach) / RATE


def test_the_last_bell_fades_within_the_file(tmp_path: Path) -> None:
    whole, samples, _ = rendered(tmp_path / "end.wav", SHORT, BELLS_ALONE)
    assert rms(samples, whole.seconds - LEAST_RINGING, whole.seconds - 1.0) > 0.01
    assert rms(samples, whole.seconds - 0.1, whole.seconds) < 0.0005


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_kind_can_be_read_back_with_the_right_length(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"reset{ending.upper()}"
    whole, samples, _ = rendered(path, SHORT, NO_VOICE)
    assert len(samples) / RATE == pytest.approx(whole.seconds, abs=0.05)
    assert rms(samples, 0.0, 1.0) > 0.01
    with soundfile.SoundFile(path) as file:
        assert file.title == SHORT


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    _, _, told = rendered(tmp_path / "x.wav", SHORT, NO_VOICE)
    shares = [each.share for each in told if isinstance(each, Share)]
    assert shares == sorted(shares)
    assert len(shares) == 100


def test_without_an_engine_it_goes_without_voice_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sound.process.render.all_engines", lambda: ())
    _, _, told = rendered(tmp_path / "x.wav", SHORT, Wishes())
    assert [each for each in told if isinstance(each, Unheard)] == [
        Unheard(Trouble.NO_VOICE, {"package": "espeak-ng"})
    ]
    assert told[-1] == Done(0)


# ---------------------------------------------------------------- what cannot be


def failure(path: Path, seconds: float = 1.0) -> Failed:
    with pytest.raises(RenderError) as caught:
        AudioFile(path, seconds)
    return caught.value.failed


def test_an_unknown_ending_is_told(tmp_path: Path) -> None:
    assert failure(tmp_path / "x.m4a") == Failed(Cannot.ENDING, {"ending": ".m4a"})
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder.ogg").mkdir()
    os.mkfifo(tmp_path / "pipe.ogg")
    for name in ("folder.ogg", "pipe.ogg"):
        assert failure(tmp_path / name).why is Cannot.NO_FILE
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder.ogg", "pipe.ogg"]


def test_a_folder_that_is_not_there_is_told_with_its_reason(tmp_path: Path) -> None:
    failed = failure(tmp_path / "none" / "x.ogg")
    assert failed.why is Cannot.WRITE
    assert failed.values["reason"] == "No such file or directory"


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    for name in ("a\0b.ogg", "x" * 300 + ".ogg"):
        assert failure(tmp_path / name).why is Cannot.WRITE


def test_a_missing_encoder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = SimpleNamespace(available_formats=lambda: {"WAV": "", "OGG": ""})
    monkeypatch.setattr(audio_file, "_soundfile", lambda: old)
    assert failure(tmp_path / "x.mp3") == Failed(Cannot.ENCODER, {"ending": ".mp3"})


def test_a_missing_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "soundfile", None)
    assert failure(tmp_path / "x.mp3") == Failed(Cannot.LIBRARY, {"package": "soundfile"})


def test_a_wav_that_would_be_too_long_for_its_header_is_told(tmp_path: Path) -> None:
    assert failure(tmp_path / "x.wav", 13 * 3600.0).why is Cannot.TOO_LONG
    AudioFile(tmp_path / "x.flac", 13 * 3600.0).discard()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.wav").write_bytes(b"old")
    (tmp_path / "link.wav").symlink_to(tmp_path / "real.wav")
    rendered(tmp_path / "link.wav", SHORT, NO_VOICE)
    assert (tmp_path / "link.wav").is_symlink()
    assert soundfile.info(tmp_path / "real.wav").frames > RATE


@pytest.fixture
def full_disk() -> Iterator[Callable[[int], None]]:
    """No file of this process may grow beyond so many bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda most: resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_disk_that_is_full_leaves_the_old_file(
    tmp_path: Path, full_disk: Callable[[int], None], ending: str
) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(b"old")
    full_disk(60_000)
    with pytest.raises(RenderError) as caught:
        rendered(path, SHORT, NO_VOICE)
    assert caught.value.failed.why is Cannot.WRITE
    assert caught.value.failed.values["reason"] == "File too large"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_one_that_is_interrupted_leaves_the_old_file(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.ogg"
    path.write_bytes(b"old")
    whole = whole_of(library_timeline(SHORT), NO_VOICE)

    def interrupt(_: Told) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(Job(str(path), whole.seconds, ""), whole.pieces, NO_VOICE, interrupt)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_rendering_has_left_is_cleared_away_by_the_next(tmp_path: Path) -> None:
    code = (
        "import os, signal, pathlib\n"
        "from desktop.sound.process.audio_file import AudioFile\n"
        f"file = AudioFile(pathlib.Path({str(tmp_path / 'x.wav')!r}), 1.0)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False)
    (left,) = tmp_path.iterdir()
    assert left.suffix == ".part"
    rendered(tmp_path / "y.wav", SHORT, NO_VOICE)
    assert [each.name for each in tmp_path.iterdir()] == ["y.wav"]


def test_what_another_rendering_is_writing_is_left_to_it(tmp_path: Path) -> None:
    other = tmp_path / ".unbrace-1.part"
    half = HalfFile(other)
    AudioFile(tmp_path / "x.wav", 1.0).discard()
    assert other.exists()
    half.let_go()
    AudioFile(tmp_path / "x.wav", 1.0).discard()
    assert not other.exists()


# ---------------------------------------------------------------- as a child


def child(tmp_path: Path) -> "subprocess.Popen[bytes]":
    """A child that has been given all of an hour's work."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop.sound.process.render"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    job = Job(str(tmp_path / "long.wav"), 3600.0, "Long")
    assert process.stdin is not None
    process.stdin.write(job_line(job) + order_line(Begin(replace(NO_VOICE, swell=0.0))) + b"\n")
    process.stdin.flush()
    return process


def test_a_child_whose_window_has_gone_ends_and_leaves_nothing(tmp_path: Path) -> None:
    with child(tmp_path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert isinstance(read(process.stdout.readline()), Share)
        assert [each.suffix for each in tmp_path.iterdir()] == [".part"]
        process.stdin.close()
        assert process.wait(timeout=10) == 130
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_gets_nonsense_ends() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "desktop.sound.process.render"],
        input=b"{}\n[]\n",
        capture_output=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert (found.returncode, found.stdout, found.stderr) == (2, b"", b"")


def test_what_is_told_comes_back_from_its_line() -> None:
    from desktop.sound.rendering import told_line  # noqa: PLC0415

    for told in (Share(0.5), Done(3), Failed(Cannot.WRITE, {"path": "\udcff"}),
                 Unheard(Trouble.NO_VOICE, {"package": "x"})):  # fmt: skip
        assert read(told_line(told)) == told
    for nonsense in (b"", b"{}", b"[]", b'{"cannot": "x", "values": {}}', b"[" * 9999):
        assert read(nonsense) is None
