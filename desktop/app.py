"""The window with its pages and its player, connected. Made when it is first wanted."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.destinations import Destination
from desktop.hearing import FindLoudspeaker, Hearing
from desktop.keep.paths import routines_folder
from desktop.keep.unfinished import UnfinishedFile
from desktop.library import Library
from desktop.look.theme import Theme
from desktop.opening import Said, open_address, open_file, open_folder
from desktop.pages.routines.cards import broken_figures, cards_of
from desktop.pages.routines.detail import DetailPage
from desktop.pages.routines.page import RoutinesPage
from desktop.playing import Playing
from desktop.remembering import Remembering
from desktop.saving_audio import SavingAudio
from desktop.window import MainWindow
from routines.catalogue import Entry
from routines.clock import Clock

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
        remembering: Remembering,
        *,
        theme: Theme | None = None,
        find_loudspeaker: FindLoudspeaker | None = None,
    ) -> None:
        super().__init__(application)
        self._library = library
        self.farewell = ""
        self.way_back: Callable[[QWidget | None], Callable[[], object] | None] = lambda _page: None
        """Where to go after a routine that was started on a page which is not ours, if there."""
        self.theme = theme or Theme(application)
        self.window = MainWindow(self.theme)
        self.routines = RoutinesPage(self.theme)
        self.detail = DetailPage(self.theme)
        for page in (self.routines, self.detail):
            self.window.add_page(page, at=Destination.ROUTINES)
        self.playing = Playing(clock, library, unfinished, remembering, self.window, self.theme)
        self.player, self.view = self.playing.player, self.playing.view
        self.hearing = Hearing(library, self.player, self.view, find_loudspeaker, self)
        self.saving = SavingAudio(library, self.detail, self)
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

    def start(self, entry: Entry, minutes: float = 0.0) -> None:
        """Play ``entry``, fitted to ``minutes`` unless that is 0."""
        self.playing.start(entry, minutes)

    def set_speed(self, speed: float) -> None:
        self.playing.set_speed(speed)

    # Connecting

    def _connect(self) -> None:
        self._connect_pages()
        self.playing.left.connect(self._leave_player)
        self.playing.refused.connect(self._show_detail_of)
        self.playing.begun.connect(lambda: self.routines.offer_to_go_on(""))
        self.window.closing.connect(self._close)
        self.window.activated.connect(self._look_for_changes)
        self.window.state_changed.connect(self.view.keep_seen)
        self.window.reload_wanted.connect(self._reload)
        self.window.folder_wanted.connect(lambda: self._tell(open_folder(routines_folder())))
        self.window.routines_wanted.connect(self._to_routines)
        self.window.quit_wanted.connect(self.window.close)

    def _connect_pages(self) -> None:
        self.routines.start_wanted.connect(self.start_id)
        self.routines.details_wanted.connect(self._show_detail)
        self.routines.star_wanted.connect(self._toggle_star)
        self.routines.go_on_wanted.connect(self.playing.go_on)
        self.routines.let_go_wanted.connect(self._let_go)
        self.detail.start_wanted.connect(self.start_id)
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
        self.window.leave_full_screen()  # the key for it is the player's
        self.window.show_page(self.routines)
        self.routines.take_keyboard()

    def _leave_player(self) -> None:
        """Back to where the routine was started, or to all of them."""
        self.window.leave_full_screen()
        (self.way_back(self.playing.started_on) or self._to_routines)()

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
        self.playing.look_at_figures()

    def _look_for_changes(self) -> None:
        self.playing.look_at_figures()
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

    def start_id(self, routine_id: str, minutes: float = 0.0) -> None:
        if (entry := self._library.entry(routine_id)) is not None:
            self.start(entry, minutes)

    def _offer_unfinished(self) -> None:
        self.routines.offer_to_go_on(self.playing.offer)

    def _let_go(self) -> None:
        self.playing.let_go()
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
        self.farewell = self.playing.close() or self.farewell
        window = self.window
        settings = replace(self._library.settings, maximized=window.isMaximized())
        if not window.isMaximized() and not window.isFullScreen():
            settings = replace(settings, window_width=window.width(), window_height=window.height())
        self._library.remember(settings)
