"""The player on the screen: stage and words, strip and buttons, and the keys."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.colors import DIM, Colors
from desktop.look.keys_sheet import KeysSheet
from desktop.look.style import style_sheet
from desktop.look.theme import Theme
from desktop.player.faces.build import build_face
from desktop.player.faces.face import Answer, OpenFace
from desktop.player.keys import KEY_LINES
from desktop.player.player import Player
from desktop.player.ring_row import RingRow
from desktop.player.scene import Scene
from desktop.player.stage import StageView, StripView, stage_fonts
from desktop.player.top_row import TopActions, TopRow
from desktop.player.words import WordsView, share_of_words, texts_of
from desktop.sound.model import Talk
from routines.model import Open
from routines.playback import State

_Action = Callable[[], object]

STEP_SECONDS = 10.0
_SHARE_STEPS = 400  # how finely the strip fills; finer than a pixel is work for nothing
_WORDS_ALONE = 780  # pixels at 1x; how wide a question without a ring gets
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
        self._face: OpenFace | None = None
        self._face_stop = -1
        self._answers: dict[int, Answer] = {}
        self._dim = False
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("player", "Player"))
        self._build()
        player.moment_changed.connect(self._show_moment)
        player.segment_changed.connect(self._show_segment)
        player.state_changed.connect(self._show_state)
        theme.changed.connect(self._show_moment)

    def begin(self, *, keep_answers: bool = False) -> None:
        """A routine has been loaded: forget the answers of the run before, unless it goes on."""
        if not keep_answers:
            self._answers.clear()
        self._face, self._face_stop = None, -1
        self._keys.hide()
        routine = self._player.routine
        self._top.show_name(routine.name if routine else "")
        self._strip.set_strip(self._player.strip())
        self._show_segment()
        self._show_moment()

    # Building

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        self._stage = StageView(self._theme)
        self._words = WordsView(self._theme)
        self._strip = StripView(self._theme)
        self._strip.part_chosen.connect(self._player.go_to_part)
        self._keys = KeysSheet(KEY_LINES, self._theme, self)
        self._keys.closed.connect(self._take_keyboard)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(gap(14))
        self._middle.addWidget(self._stage, 1)
        self._middle.addLayout(self._words_and_ring(), 1)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(gap(2))
        self._top = self._make_top()
        column.addLayout(self._top)
        column.addWidget(self._strip)
        column.addLayout(self._middle, 1)
        column.addLayout(self._buttons())

    def _words_and_ring(self) -> QVBoxLayout:
        """The words, and below them the ring, while a figure has the stage."""
        self._ring = RingRow(self._theme, stage_fonts(self._theme))
        self._ring.hide()
        column = self._beside = QVBoxLayout()
        column.setSpacing(self._theme.sizes.gap(3))
        column.addWidget(self._words, 5)
        column.addWidget(self._ring)
        column.addStretch(0)
        return column

    def _make_top(self) -> TopRow:
        actions = TopActions(
            sound=self.mute_wanted.emit,
            talk=self.talk_wanted.emit,
            full_screen=self.full_screen_wanted.emit,
            keys=self._keys.open,
        )
        return TopRow(self._theme, actions, self._quiet)

    def _buttons(self) -> QHBoxLayout:
        row = self._button_row = QHBoxLayout()
        self._end = self._quiet(translate("player", "End here"), self._player.end)
        self._back = self._button(translate("player", "◂ Back"), self._player.previous)
        self._back.setAccessibleName(translate("player", "Back"))
        self._main = self._button(translate("player", "Pause"), self._main_clicked)
        self._main.setProperty("role", "main")
        self._skip = self._button(translate("player", "Skip ▸"), self._player.next)
        self._skip.setAccessibleName(translate("player", "Skip"))
        row.addWidget(self._end, 1, Qt.AlignmentFlag.AlignLeft)
        for button in (self._back, self._main, self._skip):
            row.addWidget(button)
        row.addStretch(1)
        self._main.setMinimumWidth(self._theme.sizes.gap(28))
        return row

    def _button(self, text: str, clicked: _Action) -> QPushButton:
        button = QPushButton(text)
        # A click leaves the keyboard where it is, so that Space still pauses and letters type.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        def act() -> None:
            clicked()
            if self.isVisible() and self._keys.isHidden() and not button.hasFocus():
                self._take_keyboard()

        button.clicked.connect(act)
        return button

    def _quiet(self, text: str, clicked: _Action) -> QPushButton:
        button = self._button(text, clicked)
        button.setProperty("role", "quiet")
        return button

    # Showing

    def show_hearing(self, *, mute: bool, talk: Talk) -> None:
        self._top.show_hearing(mute=mute, talk=talk)

    @property
    def _colors(self) -> Colors:
        return DIM if self._dim else self._theme.colors

    def _show_moment(self) -> None:
        scene = self._player.scene()
        if scene is None or not self.isVisible():
            return
        self._set_dim(scene.dim)
        self._stage.show_scene(scene, self._colors)
        share = round(scene.here_share * _SHARE_STEPS) / _SHARE_STEPS
        self._strip.show_place(scene.here, share, self._colors)
        ringed = scene.shown is not None and scene.ring is not None
        self._words.show_scene(replace(scene, next="") if ringed else scene)
        self._show_ring(scene if ringed else None)
        self._top.show_left(scene.left)

    def _show_ring(self, scene: Scene | None) -> None:
        if scene is not None:
            self._ring.fit(self._beside.geometry().size())
            self._ring.show_scene(scene, self._colors)
        if self._ring.isHidden() == (scene is not None):
            self._ring.setVisible(scene is not None)
        stacked = self._middle.direction() is QBoxLayout.Direction.TopToBottom
        # Up from the buttons, to where the words end.
        self._beside.setStretch(2, 0 if scene is None or stacked else 1)

    def _set_dim(self, dim: bool) -> None:
        if dim != self._dim:
            self._dim = dim
            self.setStyleSheet(style_sheet(DIM, self._theme.sizes) if dim else "")

    def _show_segment(self) -> None:
        scene = self._player.scene()
        if scene is None:
            return
        self._keep_answer()
        step = scene.step
        if self._player.stop != self._face_stop or not isinstance(step, Open):
            self._face_stop = self._player.stop
            self._show_face(step if isinstance(step, Open) else None)
        self._arrange(scene)
        self._show_state()

    def _arrange(self, scene: Scene) -> None:
        """Give the stage half of the room, or less where the words are many; a question gets most
        of it, or all, in the middle.
        """
        open_step = isinstance(scene.step, Open)
        alone = open_step and not _on_stage(scene)
        self._stage.setVisible(not alone)
        self._middle.setStretch(0, 2 if open_step else 1)
        self._middle.setStretch(1, 5 if open_step else self._words_share(scene))
        room = self.width() - self._theme.sizes.scaled(_WORDS_ALONE)
        side = max(0, room // 2) if alone else 0
        self._middle.setContentsMargins(side, 0, side, 0)

    def _words_share(self, scene: Scene) -> int:
        stacked = self._middle.direction() is QBoxLayout.Direction.TopToBottom
        room, gap = self._middle.geometry().size(), self._middle.spacing()
        room -= QSize(0, gap) if stacked else QSize(gap, 0)
        return share_of_words(texts_of(scene), room, self._theme, stacked=stacked)

    def _show_face(self, step: Open | None) -> None:
        self._face = build_face(step, self._theme) if step is not None else None
        self._words.show_face(self._face)
        if self._face is not None:
            self._face.show_answer(self._answers.get(self._face_stop))
            self._face.answered.connect(self._player.done)
        if self._keys.isHidden():
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._face is not None:
            self._face.begin()

    def _keep_answer(self) -> None:
        if self._face is not None:
            self._answers[self._face_stop] = self._face.answer()

    def _show_state(self) -> None:
        scene, state = self._player.scene(), self._player.state
        if scene is None:
            return
        if isinstance(scene.step, Open) and state is not State.PAUSED:
            text = translate("player", "Done")
        elif state in (State.PAUSED, State.READY):
            text = translate("player", "Go on")
        else:
            text = translate("player", "Pause")
        self._main.setText(text)

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
        if self._face is not None and self._face.take_key(event):
            return True
        actions: dict[int, _Action] = {
            Qt.Key.Key_Space: self._player.toggle,
            Qt.Key.Key_Right: self._player.next,
            Qt.Key.Key_Left: self._player.previous,
            Qt.Key.Key_Up: lambda: self._player.seek(STEP_SECONDS),
            Qt.Key.Key_Down: lambda: self._player.seek(-STEP_SECONDS),
            Qt.Key.Key_PageUp: lambda: self._words.turn_page(-1),
            Qt.Key.Key_PageDown: lambda: self._words.turn_page(1),
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
        elif self._player.state is State.PAUSED and self._face is None:
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
        sizes, gap = self._theme.sizes, self._theme.sizes.gap
        narrow = sizes.stacked(self.width(), self.height(), _STACKED_BELOW)
        direction = QBoxLayout.Direction
        self._middle.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        tight = self.width() < sizes.scaled(_STACKED_BELOW)
        low = self.height() < sizes.scaled(_LOW)
        self._top.set_tight(tight)
        self._middle.setSpacing(gap(5 if tight else 14))
        side = gap(5 if tight else 12)
        self._column.setContentsMargins(side, gap(2 if low else 6), side, gap(2 if low else 8))
        self._button_row.setSpacing(gap(2 if tight else 4))
        self._column.activate()  # what is shown depends on the room that is left for it
        self._show_segment()
        self._keys.place()


def _on_stage(scene: Scene) -> bool:
    """Whether the stage has anything to show beside a question."""
    return scene.ring is not None or scene.shown is not None
