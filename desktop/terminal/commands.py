"""Every command with its options and examples, declared once as data. Help is made from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.language import QT_TRANSLATE_NOOP
from desktop.terminal.typed import ANSWERS, read_answer, read_minutes, read_pause, read_speed

Example = tuple[str, str]
"""What to type, and what comes of it."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option, or a bare word where its name has no dashes.

    ``how`` is what ``argparse`` takes besides. Of options with the same ``group`` only one may be
    given.
    """

    names: tuple[str, ...]
    help: str | None = None
    how: Mapping[str, Any] = field(default_factory=dict)
    group: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command. ``more`` describes it at length; else ``about`` does, made a sentence."""

    name: str
    about: str
    options: tuple[Option, ...] = ()
    examples: tuple[Example, ...] = ()
    more: str = ""


def _option(*names: str, help: str | None = None, group: str = "", **how: Any) -> Option:  # noqa: A002
    return Option(names, help, how, group)


def _flag(*names: str, help: str, group: str = "") -> Option:  # noqa: A002
    return Option(names, help, {"action": "store_true"}, group)


EXAMPLES = (
    ("unbrace", QT_TRANSLATE_NOOP("arguments", "open the window")),
    ("unbrace list", QT_TRANSLATE_NOOP("arguments", "the routines there are")),
    ("unbrace play morning-yoga", QT_TRANSLATE_NOOP("arguments", "ten minutes on a mat")),
    ("unbrace play body-scan --minutes 5", QT_TRANSLATE_NOOP("arguments", "in five minutes")),
    ("unbrace render body-scan -o scan.ogg", QT_TRANSLATE_NOOP("arguments", "audio for a phone")),
    ("unbrace check my-routine.yaml", QT_TRANSLATE_NOOP("arguments", "what to mend in a file")),
)
"""Those of the program as a whole."""

OPTIONS = (
    _flag("-V", "--version", help=QT_TRANSLATE_NOOP("arguments", "show the version")),
    _flag("--tray", help=QT_TRANSLATE_NOOP("arguments", "start in the tray only")),
)
"""Those of the program without a command."""

_ROUTINE = _option(
    "routine",
    metavar="ID|FILE",
    help=QT_TRANSLATE_NOOP("arguments", "an id from `unbrace list`, or a file"),
)
_MINUTES = _option(
    "--minutes",
    type=read_minutes,
    metavar="N",
    help=QT_TRANSLATE_NOOP("arguments", "fit it to the time you have, up to 240"),
)
_JSON = _flag("--json", help=QT_TRANSLATE_NOOP("arguments", "answer as JSON, for programs"))

