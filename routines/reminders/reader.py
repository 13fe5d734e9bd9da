"""Reads reminder files, with the routine reader's nodes, fields and problems."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from routines.fields import Fields, read_fields, word_keys
from routines.findings import Findings, Mark
from routines.lookup import read_bytes
from routines.nodes import Mapping, Node, Scalar, read_document
from routines.problems import Flaw, Level, Message, Problem, has_errors
from routines.reminders.grammar import NEEDED, REMINDER, RHYTHMS
from routines.reminders.model import (
    EVERY_DAY,
    After,
    AtTimes,
    Before,
    Every,
    Hours,
    Reminder,
    Rhythm,
    Style,
    Weekday,
)

MOST_WORDS = 14
"""Words that are read in four seconds, at an unhurried 210 words a minute."""


@dataclass(frozen=True, slots=True)
class ReminderReading:
    """The reminder, unless there are errors, all problems, and what the file calls itself."""

    reminder: Reminder | None
    problems: tuple[Problem, ...]
    name: str = ""


_KEY = re.compile(r"""^(['"]?)(\w+)\1[ \t]*:(?:[ \t]|$)""", re.MULTILINE)


def is_reminder(source: bytes) -> bool:
    """Whether a file is meant to be a reminder, and not a routine, going by its keys alone."""
    text = source.decode("utf-8-sig", errors="replace").replace("\r", "\n")
    keys = {found[2] for found in _KEY.finditer(text)}
    return bool(keys & {"notes", *RHYTHMS}) and "steps" not in keys


FigureFlaw = Callable[[str], Flaw | None]
"""What to say where there is no figure of a name."""


def _any_figure(_name: str) -> None:
    return None


def read_reminder_file(
    path: Path, has_routine: Callable[[str], bool], no_figure: FigureFlaw = _any_figure
) -> ReminderReading:
    """The reminder in ``path``. ``has_routine`` says whether a routine of an id exists, and
    ``no_figure`` what to say where there is no figure of a name.
    """
    source = read_bytes(path)
    if isinstance(source, Flaw):
        findings = Findings([])
        findings.add(Mark(1, 1), source)
        return ReminderReading(None, findings.sorted())
    return read_reminder(source, path.stem, has_routine, no_figure)


def read_reminder(
    source: bytes | str,
    reminder_id: str,
    has_routine: Callable[[str], bool],
    no_figure: FigureFlaw = _any_figure,
) -> ReminderReading:
    """The reminder in ``source``. Never raises: what goes wrong is among the problems."""
    document = read_document(source, too_large=Message.MUCH_TOO_LARGE)
    root, findings = document.root, document.findings
    if not isinstance(root, Mapping):
        if not document.cut and not (isinstance(root, Scalar) and root.broken):
            _refuse(root, findings)
        return ReminderReading(None, findings.sorted())
    fields = read_fields(word_keys(root, findings), REMINDER, findings)
    if not document.cut:
        _check_needed(fields, findings)
    rhythm = _rhythm(fields)
    _check_offers(fields, has_routine, findings)
    _check_figure(fields, no_figure, findings)
    _check_notes(fields, findings)
    problems = findings.sorted()
    name = fields.text("name")
    if has_errors(problems) or rhythm is None:
        return ReminderReading(None, problems, name)
    return ReminderReading(_reminder(reminder_id, rhythm, fields), problems, name)


def _refuse(root: Node | None, findings: Findings) -> None:
    if root is None or (isinstance(root, Scalar) and not root.text and root.plain):
        findings.add(Mark(1, 1), Flaw(Message.EMPTY_REMINDER))
    else:
        findings.add(root, Flaw(Message.NOT_A_REMINDER))


def _check_needed(fields: Fields, findings: Findings) -> None:
    for name in NEEDED:
        if name not in fields:
            findings.add(Mark(1, 1), Flaw(Message.MISSING_KEY, {"key": name}))
    given = sorted(
        (fields.keys[name] for name in RHYTHMS if name in fields),
        key=lambda key: (key.mark.line, key.mark.column),
    )
    if not given:
        findings.add(Mark(1, 1), Flaw(Message.NO_RHYTHM, {"known": ", ".join(RHYTHMS)}))
    for second in given[1:]:
        values = {"first": given[0].text, "second": second.text}
        findings.add(second, Flaw(Message.TWO_RHYTHMS, values))


def _rhythm(fields: Fields) -> Rhythm | None:
    times = tuple(sorted(set(fields.all("at", time))))
    if times:
        return AtTimes(times)
    return fields.one("every", Every) or fields.one("before", Before) or fields.one("after", After)


def _check_offers(fields: Fields, has_routine: Callable[[str], bool], findings: Findings) -> None:
    for item in getattr(fields.places.get("offer"), "items", []):
        named = isinstance(item, Scalar) and item.text in fields.texts("offer")
        if named and not has_routine(item.text):
            findings.add(item, Flaw(Message.UNKNOWN_OFFER, {"id": item.text}))


def _check_figure(fields: Fields, no_figure: FigureFlaw, findings: Findings) -> None:
    flaw = no_figure(fields.text("figure")) if fields.text("figure") else None
    if flaw is not None:
        findings.add(fields.places["figure"], flaw, Level.WARNING)


def _check_notes(fields: Fields, findings: Findings) -> None:
    """Warn of notes that cannot be read in the four seconds that a glance takes."""
    for item in getattr(fields.places.get("notes"), "items", []):
        words = len(item.text.split()) if isinstance(item, Scalar) else 0
        if words > MOST_WORDS:
            values = {"words": str(words), "most": str(MOST_WORDS)}
            findings.add(item, Flaw(Message.NOTE_TOO_LONG, values), Level.WARNING)


def _reminder(reminder_id: str, rhythm: Rhythm, fields: Fields) -> Reminder:
    on = fields.flag("on")
    return Reminder(
        id=reminder_id,
        name=fields.text("name"),
        about=fields.text("about"),
        rhythm=rhythm,
        between=fields.all("between", Hours),
        days=tuple(Weekday(day) for day in dict.fromkeys(fields.texts("days"))) or EVERY_DAY,
        notes=fields.texts("notes"),
        offer=fields.texts("offer"),
        figure=fields.text("figure"),
        style=Style(fields.text("style") or Style.NOTE.value),
        enabled=True if on is None else on,
    )
