"""The command line: what may be typed, and the help for it."""

import argparse
from typing import Any, NoReturn

from desktop.language import translate
from desktop.terminal.refused import Refused
from routines.problems import nearest

SLOWEST, FASTEST = 0.1, 100.0
LONGEST_MINUTES = 240.0
LONGEST_PAUSE = 3600.0  # seconds
REMOTE = ("status", "pause", "resume", "remind", "answer", "quit")
ANSWERS = ("start", "later", "skip", "not-today")
COMMANDS = ("play", "list", "check", "timetable", "render", *REMOTE, "pictures")


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, and where the help is."""

    def error(self, message: str) -> NoReturn:
        text = translate("arguments", "{message}. More with: {program} --help")
        message = message.removeprefix("argument ").rstrip(".")
        raise Refused(text.format(message=message, program=self.prog))


class _Help(argparse.RawDescriptionHelpFormatter):
    """Keeps the examples as they are, and each command on the line of its help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)


def parse(argv: list[str]) -> argparse.Namespace:
    """The command and its options; ``Refused`` if there is no such thing."""
    if argv and argv[0][:1] != "-" and argv[0] not in COMMANDS:
        raise _unknown_command(argv[0])
    return _parser().parse_args(argv)


def _unknown_command(word: str) -> Refused:
    if guess := nearest(word, COMMANDS):
        text = translate("arguments", "There is no command `{word}`: did you mean `{guess}`?")
        return Refused(text.format(word=word, guess=guess))
    text = translate(
        "arguments", "There is no command `{word}`: to play a routine, type `unbrace play {word}`."
    )
    return Refused(text.format(word=word))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="unbrace",
        description=translate("arguments", "Guided routines for a tense upper back."),
        epilog=_examples(
            ("unbrace", translate("arguments", "open the window")),
            ("unbrace list", translate("arguments", "the routines there are")),
            ("unbrace play morning-yoga", translate("arguments", "ten minutes on a mat")),
            ("unbrace play body-scan --minutes 5", translate("arguments", "in five minutes")),
            ("unbrace render body-scan -o scan.ogg", translate("arguments", "audio for a phone")),
            ("unbrace check my-routine.yaml", translate("arguments", "what to mend in a file")),
        ),
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument(
        "-V", "--version", action="store_true", help=translate("arguments", "show the version")
    )
    parser.add_argument(
        "--tray", action="store_true", help=translate("arguments", "start in the tray only")
    )
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=translate("arguments", "commands")
    )
    _add_play(commands)
    _add(
        commands,
        "list",
        translate("arguments", "list all routines, your own among them"),
        ("unbrace list", translate("arguments", "name, length, place and id")),
    )
    _add_check(commands)
    _add_timetable(commands)
    _add_render(commands)
    _add_remote(commands)
    _add_pictures(commands)
    return parser


def _add_play(commands: Any) -> None:
    parser = _add(
        commands,
        "play",
        translate("arguments", "play a routine, in the window or in the terminal"),
        ("unbrace play hourly-reset", translate("arguments", "one of the built-in routines")),
        ("unbrace play ./mine.yaml --text", translate("arguments", "a file, in the terminal")),
        ("unbrace play body-scan --speed 8", translate("arguments", "a quick look")),
    )
    parser.description = translate(
        "arguments",
        "Play a routine, in the window or, without a display, in the terminal.\n"
        "In the terminal, ? lists the keys.",
    )
    _add_routine(parser)
    _add_minutes(parser)
    parser.add_argument(
        "--speed",
        type=_speed,
        default=1.0,
        metavar="X",
        help=translate("arguments", "how many times as fast, from 0.1 to 100"),
    )
    parser.add_argument(
        "--text", action="store_true", help=translate("arguments", "stay in the terminal")
    )


def _add_check(commands: Any) -> None:
    parser = _add(
        commands,
        "check",
        translate("arguments", "say what is wrong in files, and what to write instead"),
        ("unbrace check mine.yaml", translate("arguments", "one file")),
        ("unbrace check my-routines", translate("arguments", "every .yaml in a folder")),
    )
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="FILE|FOLDER",
        help=translate("arguments", "files, or folders with files in them"),
    )
    _add_json(parser)


def _add_timetable(commands: Any) -> None:
    parser = _add(
        commands,
        "timetable",
        translate("arguments", "show what a routine does when"),
        ("unbrace timetable morning-yoga", translate("arguments", "all of it")),
        ("unbrace timetable body-scan --minutes 5", translate("arguments", "fitted to a time")),
    )
    _add_routine(parser)
    _add_minutes(parser)
    _add_json(parser)


def _add_render(commands: Any) -> None:
    parser = _add(
        commands,
        "render",
        translate("arguments", "save a routine as audio, to take along"),
        ("unbrace render body-scan -o scan.ogg", translate("arguments", "for a phone")),
        ("unbrace render body-scan -o scan.mp3 --minutes 5", translate("arguments", "shorter")),
    )
    _add_routine(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help=translate("arguments", "where to: a name that ends in .wav, .flac, .ogg or .mp3"),
    )
    _add_minutes(parser)
    parser.add_argument(
        "--open",
        type=_pause,
        metavar="LENGTH",
        help=translate("arguments", "time for each step that waits for you, as in 30s"),
    )
    voice = parser.add_mutually_exclusive_group()
    voice.add_argument(
        "--voice", metavar="NAME", help=translate("arguments", "the voice or engine that speaks")
    )
    voice.add_argument(
        "--no-voice", action="store_true", help=translate("arguments", "bells and breath alone")
    )


