"""The card of the year: every day, the chosen one in words, and what can be said of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.weeks.card import Card
from desktop.pages.weeks.heat_map import HeatMap, square_sample
from desktop.pages.weeks.legend import Entry, Legend
from desktop.pages.weeks.shown import OFF, Day, WeeksShown
from desktop.pages.weeks.tables import days_table
from desktop.words.weeks import day_text, day_words, off_name, practised_words


class YearCard(Card):
    """``off_wanted`` brings a day and why it asks for nothing; an empty reason takes that back."""

    off_wanted = Signal(date, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("year", translate("weeks", "The last year, day by day"), theme)
        self.map = HeatMap(theme)
        self.map.day_chosen.connect(self._show_chosen)
        self._legend = Legend(theme)
        self._day = plain_label(role="heading")
        self._held = plain_label()
        self._offs = {why: self._off_chip(why) for why in OFF}
        chips = FlowLayout(theme.sizes.gap(2))
        for chip in self._offs.values():
            chips.addWidget(chip)
        hint = plain_label(
            translate(
                "weeks", "A day marked so asks for nothing and leaves every strength as it is."
            ),
            "small",
        )
        for part in (self.map, self._legend, self._day, self._held):
            self.body.addWidget(part)
        self.body.insertSpacing(2, theme.sizes.gap(2))
        self.body.addLayout(chips)
        self.body.addWidget(hint)

    def parts(self) -> Sequence[QWidget]:
        return (self.map, self._legend)

    def show_values(self, values: WeeksShown) -> None:
        self.map.show_days(values.days)
        self._legend.show_entries(_entries())
        practised = [each for each in values.days if each.done]
        minutes = sum(each.square.minutes for each in practised)
        words = translate("weeks", "No practice kept yet.")
        if practised:
            words = practised_words(minutes, len(practised))
        self.say(words, days_table(values.days))
        self._show_chosen()

    def _show_chosen(self) -> None:
        if (day := self.map.chosen) is None:
            return
        self._day.setText(day_text(day.square.day))
        self._held.setText(day_words(day.square.minutes, day.done, day.off))
        for why, chip in self._offs.items():
            chip.setChecked(day.off == why)
            name = translate("weeks", "{off}: {day}")
            chip.setAccessibleName(name.format(off=off_name(why), day=day_text(day.square.day)))

    def _off_chip(self, why: str) -> QPushButton:
        chip = QPushButton(off_name(why))
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda on: self._want_off(why if on else ""))
        return chip

    def _want_off(self, why: str) -> None:
        day: Day | None = self.map.chosen
        if day is not None:
            self.off_wanted.emit(day.square.day, why)


def _entries() -> tuple[Entry, ...]:
    return (
        Entry(translate("weeks", "none"), square_sample(0), 1.0),
        Entry(translate("weeks", "up to 5 min"), square_sample(1), 1.0),
        Entry(translate("weeks", "to 10"), square_sample(2), 1.0),
        Entry(translate("weeks", "to 20"), square_sample(3), 1.0),
        Entry(translate("weeks", "more"), square_sample(4), 1.0),
        Entry(translate("weeks", "sick or holiday"), square_sample(0, off=True), 1.0),
    )
