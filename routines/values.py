"""Single values, as people type them: durations, counts, tempos, breathing patterns, yes and no.

Every function takes the text exactly as typed and gives the value, or a ``Flaw`` that says what
is wrong and, where that can be guessed, what to type instead. Nothing here knows of files.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from routines.model import Phase, PhaseName
from routines.problems import Flaw, Message, nearest

LONGEST = 4 * 3600.0
"""The longest that one step, and a whole routine, may take, in seconds."""

SHORTEST_CYCLE = 0.5
"""The shortest rep or breath, in seconds. Shorter ones are slips of the finger, and hours of
them would be more signals than any machine can hold."""

_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0}
_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
_DURATION = re.compile(rf"(?:({_NUMBER})h)?(?:({_NUMBER})m)?(?:({_NUMBER})s)?")
_CLOCK = re.compile(r"([0-9]{1,6}):([0-5][0-9])")
_LOOSE = re.compile(
    rf"({_NUMBER})\s*(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)\b\.?", re.IGNORECASE
)
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212/,:]\s*")
_MANY_DIGITS = 9


def read_duration(text: str, *, zero: bool = False) -> float | Flaw:
    """Seconds from ``45s``, ``1m30s``, ``10m``, ``1.5m``, ``1h`` or ``1:30`` (minutes:seconds).

    Nothing below zero or above four hours; zero itself only where ``zero`` allows it.
    """
    seconds = _plain_duration(text)
    if seconds is None:
        flaw = _duration_flaw(text)
        refused = flaw.instead and isinstance(read_duration(flaw.instead, zero=zero), Flaw)
        return replace(flaw, instead="") if refused else flaw
    if seconds > LONGEST:
        return Flaw(Message.OVER_FOUR_HOURS, {"value": text})
    if seconds == 0 and not zero:
        return Flaw(Message.ZERO, {"value": text})
    return seconds


def _plain_duration(text: str) -> float | None:
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 60.0 + int(clock[2])
    if not text or not (found := _DURATION.fullmatch(text)):
        return None
    return sum(
        float(number) * unit
        for number, unit in zip(found.groups(), _UNITS.values(), strict=True)
        if number
    )


def _duration_flaw(text: str) -> Flaw:
    plain = text.strip()
    if plain.startswith(("-", "\u2212")) and _loosely(plain[1:]):
        return Flaw(Message.NEGATIVE, {"value": text}, _loosely(plain[1:]))
    if re.fullmatch(_NUMBER, plain):
        return Flaw(Message.NO_UNIT, {"value": text}, f"{plain}s")
    return Flaw(Message.BAD_DURATION, {"value": text}, _loosely(plain))


def _loosely(text: str) -> str:
    """``"2 min 30 sec"`` as the ``"2m30s"`` that its writer meant; empty if that is unclear."""
    if len(text) > 60 or _LOOSE.sub("", text).strip(" ,&+") not in ("", "and"):
        return ""
    written = "".join(f"{number}{unit[0].lower()}" for number, unit in _LOOSE.findall(text))
    return written if _plain_duration(written) else ""


def read_count(text: str, key: str) -> int | Flaw:
    """A whole number from 1. Leading zeros mean nothing: ``010`` is ten."""
    digits = text.lstrip("0")
    if re.fullmatch(r"[0-9]+", text) and len(digits) <= _MANY_DIGITS:
        return int(digits or "0") or Flaw(Message.ZERO, {"value": text})
    if re.fullmatch(r"[0-9]+", text):
        return Flaw(Message.COUNT_TOO_LARGE, {"value": text})
    if re.fullmatch(r"-[0-9.]+", text):
        return Flaw(Message.NEGATIVE, {"value": text})
    number = re.match(r"([1-9][0-9]{0,8})\b(?![.,][0-9])", text.strip())
    return Flaw(Message.BAD_COUNT, {"key": key, "value": text}, number[1] if number else "")


def read_tempo(text: str) -> tuple[Phase, ...] | Flaw:
    """One rep as phases, from four numbers of seconds: there, pause, back, pause."""
    numbers = _numbers(text)
    if numbers is None or len(numbers) != 4:
        return Flaw(Message.BAD_TEMPO, {"value": text}, _redash(text, (4,)) or _padded(numbers))
    names = (PhaseName.THERE, PhaseName.PAUSE, PhaseName.BACK, PhaseName.PAUSE)
    return _cycle(text, names, numbers, Message.BAD_TEMPO)


def read_pattern(text: str) -> tuple[Phase, ...] | Flaw:
    """One breath as phases, from two to four numbers of seconds: in, (hold,) out, (hold)."""
    numbers = _numbers(text)
    if numbers is None or not 2 <= len(numbers) <= 4:
        return Flaw(Message.BAD_PATTERN, {"value": text}, _redash(text, (2, 3, 4)))
    if len(numbers) == 2:
        return _cycle(text, (PhaseName.IN, PhaseName.OUT), numbers, Message.BAD_PATTERN)
    names = (PhaseName.IN, PhaseName.HOLD, PhaseName.OUT, PhaseName.HOLD)
    return _cycle(text, names[: len(numbers)], numbers, Message.BAD_PATTERN)


def _numbers(text: str) -> list[float] | None:
    parts = text.split("-")
    if not all(re.fullmatch(_NUMBER, part) for part in parts):
        return None
    return [float(part) for part in parts]


def _redash(text: str, lengths: tuple[int, ...]) -> str:
    """The numbers of ``text`` with plain hyphens, when only the separators were unusual."""
    if len(text) > 60:
        return ""
    plain = _DASHES.sub("-", text.strip())
    numbers = _numbers(plain)
    sound = numbers is not None and len(numbers) in lengths and _in_limits(numbers)
    return plain if sound else ""


def _padded(numbers: list[float] | None) -> str:
    """A tempo with its missing last pauses, as in ``3-1-3`` for ``3-1-3-0``."""
    if numbers is None or not 2 <= len(numbers) <= 3 or not _in_limits(numbers):
        return ""
    there, *rest = (f"{number:g}" for number in numbers)
    return f"{there}-{rest[0]}-{rest[1]}-0" if len(rest) == 2 else f"{there}-0-{rest[0]}-0"


def _in_limits(numbers: Sequence[float]) -> bool:
    return sum(numbers) >= SHORTEST_CYCLE and max(numbers) <= LONGEST


def _cycle(
    text: str, names: tuple[PhaseName, ...], numbers: Sequence[float], bad: Message
) -> tuple[Phase, ...] | Flaw:
    if max(numbers) > LONGEST:
        return Flaw(Message.OVER_FOUR_HOURS, {"value": text})
    if not any(numbers):
        return Flaw(Message.ZERO, {"value": text})
    if not _in_limits(numbers):
        return Flaw(bad, {"value": text})
    return tuple(
        Phase(name, seconds) for name, seconds in zip(names, numbers, strict=True) if seconds > 0
    )


def read_yes_no(text: str, key: str) -> bool | Flaw:
    """``yes`` and ``no`` (or ``true`` and ``false``, which some editors insist on)."""
    known = {"yes": True, "true": True, "no": False, "false": False}
    if text in known:
        return known[text]
    loose = {"on": "yes", "off": "no", "y": "yes", "n": "no", **{each: each for each in known}}
    instead = loose.get(text.strip().casefold(), "")
    return Flaw(Message.BAD_VALUE, {"key": key, "value": text, "known": "yes, no"}, instead)


def read_choice(text: str, key: str, known: Sequence[str]) -> str | Flaw:
    """One of ``known``, exactly."""
    if text in known:
        return text
    values = {"key": key, "value": text, "known": ", ".join(known)}
    return Flaw(Message.BAD_VALUE, values, nearest(text, known))


def read_id(text: str) -> str | Flaw:
    """The name of another file: never a path, so that nothing outside the folders is read."""
    if text in (".", "..") or re.search(r"[/\\\0:]", text):
        return Flaw(Message.BAD_NAME, {"value": text})
    if text.endswith((".yaml", ".yml")):
        return Flaw(Message.BAD_NAME, {"value": text}, re.sub(r"(\.ya?ml)+$", "", text))
    return text
