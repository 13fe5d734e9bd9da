"""Which events of a calendar are meetings, and when they begin."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.calendars.meetings import Meetings, meetings_in, plain_address
from desktop.calendars.read import read_file
from desktop.calendars.report import LOOK_AHEAD, Problem, Trouble
from desktop.calendars.sieve import sift
from tests.calendars.texts import CUSTOM_ZONE, NOW, calendar, event, meeting, utc, write

ME = plain_address("MAILTO:Me@Example.org")


def found(text: str, *, now: datetime = NOW, mine: frozenset[str] = frozenset()) -> Meetings:
    until = now + LOOK_AHEAD
    return meetings_in(sift(text.encode(), now.date(), until.date()), now, until, mine)


def starts(*parts: str, headers: tuple[str, ...] = (), now: datetime = NOW) -> list[datetime]:
    meetings = found(calendar(*parts, headers=headers), now=now)
    assert meetings.unclear == 0
    assert meetings.slow == 0
    return sorted(meetings.starts)


# ---------------------------------------------------------------- when


def test_a_single_meeting_begins_at_its_time() -> None:
    assert starts(meeting("20260302T100000Z")) == [utc(2, 10)]


def test_only_the_next_48_hours_count_with_both_their_ends() -> None:
    times = ["20260302T075959Z", "20260302T080000Z", "20260304T080000Z", "20260304T080001Z"]
    parts = [meeting(time, uid=time) for time in times]
    assert starts(*parts) == [utc(2, 8), utc(4, 8)]


def test_a_zone_of_the_world_is_followed() -> None:
    assert starts(event("DTSTART;TZID=America/New_York:20260302T100000")) == [utc(2, 15)]


def test_a_zone_by_its_windows_name_is_followed() -> None:
    assert starts(event("DTSTART;TZID=W. Europe Standard Time:20260302T100000")) == [utc(2, 9)]


def test_a_weekly_meeting_keeps_its_local_hour_when_summer_time_begins() -> None:
    weekly = event("DTSTART;TZID=Europe/Berlin:20260316T100000", "RRULE:FREQ=WEEKLY;BYDAY=MO")
    before, after = utc(23, 0), utc(30, 0)  # summer time begins on the 29th
    assert starts(weekly, now=before) == [utc(23, 9)]
    assert starts(weekly, now=after) == [utc(30, 8)]


def test_two_files_may_mean_different_zones_by_one_name(tmp_path: Path) -> None:
    for name, offset, hour in [("a", "+0300", 7), ("b", "-0500", 15)]:
        path = write(
            tmp_path / f"{name}.ics",
            CUSTOM_ZONE.format(offset=offset),
            event("DTSTART;TZID=Customized Time Zone:20260303T100000"),
        )
        assert read_file(path, NOW, frozenset())[0].starts == {utc(3, hour)}


def test_an_unknown_zone_is_named_and_its_times_are_local(tmp_path: Path) -> None:
    path = write(tmp_path / "a.ics", event("DTSTART;TZID=Middle/Earth:20260303T100000"))
    meetings, problems = read_file(path, NOW, frozenset())
    assert meetings.starts == {datetime(2026, 3, 3, 10).astimezone()}
    assert problems == [Problem(Trouble.UNKNOWN_ZONE, str(path), detail="Middle/Earth")]


def test_a_web_calendars_own_zone_holds_for_its_repetitions() -> None:
    headers = ("X-WR-TIMEZONE:Europe/Berlin",)
    daily = meeting("20260101T090000Z", "RRULE:FREQ=DAILY;COUNT=200")
    april = datetime(2026, 4, 1, 0, 0, tzinfo=UTC)
    assert starts(daily, headers=headers, now=april)[0] == april.replace(hour=8)
    # Nonsense there is as good as nothing.
    assert starts(daily, headers=("X-WR-TIMEZONE:../x",), now=april)[0] == april.replace(hour=9)


# ---------------------------------------------------------------- repeating


def test_a_repeating_meeting_comes_each_time_but_on_its_exceptions() -> None:
    daily = event(
        "DTSTART;TZID=Europe/Berlin:20200101T110000",
        "DTEND;TZID=Europe/Berlin:20200101T113000",
        "RRULE:FREQ=DAILY",
        "EXDATE;TZID=Europe/Berlin:20260303T110000",
        "RDATE;TZID=Europe/Berlin:20260303T160000",
    )
    assert starts(daily) == [utc(2, 10), utc(3, 15)]


def test_a_repetition_that_is_over_does_not_come_again() -> None:
    over = meeting("20200101T100000Z", "RRULE:FREQ=DAILY;UNTIL=20260302T235959Z")
    assert starts(over) == [utc(2, 10)]


def test_one_time_of_a_series_may_be_moved_and_another_called_off() -> None:
    series = meeting("20260101T100000Z", "RRULE:FREQ=DAILY")
    moved = meeting("20260302T143000Z", "RECURRENCE-ID:20260302T100000Z")
    off = meeting("20260303T100000Z", "RECURRENCE-ID:20260303T100000Z", "STATUS:CANCELLED")
    assert starts(series, moved, off) == [utc(2, 14, 30)]


def test_a_time_may_be_moved_here_from_far_away() -> None:
    series = meeting("20260109T100000Z", "RRULE:FREQ=MONTHLY;BYMONTHDAY=9")
    moved = meeting("20260303T090000Z", "RECURRENCE-ID:20260409T100000Z")
    assert starts(series, moved) == [utc(3, 9)]


def test_a_whole_day_off_a_series_counts_by_its_date() -> None:
    series = meeting("20260301T100000Z", "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20260302")
    assert starts(series) == [utc(3, 10)]


# ---------------------------------------------------------------- what is no meeting


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART;VALUE=DATE:20260303",),
        ("DTSTART;VALUE=DATE:20260303", "DTEND;VALUE=DATE:20260305"),
        ("DTSTART;VALUE=DATE:20260303", "DTEND;VALUE=DATE:20260303"),
        ("DTSTART;VALUE=DATE:20200303", "RRULE:FREQ=DAILY"),
        ("DTSTART:20260303T000000Z", "DTEND:20260304T000000Z"),
        ("DTSTART:20260303T000000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"),
    ],
)
def test_what_lasts_all_day_is_no_meeting(lines: tuple[str, ...]) -> None:
    assert starts(event(*lines), meeting(uid="2")) == [utc(2, 10)]


def test_a_cancelled_meeting_does_not_come() -> None:
    off = meeting("20260303T100000Z", "STATUS:cancelled", uid="2")
    sure = meeting("20260302T100000Z", "STATUS:CONFIRMED")
    assert starts(off, sure) == [utc(2, 10)]


def test_a_calendar_that_calls_off_has_no_meetings() -> None:
    assert starts(meeting(), headers=("METHOD:CANCEL",)) == []
    assert starts(meeting(), headers=("METHOD:REQUEST",)) == [utc(2, 10)]


YES, NO = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:", "ATTENDEE;CN=N;PARTSTAT=DECLINED:MAILTO:"


@pytest.mark.parametrize(
    ("guests", "mine", "comes"),
    [
        ((NO + "me@example.org", YES + "you@example.org"), {ME}, False),
        ((YES + "me@example.org", NO + "you@example.org"), {ME}, True),
        ((NO + "me@example.org", YES + "you@example.org"), set(), True),  # who is who?
        ((NO + "me@example.org",), set(), False),
        ((NO + "a@example.org", NO + "b@example.org"), set(), False),
        (
            ('ATTENDEE;PARTSTAT=DECLINED;EMAIL="me@example.org":urn:uuid:7', YES + "a@b"),
            {ME},
            False,
        ),
        ((YES + "you@example.org",), {ME}, True),
        ((), {ME}, True),
    ],
)
def test_what_the_person_has_declined_is_no_meeting(
    guests: tuple[str, ...], mine: set[str], comes: bool
) -> None:
    text = calendar(meeting("20260302T100000Z", *guests))
    assert found(text, mine=frozenset(mine)).starts == ({utc(2, 10)} if comes else set())


def test_a_calendar_named_after_an_address_is_its_owners() -> None:
    declined = meeting("20260302T100000Z", NO + "me@example.org", YES + "you@example.org")
    assert starts(declined, headers=("X-WR-CALNAME:me@example.org",)) == []
    assert starts(declined, headers=("X-WR-CALNAME:Work",)) == [utc(2, 10)]


def test_one_time_of_a_series_may_be_declined() -> None:
    series = meeting("20260101T100000Z", "RRULE:FREQ=DAILY", YES + "me@example.org")
    no = meeting("20260302T100000Z", "RECURRENCE-ID:20260302T100000Z", NO + "me@example.org")
    assert found(calendar(series, no), mine=frozenset({ME})).starts == {utc(3, 10)}


def test_tasks_are_no_meetings() -> None:
    task = "BEGIN:VTODO\nUID:9\nDTSTART:20260302T090000Z\nEND:VTODO"
    assert starts(task, meeting()) == [utc(2, 10)]


# ---------------------------------------------------------------- broken events


@pytest.mark.parametrize(
    "broken",
    [
        event(uid="bad"),
        meeting("tomorrow", uid="bad"),
        meeting("20260399T100000Z", uid="bad"),
        meeting("20260302T250000Z", uid="bad"),
        meeting("20260302T100000Z", "RRULE:FREQ=SOMETIMES", uid="bad"),
        meeting("20260302T100000Z", "RRULE:FREQ=DAILY;UNTIL=soon", uid="bad"),
        meeting("20260302T100000Z", "RECURRENCE-ID:x", uid="bad"),
    ],
)
def test_an_event_that_makes_no_sense_costs_only_itself(broken: str) -> None:
    meetings = found(calendar(broken, meeting("20260303T100000Z")))
    assert utc(3, 10) in meetings.starts
    assert len(meetings.starts) + meetings.unclear == 2


@pytest.mark.parametrize(
    "endless",
    [
        "RRULE:FREQ=SECONDLY",
        # https://github.com/dateutil/dateutil/issues/1441
        "RRULE:FREQ=MONTHLY;INTERVAL=0;BYHOUR=0;BYDAY=MO;BYMONTHDAY=1;UNTIL=20301231T200000Z",
    ],
)
def test_a_rule_without_end_costs_a_second_and_only_itself(endless: str) -> None:
    text = calendar(meeting("19800101T210000Z", endless, uid="bad"), meeting())
    meetings = found(text)
    assert meetings.starts == {utc(2, 10)}
    assert meetings.slow == 1


def test_a_file_full_of_rules_without_end_is_given_up_after_three() -> None:
    endless = [meeting("19800101T210000Z", "RRULE:FREQ=SECONDLY", uid=str(n)) for n in range(50)]
    assert found(calendar(*endless)).slow == 3


# ---------------------------------------------------------------- property


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(2026, 2, 20), datetime(2026, 3, 12)),
            st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin"]),
        ),
        max_size=8,
    )
)
def test_what_is_let_go_by_its_date_would_not_have_counted(
    events: list[tuple[datetime, str]],
) -> None:
    """The same events, once as single ones and once as series of one, which are never let go."""
    single, repeating = [], []
    for number, (start, zone) in enumerate(events):
        line = f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}"
        single.append(event(line, uid=str(number)))
        repeating.append(event(line, "RRULE:FREQ=DAILY;COUNT=1", uid=str(number)))
    assert starts(*single) == starts(*repeating)
    day = timedelta(days=1)
    near = [start for start, _ in events if NOW - day <= start.replace(tzinfo=UTC) <= NOW + 3 * day]
    assert len(starts(*single)) <= len(near)
