"""A limit to how long a piece of work may take, for rules of repetition that have no end.

Where the system has no such alarm (Windows), the limit is the window's, on the whole reading.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class TooLongError(BaseException):
    """The time is up. Not an Exception, so that no library takes it for a mistake of its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooLongError in what is done inside after ``seconds`` of the processor's time.

    For a main thread that does one thing at a time.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _give_up(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TooLongError
