"""The place that was left before a routine's end."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from desktop.keep.unfinished import Unfinished, UnfinishedFile

PLACE = Unfinished("morning-yoga", 42.5, 600.0, part=3, minutes=10.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "unfinished.json"


def test_a_place_is_found_again(path: Path) -> None:
    assert UnfinishedFile(path).save(PLACE) is None
    assert UnfinishedFile(path).load() == PLACE


def test_only_the_last_place_is_kept(path: Path) -> None:
    file = UnfinishedFile(path)
    file.save(PLACE)
    file.save(Unfinished("other", 1.0, 2.0))
    assert file.load() == Unfinished("other", 1.0, 2.0)


def test_a_cleared_place_is_gone_and_clearing_twice_is_no_error(path: Path) -> None:
    file = UnfinishedFile(path)
    file.clear()
    file.save(PLACE)
    file.clear()
    file.clear()
    assert file.load() is None
    assert not path.exists()


def test_where_nothing_can_be_kept_the_reason_is_given(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = UnfinishedFile(tmp_path / "file" / "unfinished.json")
    assert file.save(PLACE)
    assert file.load() is None
    file.clear()


NO_NUMBERS = [None, "1", True, [1], float("nan"), float("inf")]
BAD: list[tuple[str, object]] = [("routine", bad) for bad in (None, 1, True, ["x"])]
BAD += [("part", bad) for bad in (*NO_NUMBERS, 1.5)]
BAD += [(name, bad) for name in ("elapsed", "length", "minutes") for bad in (*NO_NUMBERS, -1, 1e9)]


@pytest.mark.parametrize(("name", "bad"), BAD)
def test_a_place_with_a_bad_value_is_no_place(path: Path, name: str, bad: object) -> None:
    file = UnfinishedFile(path)
    file.save(PLACE)
    path.write_text(json.dumps({**asdict(PLACE), name: bad}), "utf-8")
    assert file.load() is None


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", "\x00", '{"routine": "x"}'])
def test_a_damaged_file_is_no_place(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    assert UnfinishedFile(path).load() is None
