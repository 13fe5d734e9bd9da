"""The companion in the background: reminders, tray and control channel, without the window."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from desktop.calendars.places import located
from desktop.commands import Commands
from desktop.control.messages import Request, Response
from desktop.keep.files import clear_leftovers, read_json, write_atomically
from desktop.keep.paths import reminder_state_file, settings_file, unfinished_file
from desktop.keep.settings import Settings
from desktop.language import translate
from desktop.library import Library
from desktop.reminders.memory import Memory, from_json, to_json
from desktop.reminders.nearness import share_to
from desktop.reminders.own_files import OwnFiles
from desktop.reminders.parts import Offer, Parts, start_label
from desktop.reminders.plan import Plan
from desktop.reminders.service import ReminderService
from desktop.reminders.showing import Showing
from desktop.reminders.wishes import Shared, Wish, plan_of
from desktop.surroundings import Surroundings
from desktop.tray.state import Again, PauseFor, Playing, TrayState
from desktop.tray.state import Offer as TrayOffer
from desktop.tray.state import Shown as TrayShown
from desktop.words.reminding import coming_text, paused_text, waiting_text
from desktop.words.times import length_text
from routines.clock import Clock
from routines.reminders.model import Reminder, Style

BEFORE_CALL = "before-a-call"
_TOLD = "told"


class Companion(QObject):
    """Keeps reminders, tray and commands together. ``changed`` says that something new shows."""

    changed = Signal()
    reminders_changed = Signal()
    """The person's reminder files were read again."""
    show_wanted = Signal()
    start_wanted = Signal(str)
    play_wanted = Signal(object)
    toggle_playing_wanted = Signal()
    end_playing_wanted = Signal()
    quit_wanted = Signal()
    trouble_changed = Signal(str)

    def __init__(
        self, clock: Clock, library: Library, surroundings: Surroundings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._library = library
        self._surroundings = surroundings
        self._playing: Playing | None = None
        self.elapsed: Callable[[], float] = lambda: 0.0
        """How many seconds what plays has been at it; whoever has the player tells."""
        self._told = False
        self.unkept = ""
        """Why the reminders' state cannot be kept; empty if it can."""
        parts = Parts(
            alarm=surroundings.alarm,
            idle=surroundings.idle,
            session=surroundings.session,
            holds=surroundings.holds(),
            showers={Style.NOTE: surroundings.note, Style.NOTIFICATION: surroundings.notification},
            offer=self._offer,
            keep=self._keep,
        )
        self.service = ReminderService(self.plan(), clock, parts, self)
        folder = library.reminders_folder
        self._own_files = None if folder is None else OwnFiles(folder, self)
        self._connect()

    def begin(self) -> None:
        for file in (reminder_state_file(), settings_file(), unfinished_file()):
            clear_leftovers(file, self._clock.now())
        self.service.begin(from_json(read_json(reminder_state_file())))
        self._use_settings()

    def end(self) -> None:
        self._library.when_reloaded = lambda: None
        if self._own_files is not None:
            self._own_files.close()
        self.service.end()
        self._surroundings.close()

    def renew(self) -> None:
        """Settings or files have changed."""
        self._use_settings()
        self.service.use(self.plan())

    def _files_changed(self) -> None:
        self.service.use(self.plan())
        self.reminders_changed.emit()

    def _use_settings(self) -> None:
        settings = self._library.settings
        self._surroundings.programs.use(settings.programs)
        places = map(located, settings.calendars)
        self._surroundings.calendars.use([each for each in places if each is not None])

    @property
    def trouble(self) -> str:
        """A sentence on what a restart will forget and why; empty if all is well."""
        if not self.unkept:
            return ""
        text = translate("tray", "Pauses and answers cannot be kept over a restart: {reason}")
        return text.format(reason=self.unkept)

    def set_playing(self, playing: Playing | None) -> None:
        """What plays in the window now; the screen stays awake meanwhile."""
        if playing == self._playing:
            return
        self._playing = playing
        if playing is not None and not playing.paused:
            self._surroundings.keep_awake.keep(playing.name)
        else:
            self._surroundings.keep_awake.let_go()
        self.service.set_playing(playing is not None)

    @property
    def playing(self) -> Playing | None:
        return self._playing

    @property
    def is_needed(self) -> bool:
        """Whether it has something to do without the window."""
        return bool(self.plan().reminders)

    def next_text(self) -> str:
        """What comes next, or why nothing does: one line for the window."""
        now = self._clock.now()
        return (
            paused_text(self.service.paused_until, now)
            or waiting_text(self.service.held_by)
            or coming_text(self.service.coming(), now)
        )

    def pause_for(self, length: PauseFor) -> None:
        now = self._clock.now()
        until = {
            PauseFor.HALF_HOUR: now + timedelta(minutes=30),
            PauseFor.HOUR: now + timedelta(hours=1),
            PauseFor.TOMORROW: self.plan().next_day(now),
        }[length]
        self.service.pause(until)

    def tell(self, sentence: str) -> bool:
        """Say something on a note that can only be closed.

        Whether it was said: never in the place of a reminder, which waits for an answer.
        """
        if self.service.shown is not None:
            return False
        title = translate("tray", "Unbrace")
        self._surroundings.note.show(
            Showing(_TOLD, title, sentence, later_choices=(), only_close=True)
        )
        self._told = True
        return True

    def untell(self) -> bool:
        """Take away what ``tell`` has said; whether it still stood there."""
        was, self._told = self._told, False
        if was and self.service.shown is None:
            self._surroundings.note.withdraw()
        return was

    @property
    def is_telling(self) -> bool:
        """Whether what ``tell`` has said still stands there."""
        return self._told

    def _told_closed(self, showing_id: str) -> None:
        if showing_id == _TOLD:
            self._told = False

    def try_now(self, reminder_id: str) -> bool:
        """Show a reminder at once; whether there is one of that id."""
        wanted = next((each for each in self._wished() if each.id == reminder_id), None)
        if wanted is not None:
            self.service.show_now(wanted)
        return wanted is not None

    # The plan

    def _wished(self) -> tuple[Reminder, ...]:
        """All reminders as the person wants them, those that are off too."""
        settings = self._library.settings
        everything = {name: replace(wish, on=True) for name, wish in settings.reminders.items()}
        found = [entry.reminder for entry in self._library.reminders if entry.reminder]
        on = {each.id: everything.get(each.id, Wish(on=True)) for each in found}
        return plan_of(found, on, Shared()).reminders

    def plan(self) -> Plan:
        """The reminders that are switched on, as the person wants them."""
        settings = self._library.settings
        found = [entry.reminder for entry in self._library.reminders if entry.reminder]
        return plan_of(found, settings.reminders, shared_of(settings))

    def _offer(self, reminder: Reminder) -> Offer | None:
        for routine_id in reminder.offer:
            entry = self._library.entry(routine_id)
            if entry is not None and entry.routine is not None:
                # With the first offer, so that a program in the tray stays small until then.
                from routines.model import leaves  # noqa: PLC0415
                from routines.timeline import timeline_of  # noqa: PLC0415

                seconds = timeline_of(entry.routine).seconds
                figures = (step.figure for step in leaves(entry.routine.steps) if step.figure)
                label = start_label(length_text(seconds))
                return Offer(routine_id, label, next(figures, ""))
        return None

    def _keep(self, memory: Memory) -> None:
        before = self.unkept
        text = json.dumps(to_json(memory)) + "\n"
        self.unkept = write_atomically(reminder_state_file(), text) or ""
        if self.unkept != before:
            self.trouble_changed.emit(self.trouble)

    # Tray and channel

    def _connect(self) -> None:
        tray, service = self._surroundings.tray, self.service
        self._library.when_reloaded = self._files_changed
        if self._own_files is not None:
            self._own_files.changed.connect(self._library.reload_reminders_if_changed)
        service.changed.connect(self._show_state)
        self._surroundings.note.answered.connect(self._told_closed)
        self._surroundings.calendars.meetings_changed.connect(service.meetings)
        service.start_wanted.connect(self.start_wanted)
        tray.start_wanted.connect(self.start_wanted)
        tray.answer_wanted.connect(service.answer)
        tray.pause_wanted.connect(self.pause_for)
        tray.resume_wanted.connect(service.resume)
        tray.again_wanted.connect(service.let_come_today)
        tray.toggle_playing_wanted.connect(self.toggle_playing_wanted)
        tray.end_playing_wanted.connect(self.end_playing_wanted)

    def _show_state(self) -> None:
        if self.service.shown is not None:
            self._told = False  # the reminder has taken its place
        self._surroundings.tray.show_state(self._tray_state())
        self.changed.emit()

    def _tray_state(self) -> TrayState:
        now = self._clock.now()
        shown, coming = self.service.shown, self.service.coming()
        favourites = [self._library.entry(each) for each in self._library.favourites]
        can_breathe = self._library.can_play(BEFORE_CALL)  # the menu has its own words for it
        return TrayState(
            next_text=waiting_text(self.service.held_by) or coming_text(coming, now),
            share=share_to(coming) if self._library.settings.show_arc else None,
            paused_text=paused_text(self.service.paused_until, now),
            favourites=tuple(
                TrayOffer(each.id, each.name) for each in favourites if each and each.routine
            ),
            before_call=TrayOffer(BEFORE_CALL, "") if can_breathe else None,
            shown=None if shown is None else _shown_in_tray(shown.showing),
            playing=self._playing,
            has_reminders=self.is_needed,
            trouble=self.trouble,
            not_today=tuple(Again(each.id, each.name) for each in self.service.not_today),
        )

    def handle(self, request: Request) -> Response:
        """Carry out a command from the channel."""
        return Commands(self, self._clock, self._library).handle(request)


def _shown_in_tray(showing: Showing) -> TrayShown:
    choices, only_close = showing.later_choices, showing.only_close
    return TrayShown(showing.text, showing.offer_name, choices, only_close)


def shared_of(settings: Settings) -> Shared:
    """What the settings say for all reminders."""
    return Shared(settings.bedtime, settings.day_start, settings.week, settings.absences)
