"""Connects the journal's page with the history."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject

from desktop.changes import Change, Changes
from desktop.destinations import Destination
from desktop.past_parts import Past
from desktop.words.journal import changed_line, deleted_text, entry_name, time_text

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from desktop.keep.history.model import Entry
    from desktop.pages.journal.page import JournalPage


class JournalWiring(QObject):
    """Makes the page when it is first shown, and keeps it true while it is seen.

    What is written goes into the history while it is typed, so there is no draft to be lost.
    """

    def __init__(self, past: Past) -> None:
        super().__init__(past.window)
        self._past = past
        self._page: JournalPage | None = None
        self._words: tuple[str, ...] = ()
        self._stretches: list[datetime | None] = [None]
        self._next: datetime | None = None
        self._known: dict[str, Entry] = {}
        self._before: dict[str, Entry] = {}
        self._new: dict[str, datetime] = {}
        self._changes = Changes()
        self._said = ""
        past.remembering.changed.connect(self._follow)

    def show(self) -> None:
        """The newest of it, with nothing looked for."""
        self.finish()
        page = self._page = self._page or self._make_page()
        self._words, self._stretches = (), [None]
        self._renew(from_top=True)
        self._past.window.show_page(page)
        page.take_keyboard()

    def write(self) -> None:
        """Show it with an empty sheet, ready to be written on."""
        self.show()
        self._write_new()

    def finish(self) -> None:
        """Keep what is being written to its last letter, as before the program ends."""
        if self._page is not None:
            self._page.finish()

    def _make_page(self) -> "JournalPage":
        from desktop.pages.journal.page import (  # noqa: PLC0415 - first when it is shown
            KEY_LINES,
            JournalPage,
        )

        page = JournalPage(self._past.theme)
        page.searched.connect(self._search)
        page.write_wanted.connect(self._write_new)
        page.drafted.connect(self._keep)
        page.finished.connect(self._finish)
        page.delete_wanted.connect(self._delete)
        page.undo_wanted.connect(self._undo)
        page.earlier_wanted.connect(self._to_earlier)
        page.later_wanted.connect(self._to_later)
        page.print_wanted.connect(self._print)
        page.file_wanted.connect(self._save)
        page.left.connect(self._forget)
        page.came.connect(self._renew)
        self._past.window.add_page(page, at=Destination.JOURNAL, keys=KEY_LINES)
        return page

    # What is shown

    def _follow(self) -> None:
        page = self._page
        if page is not None and page.isVisible() and not page.writing:
            self._renew()

    def _renew(self, *, from_top: bool = False) -> None:
        from desktop.journal_values import (  # noqa: PLC0415 - with the history
            days_of,
            read_stretch,
        )
        from desktop.pages.journal.shown import ShownJournal  # noqa: PLC0415

        if self._page is None:
            return
        history = self._past.remembering.history
        stretch = read_stretch(history, self._words, self._stretches[-1])
        self._next = stretch.next
        self._known = {entry.id: entry for entry in stretch.entries}
        days = days_of(history, stretch.entries, self._routine_of)
        later, earlier = len(self._stretches) > 1, stretch.next is not None
        self._page.show_journal(ShownJournal(days, self._words, earlier, later), from_top=from_top)
        self._page.show_change(self._said, self._changes.last)

    def _routine_of(self, entry: "Entry") -> str:
        """The name of its routine: as it is now, else as it was then."""
        known = self._past.library.entry(entry.routine)
        if known is not None:
            return known.name
        run = self._past.remembering.history.run(entry.run) if entry.run else None
        return run.name if run is not None else entry.routine

    def _search(self, text: str) -> None:
        from desktop.pages.journal.shown import words_of  # noqa: PLC0415

        self._words, self._stretches = words_of(text), [None]
        self._renew(from_top=True)

    def _to_earlier(self) -> None:
        self._finish_first()
        if self._next is not None:
            self._stretches.append(self._next)
            self._turn()

    def _to_later(self) -> None:
        self._finish_first()
        if len(self._stretches) > 1:
            self._stretches.pop()
            self._turn()

    def _turn(self) -> None:
        self._renew(from_top=True)
        if self._page is not None:
            self._page.take_keyboard()

    # Writing

    def _write_new(self) -> None:
        from desktop.pages.journal.shown import ShownText  # noqa: PLC0415

        if self._page is None:
            return
        self._finish_first()
        if self._words or len(self._stretches) > 1:
            self._words, self._stretches = (), [None]
            self._renew(from_top=True)
        identity, now = uuid4().hex, self._past.clock.now()
        self._new[identity] = now
        self._page.write_new(ShownText(identity, entry_name(now), ""), time_text(now))

    def _keep(self, identity: str, text: str) -> None:
        """Put what is written so far into the history. Nothing at all takes no entry's place."""
        from desktop.keep.history.model import Entry  # noqa: PLC0415 - with the history

        if not text.strip():
            return
        now = self._past.clock.now()
        if (entry := self._known.get(identity)) is not None:
            self._before.setdefault(identity, entry)
            entry = replace(entry, text=text, changed=now)
        elif identity in self._new:
            entry = Entry(identity, self._new[identity], now, text)
        else:
            return
        if identity not in self._new:
            self._known[identity] = entry
        self._past.remembering.add(entry)

    def _finish(self, identity: str, text: str, is_news: bool) -> None:
        if is_news and text.strip():
            self._keep(identity, text)
        before = self._before.pop(identity, None)
        began = self._new.pop(identity, None)
        if not text.strip():
            self._empty(identity, before, began)
        elif is_news and before is not None and before.text != text:
            name = entry_name(before.at)
            self._add_change(changed_line(name), name, before)
        if self._page is not None and self._page.isVisible():
            self._renew()

    def _empty(self, identity: str, before: "Entry | None", began: datetime | None) -> None:
        """All of it was taken away: it is deleted, as somebody would expect."""
        from desktop.keep.history.model import Entry  # noqa: PLC0415 - with the history

        if began is not None:
            self._past.remembering.remove(Entry(identity, began, began, ""))
        elif (entry := before or self._known.get(identity)) is not None:
            self._remove(entry)

    def _delete(self, identity: str) -> None:
        if (entry := self._known.get(identity)) is not None:
            self._remove(entry)
            self._renew()

    def _remove(self, entry: "Entry") -> None:
        self._past.remembering.remove(entry)
        name = entry_name(entry.at)
        self._add_change(deleted_text(name), name, entry)

    # The way back

    def _add_change(self, text: str, name: str, before: "Entry") -> None:
        said = self._said

        def take_back() -> None:
            self._past.remembering.add(before)
            self._said = said

        self._changes.add(Change(name, take_back, before.id))
        self._said = text

    def _undo(self) -> None:
        self._finish_first()
        where = self._changes.where
        self._changes.take_back()
        self._renew()
        if self._page is not None and isinstance(where, str):
            self._page.go_to(where)

    def _forget(self) -> None:
        """The page was left: what was deleted is held nowhere any more."""
        self._changes.forget()
        self._said = ""
        if self._page is not None:
            self._page.show_change("")

    def _finish_first(self) -> None:
        if self._page is not None:
            self._page.finish()

    # Paper

    def _print(self) -> None:
        from desktop.journal_print import show_preview  # noqa: PLC0415 - first when it is used

        self._finish_first()
        if self._page is not None and (document := self._document()) is not None:
            show_preview(document, self._page)

    def _save(self) -> None:
        from desktop.journal_print import save_as  # noqa: PLC0415 - first when it is used

        self._finish_first()
        if self._page is not None and (document := self._document()) is not None:
            save_as(document, self._page, self._past.window.say)

    def _document(self) -> "QTextDocument | None":
        """All that is looked for, or all there is; None if that is nothing."""
        from desktop.journal_print import document_of  # noqa: PLC0415 - first when it is used
        from desktop.journal_values import days_of, found_entries  # noqa: PLC0415

        history = self._past.remembering.history
        days = days_of(history, found_entries(history, self._words), self._routine_of)
        return document_of(days, self._past.theme.font(1)) if days else None
