"""The pages about today and the days before, connected with the rest of the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.companion import Companion
from desktop.destinations import Destination
from desktop.journal_wiring import JournalWiring
from desktop.past_parts import Past
from desktop.playing import Playing
from desktop.safety_wiring import SafetyWiring
from desktop.today_wiring import Around, TodayWiring
from desktop.tray.state import PauseFor
from desktop.weeks_wiring import WeeksWiring
from desktop.window import MainWindow


class PastPages(QObject):
    """Makes their entries at the side. Each page itself is made when it is first shown."""

    start_wanted = Signal(str)
    """A routine's id."""

    def __init__(self, past: Past, companion: Companion, playing: Playing) -> None:
        super().__init__(past.window)
        self._companion = companion
        self._playing = playing
        service = companion.service
        self.safety = SafetyWiring(past)
        around = Around(
            waiting=lambda: playing.offer,
            next_text=lambda: companion.next_text() if companion.is_needed else "",
            is_paused=lambda: service.paused_until is not None,
            call_ended=lambda: service.call_ended_at,
            card=self.safety.card,
        )
        self.today = TodayWiring(past, around)
        self.journal = JournalWiring(past)
        self.weeks = WeeksWiring(past)
        playing.before_first = self.safety.first_time
        self._connect(past.window)

    def way_back(self, page: QWidget | None) -> Callable[[], object] | None:
        """What shows ``page`` again after a routine, if that is the page of today."""
        return self.today.show if page is not None and page is self.today.made else None

    def finish(self) -> None:
        """The window closes: what is being written is kept to its last letter."""
        self.journal.finish()

    # ------------------------------------------------------------ inside

    def _connect(self, window: MainWindow) -> None:
        for destination, show in (
            (Destination.TODAY, self.today.show),
            (Destination.JOURNAL, self.journal.show),
            (Destination.WEEKS, self.weeks.show),
            (Destination.SAFETY, self.safety.show),
        ):
            window.add_place(destination, show)
        self.today.start_wanted.connect(self.start_wanted)
        self.today.go_on_wanted.connect(self._playing.go_on)
        self.today.let_go_wanted.connect(self._playing.let_go)
        self.today.let_go_wanted.connect(self.today.refresh)
        self.today.pause_toggled.connect(self._toggle_pause)
        self.today.weeks_wanted.connect(self.weeks.show)
        self._companion.changed.connect(self.today.refresh_next)
        self.safety.shown.connect(self._stop_for_safety)

    def _toggle_pause(self) -> None:
        if self._companion.service.paused_until is not None:
            self._companion.service.resume()
        else:
            self._companion.pause_for(PauseFor.HOUR)

    def _stop_for_safety(self) -> None:
        """Whoever looks this up does not go on with an exercise meanwhile."""
        if self._playing.player.playing:
            self._playing.player.pause()
