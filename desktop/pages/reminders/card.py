"""One reminder with its switch, its rhythm, its hours and its style."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.choice_box import CheckBox, ChoiceBox
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.look.times_box import TimesBox
from desktop.pages.reminders.hours import HoursBox
from desktop.pages.reminders.rows import EVERY_CHOICES, ReminderRow, every_label, style_label
from routines.reminders.model import Style


class ReminderCard(QFrame):
    """Says what is wished: the id, the name of the wish, and its value as in a file."""

    wished = Signal(str, str, object)
    try_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, row: ReminderRow, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._row = row
        self._theme = theme
        self._switch = CheckBox(row.name, theme, flush=True)
        self._every = ChoiceBox(theme)
        self._times = TimesBox(row.name, theme)
        self._styles = ChoiceBox(theme)
        self._hours = HoursBox(row.name, theme)
        gap = theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        column.setSpacing(gap(2))
        column.addLayout(self._top())
        if row.about:
            column.addWidget(plain_label(row.about, "soft"))
        column.addWidget(self._rhythm())
        column.addWidget(self._hours)
        if row.problems:
            self._add_problems(column)
        self._connect()
        self.show_row(row)

    @property
    def row(self) -> ReminderRow:
        return self._row

    def show_row(self, row: ReminderRow) -> None:
        """Show another state of the same reminder; the keyboard stays where it is."""
        self._row = row
        for widget in (self._switch, self._every, self._styles):
            widget.blockSignals(True)
        self._switch.setChecked(row.on)
        self._show_every(row.every)
        self._styles.setCurrentIndex(list(Style).index(row.style))
        for widget in (self._switch, self._every, self._styles):
            widget.blockSignals(False)
        self._times.show_values(row.at)
        self._hours.show_hours(row.days, row.hours)

    def take_keyboard(self) -> None:
        self._switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _top(self) -> QHBoxLayout:
        attempt = QPushButton(translate("reminders", "Try it now"))
        attempt.setAccessibleName(
            translate("reminders", "Try it now: {name}").format(name=self._row.name)
        )
        attempt.clicked.connect(lambda: self.try_wanted.emit(self._row.id))
        row = QHBoxLayout()
        row.addWidget(self._switch, 1)
        row.addWidget(attempt, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return row

    def _add_problems(self, column: QVBoxLayout) -> None:
        """Its file has broken since it was read: what is known of it still comes."""
        told = translate("reminders", "Its file needs a look. The last good version comes.")
        top = QHBoxLayout()
        top.addWidget(plain_label(told, "soft"), 1)
        top.addWidget(_opener(self._row, self.open_wanted), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        for problem in self._row.problems:
            column.addWidget(plain_label(problem, "trouble"))

    def _rhythm(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(self._theme.sizes.gap(3), line)
        if self._row.every:
            flow.addWidget(self._every)
        elif self._row.at:
            flow.addWidget(self._times)
        else:
            flow.addWidget(plain_label(self._row.rhythm, wrap=False))
        flow.addWidget(self._styles)
        return line

    def _connect(self) -> None:
        name = self._row.name
        often = translate("reminders", "How often {name} comes")
        self._every.setAccessibleName(often.format(name=name))
        how = translate("reminders", "How {name} shows itself")
        self._styles.setAccessibleName(how.format(name=name))
        for style in Style:
            self._styles.addItem(style_label(style), style.value)
        self._switch.toggled.connect(lambda on: self._wish("on", on))
        self._every.activated.connect(lambda: self._wish("every", self._every.currentData()))
        self._styles.activated.connect(lambda: self._wish("style", self._styles.currentData()))
        self._times.changed.connect(
            lambda times: self._wish("at", tuple(f"{at:%H:%M}" for at in times))
        )
        self._hours.days_changed.connect(lambda days: self._wish("days", days))
        self._hours.hours_changed.connect(lambda hours: self._wish("between", hours))

    def _wish(self, name: str, value: object) -> None:
        self.wished.emit(self._row.id, name, value)

    def _show_every(self, every: str) -> None:
        if not every:
            return
        choices = list(EVERY_CHOICES)
        if every not in choices:
            choices.insert(0, every)
        if [self._every.itemData(row) for row in range(self._every.count())] != choices:
            self._every.clear()
            for choice in choices:
                self._every.addItem(every_label(choice), choice)
        self._every.setCurrentIndex(choices.index(every))


class BrokenCard(QFrame):
    """A reminder whose file cannot be used: no switch, but what is wrong and where."""

    open_wanted = Signal(str)

    def __init__(self, row: ReminderRow, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.row = row
        gap = theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        column.setSpacing(gap(2))
        self._open = _opener(row, self.open_wanted)
        top = QHBoxLayout()
        top.addWidget(plain_label(row.name, "lead"), 1)
        top.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(
            plain_label(translate("reminders", "Its file needs a look. It does not come."), "soft")
        )
        for problem in row.problems:
            column.addWidget(plain_label(problem, "trouble"))

    def take_keyboard(self) -> None:
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)


def _opener(row: ReminderRow, wanted: SignalInstance) -> QPushButton:
    """The button that opens the reminder's file."""
    button = QPushButton(translate("reminders", "Open the file"))
    button.setAccessibleName(
        translate("reminders", "Open the file of {name}").format(name=row.name)
    )
    button.clicked.connect(lambda: wanted.emit(row.id))
    return button
