"""The player on a real terminal: keys, signals, sizes, and everything given back at the end."""

import os
import re
import shutil
import signal
from pathlib import Path

import pytest

from desktop.keep.history.store import History
from desktop.keep.paths import history_file
from routines.clock import ManualClock, SystemClock
from tests.terminal.program import PROGRAM, Watched, lines_of

ROUTINE = """\
name: A short one
steps:
  - hold: Thread the needle
    for: 40s
    sides: left-right
    lead_in: 2s
    text: Let the shoulder sink.
  - wait: Press Enter when you are lying down.
  - write: What is on your mind?
    keep: journal
  - rate: How tense is it?
  - say: That is all.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "short.yaml"
    path.write_text(ROUTINE, "utf-8")
    return path


def test_a_routine_plays_by_itself_to_its_kind_end() -> None:
    with Watched.unbrace("play", "hourly-reset", "--text", "--speed", "60") as program:
        program.expect("Hourly reset")
        assert program.end() == 0
        assert re.search(r"Done, and well done\. Hourly reset: 1 min", program.remains)


def test_everything_is_given_back(file: Path) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Thread the needle")
        assert program.mode != program.mode_before
        program.send("q")
        assert program.end() == 0
        assert program.mode == program.mode_before
        assert gives_back(program.output)
        assert "That is enough for now. A short one is here whenever" in program.remains


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)],
    ids=str,
)
def test_a_signal_gives_everything_back(file: Path, number: signal.Signals, code: int) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Thread the needle")
        program.process.send_signal(number)
        assert program.end() == code
        assert program.mode == program.mode_before
        assert gives_back(program.output)
        assert "Traceback" not in program.output


def test_ctrl_c_ends_quietly(file: Path) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Thread the needle")
        program.send("\x03")
        assert program.end() == 130
        assert program.remains.strip() == ""
        assert program.mode == program.mode_before


def test_an_error_while_playing_gives_everything_back(file: Path) -> None:
    broken = (
        "import sys; from desktop.terminal import session; import desktop.__main__ as m\n"
        "session.scene_of = lambda *_: 1 / 0\n"
        f"sys.exit(m.main(['play', {str(file)!r}, '--text']))"
    )
    with Watched(PROGRAM[0], "-c", broken) as program:
        assert program.end() == 1
        assert "ZeroDivisionError" in program.remains
        assert program.mode == program.mode_before
        assert gives_back(program.output)


def test_keys_pause_skip_and_answer(file: Path) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Get ready · left side")
        program.send(" ")
        program.expect("Paused")
        program.send(" ")
        program.expect("Going on in a moment")
        program.send("\x1b[C")
        program.expect("Change sides · right side")
        program.send("\x1b")
        program.expect("A short one")
        assert program.end() == 0


def test_open_steps_are_answered_and_kept_for_their_person_alone(
    file: Path, own_home: Path
) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Thread the needle")
        program.send("\x1b[C\x1b[C")
        program.expect("Press Enter when you are lying down")
        program.send("\r")
        program.expect("Goes into your journal")
        program.send("quiet? 漢字")
        program.expect("quiet\\? 漢字_")
        program.send("\r")
        program.expect("How tense is it")
        program.send("10")
        program.expect(r"\[10\]")
        program.send("\r")
        program.expect("That is all")
        program.send("\r")
        assert program.end() == 0
        assert "Done, and well done" in program.remains
    files = [path for path in own_home.rglob("*") if path.is_file()]
    assert {path.name[:7] for path in files} == {"history"}
    assert {path.stat().st_mode & 0o077 for path in files} == {0}
    history = History(history_file(), ManualClock())
    assert [entry.text for entry in history.entries()] == ["quiet? 漢字"]
    history.close()


def test_the_keys_are_listed_until_the_next_key(file: Path) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Let the shoulder sink")
        program.send("?")
        program.expect("what you did counts")
        program.send("x")
        program.expect("Let the shoulder sink")


def test_the_block_never_scrolls_nor_outgrows_the_terminal() -> None:
    arguments = ("play", "hourly-reset", "--text", "--speed", "30")
    with Watched.unbrace(*arguments, columns=40, lines=12) as program:
        assert program.end() == 0
        inside = program.output.split("\x1b[?1049h")[1].split("\x1b[?1049l")[0]
        frames = inside.split("\x1b[H")[1:]
        assert len(frames) > 20
        for frame in frames:
            lines = lines_of(frame)
            assert len(lines) <= 12
            assert max(len(line) for line in lines) < 40


def test_a_change_of_size_is_drawn_at_once(file: Path) -> None:
    with Watched.unbrace("play", file, "--text", columns=80) as program:
        program.expect("Thread the needle")
        program.send("\x1b[C\x1b[C")  # to a step that waits: nothing would be drawn by itself
        program.expect("Press Enter when you are lying down")
        program.resize(30, 10)
        program.expect(r"Press Enter when you are\s+lying down")
        assert max(len(line) for line in program.frame) < 30


def test_colours_can_be_switched_off(file: Path) -> None:
    with Watched.unbrace("play", file, "--text", NO_COLOR="1") as program:
        program.expect("Thread the needle")
        program.send("q")
        assert program.end() == 0
        assert set(re.findall(r"\x1b\[[0-9;]*m", program.output)) <= {"\x1b[0m"}
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Thread the needle")
        assert "\x1b[1m" in program.output


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_gets_plain_lines(term: str) -> None:
    arguments = ("play", "hourly-reset", "--text", "--speed", "60")
    with Watched.unbrace(*arguments, TERM=term) as program:
        assert program.end() == 0
        assert "\x1b" not in program.output
        assert "0:00  " in program.output
        assert program.mode == program.mode_before


def test_a_terminal_without_box_signs_gets_plain_ones(file: Path) -> None:
    with Watched.unbrace("play", file, "--text", PYTHONIOENCODING="ascii") as program:
        program.expect("#-")
        assert "━" not in program.output


def test_no_input_left_ends_it(file: Path) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Thread the needle")
        program.send("\x04")
        assert program.end() == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell with job control")
def test_ctrl_z_gives_the_shell_back_and_fg_goes_on(file: Path) -> None:
    command = " ".join([*PROGRAM, "play", str(file), "--text"])
    with Watched("bash", "--norc", "--noprofile", "-i", PS1="ready> ") as shell:
        shell.expect("ready> ")
        shell.send(f"{command}\r")
        shell.expect("Let the shoulder sink")
        shell.send("\x1a")
        shell.expect("ready> ")
        assert gives_back(shell.output)
        shell.send("stty -a; echo o''k\r")
        stopped = shell.expect(r"(?s)speed.*ok\r")[0]
        assert " icanon" in stopped
        assert " echo " in stopped
        shell.send("fg\r")
        shell.expect("Going on in a moment")
        shell.send("q")
        shell.expect("That is enough for now")
        shell.send("exit 7\r")
        assert shell.end() == 7


def test_a_player_that_was_stopped_takes_the_terminal_again(file: Path) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Thread the needle")
        playing = program.mode
        program.process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, program.process.pid, os.WSTOPPED | os.WNOWAIT)
        program.set_mode(program.mode_before)  # as a shell does
        program.process.send_signal(signal.SIGCONT)
        program.expect("Thread the needle")
        assert program.mode == playing


def test_nothing_wakes_a_paused_player(file: Path) -> None:
    with Watched.unbrace("play", file, "--text") as program:
        program.expect("Thread the needle")
        program.send(" ")
        program.expect("Paused")
        before = switches(program.process.pid)
        assert program.silent(1.0)
        assert switches(program.process.pid) - before <= 1


def test_a_player_wakes_at_most_about_ten_times_a_second(tmp_path: Path) -> None:
    path = tmp_path / "breath.yaml"
    path.write_text("name: A\nsteps:\n  - breathe: Even breath\n    for: 5m\n    lead_in: 0s\n")
    with Watched.unbrace("play", path, "--text") as program:
        program.expect("Breathing in")
        before = switches(program.process.pid)
        clock = SystemClock()
        began = clock.monotonic()
        while clock.monotonic() < began + 1.0:
            program.silent(0.1)
        seconds = clock.monotonic() - began
        assert 3 <= switches(program.process.pid) - before <= 3 + 11 * seconds


def switches(pid: int) -> int:
    """How often a process has gone to sleep by itself."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    found = re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.MULTILINE)
    assert found
    return int(found[1])


def gives_back(output: str) -> bool:
    """Whether the cursor is shown again and the person's own screen is back."""
    shown, hidden = output.rfind("\x1b[?25h"), output.rfind("\x1b[?25l")
    own, other = output.rfind("\x1b[?1049l"), output.rfind("\x1b[?1049h")
    return shown > hidden >= 0 and own > other >= 0
