"""What a reminder is, once its file has been read. Durations are float seconds."""

from dataclasses import dataclass
from datetime import time
from enum import Enum


class Weekday(Enum):
    """Days of the week; the value is the word in the file, the order Python's."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """As ``datetime.weekday``: Monday is 0."""
        return list(Weekday).index(self)


EVERY_DAY = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class Hours:
    """A range of the local clock, ``begin`` in it and ``end`` not.

    An end that is not after the begin lies on the next day: 22:00-02:00. Midnight as an end is
    written 24:00 and kept as 00:00, so that 00:00-24:00 is all day.
    """

    begin: time
    end: time

    def holds(self, at: time) -> bool:
        if self.begin < self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end


@dataclass(frozen=True, slots=True)
class Every:
    """After so many seconds at the desk since the last break."""

    seconds: float


@dataclass(frozen=True, slots=True)
class AtTimes:
    """At times of the local clock, in order."""

    times: tuple[time, ...]


class Event(Enum):
    """What a reminder can stand before or after."""

    BEDTIME = "bedtime"
    MEETING = "meeting"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Before:
    """So many seconds before bedtime or before a meeting of the calendar."""

    event: Event
    seconds: float


@dataclass(frozen=True, slots=True)
class After:
    """After a call that took at least so many seconds."""

    event: Event
    seconds: float


Rhythm = Every | AtTimes | Before | After


class Style(Enum):
    """How a reminder shows itself."""

    NOTE = "note"
    NOTIFICATION = "notification"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One reminder file without errors.

    ``between`` are the hours in which it may come, all day if empty. ``offer`` are ids of
    routines, the first being the one that a note starts. ``enabled`` and ``style`` are the file's
    own wishes; the person's settings, where they exist, win. ``figure`` is the name of the figure
    on its note; empty for the first one of the routine that it offers.
    """

    id: str
    name: str
    rhythm: Rhythm
    notes: tuple[str, ...]
    about: str = ""
    between: tuple[Hours, ...] = ()
    days: tuple[Weekday, ...] = EVERY_DAY
    offer: tuple[str, ...] = ()
    figure: str = ""
    style: Style = Style.NOTE
    enabled: bool = True
