"""How the program ends where something is in its way: a closed pipe, a full disk, no display."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.program import PATIENCE, PROGRAM, environment, run


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    """As with `| head -1`: the pipe is closed while there is more to say."""
    (tmp_path / "many.yaml").write_text("name: A\nsteps:\n" + "  - x: 1\n" * 400, "utf-8")
    for arguments in (
        ["check", str(tmp_path)],
        ["play", "before-a-call", "--text", "--speed", "99"],
    ):
        process = subprocess.Popen(
            [*PROGRAM, *arguments],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        assert process.wait(PATIENCE) == 141
        assert b"Traceback" not in errors
        assert b"Exception" not in errors


def test_ctrl_c_ends_plain_lines_quietly() -> None:
    process = subprocess.Popen(
        [*PROGRAM, "play", "morning-yoga", "--text"],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b"Morning yoga")
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (130, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_and_not_a_crash() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*PROGRAM, "list"],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "unbrace: the output cannot be written: No space left on device\n"


def test_an_encoding_that_lacks_a_letter_does_not_stop_anything() -> None:
    done = run("timetable", "morning-yoga", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Morning yoga" in done.stdout


def test_closed_streams_are_no_trouble() -> None:
    command = " ".join([*PROGRAM, "list", ">&-", "2>&-", "<&-"])
    done = subprocess.run(
        ["/bin/sh", "-c", command], env=environment(), timeout=PATIENCE, check=False
    )
    assert done.returncode == 0


# ---------------------------------------------------------------- the window


@pytest.mark.parametrize(
    "arguments", [[], ["play", "even-breath", "--minutes", "5", "--speed", "2"]]
)
def test_the_window_is_handed_what_was_asked_for(arguments: list[str]) -> None:
    """With a stand-in for the window, since this is about the way there."""
    code = (
        "import sys, types, desktop\n"
        "program = types.ModuleType('desktop.program')\n"
        "def run(start, minutes, speed, *, hidden):\n"
        "    print(start and start.id, minutes, speed)\n"
        "    return 5\n"
        "program.run = run\n"
        "sys.modules['desktop.program'] = desktop.program = program\n"
        "from desktop.__main__ import main\n"
        f"sys.exit(main({arguments!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    expected = "even-breath 5.0 2.0" if arguments else "None None 1.0"
    assert (done.returncode, done.stdout.strip(), done.stderr) == (5, expected, "")


def test_a_library_that_only_qt_misses_is_named_too() -> None:
    code = (
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'desktop.program':\n"
        "            text = 'libgssapi_krb5.so.2: cannot open shared object file'\n"
        "            raise ImportError(text, name='PySide6.QtNetwork')\n"
        "sys.meta_path.insert(0, Missing())\n"
        "from desktop.__main__ import main\n"
        "sys.exit(main([]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert "apt install libgssapi-krb5-2." in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":987"}], ids=["none", "dead"])
def test_without_a_display_the_window_says_what_to_do(display: dict[str, str]) -> None:
    done = run(cwd=None, **display)
    assert done.returncode == 2
    assert done.stderr.startswith("unbrace: ")
    assert "--text" in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_a_display_a_routine_plays_in_the_terminal() -> None:
    done = run("play", "before-a-call", "--speed", "100", DISPLAY=":987")
    assert done.returncode == 0
    assert "Done, and well done" in done.stdout
