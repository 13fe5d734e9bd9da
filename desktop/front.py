"""The window beside the companion: routines and player, reminders and settings."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.companion import Companion
from desktop.keep.unfinished import UnfinishedFile
from desktop.language import translate
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.past_pages import PastPages
from desktop.past_parts import Past
from desktop.remembering import Remembering
from desktop.reminder_pages import ReminderPages
from desktop.sound_wiring import FindSpeaker, Sounding
from desktop.surroundings import Surroundings
from desktop.tray.state import PauseFor, Playing
from routines.catalogue import Entry
from routines.clock import Clock
from routines.playback import State


@dataclass(frozen=True, slots=True)
class Behind:
    """What the window stands in front of."""

    application: QApplication
    clock: Clock
    library: Library
    theme: Theme
    companion: Companion
    surroundings: Surroundings
    remembering: Remembering
    find_speaker: FindSpeaker | None = None


class Front(QObject):
    """The window's side of the program. Closing the window may leave the companion at work."""

    quit_wanted = Signal()
    playing_changed = Signal(object)

    def __init__(self, unfinished: UnfinishedFile, behind: Behind) -> None:
        super().__init__(behind.application)
        self._library = behind.library
        self._companion = behind.companion
        self._surroundings = behind.surroundings
        self.app = App(
            behind.application,
            behind.clock,
            behind.library,
            unfinished,
            behind.remembering,
            theme=behind.theme,
            find_loudspeaker=behind.find_speaker,
        )
        self._pages = ReminderPages(
            self.app.window,
            behind.theme,
            behind.library,
            behind.companion,
            behind.surroundings,
            behind.clock,
            sounding=Sounding(behind.find_speaker, self.app.hearing.renew),
            remembering=behind.remembering,
        )
        past = Past(self.app.window, behind.theme, behind.library, behind.remembering, behind.clock)
        self._past = PastPages(past, behind.companion, self.app.playing)
        self._connect()
        self._show_next()

    @property
    def farewell(self) -> str:
        return self.app.farewell

    def show(self) -> None:
        """Show the window, or bring the one that is there to the front."""
        self._companion.untell()
        window = self.app.window
        if window.isVisible():
            window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
            window.raise_()
            window.activateWindow()
        else:
            self.app.show()
            if not self.app.player.playing:
                self._past.today.show()

    def ask_now(self) -> None:
        """Show where it is said how it is."""
        self.show()
        self._past.today.ask_now()

    def play(self, entry: Entry, minutes: float, speed: float) -> None:
        self.show()
        self.app.set_speed(speed)
        self.app.start(entry, minutes)

    def toggle_playing(self) -> None:
        self.app.player.toggle()

    def end_playing(self) -> None:
        self.app.player.end()

    def close(self) -> None:
        """For good; the place in a routine is kept."""
        self.app.window.close()

    def _connect(self) -> None:
        app, window = self.app, self.app.window
        app.way_back = self._past.way_back
        self._past.start_wanted.connect(app.start_id)
        window.closing.connect(self._past.finish)
        app.player.state_changed.connect(self._tell_playing)
        app.player.over.connect(self._tell_playing)
        app.player.state_changed.connect(self._give_way)
        app.player.over.connect(self._give_way)
        window.quit_wanted.disconnect()
        window.quit_wanted.connect(self.quit_wanted)
        window.closing.connect(self._closing)
        window.next_wanted.connect(self._next_clicked)
        self._companion.changed.connect(self._show_next)
        session = self._surroundings.session
        session.locked.connect(self._pause)
        session.going_to_sleep.connect(self._pause)

    def _pause(self) -> None:
        """A real lock or suspend: the place is kept, a lead-in follows on return."""
        if self.app.player.playing and self.app.player.state in (State.PLAYING, State.RETURNING):
            self.app.player.pause()

    def _tell_playing(self) -> None:
        player = self.app.player
        if player.playing and player.routine is not None:
            paused = player.state is State.PAUSED
            self.playing_changed.emit(Playing(player.routine.name, paused))
        else:
            self.playing_changed.emit(None)

    def _give_way(self) -> None:
        """Other players are silent from a routine's first beat to its end, its pauses included."""
        player, others = self.app.player, self._surroundings.players
        if not player.playing:
            others.go_on()
        elif player.state is not State.PAUSED and self._library.settings.pause_music:
            others.pause()

    def _closing(self) -> None:
        """Without anything to do in the background, closing the window ends the program."""
        self._surroundings.players.go_on()  # the routine is left where it is
        if not self._companion.is_needed:
            self.quit_wanted.emit()
        elif self._surroundings.tray.is_available and not self._library.settings.told_of_tray:
            text = translate("tray", "Unbrace stays in the tray for your reminders. Quit is there.")
            if self._companion.tell(text):
                self._library.remember_told_of_tray()

    def _show_next(self) -> None:
        if not self._companion.is_needed:
            self.app.window.show_next("", "")
            return
        paused = self._companion.service.paused_until is not None
        pause, resume = translate("window", "Pause for an hour"), translate("window", "Resume")
        action = resume if paused else pause
        self.app.window.show_next(self._companion.next_text(), action)

    def _next_clicked(self) -> None:
        if self._companion.service.paused_until is not None:
            self._companion.service.resume()
        else:
            self._companion.pause_for(PauseFor.HOUR)
