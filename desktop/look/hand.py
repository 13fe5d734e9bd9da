"""Where a person's hand is on a page: the control that a change was made with."""

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class Hand(QObject):
    """Remembers which control of a page had the keyboard last, and gives it back.

    What is settled when a field is left is told while the next one has the keyboard already.
    Qt says who has it only after that, so that here it is still the field that was left.
    """

    def __init__(self, page: QWidget, *beside: QWidget) -> None:
        """What is in ``beside``, such as the button that takes a change back, makes none."""
        super().__init__(page)
        self._page = page
        self._beside = beside
        self._on: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @property
    def on(self) -> QWidget | None:
        """The control that has the keyboard, or had it last."""
        return self._on if _is_there(self._on) else None

    def has_gone_to(self, widget: QWidget) -> bool:
        """Whether the keyboard is in ``widget`` now."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is widget or widget.isAncestorOf(focus))

    def put_back(self, control: object, otherwise: QWidget) -> None:
        """Give the keyboard to ``control``, in sight; to ``otherwise`` if that is gone."""
        found = control if isinstance(control, QWidget) and _is_there(control) else otherwise
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(found)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._page.isAncestorOf(now):
            return
        if not any(each.isAncestorOf(now) for each in self._beside):
            self._on = now


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the area that ``widget`` is in, if it is in one."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget)


def _is_there(widget: QWidget | None) -> bool:
    return widget is not None and shiboken6.isValid(widget) and widget.isVisible()
