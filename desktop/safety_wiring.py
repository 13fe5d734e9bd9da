"""Connects when to see someone with the settings, the history and the window.

The history, and what makes the page to take along, are loaded when first wanted.
"""

# ruff: noqa: PLC0415 - see above

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.destinations import Destination
from desktop.keep.history.model import Noted
from desktop.language import translate
from desktop.look.ink import Ink
from desktop.look.theme import Theme
from desktop.opening import open_address
from desktop.pages.safety.along import KEY_LINES as ALONG_KEYS
from desktop.pages.safety.along import AlongPage
from desktop.pages.safety.card import ConcernCard
from desktop.pages.safety.first import KEY_LINES as FIRST_KEYS
from desktop.pages.safety.first import FirstPage
from desktop.pages.safety.page import KEY_LINES, SafetyPage
from desktop.pages.safety.shown import Help, Wanted
from desktop.past.along import Along
from desktop.past.watch import SEEN, Concern
from desktop.past_parts import Past
from desktop.words.help_lines import help_lines, known_country

_ALL = date.min


class SafetyWiring(QObject):
    """Makes each page when it is first shown, and leads back to where one was.

    ``shown`` says that the safety page is in sight, and ``left`` that one is back on the page given
    with it: for the mark at the side, and for whoever stopped something meanwhile.
    """

    shown = Signal()
    left = Signal(QWidget)

    def __init__(self, past: Past) -> None:
        super().__init__(past.window)
        self._past = past
        self._page: SafetyPage | None = None
        self._first: FirstPage | None = None
        self._along: AlongPage | None = None
        self._card: ConcernCard | None = None
        self._then: Callable[[], None] | None = None
        self._before: QWidget | None = None
        self._before_along: QWidget | None = None
        past.window.safety_wanted.connect(self.show)
        past.theme.changed.connect(self._renew_along)
        past.remembering.changed.connect(self._renew_along)

    # The page

    def show(self) -> None:
        """The lists, from wherever one is; Esc leads back there."""
        window = self._past.window
        page = self._page = self._page or self._make_page()
        if window.page not in (page, self._along):
            self._before = window.page
        page.show_help(self._help())
        window.leave_full_screen()
        window.show_page(page)
        page.take_keyboard()
        self.shown.emit()

    def back(self) -> None:
        """To the page before."""
        if self._before is not None:
            self._return_to(self._before)
            self.left.emit(self._before)

    def _make_page(self) -> SafetyPage:
        page = SafetyPage(self._past.theme)
        page.own_changed.connect(lambda own: self._remember(own_help=own))
        page.country_chosen.connect(lambda code: self._remember(help_country=code))
        page.along_wanted.connect(self.take_along)
        page.address_wanted.connect(self._open)
        page.back_wanted.connect(self.back)
        self._past.window.add_page(page, at=Destination.SAFETY, keys=KEY_LINES)
        return page

    def _help(self) -> Help:
        settings = self._past.library.settings
        territory = QLocale.territoryToCode(QLocale.system().territory())
        country = known_country(settings.help_country, territory)
        return Help(help_lines(country), country, settings.own_help)

    def _remember(self, **values: object) -> None:
        library = self._past.library
        library.remember(replace(library.settings, **values))  # type: ignore[arg-type]  # each of its field's type
        if self._page is not None:
            self._page.show_help(self._help())
        if library.not_kept:
            text = translate("safety", "That holds until you quit: {reason}")
            self._past.window.say(text.format(reason=library.not_kept))

    def _open(self, address: str) -> None:
        said = open_address(address)
        self._past.window.say(said.text, passing=said.passing)

    def _return_to(self, page: QWidget) -> None:
        self._past.window.show_page(page)
        if callable(take := getattr(page, "take_keyboard", None)):
            take()
        else:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    # Before the first routine

    def first_time(self, then: Callable[[], None]) -> None:
        """Do ``then``; before the first routine ever, once the lists have been read."""
        if self._past.library.settings.safety_seen:
            then()
            return
        self._then = then
        page = self._first = self._first or self._make_first()
        page.show_help(self._help())
        self._past.window.show_page(page)
        page.take_keyboard()

    def _make_first(self) -> FirstPage:
        page = FirstPage(self._past.theme)
        page.read.connect(self._have_read)
        self._past.window.add_page(page, alone=True, keys=FIRST_KEYS)
        return page

    def _have_read(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            self._remember(safety_seen=True)
            then()

    # The quiet card

    def concern(self) -> Concern | None:
        """What deserves a quiet card today."""
        from desktop.safety_values import concern_of

        return concern_of(self._past.remembering.history, self._today())

    def card(self) -> ConcernCard | None:
        """The card as it is today, for a page to show; None while there is nothing to say. It is
        the same one each time, so that the keyboard stays in it.
        """
        concern = self.concern()
        if concern is None:
            return None
        card = self._card = self._card or self._make_card()
        card.show_concern(concern)
        return card

    def _make_card(self) -> ConcernCard:
        card = ConcernCard(self._past.theme)
        card.answered.connect(self._note)
        card.seen_wanted.connect(lambda: self._note(SEEN, "yes"))
        card.page_wanted.connect(self.show)
        card.along_wanted.connect(self.take_along)
        return card

    def _note(self, question: str, answer: str) -> None:
        noted = Noted(uuid4().hex, self._past.clock.now(), question, answer)
        self._past.remembering.add(noted)

    # The page to take along

    def take_along(self) -> None:
        """Show what would be on it."""
        window = self._past.window
        page = self._along = self._along or self._make_along()
        if window.page is not page:
            self._before_along = window.page
        page.forget_choices()
        window.show_page(page)
        self._renew_along()
        page.take_keyboard()

    def _make_along(self) -> AlongPage:
        page = AlongPage(self._past.theme)
        page.changed.connect(self._renew_along)
        page.save_wanted.connect(self._ask_where)
        page.back_wanted.connect(self._leave_along)
        self._past.window.add_page(page, at=Destination.SAFETY, keys=ALONG_KEYS)
        return page

    def _leave_along(self) -> None:
        if self._before_along is not None:
            self._return_to(self._before_along)

    def _renew_along(self) -> None:
        if self._along is None or self._past.window.page is not self._along:
            return
        from desktop.taking_along import document_of

        content = self._content(self._along.wanted)
        self._along.show_document(document_of(content, ink_of(self._past.theme)))

    def _content(self, wanted: Wanted) -> Along:
        from desktop.safety_values import along_of

        today = self._today()
        since = today - timedelta(days=wanted.days - 1) if wanted.days else None
        written = None
        if wanted.written:
            days = wanted.written_days
            written = today - timedelta(days=days - 1) if days else _ALL
        return along_of(self._past.remembering.history, today, since, written)

    def _ask_where(self) -> None:
        content = self._content(self._along.wanted) if self._along is not None else None
        if content is None:
            return
        dialog = QFileDialog(self._past.window, translate("safety", "Save the page"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([translate("safety", "PDF (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(_folder(self._past.library.settings.along_folder))
        # No word of health in a name that anybody may see.
        dialog.selectFile(f"unbrace-{content.day.isoformat()}.pdf")
        dialog.fileSelected.connect(lambda path: self.save(content, path))
        dialog.show()

    def save(self, content: Along, path: str) -> None:
        """Save what was seen, and say how it went."""
        from desktop.taking_along import save_pdf

        reason = save_pdf(content, path)
        if not reason:
            self._remember(along_folder=str(Path(path).parent))
        if self._along is None:
            return
        if reason:
            text = translate("safety", "The page could not be saved as {path}: {reason}")
            self._along.say(text.format(path=path, reason=reason), trouble=True)
        else:
            self._along.say(translate("safety", "Saved as {path}").format(path=path))

    def _today(self) -> date:
        return self._past.remembering.history.day(self._past.clock.now())


def ink_of(theme: Theme) -> Ink:
    """The page to take along as it looks in the window."""
    colors, size = theme.colors, theme.sizes.body
    return Ink(
        family=theme.font(size).family(),
        size=size,
        on_paper=False,
        text=colors.ink,
        soft=colors.soft,
        line=colors.edge,
    )


def _folder(remembered: str) -> str:
    if remembered and Path(remembered).is_dir():
        return remembered
    kinds = QStandardPaths.StandardLocation
    place = QStandardPaths.writableLocation(kinds.DocumentsLocation)
    usual = QStandardPaths.writableLocation(kinds.HomeLocation)
    return place if place and Path(place).is_dir() else usual
