"""Hours by weekday: seven switches, and ranges of hours for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import translate
from desktop.look.choice_box import CheckBox
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.ranges_box import RangesBox
from desktop.look.regrow import keep_width
from desktop.look.theme import Theme
from desktop.pages.settings.section import Section, Setting
from desktop.pages.settings.values import Week
from desktop.words.hours import WORKDAYS, day_label, hours_from, hours_kept
from routines.reminders.model import Hours, Weekday


class WeekSection(Section):
    """``changed`` brings the whole week as it is kept."""

    changed = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            translate("settings", "Hours of the reminders"),
            theme,
            translate(
                "settings", "For all reminders. Each may have narrower hours on its own page."
            ),
        )
        self._week: dict[str, tuple[str, ...]] = {}
        self._edited = Weekday.MON
        self._rows = {day: _DayRow(day, theme) for day in Weekday}
        for day, row in self._rows.items():
            self.add(row)
            row.changed.connect(lambda day=day: self._take(day))
            row.copy_wanted.connect(lambda day=day: self._copy(day))
        self.column.setSpacing(theme.sizes.gap(2))

    def show_week(self, week: Week) -> None:
        self._week = dict(week)
        for day, row in self._rows.items():
            row.show_hours(self._week.get(day.value))
        self._offer_copy()

    def _take(self, day: Weekday) -> None:
        self._edited = day
        self._put(day, self._rows[day].kept)
        self._tell()

    def _copy(self, day: Weekday) -> None:
        for each in WORKDAYS:
            self._put(each, self._rows[day].kept)
        self._rows[day].take_keyboard()  # the button goes
        self._tell()

    def _put(self, day: Weekday, hours: tuple[str, ...] | None) -> None:
        if hours is None:
            self._week.pop(day.value, None)
        else:
            self._week[day.value] = hours

    def _tell(self) -> None:
        week = tuple(
            (day.value, self._week[day.value]) for day in Weekday if day.value in self._week
        )
        self.show_week(week)
        self.changed.emit(week)

    def _offer_copy(self) -> None:
        """Only beside the day that was edited last, and only if the others differ from it."""
        different = len({self._week.get(day.value) for day in WORKDAYS}) > 1
        for day, row in self._rows.items():
            row.offer_copy(wanted=different and day is self._edited and day in WORKDAYS)


class _DayRow(Setting):
    """A weekday. Off is no reminder at all, on without hours is all day."""

    changed = Signal()
    copy_wanted = Signal()

    def __init__(self, day: Weekday, theme: Theme) -> None:
        name = day_label(day)
        super().__init__("", theme, words=name)
        self._shown: tuple[str, ...] | None = None
        self._switch = CheckBox(name, theme, flush=True, role="")
        keep_width(self._switch, theme.sizes, least=34)
        self._switch.setAccessibleName(translate("settings", "Reminders on {day}").format(day=name))
        self._switch.setChecked(True)
        self._switch.toggled.connect(self._switched)
        self._ranges = RangesBox(name, theme)
        self._ranges.changed.connect(self._ranged)
        self._none = plain_label(translate("settings", "no reminders"), "soft", wrap=False)
        self._none.hide()
        self._copy = QPushButton(translate("settings", "Copy to all weekdays"))
        self._copy.setProperty("role", "link")
        self._copy.setAccessibleName(
            translate("settings", "Copy the hours of {day} to all weekdays").format(day=name)
        )
        self._copy.clicked.connect(self.copy_wanted)
        line = QWidget()
        flow = FlowLayout(theme.sizes.gap(2), line)
        for widget in (self._switch, self._ranges, self._none, self._copy):
            flow.addWidget(widget)
        self._copy.hide()
        self.put(line)

    @property
    def kept(self) -> tuple[str, ...] | None:
        """The hours as they are kept."""
        return self._shown

    def show_hours(self, texts: tuple[str, ...] | None) -> None:
        self._shown = texts
        blocked = self._switch.blockSignals(True)
        self._switch.setChecked(texts != ())
        self._switch.blockSignals(blocked)
        self._show_state()
        if texts != ():
            # Hours of a day that is switched off wait, for it may have been a slip.
            self._ranges.show_values(hours_from(texts or ()))

    def offer_copy(self, *, wanted: bool) -> None:
        self._copy.setVisible(wanted)

    def take_keyboard(self) -> None:
        self._switch.setFocus()

    def _switched(self, on: bool) -> None:
        self._keep(self._ranges.values if on else None, off=not on)

    def _ranged(self, ranges: tuple[Hours, ...]) -> None:
        self._keep(ranges, off=False)

    def _keep(self, ranges: tuple[Hours, ...] | None, *, off: bool) -> None:
        texts = tuple(map(hours_kept, ranges or ()))
        self._shown = () if off else (texts or None)
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        on = self._switch.isChecked()
        self._ranges.setVisible(on)
        self._none.setVisible(not on)
