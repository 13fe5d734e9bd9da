"""Connects the cards about one's data with the history: what is kept, out and in, deleting.

What may take longer than a blink is done by a child. Where something waits in memory, as it cannot
be written now, only this process has it all: then it is done here.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.changes import Change
from desktop.data_values import numbers_of, shown_of
from desktop.history_job import HistoryJob, done_here
from desktop.keep.history import backups
from desktop.keep.history.connections import without_held
from desktop.keep.history.jobs import Do, Done, Job, what_of
from desktop.language import translate
from desktop.opening import open_folder
from desktop.pages.settings.data_shown import EVERYTHING, Doomed
from desktop.pages.settings.page import SettingsPage
from desktop.past_parts import Past
from desktop.words import data as words

_A_WHILE = 700
"""Milliseconds after which it is said that something is being deleted."""


@dataclass(slots=True)
class _Deletion:
    """One that is under way, or can still be taken back by the child that has done it."""

    what: Doomed
    job: HistoryJob
    change: Change | None = None


class DataWiring(QObject):
    """Goes with one page. ``deleted`` brings the change that can be taken back, ``lapsed`` the one
    that cannot any more.
    """

    deleted = Signal(Change)
    lapsed = Signal(Change)

    def __init__(self, past: Past, page: SettingsPage) -> None:
        super().__init__(page)
        self._past = past
        self._page = page
        self._now: HistoryJob | None = None
        self._deletions: list[_Deletion] = []
        self._folder = ""
        self._connect()
        page.installEventFilter(self)
        past.remembering.changed.connect(self._look_if_seen)
        past.remembering.trouble_changed.connect(self._look_if_seen)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._now is not None

    def look(self) -> None:
        """Show what there is now."""
        self._page.data.show_data(shown_of(self._past.remembering.history))

    def _look_if_seen(self) -> None:
        if self._past.window.page is self._page:
            self.look()

    def _connect(self) -> None:
        data, deleting = self._page.data, self._page.deleting
        data.folder_wanted.connect(self._open_folder)
        data.copies_wanted.connect(self._open_copies)
        data.export_wanted.connect(self._ask_where)
        data.tables_wanted.connect(self._ask_folder)
        data.import_wanted.connect(self._ask_which)
        data.cancel_wanted.connect(self._cancel)
        deleting.asked.connect(self._ask)
        deleting.cancel_wanted.connect(self._cancel)
        deleting.wanted.connect(self.delete)

    def _open_folder(self) -> None:
        self._open(self._past.remembering.history.path.parent)

    def _open_copies(self) -> None:
        self._open(backups.folder_of(self._past.remembering.history.path))

    def _open(self, folder: Path) -> None:
        said = open_folder(folder)
        self._past.window.say(said.text, passing=said.passing)

    # Where to, and where from

    def _ask_where(self) -> None:
        dialog = self._dialog(translate("data", "Export everything"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([_json_filter()])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{self._name()}.json")
        dialog.fileSelected.connect(self.export)
        dialog.show()

    def _ask_folder(self) -> None:
        dialog = self._dialog(translate("data", "Export as tables: a new folder in …"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.export_tables)
        dialog.show()

    def _ask_which(self) -> None:
        dialog = self._dialog(translate("data", "Import what Unbrace has exported"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_json_filter(), translate("data", "All files (*)")])
        dialog.fileSelected.connect(self.take_in)
        dialog.show()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._past.window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setDirectory(self._folder or _documents())
        return dialog

    def _name(self) -> str:
        return f"unbrace-{self._past.remembering.history.today().isoformat()}"

    # Out and in

    def export(self, path: str) -> None:
        """All of it into the file at ``path``."""
        target = Path(path).absolute()
        self._folder = str(target.parent)
        self._begin(Do.EXPORT, target)

    def export_tables(self, folder: str) -> None:
        """All of it into a new folder in ``folder``."""
        self._folder = folder
        self._begin(Do.TABLES, _free(Path(folder).absolute() / self._name()))

    def take_in(self, path: str) -> None:
        """What is in the export at ``path`` and not here yet."""
        source = Path(path).absolute()
        self._folder = str(source.parent)
        self._begin(Do.IMPORT, source)

    def _begin(self, do: Do, path: Path) -> None:
        if self.is_busy:
            return
        history = self._past.remembering.history
        if not history.flush():
            self._over(do, path, done_here(history, do, path))
            return
        job = self._job(Job(do, history.path, history.day_start, path))
        job.share_changed.connect(lambda share: self._show_share(do, share))
        job.done.connect(lambda done: self._over(do, path, done))
        self._show_share(do, 0.0)
        self._page.deleting.let_begin(on=False)
        job.start()

    def _show_share(self, do: Do, share: float) -> None:
        if self.is_busy:
            text = translate("data", "Importing: {share}\u00a0%")
            if do is not Do.IMPORT:
                text = translate("data", "Exporting: {share}\u00a0%")
            self._page.data.show_under_way(text.format(share=int(share * 100)))

    def _over(self, do: Do, path: Path, done: Done) -> None:
        if done.problem:
            self._page.data.show_over(done.problem, trouble=True)
        elif do is not Do.IMPORT:
            self._page.data.show_over(words.exported_text(done.count, path))
        else:
            back = words.way_back_from_import_text() if done.count else ""
            self._page.data.show_over(f"{words.imported_text(done.count, path)} {back}".rstrip())
        self._renew(done, changed=do is Do.IMPORT)

    def _cancel(self) -> None:
        if self._now is not None:
            self._now.let_go()

    # Deleting

    def _ask(self, what: Doomed) -> None:
        if self.is_busy:
            return
        numbers = numbers_of(self._past.remembering.history, what_of(_word(what)))
        if any(numbers.values()) or what == EVERYTHING:
            self._page.deleting.confirm(what, words.doomed_text(what, numbers))
        else:
            self._page.deleting.put_away()
            self._page.deleting.refuse(what, words.nothing_text(what))

    def delete(self, what: Doomed) -> None:
        """Delete a day, the kind of a word, or everything."""
        if self.is_busy:
            return
        history = self._past.remembering.history
        doomed = what_of(_word(what))
        if not history.flush():
            problem = "" if history.forget(doomed) else without_held(history.problem)
            self._page.deleting.refuse(what, problem)
            self._renew(Done(problem), changed=True)
            return
        if what == EVERYTHING:
            self.forget_ways_back()
        job = self._job(Job(Do.FORGET, history.path, history.day_start, what=doomed))
        deletion = _Deletion(what, job)
        self._deletions.append(deletion)
        job.done.connect(lambda done: self._deleted(deletion, done))
        job.ended.connect(lambda: self._lapse(deletion))
        # The buttons here stay as they are: the keyboard is on one of them.
        self._page.data.let_begin(on=False)
        QTimer.singleShot(_A_WHILE, job, lambda: self._show_deleting(job))
        job.start()

    def _show_deleting(self, job: HistoryJob) -> None:
        if self._now is job:
            self._page.deleting.show_under_way(translate("data", "Deleting …"))

    def _deleted(self, deletion: _Deletion, done: Done) -> None:
        what, deleting = deletion.what, self._page.deleting
        deleting.say(what, "")
        deleting.refuse(what, done.problem)
        if deletion.change is not None:  # it was to be put back
            if done.problem:
                self.deleted.emit(deletion.change)
            else:
                deleting.say(what, words.put_back_text(done.count))
        elif not done.problem:
            said = words.deleted_text(what, done.count)
            if what == EVERYTHING or not done.count:
                deleting.say(what, said)
            else:
                self._offer_way_back(deletion, said)
        self._renew(done, changed=True)

    def _offer_way_back(self, deletion: _Deletion, said: str) -> None:
        if not self._page.isVisible():  # nobody could take it
            deletion.job.let_go()
            return
        name = translate("data", "deletion of {what}")
        name = name.format(what=words.doomed_name(deletion.what))
        change = Change(name, deletion.job.put_back, self._page.control, said)
        deletion.change = change
        self.deleted.emit(change)

    def _lapse(self, deletion: _Deletion) -> None:
        if deletion in self._deletions:
            self._deletions.remove(deletion)
            if deletion.change is not None:
                self.lapsed.emit(deletion.change)

    def forget_ways_back(self) -> None:
        """Nobody sees the page any more, or nothing is to come back."""
        for each in list(self._deletions):
            if each.change is not None:
                each.job.let_go()
                self._lapse(each)

    # Both

    def _job(self, job: Job) -> HistoryJob:
        started = self._now = HistoryJob(job, self)
        started.done.connect(lambda _done: self._let_begin(started))
        started.ended.connect(lambda: self._ended(started))
        return started

    def _let_begin(self, job: HistoryJob) -> None:
        """Something else may be begun."""
        if self._now is job:
            self._now = None
            self._page.data.let_begin(on=True)
            self._page.deleting.show_over()

    def _ended(self, job: HistoryJob) -> None:
        if self._now is job:  # it was cancelled
            self._let_begin(job)
            self._page.data.show_over("")
            self._renew(Done(), changed=True)

    def _renew(self, done: Done, *, changed: bool) -> None:
        remembering = self._past.remembering
        remembering.history.flush()  # what came while the child had the file
        if changed:
            remembering.renew()
        if done.loss:
            self._past.window.say(done.loss)
        self.look()

    # Qt's own names

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The page goes out of sight: nothing can be taken back on it, and nothing waits."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.forget_ways_back()
            self._page.deleting.put_away()
        return False


def _word(what: Doomed) -> str:
    return what if isinstance(what, str) else what.isoformat()


def _free(path: Path) -> Path:
    """A name in that place that nothing has yet."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found


def _json_filter() -> str:
    return translate("data", "What Unbrace exports (*.json)")


def _documents() -> str:
    kinds = QStandardPaths.StandardLocation
    place = QStandardPaths.writableLocation(kinds.DocumentsLocation)
    usual = QStandardPaths.writableLocation(kinds.HomeLocation)
    return place if place and Path(place).is_dir() else usual
