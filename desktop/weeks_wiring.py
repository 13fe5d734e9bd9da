"""Connects the page Weeks with the history: what it shows, days off, and pictures to keep."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.changes import Change, Changes
from desktop.destinations import Destination
from desktop.keep.files import write_atomically
from desktop.keep.history.model import DayOff, Off
from desktop.language import translate
from desktop.pages.weeks.page import KEY_LINES, WeeksPage
from desktop.pages.weeks.picture import Picture, file_types
from desktop.pages.weeks.shown import Range
from desktop.past_parts import Past
from desktop.words.weeks import date_text


class WeeksWiring(QObject):
    """Makes the page when it is first shown, and keeps it true while it is seen."""

    def __init__(self, past: Past) -> None:
        super().__init__(past.window)
        self._past = past
        self._page: WeeksPage | None = None
        self._span = Range.THREE_MONTHS
        self._changes = Changes()
        self._folder = ""
        past.remembering.changed.connect(self._renew_if_seen)

    def show(self) -> None:
        page = self._page = self._page or self._make_page()
        self._changes.forget()
        self._renew()
        self._past.window.show_page(page)
        page.take_keyboard()

    def _make_page(self) -> WeeksPage:
        page = WeeksPage(self._past.theme)
        page.range_chosen.connect(self._show_range)
        page.off_wanted.connect(self._mark)
        page.picture_wanted.connect(self._ask_where)
        page.undo_wanted.connect(self._undo)
        self._past.window.add_page(page, at=Destination.WEEKS, keys=KEY_LINES)
        return page

    def _renew_if_seen(self) -> None:
        if self._page is not None and self._past.window.page is self._page:
            self._renew()

    def _renew(self) -> None:
        from desktop.weeks_values import weeks_shown  # noqa: PLC0415 - it brings SQLite

        if self._page is not None:
            history = self._past.remembering.history
            today = history.day(self._past.clock.now())
            self._page.show_values(weeks_shown(history, today, self._span))
            self._page.show_change(self._changes.last, self._past.remembering.trouble)

    def _show_range(self, span: object) -> None:
        self._span = Range(span)
        self._renew()

    # Days off

    def _mark(self, day: date, why: str) -> None:
        """Let ``day`` ask for nothing, or ask again where ``why`` is empty."""
        before = self._marks(day)
        now = [Off(uuid4().hex, day.isoformat(), DayOff(why))] if why else []
        name = translate("weeks", "mark of {day}").format(day=date_text(day))
        where = self._page.control if self._page is not None else None
        self._changes.add(Change(name, lambda: self._put(now, before), where))
        self._put(before, now)
        self._renew()

    def _marks(self, day: date) -> list[Off]:
        history = self._past.remembering.history
        return [each for each in history.off_days() if each.day == day.isoformat()]

    def _put(self, gone: list[Off], come: list[Off]) -> None:
        for each in gone:
            self._past.remembering.remove(each)
        for each in come:
            self._past.remembering.add(each)

    def _undo(self) -> None:
        if self._page is not None:
            # Before "Undo" goes, and the keyboard with it who knows where.
            self._page.return_to(self._changes.where)
        self._changes.take_back()
        self._renew()

    # Pictures

    def _ask_where(self, name: str, picture: Picture) -> None:
        dialog = QFileDialog(self._past.window, translate("weeks", "Save as picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        types = file_types()
        dialog.setNameFilters(list(types))
        first = next(iter(types.values()))
        dialog.setDefaultSuffix(first)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(types[chosen]))
        dialog.setDirectory(self._folder or _pictures())
        today = self._past.remembering.history.day(self._past.clock.now())
        dialog.selectFile(f"{name}-{today.isoformat()}.{first}")
        dialog.fileSelected.connect(lambda path: self.save(picture, path))
        dialog.show()

    def save(self, picture: Picture, path: str) -> None:
        """Keep ``picture`` in the file at ``path``: as PNG if its name ends so, else as SVG."""
        target = Path(path)
        self._folder = str(target.parent)
        make: Callable[[], bytes] = picture.as_svg
        if target.suffix.lower() == ".png":
            make = picture.as_png
        if problem := write_atomically(target, make()):
            text = translate("weeks", "The picture could not be saved as {path}: {reason}.")
            self._past.window.say(text.format(path=path, reason=problem))
        else:
            text = translate("weeks", "Saved: {path}")
            self._past.window.say(text.format(path=path), passing=True)


def _pictures() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    return place if place and Path(place).is_dir() else usual
