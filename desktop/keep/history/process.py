"""The process that works on a whole history, so that the window goes on meanwhile.

It takes one job, tells how far it is, and ends. One that has deleted something holds it in memory,
and puts it back if that is asked for; it ends, and forgets it, when nobody talks to it any more.
That is also how a job is cancelled: then nothing of it has happened.
"""

import _thread
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from queue import SimpleQueue
from threading import Event, Thread

from desktop.keep.history.clearing import EVERYTHING
from desktop.keep.history.connections import connect, without_held
from desktop.keep.history.counting import counts
from desktop.keep.history.jobs import PUT_BACK, Do, Done, Job, Share, Told, read_job, told_line
from desktop.keep.history.putting_back import Held, hold, put_back
from desktop.keep.history.store import History
from desktop.keep.history.transfer import export_csv, export_json, import_json
from routines.clock import SystemClock


def main() -> None:
    # A shell may have told us to ignore it; here it only means that nobody waits any more.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with suppress(KeyboardInterrupt, BrokenPipeError):
        _work()


def _work() -> None:
    heard = _Heard()
    job = read_job(heard.next())
    if job is None:
        return
    with closing(History(job.history, SystemClock(), job.day_start)) as history:
        held: Held = {}
        with heard.interrupting():
            if job.do is Do.FORGET:
                done, held = _forget(history, job)
            else:
                done = _CARRY[job.do](history, job)
        _tell(Done(done.problem, done.count, history.loss))
        while held and heard.next() == PUT_BACK:
            count = _number(held)
            problem = "" if put_back(history, held) else without_held(history.problem)
            _tell(Done(problem, 0 if problem else count))
            held = held if problem else {}


def _export(history: History, job: Job) -> Done:
    problem = export_json(history, job.path, _tell_share)
    return _exported(history, problem)


def _tables(history: History, job: Job) -> Done:
    problem = export_csv(history, job.path, _tell_share)
    return _exported(history, problem)


def _exported(history: History, problem: str) -> Done:
    return Done(problem) if problem else Done(count=sum(counts(history).values()))


def _import(history: History, job: Job) -> Done:
    imported = import_json(history, job.path, _tell_share)
    return Done(imported.problem, imported.taken)


def _forget(history: History, job: Job) -> tuple[Done, Held]:
    """Of everything, nothing is held: it is meant."""
    count = sum(counts(history, job.what).values())
    held = {} if job.what is EVERYTHING else hold(history, job.what)
    if not history.forget(job.what):
        return Done(without_held(history.problem)), {}
    if job.what is EVERYTHING:
        _shrink(job)
    return Done(count=count), held


def _shrink(job: Job) -> None:
    """Give the room back to the disk, if nobody minds."""
    with suppress(sqlite3.Error), closing(connect(job.history)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


_CARRY: dict[Do, Callable[[History, Job], Done]] = {
    Do.EXPORT: _export,
    Do.TABLES: _tables,
    Do.IMPORT: _import,
}


def _number(held: Held) -> int:
    return sum(len(rows) for name, rows in held.items() if name != "steps")


def _tell_share(share: float) -> None:
    _tell(Share(share))


def _tell(told: Told) -> None:
    sys.stdout.buffer.write(told_line(told))
    sys.stdout.buffer.flush()


class _Heard:
    """What is said to us, line by line; empty once nobody talks any more."""

    def __init__(self) -> None:
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._busy = Event()
        # Unbuffered: a thread that waits within a buffer cannot be left behind at the end.
        self._from = open(0, "rb", buffering=0, closefd=False)  # noqa: SIM115 - until the end
        Thread(target=self._listen, daemon=True).start()

    def next(self) -> bytes:
        return self._lines.get()

    def interrupting(self) -> "_Interrupting":
        """While in it, the end of what is said ends the work too."""
        return _Interrupting(self._busy)

    def _listen(self) -> None:
        while line := self._from.readline():
            self._lines.put(line)
        self._lines.put(b"")
        if self._busy.is_set():
            _thread.interrupt_main()


class _Interrupting:
    def __init__(self, busy: Event) -> None:
        self._busy = busy

    def __enter__(self) -> None:
        self._busy.set()

    def __exit__(self, *_error: object) -> None:
        self._busy.clear()


if __name__ == "__main__":
    main()