FILES = (
    Command(
        "play",
        QT_TRANSLATE_NOOP("arguments", "play a routine, in the window or in the terminal"),
        (
            _ROUTINE,
            _MINUTES,
            _option(
                "--speed",
                type=read_speed,
                default=1.0,
                metavar="X",
                help=QT_TRANSLATE_NOOP("arguments", "how many times as fast, from 0.1 to 100"),
            ),
            _flag("--text", help=QT_TRANSLATE_NOOP("arguments", "stay in the terminal")),
        ),
        (
            (
                "unbrace play hourly-reset",
                QT_TRANSLATE_NOOP("arguments", "one of the built-in routines"),
            ),
            (
                "unbrace play ./mine.yaml --text",
                QT_TRANSLATE_NOOP("arguments", "a file, in the terminal"),
            ),
            ("unbrace play body-scan --speed 8", QT_TRANSLATE_NOOP("arguments", "a quick look")),
        ),
        QT_TRANSLATE_NOOP(
            "arguments",
            "Play a routine, in the window or, without a display, in the terminal.\n"
            "In the terminal, ? lists the keys.",
        ),
    ),
    Command(
        "list",
        QT_TRANSLATE_NOOP("arguments", "list all routines, your own among them"),
        examples=(("unbrace list", QT_TRANSLATE_NOOP("arguments", "name, length, place and id")),),
    ),
    Command(
        "check",
        QT_TRANSLATE_NOOP("arguments", "say what is wrong in files, and what to write instead"),
        (
            _option(
                "paths",
                nargs="+",
                metavar="FILE|FOLDER",
                help=QT_TRANSLATE_NOOP("arguments", "files, or folders with files in them"),
            ),
            _JSON,
        ),
        (
            ("unbrace check mine.yaml", QT_TRANSLATE_NOOP("arguments", "one file")),
            (
                "unbrace check my-routines",
                QT_TRANSLATE_NOOP("arguments", "every .yaml in a folder and below"),
            ),
        ),
        QT_TRANSLATE_NOOP(
            "arguments",
            "Say what is wrong in files, and what to write instead: in routines, reminders and\n"
            "figures. Ends with 1 if there are errors, and with 2 if a file cannot be opened.",
        ),
    ),
    Command(
        "timetable",
        QT_TRANSLATE_NOOP("arguments", "show what a routine does when"),
        (_ROUTINE, _MINUTES, _JSON),
        (
            ("unbrace timetable morning-yoga", QT_TRANSLATE_NOOP("arguments", "all of it")),
            (
                "unbrace timetable body-scan --minutes 5",
                QT_TRANSLATE_NOOP("arguments", "fitted to a time"),
            ),
        ),
    ),
    Command(
        "render",
        QT_TRANSLATE_NOOP("arguments", "save a routine as audio, to take along"),
        (
            _ROUTINE,
            _option(
                *("-o", "--output"),
                required=True,
                metavar="FILE",
                help=QT_TRANSLATE_NOOP(
                    "arguments", "where to: a name that ends in .wav, .flac, .ogg or .mp3"
                ),
            ),
            _MINUTES,
            _option(
                "--open",
                type=read_pause,
                metavar="LENGTH",
                help=QT_TRANSLATE_NOOP(
                    "arguments", "time for each step that waits for you, as in 30s"
                ),
            ),
            _option(
                "--voice",
                metavar="NAME",
                help=QT_TRANSLATE_NOOP("arguments", "the voice or engine that speaks"),
                group="voice",
            ),
            _flag(
                "--no-voice",
                help=QT_TRANSLATE_NOOP("arguments", "bells and breath alone"),
                group="voice",
            ),
        ),
        (
            (
                "unbrace render body-scan -o scan.ogg",
                QT_TRANSLATE_NOOP("arguments", "for a phone"),
            ),
            (
                "unbrace render body-scan -o scan.mp3 --minutes 5",
                QT_TRANSLATE_NOOP("arguments", "shorter"),
            ),
        ),
    ),
)
"""What works on files."""

RUNNING = (
    Command("status", QT_TRANSLATE_NOOP("arguments", "say what comes next and when"), (_JSON,)),
    Command(
        "pause",
        QT_TRANSLATE_NOOP("arguments", "pause the reminders"),
        (
            _option(
                "length",
                nargs="?",
                default="1h",
                metavar="LENGTH",
                help=QT_TRANSLATE_NOOP(
                    "arguments", "a length of time, tomorrow, or a date; 1h if left out"
                ),
            ),
        ),
        (
            ("unbrace pause", QT_TRANSLATE_NOOP("arguments", "for an hour")),
            ("unbrace pause 30m", QT_TRANSLATE_NOOP("arguments", "for half an hour")),
            ("unbrace pause tomorrow", QT_TRANSLATE_NOOP("arguments", "until tomorrow")),
            ("unbrace pause 2026-12-28", QT_TRANSLATE_NOOP("arguments", "until a date")),
        ),
    ),
    Command(
        "resume",
        QT_TRANSLATE_NOOP("arguments", "let the reminders come again"),
        (
            _option(
                "name",
                nargs="?",
                default="",
                metavar="NAME",
                help=QT_TRANSLATE_NOOP(
                    "arguments", "a reminder that was not to come any more today"
                ),
            ),
        ),
        (
            ("unbrace resume", QT_TRANSLATE_NOOP("arguments", "end a pause")),
            ("unbrace resume posture", QT_TRANSLATE_NOOP("arguments", "take back a not-today")),
        ),
    ),
    Command(
        "remind",
        QT_TRANSLATE_NOOP("arguments", "show a reminder now"),
        (
            _option(
                "name",
                metavar="NAME",
                help=QT_TRANSLATE_NOOP("arguments", "a reminder's id, as in posture"),
            ),
        ),
    ),
    Command(
        "answer",
        QT_TRANSLATE_NOOP("arguments", "answer the note that is shown"),
        (
            _option("answer", type=read_answer, metavar="|".join(ANSWERS)),
            _option(
                "minutes",
                nargs="?",
                type=read_minutes,
                metavar="MINUTES",
                help=QT_TRANSLATE_NOOP(
                    "arguments", "with later: in how many minutes, 5 if left out"
                ),
            ),
        ),
    ),
    Command("quit", QT_TRANSLATE_NOOP("arguments", "end the program")),
)
"""What is asked of the program that runs."""

