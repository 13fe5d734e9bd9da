"""*Save as audio* in the window: asks where to, has a child render, and says how it goes.

What sound is made of is loaded when it is first wanted.
"""

# ruff: noqa: PLC0415 - see above

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from desktop.children import ROOT, Child, child_command
from desktop.language import translate
from desktop.library import Library
from desktop.pages.routines.detail import DetailPage
from routines.fit import fit
from routines.model import Routine
from routines.timeline import timeline_of

if TYPE_CHECKING:
    from desktop.sound.messages import Unheard
    from desktop.sound.rendering import Told
    from desktop.sound.whole import Whole

_PATIENCE = 5_000
"""Milliseconds that the child may take to end after it was told to."""


@dataclass(slots=True)
class _Saving:
    """One file on its way."""

    name: str
    path: str
    whole: "Whole"
    process: QProcess
    number: int = 0  # the process's; forgotten by Qt once it has ended
    text: bytearray = field(default_factory=bytearray)
    unheard: "list[Unheard]" = field(default_factory=list)
    last: "Told | None" = None
    cancelled: bool = False


class SavingAudio(QObject):
    """One at a time. Nothing of it waits."""

    def __init__(self, library: Library, page: DetailPage, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._page = page
        self._now: _Saving | None = None
        self._folder = ""
        page.save_wanted.connect(self._ask_where)
        page.saving.cancel_wanted.connect(self._cancel)
        application = QCoreApplication.instance()
        assert application is not None, "a window has one"
        application.aboutToQuit.connect(self._leave)

    @property
    def is_under_way(self) -> bool:
        return self._now is not None

    # Where to

    def _ask_where(self, routine_id: str, minutes: float) -> None:
        entry = self._library.entry(routine_id)
        if entry is None or entry.routine is None or self._now is not None:
            return
        routine = entry.routine
        # Now: another may be shown, or the file be another, when the dialog is answered.
        if minutes:
            routine = fit(routine, minutes * 60).routine
        dialog = QFileDialog(self._page.window(), translate("saving", "Save as audio"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        filters = [
            translate("saving", "Ogg, small and free (*.ogg)"),
            translate("saving", "MP3, for any player (*.mp3)"),
            translate("saving", "FLAC, without loss (*.flac)"),
            translate("saving", "WAV, as it is (*.wav)"),
        ]
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix("ogg")
        endings = dict(zip(filters, ("ogg", "mp3", "flac", "wav"), strict=True))
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(endings[name]))
        dialog.setDirectory(self._folder or _music())
        dialog.selectFile(f"{entry.id}.ogg")
        dialog.fileSelected.connect(lambda path: self.save(routine, path))
        dialog.show()

    # Saving

    def save(self, routine: Routine, path: str) -> None:
        """Have ``routine`` rendered into the file at ``path``."""
        from desktop.sound.tongue import system_language
        from desktop.sound.whole import whole_of
        from desktop.sound.wishes import wishes_for_file

        if self._now is not None:
            return
        self._folder = str(Path(path).parent)
        wishes = wishes_for_file(self._library.settings)
        whole = whole_of(timeline_of(routine), wishes, system=system_language())
        process = QProcess(self)
        saving = self._now = _Saving(routine.name, path, whole, process)
        process.setWorkingDirectory(str(ROOT))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._show_share(0.0)
        process.started.connect(self._started)
        program, *arguments = child_command(Child.RENDER)
        process.start(program, arguments)
        self._tell(saving, wishes)

    def _tell(self, saving: _Saving, wishes: object) -> None:
        from desktop.sound.lines import order_line
        from desktop.sound.messages import Begin
        from desktop.sound.model import Wishes
        from desktop.sound.rendering import Job, job_line

        assert isinstance(wishes, Wishes)
        job = Job(str(Path(saving.path).absolute()), saving.whole.seconds, saving.name)
        lines = [job_line(job), order_line(Begin(wishes)), *map(order_line, saving.whole.pieces)]
        saving.process.write(b"".join(lines) + b"\n")

    def _started(self) -> None:
        if (saving := self._now) is not None:
            saving.number = saving.process.processId()

    def _read(self) -> None:
        from desktop.sound.messages import Unheard
        from desktop.sound.rendering import Share, read_told

        if (saving := self._now) is None:
            return
        saving.text += saving.process.readAllStandardOutput().data()
        *lines, rest = saving.text.split(b"\n")
        saving.text = bytearray(rest)
        for line in lines:
            told = read_told(bytes(line))
            if isinstance(told, Unheard):
                saving.unheard.append(told)
            elif isinstance(told, Share):
                self._show_share(told.share)
            elif told is not None:
                saving.last = told

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            # Later, as this may come before `start` has returned.
            QTimer.singleShot(0, self, self._finished)

    def _finished(self) -> None:
        from desktop.sound.rendering import half_of

        self._read()
        saving, self._now = self._now, None
        if saving is None:
            return
        saving.process.deleteLater()
        if saving.last is None:  # it was killed
            with suppress(OSError):
                half_of(Path(saving.path).resolve(), saving.number).unlink(missing_ok=True)
        self._page.show_saving_over(_ending(saving))

    def _show_share(self, share: float) -> None:
        if self._now is not None:
            text = translate("saving", "Saving {name} as audio: {share}\u00a0%")
            shown = text.format(name=self._now.name, share=int(share * 100))
            self._page.show_saving(shown)

    # Ending early

    def _cancel(self) -> None:
        """The child ends, and leaves nothing, when nobody tells it anything any more."""
        if (saving := self._now) is not None:
            saving.cancelled = True
            saving.process.closeWriteChannel()
            QTimer.singleShot(_PATIENCE, saving.process, saving.process.kill)

    def _leave(self) -> None:
        """The program ends; a child that is killed would leave its half file."""
        if (saving := self._now) is not None:
            self._cancel()
            saving.process.waitForFinished(_PATIENCE)


def _ending(saving: _Saving) -> str:
    from desktop.sound.rendering import Cannot, Done, Failed
    from desktop.words.rendering import done_text, failed_text, missing_texts, pauses_text

    match saving.last:
        case Done(spoken):
            missing = missing_texts(saving.unheard, saving.whole, spoken)
            texts = (done_text(saving.path, saving.whole), *missing)
            return " ".join(each for each in (*texts, pauses_text(saving.whole.pauses)) if each)
        case Failed():
            return failed_text(saving.last)
    return "" if saving.cancelled else failed_text(Failed(Cannot.ENDED))


def _music() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    return place if place and Path(place).is_dir() else usual
