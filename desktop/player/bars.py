"""The two bars of the player: what one can see and do above the stage, and the buttons below it.

Where there is no room for words, buttons keep their icons; their names stay for screen readers.
"""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.colors import Colors
from desktop.look.icon import ButtonIcon, Icon, put_icon
from desktop.look.labels import plain_label
from desktop.look.regrow import keep_width
from desktop.look.theme import Theme
from desktop.sound.model import Talk

_TALKS = {
    Talk.EVERYTHING: QT_TRANSLATE_NOOP("player", "V voice on"),
    Talk.NAMES: QT_TRANSLATE_NOOP("player", "V names only"),
    Talk.NOTHING: QT_TRANSLATE_NOOP("player", "V voice off"),
    None: QT_TRANSLATE_NOOP("player", "V for a voice"),
}

_NAME = 40  # quarters of a gap: less of a long name says little
_MAIN = 28  # quarters of a gap: how wide the main button is at least, so that its words may change


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Button(QPushButton):
    """A button with an icon whose words can go."""

    def __init__(self, text: str, icon: Icon, theme: Theme, role: str = "") -> None:
        super().__init__(text)
        if role:
            self.setProperty("role", role)
        # A click leaves the keyboard where it is, so that Space still pauses and letters type.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words = text
        self._low = False
        ink = {"main": "on_sage", "quiet": "soft"}.get(role, "sage")
        self.sign: ButtonIcon = put_icon(self, icon, theme, off=ink, on=ink)
        self.say(text, text)

    def say(self, words: str, name: str) -> None:
        """What stands on it where there is room, and what it is called."""
        self.words = words
        self.setAccessibleName(name)
        if self.text():
            self.setText(words)
        else:
            self.setToolTip(name)

    def show_words(self, *, wanted: bool) -> None:
        if bool(self.text()) != wanted:
            self.setText(self.words if wanted else "")
            self.setToolTip("" if wanted else self.accessibleName())
            self._fit()
            self.sign.renew()

    def lie_low(self, *, low: bool) -> None:
        """Whether there is little height."""
        self._low = low
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys lead through the routine, not from button to button."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room = ("low" if self._low else "") if self.text() else "least"
        if self.property("room") != room:
            self.setProperty("room", room)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()


