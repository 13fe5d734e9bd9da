"""The fields of the settings page as plain values, and what may be typed into them. No Qt."""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto

from desktop.language import QT_TRANSLATE_NOOP, translate
from routines.problems import Flaw
from routines.reminders.model import Weekday
from routines.reminders.times import read_clock, read_hours

_DAYS = {
    Weekday.MON: QT_TRANSLATE_NOOP("settings", "Monday"),
    Weekday.TUE: QT_TRANSLATE_NOOP("settings", "Tuesday"),
    Weekday.WED: QT_TRANSLATE_NOOP("settings", "Wednesday"),
    Weekday.THU: QT_TRANSLATE_NOOP("settings", "Thursday"),
    Weekday.FRI: QT_TRANSLATE_NOOP("settings", "Friday"),
    Weekday.SAT: QT_TRANSLATE_NOOP("settings", "Saturday"),
    Weekday.SUN: QT_TRANSLATE_NOOP("settings", "Sunday"),
}
NEVER = "-"
"""What is typed for a day without any reminder."""


class Kind(Enum):
    """How a field is shown."""

    SWITCH = auto()
    TEXT = auto()
    FACT = auto()


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of the page. ``value`` is a text, or a switch's position; facts only tell."""

    key: str
    section: str
    label: str
    kind: Kind = Kind.TEXT
    value: str | bool = ""
    hint: str = ""
    enabled: bool = True

    def matches(self, words: list[str]) -> bool:
        """Whether a search for all of ``words`` finds this line."""
        text = f"{self.section} {self.label} {self.hint}".casefold()
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why what was typed cannot be taken, as a sentence."""

    sentence: str


def day_label(day: Weekday) -> str:
    return translate("settings", _DAYS[day])


def read_time(text: str) -> str | Refusal:
    """A time of day as it is kept, or nothing."""
    word = text.strip()
    if not word:
        return ""
    at = read_clock(word)
    if isinstance(at, Flaw):
        guess = at.instead or "22:30"
        sentence = translate("settings", "“{word}” is no time of day. Write {guess}.")
        return Refusal(sentence.format(word=word, guess=guess))
    return f"{at:%H:%M}"


def read_day_hours(text: str) -> tuple[str, ...] | Refusal | None:
    """The hours of one weekday: None for no limits, an empty tuple for no reminders at all."""
    word = text.strip()
    if not word:
        return None
    if word in (NEVER, "–", "—"):
        return ()
    found = []
    for part in word.split(","):
        hours = read_hours(part.strip())
        if isinstance(hours, Flaw):
            sentence = translate("settings", "“{word}” is no range of hours. Write {guess}.")
            guess = hours.instead or "09:00-12:30"
            return Refusal(sentence.format(word=part.strip(), guess=guess))
        end = f"{hours.end:%H:%M}" if hours.end != time(0) else "24:00"
        found.append(f"{hours.begin:%H:%M}-{end}")
    return tuple(found)


def read_absences(text: str) -> tuple[tuple[str, str], ...] | Refusal:
    """Days away: single days or ranges, as in 2026-12-24 to 2026-12-28."""
    found = []
    for part in re.split(r"[,;\n]", text):
        days = re.findall(r"\d{4}-\d{2}-\d{2}", part)
        rest = re.sub(r"\d{4}-\d{2}-\d{2}", "", part).strip(" -–—.").casefold()
        if not part.strip():
            continue
        words = ("", "to", "until", "till", "bis") if len(days) == 2 else ("",)
        if len(days) not in (1, 2) or rest not in words:
            return _no_days(part)
        try:
            first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
        except ValueError:
            return _no_days(part)
        if last < first:
            return _no_days(part)
        found.append((first.isoformat(), last.isoformat()))
    return tuple(found)


def absences_text(absences: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(
        first
        if first == last
        else translate("settings", "{first} to {last}").format(first=first, last=last)
        for first, last in absences
    )


def _no_days(part: str) -> Refusal:
    sentence = translate("settings", "“{part}” is not understood. Write 2026-12-24 to 2026-12-28.")
    return Refusal(sentence.format(part=part.strip()))


def read_names(text: str) -> tuple[str, ...]:
    """Names apart by commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
