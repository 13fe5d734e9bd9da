"""The companion in the background: reminders, tray and control channel, without the window."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.control.messages import Command, Request, Response
from desktop.keep.files import read_json, write_atomically
from desktop.keep.paths import reminder_state_file
from desktop.keep.settings import Settings
from desktop.language import translate
from desktop.library import Library
from desktop.reminders.memory import Memory, from_json, to_json
from desktop.reminders.parts import Offer, Parts, start_label
from desktop.reminders.plan import Plan
from desktop.reminders.service import ReminderService
from desktop.reminders.showing import Answer, Showing
from desktop.reminders.wishes import Shared, Wish, plan_of
from desktop.surroundings import Surroundings
from desktop.tray.state import Offer as TrayOffer
from desktop.tray.state import PauseFor, Playing, TrayState
from desktop.tray.state import Shown as TrayShown
from desktop.words.reminding import coming_text, paused_text, waiting_text
from desktop.words.times import length_text
from routines.clock import Clock
from routines.reminders.model import Reminder, Style
from routines.timeline import timeline_of

BEFORE_CALL = "before-a-call"
MOST_MINUTES = 240.0
ANSWERS = {"start": Answer.START, "later": Answer.LATER, "skip": Answer.SKIP}


class Companion(QObject):
    """Keeps reminders, tray and commands together. ``changed`` says that something new shows."""

    changed = Signal()
    show_wanted = Signal()
    start_wanted = Signal(str)
    play_wanted = Signal(object)
    toggle_playing_wanted = Signal()
    end_playing_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self, clock: Clock, library: Library, surroundings: Surroundings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._library = library
        self._surroundings = surroundings
        self._playing: Playing | None = None
        parts = Parts(
            alarm=surroundings.alarm,
            idle=surroundings.idle,
            session=surroundings.session,
            holds=surroundings.holds(),
            showers={Style.NOTE: surroundings.note, Style.NOTIFICATION: surroundings.notification},
            offer=self._offer,
            keep=self._keep,
        )
        self.service = ReminderService(self._plan(), clock, parts, self)
        self._connect()

    def begin(self) -> None:
        self.service.begin(from_json(read_json(reminder_state_file())))
        self._use_settings()

    def end(self) -> None:
        self.service.end()
        self._surroundings.close()

    def renew(self) -> None:
        """Settings or files have changed."""
        self._use_settings()
        self.service.use(self._plan())

    def _use_settings(self) -> None:
        settings = self._library.settings
        self._surroundings.programs.use(settings.programs)
        places = [Path(place).expanduser() for place in settings.calendars]
        self._surroundings.calendars.use(places)

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
    def is_needed(self) -> bool:
        """Whether it has something to do without the window."""
        return bool(self._plan().reminders)

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
            PauseFor.TOMORROW: self._plan().next_day(now),
        }[length]
        self.service.pause(until)

    def tell(self, sentence: str) -> None:
        """Say something once, as a note without a button to start."""
        self._surroundings.note.show(Showing("told", translate("tray", "Unbrace"), sentence))

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

    def _plan(self) -> Plan:
        settings = self._library.settings
        found = [entry.reminder for entry in self._library.reminders if entry.reminder]
        return plan_of(found, settings.reminders, shared_of(settings))

    def _offer(self, reminder: Reminder) -> Offer | None:
        for routine_id in reminder.offer:
            entry = self._library.entry(routine_id)
            if entry is not None and entry.routine is not None:
                seconds = timeline_of(entry.routine).seconds
                return Offer(routine_id, start_label(length_text(seconds)))
        return None

    def _keep(self, memory: Memory) -> None:
        write_atomically(reminder_state_file(), json.dumps(to_json(memory)) + "\n")

    # Tray and channel

    def _connect(self) -> None:
        tray, service = self._surroundings.tray, self.service
        service.changed.connect(self._show_state)
        self._surroundings.calendars.meetings_changed.connect(service.meetings)
        service.start_wanted.connect(self.start_wanted)
        tray.open_wanted.connect(self.show_wanted)
        tray.quit_wanted.connect(self.quit_wanted)
        tray.start_wanted.connect(self.start_wanted)
        tray.answer_wanted.connect(service.answer)
        tray.pause_wanted.connect(self.pause_for)
        tray.resume_wanted.connect(service.resume)
        tray.toggle_playing_wanted.connect(self.toggle_playing_wanted)
        tray.end_playing_wanted.connect(self.end_playing_wanted)

    def _show_state(self) -> None:
        self._surroundings.tray.show_state(self._tray_state())
        self.changed.emit()

    def _tray_state(self) -> TrayState:
        now = self._clock.now()
        shown = self.service.shown
        favourites = [self._library.entry(each) for each in self._library.favourites]
        call = self._library.entry(BEFORE_CALL)
        return TrayState(
            next_text=waiting_text(self.service.held_by) or coming_text(self.service.coming(), now),
            paused_text=paused_text(self.service.paused_until, now),
            favourites=tuple(
                TrayOffer(each.id, each.name) for each in favourites if each and each.routine
            ),
            before_call=TrayOffer(call.id, call.name) if call and call.routine else None,
            shown=None
            if shown is None
            else TrayShown(shown.showing.text, shown.showing.offer_name),
            playing=self._playing,
            has_reminders=self.is_needed,
        )

    def handle(self, request: Request) -> Response:
        """Carry out a command from the channel."""
        handlers: dict[Command, Callable[[Request], Response]] = {
            Command.SHOW: self._handle_show,
            Command.PLAY: self._handle_play,
            Command.STATUS: self._handle_status,
            Command.PAUSE: self._handle_pause,
            Command.RESUME: self._handle_resume,
            Command.REMIND: self._handle_remind,
            Command.ANSWER: self._handle_answer,
            Command.QUIT: self._handle_quit,
        }
        return handlers[request.command](request)

    def _handle_show(self, _request: Request) -> Response:
        self.show_wanted.emit()
        return Response(done=True)

    def _handle_play(self, request: Request) -> Response:
        self.play_wanted.emit(request)
        return Response(done=True)

    def _handle_status(self, _request: Request) -> Response:
        now = self._clock.now()
        coming, paused = self.service.coming(), self.service.paused_until
        values: dict[str, object] = {
            "next": None
            if coming is None
            else {"reminder": coming.reminder.id, "seconds": round(coming.seconds)},
            "paused_until": None if paused is None else paused.isoformat(),
            "held_by": sorted(hold.name.lower() for hold in self.service.held_by),
            "shown": None if self.service.shown is None else self.service.shown.reminder.id,
            "playing": None if self._playing is None else self._playing.name,
        }
        message = paused_text(paused, now) or coming_text(coming, now)
        return Response(
            done=True, message=message or translate("control", "No reminder ahead."), values=values
        )

    def _handle_pause(self, request: Request) -> Response:
        now = self._clock.now()
        until = self._until(request, now)
        if until is None or until <= now:
            message = translate("control", "That is no time ahead: write 30m, 1h or tomorrow.")
            return Response(done=False, message=message)
        self.service.pause(until)
        return Response(done=True, message=paused_text(until, now))

    def _until(self, request: Request, now: datetime) -> datetime | None:
        seconds = request.number("seconds")
        if seconds is not None:
            return now + timedelta(seconds=max(0.0, min(seconds, 366 * 86400.0)))
        word = request.text("until")
        if word == "tomorrow":
            return self._plan().next_day(now)
        try:
            until = datetime.fromisoformat(word)
            return until.astimezone() if until.tzinfo is None else until
        except (ValueError, OverflowError):  # no date, or one beyond what the clock can tell
            return None

    def _handle_resume(self, _request: Request) -> Response:
        self.service.resume()
        return Response(done=True, message=translate("control", "Reminders come again."))

    def _handle_remind(self, request: Request) -> Response:
        name = request.text("name")
        if self.try_now(name):
            return Response(done=True, message=translate("control", "There it is."))
        known = ", ".join(entry.id for entry in self._library.reminders)
        message = translate("control", "There is no reminder {name}. There are: {known}.")
        return Response(done=False, message=message.format(name=name, known=known))

    def _handle_answer(self, request: Request) -> Response:
        answer = ANSWERS.get(request.text("answer"))
        minutes = round(max(1.0, min(request.number("minutes") or 5.0, MOST_MINUTES)))
        if answer is None or not self.service.answer(answer, minutes):
            return Response(done=False, message=translate("control", "Nothing is shown."))
        return Response(done=True, message=translate("control", "Good."))

    def _handle_quit(self, _request: Request) -> Response:
        self.quit_wanted.emit()
        return Response(done=True, message=translate("control", "Until soon."))


def shared_of(settings: Settings) -> Shared:
    """What the settings say for all reminders."""
    return Shared(settings.bedtime, settings.day_start, settings.week, settings.absences)
