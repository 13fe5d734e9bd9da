"""On which days and in which hours a reminder may come: one line, and an editor below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.ranges_box import RangesBox
from desktop.look.theme import Theme
from desktop.words.hours import day_label, hours_kept, short_day, when_label
from routines.reminders.model import Hours, Weekday


class HoursBox(QWidget):
    """Folded away until it is wanted. What is changed comes as it would be typed in a file."""

    days_changed = Signal(tuple)
    hours_changed = Signal(tuple)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._name = name
        self._days: tuple[Weekday, ...] = ()
        gap = theme.sizes.gap
        self._fold = QPushButton()
        self._fold.setProperty("role", "link")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._show_state)
        self._inner = QWidget()
        self._chips = {day: self._chip(day) for day in Weekday}
        days = QWidget()
        flow = FlowLayout(gap(1.5), days)
        for chip in self._chips.values():
            flow.addWidget(chip)
        self._refusal = plain_label(
            translate("reminders", "One day at least. To have none, switch the reminder off."),
            "trouble",
        )
        self._refusal.hide()
        self._ranges = RangesBox(name, theme)
        self._ranges.changed.connect(self._tell_hours)
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, gap(1), 0, 0)
        inner.setSpacing(gap(2))
        for widget in (days, self._refusal, self._ranges):
            inner.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        FlowLayout(0, head).addWidget(self._fold)
        column.addWidget(head)
        column.addWidget(self._inner)
        self._show_state()

    def show_hours(self, days: tuple[Weekday, ...], hours: tuple[Hours, ...]) -> None:
        self._days = days
        for day, chip in self._chips.items():
            chip.setChecked(day in days)
        self._ranges.show_values(hours)
        self._refusal.hide()
        self._show_state()

    def _chip(self, day: Weekday) -> QPushButton:
        chip = QPushButton(short_day(day))
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setAccessibleName(f"{self._name}: {day_label(day)}")
        chip.clicked.connect(lambda on: self._switch(day, on=on))
        return chip

    def _switch(self, day: Weekday, *, on: bool) -> None:
        days = tuple(each for each in Weekday if (on if each is day else each in self._days))
        self._refusal.setVisible(not days)
        if not days:
            self._chips[day].setChecked(True)
            return
        self._days = days
        self._show_state()
        self.days_changed.emit(tuple(each.value for each in days))

    def _tell_hours(self, hours: tuple[Hours, ...]) -> None:
        self._show_state()
        self.hours_changed.emit(tuple(map(hours_kept, hours)))

    def _show_state(self) -> None:
        is_open = self._fold.isChecked()
        self._inner.setVisible(is_open)
        text = when_label(self._days, self._ranges.values)
        self._fold.setText(f"{text[:1].upper()}{text[1:]} {'▴' if is_open else '▾'}")
        said = translate("reminders", "Days and hours of {name}: {when}")
        self._fold.setAccessibleName(said.format(name=self._name, when=text))
