"""The body map as a control: areas that are pointed at, or walked through with the arrow keys.

Each area is a check box of its own that paints nothing, so that a screen reader finds, reads and
presses it as it does any other; the map paints them all and knows where the mouse is.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from desktop.body_map.curves import extent
from desktop.body_map.paint import Place, paint_body_map, paint_name, paint_outline, places
from desktop.body_map.shapes import PARTS, WHOLE, area_name, hit, shape, where
from desktop.language import translate
from desktop.look.theme import Theme

TARGET = 24
"""How broad an area is at least to the mouse, in pixels; WCAG 2.2, success criterion 2.5.8."""

_TALL, _BROAD = 512, 484
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Home: -len(PARTS),
    Qt.Key.Key_End: len(PARTS),
}
_FROM_THE_TOP = tuple(sorted(PARTS, key=lambda area: -where(area).centre.y))


class AreaBox(QCheckBox):
    """An area for the keyboard and the screen reader. The map paints it and gets its mouse."""

    step_wanted = Signal(int)
    focus_changed = Signal()

    def __init__(self, area: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.area = area
        self.setAccessibleName(area_name(area))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_wanted.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


class BodyMap(QWidget):
    """Front and back of a body on which areas are chosen, any number of them."""

    area_toggled = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hover: str | None = None
        self.setAccessibleName(translate("body map", "Body map"))
        self.setMouseTracking(True)
        self._boxes = {area: AreaBox(area, self) for area in _FROM_THE_TOP}
        for box in self._boxes.values():
            box.toggled.connect(lambda _on, area=box.area: self._toggled(area))
            box.step_wanted.connect(self._step)
            box.focus_changed.connect(self.update)
        self._make_current(_FROM_THE_TOP[0])
        self._whole = QPushButton(area_name(WHOLE)[:1].upper() + area_name(WHOLE)[1:])
        self._whole.setCheckable(True)
        self._whole.setProperty("role", "chip")
        self._whole.toggled.connect(lambda _on: self._toggled(WHOLE))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._whole, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit_theme()
        theme.changed.connect(self._fit_theme)

    @property
    def chosen(self) -> frozenset[str]:
        """The areas that are chosen now."""
        areas = {area for area, box in self._boxes.items() if box.isChecked()}
        return frozenset(areas | {WHOLE} if self._whole.isChecked() else areas)

    def choose(self, areas: Iterable[str]) -> None:
        """Let exactly ``areas`` be chosen; nothing is said about it."""
        wanted = set(areas)
        for area, box in (*self._boxes.items(), (WHOLE, self._whole)):
            box.blockSignals(True)
            box.setChecked(area in wanted)
            box.blockSignals(False)
        self.update()

    def area_at(self, point: QPointF) -> str | None:
        """The area at a point of the widget."""
        for place in self._places():
            found = hit(place.view, place.to_body(point), TARGET / place.height)
            if found is not None:
                return found
        return None

    def _toggled(self, area: str) -> None:
        self.update()
        self.area_toggled.emit(area)

    def _step(self, step: int) -> None:
        focused = next((area for area, box in self._boxes.items() if box.hasFocus()), None)
        at = _FROM_THE_TOP.index(focused) if focused is not None else 0
        area = _FROM_THE_TOP[min(len(_FROM_THE_TOP) - 1, max(0, at + step))]
        self._make_current(area)
        self._boxes[area].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_current(self, current: str) -> None:
        """Tab comes to one area; the arrow keys lead to the others."""
        self._current = current
        for area, box in self._boxes.items():
            policy = Qt.FocusPolicy.TabFocus if area == current else Qt.FocusPolicy.NoFocus
            box.setFocusPolicy(policy)

    def _hover_over(self, area: str | None) -> None:
        if area != self._hover:
            self._hover = area
            self.setCursor(
                Qt.CursorShape.ArrowCursor if area is None else Qt.CursorShape.PointingHandCursor
            )
            self.update()

    # Laying out and painting

    def _foot(self) -> int:
        return self._whole.sizeHint().height() + self._theme.sizes.gap(5)

    def _fit_theme(self) -> None:
        self.setMinimumSize(_BROAD, _TALL + self._foot())
        self._lay_out()
        self.update()

    def _map_rect(self) -> QRectF:
        return QRectF(0, 0, self.width(), max(1, self.height() - self._foot()))

    def _places(self) -> tuple[Place, ...]:
        return places(self._map_rect(), where(self._current).view)

    def _lay_out(self) -> None:
        for area, box in self._boxes.items():
            rect = QRectF()
            for place in self._places():
                polygons = shape(area, place.view)
                if polygons:
                    left, bottom, right, top = extent(polygons)
                    mapped = place.to_screen.mapRect(
                        QRectF(left, bottom, right - left, top - bottom)
                    )
                    rect = rect.united(mapped)
            box.setGeometry(rect.toAlignedRect() if not rect.isNull() else QRect(0, 0, 1, 1))

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover_over(self.area_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_over(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        area = self.area_at(event.position())
        if area is not None and event.button() is Qt.MouseButton.LeftButton:
            self._make_current(area)
            self._boxes[area].setFocus(Qt.FocusReason.MouseFocusReason)
            self._boxes[area].toggle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colors = QPainter(self), self._theme.colors
        chosen = self.chosen
        glow = dict.fromkeys(chosen, 1.0)
        if self._hover is not None and self._hover not in chosen:
            glow[self._hover] = 0.35
        paint_body_map(painter, self._map_rect(), glow, colors, self._hover)
        focused = next((area for area, box in self._boxes.items() if box.hasFocus()), None)
        for place in self._places():
            for area in chosen - {WHOLE}:
                paint_outline(painter, place, area, colors.sage)
            if focused is not None:
                paint_outline(painter, place, focused, colors.ink, bold=True)
        named = self._hover or focused
        if named is not None:
            font = self._theme.font(self._theme.sizes.lead, QFont.Weight.DemiBold)
            paint_name(painter, self._map_rect(), area_name(named), font, colors)
        painter.end()
