"""What sound costs the window's process: `before`, `playing` and `let go`, in MiB, a line each.

The figures of the sound process itself are in `bench.sound`. Needs a sound server.
"""

import threading

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from bench.probes.report import own_kib
from desktop.player.player import Player
from routines.catalogue import load_entry
from routines.clock import SystemClock
from routines.lookup import Folders

PLAY_MS = 4000
GONE_MS = 3000


def main() -> None:
    application = QApplication(["hearing", "-platform", "offscreen"])
    owner, clock = QObject(), SystemClock()
    player = Player(clock, owner)
    entry = load_entry(Folders(), "morning-yoga")
    assert entry is not None
    assert entry.routine is not None
    player.load(entry.routine)
    threading.Event().wait(0.5)
    print("before", own_kib() / 1024, flush=True)

    from desktop.sound.conductor import Conductor  # noqa: PLC0415 - measured
    from desktop.sound.model import Wishes  # noqa: PLC0415
    from desktop.sound.speaker import Speaker  # noqa: PLC0415

    speaker = Speaker(clock, owner)
    conductor = Conductor(player, speaker, Wishes(), owner)
    player.play()

    def let_go() -> None:
        print("playing", own_kib() / 1024, flush=True)
        player.end()
        speaker.close()
        QTimer.singleShot(GONE_MS, application, application.quit)

    QTimer.singleShot(PLAY_MS, application, let_go)
    application.exec()
    print("let go", own_kib() / 1024, flush=True)
    conductor.deleteLater()


if __name__ == "__main__":
    main()
