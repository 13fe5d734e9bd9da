"""Routines inside routines: where they are found, what they bring along, and how they go wrong."""

from pathlib import Path

import pytest

from routines.duration import total_seconds
from routines.lookup import Folders
from routines.model import Open, Routine, Timed, leaves
from routines.problems import Message
from routines.reader import Reader, Reading
from tests.routines.texts import Places, places, plain


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    found = Folders(user=tmp_path / "user", library=tmp_path / "library")
    for folder in (tmp_path / "user", tmp_path / "library", tmp_path / "here"):
        folder.mkdir()
    return found


def write(folder: Path | None, name: str, *steps: str, head: str = "") -> Path:
    """Writes a routine of ``steps``, whose first one stands on line 3 if there is no ``head``."""
    assert folder is not None
    path = folder / f"{name}.yaml"
    lines = [
        f"name: {name}",
        *plain(head).splitlines(),
        "steps:",
        *(f"  - {each}" for each in steps),
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


def good(reading: Reading) -> Routine:
    assert places(reading) == []
    assert reading.routine is not None
    return reading.routine


def titles(reading: Reading) -> list[str]:
    return [step.title for step in leaves(good(reading).steps)]


def bad(reading: Reading) -> Places:
    assert reading.routine is None
    return places(reading)


# ---------------------------------------------------------------- finding


def test_an_include_is_looked_up_beside_the_file_then_with_the_person_then_with_us(
    folders: Folders, tmp_path: Path
) -> None:
    this = write(tmp_path / "here", "this", "include: other")
    assert bad(Reader(folders).read_file(this)) == [(3, 14, Message.INCLUDE_NOT_FOUND)]
    for place in ("library", "user", "here"):
        write(tmp_path / place, "other", f"say: from {place}")
        assert titles(Reader(folders).read_file(this)) == [f"from {place}"]


def test_a_folder_is_no_routine_to_include(folders: Folders, tmp_path: Path) -> None:
    (tmp_path / "here" / "other.yaml").mkdir()
    this = write(tmp_path / "here", "this", "include: other")
    assert bad(Reader(folders).read_file(this)) == [(3, 14, Message.INCLUDE_NOT_FOUND)]


@pytest.mark.parametrize(
    "name", ["../library/other", "/etc/passwd", "./other", "a\\b", "..", "sub/other", "C:other"]
)
def test_a_path_is_no_id_and_nothing_outside_is_read(
    folders: Folders, tmp_path: Path, name: str
) -> None:
    write(folders.library, "other", "say: A")
    (tmp_path / "here" / "sub").mkdir()
    write(tmp_path / "here" / "sub", "other", "say: A")
    this = write(tmp_path / "here", "this", f"include: {name}")
    assert bad(Reader(folders).read_file(this)) == [(3, 14, Message.BAD_NAME)]


def test_the_ending_is_left_out_of_an_id(folders: Folders, tmp_path: Path) -> None:
    write(folders.library, "other", "say: A")
    reading = Reader(folders).read_file(write(tmp_path / "here", "this", "include: other.yaml"))
    assert bad(reading) == [(3, 14, Message.BAD_NAME)]
    assert reading.problems[0].instead == "other"


def test_an_unsaved_text_finds_what_is_beside_its_file(folders: Folders, tmp_path: Path) -> None:
    write(tmp_path / "here", "other", "say: A")
    text = "name: x\nsteps: [include: other]\n"
    reading = Reader(folders).read_text(text, "this", tmp_path / "here" / "this.yaml")
    assert titles(reading) == ["A"]
    assert bad(Reader(folders).read_text(text, "this")) == [(2, 18, Message.INCLUDE_NOT_FOUND)]


# ---------------------------------------------------------------- what an include brings along


def test_an_included_routine_keeps_its_own_defaults(folders: Folders) -> None:
    head = "defaults: {lead_in: 1s, switch: 2s, tempo: 1-0-1-0}"
    write(folders.user, "other", "{move: A, reps: 3, sides: left-right}", head=head)
    this = write(
        folders.user, "this", "include: other", head="defaults: {lead_in: 9s, tempo: 9-0-9-0}"
    )
    assert total_seconds(good(Reader(folders).read_file(this)).steps) == 1 + 6 + 2 + 6


def test_an_include_brings_its_cautions_but_not_its_name(folders: Folders) -> None:
    write(folders.user, "other", "say: A", head="cautions: [neck, knees]\nplace: floor")
    this = write(folders.user, "this", "include: other", head="cautions: [wrists, neck]")
    routine = good(Reader(folders).read_file(this))
    assert routine.cautions == ("wrists", "neck", "knees")
    assert (routine.name, routine.place) == ("this", "")


def test_floor_work_may_have_its_cautions_from_an_include(folders: Folders) -> None:
    write(folders.user, "other", "say: A", head="cautions: [neck]")
    this = write(folders.user, "this", "include: other", head="place: floor")
    assert good(Reader(folders).read_file(this)).cautions == ("neck",)


def test_included_steps_stand_on_the_line_of_their_include(folders: Folders) -> None:
    write(folders.user, "other", "say: A", "{repeat: 2, steps: [say: B]}", "wait: C")
    this = write(folders.user, "this", "say: 0", "include: other")
    routine = good(Reader(folders).read_file(this))
    assert [step.line for step in leaves(routine.steps)] == [3, 4, 4, 4]
    assert [step.line for step in routine.steps] == [3, 4, 4, 4]


def test_what_stands_on_an_include_holds_for_each_step_inside(folders: Folders) -> None:
    steps = ("{hold: A, for: 60s, text: own}", "{notice: B, for: 50s}", "say: C", "wait: D")
    write(folders.user, "other", *steps)
    cues = "cues: {10s: Ten, halfway: Half}"
    given = (
        f"{{include: other, text: given, fixed: yes, dim: yes, lead_in: 0s, halfway: no, {cues}}}"
    )
    this = write(folders.user, "this", given)
    hold, notice, say, wait = leaves(good(Reader(folders).read_file(this)).steps)
    assert isinstance(hold, Timed)
    assert isinstance(notice, Timed)
    assert isinstance(wait, Open)
    assert [each.text for each in (hold, notice, say, wait)] == ["own", "given", "given", "given"]
    assert all(each.fixed and each.dim for each in (hold, notice, say, wait))
    assert (hold.lead_in, hold.halfway, notice.halfway) == (0.0, False, False)
    assert [cue.text for cue in hold.cues] == ["Ten", "Half"]
    assert [cue.text for cue in say.cues] == ["Half"]
    assert wait.cues == ()


def test_a_halfway_bell_for_an_include_is_only_for_what_has_one(folders: Folders) -> None:
    write(folders.user, "other", "{say: A, for: 60s}", "rest: 60s", "{hold: B, for: 60s}")
    this = write(folders.user, "this", "{include: other, halfway: yes}")
    routine = good(Reader(folders).read_file(this))
    assert [step.halfway for step in leaves(routine.steps)] == [False, False, True]


def test_breaths_in_a_row_are_counted_across_includes(folders: Folders) -> None:
    write(folders.user, "other", "{breathe: A, pattern: 4-7-8, breaths: 5}")
    this = write(folders.user, "this", "include: other", "include: other")
    assert places(Reader(folders).read_file(this)) == [(4, 5, Message.TOO_MANY_HELD_BREATHS)]


# ---------------------------------------------------------------- what can be wrong


def test_a_broken_include_is_told_with_the_line_to_look_at(folders: Folders) -> None:
    write(folders.user, "broken", "say: A", "hold: B")
    reading = Reader(folders).read_file(write(folders.user, "this", "include: broken"))
    assert bad(reading) == [(3, 14, Message.INCLUDE_BROKEN)]
    assert dict(reading.problems[0].values) == {"id": "broken", "line": "4"}


@pytest.mark.parametrize("content", [b"", b"\xff\xfea\0", b"\0\0", b"\t- x", b"[" * 5000, b"a: *b"])
def test_an_include_that_is_no_routine_is_a_broken_one(folders: Folders, content: bytes) -> None:
    assert folders.user is not None
    (folders.user / "broken.yaml").write_bytes(content)
    reading = Reader(folders).read_file(write(folders.user, "this", "include: broken"))
    assert bad(reading) == [(3, 14, Message.INCLUDE_BROKEN)]


def test_the_warnings_of_an_include_stay_in_its_own_file(folders: Folders) -> None:
    write(folders.user, "other", "{say: A, figure: nowhere}")
    reading = Reader(folders).read_file(write(folders.user, "this", "include: other"))
    assert titles(reading) == ["A"]


@pytest.mark.parametrize("members", [["this"], ["this", "b"], ["this", "b", "c"]])
def test_a_cycle_is_told_in_each_of_its_files(folders: Folders, members: list[str]) -> None:
    paths = [
        write(folders.user, name, f"include: {after}", "say: A")
        for name, after in zip(members, [*members[1:], members[0]], strict=True)
    ]
    reader = Reader(folders)
    for path in paths:
        reading = reader.read_file(path)
        assert bad(reading) == [(3, 14, Message.INCLUDE_CYCLE)]
        assert set(reading.problems[0].values["chain"].split(" → ")) == set(members)


def test_a_file_that_leads_to_a_cycle_is_told_of_a_broken_include(folders: Folders) -> None:
    write(folders.user, "b", "include: c")
    write(folders.user, "c", "include: b")
    this = write(folders.user, "this", "say: A", "include: b")
    reader = Reader(folders)
    assert bad(reader.read_file(this)) == [(4, 14, Message.INCLUDE_BROKEN)]
    assert bad(reader.read_file(this.with_name("b.yaml"))) == [(3, 14, Message.INCLUDE_CYCLE)]
    assert bad(reader.read_file(this)) == [(4, 14, Message.INCLUDE_BROKEN)]


def test_an_unsaved_text_may_not_include_its_own_file(folders: Folders) -> None:
    this = write(folders.user, "this", "say: A")
    text = "name: x\nsteps: [include: this]\n"
    assert bad(Reader(folders).read_text(text, "this", this)) == [(2, 18, Message.INCLUDE_CYCLE)]


def test_a_diamond_is_no_cycle(folders: Folders) -> None:
    write(folders.user, "d", "say: D")
    write(folders.user, "b", "include: d")
    write(folders.user, "c", "include: d")
    this = write(folders.user, "this", "include: b", "include: c", "include: d", "include: d")
    assert titles(Reader(folders).read_file(this)) == ["D", "D", "D", "D"]


def chain(folders: Folders, length: int) -> Path:
    write(folders.user, f"n{length}", "say: End")
    for number in range(length):
        write(folders.user, f"n{number}", f"include: n{number + 1}")
    assert folders.user is not None
    return folders.user / "n0.yaml"


def test_includes_nest_8_deep(folders: Folders) -> None:
    assert titles(Reader(folders).read_file(chain(folders, 8))) == ["End"]


def test_the_ninth_include_inside_each_other_is_told(folders: Folders) -> None:
    reader = Reader(folders)
    first = chain(folders, 9)
    assert bad(reader.read_file(first)) == [(3, 14, Message.INCLUDE_BROKEN)]
    deep = first.with_name("n8.yaml")
    assert titles(reader.read_file(deep)) == ["End"]  # nothing is wrong with it by itself
    assert titles(reader.read_file(first.with_name("n1.yaml"))) == ["End"]


def test_included_steps_count_towards_the_500(folders: Folders) -> None:
    write(folders.user, "other", "{repeat: 250, steps: [rest: 1s]}")
    this = write(folders.user, "this", "include: other", "include: other")
    assert len(titles(Reader(folders).read_file(this))) == 2
    more = write(folders.user, "more", "include: this", "rest: 1s")
    assert bad(Reader(folders).read_file(more)) == [(2, 1, Message.TOO_MANY_STEPS)]


def test_included_time_counts_towards_the_four_hours(folders: Folders) -> None:
    write(folders.user, "other", "rest: 2h")
    this = write(folders.user, "this", "include: other", "include: other", "rest: 1s")
    assert bad(Reader(folders).read_file(this)) == [(2, 1, Message.ROUTINE_TOO_LONG)]


def count_opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened from now on."""
    opened: list[str] = []
    real = Path.open

    def counting(path: Path, mode: str = "r") -> object:
        opened.append(path.stem)
        return real(path, mode)

    monkeypatch.setattr(Path, "open", counting)
    return opened


def test_a_bomb_of_includes_does_not_go_off(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight files of 30 includes each would be 30 to the 8th steps."""
    write(folders.user, "n8", *["say: A"] * 30)
    for number in range(8):
        write(folders.user, f"n{number}", *[f"include: n{number + 1}"] * 30)
    assert folders.user is not None
    opened = count_opened(monkeypatch)
    reading = Reader(folders).read_file(folders.user / "n0.yaml")
    assert reading.routine is None
    assert sorted(opened) == sorted(set(opened))


def test_a_bomb_of_broken_includes_does_not_go_off(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folders.user, "n8", "hold: A")
    for number in range(8):
        write(folders.user, f"n{number}", *[f"include: n{number + 1}"] * 30)
    assert folders.user is not None
    opened = count_opened(monkeypatch)
    reading = Reader(folders).read_file(folders.user / "n0.yaml")
    assert len(bad(reading)) == 30
    assert sorted(opened) == sorted(set(opened))


def test_a_web_of_cycles_is_read_once(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"n{number}" for number in range(20)]
    for name in names:
        write(folders.user, name, *(f"include: {other}" for other in names))
    assert folders.user is not None
    opened = count_opened(monkeypatch)
    reading = Reader(folders).read_file(folders.user / "n0.yaml")
    assert reading.routine is None
    assert len(opened) < 40
