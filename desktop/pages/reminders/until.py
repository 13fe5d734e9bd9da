"""Until when to pause: a date and a time, for as long as somebody wants to choose them."""

from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.look.time_box import DateBox, TimeBox

_ANY = date(2000, 1, 1)


class UntilBox(QFrame):
    """``wanted`` brings a local date and time, whether it lies ahead or not; ``given_up`` says
    that none is wanted after all.
    """

    wanted = Signal(datetime)
    given_up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._day = DateBox(_ANY, translate("reminders", "Pause until this day"), theme)
        self._at = TimeBox(time(), translate("reminders", "Pause until this time"), theme)
        pause = QPushButton(translate("reminders", "Pause"))
        pause.setAccessibleName(translate("reminders", "Pause until then"))
        leave = QPushButton(translate("reminders", "Leave it"))
        self._trouble = plain_label(role="trouble")
        gap = theme.sizes.gap
        line = QWidget()
        flow = FlowLayout(gap(2), line)
        until = plain_label(translate("reminders", "Pause until"), wrap=False)
        for widget in (until, self._day, self._at, pause, leave):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(4), gap(2), gap(2), gap(2))
        column.addWidget(line)
        column.addWidget(self._trouble)
        pause.clicked.connect(self._tell)
        leave.clicked.connect(self.given_up)
        self._day.entered.connect(self._tell)
        self._at.entered.connect(self._tell)
        self.hide()

    def ask(self, likely: datetime) -> None:
        """Come, with a likely answer, and take the keyboard."""
        self._day.show_day(likely.date())
        self._at.show_time(likely.time())
        self.refuse("")
        self.show()
        self._day.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with it; nothing, if the sentence is empty."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def _tell(self) -> None:
        self.wanted.emit(datetime.combine(self._day.day, self._at.at))
