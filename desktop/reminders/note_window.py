"""The note's window: above the others, never with the keyboard, dragged where one wants it.

It knows how a note looks and behaves; when it comes and goes is said in `note`.
"""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QEnterEvent,
    QGuiApplication,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import translate
from desktop.look.theme import Theme
from desktop.reminders.note_layout import SHADOW, NoteLayout, lay_out
from desktop.reminders.note_motion import Motion
from desktop.reminders.note_paint import (
    ANGLE,
    paint_shadow,
    paint_sheet,
    sheet_path,
)
from desktop.reminders.note_parts import NoteButton, Sentence
from desktop.reminders.note_screens import monitors
from desktop.reminders.place import MARGIN, Box, Monitor, within
from desktop.reminders.see_through import is_see_through
from desktop.reminders.showing import Answer, Showing

if TYPE_CHECKING:
    from desktop.reminders.note_figure import NoteFigure
    from routines.figures.model import Figure

FindFigure = Callable[[str], "Figure | None"]
"""The figure of a name, if there is one."""

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)
_ATTRIBUTES = (
    Qt.WidgetAttribute.WA_ShowWithoutActivating,
    Qt.WidgetAttribute.WA_TranslucentBackground,
    Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification,  # on every desktop, in no list
    Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow,
)
# Without these the style sheet of the program would make the buttons as large as its own.
_SHEET = "QPushButton { min-height: 0; padding: 0; border: none; background: transparent; }"


