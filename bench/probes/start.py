"""Our program, from the start of its process to the first painting of its cards."""

# ruff: noqa: E402 - as the program itself does before all else
from desktop import lean

lean.begin()

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QListView

from bench.probes.report import finish, since_process_start
from desktop import program


class Watcher(QObject):
    """Reports when what it watches is painted."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            report = {"ms": since_process_start()}
            QTimer.singleShot(0, lambda: finish(report))
        return False


class WatchedProgram(program.Program):
    """The program with somebody watching."""

    def show(self) -> None:
        self._watcher = Watcher(self)
        cards = self.front.app.routines.findChild(QListView)
        assert cards is not None, "the page has cards"
        cards.viewport().installEventFilter(self._watcher)
        super().show()


if __name__ == "__main__":
    vars(program)["Program"] = WatchedProgram  # the one that run() makes
    program.run(None, None, 1.0)
