"""The least that any Qt program takes: an empty window of our size, to its first painting."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench.probes.report import finish, pss, since_process_start


class Window(QWidget):
    """Reports when it is painted."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        report = {"ms": since_process_start(), "pss": pss()}
        QTimer.singleShot(0, lambda: finish(report))


if __name__ == "__main__":
    application = QApplication([])
    window = Window()
    window.resize(1120, 760)
    window.show()
    application.exec()
