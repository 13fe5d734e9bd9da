"""A real sound server of the test's own, a recording of what it plays, and our process."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import numpy as np

from desktop.sound.lines import order_line, read_news
from desktop.sound.messages import Heard, News, Order, Unheard, What
from desktop.sound.process.pcm import RATE, Pcm, pcm
from routines.clock import SystemClock
from tests.desk import wait_for
from tests.system.mocks import need

CLOCK = SystemClock()
ROOT = Path(__file__).parent.parent.parent


class SoundServer:
    """PulseAudio with the loudspeakers `first` and `second`, which go nowhere."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "pulse"
        home = {name: str(folder) for name in ("PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "HOME")}
        self.env = os.environ | home | {"PULSE_SERVER": f"unix:{self._socket}"}
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def begin(self) -> None:
        env = {name: each for name, each in self.env.items() if name != "PULSE_SERVER"}
        self.process = subprocess.Popen(
            [
                need("pulseaudio", "pulseaudio"), "-n", "--daemonize=no", "--exit-idle-time=-1",
                "--use-pid-file=no", "--disable-shm",
                "-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
                "-L", f"module-null-sink sink_name=first rate={RATE}",
                "-L", f"module-null-sink sink_name=second rate={RATE}",
            ],
            env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_for(lambda: "second" in self.call("list", "short", "sinks"), what="the sound server")
        self.call("set-default-sink", "first")

    def call(self, *arguments: str) -> str:
        command = [need("pactl", "pulseaudio-utils"), *arguments]
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, check=False, timeout=20
        )
        return done.stdout

    def end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()


class Recording:
    """What a loudspeaker of the server plays, with the moment of each sample."""

    def __init__(self, server: SoundServer, sink: str = "first") -> None:
        self._data = bytearray()
        self._start = float("inf")
        options = ["--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=20", "--raw"]
        self._process = subprocess.Popen(
            [need("parec", "pulseaudio-utils"), "-d", f"{sink}.monitor", *options],
            env=server.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdout is not None
        self._thread = threading.Thread(target=self._read, args=(self._process.stdout,))
        self._thread.start()
        # A loudspeaker that goes nowhere sleeps for up to two seconds before its first sample.
        wait_for(lambda: len(self._data) > RATE // 2, what="the recording")

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._thread.join()

    def between(self, begin: float, end: float) -> Pcm:
        """What was played between two moments."""
        samples = np.frombuffer(bytes(self._data[: len(self._data) // 2 * 2]), dtype=np.int16)
        first = round((begin - self._start) * RATE)
        assert first >= 0, "that was not recorded"
        return pcm(samples[first : first + round((end - begin) * RATE)] / 2**15)

    def _read(self, stream: BinaryIO) -> None:
        while data := os.read(stream.fileno(), 1 << 16):
            self._data += data
            # The piece that came with the least delay tells best.
            self._start = min(self._start, CLOCK.monotonic() - len(self._data) / 2 / RATE)
        stream.close()


class Child:
    """Our sound process, told orders by the test."""

    def __init__(self, env: dict[str, str]) -> None:
        self.told: list[News] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop.sound.process"],
            env=env,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def tell(self, *orders: Order) -> None:
        assert self.process.stdin is not None
        for order in orders:
            self.process.stdin.write(order_line(order))
        self.process.stdin.flush()

    def wait(self, predicate: Callable[[News], bool], seconds: float = 15.0) -> News:
        return (
            wait_for(lambda: next(filter(predicate, self.told), None), seconds, "news")
            or (self.told[0])
        )

    def heard(self, what: What) -> list[Heard]:
        return [each for each in self.told if isinstance(each, Heard) and each.what is what]

    def troubles(self) -> list[Unheard]:
        return [each for each in self.told if isinstance(each, Unheard)]

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(10)
        finally:
            self.process.kill()
            self._thread.join()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            news = read_news(line)
            assert news is not None, line
            self.told.append(news)
        self.process.stdout.close()
