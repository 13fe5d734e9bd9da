"""The calendars that a person has named, kept up to date: a child process reads, this one waits.

It reads when it begins, when a file changes, when half of the time looked ahead is used up, and
when the clock was set or the computer slept. In between nothing wakes up.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desktop.calendars.report import LOOK_AHEAD, Report, Seen, read_report, state_of
from desktop.calendars.watch import Watch
from desktop.calendars.words import words_for
from desktop.children import ROOT, Child, child_command
from desktop.language import translate
from desktop.system.wall_clock import WallClock
from desktop.system.works import Works
from routines.clock import Clock

PATIENCE = 30.0
"""Seconds after which a reading is ended; what it has told until then counts."""


class Calendars(QObject):
    """When the next meetings begin. ``alarm`` is for its use alone."""

    meetings_changed = Signal(tuple)
    """The moments of the next two days, in order, with their offsets from UTC."""

    problem_changed = Signal(str)
    """What was left out and why, in sentences; empty if all is well."""

    looked = Signal()
    """A reading is over, whether or not it has brought anything new."""

    def __init__(
        self,
        clock: Clock,
        alarm: WallClock,
        parent: QObject | None = None,
        *,
        patience: float = PATIENCE,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._alarm = alarm
        self._places: tuple[Path, ...] = ()
        self._mine: tuple[str, ...] = ()
        self._meetings: tuple[datetime, ...] = ()
        self._problem = ""
        self._report: Report | None = None
        self._process: QProcess | None = None
        self._again = False
        self._watch = Watch(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(round(patience * 1000))
        self._patience.timeout.connect(self._lose_patience)
        self._watch.changed.connect(self.look_again)
        alarm.rang.connect(self.look_again)
        alarm.clock_changed.connect(self.look_again)

    @property
    def meetings(self) -> tuple[datetime, ...]:
        return self._meetings

    @property
    def problem(self) -> str:
        return self._problem

    @property
    def report(self) -> Report | None:
        """What the last reading told; None before the first."""
        return self._report

    def use(self, places: Sequence[Path], mine: Sequence[str] = ()) -> None:
        """Read these files and folders from now on; none means: no calendars.

        ``mine`` are the person's mail addresses, for meetings that they have declined.
        """
        self._drop_process()
        wanted = tuple(map(_absolute, places))
        if wanted != self._places:
            self._report = None
        self._places = wanted
        self._mine = tuple(mine)
        self._watch.follow(())
        self._alarm.set(None)
        if self._places:
            self._read()
        else:
            self._tell((), "")

    def look_again(self) -> None:
        """Read once more; if a reading is under way, after it."""
        if self._process is not None:
            self._again = True
        elif self._places:
            self._read()

    def works(self) -> Works:
        """Calendars can always be read."""
        text = translate("calendars", "Calendar files are read on this computer only.")
        return Works(here=True, how=text)

    def close(self) -> None:
        """End everything. Nothing is told any more."""
        self._drop_process()
        self._places = ()
        self._watch.follow(())
        self._alarm.set(None)

    # Reading

    def _read(self) -> None:
        now = self._clock.now()
        self._again = False
        self._alarm.set(now + LOOK_AHEAD / 2)
        program, *arguments = child_command(Child.CALENDARS)
        arguments += [f"--now={now.isoformat()}"]
        arguments += [f"--mine={address}" for address in self._mine]
        process = QProcess(self)
        process.setProgram(program)
        process.setArguments([*arguments, *map(str, self._places)])
        process.setWorkingDirectory(str(ROOT))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.setStandardInputFile(QProcess.nullDevice())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._process = process
        self._patience.start()
        process.start(QProcess.OpenModeFlag.ReadOnly)

    def _failed(self, error: QProcess.ProcessError) -> None:
        # Every other error ends in `finished`.
        if error is QProcess.ProcessError.FailedToStart:
            self._finished()

    def _finished(self, *_: object) -> None:
        if self._process is None:
            return
        self._patience.stop()
        output = self._process.readAllStandardOutput().data()
        self._process.deleteLater()
        self._process = None
        self._take(read_report(bytes(output).splitlines()))

    def _lose_patience(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _drop_process(self) -> None:
        """End a reading that nobody waits for any more."""
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    # Telling

    def _take(self, report: Report) -> None:
        self._report = report
        known = {each.path for each in report.seen}
        named = [path for path in self._places if str(path) not in known]
        self._watch.follow([*report.seen, *(Seen(str(path), state_of(path)) for path in named)])
        self._tell(report.starts, words_for(report))
        self.looked.emit()
        if self._again:
            self.look_again()

    def _tell(self, meetings: tuple[datetime, ...], problem: str) -> None:
        if meetings != self._meetings:
            self._meetings = meetings
            self.meetings_changed.emit(meetings)
        if problem != self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)


def _absolute(path: Path) -> Path:
    with suppress(RuntimeError):  # nobody knows whose home that would be
        path = path.expanduser()
    return path.absolute()
