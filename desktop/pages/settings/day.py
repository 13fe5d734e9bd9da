"""The person's day: bedtime, when a day begins, and days away."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.language import translate
from desktop.look.choice_box import CheckBox
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.list_box import ListBox
from desktop.look.list_item import ListItem
from desktop.look.regrow import keep_width
from desktop.look.theme import Theme
from desktop.look.time_box import DateBox, TimeBox
from desktop.pages.settings.section import Section, Setting
from routines.reminders.times import read_clock

_LIKELY_BEDTIME = time(22, 30)
_USUAL_START = time(4)


class DaySection(Section):
    """``changed`` brings the key of a setting and its value as it is kept."""

    changed = Signal(str, object)

    def __init__(self, today: date, theme: Theme) -> None:
        super().__init__(translate("settings", "Your day"), theme)
        self._bedtime = _Bedtime(theme)
        self._bedtime.changed.connect(lambda text: self.changed.emit("bedtime", text))
        self._start = TimeBox(_USUAL_START, translate("settings", "A day begins at"), theme)
        self._start.chosen.connect(lambda at: self.changed.emit("day_start", f"{at:%H:%M}"))
        self._away = _Away(today, theme)
        self._away.changed.connect(lambda days: self.changed.emit("absences", days))
        start = Setting(
            translate("settings", "A day begins at"),
            theme,
            hint=translate("settings", "Until then the night still counts to the day before."),
        )
        start.put(_line(theme, self._start))
        for setting in (self._bedtime, start, self._away):
            self.add(setting)

    def show_values(
        self, bedtime: str, day_start: str, absences: tuple[tuple[str, str], ...]
    ) -> None:
        self._bedtime.show_time(bedtime)
        start = read_clock(day_start)
        self._start.show_time(start if isinstance(start, time) else _USUAL_START)
        self._away.show_days(absences)


class _Bedtime(Setting):
    """A time, or none."""

    changed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            translate("settings", "Bedtime"),
            theme,
            hint=translate("settings", "The wind-down reminder comes ahead of it."),
            words=translate("settings", "sleep evening"),
        )
        self._switch = CheckBox(
            translate("settings", "I go to bed at about"), theme, flush=True, role=""
        )
        keep_width(self._switch, theme.sizes, least=50)
        self._box = TimeBox(_LIKELY_BEDTIME, translate("settings", "Bedtime"), theme)
        self._none = plain_label(translate("settings", "not set"), "soft", wrap=False)
        self.put(_line(theme, self._switch, self._box, self._none))
        self._switch.toggled.connect(self._tell)
        self._box.chosen.connect(self._tell)
        self.show_time("")

    def show_time(self, text: str) -> None:
        at = read_clock(text)
        known = isinstance(at, time)
        if isinstance(at, time):
            self._box.show_time(at)
        blocked = self._switch.blockSignals(True)
        self._switch.setChecked(known)
        self._switch.blockSignals(blocked)
        self._show_state()

    def _tell(self) -> None:
        self._show_state()
        self.changed.emit(f"{self._box.at:%H:%M}" if self._switch.isChecked() else "")

    def _show_state(self) -> None:
        self._box.setVisible(self._switch.isChecked())
        self._none.setVisible(not self._switch.isChecked())


class _Away(Setting):
    """Planned absences: a list, and two dates to add one."""

    changed = Signal(tuple)

    def __init__(self, today: date, theme: Theme) -> None:
        super().__init__(
            translate("settings", "Days away"),
            theme,
            hint=translate("settings", "No reminder comes on these days."),
            words=translate("settings", "absence holiday vacation"),
        )
        self._days: tuple[tuple[str, str], ...] = ()
        self._list = ListBox(translate("settings", "None planned."), theme)
        self._list.remove_wanted.connect(self._remove)
        self._first = DateBox(today, translate("settings", "Away from"), theme)
        self._last = DateBox(today, translate("settings", "Away until, that day included"), theme)
        self._first.chosen.connect(self._follow)
        add = QPushButton(translate("settings", "Add"))
        add.setAccessibleName(translate("settings", "Add these days away"))
        add.clicked.connect(self._add)
        self._last.entered.connect(self._add)
        self.put(self._list)
        begins = _pair(theme, translate("settings", "from"), self._first)
        ends = _pair(theme, translate("settings", "to"), self._last)
        self.put(_line(theme, begins, ends, add))

    def show_days(self, days: tuple[tuple[str, str], ...]) -> None:
        self._days = days
        self._list.show_items(tuple(ListItem(" ".join(each), _days_label(*each)) for each in days))

    def _follow(self, first: date) -> None:
        """An end before the beginning was not meant."""
        if self._last.day < first:
            self._last.show_day(first)

    def _add(self) -> None:
        first, last = self._first.day, self._last.day
        if last < first:
            self.refuse(translate("settings", "The last day lies before the first."))
            return
        self.refuse("")
        new = (first.isoformat(), last.isoformat())
        if new not in self._days:
            self._tell(tuple(sorted({*self._days, new})))

    def _remove(self, key: str) -> None:
        self._first.setFocus()  # the button goes
        self._tell(tuple(each for each in self._days if " ".join(each) != key))

    def _tell(self, days: tuple[tuple[str, str], ...]) -> None:
        self.show_days(days)
        self.changed.emit(days)


def _days_label(first: str, last: str) -> str:
    """Days away in words; what is no date is shown as it is."""
    days = [QDate.fromString(each, "yyyy-MM-dd") for each in (first, last)]
    if not all(day.isValid() for day in days):
        return f"{first} – {last}"
    texts = [QLocale().toString(day, "ddd d MMM yyyy") for day in days]
    if first == last:
        return texts[0]
    count = days[0].daysTo(days[1]) + 1
    return f"{texts[0]} – {texts[1]} ({translate('settings', '%n day(s)', count)})"


def _pair(theme: Theme, word: str, box: DateBox) -> QWidget:
    """A field with the word before it, which stay together."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.sizes.gap(2))
    row.addWidget(plain_label(word, "soft", wrap=False))
    row.addWidget(box)
    return pair


def _line(theme: Theme, *widgets: QWidget) -> QWidget:
    line = QWidget()
    flow = FlowLayout(theme.sizes.gap(2), line)
    for widget in widgets:
        flow.addWidget(widget)
    return line
