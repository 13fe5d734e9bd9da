"""Calendar files as the tests write them. Today is Monday, 2 March 2026, 08:00 in UTC."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

# Nobody's real zone, under the name that Outlook gives to any zone it does not know.
CUSTOM_ZONE = """\
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE"""


def event(*lines: str, uid: str = "1") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:secret", *lines, "END:VEVENT"])


def meeting(start: str = "20260302T100000Z", *lines: str, uid: str = "1") -> str:
    return event(f"DTSTART:{start}", *lines, uid=uid)


def calendar(*parts: str, headers: Sequence[str] = ()) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:tests", *headers, *parts, "END:VCALENDAR"]
    return "\n".join([*lines, ""]).replace("\n", "\r\n")


def write(path: Path, *parts: str, headers: Sequence[str] = ()) -> Path:
    path.write_text(calendar(*parts, headers=headers), "utf-8", newline="")
    return path


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in March 2026."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)
