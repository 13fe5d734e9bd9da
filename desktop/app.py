"""The window with its pages and its player, connected. Made when it is first wanted."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from desktop.going_on import not_kept_text, offer_text, still_fits
from desktop.hearing import FindLoudspeaker, Hearing
from desktop.keep.paths import routines_folder
from desktop.keep.unfinished import Unfinished, UnfinishedFile
from desktop.language import translate
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.opening import Said, open_address, open_file, open_folder
from desktop.pages.routines.cards import broken_figures, cards_of
from desktop.pages.routines.detail import DetailPage
from desktop.pages.routines.page import RoutinesPage
from desktop.player.figures import FiguresOnShelf
from desktop.player.finish import FinishView
from desktop.player.player import Player
from desktop.player.view import PlayerView
from desktop.saving_audio import SavingAudio
from desktop.window import MainWindow
from desktop.words.times import clock_text
from routines.catalogue import Entry
from routines.clock import Clock
from routines.fit import fit
from routines.playback import State

KEEP_PLACE_EVERY = 5000
"""Milliseconds of playing that a kill can cost at most."""


class App(QObject):
    """The running program: its window and what happens when something is clicked."""

    def __init__(
        self,
        application: QApplication,
        clock: Clock,
        library: Library,
        unfinished: UnfinishedFile,
        theme: Theme | None = None,
        find_loudspeaker: FindLoudspeaker | None = None,
    ) -> None:
        super().__init__(application)
        self._library = library
        self._unfinished = unfinished
        self._speed = 1.0
        self._minutes = 0.0
        self._started: Entry | None = None
        self._figures: FiguresOnShelf | None = None
        self._not_kept = ""
        self.farewell = ""
        self.theme = theme or Theme(application)
        self.player = Player(clock, self)
        self.window = MainWindow(self.theme)
        self.routines = RoutinesPage(self.theme)
        self.detail = DetailPage(self.theme)
        self.view = PlayerView(self.player, self.theme)
        self.finish = FinishView(self.theme)
        self.hearing = Hearing(library, self.player, self.view, find_loudspeaker, self)
        self.saving = SavingAudio(library, self.detail, self)
        self._place_timer = QTimer(self)
        self._place_timer.setInterval(KEEP_PLACE_EVERY)
        self._connect()
        self._show_routines()
        self._offer_unfinished()

    def show(self) -> None:
        settings = self._library.settings
        left = QSize(settings.window_width, settings.window_height)
        self.window.resize(left.boundedTo(self.window.room()))
        self.window.showMaximized() if settings.maximized else self.window.show()
        self.routines.make_current(self._library.first_choice)
        self.routines.take_keyboard()
        # Once what is to play from the start is in its place.
        QTimer.singleShot(0, self, self._tell_loss)

    def start(self, entry: Entry, minutes: float = 0.0, *, place: Unfinished | None = None) -> None:
        """Play ``entry``, fitted to ``minutes`` unless that is 0, from the start or ``place``."""
        routine = entry.routine
        if routine is None:
            self._show_detail_of(entry)
            return
        self._started, self._minutes = entry, minutes
        self._not_kept = ""
        if minutes:
            routine = fit(routine, minutes * 60).routine
        self.routines.offer_to_go_on("")
        self._library.remember(replace(self._library.settings, last_routine=entry.id))
        part, elapsed = (place.part, place.elapsed) if place else (0, 0.0)
        figures = self._figures = FiguresOnShelf(
            self._library.shelf, entry.path.parent, lambda: self.theme.motion.moves
        )
        self.player.load(
            routine,
            speed=self._speed,
            part=part,
            elapsed=elapsed,
            figures=figures,
            change=lambda: self.theme.motion.change / 1000,
        )
        self.window.show_page(self.view)
        self.view.begin(keep_answers=place is not None)
        self.player.play()

    def set_speed(self, speed: float) -> None:
        self._speed = speed

    # Connecting

    def _connect(self) -> None:
        for page, alone in (
            (self.routines, False),
            (self.detail, False),
            (self.view, True),
            (self.finish, True),
        ):
            self.window.add_page(page, alone=alone)
        self._connect_pages()
        self.player.over.connect(self._over)
        self.player.state_changed.connect(self._follow_state)
        self._place_timer.timeout.connect(self._keep_place)
        self.view.full_screen_wanted.connect(self.window.toggle_full_screen)
        self.finish.left.connect(self._to_routines)
        self.finish.again_wanted.connect(self._again)
        self.finish.go_on_wanted.connect(self._go_on_after_end)
        self.window.closing.connect(self._close)
        self.window.activated.connect(self._look_for_changes)
        self.window.state_changed.connect(self.view.keep_seen)
        self.window.reload_wanted.connect(self._reload)
        self.window.folder_wanted.connect(lambda: self._tell(open_folder(routines_folder())))
        self.window.routines_wanted.connect(self._to_routines)
        self.window.quit_wanted.connect(self.window.close)

    def _connect_pages(self) -> None:
        self.routines.start_wanted.connect(self._start_id)
        self.routines.details_wanted.connect(self._show_detail)
        self.routines.star_wanted.connect(self._toggle_star)
        self.routines.go_on_wanted.connect(self._go_on_unfinished)
        self.routines.let_go_wanted.connect(self._let_go)
        self.detail.start_wanted.connect(self._start_id)
        self.detail.back_wanted.connect(self._to_routines)
        self.detail.star_wanted.connect(self._toggle_star)
        self.detail.open_wanted.connect(self._open_file)
        self.detail.figure_wanted.connect(lambda path: self._tell(open_file(path)))
        self.detail.look_again_wanted.connect(self._reload)
        self.detail.address_wanted.connect(lambda address: self._tell(open_address(address)))

    # Pages

    def _show_routines(self) -> None:
        library = self._library
        cards = cards_of(library.catalogue, library.favourites, library.shelf)
        self.routines.show_cards(cards, note=self._library.note)

    def _to_routines(self) -> None:
        self._show_routines()
        self.window.side.mark_place(0)
        self.window.leave_full_screen()  # the key for it is the player's
        self.window.show_page(self.routines)
        self.routines.take_keyboard()

    def _show_detail(self, routine_id: str) -> None:
        if (entry := self._library.entry(routine_id)) is not None:
            self._show_detail_of(entry)

    def _show_detail_of(self, entry: Entry) -> None:
        loved = entry.id in self._library.favourites
        figures = broken_figures(entry, self._library.shelf)
        self.detail.show_entry(entry, favourite=loved, figures=figures)
        self.window.show_page(self.detail)
        self.detail.take_keyboard()

    def _toggle_star(self, routine_id: str) -> None:
        loved = self._library.toggle_favourite(routine_id)
        self.detail.show_favourite(loved)
        self._show_routines()

    def _reload(self) -> None:
        self._library.reload()
        self._show_changed()
        self._look_at_figures()

    def _look_at_figures(self) -> None:
        """Let a figure that was drawn anew be seen in what plays."""
        if self._figures is not None and self._figures.look_again():
            self.view.look_again()

    def _look_for_changes(self) -> None:
        self._look_at_figures()
        if self._library.reload_if_changed():
            self._show_changed()

    def _show_changed(self) -> None:
        self._show_routines()
        if not self.player.playing:
            self._offer_unfinished()
        if self.window.page is self.detail:
            entry = self._library.entry(self.detail.routine_id)
            if entry is None:
                self._to_routines()
            else:
                self._show_detail_of(entry)

    # Playing

    def _start_id(self, routine_id: str, minutes: float = 0.0) -> None:
        if (entry := self._library.entry(routine_id)) is not None:
            self.start(entry, minutes)

    def _over(self) -> None:
        progress, routine = self.player.progress, self.player.routine
        if progress is None or routine is None:
            return
        self._unfinished.clear()
        finished = self.player.state is State.FINISHED
        self.window.show_page(self.finish)
        self.finish.show_progress(routine.name, progress, finished=finished)

    def _again(self) -> None:
        if self._started is not None:
            self.start(self._started, self._minutes)

    def _go_on_after_end(self) -> None:
        if self._started is not None:
            self.start(self._started, self._minutes, place=self._place())

    def _follow_state(self) -> None:
        if self.player.state in (State.PLAYING, State.RETURNING):
            self._place_timer.start()
        else:
            self._place_timer.stop()
        if self.player.state is State.PAUSED:
            self._keep_place()

    def _place(self) -> Unfinished | None:
        """Where the routine that was started is now."""
        if self._started is None:
            return None
        player = self.player
        return Unfinished(
            self._started.id, player.elapsed, player.length, player.part, self._minutes
        )

    def _keep_place(self) -> bool:
        """Whether the place could be kept."""
        place = self._place()
        if self._started is None or place is None or not self.player.playing:
            return False
        # A file from elsewhere would not be found again by its id.
        ours = self._library.entry(place.routine)
        if ours is None or ours.path != self._started.path:
            return False
        reason = self._unfinished.save(place) or ""
        if reason != self._not_kept:
            self._not_kept = reason
            self.window.say(not_kept_text(reason) if reason else "")
        return not reason

    def _waiting(self) -> tuple[Unfinished, Entry] | None:
        """The routine that was left before its end, if it can be gone on with."""
        found = self._unfinished.load()
        entry = self._library.entry(found.routine) if found else None
        if found is None or entry is None or not still_fits(found, entry):
            return None
        return found, entry

    def _offer_unfinished(self) -> None:
        waiting = self._waiting()
        self.routines.offer_to_go_on(offer_text(waiting[1].name, waiting[0]) if waiting else "")

    def _go_on_unfinished(self) -> None:
        if (waiting := self._waiting()) is not None:
            found, entry = waiting
            self.start(entry, found.minutes, place=found)

    def _let_go(self) -> None:
        self._unfinished.clear()
        self.routines.offer_to_go_on("")
        self.routines.take_keyboard()

    # The system

    def _tell_loss(self) -> None:
        if lost := self._library.take_loss():
            self.window.say(lost)

    def _open_file(self, routine_id: str) -> None:
        if (entry := self._library.entry(routine_id)) is not None:
            self._tell(open_file(entry.path))

    def _tell(self, said: Said) -> None:
        self.window.say(said.text, passing=said.passing)

    def _close(self) -> None:
        if self.player.playing and self._started is not None:
            self.player.pause()
            # Once more: it may have been moved while it was paused.
            if self._keep_place():
                text = translate("app", "{name} is kept at {place}. Start Unbrace again to go on.")
                place = clock_text(self.player.elapsed)
                self.farewell = text.format(name=self._started.name, place=place)
            elif self._not_kept:
                self.farewell = not_kept_text(self._not_kept)
        window = self.window
        settings = replace(self._library.settings, maximized=window.isMaximized())
        if not window.isMaximized() and not window.isFullScreen():
            settings = replace(settings, window_width=window.width(), window_height=window.height())
        self._library.remember(settings)
