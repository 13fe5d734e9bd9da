"""``unbrace play`` in the terminal: on a screen where there is one, else in plain lines."""

import signal
import sys
import threading

from desktop.language import translate
from desktop.terminal.cells import plain
from desktop.terminal.keeping import Keeping, keeping_of
from desktop.terminal.plain import opening_line, play_plainly
from desktop.terminal.screen import BOX_SIGNS, PLAIN_SIGNS, Signs
from desktop.terminal.session import Event, Session
from desktop.terminal.tty import Tty, open_terminal
from desktop.words.ending import ending_lines
from desktop.words.fitting import fitting_text
from routines.clock import Clock, SystemClock
from routines.fit import fit
from routines.model import Routine
from routines.playback import Playback, State
from routines.timeline import timeline_of

_CODES = {
    Event.INTERRUPT: 128 + signal.SIGINT,
    Event.TERMINATE: 128 + signal.SIGTERM,
    Event.CLOSED: 129,  # as after a hangup
}


def play(
    routine: Routine,
    *,
    minutes: float | None = None,
    speed: float = 1.0,
    clock: Clock | None = None,
) -> int:
    """Play ``routine``, fitted to ``minutes`` if given; gives the code to end with."""
    note = ""
    if minutes is not None:
        fitting = fit(routine, minutes * 60)
        routine, note = fitting.routine, fitting_text(fitting)
    clock = clock or SystemClock()
    playback = Playback(timeline_of(routine), clock, speed=speed)
    # A preview at another pace is no practice.
    keeping = keeping_of(routine, playback, clock, minutes or 0.0) if speed == 1 else None
    terminal = open_terminal()
    try:
        if terminal is None:
            _play_lines(routine, playback, speed, note, keeping)
            ended = None
        else:
            ended = _play_on(terminal, routine, playback, speed, note, keeping)
    finally:
        problem = _close(keeping)
    if ended in (None, Event.TERMINATE):
        _say(_closing(routine, playback, speed))
        if problem:
            print(problem, file=sys.stderr, flush=True)
    return 0 if ended is None else _CODES[ended]


def _close(keeping: Keeping | None) -> str:
    """The run is over; what could not be kept of it, in one line, or nothing."""
    if keeping is None:
        return ""
    keeping.close()
    return keeping.problem


def _play_on(
    terminal: Tty,
    routine: Routine,
    playback: Playback,
    speed: float,
    note: str,
    keeping: Keeping | None,
) -> Event | None:
    with terminal:
        return Session(routine, playback, terminal, speed, note, _signs(), keeping).run()


def _play_lines(
    routine: Routine, playback: Playback, speed: float, note: str, keeping: Keeping | None
) -> None:
    _say(opening_line(routine, playback.timeline.seconds))
    if note:
        _say(note)
    # An event that nobody sets: it waits, and Ctrl+C ends the waiting.
    rest = threading.Event().wait

    def wait(seconds: float) -> None:
        if keeping is not None:
            keeping.beat()
        rest(seconds)

    play_plainly(playback, _say, wait, speed)


def _say(line: str) -> None:
    print(line, flush=True)


def _closing(routine: Routine, playback: Playback, speed: float) -> str:
    finished = playback.state is State.FINISHED
    ending = ending_lines(plain(routine.name), playback.progress, finished=finished)
    lines = f"{ending.title}. {ending.line}"
    if speed != 1:
        text = translate("play", "(Played at {speed} times its speed.)")
        lines += " " + text.format(speed=f"{speed:g}")
    return lines


def _signs() -> Signs:
    """The box signs, where the terminal's encoding has them."""
    try:
        f"{BOX_SIGNS.full}{BOX_SIGNS.empty}{BOX_SIGNS.here}".encode(sys.stdout.encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN_SIGNS
    return BOX_SIGNS
