"""Writing small files whole or not at all."""

from pathlib import Path

import pytest

from desktop.keep.files import read_json, set_aside, write_atomically


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