class _Bar(QWidget):
    """Buttons in a row, with as many words as there is room for."""

    used = Signal()
    """Something was pressed without having the keyboard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.sizes.gap(4))
        self._buttons: list[_Button] = []
        self._theme = theme
        theme.changed.connect(self._fit)

    def wear(self, colors: Colors | None) -> None:
        """Give icons these colours; None gives them those of the theme."""
        for button in self._buttons:
            button.sign.wear(colors)

    def lie(self, gap: int, *, low: bool) -> None:
        """Lie ``gap`` pixels apart; flatter where there is little height."""
        self.row.setSpacing(gap)
        for button in self._buttons:
            button.lie_low(low=low)
        self._fit()

    def _add(self, button: _Button, wanted: SignalInstance) -> _Button:
        self._buttons.append(button)
        button.clicked.connect(wanted)
        button.clicked.connect(lambda: self._pressed(button))
        return button

    def _pressed(self, button: _Button) -> None:
        if not button.hasFocus():
            self.used.emit()

    def _levels(self) -> tuple[tuple[QWidget, ...], ...]:
        """What loses its words first, what next; what is no button goes whole."""
        raise NotImplementedError

    def _kept(self) -> int:
        """Pixels that buttons leave to something else."""
        return 0

    def _fit(self) -> None:
        levels = self._levels()
        for level in levels:
            _show(level, wanted=True)
        for level in levels:
            if self.row.totalSizeHint().width() + self._kept() <= self.width():
                break
            _show(level, wanted=False)

    # Qt's own names

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _show(widgets: tuple[QWidget, ...], *, wanted: bool) -> None:
    for each in widgets:
        if isinstance(each, _Button):
            each.show_words(wanted=wanted)
        else:
            each.setVisible(wanted)


class TopBar(_Bar):
    """The routine's name, the time left, and the way to full screen and to the keys."""

    full_screen_wanted = Signal()
    keys_wanted = Signal()
    mute_wanted = Signal()
    talk_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._routine = ""
        self._talks = True
        self._heard: tuple[bool, Talk | None, bool] | None = None
        self._name = plain_label(role="soft", wrap=False)
        self._left = plain_label(role="soft", wrap=False)
        self._left.hide()
        self._full = _Button(
            translate("player", "F full screen"), Icon.FULL_SCREEN, theme, role="quiet"
        )
        self._keys = _Button(translate("player", "? keys"), Icon.KEYS, theme, role="quiet")
        self._keys.say(translate("player", "? keys"), translate("player", "Show the keys"))
        self._sound = _Button(_sound_text(mute=False), Icon.SOUND_ON, theme, role="quiet")
        self._talk = _Button(_talk_text(Talk.EVERYTHING), Icon.VOICE, theme, role="quiet")
        self._add(self._sound, self.mute_wanted)
        self._add(self._talk, self.talk_wanted)
        self._add(self._full, self.full_screen_wanted)
        self._add(self._keys, self.keys_wanted)
        self.row.addWidget(self._name)
        self.row.addStretch(1)
        for widget in (self._left, self._sound, self._talk, self._full, self._keys):
            self.row.addWidget(widget)

    def show_name(self, name: str) -> None:
        self._routine = name
        self._fit()

    def show_left(self, text: str) -> None:
        if self._left.text() != text:
            wider = len(self._left.text()) != len(text)
            self._left.setText(text)
            self._left.setVisible(bool(text))
            if wider:
                self._fit()

    def show_hearing(self, *, mute: bool, talk: Talk | None, has_voice: bool) -> None:
        """What is heard: the two buttons are the sign of it too. Without ``talk`` a voice is
        offered to somebody who does not know of it yet; where no voice keeps up, none is.
        """
        if (mute, talk, has_voice) == self._heard:
            return
        self._heard = (mute, talk, has_voice)
        sound, voice = _sound_text(mute=mute), _talk_text(talk)
        self._sound.say(sound, sound)
        self._sound.sign.show_icon(Icon.SOUND_OFF if mute else Icon.SOUND_ON)
        self._talk.say(voice, voice)
        self._talks = has_voice and not mute
        self._fit()

    def _levels(self) -> tuple[tuple[QWidget, ...], ...]:
        return ((self._full, self._keys), (self._sound, self._talk))

    def _kept(self) -> int:
        whole = self._name.fontMetrics().horizontalAdvance(self._routine)
        return min(whole, self._theme.sizes.gap(_NAME)) + self.row.spacing()

    def _fit(self) -> None:
        """The name is the last to get room: a long one is cut, and no piece of one is shown.

        Where there is hardly any room, buttons go too: their keys are left.
        """
        self._name.hide()
        self._full.show()
        self._talk.setVisible(self._talks)
        super()._fit()
        for spare in (self._full, self._talk):
            if self.row.totalSizeHint().width() > self.width():
                spare.hide()
        room = self.width() - self.row.totalSizeHint().width() - self.row.spacing()
        end = Qt.TextElideMode.ElideRight
        self._name.setText(self._name.fontMetrics().elidedText(self._routine, end, room))
        self._name.setAccessibleName(self._routine)
        self._name.setVisible(room + self.row.spacing() >= self._kept())


def _sound_text(*, mute: bool) -> str:
    return translate("player", "M sound off") if mute else translate("player", "M sound on")


def _talk_text(talk: Talk | None) -> str:
    return translate("player", _TALKS[talk])


class ButtonBar(_Bar):
    """End, back, the main button and skip."""

    end_wanted = Signal()
    back_wanted = Signal()
    main_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._end = _Button(translate("player", "End here"), Icon.CLOSE, theme, role="quiet")
        self._back = _Button(translate("player", "Back"), Icon.BACK, theme)
        self._main = _Button(translate("player", "Pause"), Icon.PAUSE, theme, role="main")
        self._skip = _Button(translate("player", "Skip"), Icon.SKIP, theme)
        self._add(self._end, self.end_wanted)
        self._add(self._back, self.back_wanted)
        self._add(self._main, self.main_wanted)
        self._add(self._skip, self.skip_wanted)
        self.row.addWidget(self._end, 1, Qt.AlignmentFlag.AlignLeft)
        for button in (self._back, self._main, self._skip):
            self.row.addWidget(button)
        self.row.addStretch(1)
        keep_width(self._main, theme.sizes, least=_MAIN)

    def show_main(self, text: str, icon: Icon) -> None:
        """What the main button does now."""
        if text != self._main.words:
            self._main.say(text, text)
            self._main.sign.show_icon(icon)

    def _fit(self) -> None:
        keep_width(self._main, self._theme.sizes, least=_MAIN)
        super()._fit()
        if not self._skip.text():
            keep_width(self._main, self._theme.sizes, least=0)
            self._main.show_words(wanted=True)
            if self.row.totalSizeHint().width() > self.width():
                self._main.show_words(wanted=False)

    def _levels(self) -> tuple[tuple[QWidget, ...], ...]:
        return ((self._end,), (self._back, self._skip), (self._main,))
