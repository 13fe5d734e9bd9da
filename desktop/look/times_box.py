"""A small editor for times of day: one more, one less, at least one."""

from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from desktop.language import translate
from desktop.look.many_box import ManyBox, OneBox
from desktop.look.theme import Theme
from desktop.look.time_box import TimeBox

_LATER = timedelta(hours=2)


class TimesBox(ManyBox):
    """Times of day, in order and each once."""

    def __init__(self, of: str, theme: Theme) -> None:
        super().__init__(of, "", theme)

    def in_order(self, values: tuple[time, ...]) -> tuple[time, ...]:
        return tuple(sorted(set(values)))

    def make(self, value: time) -> OneBox:
        number = len(self.values) + 1
        of = self.of if number == 1 else f"{self.of} ({number})"
        return _OneTime(value, of, self.theme)

    def another(self) -> time:
        last = max(self.values, default=time(8))
        return (datetime.combine(datetime.min, last) + _LATER).time()

    def label(self, _count: int) -> str:
        return translate("hours", "Add a time")

    def can_remove(self, count: int) -> bool:
        return count > 1


class _OneTime(OneBox):
    """A time and a cross."""

    def __init__(self, at: time, of: str, theme: Theme) -> None:
        super().__init__(theme)
        self._of = of
        self._box = TimeBox(at, translate("hours", "{of} at").format(of=of), theme)
        self._box.chosen.connect(self._settled)
        self.row.insertWidget(0, self._box)
        self._name()

    @property
    def value(self) -> time:
        return self._box.at

    def show_value(self, value: time) -> None:
        self._box.show_time(value)
        self._name()

    @property
    def first(self) -> QWidget:
        return self._box

    def _settled(self, _at: time) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        text = translate("hours", "Remove {time}: {of}")
        self.cross.setAccessibleName(text.format(time=f"{self.value:%H:%M}", of=self._of))
        self.cross.setToolTip(translate("hours", "Remove this time"))
