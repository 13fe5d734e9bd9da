"""speech-dispatcher, where the person has set up a voice of the desktop's own.

It gives no samples: it speaks by itself, when it is told to. For the mixer it makes a silence that
is about as long, so that bells give way; `begin` has it speak once that silence begins.
"""

import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

import numpy as np

from desktop.sound.messages import Trouble, Unheard
from desktop.sound.model import Wishes
from desktop.sound.process.pcm import RATE, Pcm
from desktop.sound.process.voices.engine import SECONDS
from desktop.sound.telling import seconds_of
from desktop.sound.tongue import ENGLISH, base_of

ID = "speech-dispatcher"

_SPAWN_SECONDS = 5.0


def is_here() -> bool:
    return hasattr(socket, "AF_UNIX") and shutil.which(ID) is not None


class DispatcherVoice:
    """Speaks live. All that takes time is done in a thread of its own."""

    def __init__(self, wishes: Wishes, tell: Callable[[Unheard], None]) -> None:
        self._wishes = wishes
        self._tell = tell
        self._todo: SimpleQueue[str | None] = SimpleQueue()
        self._talk: _Talk | None = None
        self._language = ENGLISH
        self._is_over = False
        self._thread = threading.Thread(target=self._work, name="dispatcher", daemon=True)
        self._thread.start()

    def use(self, wishes: Wishes) -> None:
        self._wishes = wishes

    def prepare(self, text: str, language: str = ENGLISH) -> Future[Pcm]:
        """A silence as long as the sentence takes about."""
        future: Future[Pcm] = Future()
        if self._is_over:
            future.cancel()
        else:
            self._language = language  # a routine has one
            count = round(seconds_of(text, self._wishes) * RATE)
            future.set_result(np.zeros(count, dtype=np.float32))
        return future

    def begin(self, text: str) -> None:
        """Say it now, in place of what is being said."""
        self._todo.put(text)

    def stop(self) -> None:
        """Be silent at once."""
        self._todo.put("")

    def close(self) -> None:
        self._is_over = True
        self._todo.put(None)
        self._thread.join(timeout=2 * SECONDS)

    # In the thread

    def _work(self) -> None:
        try:
            while (text := self._todo.get()) is not None:
                if not self._todo.empty():
                    continue  # the newest counts
                if self._talk is None and not text:
                    continue
                talk = self._talk or self._new_talk()
                talk.stop()
                if text:
                    talk.say(text, self._language, self._wishes)
        except TimeoutError:
            self._fail(Trouble.VOICE_HANGS)
        except OSError:
            self._fail(Trouble.VOICE_FAILED)
        finally:
            if self._talk is not None:
                self._talk.close()

    def _new_talk(self) -> "_Talk":
        self._talk = _Talk()
        self._talk.greet()
        return self._talk

    def _fail(self, trouble: Trouble) -> None:
        if not self._is_over:
            self._is_over = True
            self._tell(Unheard(trouble, {"engine": ID}))


class _Talk:
    """One conversation with the service. Every call raises `OSError` where that fails."""

    def __init__(self) -> None:
        self._socket = _connected(_place())
        self._lines = _lines_of(self._socket)
        self._rate = self._language = ""

    def greet(self) -> None:
        self._command("SET SELF CLIENT_NAME unbrace:unbrace:main")
        self._command("SET SELF PRIORITY message")

    def say(self, text: str, language: str, wishes: Wishes) -> None:
        if language != self._language:
            self._command(f"SET SELF LANGUAGE {base_of(language)}")
            self._language = language
        rate = f"SET SELF RATE {min(100, max(-100, round(100 * (wishes.rate - 1.0))))}"
        if rate != self._rate:
            self._command(rate)
            self._rate = rate
        # Its loudest is distorted.
        loud = f"SET SELF VOLUME {round(150 * wishes.voice_volume) - 100}"
        self._command(loud)
        self._command("SPEAK")
        # A line break would begin a command, and a point alone ends the text.
        line = " ".join(text.split())
        self._command(f".{line}" if line.startswith(".") else line, ends=True)

    def stop(self) -> None:
        self._command("CANCEL self")

    def close(self) -> None:
        with suppress(OSError):
            self._command("CANCEL self")
            self._socket.sendall(b"QUIT\r\n")
        self._socket.close()

    def _command(self, line: str, *, ends: bool = False) -> None:
        tail = "\r\n.\r\n" if ends else "\r\n"
        self._socket.sendall(line.encode("utf-8", "replace") + tail.encode())
        for answer in self._lines:
            # "230-more follows", "700 something happened", "230 done"
            if answer[3:4] == b" " and not answer.startswith(b"7"):
                if not answer.startswith(b"2"):
                    raise ConnectionError(answer[:80])
                return
        raise ConnectionError("it has hung up")


def _lines_of(connection: socket.socket) -> Iterator[bytes]:
    kept = b""
    while found := connection.recv(4096):
        *lines, kept = (kept + found).split(b"\r\n")
        yield from lines


def _place() -> str:
    told = os.environ.get("SPEECHD_ADDRESS", "")
    if told.startswith("unix_socket:"):
        return told.removeprefix("unix_socket:")
    usual = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    return str(usual / "speech-dispatcher" / "speechd.sock")


def _connected(place: str) -> socket.socket:
    """The service's socket; it is started if it does not run yet, as its own library does."""
    with suppress(OSError):
        return _connect(place)
    options = ["--spawn", "--communication-method", "unix_socket", "--socket-path", place]
    nowhere = subprocess.DEVNULL
    with suppress(subprocess.SubprocessError):
        subprocess.run(
            [ID, *options],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            timeout=_SPAWN_SECONDS,
            check=False,
        )
    pause = threading.Event()
    for _ in range(20):
        with suppress(OSError):
            return _connect(place)
        pause.wait(0.1)
    return _connect(place)


def _connect(place: str) -> socket.socket:
    found = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    found.settimeout(SECONDS)
    try:
        found.connect(place)
    except OSError:
        found.close()
        raise
    return found
