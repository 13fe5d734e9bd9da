"""The real program as a child: run to its end, or watched on a terminal of its own.

Nothing in here sleeps: it waits for output, and no longer than it must.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from routines.clock import SystemClock

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "desktop"]
PATIENCE = 20.0  # seconds until a busy machine counts as a failure
_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")

Done = subprocess.CompletedProcess[str]


def environment(**variables: str) -> dict[str, str]:
    """The test's own environment (a home of its own, no display) with ``variables`` on top."""
    env = dict(os.environ)
    unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NO_COLOR", "COLUMNS", "LINES")
    for name in (*unwanted, "PYTHONUNBUFFERED"):
        env.pop(name, None)
    return env | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"} | variables


def run(*arguments: str | Path, cwd: Path | None = None, **variables: str) -> Done:
    """Run ``unbrace`` with ``arguments`` to its end, without a terminal."""
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


class Watched:
    """A program on a pseudo terminal. Leaving the ``with`` ends it."""

    def __init__(self, *argv: str, columns: int = 80, lines: int = 24, **variables: str) -> None:
        self._clock = SystemClock()
        self._master, slave = pty.openpty()
        self.resize(columns, lines)
        self.mode_before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            argv,
            cwd=ROOT,
            env=environment(**variables),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - the tests have no threads
        )
        self._slave = slave
        self.output = ""
        self._read_up_to = 0

    @classmethod
    def unbrace(
        cls, *arguments: str | Path, columns: int = 80, lines: int = 24, **variables: str
    ) -> Self:
        argv = [*PROGRAM, *map(str, arguments)]
        return cls(*argv, columns=columns, lines=lines, **variables)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        os.close(self._master)
        os.close(self._slave)

    def expect(self, pattern: str) -> re.Match[str]:
        """Wait until ``pattern`` comes in what the program shows from now on."""
        end = self._clock.monotonic() + PATIENCE
        while True:
            plain = _CODES.sub("", self.output[self._read_up_to :])
            if found := re.search(pattern, plain):
                self._read_up_to = len(self.output)
                return found
            left = end - self._clock.monotonic()
            if left <= 0 or not self._read(left):
                raise AssertionError(f"{pattern!r} did not come: {plain[-2000:]!r}")

    def silent(self, seconds: float) -> bool:
        """Whether the program shows nothing at all for so long."""
        return not self._read(seconds)

    def send(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def end(self) -> int:
        """Wait until the program ends by itself; gives its code."""
        end = self._clock.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert self._clock.monotonic() < end, f"it does not end: {self.output[-2000:]!r}"
            self._read(0.05)
        while self._read(0.0):
            pass
        return self.process.returncode

    @property
    def mode(self) -> list[Any]:
        """How the terminal is set now."""
        return termios.tcgetattr(self._slave)

    def set_mode(self, mode: list[Any]) -> None:
        termios.tcsetattr(self._slave, termios.TCSANOW, mode)

    @property
    def frame(self) -> list[str]:
        """The lines of the last complete picture."""
        return lines_of(self.output.split("\x1b[H")[-1])

    @property
    def remains(self) -> str:
        """What stands on the person's own screen after the player has left its own."""
        return _CODES.sub("", self.output.split("\x1b[?1049l")[-1])

    def _read(self, seconds: float) -> bool:
        """Take in what has come; False if nothing did, or the program is gone."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.output += data.decode("utf-8", "replace")
        return bool(data)


def lines_of(frame: str) -> list[str]:
    """The lines of a picture, without codes."""
    return [line.rstrip("\r") for line in _CODES.sub("", frame).split("\n")]


def _take_terminal() -> None:
    """In the child: the pseudo terminal becomes its own, so that its keys send signals."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
