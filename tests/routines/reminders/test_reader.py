"""Reminder files: what they mean, and every problem at its place."""

from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.lookup import Folders
from routines.problems import Level, Message
from routines.reminders.model import (
    EVERY_DAY,
    After,
    AtTimes,
    Before,
    Event,
    Every,
    Hours,
    Style,
    Weekday,
)
from routines.reminders.reader import (
    ReminderReading,
    is_reminder,
    read_reminder,
    read_reminder_file,
)
from tests.routines.reminders.texts import errors, places, read, reminder, rhythm

HEAD = ("name: A", "notes: [B]")


def test_a_reminder_with_everything() -> None:
    found = reminder(
        "name: Posture",
        "about: How you sit.",
        "every: 50m",
        "between: [09:00-12:30, 13:30-18:00]",
        "days: [fri, mon, fri]",
        "notes:",
        "  - Your shoulders can hang.",
        "  - no",
        "offer: [body-scan, hourly-reset]",
        "style: notification",
        "on: no",
    )
    assert found.id == "this"
    assert (found.name, found.about) == ("Posture", "How you sit.")
    assert found.rhythm == Every(3000.0)
    assert found.between == (Hours(time(9), time(12, 30)), Hours(time(13, 30), time(18)))
    assert set(found.days) == {Weekday.MON, Weekday.FRI}
    assert found.notes == ("Your shoulders can hang.", "no")
    assert found.offer == ("body-scan", "hourly-reset")
    assert found.style is Style.NOTIFICATION
    assert not found.enabled


def test_what_is_not_said_is_kind() -> None:
    found = reminder(*HEAD, "every: 1h")
    assert (found.between, found.days, found.offer) == ((), EVERY_DAY, ())
    assert found.style is Style.NOTE
    assert found.enabled


def test_each_rhythm() -> None:
    assert rhythm("every: 1h") == Every(3600.0)
    assert rhythm("at: [15:00, 9:05, 15:00]") == AtTimes((time(9, 5), time(15)))
    assert rhythm("before: bedtime 1h") == Before(Event.BEDTIME, 3600.0)
    assert rhythm("before: meeting 5m") == Before(Event.MEETING, 300.0)
    assert rhythm("after: call 30m") == After(Event.CALL, 1800.0)


def test_a_single_time_or_range_needs_no_brackets() -> None:
    assert rhythm("at: 10:30") == AtTimes((time(10, 30),))
    assert rhythm('at: "10:30"') == AtTimes((time(10, 30),))
    hours = reminder(*HEAD, "every: 1h", "between: 22:00-02:00").between
    assert hours == (Hours(time(22), time(2)),)


def test_several_without_brackets_are_told_to_use_them() -> None:
    [problem] = read(*HEAD, "at: 10:30, 15:00").problems
    assert (problem.line, problem.message) == (3, Message.WANTS_LIST)
    assert problem.instead == "[10:30, 15:00]"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("every: 10s",), [(3, 8, Message.TOO_OFTEN)]),
        (("every: 1h", "between: 25:00-3"), [(4, 10, Message.BAD_HOURS)]),
        (("every: 1h", "between: [09:00-12:30, 25:00-3]"), [(4, 24, Message.BAD_HOURS)]),
        (("every: 1h", "between: []"), [(4, 10, Message.EMPTY_LIST)]),
        (("at: [9:00, noon]",), [(3, 12, Message.BAD_CLOCK)]),
        (("at:",), [(3, 4, Message.EMPTY_VALUE)]),
        (("at: {a: b}",), [(3, 5, Message.WANTS_LIST)]),
        (("every: 1h", "days: [mon, weekend]"), [(4, 13, Message.BAD_VALUE)]),
        (("every: 1h", "offer: [nowhere]"), [(4, 9, Message.UNKNOWN_OFFER)]),
        (("every: 1h", "offer: [../body-scan]"), [(4, 9, Message.BAD_NAME)]),
        (("every: 1h", "style: popup"), [(4, 8, Message.BAD_VALUE)]),
        (("every: 1h", "on: maybe"), [(4, 5, Message.BAD_VALUE)]),
        (("evry: 1h",), [(1, 1, Message.NO_RHYTHM), (3, 1, Message.UNKNOWN_KEY)]),
        (("every: 1h", "at: 9:00"), [(4, 1, Message.TWO_RHYTHMS)]),
        (("after: call 1m", "at: 9:00"), [(4, 1, Message.TWO_RHYTHMS)]),
        (("every: 1h", "every: 2h"), [(4, 1, Message.DUPLICATE_KEY)]),
        ((), [(1, 1, Message.NO_RHYTHM)]),
    ],
)  # fmt: skip
def test_each_mistake_is_found_at_its_place(
    lines: tuple[str, ...], found: list[tuple[int, int, Message]]
) -> None:
    assert errors(*HEAD, *lines) == found


