"""What could not be read of the calendars, in sentences for the settings page. Without Qt."""

from collections.abc import Sequence
from pathlib import Path

from desktop.calendars.places import located
from desktop.calendars.report import (
    LOOK_AHEAD,
    MOST_BYTES,
    MOST_FILES,
    Problem,
    Report,
    Trouble,
)
from desktop.language import QT_TRANSLATE_NOOP, translate

MOST_SENTENCES = 3
"""More than that nobody reads; the rest is counted."""

TEXTS = {
    Trouble.MISSING: QT_TRANSLATE_NOOP("calendars", "{path} is not there."),
    Trouble.AN_ADDRESS: QT_TRANSLATE_NOOP(
        "calendars", "{path} is an address: only files on this computer are read. Save it as one."
    ),
    Trouble.UNREADABLE: QT_TRANSLATE_NOOP("calendars", "{path} cannot be read: {detail}."),
    Trouble.TOO_LARGE: QT_TRANSLATE_NOOP(
        "calendars",
        "{path} is larger than {megabytes} MB and was left out: export less of the calendar.",
    ),
    Trouble.EMPTY: QT_TRANSLATE_NOOP("calendars", "{path} is empty."),
    Trouble.NOT_A_CALENDAR: QT_TRANSLATE_NOOP(
        "calendars", "{path} is not a calendar: choose an .ics file or a folder with .ics files."
    ),
    Trouble.CUT_OFF: QT_TRANSLATE_NOOP(
        "calendars", "{path} is incomplete: the events that are whole still count."
    ),
    Trouble.UNCLEAR_EVENTS: QT_TRANSLATE_NOOP(
        "calendars", "%n event(s) in {path} cannot be understood; the others still count."
    ),
    Trouble.UNKNOWN_ZONE: QT_TRANSLATE_NOOP(
        "calendars", "{path} uses an unknown time zone, {detail}: its times are taken as local."
    ),
    Trouble.SLOW_EVENTS: QT_TRANSLATE_NOOP(
        "calendars", "{path} has events that take too long to work out; they were left out."
    ),
    Trouble.TOO_MANY_FILES: QT_TRANSLATE_NOOP(
        "calendars",
        "Only {files} calendar files are read, those that changed last: %n file(s) left out.",
    ),
    Trouble.FOLDER_TOO_FULL: QT_TRANSLATE_NOOP(
        "calendars", "{path} holds too much to look through: choose a folder with calendars only."
    ),
    Trouble.TOO_MANY_MEETINGS: QT_TRANSLATE_NOOP(
        "calendars",
        "There are more than %n meeting(s) in the next {hours} hours; the others were left out.",
    ),
}


def sentence(problem: Problem) -> str:
    """One problem as a whole sentence. A path in the home folder begins with ``~``."""
    count = problem.count if "%n" in TEXTS[problem.trouble] else None
    return translate("calendars", TEXTS[problem.trouble], count).format(
        path=_short(problem.path),
        detail=problem.detail,
        files=MOST_FILES,
        megabytes=MOST_BYTES // 1024**2,
        hours=round(LOOK_AHEAD.total_seconds() / 3600),
    )


def words_for_place(place: str, report: Report | None) -> tuple[str, bool]:
    """How it stands with one file or folder that was named, and whether that is well."""
    where = located(place)
    if where is None:
        return sentence(Problem(Trouble.AN_ADDRESS, place)), False
    place = str(where)
    if report is None:
        return translate("calendars", "It is being read."), True
    problems = [each for each in report.problems if _is_of(each.path, place)]
    count = sum(number for path, number in report.counts if _is_of(path, place))
    hours = round(LOOK_AHEAD.total_seconds() / 3600)
    found = translate("calendars", "%n meeting(s) in the next {hours} hours.", count)
    if not problems:
        return found.format(hours=hours), True
    sentences = [sentence(each) for each in problems]
    return _first_of([*sentences, found.format(hours=hours)] if count else sentences), False


def _is_of(path: str, place: str) -> bool:
    return path == place or path.startswith(place.rstrip("/") + "/")


def words_for(report: Report) -> str:
    """All that there is to say about a reading; empty if all is well."""
    sentences = [sentence(each) for each in report.problems]
    if not report.complete:
        text = translate(
            "calendars",
            "Reading the calendars took too long or failed; what was read before still counts.",
        )
        sentences.insert(0, text)
    return _first_of(sentences)


def _first_of(sentences: Sequence[str]) -> str:
    more = len(sentences) - MOST_SENTENCES
    if more <= 0:
        return " ".join(sentences)
    rest = translate("calendars", "And %n more problem(s).", more)
    return " ".join([*sentences[:MOST_SENTENCES], rest])


def _short(path: str) -> str:
    # A name that is no proper text must not stop the sentence from being shown.
    shown = path.encode("utf-8", errors="replace").decode("utf-8")
    home = str(Path.home())
    return f"~{shown.removeprefix(home)}" if shown.startswith(f"{home}/") else shown