class NoteWindow(QWidget):
    """One note. It is filled anew for each showing."""

    answered = Signal(Answer, int)
    touched = Signal()
    """The pointer moved over it."""
    dragged = Signal()
    """A hand has put it elsewhere and let go."""
    gone = Signal()
    """It is hidden, its folding away done."""

    def __init__(self, theme: Theme, find_figure: FindFigure) -> None:
        super().__init__(None, _FLAGS)
        for attribute in _ATTRIBUTES:
            self.setAttribute(attribute)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setStyleSheet(_SHEET)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._theme = theme
        self._find_figure = find_figure
        self._figure: NoteFigure | None = None
        self._showing: Showing | None = None
        self._layout: NoteLayout | None = None
        self._crooked = QTransform()
        self._back = QPixmap()
        self._choosing = False
        self._hand: QPoint | None = None
        self._moved = False
        self._sentence = Sentence(theme, self)
        self._answers: list[NoteButton] = []
        self._choices: list[NoteButton] = []
        self._motion = Motion(self)
        self._motion.arrived.connect(self._arrive)
        self._motion.left.connect(self._vanish)

    # What the shower asks for

    @property
    def box(self) -> Box:
        area = self.geometry()
        return Box(area.x(), area.y(), area.width(), area.height())

    @property
    def is_held(self) -> bool:
        """Whether a hand is dragging it."""
        return self._hand is not None

    def fill(self, showing: Showing, monitor: Monitor) -> None:
        """Write ``showing`` on the sheet, with the size it needs and ``monitor`` has."""
        if showing is not self._showing:
            self._motion.stop()
            self._take_figure(showing.figure)
            self._showing = showing
            self._choosing = False
            self.setWindowTitle(showing.title)
            self.setAccessibleName(showing.title)
            self.setAccessibleDescription(showing.text)
            self._make_buttons(showing)
        self._lay(showing, monitor)

    def lie_at(self, box: Box) -> None:
        self.move(box.x, box.y)

    def come(self, *, moving: bool) -> None:
        """Show it, without taking anything from the window that one works in."""
        self._show_parts()
        if moving and is_see_through():
            picture = self.grab()
            self._hide_parts()
            self._motion.come(picture)
        elif moving:
            self._arrive()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def leave(self, *, moving: bool) -> None:
        if self._figure is not None:
            self._figure.stay()
        self._hand = None
        self._showing = None
        if moving and self.isVisible() and is_see_through():
            picture = self.grab()
            self._hide_parts()
            self._motion.leave(picture)
        else:
            self._motion.stop()
            self._vanish()

    # Its parts

    def _make_buttons(self, showing: Showing) -> None:
        for button in (*self._answers, *self._choices):
            button.hide()
            button.deleteLater()
        self._answers, self._choices = [], []
        if showing.offer_name:
            start = self._button(showing.offer_name, main=True)
            start.clicked.connect(lambda: self.answered.emit(Answer.START, 0))
            self._answers.append(start)
        if showing.only_close:
            self._answers.append(
                self._closer(translate("note", "Close"), main=not showing.offer_name)
            )
            return
        not_today = self._button(translate("note", "Not today"))
        not_today.clicked.connect(lambda: self.answered.emit(Answer.NOT_TODAY, 0))
        if showing.later_choices:
            self._make_choices(showing.later_choices)
            self._choices.append(not_today)
        else:
            self._answers.append(not_today)
        self._answers.append(self._closer(translate("note", "Skip")))

    def _closer(self, label: str, *, main: bool = False) -> NoteButton:
        button = self._button(label, main=main)
        button.clicked.connect(lambda: self.answered.emit(Answer.SKIP, 0))
        return button

    def _make_choices(self, minutes: tuple[int, ...]) -> None:
        later = self._button(translate("note", "Later"))
        later.setAccessibleDescription(translate("note", "Choose in how many minutes"))
        later.clicked.connect(lambda: self._choose(later, choosing=True))
        self._answers.append(later)
        back = self._button("‹")
        back.setAccessibleName(translate("note", "Back"))
        back.clicked.connect(lambda: self._choose(back, choosing=False))
        labels = [*map(str, minutes[:-1]), translate("note", "%n min", minutes[-1])]
        self._choices = [back, *map(self._choice, minutes, labels)]

    def _choice(self, minutes: int, label: str) -> NoteButton:
        button = self._button(label)
        button.setAccessibleName(translate("note", "Again in %n minute(s)", minutes))
        button.clicked.connect(lambda: self.answered.emit(Answer.LATER, minutes))
        return button

    def _button(self, label: str, *, main: bool = False) -> NoteButton:
        button = NoteButton(self._theme, self, main=main)
        # An ampersand is an ampersand here: nothing has a key in a window without the keyboard.
        button.setText(label)
        button.setShortcut(QKeySequence())
        button.setAccessibleName(label)
        return button

    def _choose(self, pressed: NoteButton, *, choosing: bool) -> None:
        """Put the minutes in the place of the answers, or the answers back."""
        self._choosing = choosing
        for button in self._choices if choosing else self._answers:
            button.follow(pressed)
        self._show_parts()

    def _take_figure(self, name: str) -> None:
        if self._figure is not None:
            self._figure.deleteLater()
            self._figure = None
        figure = self._find_figure(name) if name else None
        if figure is not None:
            # Not before the first figure: all that draws them would lie in memory for nothing.
            from desktop.reminders.note_figure import NoteFigure  # noqa: PLC0415

            self._figure = NoteFigure(figure, self)

    def _arrive(self) -> None:
        self._show_parts()
        if self._figure is not None:
            self._figure.begin()

    def _show_parts(self) -> None:
        self._sentence.show()
        for button in self._answers:
            button.setVisible(not self._choosing)
        for button in self._choices:
            button.setVisible(self._choosing)
        self.update()

    def _hide_parts(self) -> None:
        for part in (self._sentence, *self._answers, *self._choices):
            part.hide()

    def _vanish(self) -> None:
        self.hide()
        self.gone.emit()

    def _lay(self, showing: Showing, monitor: Monitor) -> None:
        around = 2 * (SHADOW + MARGIN)
        room = QSizeF(monitor.box.width - around, monitor.box.height - around)
        labels = [[each.text() for each in part] for part in (self._answers, self._choices)]
        with_figure = self._figure is not None
        text = " ".join(showing.text.split())
        layout = lay_out(text, labels[0], labels[1], room, self._theme, with_figure=with_figure)
        self._crooked = _lying(layout.sheet, crooked=is_see_through())
        self._layout = layout
        if self._figure is not None:
            self._figure.lie(layout.figure, self._crooked)
        self._sentence.setText(text)
        self._sentence.lie(layout, self._crooked)
        for buttons, rects in ((self._answers, layout.answers), (self._choices, layout.choices)):
            for button, rect in zip(buttons, rects, strict=True):
                button.lie(rect, self._crooked)
        # A tool tip takes a text that looks like markup for markup.
        self.setToolTip(f"<p>{escape(text)}</p>" if layout.cut else "")
        whole = layout.sheet.adjusted(0, 0, 2 * SHADOW, 2 * SHADOW)
        self.setFixedSize(whole.toAlignedRect().size())
        self._shape(layout.sheet)
        self._paint_back(layout)

    def _shape(self, sheet: QRectF) -> None:
        """Where nothing can be clear, the window has the outline of the sheet, which then lies
        straight: a crooked outline would be one of steps.
        """
        if is_see_through():
            self.clearMask()
        else:
            outline = self._crooked.map(sheet_path(sheet)).toFillPolygon()
            self.setMask(QRegion(outline.toPolygon()))

    def _paint_back(self, layout: NoteLayout) -> None:
        """What stands still, painted once: shadow and paper."""
        ratio = self.devicePixelRatioF()
        self._back = QPixmap(self.size() * ratio)
        self._back.setDevicePixelRatio(ratio)
        masked = not self.mask().isEmpty()
        # A pixel at the outline is only half covered by the sheet: behind it there must be paper.
        self._back.fill(self._theme.colors.note_edge if masked else Qt.GlobalColor.transparent)
        painter = QPainter(self._back)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._crooked)
        if not masked:
            paint_shadow(painter, layout.sheet, self._theme.colors)
        paint_sheet(painter, layout, self._theme.colors, self._theme.sizes.strokes)
        painter.end()
        self.update()

    # Dragging

    def _drag(self, pointer: QPoint, hand: QPoint) -> None:
        at = pointer - hand
        found = monitors()
        under = next((m for m in found if m.box.holds(pointer.x(), pointer.y())), found[0])
        self.lie_at(within(Box(at.x(), at.y(), self.width(), self.height()), under.box))

    # Qt's own names

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._motion.paint(painter):
            painter.drawPixmap(0, 0, self._back)
            if self._figure is not None:
                self._figure.paint(painter, self._theme.colors)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.touched.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._showing is None:
            return
        if QGuiApplication.platformName() == "wayland":
            self.windowHandle().startSystemMove()
            return
        self._hand, self._moved = event.position().toPoint(), False
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        if self._hand is None:
            return
        far = (event.position().toPoint() - self._hand).manhattanLength()
        if self._moved or far >= QApplication.startDragDistance():
            self._moved = True
            self._drag(event.globalPosition().toPoint(), self._hand)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        moved = self._hand is not None and self._moved
        self._hand = None
        if moved:
            self.dragged.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._showing is not None:
            self.answered.emit(Answer.IGNORED, 0)


def _lying(sheet: QRectF, *, crooked: bool) -> QTransform:
    """Where the sheet lies in the window: a hair crooked about its middle, or straight."""
    if not crooked:
        return QTransform.fromTranslate(SHADOW, SHADOW)
    center = sheet.center()
    return (
        QTransform.fromTranslate(SHADOW + center.x(), SHADOW + center.y())
        .rotate(ANGLE)
        .translate(-center.x(), -center.y())
    )