def test_a_reminder_needs_a_name_and_something_to_say() -> None:
    assert errors("every: 1h") == [(1, 1, Message.MISSING_KEY), (1, 1, Message.MISSING_KEY)]
    assert errors("name: A", "every: 1h", "notes: []") == [(3, 8, Message.EMPTY_LIST)]
    assert errors("name: A", "every: 1h", "notes:") == [(3, 7, Message.EMPTY_LIST)]
    assert errors("name: A", "every: 1h", "notes:", "  - ''") == [(4, 5, Message.EMPTY_ITEM)]


def test_a_figure_that_is_not_there_is_a_warning_that_names_the_likely_one(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "shrug.yaml").write_text("name: Shrug\n", "utf-8")
    folders = Folders(user=tmp_path, library=tmp_path / "none")

    def reading(name: str) -> ReminderReading:
        source = "\n".join([*HEAD, "every: 1h", f"figure: {name}", ""])
        return read_reminder(
            source, "this", lambda _: True, lambda name: folders.no_figure(name, None)
        )

    found = reading("shrugg")
    assert places(found, Level.WARNING) == [(4, 9, Message.FIGURE_NOT_FOUND)]
    assert found.problems[0].instead == "shrug"
    assert found.reminder is not None
    assert reading("shrug").problems == ()


def test_a_long_note_is_a_warning_and_no_error() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    assert reminder("name: A", "every: 1h", "notes:", f"  - {words}").notes == (words,)
    reading = read("name: A", "every: 1h", "notes:", f"  - {words} fifteen")
    assert places(reading, Level.WARNING) == [(4, 5, Message.NOTE_TOO_LONG)]
    assert reading.reminder is not None


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", Message.EMPTY_REMINDER),
        ("# only a comment\n", Message.EMPTY_REMINDER),
        ("- every: 1h\n", Message.NOT_A_REMINDER),
        ("every 1h\n", Message.NOT_A_REMINDER),
        ('""\n', Message.NOT_A_REMINDER),
        ("&a every\n", Message.ANCHOR),
        ("[A\n", Message.YAML_BRACKET),
        ("\tname: A\n", Message.TAB_INDENT),
        (b"name: Caf\xe9\n", Message.NOT_UTF8),
        (b"#" * (256 * 1024 + 1), Message.MUCH_TOO_LARGE),
    ],
)
def test_what_is_no_reminder_at_all_gets_one_word(source: str | bytes, message: Message) -> None:
    found = read_reminder(source, "this", lambda _: True)
    assert found.reminder is None
    assert [problem.message for problem in found.problems] == [message]


def test_a_broken_file_still_has_its_name() -> None:
    assert read("name: Tea", "notes: [B]").name == "Tea"


def test_a_file_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.yaml", tmp_path):
        found = read_reminder_file(path, lambda _: True)
        assert [problem.message for problem in found.problems] == [Message.CANNOT_READ]


def test_a_file_has_its_name_as_its_id(tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text("name: A\nnotes: [B]\nevery: 1h\n", "utf-8")
    found = read_reminder_file(path, lambda _: True).reminder
    assert found is not None
    assert found.id == "tea"


WORDS = st.sampled_from(
    ["name", "notes", "every", "at", "before", "between", "days", "offer", "style", "on", "steps"]
)
LINES = st.tuples(WORDS | st.text(max_size=8), st.text(max_size=30)).map(": ".join)


@given(st.lists(LINES | st.text(max_size=30), max_size=12).map("\n".join) | st.binary(max_size=200))
def test_no_text_makes_it_fall_over(source: str | bytes) -> None:
    found = read_reminder(source, "this", lambda _: False)
    wrong = any(problem.level is Level.ERROR for problem in found.problems)
    assert wrong == (found.reminder is None)


# ---------------------------------------------------------------- reminder or routine


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("name: A\nevery: 1h\n", True),
        ("name: A\r\nnotes:\r\n  - B\r\n", True),
        ("name: A\r'before': meeting 5m\r", True),
        ("\ufeffat: 10:30\n", True),
        ("name: A\n", False),
        ("name: A\nsteps:\n  - every: 1h\n", False),
        ("name: A\nevery: 1h\nsteps: []\n", False),
        ("name: A\nabout: notes\n", False),
        ("name: A\nabout: |\n  at: home\n", False),
        ("# every: 1h\n", False),
        ("", False),
    ],
)
def test_a_file_is_taken_for_what_its_keys_say(source: str, meant: bool) -> None:
    assert is_reminder(source.encode()) is meant
