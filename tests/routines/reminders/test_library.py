"""The reminders that come with the program: without a problem, kind, and read at a glance."""

import re
from pathlib import Path

import pytest

from routines.duration import total_seconds
from routines.lookup import LIBRARY, Folders
from routines.reader import Reader
from routines.reminders.catalogue import BUILT_IN
from routines.reminders.model import Before, Event, Every, Reminder
from routines.reminders.reader import MOST_WORDS, read_reminder_file
from tests.routines.test_library import CLAIMS

FILES = sorted(BUILT_IN.glob("*.yaml"))

# An invitation begins otherwise; a question or "if you like" may follow.
ORDERS = re.compile(
    r"(?:^|[.?:] )(?:please |now |just )?(?:do|don.t|stop|sit|stand|get|go|put|pull|push|drop|take|"
    r"let|keep|hold|breathe|move|stretch|roll|lift|relax|remember|try|make|turn|check|look)\b(?!ing)",
    re.IGNORECASE,
)
SHAME = re.compile(
    r"\b(should(?!er)|must|have to|need to|again already|lazy|slouch\w*|bad|wrong|forgot\w*|"
    r"ignored|too long|finally|streak|fail\w*|still sitting)\b",
    re.IGNORECASE,
)


def reminder(path: Path) -> Reminder:
    read = read_reminder_file(
        path,
        lambda name: Folders().routine(name, None) is not None,
        lambda name: Folders().no_figure(name, None),
    )
    assert read.problems == ()
    assert read.reminder is not None
    return read.reminder


ALL = {path.stem: reminder(path) for path in FILES}


def test_the_reminders_of_the_day_are_all_there() -> None:
    day = {"posture", "move", "breathe-before-call", "stand-up", "wind-down", "unclench"}
    assert set(ALL) == day | {"after-a-long-call", "good-things"}


def test_only_posture_and_movement_are_on_at_first() -> None:
    assert {name for name, each in ALL.items() if each.enabled} == {"posture", "move"}


def test_what_is_on_comes_as_one_note_an_hour() -> None:
    assert ALL["posture"].rhythm == ALL["move"].rhythm == Every(3600.0)


def test_the_events_are_those_they_are_named_for() -> None:
    assert ALL["breathe-before-call"].rhythm == Before(Event.MEETING, 300.0)
    assert ALL["breathe-before-call"].offer == ("before-a-call",)
    assert ALL["wind-down"].rhythm == Before(Event.BEDTIME, 75 * 60.0)
    assert ALL["wind-down"].offer[0] == "wind-down"
    assert ALL["unclench"].offer[0] == "unclench"


def test_good_things_are_no_daily_duty() -> None:
    assert len(ALL["good-things"].days) == 3


def test_movement_offers_routines_of_two_minutes() -> None:
    assert ALL["move"].offer[0] == "hourly-reset"
    for name in ALL["move"].offer:
        routine = Reader().read_file(LIBRARY / f"{name}.yaml").routine
        assert routine is not None
        assert total_seconds(routine.steps) == pytest.approx(120, rel=0.05)


@pytest.mark.parametrize("name", ["posture", "move"])
def test_there_are_notes_for_more_than_a_day(name: str) -> None:
    assert len(ALL[name].notes) >= 12


def test_unclenching_asks_after_the_jaw() -> None:
    assert ALL["unclench"].notes[0].startswith("Is your jaw tight?")


@pytest.mark.parametrize("name", ALL)
class TestFile:
    def test_its_notes_are_read_at_a_glance(self, name: str) -> None:
        for note in ALL[name].notes:
            assert len(note.split()) <= MOST_WORDS
            assert len(note) <= 75, note

    def test_it_invites_and_does_not_order(self, name: str) -> None:
        assert [note for note in ALL[name].notes if ORDERS.search(note)] == []

    def test_it_shames_nobody_and_promises_nothing(self, name: str) -> None:
        for text in (ALL[name].name, ALL[name].about, *ALL[name].notes):
            assert not SHAME.search(text)
            assert not CLAIMS.search(text)
            assert "!" not in text

    def test_no_note_stands_in_it_twice(self, name: str) -> None:
        notes = [note.casefold() for note in ALL[name].notes]
        assert len(set(notes)) == len(notes) >= 5

    def test_it_says_what_it_is_for_and_what_it_rests_on(self, name: str) -> None:
        assert ALL[name].about.endswith(".")
        head = (BUILT_IN / f"{name}.yaml").read_text("utf-8").partition("name:")[0]
        assert all(line.startswith("# ") for line in head.splitlines())
        assert "ot reviewed" in head


@pytest.mark.parametrize(
    "note", ["Sit up straight.", "Hello. Drop your shoulders.", "Please stand.", "Breathe out now."]
)
def test_the_check_for_orders_can_fail(note: str) -> None:
    assert ORDERS.search(note)


@pytest.mark.parametrize("note", ["You should move.", "Stop slouching.", "That posture is bad."])
def test_the_check_for_shame_can_fail(note: str) -> None:
    assert SHAME.search(note)
