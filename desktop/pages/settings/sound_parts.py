"""What the settings of sound and voice are made of: sliders in percent, lists, rows of buttons."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.language import translate
from desktop.look.choice_box import ChoiceBox
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.regrow import keep_width
from desktop.look.slider import Slider
from desktop.look.theme import Theme
from desktop.pages.settings.section import Setting

Item = tuple[str, str]
"""The id of what can be chosen, and its name."""


class SliderSetting(Setting):
    """A share in percent, with its number beside it."""

    told = Signal(int)

    def __init__(
        self,
        name: str,
        theme: Theme,
        *,
        hint: str = "",
        words: str = "",
        between: tuple[int, int] = (0, 100),
    ) -> None:
        super().__init__(name, theme, hint=hint, words=words)
        self._slider = Slider(*between, 5)
        self._slider.setAccessibleName(translate("settings", "{name} in percent").format(name=name))
        keep_width(self._slider, theme.sizes, most=96)
        self._number = plain_label(role="soft", wrap=False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        keep_width(self._number, theme.sizes, least=12)
        self._slider.sliderMoved.connect(self._show_number)
        self._slider.valueChanged.connect(self._show_number)
        self._slider.valueChanged.connect(self.told)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.gap(2))
        row.addWidget(self._slider, 1)
        row.addWidget(self._number)
        row.addStretch(0)
        self.put(line)

    def show_percent(self, value: int) -> None:
        if self._slider.isSliderDown():
            return  # a hand is on it
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(value)
        self._slider.blockSignals(blocked)
        self._show_number(value)

    def _show_number(self, value: int) -> None:
        self._number.setText(translate("settings", "{number} %").format(number=value))


class ListSetting(Setting):
    """One of a list that is known only once somebody has looked."""

    told = Signal(str)

    def __init__(self, name: str, theme: Theme, *, hint: str = "", words: str = "") -> None:
        super().__init__(name, theme, hint=hint, words=words)
        self._box = ChoiceBox(theme)
        self._box.setAccessibleName(name)
        self._box.activated.connect(lambda: self.told.emit(self._box.currentData()))
        self.put(in_line(theme, self._box))

    def show_items(self, items: Sequence[Item], chosen: str) -> None:
        """Offer ``items``. What is chosen and not among them is offered as what is not here."""
        if chosen not in dict(items):
            gone = translate("settings", "{name}, not here now").format(name=chosen)
            items = (*items, (chosen, gone))
        shown = [
            (self._box.itemData(row), self._box.itemText(row)) for row in range(self._box.count())
        ]
        if shown != list(items):
            self._box.clear()
            for id_, name in items:
                self._box.addItem(name, id_)
        self._box.setCurrentIndex([id_ for id_, _ in items].index(chosen))


def in_line(theme: Theme, *widgets: QWidget) -> QWidget:
    """Beside each other while there is room."""
    line = QWidget()
    flow = FlowLayout(theme.sizes.gap(2), line)
    for widget in widgets:
        flow.addWidget(widget)
    return line


def set_enabled(widgets: Iterable[QWidget], *, on: bool) -> None:
    for widget in widgets:
        widget.setEnabled(on)
