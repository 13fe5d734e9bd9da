"""The quiet card: what was rated for weeks, a question at a time, and whom to show it to.

It lies on a page among others, and waits there. Nothing of it ever comes up by itself.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.past.watch import Advice, Concern
from desktop.words.concern import advice_text, answer_text, question_text, rated_text

_ANSWERS = ("yes", "no", "later")


class ConcernCard(QFrame):
    """Hidden while there is no concern. ``answered`` brings a question's id and ``yes``, ``no`` or
    ``later``.
    """

    answered = Signal(str, str)
    page_wanted = Signal()
    along_wanted = Signal()
    seen_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        self._question = ""
        self._rated = plain_label(role="next")
        self._advice = plain_label()
        self._asked = plain_label(role="heading")
        self._answers = {each: self._answer_button(each) for each in _ANSWERS}
        self._page = self._button(translate("concern", "When to see someone"))
        self._page.clicked.connect(self.page_wanted)
        self._along = self._button(translate("concern", "A page to take along"))
        self._along.clicked.connect(self.along_wanted)
        self._seen = self._button(question_text("seen"))
        self._seen.clicked.connect(self.seen_wanted)
        self._build()
        self.hide()

    def show_concern(self, concern: Concern | None) -> None:
        """Show it, or nothing. The keyboard stays with the answers while there is a question; after
        the last one Qt gives it to the button below.
        """
        self._question = concern.questions[0] if concern and concern.questions else ""
        if concern is not None:
            rated = " ".join(map(rated_text, concern.persisting))
            self._rated.setText(rated)
            self._rated.setVisible(bool(rated))
            self._advice.setText(advice_text(concern.advice))
            urgent = concern.advice in (Advice.SHOW_SOON, Advice.HELP)
            self._wear(self._page, "main" if urgent else "")
        self._show_question()
        if self.parentWidget() is not None:  # it would be a window for a moment
            self.setVisible(concern is not None)

    def _show_question(self) -> None:
        text = question_text(self._question) if self._question else ""
        self._asked.setText(text)
        self._asking.setVisible(bool(text))
        for answer, button in self._answers.items():
            button.setAccessibleName(f"{text} {answer_text(answer)}")

    # Building

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(5))
        column.setSpacing(gap(3))
        column.addWidget(self._rated)
        column.addWidget(self._advice)
        column.addWidget(self._questions())
        buttons = FlowLayout(gap(2))
        for button in (self._page, self._along, self._seen):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def _questions(self) -> QWidget:
        self._asking = QFrame()
        self._asking.setProperty("role", "bar")
        gap = self._theme.sizes.gap
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(gap(4), gap(3), gap(4), gap(3))
        column.setSpacing(gap(2))
        column.addWidget(self._asked)
        buttons = FlowLayout(gap(2))
        for button in self._answers.values():
            buttons.addWidget(button)
        column.addLayout(buttons)
        return self._asking

    def _answer_button(self, answer: str) -> QPushButton:
        button = self._button(answer_text(answer))
        button.clicked.connect(lambda: self.answered.emit(self._question, answer))
        return button

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("room", "low")
        return button

    def _wear(self, button: QPushButton, role: str) -> None:
        if button.property("role") != role:
            button.setProperty("role", role)
            button.style().unpolish(button)
            button.style().polish(button)
