"""One reminder with its switch, its rhythm and its style."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from desktop.language import translate
from desktop.look.choice_box import CheckBox, ChoiceBox
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.reminders.rows import (
    EVERY_CHOICES,
    ReminderRow,
    every_label,
    style_label,
    times_of,
)
from routines.reminders.model import Style


class ReminderCard(QFrame):
    """Says what is wished as facts: the id, and the one thing that has changed."""

    on_changed = Signal(str, bool)
    every_changed = Signal(str, str)
    at_changed = Signal(str, tuple)
    style_changed = Signal(str, str)
    try_wanted = Signal(str)

    def __init__(self, row: ReminderRow, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._row = row
        self._theme = theme
        self._trouble = plain_label(role="trouble")
        gap = theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        column.setSpacing(gap(2))
        column.addLayout(self._top())
        if row.about:
            column.addWidget(plain_label(row.about, "soft"))
        if row.problem:
            self._trouble.setText(row.problem)
        else:
            column.addLayout(self._controls())
        self._trouble.setVisible(bool(row.problem))
        column.addWidget(self._trouble)

    def _top(self) -> QHBoxLayout:
        switch = CheckBox(self._row.name.replace("&", "&&"), self._theme)
        switch.setAccessibleName(self._row.name)
        switch.setChecked(self._row.on)
        switch.setEnabled(not self._row.problem)
        switch.toggled.connect(lambda on: self.on_changed.emit(self._row.id, on))
        row = QHBoxLayout()
        row.addWidget(switch, 1)
        if not self._row.problem:
            attempt = QPushButton(translate("reminders", "Try it now"))
            attempt.clicked.connect(lambda: self.try_wanted.emit(self._row.id))
            row.addWidget(attempt, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _controls(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.sizes.gap(3))
        if self._row.every:
            row.addWidget(self._every())
        elif self._row.at is not None:
            row.addWidget(self._times(self._row.at), 1)
        else:
            row.addWidget(plain_label(self._row.rhythm, wrap=False))
        row.addWidget(self._styles())
        row.addStretch(1)
        return row

    def _every(self) -> ChoiceBox:
        box = ChoiceBox(self._theme)
        box.setAccessibleName(translate("reminders", "How often"))
        choices = list(EVERY_CHOICES)
        if self._row.every not in choices:
            choices.insert(0, self._row.every)
        for choice in choices:
            box.addItem(every_label(choice), choice)
        box.setCurrentIndex(choices.index(self._row.every))
        box.activated.connect(lambda: self.every_changed.emit(self._row.id, box.currentData()))
        return box

    def _times(self, at: str) -> QLineEdit:
        edit = QLineEdit(at)
        edit.setAccessibleName(translate("reminders", "At these times"))
        edit.editingFinished.connect(lambda: self._take_times(edit.text()))
        return edit

    def _take_times(self, text: str) -> None:
        times = times_of(text)
        self._trouble.setVisible(isinstance(times, str))
        if isinstance(times, str):
            self._trouble.setText(times)
        else:
            self.at_changed.emit(self._row.id, times)

    def _styles(self) -> ChoiceBox:
        box = ChoiceBox(self._theme)
        box.setAccessibleName(translate("reminders", "How it shows itself"))
        for style in Style:
            box.addItem(style_label(style), style.value)
        box.setCurrentIndex(list(Style).index(self._row.style))
        box.activated.connect(lambda: self.style_changed.emit(self._row.id, box.currentData()))
        return box
