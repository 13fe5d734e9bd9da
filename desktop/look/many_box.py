"""A small editor for several values of one kind beside each other: one more, one less."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.theme import Theme

MOST = 8
"""More is no editor any more but a timetable, and that is what files are for."""


class OneBox(QWidget):
    """One value with a cross to remove it. Its fields go before the cross."""

    changed = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cross = QPushButton("×")
        self.cross.setProperty("role", "small")
        self.cross.clicked.connect(self.remove_wanted)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.sizes.gap(1))
        self.row.addWidget(self.cross)

    @property
    def value(self) -> Any:
        """What its fields say."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Say another one, without telling anybody."""
        raise NotImplementedError

    @property
    def first(self) -> QWidget:
        """The field that gets the keyboard first."""
        raise NotImplementedError


class ManyBox(QWidget):
    """``changed`` brings every value, in order, whenever all of them make sense."""

    changed = Signal(tuple)

    def __init__(self, of: str, refusal: str, theme: Theme) -> None:
        """``of`` says to a screen reader whose values these are; ``refusal`` what is wrong with
        one that makes no sense.
        """
        super().__init__()
        self.of = of
        self.theme = theme
        self._ones: list[OneBox] = []
        self.none = plain_label("", "soft", wrap=False)
        self.add = QPushButton()
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self._add_one)
        self._trouble = plain_label(refusal, "trouble", wrap=False)
        self._flow = FlowLayout(theme.sizes.gap(2), self)
        for widget in (self.none, self.add, self._trouble):
            self._flow.addWidget(widget)
        self._show_state()

    @property
    def values(self) -> tuple[Any, ...]:
        return self.in_order(tuple(one.value for one in self._ones))

    def show_values(self, values: tuple[Any, ...]) -> None:
        """Show these; the fields stay where they are if they say so already."""
        values = self.in_order(values)
        if values == self.values:
            return
        for one in self._ones[len(values) :]:
            self._give_up(one)
        for one, value in zip(self._ones, values, strict=False):
            one.show_value(value)
        for value in values[len(self._ones) :]:
            self._append(value)
        self._show_state()

    # What each kind says for itself

    def in_order(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """As they are kept."""
        return values

    def make(self, value: Any) -> OneBox:
        raise NotImplementedError

    def another(self) -> Any:
        """A likely value to add."""
        raise NotImplementedError

    def makes_sense(self, _value: Any) -> bool:
        return True

    def label(self, count: int) -> str:
        """What the button that adds one says."""
        raise NotImplementedError

    def can_remove(self, _count: int) -> bool:
        return True

    # Inside

    def _append(self, value: Any) -> OneBox:
        one = self.make(value)
        one.changed.connect(self._tell)
        one.remove_wanted.connect(lambda: self._remove(one))
        self._ones.append(one)
        # Before the button that adds one.
        for widget in (self.add, self._trouble):
            self._flow.removeWidget(widget)
        self._flow.addWidget(one)
        for widget in (self.add, self._trouble):
            self._flow.addWidget(widget)
        return one

    def _add_one(self) -> None:
        one = self._append(self.another())
        one.show()
        one.first.setFocus(Qt.FocusReason.TabFocusReason)
        self._tell()

    def _remove(self, one: OneBox) -> None:
        self._give_up(one)
        self._tell()

    def _give_up(self, one: OneBox) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and one.isAncestorOf(focus):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)  # else it would go who knows where
        self._ones.remove(one)
        self._flow.removeWidget(one)
        one.hide()
        one.deleteLater()

    def _tell(self) -> None:
        self._show_state()
        if all(map(self.makes_sense, self.values)):
            self.changed.emit(self.values)

    def _show_state(self) -> None:
        count = len(self._ones)
        self.none.setVisible(not count)
        self._trouble.setVisible(not all(map(self.makes_sense, self.values)))
        self.add.setVisible(count < MOST)
        self.add.setText(self.label(count))
        self.add.setAccessibleName(f"{self.label(count)}: {self.of}")
        for one in self._ones:
            one.cross.setVisible(self.can_remove(count))
