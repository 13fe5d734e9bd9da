"""Children of ours: programs of this very installation that work beside the window.

What may hang, crash or need much memory is theirs. In a frozen build there is no Python to start
them with: there the program itself becomes the child, by a first argument that nobody types.
"""

import sys
from enum import Enum
from pathlib import Path

OPTION = "--child"
ROOT = Path(__file__).parent.parent
"""The folder to start them in: they find there the code that we run, however it was installed."""

BAD_CALL = 2
_CALL_SIGNS = Path(__file__).parent / "system" / "call_signs.py"


class Child(Enum):
    """The value is its name on the command line."""

    SOUND = "sound"
    RENDER = "render"
    CALENDARS = "calendars"
    CALL_SIGNS = "call-signs"
    HISTORY = "history"


_MODULES = {
    Child.SOUND: "desktop.sound.process",
    Child.RENDER: "desktop.sound.process.render",
    Child.CALENDARS: "desktop.calendars.read",
    Child.HISTORY: "desktop.keep.history.process",
}


def child_command(child: Child) -> tuple[str, ...]:
    """The program and its first arguments."""
    if getattr(sys, "frozen", False):
        return (sys.executable, OPTION, child.value)
    if child is Child.CALL_SIGNS:
        # It is started in any folder. -P: one that happens to be named like a module must not be
        # taken for it.
        return (sys.executable, "-P", str(_CALL_SIGNS))
    return (sys.executable, "-m", _MODULES[child])


def run_child(arguments: list[str]) -> int:
    """Be the child whose name comes first. Gives the code to end with."""
    name, *rest = arguments or [""]
    if name not in {each.value for each in Child}:
        return BAD_CALL
    # Each is named in an import, so that whoever freezes the program finds it.
    match Child(name):
        case Child.SOUND:
            from desktop.sound.process import __main__ as sound  # noqa: PLC0415 - one of them

            sound.main()
        case Child.RENDER:
            from desktop.sound.process import render  # noqa: PLC0415

            return render.main()
        case Child.CALENDARS:
            from desktop.calendars import read  # noqa: PLC0415

            read.main(rest)
        case Child.CALL_SIGNS:
            from desktop.system import call_signs  # noqa: PLC0415

            call_signs.main()
        case Child.HISTORY:
            from desktop.keep.history import process  # noqa: PLC0415

            process.main()
    return 0
