"""A child that works on the whole history, as the window has it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from desktop.children import ROOT, Child, child_command
from desktop.keep.history.counting import counts
from desktop.keep.history.jobs import PUT_BACK, Do, Done, Job, Share, job_line, read_told
from desktop.keep.history.store import History
from desktop.keep.history.transfer import export_csv, export_json, import_json
from desktop.language import translate

_PATIENCE = 5_000
"""Milliseconds that the child may take to end after it was told to."""


class HistoryJob(QObject):
    """``done`` comes once for the job, and once more when what was deleted has been put back;
    ``ended`` when the child is gone, by itself or not.
    """

    share_changed = Signal(float)
    done = Signal(Done)
    ended = Signal()

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._text = bytearray()
        self._job = job
        self._waited_for = True  # somebody expects a ``done``
        self._is_let_go = False
        process = self._process = QProcess(self)
        process.setWorkingDirectory(str(ROOT))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        application = QCoreApplication.instance()
        assert application is not None, "a window has one"
        application.aboutToQuit.connect(self._leave)

    def start(self) -> None:
        program, *arguments = child_command(Child.HISTORY)
        self._process.start(program, arguments)
        self._process.write(job_line(self._job))

    def put_back(self) -> None:
        """Undo the deletion that was the job."""
        self._waited_for = True
        self._process.write(PUT_BACK)

    def let_go(self) -> None:
        """The child ends, and what it has not done yet does not happen. No ``done`` comes."""
        if not self._is_let_go:
            self._is_let_go = True
            self._process.closeWriteChannel()
            QTimer.singleShot(_PATIENCE, self._process, self._process.kill)

    def _read(self) -> None:
        self._text += self._process.readAllStandardOutput().data()
        *lines, rest = self._text.split(b"\n")
        self._text = bytearray(rest)
        for line in lines:
            told = read_told(bytes(line))
            if isinstance(told, Share):
                self.share_changed.emit(told.share)
            elif told is not None and not self._is_let_go:
                self._waited_for = False
                self.done.emit(told)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            # Later, as this may come before `start` has returned.
            QTimer.singleShot(0, self, self._finished)

    def _finished(self) -> None:
        self._read()
        if self._waited_for and not self._is_let_go:
            self._waited_for = False
            self.done.emit(Done(translate("data", "It could not be done: the helper has ended.")))
        self.ended.emit()
        self.deleteLater()

    def _leave(self) -> None:
        """The program ends; a child that is killed would leave half a file."""
        self.let_go()
        if not self._process.waitForFinished(_PATIENCE):
            self._process.kill()
            self._process.waitForFinished(_PATIENCE)


def done_here(history: History, do: Do, path: Path) -> Done:
    """The same in this process, for a history that only this one has whole. It may take long."""
    if do is Do.IMPORT:
        imported = import_json(history, path)
        return Done(imported.problem, imported.taken)
    problem = export_json(history, path) if do is Do.EXPORT else export_csv(history, path)
    return Done(problem) if problem else Done(count=sum(counts(history).values()))
