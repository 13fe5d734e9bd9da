"""Deleting a day, a kind or everything: asked once more right there, never in a dialog."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.choice_box import ChoiceBox
from desktop.look.hand import bring_into_sight
from desktop.look.labels import plain_label
from desktop.look.progress_line import ProgressLine
from desktop.look.theme import Theme
from desktop.look.time_box import DateBox
from desktop.pages.settings.data_shown import EVERYTHING, Doomed
from desktop.pages.settings.section import Section, Setting
from desktop.pages.settings.sound_parts import Item, in_line


class DeleteSection(Section):
    """``asked`` wants to know what would go, ``wanted`` is the person's word that it shall."""

    asked = Signal(object)
    wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(self, today: date, kinds: Sequence[Item], theme: Theme) -> None:
        """``kinds`` are the words of the kinds that can be deleted, with their names."""
        super().__init__(translate("data", "Delete what is kept"), theme)
        self._day = _Day(today, theme)
        self._kind = _Kind(kinds, theme)
        self._all = _Everything(theme)
        for setting in self._deletings:
            setting.asked.connect(self.asked)
            setting.wanted.connect(self.wanted)
            self.add(setting)
        self._line = ProgressLine(theme, translate("data", "Stop deleting"), on_paper=False)
        self._line.cancel_wanted.connect(self.cancel_wanted)
        self.column.addWidget(self._line)

    @property
    def _deletings(self) -> "tuple[_Deleting, ...]":
        return (self._day, self._kind, self._all)

    def confirm(self, what: Doomed, text: str) -> None:
        """Say what would go with ``what``, and ask whether it shall."""
        for each in self._deletings:
            if each is self._of(what):
                each.confirm(what, text)
            else:
                each.put_away()

    def refuse(self, what: Doomed, sentence: str) -> None:
        """Why ``what`` is not deleted; an empty sentence takes it back."""
        self._of(what).refuse(sentence)

    def say(self, what: Doomed, sentence: str) -> None:
        """What has come of it."""
        self._of(what).say_hint(sentence)

    def put_away(self) -> None:
        """Ask nothing any more, and let go of what was said."""
        for each in self._deletings:
            each.put_away()
            each.refuse("")
            each.say_hint("")

    def show_under_way(self, text: str) -> None:
        """It takes a while."""
        self._line.show_under_way(text)

    def show_over(self) -> None:
        """Nothing is under way any more."""
        if self._line.has_keyboard:
            self._all.take_keyboard()
        self._line.show_over("")
        self.let_begin(on=True)

    def let_begin(self, *, on: bool) -> None:
        """Whether something may be deleted now."""
        for each in self._deletings:
            each.let_begin(on=on)

    def _of(self, what: Doomed) -> "_Deleting":
        if isinstance(what, date):
            return self._day
        return self._all if what == EVERYTHING else self._kind


class _Deleting(Setting):
    """Something to choose, a button, and below it the question, while there is one."""

    asked = Signal(object)
    wanted = Signal(object)

    def __init__(self, name: str, button: str, theme: Theme, words: str) -> None:
        super().__init__(name, theme, words=words)
        self._button = QPushButton(button)
        self._button.clicked.connect(self._ask)
        self._question = _Question(theme)
        self._question.wanted.connect(self._delete)
        self._question.left.connect(self._leave)

    def lay_out(self, theme: Theme, *widgets: QWidget) -> None:
        self.put(in_line(theme, *widgets, self._button))
        self.put(self._question)

    def doomed(self) -> Doomed:
        """What is chosen."""
        raise NotImplementedError

    def confirm(self, what: Doomed, text: str) -> None:
        self.refuse("")
        self.say_hint("")
        self._question.ask(what, text)

    def put_away(self) -> None:
        self._question.hide()

    def let_begin(self, *, on: bool) -> None:
        self._button.setEnabled(on)
        self._question.setEnabled(on)

    def take_keyboard(self) -> None:
        self._button.setEnabled(True)
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.asked.emit(self.doomed())

    def _leave(self) -> None:
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)  # before the question goes
        self.put_away()

    def _delete(self, what: object) -> None:
        self._leave()
        self.wanted.emit(what)


class _Day(_Deleting):
    def __init__(self, today: date, theme: Theme) -> None:
        super().__init__(
            translate("data", "A day"),
            translate("data", "Delete this day …"),
            theme,
            translate("data", "erase remove forget date"),
        )
        self._box = DateBox(today, translate("data", "Day to delete"), theme)
        self._box.chosen.connect(self.put_away)
        self.lay_out(theme, self._box)

    def doomed(self) -> Doomed:
        return self._box.day


class _Kind(_Deleting):
    def __init__(self, kinds: Sequence[Item], theme: Theme) -> None:
        super().__init__(
            translate("data", "A kind"),
            translate("data", "Delete this kind …"),
            theme,
            " ".join((translate("data", "erase remove forget"), *(name for _, name in kinds))),
        )
        self._box = ChoiceBox(theme)
        self._box.setAccessibleName(translate("data", "Kind to delete"))
        for word, name in kinds:
            self._box.addItem(name, word)
        self._box.activated.connect(self.put_away)
        self.lay_out(theme, self._box)

    def doomed(self) -> Doomed:
        return str(self._box.currentData())


class _Everything(_Deleting):
    def __init__(self, theme: Theme) -> None:
        super().__init__(
            translate("data", "Everything"),
            translate("data", "Delete everything …"),
            theme,
            translate("data", "erase remove forget all clear reset"),
        )
        self.lay_out(theme)

    def doomed(self) -> Doomed:
        return EVERYTHING


class _Question(QFrame):
    """What would go, and two buttons. The keyboard comes to the one that keeps it."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._what: Doomed = EVERYTHING
        self._text = plain_label()
        self._delete = QPushButton(translate("data", "Delete"))
        self._keep = QPushButton(translate("data", "Keep"))
        self._delete.clicked.connect(lambda: self.wanted.emit(self._what))
        self._keep.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        gap = theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(4), gap(3), gap(4), gap(3))
        column.setSpacing(gap(3))
        column.addWidget(self._text)
        column.addWidget(in_line(theme, self._keep, self._delete))
        self.hide()

    def ask(self, what: Doomed, text: str) -> None:
        self._what = what
        self._text.setText(text)
        for button in (self._keep, self._delete):
            button.setAccessibleDescription(text)  # read aloud with the button
        self.show()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once it has its place among the others.
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        bring_into_sight(self)
        bring_into_sight(self._keep)  # where there is no room for all of it
