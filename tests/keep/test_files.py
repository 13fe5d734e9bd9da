"""Writing small files whole or not at all."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.keep.files import clear_leftovers, read_json, set_aside, write_atomically


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file.json"
    assert write_atomically(path, '{"a": "ü"}\n') is None
    assert path.read_bytes() == '{"a": "ü"}\n'.encode()
    assert read_json(path) == {"a": "ü"}


def test_a_failing_replace_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.json"
    write_atomically(path, "old")

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert write_atomically(path, "new") == "No space left on device"
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_fills_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.json"
    write_atomically(path, "old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert write_atomically(path, "new") == "No space left on device"
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_stands_in_the_way_is_named_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "file.json"
    folder.mkdir()
    (folder / "kept").touch()
    assert write_atomically(folder, "new") == "Is a directory"
    assert (folder / "kept").exists()
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000, b"1" * 5_000_000])
def test_nothing_sensible_reads_as_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(content)
    assert read_json(path) is None


def test_no_file_and_a_folder_read_as_nothing(tmp_path: Path) -> None:
    assert read_json(tmp_path / "none") is None
    assert read_json(tmp_path) is None


def test_setting_aside_moves_the_file_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text("bad", "utf-8")
    aside = set_aside(path)
    assert aside == tmp_path / "file.json.damaged-1"
    assert aside.read_text("utf-8") == "bad"
    assert not path.exists()
    assert set_aside(path) is None


def test_only_old_leftovers_of_that_file_are_removed(tmp_path: Path) -> None:
    path, now = tmp_path / "reminders.json", datetime(2026, 3, 2, 9, tzinfo=UTC)
    ages = {
        ".reminders.json.abcd_123": 25,
        ".reminders.json.fresh123": 23,
        ".reminders.json.short": 99,
        ".reminders.json.UPPER123": 99,
        ".other.json.abcd_123": 99,
        "reminders.json.abcd_123": 99,
        "reminders.json": 99,
    }
    for name, hours in ages.items():
        file = tmp_path / name
        file.write_text("x", "utf-8")
        then = now.timestamp() - hours * 3600
        os.utime(file, (then, then))
    (tmp_path / ".reminders.json.a_folder").mkdir()
    os.utime(tmp_path / ".reminders.json.a_folder", (0, 0))
    clear_leftovers(path, now)
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {*ages, ".reminders.json.a_folder"} - {".reminders.json.abcd_123"}


def test_what_is_written_has_the_name_of_a_leftover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill in the middle of writing leaves what is removed later."""
    path = tmp_path / "reminders.json"
    monkeypatch.setattr(Path, "replace", lambda *_: None)
    write_atomically(path, "{}")
    assert len(list(tmp_path.iterdir())) == 1
    clear_leftovers(path, datetime(2200, 1, 1, tzinfo=UTC))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_has_no_leftovers(tmp_path: Path) -> None:
    clear_leftovers(tmp_path / "nowhere" / "reminders.json", datetime(2026, 3, 2, tzinfo=UTC))
