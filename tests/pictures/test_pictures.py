"""``unbrace pictures``, run as the program itself."""

import os
import resource
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.program import PROGRAM, ROOT, Done, environment

FEW = (
    "player-exercise-light",
    "note-dark",
    "figure-cat-cow-light",
    "detail-broken-light@2x",
    "player-finish-narrow-light@2x",
)
PATIENCE = 60.0
"""Seconds; it paints more than the other commands do."""


def run(*arguments: str | Path, **variables: str) -> Done:
    return subprocess.run(
        [*PROGRAM, "pictures", *map(str, arguments)],
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def size_of(picture: Path) -> tuple[int, int]:
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_two_runs_give_the_same_bytes_whatever_else_is_painted(tmp_path: Path) -> None:
    assert run(tmp_path / "a", "--only", *FEW).returncode == 0
    # The large title of the other page at the end is what letters could be kept from.
    more = (*reversed(FEW), "player-finish-light@2x", "player-dim-light", "routines-light")
    assert run(tmp_path / "b", "--only", *more, QT_SCALE_FACTOR="1.5", LANG="de").returncode == 0
    for name in FEW:
        first, second = (tmp_path / each / f"{name}.png" for each in "ab")
        assert first.read_bytes() == second.read_bytes(), name


def test_dense_pictures_have_twice_the_pixels(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        "--only",
        "routines-dark",
        "note-light",
        "player-breath-narrow-light",
        "routines-dark@2x",
        "note-light@2x",
        "player-breath-narrow-light@2x",
    )
    assert done.returncode == 0
    names = [each.stem for each in tmp_path.glob("*.png") if "@" not in each.stem]
    assert sorted(names) == ["note-light", "player-breath-narrow-light", "routines-dark"]
    for name in names:
        width, height = size_of(tmp_path / f"{name}.png")
        assert size_of(tmp_path / f"{name}@2x.png") == (2 * width, 2 * height)
    assert size_of(tmp_path / "routines-dark.png") == (1120, 760)
    assert size_of(tmp_path / "player-breath-narrow-light.png")[0] <= 520


def test_nothing_of_the_person_is_read_or_changed(tmp_path: Path, own_home: Path) -> None:
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        assert Path(os.environ[variable]).is_relative_to(own_home)
    own = own_home / "data" / "unbrace" / "routines"
    own.mkdir(parents=True)
    (own / "morning-yoga.yaml").write_text("name: Mine alone\nsteps: [say: Hello]\n")
    settings = own_home / "config" / "unbrace" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"version": 1, "scheme": "dark", "text_scale": 2.0}')
    before = {path: path.stat().st_mtime_ns for path in own_home.rglob("*")}
    assert run(tmp_path / "mine", "--only", "routines-light").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in own_home.rglob("*")} == before
    (own / "morning-yoga.yaml").unlink()
    settings.unlink()
    assert run(tmp_path / "empty", "--only", "routines-light").returncode == 0
    name = "routines-light.png"
    assert (tmp_path / "mine" / name).read_bytes() == (tmp_path / "empty" / name).read_bytes()


def test_other_files_stay_and_old_pictures_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "holiday.png").write_bytes(b"mine")
    (tmp_path / "figures-light.png").write_bytes(b"old")
    done = run(tmp_path, "--only", "figures-light.png")
    assert done.stdout == f"1 picture in {tmp_path}\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["figures-light.png", "holiday.png"]
    assert (tmp_path / "holiday.png").read_bytes() == b"mine"
    assert size_of(tmp_path / "figures-light.png")[0] > 900


def test_progress_is_told_beside_the_answer(tmp_path: Path) -> None:
    done = run(tmp_path, "--only", "player-finish", "player-ended")
    assert done.returncode == 0
    assert "of 12 pictures\n" in done.stderr
    assert done.stdout == f"12 pictures in {tmp_path}\n"


def test_what_is_written_is_whole_when_the_disk_is_full(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: some bytes can be written."""
    old = tmp_path / "routines-light.png"
    old.write_bytes(b"old")
    done = subprocess.run(
        [*PROGRAM, "pictures", str(tmp_path), "--only", "routines-light"],
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr == f"unbrace: {old} cannot be written: File too large\n"
    assert done.returncode == 2
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


def test_no_folder_at_all_is_said() -> None:
    done = run("")
    assert done.returncode == 2
    assert done.stderr == "unbrace: Give the folder that the pictures go to.\n"


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    file = tmp_path / "pictures"
    file.write_text("mine")
    done = run(file)
    assert done.returncode == 2
    assert done.stderr == f"unbrace: {file} is a file, not a folder for pictures.\n"
    assert file.read_text() == "mine"
    below = run(file / "deeper", "--only", "note")
    assert below.stderr == f"unbrace: {file / 'deeper'} cannot be written: Not a directory\n"


def test_a_folder_that_may_not_be_written_is_said() -> None:
    done = run("/proc/pictures", "--only", "note")
    assert done.returncode == 2
    assert done.stderr.startswith("unbrace: /proc/pictures cannot be written: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("player-excercise", "did you mean `player-exercise`?"),
        ("xyz", "There is no picture `xyz`. There are: routines, "),
        ("rout", "There is no picture `rout`"),
    ],
)
def test_an_unknown_name_is_said(tmp_path: Path, typed: str, answer: str) -> None:
    done = run(tmp_path / "none", "--only", typed)
    assert done.returncode == 2
    assert answer in done.stderr
    assert not (tmp_path / "none").exists()


def test_no_other_command_loads_the_studio() -> None:
    code = "import sys, desktop.program, desktop.front; print('desktop.pictures' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
