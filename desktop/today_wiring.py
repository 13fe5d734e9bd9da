"""Connects the page Today with the history and the library, and keeps it up to date while seen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.destinations import Destination
from desktop.keep.history.model import Rating
from desktop.pages.today.page import KEY_LINES, TodayPage
from desktop.past_parts import Past
from desktop.today_values import earlier_text, known_now, next_change, today_shown
from desktop.words.today import kept_text, rated_text

_LONGEST = 24 * 3_600_000  # milliseconds; what a timer can count is not much more


def _never() -> datetime | None:
    return None


@dataclass(frozen=True, slots=True)
class Around:
    """What the page tells that is neither in the history nor in the library, asked when needed.

    ``waiting`` is the sentence about a routine that was left, ``next_text`` the next reminder or
    until when there is none; both empty for nothing. ``call_ended`` is when a long call ended.
    """

    waiting: Callable[[], str] = str
    next_text: Callable[[], str] = str
    is_paused: Callable[[], bool] = bool
    call_ended: Callable[[], datetime | None] = _never
    card: Callable[[], QWidget | None] | None = None
    """Something quiet for the page; what it gives is None while there is nothing to say."""


class TodayWiring(QObject):
    """Makes the page when it is first shown. Nothing is looked up while nobody sees it."""

    start_wanted = Signal(str)
    """A routine's id."""
    go_on_wanted = Signal()
    let_go_wanted = Signal()
    pause_toggled = Signal()
    """Let the reminders rest for an hour, or come again if they rest."""
    weeks_wanted = Signal()

    def __init__(self, past: Past, around: Around | None = None) -> None:
        super().__init__(past.window)
        self._past = past
        self._around = around or Around()
        self._page: TodayPage | None = None
        self._card: QWidget | None = None
        self._kept: Rating | None = None
        self._alarm = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self._alarm.timeout.connect(self.refresh)
        past.remembering.changed.connect(self.refresh)
        past.remembering.trouble_changed.connect(self._show_trouble)
        past.window.activated.connect(self.refresh)  # the computer may have slept

    @property
    def page(self) -> TodayPage:
        if self._page is None:
            self._page = self._make()
        return self._page

    @property
    def made(self) -> TodayPage | None:
        """The page, if it was ever shown."""
        return self._page

    def show(self) -> None:
        """Show the page, the keyboard on *Start*."""
        self._past.window.show_page(self.page)
        self.page.take_keyboard()

    def ask_now(self) -> None:
        """Show the page and ask how it is, the keyboard on the numbers."""
        self._past.window.show_page(self.page)
        self.page.ask_now()

    def show_card(self, card: QWidget | None) -> None:
        """Something quiet on the page; None takes it away."""
        self._card = card
        if self._page is not None:
            self._page.show_card(card)

    def refresh(self) -> None:
        """Something may be another now. Where nobody sees the page, that waits until they do."""
        if self._page is not None and self._page.isVisible():
            self._show_all(self._page)

    def refresh_next(self) -> None:
        """The same for the next reminder alone, which changes more often."""
        if self._page is not None and self._page.isVisible():
            self._show_next(self._page)

    # ------------------------------------------------------------ inside

    def _make(self) -> TodayPage:
        page = TodayPage(self._past.theme)
        for given, wanted in (
            (page.start_wanted, self.start_wanted),
            (page.go_on_wanted, self.go_on_wanted),
            (page.let_go_wanted, self.let_go_wanted),
            (page.pause_toggled, self.pause_toggled),
            (page.weeks_wanted, self.weeks_wanted),
        ):
            given.connect(wanted)
        page.rated.connect(self._keep)
        page.undo_wanted.connect(self._take_back)
        page.seen.connect(lambda: self._show_all(page))
        page.gone.connect(self._rest)
        page.show_card(self._card)
        self._show_all(page)
        self._past.window.add_page(page, at=Destination.TODAY, keys=KEY_LINES)
        return page

    def _show_all(self, page: TodayPage) -> None:
        past = self._past
        history, now = past.remembering.history, past.clock.now()
        known = known_now(history, past.library, now, self._around.call_ended())
        page.show_today(today_shown(history, past.library, known, self._around.waiting()))
        if self._around.card is not None:
            self.show_card(self._around.card())
        self._show_next(page)
        self._show_trouble(past.remembering.trouble)
        if loss := past.remembering.take_loss():
            page.show_loss(loss)
        left = next_change(known.facts, history.day_start) - now
        self._alarm.start(min(_LONGEST, max(1, round(left.total_seconds() * 1000))))

    def _show_next(self, page: TodayPage) -> None:
        page.show_next(self._around.next_text(), paused=self._around.is_paused())

    def _show_trouble(self, line: str) -> None:
        if self._page is not None:
            self._page.show_trouble(line)

    def _rest(self) -> None:
        """Nobody sees it. What was kept meanwhile is no news any more when they come back."""
        self._alarm.stop()
        self._kept = None
        self.page.show_kept("")

    def _keep(self, scale: str, value: int, areas: tuple[str, ...]) -> None:
        remembering = self._past.remembering
        rating = Rating(uuid4().hex, self._past.clock.now(), scale, value, areas=areas)
        before = earlier_text(remembering.history, rating)
        kept = remembering.add(rating)
        self._kept = rating
        self.page.show_kept(kept_text(rated_text(scale, value, areas), before, kept=kept))
        self.refresh()  # at once: a high number changes what fits

    def _take_back(self) -> None:
        rating, self._kept = self._kept, None
        if rating is not None:
            self._past.remembering.remove(rating)
        self.page.show_kept("")
        self.refresh()
