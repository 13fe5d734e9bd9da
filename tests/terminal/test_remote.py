"""What is handed over for the words on the command line."""

import pytest

from desktop.control.messages import Command, Request
from desktop.terminal.arguments import parse
from desktop.terminal.refused import Refused
from desktop.terminal.remote import request_of


def asked(*words: str) -> Request:
    return request_of(parse(list(words)))


def refused(*words: str) -> str:
    with pytest.raises(Refused) as found:
        asked(*words)
    (line,) = found.value.lines
    return line


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("30m", 1800),
        ("30M", 1800),
        ("1h", 3600),
        ("1h30m", 5400),
        ("1.5h", 5400),
        ("5h", 18_000),
        ("1d", 86_400),
        ("2D12h", 216_000),
        ("45s", 45),
    ],
)
def test_a_pause_takes_any_length(typed: str, seconds: float) -> None:
    assert asked("pause", typed) == Request(Command.PAUSE, {"seconds": seconds})


def test_a_pause_without_a_length_is_an_hour() -> None:
    assert asked("pause").values == {"seconds": 3600}


@pytest.mark.parametrize("typed", ["tomorrow", "2026-12-28", "2026-12-28T14:00"])
def test_a_pause_lasts_until_a_day(typed: str) -> None:
    assert asked("pause", typed).values == {"until": typed}


@pytest.mark.parametrize("typed", ["14:00", "soon", "30", "1w", "m", "h1", "١h"])
def test_what_is_no_length_is_told_all_there_is(typed: str) -> None:
    line = refused("pause", typed)
    assert line.endswith("write 30m, 1h, 2d, tomorrow or 2026-12-28.")
    assert f"`{typed}`" in line


@pytest.mark.parametrize("typed", ["2026-02-30", "2026-13-01", "2026-1-1"])
def test_a_date_that_the_calendar_does_not_have_is_told(typed: str) -> None:
    line = refused("pause", typed)
    assert line == f"unbrace: `{typed}` is no date of the calendar: write it as 2026-12-28."


def test_an_answer_that_there_is_not_is_told_in_words() -> None:
    assert refused("answer", "foo") == (
        "unbrace: There is no answer `foo`: write start, later, skip or not-today."
    )
    assert refused("answer", "latr").endswith("did you mean `later`?")


def test_a_reminder_may_come_again_by_name() -> None:
    assert asked("resume", "posture").values == {"name": "posture"}
    assert asked("resume").values == {"name": ""}
    assert asked("answer", "later", "15").values == {"answer": "later", "minutes": 15.0}
