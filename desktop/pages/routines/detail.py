"""One routine in detail: what it is, what to take care of, its timetable, and Start."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.choice_box import ChoiceBox
from desktop.look.icon import Icon, put_icon
from desktop.look.labels import DisplayLabel, plain_label, plain_tip
from desktop.look.progress_line import ProgressLine
from desktop.look.regrow import keep_width
from desktop.look.scroll import HeadedArea
from desktop.look.theme import Theme
from desktop.pages.routines.cards import place_and_needs
from desktop.pages.routines.problem_list import ProblemList
from desktop.pages.routines.timetable import TimetableView
from desktop.words.cautions import caution_text, general_caution
from desktop.words.fitting import fitting_text
from desktop.words.steps import whole_length_text
from desktop.words.times import length_text
from routines.catalogue import Entry
from routines.figures.shelf import BrokenFigure
from routines.fit import fit
from routines.model import Routine
from routines.timeline import timeline_of

MINUTES = (2, 3, 5, 8, 10, 15, 20, 30)
_STACKED_BELOW = 860
_START_ROW = 420
_LEAST_TABLE = 240
_HINTS = 240  # pixels that hints may take from a routine that plays
_WHOLE = 16_777_215  # Qt's own "as much as there is"


class DetailPage(QWidget):
    """Shows one entry of the catalogue; a broken one with its problems."""

    start_wanted = Signal(object, float)
    back_wanted = Signal()
    star_wanted = Signal(object)
    open_wanted = Signal(object)
    figure_wanted = Signal(object)
    look_again_wanted = Signal()
    address_wanted = Signal(str)
    save_wanted = Signal(object, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._entry: Entry | None = None
        self._title = DisplayLabel(theme)
        self._about = plain_label(role="lead")
        self._facts = plain_label(role="soft")
        self._fitted = plain_label(role="soft")
        self._minutes = ChoiceBox(theme)
        self._timetable = TimetableView(theme)
        self._problems = ProblemList(theme)
        self.saving = ProgressLine(theme, translate("routines", "Cancel saving"))
        self._care = QVBoxLayout()
        self._sources = QVBoxLayout()
        self._stacked = False
        self._build()

    @property
    def routine_id(self) -> str:
        return self._entry.id if self._entry else ""

    def show_entry(
        self, entry: Entry, *, favourite: bool, figures: tuple[BrokenFigure, ...] = ()
    ) -> None:
        """Show a routine; ``figures`` are those it names that cannot be shown."""
        self._entry = entry
        self._show_star(favourite)
        routine = entry.routine
        self._title.show_text(entry.name)
        self._both.setVisible(routine is not None)
        self._problems.setVisible(bool(entry.problems or figures))
        self._problems.show_problems(entry, figures)
        self._place_problems(plays=routine is not None)
        if routine is not None:
            self._show_routine(routine)

    def show_favourite(self, favourite: bool) -> None:
        self._show_star(favourite)

    def show_saving(self, text: str) -> None:
        """How far a saving is. There is one at a time: the line takes the button's place."""
        # Of this window, even while the dialog is the one that has it.
        had_keyboard = self.window().focusWidget() is self._save
        self.saving.show_under_way(text)
        self._save.hide()
        if had_keyboard:
            self.saving.take_keyboard()

    def show_saving_over(self, text: str) -> None:
        """How it ended; empty where the person ended it."""
        had_keyboard = self.saving.has_keyboard
        self._save.show()
        self.saving.show_over(text)
        if had_keyboard and not text:
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        broken = self._entry is not None and self._entry.routine is None
        target = self._problems.open_button if broken else self._start
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(6), gap(10), gap(6))
        self._whole = QWidget()
        self._rows = QVBoxLayout(self._whole)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(gap(3))
        self._rows.addWidget(self._problems)
        self._both = QWidget()
        self._rows.addWidget(self._both, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(gap(10))
        self._halves.addWidget(self._left_half(), 5)
        self._halves.addWidget(self._timetable, 6)
        headed = HeadedArea(self._head(), self._whole, self._theme, beside=0)
        column.addWidget(headed, 1)
        self._timetable.whole_height_changed.connect(self._give_timetable_room)
        self._problems.open_wanted.connect(lambda: self.open_wanted.emit(self.routine_id))
        self._problems.figure_wanted.connect(self.figure_wanted)
        self._problems.look_again_wanted.connect(self.look_again_wanted)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        # From the side, too; it counts only while this page is seen.
        escape.setContext(Qt.ShortcutContext.WindowShortcut)
        escape.activated.connect(self.back_wanted)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.gap(3))
        column.addLayout(self._top())
        column.addWidget(self._title)
        return head

    def _top(self) -> QHBoxLayout:
        back = QPushButton(translate("routines", "All routines"))
        back.setProperty("role", "quiet")
        back.clicked.connect(self.back_wanted)
        put_icon(back, Icon.ROUTINES, self._theme, off="soft")
        self._star = QPushButton(translate("routines", "Favourite"))
        self._star.setProperty("role", "quiet")
        self._star_icon = put_icon(self._star, Icon.STAR, self._theme, off="soft")
        self._star.clicked.connect(lambda: self.star_wanted.emit(self.routine_id))
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._star)
        return row

    def _left_half(self) -> QWidget:
        gap = self._theme.sizes.gap
        inner = QWidget()
        inner.setProperty("role", "bare")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, gap(3), 0)
        column.setSpacing(gap(3))
        column.addWidget(self._about)
        column.addWidget(self._facts)
        column.addSpacing(gap(2))
        column.addLayout(self._build_start_row())
        column.addWidget(self._fitted)
        self._save = QPushButton(translate("routines", "Save as audio …"))
        self._save.setProperty("role", "link")
        self._save.clicked.connect(self._save_clicked)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.saving)
        column.addSpacing(gap(3))
        column.addLayout(self._care)
        column.addSpacing(gap(3))
        column.addLayout(self._sources)
        column.addStretch(1)
        return inner

    def _build_start_row(self) -> QBoxLayout:
        gap = self._theme.sizes.gap
        self._start = QPushButton(translate("routines", "Start"))
        self._start.setProperty("role", "main")
        keep_width(self._start, self._theme.sizes, least=32)
        self._start.setAutoDefault(True)
        self._start.clicked.connect(self._start_clicked)
        self._minutes.setAccessibleName(translate("routines", "How much time you have"))
        self._minutes.currentIndexChanged.connect(self._show_fitted)
        row = self._start_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(gap(4))
        row.addWidget(self._start)
        row.addWidget(self._minutes)
        row.addStretch(1)
        return row

    # Showing

    def _place_problems(self, *, plays: bool) -> None:
        """Hints to a routine that plays are a short list; errors have the page's room."""
        hints = self._theme.sizes.scaled(_HINTS)
        self._problems.open_out(whole=not plays)
        self._problems.setMinimumHeight(hints if plays else 0)
        self._problems.setMaximumHeight(hints if plays else _WHOLE)
        self._rows.setStretchFactor(self._problems, 0 if plays else 1)

    def _show_routine(self, routine: Routine) -> None:
        self._about.setText(routine.about)
        self._about.setVisible(bool(routine.about))
        timeline = timeline_of(routine)
        facts = (whole_length_text(timeline), *place_and_needs(routine))
        self._facts.setText(" · ".join(facts))
        self._fill_minutes(length_text(timeline.seconds))
        self._show_fitted()
        cautions = (general_caution(), *(caution_text(each) for each in routine.cautions))
        heading = translate("routines", "Take care")
        _fill(self._care, heading, [plain_label(text, "soft") for text in cautions])
        heading = translate("routines", "Where this comes from") if routine.sources else ""
        _fill(self._sources, heading, [self._source(text) for text in routine.sources])

    def _source(self, text: str) -> QWidget:
        """An address is opened by the person's browser; anything else is just shown."""
        url = QUrl(text)
        if not text.startswith(("https://", "http://")) or not url.host():
            return plain_label(text, "small")
        button = QPushButton(url.host().removeprefix("www.").replace("&", "&&"))
        button.setProperty("role", "link")
        button.setToolTip(plain_tip(text))
        button.setAccessibleName(translate("routines", "Open {address}").format(address=text))
        button.clicked.connect(lambda: self.address_wanted.emit(text))
        return button

    def _fill_minutes(self, length: str) -> None:
        self._minutes.blockSignals(True)
        self._minutes.clear()
        text = translate("routines", "As written: {length}")
        self._minutes.addItem(text.format(length=length), 0.0)
        for minutes in MINUTES:
            text = translate("routines", "I have {minutes} min")
            self._minutes.addItem(text.format(minutes=minutes), float(minutes))
        self._minutes.blockSignals(False)

    def _show_fitted(self) -> None:
        routine = self._entry.routine if self._entry else None
        if routine is None:
            return
        minutes = float(self._minutes.currentData() or 0.0)
        words = ""
        if minutes:
            fitting = fit(routine, minutes * 60)
            routine, words = fitting.routine, fitting_text(fitting)
        self._fitted.setText(words)
        self._fitted.setVisible(bool(words))
        self._timetable.show_timeline(timeline_of(routine))

    def _show_star(self, favourite: bool) -> None:
        self._star.setText(
            translate("routines", "Favourite")
            if favourite
            else translate("routines", "Make it a favourite")
        )
        self._star_icon.show_icon(Icon.STAR_FULL if favourite else Icon.STAR)

    def _save_clicked(self) -> None:
        self.save_wanted.emit(self.routine_id, float(self._minutes.currentData() or 0.0))

    def _start_clicked(self) -> None:
        self.start_wanted.emit(self.routine_id, float(self._minutes.currentData() or 0.0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        sizes = self._theme.sizes
        narrow = self.width() < sizes.scaled(_STACKED_BELOW)
        self._halves.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        tight = self.width() < sizes.scaled(_START_ROW)
        self._start_row.setDirection(direction.TopToBottom if tight else direction.LeftToRight)
        self._stacked = narrow
        self._give_timetable_room()

    def _give_timetable_room(self) -> None:
        """Under the other half it is as high as it needs, and the whole page scrolls."""
        height = self._timetable.whole_height() if self._stacked else 0
        self._timetable.setMinimumHeight(max(height, self._theme.sizes.scaled(_LEAST_TABLE)))


def _fill(column: QVBoxLayout, heading: str, widgets: list[QWidget]) -> None:
    """Replace what stands in ``column``."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()  # at once; it is deleted only when nothing else is to do
            widget.deleteLater()
    if heading:
        column.addWidget(plain_label(heading, "heading"))
    for widget in widgets:
        column.addWidget(widget, 0, _align(widget))


def _align(widget: QWidget) -> Qt.AlignmentFlag:
    """Buttons are as wide as their words; texts take the whole width."""
    is_button = isinstance(widget, QPushButton)
    return Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0)
