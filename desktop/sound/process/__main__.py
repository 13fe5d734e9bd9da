"""`python -m desktop.sound.process`: orders come in as lines, sound goes out, and news as lines.

This thread does nothing that may hang: it answers whatever the sound system or an engine does.
"""

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO

from desktop.sound.lines import MOST_BYTES, news_line, read_order
from desktop.sound.messages import (
    Alive,
    AskAlive,
    AskDevices,
    AskVoices,
    Begin,
    Clear,
    Device,
    Devices,
    Heard,
    News,
    Order,
    Piece,
    Quit,
    TryBell,
    TryVoice,
    What,
)
from desktop.sound.model import Wishes
from desktop.sound.process.bells import Bells
from desktop.sound.process.device import OutputError, devices
from desktop.sound.process.mixer import Mixer
from desktop.sound.process.out import Output
from desktop.sound.process.voices import find_voice, known_engines
from desktop.sound.process.voices.engine import LiveVoice
from routines.clock import Clock, SystemClock

Tell = Callable[[News], None]


class Sounding:
    """Everything that sounds, and what each order does with it."""

    def __init__(self, told: Tell, clock: Clock) -> None:
        self._tell = told
        self._clock = clock
        self._wishes: Wishes | None = None
        self._voice: LiveVoice | None = None
        self._mixer = Mixer(Bells(), self._told)
        self._output = Output(self._mixer, told, clock)

    def do(self, order: Order) -> None:
        match order:
            case Begin(wishes):
                self._wish(wishes)
            case Piece():
                self._mixer.add(order)
            case Clear():
                self._mixer.clear()
                if self._voice is not None:
                    self._voice.stop()
            case TryBell(bell):
                self._mixer.strike(bell, self._clock.monotonic())
            case TryVoice(text, language):
                self._mixer.say(text, self._clock.monotonic(), language)
            case AskDevices():
                self._aside(lambda: self._tell(Devices(_devices())))
            case AskVoices():
                self._aside(lambda: self._tell(known_engines()))
            case AskAlive(number):
                self._output.look()
                self._tell(Alive(number, self._mixer.next_sound() is not None))
                return
        self._output.wake()

    def close(self) -> None:
        self._mixer.clear()
        self._output.close()
        if self._voice is not None:
            self._voice.close()

    def _wish(self, wishes: Wishes) -> None:
        before, self._wishes = self._wishes, wishes
        self._mixer.wish(wishes)
        self._output.choose(wishes.device)
        if before is None or self._voice is None or wishes.engine != before.engine:
            old, self._voice = self._voice, find_voice(wishes, self._tell)
            self._mixer.use_voice(self._voice)
            if old is not None:
                self._aside(old.close)
        elif wishes != before:
            self._voice.use(wishes)
            if (wishes.voice, wishes.rate) != (before.voice, before.rate):
                self._mixer.use_voice(self._voice)

    def _told(self, news: News) -> None:
        if isinstance(news, Heard) and news.what is What.VOICE and self._voice is not None:
            self._voice.begin(news.text)
        self._tell(news)

    def _aside(self, work: Callable[[], None]) -> None:
        """Do what may hang in a thread of its own, which is left behind if it does."""
        threading.Thread(target=work, name="aside", daemon=True).start()


def _devices() -> tuple[Device, ...]:
    try:
        return devices()
    except OutputError:
        return ()


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines that come; one that is too long is passed over as a whole."""
    is_whole = True
    while line := stream.readline(MOST_BYTES + 1):
        ends = line.endswith(b"\n")
        if is_whole and ends:
            yield line
        is_whole = ends


def writer(stream: BinaryIO) -> Tell:
    """Tells by lines in a thread of its own, so that nobody waits for a window that is busy."""
    waiting: queue.SimpleQueue[News] = queue.SimpleQueue()

    def write() -> None:
        while True:
            try:
                stream.write(news_line(waiting.get()))
                stream.flush()
            except OSError:  # the window is gone, and this process is about to be
                return

    threading.Thread(target=write, name="news", daemon=True).start()
    return waiting.put


def main() -> None:
    sounding = Sounding(writer(sys.stdout.buffer), SystemClock())
    for line in lines_of(sys.stdin.buffer):
        order = read_order(line)
        if isinstance(order, Quit):
            break
        if order is not None:
            sounding.do(order)
    sounding.close()
    sys.stdout.flush()
    # A thread that hangs in the sound system would keep the process.
    os._exit(0)


if __name__ == "__main__":
    main()
