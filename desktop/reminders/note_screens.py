"""The monitors that there are, as plain values, and word of every change to them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from desktop.reminders.place import Box, Monitor


def monitors() -> list[Monitor]:
    """All of them, the main one first; a monitor that is being unplugged is not among them."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    return [Monitor(screen.name(), _room(screen)) for screen in screens]


class Screens(QObject):
    """Says when a monitor came, went or changed its size, or a panel took room on it."""

    changed = Signal()

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.screenAdded.connect(self._added)
        application.screenRemoved.connect(self.changed)
        application.primaryScreenChanged.connect(self.changed)
        for screen in application.screens():
            self._follow(screen)

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self.changed.emit()

    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self.changed)


def _room(screen: QScreen) -> Box:
    area = screen.availableGeometry()
    return Box(area.x(), area.y(), area.width(), area.height())
