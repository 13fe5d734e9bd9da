"""Keeping the screen awake on Windows and macOS. Written from their documentation, never tried."""

import os
import sys

from PySide6.QtCore import QProcess

from desktop.language import translate
from desktop.system.works import Works

_CONTINUOUS, _SYSTEM_REQUIRED, _DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
"""Of SetThreadExecutionState, which holds until the same thread says otherwise or ends."""


class OtherKeepAwake:
    """SetThreadExecutionState on Windows; `caffeinate` on macOS, which ends with this process."""

    def __init__(self) -> None:
        self._process: QProcess | None = None
        self._is_kept = False

    @property
    def is_kept(self) -> bool:
        return self._is_kept

    def keep(self, reason: str) -> None:  # noqa: ARG002 - nobody here shows it
        if self._is_kept:
            return
        self._is_kept = True
        if sys.platform == "win32":
            _set_state(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)
        else:
            self._process = QProcess()
            self._process.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])

    def let_go(self) -> None:
        if not self._is_kept:
            return
        self._is_kept = False
        if sys.platform == "win32":
            _set_state(_CONTINUOUS)
        elif self._process is not None:
            self._process.kill()
            self._process.waitForFinished(500)
            self._process = None

    def works(self) -> Works:
        how = translate("keep_awake", "The system keeps it awake (not tried on this system yet).")
        return Works(here=True, how=how)


def _set_state(flags: int) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        ctypes.windll.kernel32.SetThreadExecutionState(flags)
