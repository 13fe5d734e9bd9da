"""The tray's menu as values."""

from dataclasses import replace

from desktop.reminders.showing import Answer
from desktop.tray.state import (
    MOST_FAVOURITES,
    RULE,
    Again,
    Choice,
    Command,
    Entry,
    Offer,
    PauseFor,
    Playing,
    Shown,
    TrayState,
    entries_of,
    tool_tip,
)

FULL = TrayState(
    next_text="Posture at 10:40",
    favourites=(Offer("morning-yoga", "Morning yoga"), Offer("box", "Box breathing")),
    before_call=Offer("before-a-call", "Before a call"),
)


def lines(entries: tuple[Entry, ...]) -> list[str]:
    """The menu as one reads it; submenus indented, rules as a stroke."""
    found = []
    for entry in entries:
        found.append("-" if entry == RULE else entry.text)
        found += [f"  {line}" for line in lines(entry.entries)]
    return found


def choices(entries: tuple[Entry, ...]) -> dict[str, Choice | None]:
    found = {}
    for entry in entries:
        found[entry.text] = entry.choice
        found |= choices(entry.entries)
    return found


def test_it_says_what_comes_next_and_offers_the_rest() -> None:
    assert lines(entries_of(FULL)) == [
        "Posture at 10:40",
        "-",
        "Breathe before a call",
        "Start",
        "  Morning yoga",
        "  Box breathing",
        "How is it now?",
        "-",
        "Pause reminders",
        "  For 30 minutes",
        "  For an hour",
        "  Until tomorrow",
        "-",
        "Open Unbrace",
        "Quit",
    ]


def test_with_nothing_to_offer_it_is_short() -> None:
    bare = entries_of(TrayState(has_reminders=False))
    assert lines(bare) == ["No reminder ahead", "-", "How is it now?", "-", "Open Unbrace", "Quit"]


def test_what_is_chosen_stands_with_the_entry() -> None:
    found = choices(entries_of(FULL))
    assert found["Posture at 10:40"] is None
    assert found["Breathe before a call"] == Offer("before-a-call", "Before a call")
    assert found["Box breathing"] == Offer("box", "Box breathing")
    assert found["For 30 minutes"] is PauseFor.HALF_HOUR
    assert found["For an hour"] is PauseFor.HOUR
    assert found["Until tomorrow"] is PauseFor.TOMORROW
    assert found["How is it now?"] is Command.RATE
    assert found["Open Unbrace"] is Command.OPEN
    assert found["Quit"] is Command.QUIT


def test_paused_it_offers_to_resume_instead() -> None:
    found = lines(entries_of(replace(FULL, paused_text="Paused until 14:00")))
    assert found[0] == "Paused until 14:00"
    assert "Resume reminders" in found
    assert "Pause reminders" not in found


def test_while_a_reminder_is_shown_it_can_be_answered() -> None:
    shown = Shown("Drop your shoulders.", "Start · 1 min", (5, 15))
    entries = entries_of(replace(FULL, shown=shown))
    assert lines(entries)[:8] == [
        "Drop your shoulders.",
        "Start · 1 min",
        "Later",
        "  In 5 minutes",
        "  In 15 minutes",
        "  -",
        "  Not today",
        "Skip",
    ]
    found = choices(entries)
    assert found["Start · 1 min"] == (Answer.START, 0)
    assert found["In 15 minutes"] == (Answer.LATER, 15)
    assert found["Not today"] == (Answer.NOT_TODAY, 0)
    assert found["Skip"] == (Answer.SKIP, 0)


def test_what_cannot_be_put_off_any_more_has_no_later() -> None:
    entries = entries_of(TrayState(shown=Shown("Drop your shoulders.", later_choices=())))
    assert lines(entries)[:4] == ["Drop your shoulders.", "Not today", "Skip", "-"]
    assert choices(entries)["Not today"] == (Answer.NOT_TODAY, 0)


def test_what_can_only_be_closed_is_closed() -> None:
    shown = Shown("Drop your shoulders.", "Start · 1 min", only_close=True)
    entries = entries_of(TrayState(shown=shown))
    assert lines(entries)[:4] == ["Drop your shoulders.", "Start · 1 min", "Close", "-"]
    assert choices(entries)["Close"] == (Answer.SKIP, 0)


def test_not_today_can_be_taken_back() -> None:
    again = Again("posture", "Posture")
    entries = entries_of(replace(FULL, not_today=(again,)))
    assert choices(entries)["Posture: today after all"] == again


def test_it_says_what_cannot_be_kept() -> None:
    entries = entries_of(replace(FULL, trouble="This cannot be kept: disk full"))
    assert lines(entries)[1] == "This cannot be kept: disk full"


def test_a_reminder_with_nothing_to_start_has_no_start() -> None:
    found = lines(entries_of(TrayState(shown=Shown("Drop your shoulders."))))
    assert found[:2] == ["Drop your shoulders.", "Later"]


def test_while_a_routine_plays_it_can_be_paused_and_ended_but_no_other_started() -> None:
    found = lines(entries_of(replace(FULL, playing=Playing("Morning yoga"))))
    assert found[:4] == ["Morning yoga", "Pause", "End", "-"]
    assert "Start" not in found
    assert "Breathe before a call" not in found
    assert lines(entries_of(replace(FULL, playing=Playing("x", paused=True))))[1] == "Go on"


def test_long_names_and_long_lists_stay_a_menu() -> None:
    many = tuple(Offer(str(number), f"{number} " + "long " * 100) for number in range(50))
    start = next(e for e in entries_of(replace(FULL, favourites=many)) if e.text == "Start")
    assert len(start.entries) == MOST_FAVOURITES
    assert all(len(entry.text) <= 60 and entry.text.endswith("…") for entry in start.entries)
    entries = entries_of(TrayState(shown=Shown("two\nlines\tof text")))
    assert entries[0].text == "two lines of text"


def test_the_tool_tip_says_the_most_pressing() -> None:
    assert tool_tip(TrayState()) == "Unbrace"
    assert tool_tip(FULL) == "Unbrace: Posture at 10:40"
    paused = replace(FULL, paused_text="Paused until 14:00")
    assert tool_tip(paused) == "Unbrace: Paused until 14:00"
    playing = replace(paused, playing=Playing("Morning yoga"))
    assert tool_tip(playing) == "Unbrace: Morning yoga"
    assert tool_tip(replace(playing, shown=Shown("Breathe."))) == "Unbrace: Breathe."
