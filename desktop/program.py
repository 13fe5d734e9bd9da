"""The composition root: the running program, with or without its window.

Everything is loaded when it is first wanted. The icon in the tray comes before all else; then the
reminders, while the panel shows it; the window, its pages and the player when they are opened.
"""

# ruff: noqa: PLC0415 - see above

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import lean
from desktop.control.messages import Request, Response
from desktop.control.server import ControlServer
from desktop.language import translate
from desktop.system.bus import Bus, BusName
from desktop.system.signals import end_on_signals
from desktop.tray.tray import Tray
from routines.clock import Clock, SystemClock

if TYPE_CHECKING:
    from desktop.companion import Companion
    from desktop.front import Front
    from desktop.inside import Inside
    from desktop.look.theme import Theme
    from desktop.reminders.place import Place
    from desktop.sound.messages import Heard, Trouble, Unheard
    from desktop.sound.speaker import Speaker
    from desktop.tray.state import Playing
    from routines.catalogue import Entry

PANEL_FIRST = 20
"""Milliseconds that the panel has to ask for the icon, before the reminders are loaded."""

TRAY_WITHIN = 20_000
"""Milliseconds after which a tray that has not come is taken to be none: desktops start slowly."""

TRAY_KNOWN = 500
"""Milliseconds in which a tray that runs already has answered."""

SETTLED = 1_000
"""Milliseconds after which the start is over, and what it needed can go."""


