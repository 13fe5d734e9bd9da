"""A small editor for ranges of hours: from, to, one more, one less."""

from datetime import time

from PySide6.QtWidgets import QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.many_box import ManyBox, OneBox
from desktop.look.theme import Theme
from desktop.look.time_box import TimeBox
from desktop.words.hours import another, crosses_midnight, hours_label, is_empty
from routines.reminders.model import Hours


class RangesBox(ManyBox):
    """Ranges of ``Hours``, in the order of the clock. None is all day."""

    def __init__(self, of: str, theme: Theme) -> None:
        refusal = translate("hours", "A range cannot end where it begins.")
        super().__init__(of, refusal, theme)
        self.none.setText(translate("hours", "all day"))

    def in_order(self, values: tuple[Hours, ...]) -> tuple[Hours, ...]:
        return tuple(sorted(values, key=lambda hours: (hours.begin, hours.end)))

    def make(self, value: Hours) -> OneBox:
        number = len(self.values) + 1
        of = self.of if number == 1 else f"{self.of} ({number})"
        return _RangeBox(value, of, self.theme)

    def another(self) -> Hours:
        return another(self.values)

    def makes_sense(self, value: Hours) -> bool:
        return not is_empty(value)

    def label(self, count: int) -> str:
        return translate("hours", "Add hours") if count else translate("hours", "Set hours")


class _RangeBox(OneBox):
    """One range: two times and a cross."""

    def __init__(self, hours: Hours, of: str, theme: Theme) -> None:
        super().__init__(theme)
        self._of = of
        begins, ends = translate("hours", "{of} from"), translate("hours", "{of} to")
        self._begin = TimeBox(hours.begin, begins.format(of=of), theme)
        self._end = TimeBox(hours.end, ends.format(of=of), theme)
        self._night = plain_label(translate("hours", "over midnight"), "soft", wrap=False)
        dash = plain_label("–", "soft", wrap=False)
        for number, widget in enumerate((self._begin, dash, self._end, self._night)):
            self.row.insertWidget(number, widget)
        for box in (self._begin, self._end):
            box.chosen.connect(self._settled)
        self._name()

    @property
    def value(self) -> Hours:
        return Hours(self._begin.at, self._end.at)

    def show_value(self, value: Hours) -> None:
        self._begin.show_time(value.begin)
        self._end.show_time(value.end)
        self._name()

    @property
    def first(self) -> QWidget:
        return self._begin

    def _settled(self, _at: time) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        self._night.setVisible(crosses_midnight(self.value))
        text = translate("hours", "Remove {hours}: {of}")
        self.cross.setAccessibleName(text.format(hours=hours_label(self.value), of=self._of))
        self.cross.setToolTip(translate("hours", "Remove these hours"))
