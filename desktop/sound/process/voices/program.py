"""A program that reads a text and writes sound, ended when it takes too long."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress

from desktop.sound.messages import Trouble
from desktop.sound.process.voices.engine import SECONDS, EngineError

MOST_BYTES = 24 * 1024 * 1024
"""Two minutes of the finest sound that an engine makes: more is a program gone mad."""

MOST_INPUT = 32 * 1024
"""Bytes of text: as much as fits into a pipe that nobody reads, so that writing never waits."""

_BLOCK = 64 * 1024
_OWN_GROUP = sys.platform != "win32"


class Program:
    """Runs one at a time; `stop` ends it from another thread."""

    def __init__(self, seconds: float = SECONDS, env: Mapping[str, str] | None = None) -> None:
        """``env`` is set besides what the process has."""
        self._seconds = seconds
        self._env = dict(env or {})
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def run(self, argv: Sequence[str], text: str = "") -> bytes:
        """What it writes, with ``text`` as its input: never on the command line, where a text
        might be taken for an option. Raises `EngineError`.
        """
        try:
            with self._lock:
                if self._stopped:
                    raise EngineError(Trouble.VOICE_FAILED)
                process = self._running = subprocess.Popen(
                    argv,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=os.environ | self._env,
                    start_new_session=_OWN_GROUP,
                )
        except (OSError, ValueError):
            raise EngineError(Trouble.VOICE_FAILED) from None
        late = threading.Event()

        def give_up() -> None:
            late.set()
            _kill(process)

        alarm = threading.Timer(self._seconds, give_up)
        alarm.start()
        try:
            found = _talk(process, text)
        finally:
            alarm.cancel()
            alarm.join()
            end(process)
            with self._lock:
                self._running = None
        if late.is_set():
            raise EngineError(Trouble.VOICE_HANGS)
        if process.returncode != 0 or len(found) > MOST_BYTES:
            raise EngineError(Trouble.VOICE_FAILED)
        return found

    def stop(self) -> None:
        with self._lock:
            self._stopped = True
            if self._running is not None:
                _kill(self._running)


def _talk(process: subprocess.Popen[bytes], text: str) -> bytes:
    """Give it the text, and read what it writes to the end, or to where it is too much."""
    assert process.stdin is not None, "it has been opened with both"
    assert process.stdout is not None, "it has been opened with both"
    with suppress(OSError):  # it may have ended already
        process.stdin.write(text.encode("utf-8", "replace")[:MOST_INPUT])
        process.stdin.close()
    found = bytearray()
    while len(found) <= MOST_BYTES and (more := process.stdout.read(_BLOCK)):
        found += more
    return bytes(found)


def end(process: subprocess.Popen[bytes]) -> None:
    """Whatever it does: it is gone afterwards, with its children, and nothing is left open."""
    if process.poll() is None:
        _kill(process)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    process.wait()


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
