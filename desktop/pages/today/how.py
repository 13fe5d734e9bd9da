"""How is it now: a number by one key or click, and where, for whoever wants to say so."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.body_map.body_map import BodyMap
from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.hand import bring_into_sight
from desktop.look.labels import plain_label
from desktop.look.number_row import NumberRow
from desktop.look.theme import Theme
from desktop.pages.today.shown import SCALES, WITH_A_PLACE
from desktop.words.rating import ends_text, question_text
from desktop.words.weeks import scale_name

_HIGH_TO_BROAD = 1.07
"""How much lower the map is for a pixel that it is narrower."""


class HowCard(QFrame):
    """``rated`` brings scale, number and areas. The number is not kept before the person says so:
    a slip of the mouse is nothing to keep.
    """

    rated = Signal(str, int, tuple)
    undo_wanted = Signal()
    over = Signal()
    """The rating was kept or left; the keyboard may go elsewhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        self._scale = SCALES[0]
        self._map: BodyMap | None = None
        self._map_size = QSize()
        self._question = plain_label(role="heading")
        self._ends = plain_label(role="small")
        self._numbers = NumberRow(theme)
        self._numbers.chosen.connect(self._follow)
        self._menu = QMenu(self)
        self._other = QPushButton()
        self._other.setProperty("role", "link")
        self._other.clicked.connect(self._open_menu)
        self._keep = self._button(translate("today", "Keep"), self._keep_it)
        self._where = self._button(translate("today", "Where is it?"), self._toggle_map)
        self._where.setCheckable(True)
        self._leave = self._button(translate("today", "Leave it"), self.leave)
        self._doing = QWidget()
        self._place = QVBoxLayout()
        self._kept = plain_label(role="soft")
        self._undo = self._button(translate("today", "Undo"), self.undo_wanted.emit)
        self._build()
        self._choose_scale(self._scale)
        self.show_kept("")

    @property
    def is_choosing(self) -> bool:
        """Whether there is a number that is neither kept nor left."""
        return self._numbers.number is not None

    @property
    def can_undo(self) -> bool:
        return not self._undo.isHidden()

    def ask(self, scale: str = SCALES[0]) -> None:
        """Ask for ``scale``, the keyboard on the numbers."""
        if scale != self._scale:
            self._choose_scale(scale)
        self._numbers.take_keyboard()
        bring_into_sight(self)

    def show_kept(self, text: str, *, undo: bool = True) -> None:
        """What has become of the rating, and whether that can be taken back."""
        self._kept.setText(text)
        self._kept.setVisible(bool(text))
        self._undo.setVisible(bool(text) and undo)
        self._undo.setAccessibleName(translate("today", "Undo: {text}").format(text=text))

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit rates, wherever on the page the keyboard is; whether the key was of use."""
        if not self._numbers.take_key(event):
            return False
        if not self._has_keyboard():
            self._numbers.take_keyboard()
        bring_into_sight(self._leave)
        return True

    def take_enter(self) -> bool:
        """Enter on a number or an area keeps the rating; whether that is where the keyboard is."""
        focus = self.focusWidget()
        on_button = focus in (self._keep, self._where, self._leave, self._undo, self._other)
        if not self.is_choosing or not self._has_keyboard() or on_button:
            return False
        self._keep_it()
        return True

    def leave(self) -> None:
        """Forget the number that was chosen."""
        had_keyboard = self._has_keyboard()
        self._clear()
        if had_keyboard:
            self.over.emit()

    def _keep_it(self) -> None:
        number = self._numbers.number
        if number is None:
            return
        areas = self._map.chosen if self._map is not None and self._says_where() else frozenset()
        scale, had_keyboard = self._scale, self._has_keyboard()
        self._clear()
        self.rated.emit(scale, number, tuple(sorted(areas)))
        if had_keyboard:
            self.over.emit()

    def _clear(self) -> None:
        had_keyboard = self._has_keyboard()
        self._numbers.clear()
        if had_keyboard:  # before what has it goes away, and Qt gives it to just anything
            self._numbers.take_keyboard()
        self._where.setChecked(False)
        if self._map is not None:
            self._map.choose(())
        self._choose_scale(SCALES[0])

    def _follow(self) -> None:
        """Show what can be done with the number that is there, or is not."""
        choosing = self.is_choosing
        self._doing.setVisible(choosing)
        self._where.setVisible(self._scale in WITH_A_PLACE)
        if choosing:
            self.show_kept("")
        if self._map is not None:
            self._map.setVisible(self._says_where())

    def _says_where(self) -> bool:
        return self._where.isChecked() and self.is_choosing and self._scale in WITH_A_PLACE

    def _toggle_map(self) -> None:
        if self._map is None:
            self._map = BodyMap(self._theme)
            self._place.addWidget(self._map)
            self._theme.changed.connect(self._measure_map)  # after the map has grown with it
            self._measure_map()
            self._tab_through(self._map)
        self._follow()
        if self._where.isChecked():
            bring_into_sight(self._map)

    def _tab_through(self, body: BodyMap) -> None:
        """What is made last would be last on the way by Tab."""
        before: QWidget = self._leave
        for each in (*body.findChildren(QAbstractButton), self._undo):
            QWidget.setTabOrder(before, each)
            before = each

    def _measure_map(self) -> None:
        if self._map is not None:
            self._map_size = self._map.minimumSize()
            self._fit_map()

    def _fit_map(self) -> None:
        """In a narrow window the map is smaller, front and back still side by side."""
        if self._map is None:
            return
        inside = max(1, self.width() - 2 * self._theme.sizes.gap(5))
        missing = max(0, self._map_size.width() - inside)
        low = self._map_size.height() - round(missing * _HIGH_TO_BROAD)
        self._map.setMinimumSize(self._map_size.width() - missing, max(1, low))

    # The scales

    def _choose_scale(self, scale: str) -> None:
        self._scale = scale
        self._question.setText(question_text(scale))
        self._ends.setText(ends_text(scale))
        self._other.setText(f"{scale_name(scale)} ▾")
        name = translate("today", "{scale}: choose what to rate").format(scale=scale_name(scale))
        self._other.setAccessibleName(name)
        self._follow()

    def _open_menu(self) -> None:
        self._menu.clear()
        for scale in SCALES:
            action = self._menu.addAction(scale_name(scale))
            action.setCheckable(True)
            action.setChecked(scale == self._scale)
            action.triggered.connect(lambda _checked, scale=scale: self.ask(scale))
        self._menu.popup(self._other.mapToGlobal(QPoint(0, self._other.height())))

    # Building

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        head = QHBoxLayout()
        head.addWidget(self._question, 1)
        head.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        doing = FlowLayout(gap(3), self._doing)
        for button in (self._keep, self._where, self._leave):
            doing.addWidget(button)
        kept = QHBoxLayout()
        kept.setSpacing(gap(3))
        kept.addWidget(self._kept, 1)
        kept.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        column.setSpacing(gap(2))
        column.addLayout(head)
        column.addWidget(self._numbers)
        column.addWidget(self._ends)
        column.addWidget(self._doing)
        column.addLayout(self._place)
        column.addLayout(kept)

    def _button(self, text: str, clicked: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("room", "low")
        button.clicked.connect(clicked)
        return button

    def _has_keyboard(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_map()
