"""``unbrace render`` as a person runs it: what it says, what it leaves, how it ends."""

import signal
import subprocess
from pathlib import Path

import pytest
import soundfile

from tests.system.mocks import need
from tests.terminal.program import PROGRAM, Watched, environment, run

SHORT = """
name: Short
steps:
  - say: Hello there.
    for: 4s
  - rate: Tension
  - hold: Chin in
    for: 6s
"""
LONG = "name: Long\nsteps:\n  - breathe: Slowly\n    for: 60m\n    pattern: 4-0-6-0\n"


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "short.yaml"
    path.write_text(SHORT, "utf-8")
    return path


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "long.yaml"
    path.write_text(LONG, "utf-8")
    return path


def seconds(path: Path) -> float:
    return float(soundfile.info(path).duration)


def test_it_saves_says_where_and_tells_of_the_waiting_steps(short: Path, tmp_path: Path) -> None:
    need("espeak-ng", "espeak-ng")
    done = run("render", short, "-o", "short.ogg", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Saved as short.ogg: 25 s.")
    assert done.stderr.splitlines()[0] == (
        "Steps that wait for you have a time of their own: Tension (10 s)."
    )
    assert "voice" not in done.stderr
    assert seconds(tmp_path / "short.ogg") == pytest.approx(25, abs=0.05)


def test_the_time_of_waiting_steps_can_be_told(short: Path, tmp_path: Path) -> None:
    done = run("render", short, "-o", "a.wav", "--open", "1m", "--no-voice", cwd=tmp_path)
    assert "Tension (1 min)" in done.stderr
    assert seconds(tmp_path / "a.wav") == pytest.approx(75, abs=0.001)


def test_it_can_be_fitted_to_a_time(tmp_path: Path) -> None:
    target = tmp_path / "a.flac"
    done = run("render", "body-scan", "-o", target, "--minutes", "5", "--no-voice")
    assert "It takes 5 min." in done.stderr
    assert seconds(target) == pytest.approx(300, abs=0.05)


def test_without_an_engine_it_says_what_to_install(short: Path, tmp_path: Path) -> None:
    done = run("render", short, "-o", "a.wav", cwd=tmp_path, PATH=str(tmp_path))
    assert done.returncode == 0
    assert "Rendered without voice, because no voice engine is installed" in done.stderr
    assert "install espeak-ng" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["-o", "a.m4a"], "Files of the kind `.m4a` are not known: end the name in .wav"),
        (["-o", "a"], "The name has no ending: end it in .wav, .flac, .ogg or .mp3."),
        (["-o", "none/a.ogg"], "/none/a.ogg cannot be written: No such file or directory"),
        (["-o", "a.ogg", "--voice", "english"], "There is no voice `english`"),
        (["-o", "a.ogg", "--open", "soon"], "give a length of time up to 1h"),
        (["-o", "a.ogg", "--voice", "en", "--no-voice"], "not allowed with"),
        ([], "the following arguments are required: -o/--output"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    short: Path, tmp_path: Path, arguments: list[str], line: str
) -> None:
    done = run("render", short, *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert line in done.stderr.splitlines()[-1]
    assert [each.name for each in tmp_path.iterdir()] == ["short.yaml"]


def test_a_voice_can_be_named(short: Path, tmp_path: Path) -> None:
    need("espeak-ng", "espeak-ng")
    files = []
    for voice in ("espeak-ng", "en-us+f3"):
        path = tmp_path / f"{voice}.wav"
        assert run("render", short, "-o", path, "--voice", voice).returncode == 0
        files.append(path.read_bytes())
    assert files[0] != files[1]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ended_early_it_leaves_the_old_file_and_no_half_one(
    long: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    target = tmp_path / "a.wav"
    target.write_bytes(b"old")
    argv = [*PROGRAM, "render", str(long), "-o", str(target), "--no-voice"]
    with subprocess.Popen(
        argv, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        _until_begun(tmp_path)
        process.send_signal(number)
        assert process.wait(timeout=10) == code
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
    assert target.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.wav", "long.yaml"]


def _until_begun(folder: Path) -> None:
    from tests.desk import wait_for  # noqa: PLC0415

    wait_for(lambda: any(each.stat().st_size > 9999 for each in folder.glob(".*.part")))


def test_on_a_terminal_it_shows_how_far_it_is_in_one_line(long: Path, tmp_path: Path) -> None:
    arguments = ("render", long, "-o", tmp_path / "a.wav", "--no-voice")
    with Watched.unbrace(*arguments) as program:
        program.expect(r"\r\d+ % rendered")
        program.send("\x03")
        assert program.end() == 130
    assert "\n" not in program.output.replace("^C", "").strip()
