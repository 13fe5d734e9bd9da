"""The real program, run as a person or a script would run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.program import PATIENCE, ROOT, environment, run

GOOD = "name: Mine\nsteps:\n  - say: Hello there.\n"
FOLDER = "{0} is a folder: give a file in it, or an id. `unbrace check {0}` looks at all of them."
BROKEN = "name: Mine\nsteps:\n  - hlod: Sphinx\n    for: 30s\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, "utf-8")
    return path


@pytest.fixture
def own_routines(own_home: Path) -> Path:
    folder = own_home / "data" / "unbrace" / "routines"
    folder.mkdir(parents=True)
    return folder


# ---------------------------------------------------------------- no Qt


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["check", "."],
        ["timetable", "even-breath"],
        ["timetable", "even-breath", "--json"],
        ["play", "before-a-call", "--text", "--speed", "100"],
        ["--version"],
        ["--help"],
        ["play", "nothing-like-it"],
    ],
    ids=" ".join,
)
def test_commands_without_a_window_do_without_qt(arguments: list[str], tmp_path: Path) -> None:
    code = (
        "import sys, atexit\n"
        "def tell(): print([n for n in sys.modules if n.split('.')[0] in ('PySide6', 'shiboken6')],"
        " file=sys.stderr)\n"
        "atexit.register(tell)\n"
        "from desktop.__main__ import main\n"
        f"sys.exit(main({arguments!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr.splitlines()[-1] == "[]"


# ---------------------------------------------------------------- list


def test_the_list_has_a_line_for_every_routine(own_routines: Path) -> None:
    (own_routines / "mine.yaml").write_text(GOOD, "utf-8")
    (own_routines / "broken.yaml").write_text(BROKEN + "  - say:\n", "utf-8")
    done = run("list")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert done.stderr == ""
    assert [line.split() for line in lines if line.endswith(" morning-yoga")] == [
        ["Morning", "yoga", "10", "min", "floor", "morning-yoga"]
    ]
    assert [line.split() for line in lines if line.endswith(" broken")] == [
        ["Mine", "needs", "a", "look:", "2", "errors", "broken"]
    ]
    assert [line.split() for line in lines if line.endswith(" mine")] == [
        ["Mine", "3", "s", "mine"]
    ]


def test_ids_stand_in_one_column() -> None:
    lines = run("list").stdout.splitlines()
    columns = {line.rindex(" ") for line in lines}
    assert len(columns) == 1


def test_a_folder_that_cannot_be_read_is_named(own_routines: Path) -> None:
    own_routines.rmdir()
    own_routines.write_text("not a folder", "utf-8")
    done = run("list")
    assert "morning-yoga" in done.stdout
    assert done.stderr == f"unbrace: {own_routines} cannot be read: Not a directory.\n"


def test_what_is_not_found_may_lie_in_the_folder_that_cannot_be_read(own_routines: Path) -> None:
    own_routines.rmdir()
    own_routines.write_text("not a folder", "utf-8")
    missing, closed = run("play", "mine").stderr.splitlines()
    assert missing == "unbrace: There is no routine `mine`: `unbrace list` shows them all."
    assert closed == f"unbrace: {own_routines} cannot be read: Not a directory."


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_named_with_the_way_to_open_it(own_routines: Path) -> None:
    own_routines.chmod(0)
    done = run("list")
    assert "morning-yoga" in done.stdout
    assert f"{own_routines} cannot be read: Permission denied." in done.stderr
    assert f"`chmod u+rwx {own_routines}`" in done.stderr


# ---------------------------------------------------------------- which routine is meant


def test_a_file_of_ones_own_takes_the_place_of_a_built_in_one(own_routines: Path) -> None:
    (own_routines / "morning-yoga.yaml").write_text(GOOD, "utf-8")
    assert json.loads(run("timetable", "morning-yoga", "--json").stdout)["name"] == "Mine"


def test_a_path_is_a_file_also_where_there_is_such_an_id(tmp_path: Path) -> None:
    (tmp_path / "morning-yoga").write_text(GOOD, "utf-8")
    done = run("timetable", "./morning-yoga", "--json", cwd=tmp_path)
    assert json.loads(done.stdout)["name"] == "Mine"
    done = run("timetable", "morning-yoga", "--json", cwd=tmp_path)
    assert json.loads(done.stdout)["name"] == "Morning yoga"


def test_a_file_without_an_ending_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "sheet").write_text(GOOD, "utf-8")
    done = run("timetable", "sheet", "--json", cwd=tmp_path)
    assert json.loads(done.stdout)["id"] == "sheet"


@pytest.mark.parametrize("command", ["play", "timetable"])
@pytest.mark.parametrize(
    ("argument", "line"),
    [
        ("mornin-yoga", "There is no routine `mornin-yoga`: did you mean `morning-yoga`?"),
        ("Morning Yoga", "There is no routine `Morning Yoga`: did you mean `morning-yoga`?"),
        ("xyzzy", "There is no routine `xyzzy`: `unbrace list` shows them all."),
        ("..", FOLDER.format("..")),
        ("tests", FOLDER.format("tests")),
        ("", "There is no routine ``: `unbrace list` shows them all."),
        ("no/such.yaml", "no/such.yaml cannot be opened: No such file or directory"),
        ("nowhere.yml", "nowhere.yml cannot be opened: No such file or directory"),
        ("./", FOLDER.format("./")),
        ("a" * 300, f"There is no routine `{'a' * 300}`: `unbrace list` shows them all."),
        ("a\x1b[2J", "There is no routine `a [2J`: `unbrace list` shows them all."),
    ],
)
def test_what_is_not_there_is_said_in_one_line(command: str, argument: str, line: str) -> None:
    done = run(command, argument, cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"unbrace: {line}\n")


@pytest.mark.parametrize("command", ["play", "timetable"])
def test_a_broken_file_is_not_played_but_explained(command: str, broken: Path) -> None:
    done = run(command, broken)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{broken}:3:5: error: unknown key `hlod`: did you mean `hold`?\n"


def test_warnings_do_not_keep_a_routine_from_playing(tmp_path: Path) -> None:
    path = tmp_path / "floor.yaml"
    path.write_text("name: A\nplace: floor\nsteps:\n  - rest: 1s\n", "utf-8")
    done = run("play", path, "--text")
    assert done.returncode == 0
    assert done.stderr == ""


# ---------------------------------------------------------------- wrong commands


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["lst"], "There is no command `lst`: did you mean `list`?"),
        (
            ["morning-yoga"],
            "There is no command `morning-yoga`: to play a routine, type `unbrace play",
        ),
        (["play"], "the following arguments are required: ID|FILE. More with: unbrace play --help"),
        (["check"], "the following arguments are required: FILE|FOLDER. More with: unbrace check"),
        (["list", "--loud"], "unrecognized arguments: --loud. More with: unbrace --help"),
        (
            ["play", "even-breath", "--minutes", "0"],
            "--minutes: give minutes above 0 and up to",
        ),
        (["play", "even-breath", "--minutes", "-5"], "--minutes: give minutes above 0 and up to"),
        (["play", "even-breath", "--minutes", "241"], "--minutes: give minutes above 0 and up to"),
        (["play", "even-breath", "--minutes", "nan"], "--minutes: give minutes above 0 and up to"),
        (["timetable", "even-breath", "--minutes", "5m"], "--minutes: give minutes above 0 and up"),
        (
            ["play", "even-breath", "--speed", "0"],
            "--speed: give a number from 0.1 to 100, not",
        ),
        (["play", "even-breath", "--speed", "101"], "--speed: give a number from 0.1 to 100, not"),
        (["play", "even-breath", "--speed", "inf"], "--speed: give a number from 0.1 to 100, not"),
    ],
)
def test_a_wrong_command_gets_one_line(arguments: list[str], line: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"unbrace: {line}")
    assert done.stderr.count("\n") == 1


def test_help_and_version_are_answers() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "unbrace play morning-yoga" in done.stdout
    assert run("play", "--help").stdout.startswith("usage: unbrace play")
    assert run("--version").stdout.startswith("Unbrace 0.")


# ---------------------------------------------------------------- playing in lines


def test_a_routine_plays_in_lines_where_there_is_no_terminal() -> None:
    done = run("play", "before-a-call", "--speed", "100")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert done.stderr == ""
    assert lines[0].startswith("Breathe before a call · ")
    assert all(line[2] == ":" for line in lines[1:-1])
    assert lines[-1].startswith("Done, and well done. Breathe before a call: ")
    assert "\x1b" not in done.stdout


def test_fitting_says_what_it_did() -> None:
    done = run("play", "hourly-reset", "--minutes", "1", "--speed", "100")
    assert "Left out: " in done.stdout.splitlines()[1]
    done = run("timetable", "even-breath", "--minutes", "1")
    assert "The shortest this can be is " in done.stdout
    done = run("timetable", "even-breath", "--minutes", "240")
    assert "The longest this can be is " in done.stdout
