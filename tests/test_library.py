"""The person's files while the program runs: changed, broken, mended, taken away."""

from pathlib import Path

import pytest

from desktop.keep.settings import SettingsFile
from desktop.library import Library
from routines.lookup import Folders
from routines.problems import has_errors

ROUTINE = "name: {name}\nsteps:\n  - say: Breathe.\n"
REMINDER = "name: {name}\nevery: {every}\nnotes: [Breathe]\n"


class Home:
    """A person's two folders, and what they save in them."""

    def __init__(self, home: Path) -> None:
        self.folders = {"routines": home / "routines", "reminders": home / "reminders"}
        for folder in self.folders.values():
            folder.mkdir()
        self.settings = SettingsFile(home / "settings.json")

    def save(self, kind: str, text: str) -> Path:
        path = self.folders[kind] / "mine.yaml"
        path.write_text(text, "utf-8")
        return path

    def library(self) -> Library:
        user = Folders(user=self.folders["routines"])
        return Library(user, self.settings, self.folders["reminders"])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def reminder_of(library: Library) -> tuple[str, bool] | None:
    """What the person's reminder is called, if it can come, and whether it is marked."""
    entry = next(each for each in library.reminders if each.id == "mine")
    return (entry.reminder.name, has_errors(entry.problems)) if entry.reminder else None


def routine_of(library: Library) -> tuple[str, bool] | None:
    entry = library.entry("mine")
    assert entry is not None
    return (entry.routine.name, has_errors(entry.problems)) if entry.routine else None


def test_a_changed_reminder_file_is_noticed(home: Home) -> None:
    home.save("reminders", REMINDER.format(name="One", every="1h"))
    library = home.library()
    assert not library.reload_if_changed()
    home.save("reminders", REMINDER.format(name="Another", every="1h"))
    assert library.reload_if_changed()
    assert reminder_of(library) == ("Another", False)
    assert not library.reload_if_changed()


def test_whoever_is_to_know_is_told_of_each_reading(home: Home) -> None:
    library = home.library()
    told: list[str] = []
    library.when_reloaded = lambda: told.append("again")
    home.save("reminders", REMINDER.format(name="One", every="1h"))
    library.reload_reminders_if_changed()
    home.save("routines", ROUTINE.format(name="One"))
    assert not library.reload_reminders_if_changed(), "that is no reminder"
    library.reload_if_changed()
    assert told == ["again", "again"]


@pytest.mark.parametrize("every", ["10s", "often"])
def test_a_reminder_that_breaks_keeps_its_last_good_version(home: Home, every: str) -> None:
    home.save("reminders", REMINDER.format(name="Good", every="1h"))
    library = home.library()
    home.save("reminders", REMINDER.format(name="Broken", every=every))
    assert library.reload_if_changed()
    assert reminder_of(library) == ("Good", True)
    library.reload()
    assert reminder_of(library) == ("Good", True), "however often it is read"
    home.save("reminders", REMINDER.format(name="Mended", every="2h"))
    library.reload()
    assert reminder_of(library) == ("Mended", False)


@pytest.mark.parametrize("all_read", [True, False])
def test_a_routine_that_breaks_keeps_its_last_good_version(home: Home, all_read: bool) -> None:
    home.save("routines", ROUTINE.format(name="Good"))
    library = home.library()
    assert routine_of(library) == ("Good", False)
    if all_read:
        assert library.catalogue.get("mine") is not None
    home.save("routines", "name: Broken\nsteps: []\n")
    assert library.reload_if_changed()
    assert routine_of(library) == ("Good", True)
    assert library.can_play("mine")
    home.save("routines", ROUTINE.format(name="Mended"))
    library.reload()
    assert routine_of(library) == ("Mended", False)


def test_what_was_broken_from_the_start_has_no_good_version(home: Home) -> None:
    home.save("reminders", "name: Broken\n")
    home.save("routines", "name: Broken\n")
    library = home.library()
    assert (reminder_of(library), routine_of(library)) == (None, None)


def test_what_was_taken_away_does_not_come_back(home: Home) -> None:
    paths = [
        home.save("reminders", REMINDER.format(name="Good", every="1h")),
        home.save("routines", ROUTINE.format(name="Good")),
    ]
    library = home.library()
    assert routine_of(library) == ("Good", False)
    for path in paths:
        path.unlink()
    library.reload()
    assert library.entry("mine") is None
    assert "mine" not in [each.id for each in library.reminders]
    home.save("reminders", "name: Broken\n")
    home.save("routines", "name: Broken\n")
    library.reload()
    assert (reminder_of(library), routine_of(library)) == (None, None)
