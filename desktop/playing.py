"""Playing a routine in the window, from its start to the page at its end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.going_on import not_kept_text, offer_text, still_fits
from desktop.keep.history.model import When
from desktop.keep.unfinished import Unfinished, UnfinishedFile
from desktop.keeping import Keeping
from desktop.language import translate
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.player.faces.asking import AskView
from desktop.player.figures import FiguresOnShelf
from desktop.player.finish import FinishView
from desktop.player.player import Player
from desktop.player.view import PlayerView
from desktop.remembering import Remembering
from desktop.window import MainWindow
from desktop.words.times import clock_text
from routines.catalogue import Entry
from routines.clock import Clock
from routines.fit import fit
from routines.model import Routine
from routines.playback import State

KEEP_PLACE_EVERY = 5000
"""Milliseconds of playing that a kill can cost at most."""


def _at_once(then: Callable[[], None]) -> None:
    then()


class Playing(QObject):
    """Asks before it, plays it, keeps it and its place, and shows what was done of it.

    ``left`` wants the page before, ``refused`` gives a routine that cannot play, ``begun`` says
    that one does.
    """

    left = Signal()
    refused = Signal(object)
    begun = Signal()

    def __init__(
        self,
        clock: Clock,
        library: Library,
        unfinished: UnfinishedFile,
        remembering: Remembering,
        window: MainWindow,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._clock = clock
        self._library = library
        self._unfinished = unfinished
        self._remembering = remembering
        self._window = window
        self._theme = theme
        self._speed = 1.0
        self._minutes = 0.0
        self._started: Entry | None = None
        self._loaded: Entry | None = None
        self._figures: FiguresOnShelf | None = None
        self._before: int | None = None
        self.before_first: Callable[[Callable[[], None]], None] = _at_once
        """Called with what begins a routine: it may have something to say before the first one."""
        self.started_on: QWidget | None = None
        """The page from which the routine was started."""
        self._not_kept = ""
        self.player = Player(clock, self)
        self.view = PlayerView(self.player, theme)
        self.ask = AskView(theme)
        self.finish = FinishView(theme)
        self.keeping = Keeping(self.player, remembering, clock, self)
        self._place_timer = QTimer(self)
        self._place_timer.setInterval(KEEP_PLACE_EVERY)
        for page in (self.view, self.ask, self.finish):
            window.add_page(page, alone=True)
        self._connect()

    def set_speed(self, speed: float) -> None:
        self._speed = speed

    def start(self, entry: Entry, minutes: float = 0.0, *, place: Unfinished | None = None) -> None:
        """Play ``entry``, fitted to ``minutes`` unless that is 0, from the start or ``place``.

        Before the start it is asked how it is, where the routine wants that.
        """
        if entry.routine is None:
            self.refused.emit(entry)
            return
        if self._window.page not in (self.view, self.ask, self.finish):
            self.started_on = self._window.page
        routine = entry.routine
        self.before_first(lambda: self._start(entry, routine, minutes, place))

    def _start(
        self, entry: Entry, routine: Routine, minutes: float, place: Unfinished | None
    ) -> None:
        if self.player.playing:
            self.player.pause()  # one at a time: what plays is kept as far as it came
        self._started, self._minutes = entry, minutes
        self._before = None
        if place is None and self._asks(routine):
            self._window.show_page(self.ask)
            self.ask.ask(routine.name, routine.ask)
        else:
            self._play(place)

    def look_at_figures(self) -> None:
        """Let a figure that was drawn anew be seen in what plays."""
        if self._figures is not None and self._figures.look_again():
            self.view.look_again()

    # What was left before its end

    @property
    def offer(self) -> str:
        """The offer to go on with it, in words; empty if there is nothing to go on with."""
        waiting = self._waiting()
        return offer_text(waiting[1].name, waiting[0]) if waiting else ""

    def go_on(self) -> None:
        if (waiting := self._waiting()) is not None:
            found, entry = waiting
            self.start(entry, found.minutes, place=found)

    def let_go(self) -> None:
        self._unfinished.clear()
        self.keeping.let_go()

    def close(self) -> str:
        """The window closes: keep the place, and give the words that say so."""
        if not self.player.playing or self._loaded is None:
            return ""
        self.player.pause()
        # Once more: it may have been moved while it was paused.
        if self._keep_place():
            text = translate("app", "{name} is kept at {place}. Start Unbrace again to go on.")
            place = clock_text(self.player.elapsed)
            return text.format(name=self._loaded.name, place=place)
        return not_kept_text(self._not_kept) if self._not_kept else ""

    # ------------------------------------------------------------ inside

    def _connect(self) -> None:
        self.ask.rated.connect(self._begin_rated)
        self.ask.passed.connect(self._play)
        self.ask.declined.connect(self._begin_unasked)
        self.player.over.connect(self._over)
        self.player.state_changed.connect(self._follow_state)
        self._place_timer.timeout.connect(self._keep_place)
        self._place_timer.timeout.connect(self.keeping.keep)
        self.view.answering.given.connect(self.keeping.answer)
        self.view.full_screen_wanted.connect(self._window.toggle_full_screen)
        self.finish.left.connect(self.left)
        self.finish.again_wanted.connect(self._again)
        self.finish.go_on_wanted.connect(self._go_on_after_end)
        self.finish.rated.connect(self._rate_after)

    def _play(self, place: Unfinished | None = None) -> None:
        entry = self._started
        if entry is None or entry.routine is None:
            return
        routine = entry.routine
        if self._minutes:
            routine = fit(routine, self._minutes * 60).routine
        self._not_kept = ""
        self._library.remember(replace(self._library.settings, last_routine=entry.id))
        is_still_here = place is not None and self._loaded is entry
        self._load(entry, routine, place)
        kept = self.keeping.begin(routine, self._minutes, goes_on=place is not None)
        self._window.show_page(self.view)
        self.view.begin(None if is_still_here else kept, keeps=self.keeping.keeps)
        if self._before is not None:
            self.keeping.rate(routine.ask, self._before, When.BEFORE)
        self.begun.emit()
        self.player.play()

    def _load(self, entry: Entry, routine: Routine, place: Unfinished | None) -> None:
        self._loaded = entry
        part, elapsed = (place.part, place.elapsed) if place else (0, 0.0)
        figures = self._figures = FiguresOnShelf(
            self._library.shelf, entry.path.parent, lambda: self._theme.motion.moves
        )
        self.player.load(
            routine,
            speed=self._speed,
            part=part,
            elapsed=elapsed,
            figures=figures,
            change=lambda: self._theme.motion.change / 1000,
        )

    # Asking

    def _asks(self, routine: Routine) -> bool:
        settings = self._library.settings
        rests = settings.ask_rests_on == self._today().isoformat()
        return bool(routine.ask) and settings.ask_ratings and not rests and self._speed == 1

    def _today(self) -> date:
        return self._remembering.history.today()

    def _begin_rated(self, number: int) -> None:
        self._before = number
        self._play()

    def _begin_unasked(self) -> None:
        """No more of these questions today."""
        day = self._today().isoformat()
        self._library.remember(replace(self._library.settings, ask_rests_on=day))
        self._play()

    def _rate_after(self, number: int) -> None:
        if self.player.routine is not None:
            self.keeping.rate(self.player.routine.ask, number, When.AFTER)

    # The end

    def _over(self) -> None:
        progress, routine = self.player.progress, self.player.routine
        if progress is None or routine is None:
            return
        self._unfinished.clear()
        finished = self.player.state is State.FINISHED
        self._window.show_page(self.finish)
        asks = self.keeping.keeps and self._asks(routine)
        self.finish.ask(routine.ask if asks else "", self._before)
        self.finish.show_progress(routine.name, progress, finished=finished)

    def _again(self) -> None:
        if self._started is not None:
            self.start(self._started, self._minutes)

    def _go_on_after_end(self) -> None:
        if self._loaded is not None:
            self.start(self._loaded, self._minutes, place=self._place())

    # The place

    def _follow_state(self) -> None:
        if self.player.state in (State.PLAYING, State.RETURNING):
            self._place_timer.start()
        else:
            self._place_timer.stop()
        if self.player.state is State.PAUSED:
            self._keep_place()

    def _place(self) -> Unfinished | None:
        """Where the routine that is loaded is now."""
        if self._loaded is None:
            return None
        player = self.player
        return Unfinished(
            self._loaded.id, player.elapsed, player.length, player.part, self._minutes
        )

    def _keep_place(self) -> bool:
        """Whether the place could be kept."""
        place = self._place()
        if self._loaded is None or place is None or not self.player.playing:
            return False
        # A file from elsewhere would not be found again by its id.
        ours = self._library.entry(place.routine)
        if ours is None or ours.path != self._loaded.path:
            return False
        reason = self._unfinished.save(place) or ""
        if reason != self._not_kept:
            self._not_kept = reason
            self._window.say(not_kept_text(reason) if reason else "")
        return not reason

    def _waiting(self) -> tuple[Unfinished, Entry] | None:
        """The routine that was left before its end, if it can be gone on with."""
        found = self._unfinished.load()
        entry = self._library.entry(found.routine) if found else None
        if found is None or entry is None or not still_fits(found, entry):
            return None
        return found, entry
