"""When the meetings of one calendar file begin. The calendar library is loaded here and only here.

What counts as a meeting: an event with a time of day, shorter than a day, that is neither
cancelled nor declined. Who the person is in a list of guests is known from the addresses they
gave, or from a calendar that is named after its owner's address, as web calendars' files are.
"""

import zoneinfo
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import icalendar
import recurring_ical_events

from desktop.calendars.sieve import Sieve, Sifted
from desktop.calendars.spending import TooLongError, at_most

_WHOLE_DAY = timedelta(hours=24)
_SIFTED_WITHIN = 8.0
_SERIES_WITHIN = 1.0
"""Seconds of the processor's time; a daily meeting since the year 2000 costs a tenth of one."""

_MOST_SLOW = 3
"""Series of a file that may take too long before the rest of it is given up."""

# The libraries raise what they come across in an event that makes no sense.
ODD = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    TypeError,
    ValueError,
)


@dataclass(slots=True)
class Meetings:
    """What a file gave, and how many of its events were unclear or took too long."""

    starts: set[datetime] = field(default_factory=set)
    unclear: int = 0
    slow: int = 0
    unknown_zones: set[str] = field(default_factory=set)

    @property
    def is_given_up(self) -> bool:
        return self.slow >= _MOST_SLOW


def meetings_in(sieve: Sieve, now: datetime, until: datetime, mine: frozenset[str]) -> Meetings:
    """The meetings that begin from ``now`` to ``until``, as moments in local time.

    ``mine`` are the person's addresses, as ``plain_address`` gives them.
    """
    meetings = Meetings()
    icalendar.timezone.tzp.use_zoneinfo()  # forgets the zones that the file before has defined
    for calendar in sieve.calendars:
        if calendar.headers.get("METHOD", "").upper() == "CANCEL" or not calendar.events:
            continue
        _Calendar(calendar, now, until, mine, meetings).read()
    return meetings


def plain_address(address: str) -> str:
    """An address in the one form that can be compared."""
    return address.strip().lower().removeprefix("mailto:")


class _Calendar:
    """One calendar while it is read; what it gives goes into ``found``."""

    def __init__(
        self,
        sifted: Sifted,
        now: datetime,
        until: datetime,
        mine: frozenset[str],
        found: Meetings,
    ) -> None:
        owner = plain_address(sifted.headers.get("X-WR-CALNAME", ""))
        self._mine = mine | {owner} if "@" in owner else mine
        self._sifted = sifted
        self._now = now
        self._until = until
        self._found = found

    def read(self) -> None:
        try:
            with at_most(_SIFTED_WITHIN):
                for zone in self._sifted.zones:
                    self._learn(zone)
                series = self._parsed()
        except TooLongError:
            self._found.slow += _MOST_SLOW
            return
        for events in series:
            if self._found.is_given_up:
                return
            try:
                with at_most(_SERIES_WITHIN):
                    self._found.starts |= self._starts(events)
            except TooLongError:
                self._found.slow += 1
            except ODD:
                self._found.unclear += 1

    def _learn(self, zone: str) -> None:
        """Define a time zone that is not among the known ones; one that is broken stays unknown."""
        try:
            icalendar.Calendar.from_ical(zone)
        except ODD:
            return

    def _parsed(self) -> list[list[Any]]:
        """The events, those of one series together. Each is read alone, so that one costs one."""
        series: defaultdict[str, list[Any]] = defaultdict(list)
        for number, text in enumerate(self._sifted.events):
            try:
                event: Any = icalendar.Event.from_ical(text)
                start = event["DTSTART"]
                zone = start.params.get("TZID")
                if zone and isinstance(start.dt, datetime) and start.dt.tzinfo is None:
                    self._found.unknown_zones.add(str(zone))
                series[str(event.get("UID", number))].append(event)
            except ODD:
                self._found.unclear += 1
        return list(series.values())

    def _starts(self, events: list[Any]) -> set[datetime]:
        """When the meetings of one series begin."""
        calendar = icalendar.Calendar()
        if (zone := self._sifted.headers.get("X-WR-TIMEZONE", "")) in _known_zones():
            calendar.add("X-WR-TIMEZONE", zone)
        for event in events:
            calendar.add_component(event)
        # A day more at both ends: a time without a zone is local, which the library cannot know.
        around = self._now - timedelta(days=1), self._until + timedelta(days=1)
        occurrences = recurring_ical_events.of(calendar).between(*around)
        starts = (each["DTSTART"].dt.astimezone() for each in occurrences if self._counts(each))
        return {start for start in starts if self._now <= start <= self._until}

    def _counts(self, event: Any) -> bool:
        """Whether it is a meeting that the person will be at."""
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        return (
            isinstance(start, datetime)
            and end - start < _WHOLE_DAY
            and str(event.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() != "TRUE"
            and str(event.get("STATUS", "")).upper() != "CANCELLED"
            and not self._is_declined(event)
        )

    def _is_declined(self, event: Any) -> bool:
        """Whether the person said no; or all who were asked, so that it does not matter who is who.

        Without any guests nobody has said no.
        """
        guests = event.get("ATTENDEE", [])
        guests = guests if isinstance(guests, list) else [guests]
        said_no = [str(each.params.get("PARTSTAT", "")).upper() == "DECLINED" for each in guests]
        own = [no for guest, no in zip(guests, said_no, strict=True) if self._is_me(guest)]
        return all(own or said_no) if guests else False

    def _is_me(self, guest: Any) -> bool:
        names = str(guest), str(guest.params.get("EMAIL", ""))
        return not self._mine.isdisjoint(map(plain_address, names))


@cache
def _known_zones() -> set[str]:
    return zoneinfo.available_timezones()
