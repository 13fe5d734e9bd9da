"""The settings page: sections, a search over all of them and the reminders, and a way back."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.changing_page import ChangingPage
from desktop.look.hand import bring_into_sight
from desktop.look.keys_sheet import KeyLine
from desktop.look.labels import plain_label
from desktop.look.regrow import keep_width
from desktop.look.tab_order import first_stop, tab_as_seen
from desktop.look.theme import Theme
from desktop.pages.settings.data import DataSection
from desktop.pages.settings.day import DaySection
from desktop.pages.settings.deleting import DeleteSection
from desktop.pages.settings.look import LookSection
from desktop.pages.settings.note import NoteSection
from desktop.pages.settings.program import FactsSection, ProgramSection
from desktop.pages.settings.quiet import QuietSection
from desktop.pages.settings.section import Section
from desktop.pages.settings.sound import SoundSection
from desktop.pages.settings.values import Fact, ReminderLink, SettingsValues, SwitchValue
from desktop.pages.settings.voice import VoiceSection
from desktop.pages.settings.week import WeekSection
from desktop.sound.messages import Devices, Trouble, Voices
from desktop.words.data import KINDS, kind_name

KEY_LINES = (
    KeyLine("/", QT_TRANSLATE_NOOP("keys", "search; so does Ctrl+F")),
    KeyLine("Esc", QT_TRANSLATE_NOOP("keys", "clear the search; keep what was to be deleted")),
    KeyLine("Tab", QT_TRANSLATE_NOOP("keys", "to the next thing; with Shift, to the one before")),
    KeyLine(QT_TRANSLATE_NOOP("keys", "Space"), QT_TRANSLATE_NOOP("keys", "switch or press it")),
    KeyLine("↑ ↓", QT_TRANSLATE_NOOP("keys", "choose, or change a time or a date")),
    KeyLine("F4", QT_TRANSLATE_NOOP("keys", "open the calendar of a date")),
    KeyLine("Ctrl+Z", QT_TRANSLATE_NOOP("keys", "take the last change back")),
    KeyLine("F1", QT_TRANSLATE_NOOP("keys", "when to see someone")),
    KeyLine("Ctrl+Q", QT_TRANSLATE_NOOP("keys", "quit")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)

_OF_THE_VOICE = (Trouble.NO_VOICE, Trouble.NO_LANGUAGE, Trouble.VOICE_FAILED, Trouble.VOICE_HANGS)


class SettingsPage(ChangingPage):
    """Shows values and tells what was changed, by the key of the setting. Keeping it is the
    caller's business.
    """

    changed = Signal(str, object)
    autostart_switched = Signal(bool)
    corner_chosen = Signal(str)
    monitor_chosen = Signal(str)
    note_wanted = Signal()
    bell_wanted = Signal(object)
    voice_wanted = Signal()
    reminder_wanted = Signal(str)

    def __init__(self, today: date, theme: Theme) -> None:
        super().__init__(theme)
        self._week = WeekSection(theme)
        self._day = DaySection(today, theme)
        self._quiet = QuietSection(theme)
        self._note = NoteSection(theme)
        self._sound = SoundSection(theme)
        self._voice = VoiceSection(theme)
        self._look = LookSection(theme)
        self.data = DataSection(theme)
        self.deleting = DeleteSection(today, [(kind, kind_name(kind)) for kind in KINDS], theme)
        self._program = ProgramSection(theme)
        self._facts = FactsSection(theme)
        self._links = _Links(theme)
        self._search = QLineEdit()
        self._empty = plain_label(translate("settings", "No setting of that name."), "soft")
        self._empty.hide()
        self._connect()
        self._lay_out(self._head(), self._body(), self._search)

    @property
    def _sections(self) -> tuple[Section, ...]:
        return (
            self._week,
            self._day,
            self._quiet,
            self._note,
            self._sound,
            self._voice,
            self._look,
            self.data,
            self.deleting,
            self._program,
            self._facts,
        )

    def show_values(self, values: SettingsValues) -> None:
        """Show these; what already says so is left alone, the keyboard with it."""
        self._week.show_week(values.week)
        self._day.show_values(values.bedtime, values.day_start, values.absences)
        self._quiet.show_values(values.programs, values.calendars)
        self._note.show_note(values.note)
        self._sound.show_sound(values.sound)
        self._voice.show_sound(values.sound)
        self._look.show_look(values.look)
        self.data.show_asking(on=values.ask_ratings)
        self._program.autostart.show_switch(values.autostart)
        self._program.arc.show_switch(SwitchValue(values.show_arc))
        self._facts.show_facts(values.facts)
        self._links.reminders = values.reminders
        self._find()

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        self._facts.show_facts(facts)
        self._find()

    def show_devices(self, devices: Devices) -> None:
        self._sound.show_devices(devices)

    def show_voices(self, voices: Voices) -> None:
        self._voice.show_voices(voices)

    def show_unheard(self, trouble: Trouble | None, sentence: str) -> None:
        """Why something is not heard, beside what it is about; None takes it back."""
        is_voice = trouble in _OF_THE_VOICE
        self._voice.show_unheard(sentence if is_voice else "")
        self._sound.show_unheard(None if is_voice else trouble, "" if is_voice else sentence)

    def refuse_autostart(self, sentence: str) -> None:
        self._program.autostart.refuse(sentence)

    def _find(self) -> None:
        words = self._search.text().casefold().split()
        found = [section.thin_out(words) for section in self._sections]
        links = self._links.thin_out(words)
        self._empty.setVisible(not any(found) and not links)
        tab_as_seen(self)

    def _to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        bring_into_sight(self._search)

    def _to_first(self) -> None:
        """To the first thing that the search has found."""
        for found in (self._links, *self._sections):
            stop = None if found.isHidden() else first_stop(found)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                bring_into_sight(stop)
                return

    # Building

    def _connect(self) -> None:
        self._week.changed.connect(lambda week: self.changed.emit("week", week))
        self._day.changed.connect(self.changed)
        self._quiet.changed.connect(self.changed)
        for section in (self._sound, self._voice, self._look):
            section.changed.connect(self.changed)
        self._sound.bell_wanted.connect(self.bell_wanted)
        self._voice.voice_wanted.connect(self.voice_wanted)
        self.data.asking_switched.connect(lambda on: self.changed.emit("ask_ratings", on))
        self._note.corner_chosen.connect(self.corner_chosen)
        self._note.monitor_chosen.connect(self.monitor_chosen)
        self._note.try_wanted.connect(self.note_wanted)
        self._program.autostart_switched.connect(self.autostart_switched)
        self._program.arc_switched.connect(lambda on: self.changed.emit("show_arc", on))
        self._links.chosen.connect(self.reminder_wanted)
        for keys, wanted in (
            ("Ctrl+F", self._to_search),
            ("/", self._to_search),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            # While the page is shown, wherever the keyboard is.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(wanted)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_first)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._search.clear)

    def _body(self) -> QWidget:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self._theme.sizes.gap(4))
        for widget in (self._empty, self._links, *self._sections):
            rows.addWidget(widget)
        rows.addStretch(1)
        return body

    def _head(self) -> QWidget:
        self._search.setPlaceholderText(translate("settings", "Search"))
        self._search.setAccessibleName(translate("settings", "Search the settings"))
        self._search.setClearButtonEnabled(True)
        for clear in self._search.findChildren(QAbstractButton):
            clear.setAccessibleName(translate("settings", "Clear the search"))
        keep_width(self._search, self._theme.sizes, most=64)
        self._search.textChanged.connect(self._find)
        head = QWidget()
        top = QHBoxLayout(head)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(plain_label(translate("settings", "Settings"), "title", wrap=False), 1)
        top.addWidget(self._search, 1)
        return head


class _Links(QFrame):
    """Reminders that a search finds: their settings are on their own page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.reminders: tuple[ReminderLink, ...] = ()
        self._found: list[ReminderLink] = []
        gap = theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        column.setSpacing(gap(1))
        column.addWidget(plain_label(translate("settings", "Among the reminders"), "next"))
        self._column = QVBoxLayout()
        column.addLayout(self._column)
        self.hide()

    def thin_out(self, words: list[str]) -> bool:
        """Offer the reminders that have all of ``words``, if any are looked for. Those that are
        there already stay, and the keyboard on them.
        """
        found = [
            each
            for each in self.reminders
            if words and all(word in each.words.casefold() for word in words)
        ]
        if found != self._found:
            self._found = found
            self._offer(found)
        self.setVisible(bool(found))
        return bool(found)

    def _offer(self, found: list[ReminderLink]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        text = translate("settings", "The reminder “{name}” ▸")
        for each in found:
            button = QPushButton(text.format(name=each.name).replace("&", "&&"))
            button.setProperty("role", "link")
            button.clicked.connect(lambda _checked, each=each: self.chosen.emit(each.id))
            self._column.addWidget(button)
            button.show()  # not only when Qt comes to it: Tab may have been pressed by then