class Program(QObject):
    """Wires companion and window. One for each process."""

    def __init__(self, application: QApplication, clock: Clock) -> None:
        super().__init__(application)
        self._application = application
        self._clock = clock
        self._theme: Theme | None = None
        self._inside: Inside | None = None
        self._front: Front | None = None
        self._speaker: Speaker | None = None
        self._told: set[Trouble] = set()
        self._is_playing = False
        self._quitting = False
        self._bus = Bus(BusName.SESSION, self)
        self._bus.open()
        self._tray = Tray(self._bus, self)
        self._tray.open_wanted.connect(self.show)
        self._tray.rate_wanted.connect(self._ask_now)
        self._tray.quit_wanted.connect(self.quit)
        self._tray.available_changed.connect(self._dress_menu)
        self.server = ControlServer(self._handle, self)

    @property
    def theme(self) -> "Theme":
        if self._theme is None:
            from desktop.look.portal import Portal
            from desktop.look.theme import Theme

            self._theme = Theme(self._application)
            self._theme.listen_to(Portal(self._bus, self))
            self._wear()
        return self._theme

    @property
    def companion(self) -> "Companion":
        return self._loaded().companion

    @property
    def front(self) -> "Front":
        """The window with all that belongs to it; made now if there is none yet."""
        if self._front is None:
            self._front = self._make_front()
            self._front.quit_wanted.connect(self.quit)
            player = self._front.app.player
            self.companion.elapsed = lambda: player.elapsed
            self._front.playing_changed.connect(self.companion.set_playing)
            self._front.playing_changed.connect(self._follow_playing)
        return self._front

    def begin(self, *, hidden: bool) -> None:
        """Start the reminders and show the window, unless it is to stay in the tray."""
        if hidden:
            QTimer.singleShot(PANEL_FIRST, self, self._loaded)
            QTimer.singleShot(TRAY_KNOWN, self, self._tell_without_tray)
            QTimer.singleShot(TRAY_WITHIN, self, self._show_without_tray)
        else:
            self._loaded()
            self.show()
        QTimer.singleShot(SETTLED, self, lean.settle)

    def show(self) -> None:
        self.front.show()

    def start(self, entry: "Entry", minutes: float, speed: float = 1.0) -> None:
        self.front.play(entry, minutes, speed)

    def quit(self) -> None:
        """End for good: the place in a routine and every reminder's place are kept."""
        if self._quitting:
            return
        self._quitting = True
        if self._front is not None:
            self._front.close()
        self._application.quit()

    def end(self) -> None:
        self.server.close()
        if self._speaker is not None:
            self._speaker.end()
        if self._inside is not None:
            self._inside.companion.end()
            self._inside.remembering.close()
        else:
            self._tray.close()
            self._bus.close()

    @property
    def farewell(self) -> str:
        return self._front.farewell if self._front is not None else ""

    # Loading

    def _loaded(self) -> "Inside":
        """The reminders with all that they need, at work from now on."""
        if self._inside is None:
            from desktop.inside import load_inside
            from desktop.surroundings import Given

            given = Given(self._application, self._clock, self._bus, self._tray, lambda: self.theme)
            self._inside = load_inside(given, self)
            self._wear()
            self._connect(self._inside)
            self._inside.companion.begin()
            self._dress_menu()
        return self._inside

    def _wear(self) -> None:
        """Look as the person chose, once there are both a theme and settings to read it from."""
        if self._theme is not None and self._inside is not None:
            self._theme.choose(self._inside.library.settings.appearance)

    def _make_front(self) -> "Front":
        from desktop.front import Behind, Front
        from desktop.keep.paths import unfinished_file
        from desktop.keep.unfinished import UnfinishedFile
        from desktop.look.signs import app_icon

        inside = self._loaded()
        self._application.setWindowIcon(app_icon())
        behind = Behind(
            self._application,
            self._clock,
            inside.library,
            self.theme,
            inside.companion,
            inside.surroundings,
            inside.remembering,
            self._find_speaker,
        )
        return Front(UnfinishedFile(unfinished_file()), behind)

    def _find_speaker(self) -> "Speaker":
        """What everything is heard through; made when something is first to be heard."""
        if self._speaker is None:
            from desktop.sound.speaker import Speaker

            self._speaker = Speaker(self._clock, self)
            self._speaker.unheard.connect(self._tell_unheard)
            self._speaker.heard.connect(self._take_back)
            self._speaker.warm_up()
        return self._speaker

    def _follow_playing(self, playing: "Playing | None") -> None:
        """A routine that begins tries again what has failed, and its first bell is not late."""
        begins = playing is not None and not self._is_playing
        self._is_playing = playing is not None
        if begins and self._speaker is not None:
            self._speaker.begin_anew()
            if not self._loaded().library.settings.mute:
                self._speaker.warm_up()

    def _tell_unheard(self, news: "Unheard") -> None:
        """Say in the window what is not heard, each trouble once: a routine goes on without."""
        if self._front is not None and news.trouble not in self._told:
            from desktop.words.hearing import unheard_text

            self._told.add(news.trouble)
            self._front.app.window.say(unheard_text(news))

    def _take_back(self, news: "Heard") -> None:
        """Something sounds, so that "Nothing is heard" is not true any more; it may be anew."""
        if self._front is not None and self._told:
            from desktop.sound.messages import What
            from desktop.words.hearing import silent_texts

            if news.what is What.LEFT_OUT:
                return
            for trouble, text in silent_texts().items():
                if trouble in self._told:
                    self._told.remove(trouble)
                    self._front.app.window.take_back(text)

    def _dress_menu(self) -> None:
        """A menu that a panel draws needs no theme; ours does."""
        if self._tray.draws_menu:
            _ = self.theme

    def _tell_without_tray(self) -> None:
        """Whoever started it in a terminal would else see nothing at all for a while."""
        if self._tray.is_available or sys.stderr is None or not sys.stderr.isatty():
            return
        text = translate(
            "tray",
            "unbrace: it runs, but no tray is seen here. If none comes in %n second(s), the "
            "window does; `unbrace` opens it now.",
            TRAY_WITHIN // 1000,
        )
        print(text, file=sys.stderr, flush=True)

    def _show_without_tray(self) -> None:
        """There is no tray to be found in: the window takes its place."""
        if not self._tray.is_available and self._front is None:
            self.show()

    # What is wanted

    def _connect(self, inside: "Inside") -> None:
        from desktop.note_sound import NoteSound

        companion = inside.companion
        companion.show_wanted.connect(self.show)
        companion.quit_wanted.connect(self._quit_soon)
        companion.start_wanted.connect(self._start_id)
        companion.play_wanted.connect(self._play_request)
        companion.toggle_playing_wanted.connect(self._toggle_playing)
        companion.end_playing_wanted.connect(self._end_playing)
        note = inside.surroundings.note
        note.placed.connect(self._note_placed)
        find, calls = self._find_speaker, inside.surroundings.calls
        NoteSound(note, lambda: inside.library.settings, find, calls, self._clock, self)

    def _handle(self, request: Request) -> Response:
        return self.companion.handle(request)

    def _ask_now(self) -> None:
        self.front.ask_now()

    def _toggle_playing(self) -> None:
        self.front.toggle_playing()

    def _end_playing(self) -> None:
        self.front.end_playing()

    def _quit_soon(self) -> None:
        """The command wants its answer first."""
        QTimer.singleShot(0, self, self.quit)

    def _start_id(self, routine_id: str) -> None:
        if (entry := self._loaded().library.entry(routine_id)) is not None:
            self.start(entry, 0.0)

    def _play_request(self, request: Request) -> None:
        entry = self._loaded().library.entry_of_file(request.text("path"))
        if entry is not None:
            self.start(entry, request.number("minutes") or 0.0, request.number("speed") or 1.0)

    def _note_placed(self, place: "Place") -> None:
        from desktop.note_place import place_text

        self._loaded().library.remember_note_place(place_text(place))


def run(
    start: "Entry | None", minutes: float | None, speed: float, *, hidden: bool = False
) -> int | None:
    """Run until the program is ended. Plays ``start`` at once if there is one.

    None, and nothing has been begun, if another one has started in the same moment.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Unbrace")
    application.setDesktopFileName("unbrace")
    application.setQuitOnLastWindowClosed(False)
    program = Program(application, SystemClock())
    if not program.server.take_charge():
        return None
    signals = end_on_signals(program.quit, program)
    program.begin(hidden=hidden)
    if start is not None:
        program.start(start, minutes or 0.0, speed)
    code = application.exec()
    program.end()
    if signals is not None:
        signals.close()
    if program.farewell and sys.stdout is not None and sys.stdout.isatty():
        print(program.farewell)
    return code
