"""The player on the screen: stage and words, strip and buttons, and the keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.colors import Colors
from desktop.look.icon import Icon
from desktop.look.keys_sheet import KeysSheet
from desktop.look.sizes import Sizes
from desktop.look.style import style_sheet
from desktop.look.theme import Theme
from desktop.player.answering import Answering
from desktop.player.bars import ButtonBar, TopBar
from desktop.player.faces.face import Answer, OpenFace
from desktop.player.keys import KEY_LINES
from desktop.player.middle import Middle
from desktop.player.player import Player
from desktop.player.stage import StripView
from desktop.sound.model import Talk
from routines.model import Open
from routines.playback import State

_Action = Callable[[], object]

STEP_SECONDS = 10.0
_SHARE_STEPS = 400  # how finely the strip fills; finer than a pixel is work for nothing
_REPEATING = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
_LOW = 480  # pixels at 1x; lower than that, every gap counts
_STACKED_BELOW = 820  # pixels at 1x; narrower than that, words go under the stage


class PlayerView(QWidget):
    """Shows a player and passes on what the person does."""

    full_screen_wanted = Signal()
    mute_wanted = Signal()
    talk_wanted = Signal()

    def __init__(self, player: Player, theme: Theme) -> None:
        super().__init__()
        self._player = player
        self._theme = theme
        self.answering = Answering(player, theme, self)
        self._dressed: tuple[Colors, Sizes] | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("player", "Player"))
        self._build()
        player.moment_changed.connect(self._show_moment)
        player.segment_changed.connect(self._show_segment)
        player.state_changed.connect(self._show_state)
        theme.changed.connect(self._lie)

    def begin(self, answers: Mapping[int, Answer] | None, *, keeps: bool) -> None:
        """A routine has been loaded. ``answers`` are those from before where it goes on, None for
        those that are still here; ``keeps`` is whether they are kept for longer than it plays.
        """
        self.answering.begin(answers, keeps=keeps)
        self._keys.hide()
        routine = self._player.routine
        self._top.show_name(routine.name if routine else "")
        self._strip.set_strip(self._player.strip())
        self._show_segment()
        self._show_moment()

    def look_again(self) -> None:
        """What the scene is made of has changed: lay it out anew, with the playing as it is."""
        scene = self._player.scene()
        if scene is not None and self.isVisible():
            self._middle.arrange(scene)
            self._show_moment()

    # Building

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        self._strip = StripView(self._theme)
        self._strip.part_chosen.connect(self._player.go_to_part)
        self._top, self._buttons = TopBar(self._theme), ButtonBar(self._theme)
        self._keys = KeysSheet(KEY_LINES, self._theme, self)
        self._keys.closed.connect(self._take_keyboard)
        self._connect_bars()
        self._middle = Middle(self._theme)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(gap(2))
        column.addWidget(self._top)
        column.addWidget(self._strip)
        column.addWidget(self._middle, 1)
        column.addWidget(self._buttons)

    def _connect_bars(self) -> None:
        top, buttons = self._top, self._buttons
        top.keys_wanted.connect(self._keys.open)
        top.full_screen_wanted.connect(self.full_screen_wanted)
        top.mute_wanted.connect(self.mute_wanted)
        top.talk_wanted.connect(self.talk_wanted)
        buttons.end_wanted.connect(self._player.end)
        buttons.back_wanted.connect(self._player.previous)
        buttons.main_wanted.connect(self._main_clicked)
        buttons.skip_wanted.connect(self._player.next)
        for bar in (top, buttons):
            bar.used.connect(self._take_back_keyboard)

    def _take_back_keyboard(self) -> None:
        if self.isVisible() and self._keys.isHidden():
            self._take_keyboard()

    # Showing

    def show_hearing(self, *, mute: bool, talk: Talk | None, has_voice: bool) -> None:
        self._top.show_hearing(mute=mute, talk=talk, has_voice=has_voice)

    @property
    def _colors(self) -> Colors:
        return self._dressed[0] if self._dressed else self._theme.colors

    def _show_moment(self) -> None:
        scene = self._player.scene()
        if scene is None or not self.isVisible():
            return
        self._set_dim(scene.dim)
        self._middle.show_scene(scene, self._colors)
        self._player.set_calm(self._middle.stage.calm)
        share = round(scene.here_share * _SHARE_STEPS) / _SHARE_STEPS
        self._strip.show_place(scene.here, share, self._colors)
        self._top.show_left(scene.left)

    def _lie(self) -> None:
        """Lay everything out for the size of the page and of the text."""
        sizes, gap = self._theme.sizes, self._theme.sizes.gap
        narrow = sizes.stacked(self.width(), self.height(), _STACKED_BELOW)
        tight = self.width() < sizes.scaled(_STACKED_BELOW)
        low = self.height() < sizes.scaled(_LOW)
        apart = 14 if not tight else 2 if low and narrow else 5
        self._middle.lie(stacked=narrow, gap=gap(apart))
        side = gap(5 if tight else 12)
        self._column.setContentsMargins(side, gap(2 if low else 6), side, gap(2 if low else 8))
        for bar in (self._top, self._buttons):
            bar.lie(gap(2 if tight else 4), low=low)
        self._column.setSpacing(gap(1 if low else 2))
        self._column.activate()  # what is shown depends on the room that is left for it
        self._show_segment()
        self._show_moment()
        self._keys.place()

    def _set_dim(self, dim: bool) -> None:
        dressed = (self._theme.dim_colors, self._theme.sizes) if dim else None
        if dressed != self._dressed:
            self._dressed = dressed
            self.setStyleSheet(style_sheet(*dressed) if dressed else "")
            for bar in (self._top, self._buttons):
                bar.wear(dressed[0] if dressed else None)

    def _show_segment(self) -> None:
        scene = self._player.scene()
        if scene is None:
            return
        self.answering.take()
        if not self.answering.is_at(scene.step):
            self._show_face(self.answering.make_face(scene.step))
        self._middle.arrange(scene)
        self._show_state()

    def _show_face(self, face: OpenFace | None) -> None:
        self._middle.words.show_face(face)
        if self._keys.isHidden():
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.answering.face is not None:
            self.answering.face.begin()

    def _show_state(self) -> None:
        scene, state = self._player.scene(), self._player.state
        if scene is None:
            return
        if isinstance(scene.step, Open) and state is not State.PAUSED:
            self._buttons.show_main(translate("player", "Done"), Icon.CHECK)
        elif state in (State.PAUSED, State.READY):
            self._buttons.show_main(translate("player", "Go on"), Icon.PLAY)
        else:
            self._buttons.show_main(translate("player", "Pause"), Icon.PAUSE)

    def _main_clicked(self) -> None:
        scene = self._player.scene()
        waiting = scene is not None and isinstance(scene.step, Open)
        if waiting and self._player.state is State.PLAYING:
            self._player.done()
        else:
            self._player.toggle()

    def keep_seen(self) -> None:
        """Tell the player whether anybody can see it, and how fast their screen is."""
        window = self.window()
        seen = self.isVisible() and not window.isMinimized()
        rate = self.screen().refreshRate() or 60.0
        self._player.set_seen(seen, round(1000 / rate))
        if seen:
            self._show_moment()

    # Keys

    def _act_on(self, event: QKeyEvent) -> bool:
        """Do what the key is for; whether it was for anything."""
        key = event.key()
        if self._keys.isVisible():
            if key not in _MODIFIERS:
                self._keys.put_away()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return True
        if self.answering.face is not None and self.answering.face.take_key(event):
            return True
        actions: dict[int, _Action] = {
            Qt.Key.Key_Space: self._player.toggle,
            Qt.Key.Key_Right: self._player.next,
            Qt.Key.Key_Left: self._player.previous,
            Qt.Key.Key_Up: lambda: self._player.seek(STEP_SECONDS),
            Qt.Key.Key_Down: lambda: self._player.seek(-STEP_SECONDS),
            Qt.Key.Key_PageUp: lambda: self._middle.words.turn_page(-1),
            Qt.Key.Key_PageDown: lambda: self._middle.words.turn_page(1),
            Qt.Key.Key_M: self.mute_wanted.emit,
            Qt.Key.Key_V: self.talk_wanted.emit,
            Qt.Key.Key_F: self.full_screen_wanted.emit,
            Qt.Key.Key_F11: self.full_screen_wanted.emit,
            Qt.Key.Key_Escape: self._player.end,
            Qt.Key.Key_Question: self._keys.open,
        }
        action = actions.get(key)
        if action is None:
            return False
        action()
        return True

    def _enter(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QPushButton) and focus.hasFocus() and not focus.isChecked():
            focus.click()
        elif self._player.state is State.PAUSED and self.answering.face is None:
            self._player.play()  # Enter says "ready"; what was not done is not done
        else:
            self._player.done()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() not in _REPEATING:
            return  # a key that is held a little long is not pressed twice
        if event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ) or not self._act_on(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keep_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep_seen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lie()