PICTURES = Command(
    "pictures",
    QT_TRANSLATE_NOOP("arguments", "paint pictures of the program into a folder"),
    (
        _option(
            "folder",
            metavar="FOLDER",
            help=QT_TRANSLATE_NOOP("arguments", "where they go; it is made if there is none"),
        ),
        _option(
            "--only",
            nargs="+",
            action="extend",
            default=[],
            metavar="NAME",
            help=QT_TRANSLATE_NOOP(
                "arguments", "names of pictures, or how they begin: routines, player"
            ),
        ),
        _flag(
            "--all",
            help=QT_TRANSLATE_NOOP("arguments", "also in high contrast and with large text"),
        ),
    ),
    (
        ("unbrace pictures out", QT_TRANSLATE_NOOP("arguments", "all pages, faces and figures")),
        ("unbrace pictures out --only routines", QT_TRANSLATE_NOOP("arguments", "one page")),
        (
            "unbrace pictures out --only player figure-cat-cow",
            QT_TRANSLATE_NOOP("arguments", "the player, one figure"),
        ),
    ),
    QT_TRANSLATE_NOOP(
        "arguments",
        "Paint every page, every face of the player and every figure as PNG files: light and\n"
        "dark, and each once more for dense screens (@2x). The data is fixed and none of it\n"
        "yours; no display is needed. Files of the same names are replaced, others stay.",
    ),
)

DATA = (
    Command(
        "export",
        QT_TRANSLATE_NOOP("arguments", "write all that is kept of you into a file"),
        (
            _flag("--csv", help=QT_TRANSLATE_NOOP("arguments", "as a folder with a table of each")),
            _option(
                "path",
                metavar="PATH",
                help=QT_TRANSLATE_NOOP("arguments", "the file, or with --csv the folder, to write"),
            ),
        ),
        (
            ("unbrace export mine.json", QT_TRANSLATE_NOOP("arguments", "for another Unbrace")),
            (
                "unbrace export --csv mine",
                QT_TRANSLATE_NOOP("arguments", "for a spreadsheet; no file is replaced"),
            ),
        ),
        QT_TRANSLATE_NOOP(
            "arguments",
            "Write all that is kept of you, the journal too, into a file that only you can read:\n"
            "runs, ratings, texts, answers, what became of reminders, days off. An export that is\n"
            "there already is replaced, another file is not.",
        ),
    ),
    Command(
        "import",
        QT_TRANSLATE_NOOP("arguments", "bring in what another Unbrace has exported"),
        (
            _option(
                "file",
                metavar="FILE",
                help=QT_TRANSLATE_NOOP("arguments", "what `unbrace export` has written"),
            ),
        ),
        (("unbrace import mine.json", QT_TRANSLATE_NOOP("arguments", "twice changes nothing")),),
        QT_TRANSLATE_NOOP(
            "arguments",
            "Bring in what another Unbrace has exported, and say how much of it was new. What is\n"
            "here stays; of a journal entry the newer wording counts. A copy is made before.",
        ),
    ),
)
"""What is one's own, taken along."""

COMMANDS = (*FILES, *DATA, *RUNNING, PICTURES)
"""In the order of the help."""
