"""The command line: what may be typed, and the help for it."""

import argparse
from typing import Any, NoReturn

from desktop.language import translate
from desktop.terminal.commands import COMMANDS, EXAMPLES, OPTIONS, RUNNING, Command, Example, Option
from desktop.terminal.refused import Refused
from routines.problems import nearest

REMOTE = tuple(command.name for command in RUNNING)
"""The commands for the program that runs."""


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
    known = [command.name for command in COMMANDS]
    if argv and argv[0][:1] != "-" and argv[0] not in known:
        raise _unknown_command(argv[0], known)
    return _parser().parse_args(argv)


def _unknown_command(word: str, known: list[str]) -> Refused:
    if guess := nearest(word, known):
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
        epilog=_examples(EXAMPLES),
        formatter_class=_Help,
        allow_abbrev=False,
    )
    _add_options(parser, OPTIONS)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=translate("arguments", "commands")
    )
    for command in COMMANDS:
        _add_command(commands, command)
    return parser


def _add_command(commands: Any, command: Command) -> None:
    about = translate("arguments", command.about)
    more = translate("arguments", command.more) if command.more else ""
    parser: argparse.ArgumentParser = commands.add_parser(
        command.name,
        help=about,
        description=more or about[:1].upper() + about[1:] + ".",
        epilog=_examples(command.examples) if command.examples else None,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    _add_options(parser, command.options)


def _add_options(parser: argparse.ArgumentParser, options: tuple[Option, ...]) -> None:
    groups: dict[str, Any] = {"": parser}
    for option in options:
        if option.group not in groups:
            groups[option.group] = parser.add_mutually_exclusive_group()
        text = translate("arguments", option.help) if option.help else None
        groups[option.group].add_argument(*option.names, help=text, **option.how)


def _examples(examples: tuple[Example, ...]) -> str:
    width = max(len(command) for command, _ in examples)
    lines = [f"  {command:<{width}}   {translate('arguments', what)}" for command, what in examples]
    return "\n".join([translate("arguments", "examples:"), *lines])