def _add_remote(commands: Any) -> None:
    """The commands for the program that runs."""
    status = _add(commands, "status", translate("arguments", "say what comes next and when"))
    _add_json(status)
    pause = _add(
        commands,
        "pause",
        translate("arguments", "pause the reminders"),
        ("unbrace pause", translate("arguments", "for an hour")),
        ("unbrace pause 30m", translate("arguments", "for half an hour")),
        ("unbrace pause tomorrow", translate("arguments", "until tomorrow")),
        ("unbrace pause 2026-12-28", translate("arguments", "until a date")),
    )
    pause.add_argument(
        "length",
        nargs="?",
        default="1h",
        metavar="LENGTH",
        help=translate("arguments", "a length of time, tomorrow, or a date; 1h if left out"),
    )
    resume = _add(
        commands,
        "resume",
        translate("arguments", "let the reminders come again"),
        ("unbrace resume", translate("arguments", "end a pause")),
        ("unbrace resume posture", translate("arguments", "take back a not-today")),
    )
    resume.add_argument(
        "name",
        nargs="?",
        default="",
        metavar="NAME",
        help=translate("arguments", "a reminder that was not to come any more today"),
    )
    remind = _add(commands, "remind", translate("arguments", "show a reminder now"))
    remind.add_argument(
        "name", metavar="NAME", help=translate("arguments", "a reminder's id, as in posture")
    )
    answer = _add(commands, "answer", translate("arguments", "answer the note that is shown"))
    answer.add_argument("answer", type=_answer, metavar="|".join(ANSWERS))
    answer.add_argument(
        "minutes",
        nargs="?",
        type=_minutes,
        metavar="MINUTES",
        help=translate("arguments", "with later: in how many minutes, 5 if left out"),
    )
    _add(commands, "quit", translate("arguments", "end the program"))


def _add_pictures(commands: Any) -> None:
    parser = _add(
        commands,
        "pictures",
        translate("arguments", "paint pictures of the program into a folder"),
        ("unbrace pictures out", translate("arguments", "all pages, faces and figures")),
        ("unbrace pictures out --only routines", translate("arguments", "one page")),
        (
            "unbrace pictures out --only player figure-cat-cow",
            translate("arguments", "the player, one figure"),
        ),
    )
    parser.description = translate(
        "arguments",
        "Paint every page, every face of the player and every figure as PNG files: light and\n"
        "dark, and each once more for dense screens (@2x). The data is fixed and none of it\n"
        "yours; no display is needed. Files of the same names are replaced, others stay.",
    )
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        help=translate("arguments", "where they go; it is made if there is none"),
    )
    parser.add_argument(
        "--only",
        nargs="+",
        action="extend",
        default=[],
        metavar="NAME",
        help=translate("arguments", "names of pictures, or how they begin: routines, player"),
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=translate("arguments", "also in high contrast and with large text"),
    )


def _add_routine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "routine",
        metavar="ID|FILE",
        help=translate("arguments", "an id from `unbrace list`, or a file"),
    )


def _add_minutes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--minutes",
        type=_minutes,
        metavar="N",
        help=translate("arguments", "fit it to the time you have, up to 240"),
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help=translate("arguments", "answer as JSON, for programs")
    )


def _add(
    commands: Any, name: str, about: str, *examples: tuple[str, str]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=about[:1].upper() + about[1:] + ".",
        epilog=_examples(*examples) if examples else None,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    return parser


def _answer(typed: str) -> str:
    if typed in ANSWERS:
        return typed
    if guess := nearest(typed, ANSWERS):
        text = translate("arguments", "There is no answer `{typed}`: did you mean `{guess}`?")
        raise Refused(text.format(typed=typed, guess=guess))
    text = translate("arguments", "There is no answer `{typed}`: write {known} or {last}.")
    *known, last = ANSWERS
    raise Refused(text.format(typed=typed, known=", ".join(known), last=last))


def _minutes(typed: str) -> float:
    minutes = _number(typed)
    if minutes is None or not 0 < minutes <= LONGEST_MINUTES:
        text = translate("arguments", "give minutes above 0 and up to {most}, not `{typed}`")
        raise argparse.ArgumentTypeError(text.format(most=f"{LONGEST_MINUTES:g}", typed=typed))
    return minutes


def _pause(typed: str) -> float:
    # Every start of the program comes through this module, and only this option needs them.
    from routines.problems import Flaw  # noqa: PLC0415
    from routines.values import read_duration  # noqa: PLC0415

    seconds = read_duration(typed)
    if isinstance(seconds, Flaw) or seconds > LONGEST_PAUSE:
        text = translate("arguments", "give a length of time up to 1h, as in 30s, not `{typed}`")
        raise argparse.ArgumentTypeError(text.format(typed=typed))
    return seconds


def _speed(typed: str) -> float:
    speed = _number(typed)
    if speed is None or not SLOWEST <= speed <= FASTEST:
        text = translate("arguments", "give a number from {least} to {most}, not `{typed}`")
        values = {"least": f"{SLOWEST:g}", "most": f"{FASTEST:g}", "typed": typed}
        raise argparse.ArgumentTypeError(text.format(**values))
    return speed


def _number(typed: str) -> float | None:
    """What was typed as a number; infinity and nan are left to the limits, which refuse them."""
    try:
        return float(typed)
    except ValueError:
        return None


def _examples(*examples: tuple[str, str]) -> str:
    width = max(len(command) for command, _ in examples)
    lines = [f"  {command:<{width}}   {what}" for command, what in examples]
    return "\n".join([translate("arguments", "examples:"), *lines])
