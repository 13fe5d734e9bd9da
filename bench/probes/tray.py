"""Our program in the tray without its window: from process start to the icon being made."""

from PySide6.QtCore import QTimer

from bench.probes.report import finish, pss, since_process_start
from desktop import program


class WatchedProgram(program.Program):
    """The program with somebody watching."""

    def begin(self, *, hidden: bool) -> None:
        super().begin(hidden=hidden)
        QTimer.singleShot(0, self._report)

    def _report(self) -> None:
        report = {"ms": since_process_start()}
        QTimer.singleShot(3000, lambda: finish(report | {"pss": pss()}))


if __name__ == "__main__":
    vars(program)["Program"] = WatchedProgram  # the one that run() makes
    program.run(None, None, 1.0, hidden=True)
