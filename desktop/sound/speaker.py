"""The window's side of sound: starts the sound process, tells it what to play, and watches it.

The window never waits for it. A process that does not answer or has ended is started anew, with
what it was playing; if that happens again soon, sound is left alone for a while.
"""

from collections.abc import Callable, Sequence
from math import inf

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desktop.children import ROOT, Child, child_command
from desktop.sound.lines import MOST_BYTES, order_line, read_news
from desktop.sound.messages import (
    Alive,
    AskAlive,
    AskDevices,
    AskVoices,
    Begin,
    Clear,
    Devices,
    Heard,
    Order,
    Piece,
    Quit,
    Trouble,
    TryBell,
    TryVoice,
    Unheard,
    Voices,
    What,
)
from desktop.sound.model import Bell, Event, Ring, Say, Wishes
from routines.clock import Clock

ASK_EVERY = 3.0
"""Seconds between two questions whether the process is alive."""

PATIENCE = 2.0
"""Seconds that it may take to answer; longer at its start, while it imports."""

STARTING = 10.0

TWICE_WITHIN = 60.0
"""A second failure within so many seconds, and it is left alone."""

LEFT_ALONE = 600.0
"""... for so many seconds, or until the next routine begins."""

QUIET_AFTER = 180.0
"""Seconds without sound after which the process is ended."""

_LONGEST_SOUND = 15.0
"""Seconds that a bell or a sentence lasts at most."""


