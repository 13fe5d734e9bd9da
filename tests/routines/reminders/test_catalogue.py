"""All reminders, the person's own beside the built-in ones, broken ones beside good ones."""

from pathlib import Path

import pytest

from routines.problems import Message
from routines.reminders.catalogue import ReminderEntry, load_reminders

GOOD = "name: {name}\nnotes: [B]\nevery: 1h\n"


@pytest.fixture
def built_in(tmp_path: Path) -> Path:
    return folder(tmp_path / "built-in", posture="Posture", move="Movement")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return folder(tmp_path / "own", tea="Tea")


def folder(path: Path, **names: str) -> Path:
    path.mkdir()
    for file, name in names.items():
        (path / f"{file}.yaml").write_text(GOOD.format(name=name), "utf-8")
    return path


def load(own: Path | None, built_in: Path) -> dict[str, ReminderEntry]:
    return {each.id: each for each in load_reminders(own, lambda _: True, built_in)}


def test_the_built_in_ones_come_first_and_each_by_name(own: Path, built_in: Path) -> None:
    (own / "zeal.yaml").write_text(GOOD.format(name="a zeal"), "utf-8")
    assert list(load(own, built_in)) == ["move", "posture", "zeal", "tea"]


def test_a_file_of_ones_own_shadows_one_of_the_same_id_and_no_other(
    own: Path, built_in: Path
) -> None:
    (own / "posture.yaml").write_text(GOOD.format(name="My posture"), "utf-8")
    found = load(own, built_in)
    assert (found["posture"].name, found["posture"].own, found["posture"].shadows) == (
        "My posture",
        True,
        True,
    )
    assert (found["tea"].own, found["tea"].shadows) == (True, False)
    assert (found["move"].own, found["move"].shadows) == (False, False)
    assert len(found) == 3


def test_a_broken_file_stands_beside_good_ones(own: Path, built_in: Path) -> None:
    (own / "broken.yaml").write_text("name: Broken\nnotes: []\nevery: 10s\n", "utf-8")
    found = load(own, built_in)
    assert found["broken"].reminder is None
    assert found["broken"].name == "Broken"
    assert [each.message for each in found["broken"].problems] == [
        Message.EMPTY_LIST,
        Message.TOO_OFTEN,
    ]
    assert found["tea"].reminder is not None
    assert found["posture"].reminder is not None


def test_a_broken_shadow_is_shown_and_not_hidden_behind_the_built_in_one(
    own: Path, built_in: Path
) -> None:
    (own / "posture.yaml").write_text("", "utf-8")
    entry = load(own, built_in)["posture"]
    assert (entry.own, entry.reminder, entry.name) == (True, None, "posture")


def test_a_routine_that_is_not_there_is_a_problem_of_its_reminder(own: Path) -> None:
    text = GOOD.format(name="A") + "offer: [nowhere]\n"
    (own / "a.yaml").write_text(text, "utf-8")
    [entry] = [each for each in load_reminders(own, lambda _: False, own) if each.id == "a"]
    assert [each.message for each in entry.problems] == [Message.UNKNOWN_OFFER]


def test_a_file_with_the_wrong_ending_is_told_its_name(own: Path, built_in: Path) -> None:
    (own / "tea.yml").write_text(GOOD.format(name="A"), "utf-8")
    found = load(own, built_in)
    assert found["tea.yml"].problems[0].message is Message.RENAME_TO_YAML
    assert found["tea.yml"].problems[0].instead == "tea.yaml"
    assert found["tea"].reminder is not None


def test_other_files_are_left_alone(own: Path, built_in: Path) -> None:
    for name in (".tea.yaml", "tea.yaml~", "notes.txt"):
        (own / name).write_text("", "utf-8")
    assert set(load(own, built_in)) == {"move", "posture", "tea"}


def test_a_folder_in_the_place_of_a_file_is_a_problem_of_its_own(own: Path, built_in: Path) -> None:
    (own / "odd.yaml").mkdir()
    assert load(own, built_in)["odd"].problems[0].message is Message.CANNOT_READ


@pytest.mark.parametrize("name", ["nowhere", "tea.yaml"])
def test_without_a_folder_there_are_the_built_in_ones(own: Path, built_in: Path, name: str) -> None:
    assert set(load(own / name, built_in)) == {"move", "posture"}
    assert set(load(None, built_in)) == {"move", "posture"}
