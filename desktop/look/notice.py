"""A word to the person, in the page: nothing that must be answered."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from desktop.language import translate
from desktop.look.labels import plain_label, plain_tip
from desktop.look.scroll import has_little_height
from desktop.look.theme import Theme

PASSING = 10_000
"""Milliseconds for which a passing word is there: long enough to read a path."""


class Notice(QFrame):
    """A quiet bar that stays until it is closed, or, with a passing word, for a while. Its words
    can be selected: there may be a path among them. In a low window they are one line, cut where
    they are longer; whole in the tip, for screen readers, and for whoever goes there or clicks it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        gap = theme.sizes.gap
        self.setProperty("role", "bar")
        self._theme = theme
        self._said = ""
        self._is_opened = False
        self._text = plain_label()
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.installEventFilter(self)
        close = self._close = QPushButton(translate("notice", "Close"))
        # A click leaves the keyboard with the page.
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(lambda: self.say(""))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(gap(4), gap(2), gap(2), gap(2))
        row.setSpacing(gap(3))
        row.addWidget(self._text, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setInterval(PASSING)
        self._timer.timeout.connect(self._pass)
        theme.changed.connect(self.fit)
        self.hide()

    def say(self, text: str, *, passing: bool = False) -> None:
        """Show ``text``; an empty one puts the bar away."""
        self._timer.stop()
        self._said, self._is_opened = text, False
        self.fit()
        self.setVisible(bool(text))
        if text and passing:
            self._timer.start()

    def take_back(self, text: str) -> None:
        """Put the bar away if it says just this."""
        if self._said == text:
            self.say("")

    def fit(self) -> None:
        """Take no more than a line where the window has little height."""
        is_low = has_little_height(self.window(), self._theme)
        is_line = is_low and not self._is_opened and not self._text.hasFocus()
        self._lie(low=is_low)
        metrics = self._text.fontMetrics()
        end = Qt.TextElideMode.ElideRight
        text = metrics.elidedText(self._said, end, self._room()) if is_line else self._said
        policy = QSizePolicy.Policy
        across = policy.Ignored if is_line else policy.Preferred  # else it would keep the width
        self._text.setSizePolicy(across, policy.Preferred)
        self._text.setWordWrap(not is_line)
        if self._text.text() != text:
            self._text.setText(text)
        self._text.setToolTip(plain_tip(self._said) if text != self._said else "")
        self._text.setAccessibleName(self._said)

    def _lie(self, *, low: bool) -> None:
        """Lie flatter, or as usual again."""
        room = "low" if low else ""
        if (self._close.property("room") or "") != room:
            self._close.setProperty("room", room)
            self._close.style().unpolish(self._close)
            self._close.style().polish(self._close)
            gap = self._theme.sizes.gap
            self._row.setContentsMargins(gap(4), gap(1 if low else 2), gap(2), gap(1 if low else 2))

    def _room(self) -> int:
        """Pixels for the words beside the button."""
        margins = self._row.contentsMargins()
        left = self.contentsRect().width() - margins.left() - margins.right()
        return max(0, left - self._row.spacing() - self._close.sizeHint().width())

    def _pass(self) -> None:
        """Go, unless somebody is about to take the words with them."""
        focus = QApplication.focusWidget()
        busy = focus is not None and self.isAncestorOf(focus)
        if not busy and not self._text.hasSelectedText() and not self.underMouse():
            self.say("")

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._text:
            if event.type() is QEvent.Type.MouseButtonPress:
                self._is_opened = True
                self.fit()
            elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                QTimer.singleShot(0, self, self.fit)  # once it has the keyboard, or has it no more
        return super().eventFilter(watched, event)
