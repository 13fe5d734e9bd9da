"""Our program in the tray without its window: from process start to the icon, and to the moment
from which reminders come; its memory when it has settled.
"""

# ruff: noqa: E402 - as the program itself does before all else
from desktop import lean

lean.begin()

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from bench.probes.report import cpu, finish, pss, since_process_start, uss
from desktop import program
from desktop.tray import tray

SETTLED = 3000
_report: dict[str, float] = {}


class WatchedIcon(QSystemTrayIcon):
    """Notes when it is shown first."""

    def show(self) -> None:
        super().show()
        _report.setdefault("ms", since_process_start())
        _report.setdefault("cpu", cpu() * 1000)


class WatchedProgram(program.Program):
    """The program with somebody watching."""

    def begin(self, *, hidden: bool) -> None:
        super().begin(hidden=hidden)
        QTimer.singleShot(program.PANEL_FIRST, self, self._loaded_too)

    def _loaded_too(self) -> None:
        _report["whole"] = since_process_start()
        QTimer.singleShot(SETTLED, lambda: finish(_report | {"pss": pss(), "uss": uss()}))


if __name__ == "__main__":
    vars(tray)["QSystemTrayIcon"] = WatchedIcon  # the one that the tray makes
    vars(program)["Program"] = WatchedProgram  # the one that run() makes
    program.run(None, None, 1.0, hidden=True)
