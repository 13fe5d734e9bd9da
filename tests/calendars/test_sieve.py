"""What of a calendar's text is passed on to be understood."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.calendars.sieve import Sieve, name_of, sift
from tests.calendars.texts import calendar, event, meeting

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 4)


def sifted(text: str | bytes) -> Sieve:
    return sift(text.encode() if isinstance(text, str) else text, FIRST, LAST)


def events(text: str | bytes) -> list[str]:
    return [each for calendar in sifted(text).calendars for each in calendar.events]


def test_titles_notes_and_alarms_go_no_further() -> None:
    alarm = "BEGIN:VALARM\nTRIGGER:-PT5M\nUID:alarm\nEND:VALARM"
    text = events(calendar(meeting("20260302T100000Z", "DESCRIPTION:secret", alarm)))
    assert text == ["BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260302T100000Z\r\nEND:VEVENT\r\n"]


def test_single_events_of_other_days_are_let_go_and_repeating_ones_kept() -> None:
    near = [meeting(f"{day}T100000Z", uid=day) for day in ("20260228", "20260306")]
    far = [meeting(f"{day}T100000Z", uid=day) for day in ("20260227", "20260307", "20160302")]
    old = meeting("20160302T100000Z", "rrule:FREQ=YEARLY", uid="old")
    kept = events(calendar(*near, *far, old))
    assert [text.split("\r\n")[1] for text in kept] == ["UID:20260228", "UID:20260306", "UID:old"]


def test_folded_lines_are_joined_also_inside_a_letter() -> None:
    line = "UID:käse".encode()
    cut = line.index(b"\xa4")
    folded = line[:cut] + b"\r\n " + line[cut:]
    text = calendar(event("DTSTART:2026\n 0302T100000Z")).encode()
    assert "DTSTART:20260302T100000Z" in events(text)[0]
    assert "UID:käse" in events(text.replace(b"UID:1", folded))[0]


def test_any_line_ends_and_a_byte_order_mark_will_do() -> None:
    text = calendar(meeting())
    for variant in (text.replace("\r\n", "\n"), text.replace("\r\n", "\r"), "\ufeff" + text):
        assert events(variant) == events(text)
        assert len(events(variant)) == 1


def test_several_calendars_in_a_file_keep_apart() -> None:
    first = calendar(meeting(), headers=["METHOD:CANCEL"])
    both = sifted(first + calendar(meeting(uid="2"))).calendars
    assert [each.headers.get("METHOD") for each in both] == ["CANCEL", None]
    assert [len(each.events) for each in both] == [1, 1]


def test_what_is_whole_in_a_file_that_breaks_off_still_counts() -> None:
    text = calendar(meeting(), meeting(uid="2"))
    whole, broken = sifted(text), sifted(text[: text.rindex("END:VEVENT")])
    assert not whole.cut_off
    assert broken.cut_off
    assert [len(each.events) for each in broken.calendars] == [1]


def test_an_event_without_its_end_does_not_swallow_the_next() -> None:
    text = calendar(meeting(), meeting(uid="2")).replace("END:VEVENT\r\n", "", 1)
    assert sifted(text).cut_off
    assert len(events(text)) == 1
    assert "UID:2" in events(text)[0]


def test_what_is_no_calendar_has_none() -> None:
    for text in ("", "hello", "PK\x03\x04", "\0" * 999, meeting(), calendar().encode("utf-16")):
        assert sifted(text).calendars == []


def test_levels_without_end_are_soon_over() -> None:
    deep = "BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 200_000 + "END:Y\n" * 200_000 + meeting()
    assert sifted(deep).cut_off


def test_a_name_stands_before_parameters_and_value() -> None:
    assert name_of('dtstart;TZID="a:b":2026') == "DTSTART"
    assert name_of("nonsense") == "NONSENSE"


LINES = st.sampled_from(
    [f"{word}:{name}" for word in ("BEGIN", "END") for name in ("VCALENDAR", "VEVENT", "VALARM")]
    + [f"{word}:{name}" for word in ("BEGIN", "END") for name in ("VTIMEZONE", "STANDARD", "")]
    + ["DTSTART:20260302T100000Z", "DTSTART", "DTSTART:20269999", "UID:1"]
    + [" folded", ":", ";", '"', "", "\0"]
)


@given(st.lists(LINES, max_size=40))
def test_any_order_of_lines_gives_whole_events_only(lines: list[str]) -> None:
    for text in events("\n".join(lines)):
        assert text.startswith("BEGIN:VEVENT\r\n")
        assert text.endswith("END:VEVENT\r\n")
        assert text.count("BEGIN:") == text.count("END:") == 1


@given(st.binary(max_size=300))
def test_any_bytes_can_be_sifted(data: bytes) -> None:
    assert sifted(b"BEGIN:VCALENDAR\nX:" + data).calendars
