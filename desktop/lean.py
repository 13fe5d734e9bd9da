"""What keeps the start quick and the program small while it waits in the tray."""

import builtins
import ctypes
import gc
import sys
from contextlib import suppress


def begin() -> None:
    """Before anything that needs Qt is imported. ``settle`` is to follow.

    PySide puts an import function of its own in Python's place. That reads the source of every
    module that is imported from then on, in search of switches (``from __feature__ import ...``)
    which we do not use, and keeps all these texts: 5 MB and a third of the start. The collector
    would run a hundred times meanwhile, and find next to nothing.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401, PLC0415 - a command without a window does without Qt

    with suppress(KeyError):  # another release may do without
        builtins.__import__ = vars(builtins)["__orig_import__"]


def settle() -> None:
    """After the start: what is in memory now stays for good, and what only it needed can go."""
    gc.collect()
    gc.freeze()
    gc.enable()
    if sys.platform == "linux":
        with suppress(AttributeError):  # only glibc has it
            ctypes.CDLL(None).malloc_trim(0)
