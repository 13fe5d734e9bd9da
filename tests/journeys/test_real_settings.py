"""The settings page of the real program, by the keyboard alone once it is open."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from desktop.look.colors import DARK, LIGHT
from tests.desk import Desk

PROGRAM = [sys.executable, "-m", "desktop"]
SETTINGS = (180, 354)  # its entry at the side
SEARCH = (1000, 80)
BARE = (180, 500)  # nothing is there but paper


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """A desk on which the settings page is open."""
    with Desk() as desk:
        program = desk.start(PROGRAM)
        desk.window("^Unbrace$")
        desk.click(*SETTINGS)
        yield desk
        assert program.poll() is None
        assert desk.log(program) == ""


def settings_of(desk: Desk) -> dict[str, Any]:
    file = desk.home / "config" / "unbrace" / "settings.json"
    values = json.loads(file.read_text("utf-8")) if file.exists() else {}
    assert isinstance(values, dict)
    return values


def search(desk: Desk, text: str) -> None:
    """What is found is next on the way by Tab."""
    desk.click(*SEARCH)
    desk.keys("ctrl+a")
    desk.type(text)
    desk.keys("Tab")


def keeps(desk: Desk, key: str, fits: Callable[[Any], bool]) -> None:
    desk.wait_for(lambda: fits(settings_of(desk).get(key)), what=f"the new {key}")


def test_the_hours_of_a_day_are_set_and_taken_back(desk: Desk) -> None:
    search(desk, "monday")
    desk.keys("Tab", "space")  # past the day's switch
    keeps(desk, "week", lambda week: week == [["mon", ["09:00-17:00"]]])
    desk.type("0815")
    desk.keys("Tab")
    keeps(desk, "week", lambda week: week == [["mon", ["08:15-17:00"]]])
    # In a field, that takes back what is typed there; so past the minutes, on to the cross.
    desk.keys("Tab", "Tab", "ctrl+z", "ctrl+z")
    keeps(desk, "week", lambda week: week == [])


def test_bedtime_is_set(desk: Desk) -> None:
    search(desk, "bedtime sleep")
    desk.keys("space")
    keeps(desk, "bedtime", lambda bedtime: bedtime == "22:30")
    desk.keys("Tab")
    desk.type("2315")
    desk.keys("Return")
    keeps(desk, "bedtime", lambda bedtime: bedtime == "23:15")


def test_days_away_are_added_from_two_dates(desk: Desk) -> None:
    search(desk, "vacation")
    desk.type("20301224")
    desk.keys("Tab")
    desk.type("20301228")
    desk.keys("Tab", "space")
    keeps(desk, "absences", lambda days: days == [["2030-12-24", "2030-12-28"]])


def test_a_calendar_is_named_and_removed(desk: Desk) -> None:
    search(desk, "calendars meeting files")
    desk.type("/nowhere/mine.ics")
    desk.keys("Return")
    keeps(desk, "calendars", lambda places: places == ["/nowhere/mine.ics"])
    desk.keys("shift+Tab", "space")
    keeps(desk, "calendars", lambda places: places == [])


def test_a_look_is_worn_at_once_kept_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    def paper() -> str:
        image = QImage(str(desk.screenshot(tmp_path / "now.png")))
        return image.pixelColor(*BARE).name()

    search(desk, "dark night")
    assert paper() == LIGHT.paper
    desk.keys("Right", "Right")
    keeps(desk, "scheme", lambda scheme: scheme == "dark")
    desk.wait_for(lambda: paper() == DARK.paper, what="dark paper")
    desk.keys("ctrl+z", "ctrl+z")
    keeps(desk, "scheme", lambda scheme: scheme == "follow")
    desk.wait_for(lambda: paper() == LIGHT.paper, what="light paper")


def test_the_search_leads_to_a_reminder(desk: Desk) -> None:
    search(desk, "posture")
    desk.keys("Return", "space")  # there, its switch has the keyboard
    keeps(desk, "reminders", lambda found: found.get("posture", {}).get("on") is False)
