"""A real terminal: keys as they are pressed, lines drawn in place, everything given back.

Whatever happens, the terminal is put back as it was: at the end, on errors, on signals, and while
the program is stopped with Ctrl+Z. Only a kill that nobody can catch leaves it as it is.

This needs ``termios``. Windows has none, so there ``open_terminal`` gives None and the routine is
played in plain lines; that has not been tried on Windows.
"""

import os
import select
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Self

from desktop.terminal.keys import ESCAPE_SECONDS, KeyReader, Press
from desktop.terminal.screen import Line, Role
from desktop.terminal.session import Event, Happening

try:
    import termios
except ImportError:  # Windows
    _CAN_DRAW = False
else:
    _CAN_DRAW = True

# A screen of its own, as pagers have: nothing scrolls, and no change of size can spoil what the
# person had there before.
_ENTER = "\x1b[?1049h\x1b[?25l\x1b[2J"
_LEAVE = "\x1b[0m\x1b[?25h\x1b[?1049l"
_HOME, _CLEAR_LINE, _CLEAR_BELOW = "\x1b[H", "\x1b[K", "\x1b[J"

_LOOKS = {
    Role.TITLE: "\x1b[1m",
    Role.TEXT: "",
    Role.QUIET: "\x1b[2m",
    Role.TIME: "\x1b[36m",
    Role.ANSWER: "\x1b[1m",
}

_SIGNALS = {
    "SIGWINCH": Event.RESIZED,
    "SIGCONT": Event.CONTINUED,
    "SIGTSTP": Event.SUSPEND,
    "SIGINT": Event.INTERRUPT,
    "SIGTERM": Event.TERMINATE,
    "SIGHUP": Event.CLOSED,
}


def open_terminal(environ: Mapping[str, str] = os.environ) -> "Tty | None":
    """The terminal on stdin and stdout; None where there is none that lines can be drawn on."""
    if not _CAN_DRAW or environ.get("TERM", "") in ("", "dumb"):
        return None
    try:
        keys, screen = sys.stdin.fileno(), sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):  # none, replaced or closed
        return None
    if not (os.isatty(keys) and os.isatty(screen)):
        return None
    return Tty(keys, screen, colours=not environ.get("NO_COLOR"))


class Tty:
    """See the module. Use it in a ``with``: leaving that gives the terminal back."""

    def __init__(self, keys: int, screen: int, *, colours: bool = True) -> None:
        self._keys = keys
        self._screen = screen
        self._colours = colours
        self._reader = KeyReader()
        self._happened: list[Event] = []
        self._shown = ""
        self._before: list[Any] = []
        self._handlers: dict[int, Any] = {}
        self._bell: tuple[int, int] = (-1, -1)
        self._wakeup_before = -1

    def __enter__(self) -> Self:
        self._catch_signals()
        try:
            self._take()
        except BaseException:
            self._release_signals()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._give_back()
        finally:
            self._release_signals()

    # As a Terminal

    def size(self) -> tuple[int, int]:
        with suppress(OSError):
            columns, lines = os.get_terminal_size(self._screen)
            if columns > 0 and lines > 0:
                return columns, lines
        return 80, 24

    def show(self, lines: tuple[Line, ...]) -> None:
        drawn = "\r\n".join(self._drawn(line) + _CLEAR_LINE for line in lines)
        frame = _HOME + drawn + _CLEAR_BELOW
        if frame != self._shown:
            self._write(frame)
            self._shown = frame

    def wait(self, seconds: float | None) -> list[Happening]:
        if self._happened:
            seconds = 0.0
        elif self._reader.undecided:
            seconds = ESCAPE_SECONDS
        ready = self._select(seconds)
        found: list[Happening] = []
        if self._keys in ready:
            found += self._read_keys()
        elif not ready and not self._happened:
            found += self._reader.flush()
        happened, self._happened = self._happened, []
        for event in happened:
            self._prepare(event)
        return [*found, *happened]

    def suspend(self) -> None:
        self._give_back()
        before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)  # stands still here until somebody says `fg`
        signal.signal(signal.SIGTSTP, before)
        self._take()

    # Drawing

    def _drawn(self, line: Line) -> str:
        look = _LOOKS[line.role] if self._colours else ""
        return f"{look}{line.text}\x1b[0m" if look and line.text else line.text

    def _write(self, text: str) -> None:
        data = text.encode(sys.stdout.encoding or "utf-8", "replace")
        try:
            while data:
                data = data[os.write(self._screen, data) :]
        except OSError:  # the terminal is gone
            self._happened.append(Event.CLOSED)

    # Keys and signals

    def _select(self, seconds: float | None) -> list[int]:
        ready, _, _ = select.select([self._keys, self._bell[0]], [], [], seconds)
        if self._bell[0] in ready:
            with suppress(BlockingIOError):
                os.read(self._bell[0], 512)
        return ready

    def _read_keys(self) -> list[Press | Event]:
        try:
            data = os.read(self._keys, 1024)
        except OSError:
            data = b""
        if not data:
            return [Event.CLOSED]
        return [*self._reader.feed(data)]

    def _prepare(self, event: Event) -> None:
        if event is Event.CONTINUED:
            self._take()
        elif event is Event.RESIZED:
            self._shown = ""

    def _catch_signals(self) -> None:
        """Signals only leave a note, so that nothing can interrupt the giving back."""
        self._bell = os.pipe()
        for end in self._bell:
            os.set_blocking(end, False)
        self._wakeup_before = signal.set_wakeup_fd(self._bell[1], warn_on_full_buffer=False)
        for name in _SIGNALS:
            number = getattr(signal, name)
            self._handlers[number] = signal.signal(number, self._note)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._happened.append(_SIGNALS[signal.Signals(number).name])

    def _release_signals(self) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        self._handlers.clear()
        signal.set_wakeup_fd(self._wakeup_before)
        for end in self._bell:
            os.close(end)

    # Taking the terminal and giving it back

    def _take(self) -> None:
        """Keys one by one and unseen; signals stay what they are."""
        if not self._before:
            self._before = termios.tcgetattr(self._keys)
        mode = termios.tcgetattr(self._keys)
        mode[0] &= ~(termios.IXON | termios.ICRNL)
        mode[3] &= ~(termios.ICANON | termios.ECHO)
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._keys, termios.TCSANOW, mode)
        self._shown = ""
        self._write(_ENTER)

    def _give_back(self) -> None:
        self._write(_LEAVE)
        if self._before:
            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(self._keys, termios.TCSANOW, self._before)
            self._before = []
