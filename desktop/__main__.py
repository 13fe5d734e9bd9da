"""The program: what ``unbrace`` does with its command line. Qt is loaded for the window only."""

# ruff: noqa: PLC0415 - every command loads just what it needs, so that the small ones are quick

import errno
import os
import sys
import threading
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.children import OPTION, run_child
from desktop.language import translate
from desktop.terminal.arguments import REMOTE, parse
from desktop.terminal.refused import Refused

if TYPE_CHECKING:
    from routines.catalogue import Entry

INTERRUPTED = 130
PIPE_CLOSED = 141
"""Codes to end with, as a shell counts them: 128 and the number of the signal."""

ATTEMPTS = 20
BETWEEN_ATTEMPTS = 0.1
"""Seconds."""


def main(argv: list[str] | None = None) -> int:
    """Run one command and give the code to end with: 0 well, 1 errors in a file, 2 not done."""
    given = sys.argv[1:] if argv is None else argv
    if given[:1] == [OPTION]:
        return run_child(given[1:])
    _never_fail_to_spell()
    try:
        return _answer(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return PIPE_CLOSED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _silence()
        text = translate("arguments", "unbrace: the output cannot be written: {reason}")
        print(text.format(reason=error.strerror), file=sys.stderr)
        return 2


def _answer(argv: list[str]) -> int:
    try:
        code = _run(parse(argv))
    except Refused as refused:
        print(*refused.lines, sep="\n", file=sys.stderr)
        code = refused.code
    if sys.stdout:
        sys.stdout.flush()
    return code


def _run(command: Namespace) -> int:
    if command.version:
        return _version()
    if command.command in REMOTE:
        from desktop.terminal.remote import run_remote

        return run_remote(command)
    run = _COMMANDS.get(command.command)
    return run(command) if run is not None else _open(hidden=command.tray)


def _list(_command: Namespace) -> int:
    from desktop.terminal.listing import list_routines

    return list_routines()


def _check(command: Namespace) -> int:
    from desktop.terminal.check import check

    return check(command.paths, as_json=command.json)


def _timetable(command: Namespace) -> int:
    from desktop.terminal.timetable import timetable

    return timetable(command.routine, minutes=command.minutes, as_json=command.json)


def _render(command: Namespace) -> int:
    from desktop.terminal.render import render_routine

    return render_routine(command)


def _export(command: Namespace) -> int:
    from desktop.terminal.carrying import export_history

    return export_history(command.path, as_tables=command.csv)


def _import(command: Namespace) -> int:
    from desktop.terminal.carrying import import_history

    return import_history(command.file)


def _pictures(command: Namespace) -> int:
    from desktop.pictures.command import take_pictures

    return take_pictures(command.folder, command.only, extra=command.all)


def _play(command: Namespace) -> int:
    from desktop.terminal.find import find

    entry, routine = find(command.routine)
    if not command.text:
        from desktop.system.display import has_display

        if has_display():
            return _open(entry, command.minutes, command.speed)
    from desktop.terminal.play import play

    return play(routine, minutes=command.minutes, speed=command.speed)


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "play": _play,
    "list": _list,
    "check": _check,
    "timetable": _timetable,
    "render": _render,
    "export": _export,
    "import": _import,
    "pictures": _pictures,
}
"""Those that this process carries out itself."""


def _open(
    start: "Entry | None" = None,
    minutes: float | None = None,
    speed: float = 1.0,
    *,
    hidden: bool = False,
) -> int:
    """The window: that of the program which runs already, if one does."""
    from desktop.terminal.remote import hand_over

    if hand_over(start, minutes, speed, hidden=hidden):
        return 0
    code = _window(start, minutes, speed, hidden=hidden)
    if code is not None:
        return code
    pause = threading.Event()
    for _ in range(ATTEMPTS):  # the other one listens in a moment
        if hand_over(start, minutes, speed, hidden=hidden):
            return 0
        pause.wait(BETWEEN_ATTEMPTS)
    raise Refused(translate("remote", "Unbrace runs already, but does not answer."))


def _window(
    start: "Entry | None", minutes: float | None, speed: float, *, hidden: bool
) -> int | None:
    """None if another one was quicker by a moment."""
    from desktop import lean
    from desktop.system import display

    if (line := display.missing()) is not None:
        raise Refused(line)
    try:
        lean.begin()
        from desktop import program
    except ImportError as error:
        if (line := display.import_failed(error)) is None:
            raise
        raise Refused(line) from error
    return program.run(start, minutes, speed, hidden=hidden)


def _version() -> int:
    from importlib import metadata

    print(translate("arguments", "Unbrace {version}").format(version=metadata.version("unbrace")))
    return 0


def _never_fail_to_spell() -> None:
    """A letter that the terminal's encoding does not know is spelt out instead."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):  # there is none, or a simpler one
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _silence() -> None:
    """Nobody reads any more: let Python's last flush at the end find no closed pipe."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