class Speaker(QObject):
    """One for the program. Nothing is started before something is to be heard."""

    unheard = Signal(object)
    """An `Unheard`: something is not heard, told once."""

    heard = Signal(object)
    """A `Heard`: something begins to sound."""

    devices_found = Signal(object)
    """`Devices`, after `ask_devices`."""

    voices_found = Signal(object)
    """`Voices`, after `ask_voices`."""

    def __init__(
        self,
        clock: Clock,
        parent: QObject | None = None,
        *,
        command: Sequence[str] = (),
        patience: float = PATIENCE,
        quiet_after: float = QUIET_AFTER,
    ) -> None:
        """``command`` starts the process, ours if it is empty. The rest are seconds."""
        super().__init__(parent)
        self._clock = clock
        self._command = tuple(command) or child_command(Child.SOUND)
        self._wishes = Wishes()
        self._process: QProcess | None = None
        self._pieces: dict[int, Piece] = {}
        self._text = bytearray()
        self._garbage = 0  # bytes that were no news, since it was started
        self._patience_ms = round(patience * 1000)
        self._asked = 0
        self._failed_at = -inf
        self._is_silent = False
        self._sounding_until = 0.0
        self._rung: dict[str, float] = {}  # when each bell was heard last
        self._ask = self._timer(ASK_EVERY, self._ask_alive, repeats=True)
        self._patience = self._timer(patience, self._fail)
        self._quiet = self._timer(quiet_after, self.close)

    # ------------------------------------------------------------ what to play

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def wish(self, wishes: Wishes) -> None:
        """How it should sound from now on."""
        if wishes != self._wishes:
            self._wishes = wishes
            if self._process is not None:
                self._send(Begin(wishes))

    def play(self, piece: Piece) -> None:
        self._forget_what_is_over()
        self._pieces[piece.number] = piece
        if self._is_silent and self._clock.monotonic() - self._failed_at > LEFT_ALONE:
            self.begin_anew()
        if self._is_silent or self._wishes.mute or not piece.score:
            return
        self._sound_until(_end(piece))
        # A process that has just been started gets all pieces, and this with them.
        if self._process is not None:
            self._send(piece)
        else:
            self._start()

    def clear(self) -> None:
        """Stop at once what sounds, and forget what was to come."""
        self._pieces.clear()
        if self._process is not None:
            self._send(Clear())

    def has_rung(self, bell: Bell, since: float) -> bool:
        """Whether ``bell`` was heard, as far as is known, at the moment ``since`` or later."""
        return self._rung.get(bell.value, -inf) >= since

    def warm_up(self) -> None:
        """Start the process ahead of time, so that the first bell is not late."""
        if not self._is_silent:
            self._sound_until(self._clock.monotonic())
            self._start()

    def begin_anew(self) -> None:
        """A new routine: what has failed before may be tried again."""
        self._is_silent = False
        self._failed_at = -inf

    def try_bell(self, bell: Bell) -> None:
        self._try(TryBell(bell))

    def try_voice(self, text: str, language: str = "en") -> None:
        self._try(TryVoice(text, language))

    def ask_devices(self) -> None:
        self._try(AskDevices())

    def ask_voices(self) -> None:
        self._try(AskVoices())

    def close(self) -> None:
        """End the process. It comes back with the next sound."""
        self._pieces.clear()
        process = self._let_go()
        if process is None:
            return
        process.write(order_line(Quit()))
        process.closeWriteChannel()
        process.finished.connect(process.deleteLater)
        # It outlives neither its patience nor the window.
        QTimer.singleShot(round(PATIENCE * 1000), process, process.kill)

    def end(self) -> None:
        """The program ends, and the process with it at once."""
        self._pieces.clear()
        self._let_go()
        for process in self.findChildren(QProcess):
            process.kill()
            process.waitForFinished(200)

    def _try(self, order: Order) -> None:
        self.begin_anew()
        self._sound_until(self._clock.monotonic() + _LONGEST_SOUND)
        self._start()
        self._send(order)

    # ------------------------------------------------------------ the process

    def _start(self) -> None:
        if self._process is not None:
            return
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(list(self._command[1:]))
        process.setWorkingDirectory(str(ROOT))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._fail)
        process.errorOccurred.connect(self._not_started)
        self._process = process
        self._text.clear()
        self._garbage = 0
        process.start()
        self._send(Begin(self._wishes))
        self._ask_within(round(STARTING * 1000))
        for piece in self._pieces.values():
            self._send(piece)

    def _send(self, order: Order) -> None:
        # Qt keeps what a process that hangs does not read; its patience ends that.
        if self._process is not None:
            self._process.write(order_line(order))

    def _read(self) -> None:
        if self._process is None:
            return
        self._text += self._process.readAllStandardOutput().data()
        *lines, rest = bytes(self._text).split(b"\n")
        self._text = bytearray(rest)
        for line in lines:
            self._take(line)
        if self._garbage + len(rest) > MOST_BYTES:
            self._fail()

    def _take(self, line: bytes) -> None:
        match read_news(line):
            case None:
                self._garbage += len(line) + 1
            case Alive(number, is_sounding):
                self._take_alive(number, is_sounding=is_sounding)
            case Unheard() as told:
                self.unheard.emit(told)
            case Heard() as told:
                if told.what is What.BELL:
                    self._rung[told.text] = told.at
                self.heard.emit(told)
            case Devices() as told:
                self.devices_found.emit(told)
            case Voices() as told:
                self.voices_found.emit(told)

    # ------------------------------------------------------------ watching

    def _ask_alive(self) -> None:
        if not self._patience.isActive():
            self._ask_within(self._patience_ms)

    def _ask_within(self, milliseconds: int) -> None:
        if self._process is None:
            return
        self._asked += 1
        self._send(AskAlive(self._asked))
        self._patience.start(milliseconds)
        if not self._ask.isActive():
            self._ask.start()

    def _take_alive(self, number: int, *, is_sounding: bool) -> None:
        if number != self._asked:
            return
        self._patience.stop()
        if not is_sounding and self._clock.monotonic() > self._sounding_until:
            self._ask.stop()
            if not self._quiet.isActive():
                self._quiet.start()

    def _sound_until(self, moment: float) -> None:
        self._sounding_until = max(self._sounding_until, moment)
        self._quiet.stop()
        if self._process is not None and not self._ask.isActive():
            self._ask_alive()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        # Every other error ends in `finished`. Later, as it may come before `start` has returned.
        if error is QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, self, self._fail)

    def _fail(self, *_: object) -> None:
        """It hangs, or is gone: once it is started again, the second time it is left alone."""
        if self._process is None:
            return
        self._kill()
        now = self._clock.monotonic()
        is_second = now - self._failed_at < TWICE_WITHIN
        self._failed_at = now
        if is_second:
            self._is_silent = True
            self.unheard.emit(Unheard(Trouble.SILENT))
            return
        self.unheard.emit(Unheard(Trouble.RESTARTED))
        self._forget_what_is_over()
        if self._pieces:
            self._start()

    def _kill(self) -> None:
        process = self._let_go()
        if process is not None:
            process.finished.connect(process.deleteLater)
            process.kill()
            if process.state() is QProcess.ProcessState.NotRunning:
                process.deleteLater()

    def _let_go(self) -> QProcess | None:
        """The process, which is heard of no more."""
        for timer in (self._ask, self._patience, self._quiet):
            timer.stop()
        process, self._process = self._process, None
        if process is not None:
            for signal in (process.readyReadStandardOutput, process.finished):
                signal.disconnect()
            process.errorOccurred.disconnect()
        return process

    def _forget_what_is_over(self) -> None:
        now = self._clock.monotonic()
        self._pieces = {n: each for n, each in self._pieces.items() if _end(each) > now}

    def _timer(self, seconds: float, then: Callable[[], None], *, repeats: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(not repeats)
        timer.setInterval(round(seconds * 1000))
        timer.timeout.connect(then)
        return timer


def _end(piece: Piece) -> float:
    """The moment after which nothing of the piece sounds any more."""
    return max((piece.start + _event_end(each) / piece.speed for each in piece.score), default=0.0)


def _event_end(event: Event) -> float:
    if isinstance(event, Ring | Say):
        return event.at + _LONGEST_SOUND
    return event.at + event.seconds
