"""All the routines there are: ours and the person's, shadowed, broken and misnamed ones."""

from pathlib import Path

import pytest

from routines.catalogue import Entry, load_catalogue
from routines.lookup import LIBRARY, Folders, is_id
from routines.problems import Message

GOOD = "name: {name}\nsteps: [say: A]\n"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for name in ("user", "library"):
        (tmp_path / name).mkdir()
    return Folders(user=tmp_path / "user", library=tmp_path / "library")


def write(folder: Path | None, file: str, name: str = "x") -> Path:
    assert folder is not None
    path = folder / file
    path.write_text(GOOD.format(name=name), "utf-8")
    return path


def entry(folders: Folders, routine_id: str) -> Entry:
    found = load_catalogue(folders).get(routine_id)
    assert found is not None
    return found


def test_routines_are_listed_by_name_wherever_they_come_from(folders: Folders) -> None:
    write(folders.library, "one.yaml", "banana")
    write(folders.library, "two.yaml", "Apple")
    write(folders.user, "three.yaml", "Cherry")
    found = load_catalogue(folders).entries
    assert [(each.id, each.name, each.own) for each in found] == [
        ("two", "Apple", False),
        ("one", "banana", False),
        ("three", "Cherry", True),
    ]


def test_a_persons_file_shadows_the_built_in_one_of_its_id_and_no_other(folders: Folders) -> None:
    write(folders.library, "one.yaml", "Ours")
    write(folders.library, "two.yaml", "Ours too")
    write(folders.user, "one.yaml", "Mine")
    catalogue = load_catalogue(folders)
    assert [(each.name, each.shadows) for each in catalogue.entries] == [
        ("Mine", True),
        ("Ours too", False),
    ]


def test_a_broken_file_that_shadows_is_listed_broken(folders: Folders) -> None:
    write(folders.library, "one.yaml", "Ours")
    write(folders.user, "one.yaml").write_text("name: Mine\n")
    found = entry(folders, "one")
    assert (found.own, found.shadows, found.routine) == (True, True, None)
    assert [each.message for each in found.problems] == [Message.MISSING_KEY]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("name: Mine\n", "Mine"),
        ("name: Mine\nsteps: [sya: A]\n", "Mine"),
        ("name:\nsteps: [say: A]\n", "one"),
        ("name: [a]\n", "one"),
        ("\t", "one"),
        ("", "one"),
    ],
)
def test_a_broken_file_is_called_by_its_name_if_that_can_be_read(
    folders: Folders, text: str, name: str
) -> None:
    write(folders.user, "one.yaml").write_text(text)
    assert (entry(folders, "one").routine, entry(folders, "one").name) == (None, name)


BROKEN = {
    "empty": b"",
    "large": b"#" * 1024 * 1024,
    "binary": bytes(range(256)) * 9,
    "utf16": "name: x\n".encode("utf-16"),
    "utf16-bare": "name: x\n".encode("utf-16-le"),
    "tabs": b"steps:\n\t- say: A\n",
    "twice": b"name: x\nname: y\nsteps: [say: A]\n",
    "aliases": b"name: &a x\nsteps: [*a, *a, *a]\n",
    "brackets": b"[" * 120_000,
    "cycle-a": b"name: x\nsteps: [include: cycle-b]\n",
    "cycle-b": b"name: x\nsteps: [include: cycle-a]\n",
    "negative": b"name: x\nsteps: [{hold: A, for: -5s}]\n",
    "huge": b"name: x\nsteps: [{hold: A, for: 1e9h}]\n",
    "no-reps": b"name: x\nsteps: [{move: A, reps: 0}]\n",
    "fast": b"name: x\nsteps: [{move: A, reps: 5, tempo: fast}]\n",
    "no-verb": b"name: x\nsteps: [{for: 5s}]\n",
    "two-verbs": b"name: x\nsteps: [{hold: A, move: B, for: 5s}]\n",
    "misspelt": b"name: x\nsteps: [{hlod: A, for: 5s}]\n",
    "zeros": b"name: x\nsteps: [{move: A, reps: " + b"0" * 9000 + b"}]\n",
}


