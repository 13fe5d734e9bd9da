"""Takes out of a calendar's text what can matter for the next days, before it is understood.

Reading an event with the library costs half a millisecond, and people keep the events of ten
years: most of them are let go here by their date. So are titles, notes and alarms. RFC 5545 is
the format; section 3.1 says how its lines are folded.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

_KEPT = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
    | {"SEQUENCE", "STATUS", "ATTENDEE", "X-MICROSOFT-CDO-ALLDAYEVENT"}
)
_HEADERS = frozenset({"METHOD", "X-WR-TIMEZONE", "X-WR-CALNAME"})
_REPEATS = frozenset({"RRULE", "RDATE", "RECURRENCE-ID"})
_DEEPEST = 20
_MARGIN = timedelta(days=2)
"""More than any two time zones are apart."""

_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)")


@dataclass(slots=True)
class Sifted:
    """One calendar of a file: its few properties that matter, and texts of zones and events."""

    headers: dict[str, str] = field(default_factory=dict)
    zones: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sieve:
    """The calendars of a file. ``cut_off`` says that something in it was begun and not ended."""

    first: date
    last: date
    calendars: list[Sifted] = field(default_factory=list)
    cut_off: bool = False
    _open: list[str] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        """Look at the next unfolded line."""
        name = name_of(line)
        if name == "BEGIN":
            self._begin(_value(line).strip().upper())
        elif name == "END":
            self._end(_value(line).strip().upper())
        elif len(self._open) == 1 and name in _HEADERS:
            self.calendars[-1].headers[name] = _value(line).strip()
        elif self._keeps(name):
            self._lines.append(line)

    def finish(self) -> None:
        """The text is over."""
        if self._open:
            self.cut_off = True

    def _keeps(self, name: str) -> bool:
        if len(self._open) < 2:
            return False
        if self._open[1] == "VEVENT":
            return len(self._open) == 2 and name in _KEPT
        return self._in_zone()

    def _in_zone(self) -> bool:
        """In a time zone or one of its two halves, and not deeper."""
        return 2 <= len(self._open) <= 3 and self._open[1] == "VTIMEZONE"

    def _begin(self, name: str) -> None:
        if name == "VCALENDAR":
            self._close_down_to(0)
            self.calendars.append(Sifted())
        elif not self._open or len(self._open) > _DEEPEST:
            return
        elif name in {"VEVENT", "VTIMEZONE"}:
            self._close_down_to(1)
            self._lines = []
        self._open.append(name)
        if self._in_zone():
            self._lines.append(f"BEGIN:{name}")

    def _close_down_to(self, depth: int) -> None:
        """Give up what is still open further in: its end is missing."""
        if len(self._open) > depth:
            self.cut_off = True
            del self._open[depth:]

    def _end(self, name: str) -> None:
        if name not in self._open:
            return
        self._close_down_to(len(self._open) - self._open[::-1].index(name))
        if self._in_zone():
            self._lines.append(f"END:{name}")
        if len(self._open) == 2:
            self._keep_component(name)
        self._open.pop()

    def _keep_component(self, name: str) -> None:
        calendar = self.calendars[-1]
        if name == "VEVENT" and self._matters():
            lines = ["BEGIN:VEVENT", *self._lines, "END:VEVENT", ""]
            calendar.events.append("\r\n".join(lines))
        elif name == "VTIMEZONE":
            lines = ["BEGIN:VCALENDAR", *self._lines, "END:VCALENDAR", ""]
            calendar.zones.append("\r\n".join(lines))

    def _matters(self) -> bool:
        """Whether the event repeats, or its day is near. One with a strange day is kept."""
        lines = {name_of(line): line for line in self._lines}
        found = _DATE.match(_value(lines.get("DTSTART", "")))
        if found is None or not _REPEATS.isdisjoint(lines):
            return True
        try:
            day = date(*map(int, found.groups()))
        except ValueError:
            return True
        return self.first <= day <= self.last


def sift(data: bytes, first: date, last: date) -> Sieve:
    """The calendars in ``data``, with the events that may begin from ``first`` to ``last``."""
    # Folds may lie inside a character, so they go before the text is decoded.
    text = _FOLD.sub(b"", data).decode("utf-8-sig", errors="replace")
    sieve = Sieve(first - _MARGIN, last + _MARGIN)
    for line in _LINE_END.split(text):
        sieve.take(line)
    sieve.finish()
    return sieve


def name_of(line: str) -> str:
    """The property's name: what stands before its parameters and its value."""
    return line.partition(":")[0].partition(";")[0].strip().upper()


def _value(line: str) -> str:
    """What follows the first colon outside quotes: a parameter may have one in them."""
    in_quotes = False
    for place, sign in enumerate(line):
        if sign == '"':
            in_quotes = not in_quotes
        elif sign == ":" and not in_quotes:
            return line[place + 1 :]
    return ""
