"""Which files are read, with real files, and what is said about the others."""

import os
from pathlib import Path

import pytest

from desktop.calendars import places
from desktop.calendars.places import MOST_FOLDERS, find, read_bytes
from desktop.calendars.report import MOST_BYTES, MOST_FILES, Problem, Seen, Trouble, state_of


def touch(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def troubles(*named: Path) -> list[Trouble]:
    return [problem.trouble for problem in find(named).problems]


def trouble_with(path: Path) -> Trouble:
    found = read_bytes(path)
    assert isinstance(found, Problem)
    assert found.path == str(path)
    return found.trouble


# ---------------------------------------------------------------- finding


def test_a_named_file_may_have_any_name_and_those_in_folders_end_in_ics(tmp_path: Path) -> None:
    named = touch(tmp_path / "feed")
    inside = {touch(tmp_path / "cal" / name) for name in ("a.ics", "B.ICS", "deep/er/c.ics")}
    for other in ("notes.txt", ".hidden.ics", ".git/x.ics", "d.ics.tmp"):
        touch(tmp_path / "cal" / other)
    found = find([named, tmp_path / "cal"])
    assert found.files[0] == named
    assert set(found.files[1:]) == inside
    assert found.problems == []


def test_a_file_is_read_once_however_often_it_is_found(tmp_path: Path) -> None:
    file = touch(tmp_path / "cal" / "a.ics")
    (tmp_path / "cal" / "b.ics").symlink_to(file)
    found = find([file, tmp_path / "cal", tmp_path / "cal", file])
    assert found.files == [file]


def test_folders_that_lead_into_each_other_are_walked_once(tmp_path: Path) -> None:
    file = touch(tmp_path / "cal" / "in" / "a.ics")
    (tmp_path / "cal" / "in" / "out").symlink_to(tmp_path / "cal")
    found = find([tmp_path / "cal"])
    assert found.files == [file]
    assert found.problems == []


def test_a_link_that_leads_to_itself_gets_a_word(tmp_path: Path) -> None:
    loop = tmp_path / "loop.ics"
    loop.symlink_to(loop)
    good = touch(tmp_path / "good.ics")
    found = find([tmp_path, loop])
    assert found.files == [good]
    assert {problem.trouble for problem in found.problems} == {Trouble.UNREADABLE}
    assert "symbolic links" in found.problems[0].detail


def test_what_is_missing_gets_a_word_and_is_waited_for(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "a.ics"
    dangling = tmp_path / "cal" / "b.ics"
    dangling.parent.mkdir()
    dangling.symlink_to(gone)
    found = find([gone, dangling.parent])
    assert [problem.trouble for problem in found.problems] == [Trouble.MISSING] * 2
    assert Seen(str(gone), None) in list(found.seen)
    assert Seen(str(dangling.parent), state_of(dangling.parent)) in list(found.seen)


def test_a_name_that_no_system_could_have_gets_a_word(tmp_path: Path) -> None:
    assert troubles(tmp_path / ("x" * 300), tmp_path / "\0") == [Trouble.UNREADABLE] * 2


def test_of_too_many_files_those_that_changed_last_are_read(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 7):
        path = touch(tmp_path / f"{number}.ics")
        os.utime(path, (number, number))
    found = find([tmp_path])
    assert len(found.files) == MOST_FILES
    assert found.problems == [Problem(Trouble.TOO_MANY_FILES, count=7)]
    assert tmp_path / "6.ics" not in found.files
    assert found.files[0] == tmp_path / f"{MOST_FILES + 6}.ics"


def test_a_folder_with_too_many_other_things_is_not_looked_through(tmp_path: Path) -> None:
    for number in range(20):
        touch(tmp_path / "full" / f"{number}.txt")
    first = touch(tmp_path / "own" / "a.ics")
    both = [first.parent, tmp_path / "full"]
    assert find(both, most_entries=21).problems == []
    found = find(both, most_entries=20)
    assert found.files == [first]
    assert found.problems == [Problem(Trouble.FOLDER_TOO_FULL, str(tmp_path / "full"))]


def test_too_many_folders_get_one_word(tmp_path: Path) -> None:
    for number in range(MOST_FOLDERS + 5):
        (tmp_path / str(number)).mkdir()
    assert troubles(tmp_path) == [Trouble.FOLDER_TOO_FULL]


def test_folders_too_deep_in_each_other_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path / "1/2/3/4/5/6/deep.ics")
    high = touch(tmp_path / "1/2/3/4/5/high.ics")
    assert find([tmp_path]).files == [high]
    assert troubles(tmp_path) == [Trouble.FOLDER_TOO_FULL]


# ---------------------------------------------------------------- reading


def test_a_file_up_to_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES)
        file.write(b"x")
    found = read_bytes(path)
    assert isinstance(found, bytes)
    assert len(found) == MOST_BYTES
    with path.open("ab") as file:
        file.write(b"x")
    assert trouble_with(path) is Trouble.TOO_LARGE


def test_an_empty_file_gets_a_word(tmp_path: Path) -> None:
    assert trouble_with(touch(tmp_path / "a.ics", "")) is Trouble.EMPTY
    assert trouble_with(touch(tmp_path / "b.ics", " \r\n\n")) is Trouble.EMPTY


def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ics")
    assert trouble_with(tmp_path / "pipe.ics") is Trouble.NOT_A_CALENDAR
    assert trouble_with(Path("/dev/zero")) is Trouble.NOT_A_CALENDAR


def test_a_file_that_vanishes_before_it_is_read_gets_a_word(tmp_path: Path) -> None:
    path = touch(tmp_path / "a.ics")
    found = find([path]).files
    path.unlink()
    assert trouble_with(found[0]) is Trouble.MISSING


def test_an_unreadable_file_is_told_with_the_reason() -> None:
    # Nobody may read this, not even root, as whom tests may run.
    problem = read_bytes(Path("/proc/self/mem/x"))
    assert isinstance(problem, Problem)
    assert problem == Problem(Trouble.UNREADABLE, "/proc/self/mem/x", detail="Not a directory")


def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = touch(tmp_path / "a.ics")
    path.chmod(0)
    assert trouble_with(path) is Trouble.UNREADABLE
    (tmp_path / "cal").mkdir(0)
    assert [each.trouble for each in places.find([tmp_path / "cal"]).problems] == [
        Trouble.UNREADABLE
    ]
