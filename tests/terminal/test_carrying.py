"""``unbrace export`` and ``unbrace import``: the real program, in a home of its own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.keep.history.store import History
from desktop.keep.paths import history_file
from routines.clock import SystemClock
from tests.keep.history.made import everything, one_of_each, opened
from tests.terminal.program import run

pytestmark = pytest.mark.usefixtures("kept")


@pytest.fixture
def kept() -> Iterator[None]:
    """Somebody's home with one of each record."""
    history = opened(history_file())
    for record in one_of_each():
        history.add(record)
    history.close()
    yield
    history_file().unlink()


def here() -> int:
    history = History(history_file(), SystemClock())
    number = len(everything(history))
    history.close()
    return number


def test_it_goes_out_and_comes_in_once(tmp_path: Path) -> None:
    out = run("export", "mine.json", cwd=tmp_path)
    assert (out.returncode, out.stdout, out.stderr) == (0, "7 records exported to mine.json\n", "")
    assert json.loads((tmp_path / "mine.json").read_text())["program"] == "unbrace"
    again = run("import", tmp_path / "mine.json")
    assert again.stdout == f"All of {tmp_path / 'mine.json'} was here already.\n"
    history_file().unlink()
    back = run("import", "mine.json", cwd=tmp_path)
    assert back.stdout == "7 records of mine.json were new or newer, and are here now.\n"
    assert here() == 7


def test_an_export_is_replaced_and_another_file_is_not(tmp_path: Path) -> None:
    for _ in range(2):
        assert run("export", tmp_path / "mine.json").returncode == 0
    (tmp_path / "letter.txt").write_text("Dear Ana")
    refused = run("export", "letter.txt", cwd=tmp_path)
    line = "unbrace: letter.txt is there already, and no export: nothing was written.\n"
    assert (refused.returncode, refused.stderr) == (2, line)
    assert (tmp_path / "letter.txt").read_text() == "Dear Ana"


def test_tables_go_into_a_folder(tmp_path: Path) -> None:
    out = run("export", "--csv", tmp_path / "tables")
    assert out.stdout == f"7 records exported to {tmp_path / 'tables'}\n"
    assert (tmp_path / "tables" / "entry.csv").exists()
    assert "there is a file already" in run("export", "--csv", tmp_path / "tables").stderr


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("import", "gone.json"), "Nothing was taken from gone.json: there is no such file"),
        (("import", "."), "Nothing was taken from .: it is not a file"),
        (("import", "other.json"), "Nothing was taken from other.json: it is not what Unbrace"),
        (("export", "gone/mine.json"), "gone/mine.json could not be written: No such file"),
        (("export", "."), ". could not be written: "),
        (("export", ""), "Give the path of a file."),
        (("import", " "), "Give the path of a file."),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, arguments: tuple[str, ...], line: str) -> None:
    (tmp_path / "other.json").write_text('{"habits": [{"name": "=cmd"}]}')
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"unbrace: {line}")
    assert done.stderr.count("\n") == 1
    assert here() == 7


def test_a_history_that_cannot_be_read_is_not_exported_as_nothing(tmp_path: Path) -> None:
    history_file().unlink()
    history_file().mkdir()
    try:
        for arguments in (("export", "mine.json"), ("export", "--csv", "mine")):
            done = run(*arguments, cwd=tmp_path)
            assert done.returncode == 2
            line = f"unbrace: Nothing can be exported. {history_file()}: it is a folder\n"
            assert done.stderr == line
    finally:
        history_file().rmdir()
        history_file().touch()