def test_broken_files_are_listed_with_their_problems_and_all_others_load(folders: Folders) -> None:
    assert folders.user is not None
    for name, content in BROKEN.items():
        (folders.user / f"{name}.yaml").write_bytes(content)
    write(folders.user, "good.yaml", "Good")
    write(folders.library, "ours.yaml", "Ours")
    catalogue = load_catalogue(folders)
    assert {each.id for each in catalogue.entries} == {*BROKEN, "good", "ours"}
    for each in catalogue.entries:
        assert (each.routine is None) == (each.id in BROKEN)
        assert bool(each.problems) == (each.id in BROKEN)


def test_what_cannot_be_opened_is_listed(folders: Folders) -> None:
    assert folders.user is not None
    (folders.user / "folder.yaml").mkdir()
    (folders.user / "gone.yaml").symlink_to("nowhere.yaml")
    for name in ("folder", "gone"):
        assert [each.message for each in entry(folders, name).problems] == [Message.CANNOT_READ]


@pytest.mark.parametrize("name", ["sheet.yml", "sheet.YAML", "sheet.Yml"])
def test_a_file_with_another_ending_is_listed_with_the_name_it_needs(
    folders: Folders, name: str
) -> None:
    write(folders.user, name)
    found = entry(folders, name)
    assert (found.routine, found.own) == (None, True)
    assert [(each.message, each.instead) for each in found.problems] == [
        (Message.RENAME_TO_YAML, "sheet.yaml")
    ]


def test_a_misnamed_file_hides_no_good_one(folders: Folders) -> None:
    write(folders.user, "sheet.yaml", "Good")
    write(folders.user, "sheet.yml", "Other")
    assert {each.id for each in load_catalogue(folders).entries} == {"sheet", "sheet.yml"}


def test_other_files_and_hidden_ones_are_no_routines(folders: Folders) -> None:
    write(folders.user, "notes.txt")
    write(folders.user, ".hidden.yaml")
    write(folders.user, "yaml")
    assert load_catalogue(folders).entries == ()


def test_a_folder_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    catalogue = load_catalogue(Folders(user=tmp_path / "none", library=tmp_path / "nothing"))
    assert (catalogue.entries, catalogue.unreadable) == ((), ())


def test_a_folder_that_cannot_be_read_is_told_and_ours_still_load(tmp_path: Path) -> None:
    user = tmp_path / "user"
    user.write_text("a file where the folder should be")
    catalogue = load_catalogue(Folders(user=user))
    assert len(catalogue.entries) == len(list(LIBRARY.glob("*.yaml")))
    ((path, reason),) = catalogue.unreadable
    assert path == user
    assert reason


def test_without_a_folder_of_ones_own_there_is_the_library() -> None:
    catalogue = load_catalogue(Folders())
    assert catalogue.entries
    assert not any(each.own for each in catalogue.entries)


def test_an_id_is_found_also_when_it_is_misspelt() -> None:
    catalogue = load_catalogue(Folders())
    assert catalogue.get("morning-yoga") is not None
    assert catalogue.get("mornin-yoga") is None
    assert catalogue.nearest_id("mornin-yoga") == "morning-yoga"
    assert catalogue.nearest_id("Morning Yoga") == "morning-yoga"
    assert catalogue.nearest_id("zzz") == ""


def test_an_own_routine_may_include_ours(folders: Folders) -> None:
    write(folders.library, "ours.yaml", "Ours")
    write(folders.user, "mine.yaml").write_text("name: Mine\nsteps: [include: ours]\n")
    assert entry(folders, "mine").routine is not None


def test_a_name_that_no_one_can_spell_is_listed_too(folders: Folders) -> None:
    """Linux takes any bytes for a file's name."""
    assert folders.user is not None
    write(folders.user, "caf\udce9.yaml", "Good")
    assert entry(folders, "caf\udce9").name == "Good"


@pytest.mark.parametrize(
    ("name", "good"), [("a-b", True), ("", False), ("a/b", False), ("..", False), ("a.yaml", False)]
)
def test_what_could_be_an_id(name: str, good: bool) -> None:
    assert is_id(name) is good
