"""A program of its own that shows the tray icon and prints what is chosen there.

Run on a desk with one argument, the name of a state, and perhaps "dark".
"""

import sys

from PySide6.QtWidgets import QApplication

from desktop.look.colors import DARK, LIGHT
from desktop.look.theme import Theme
from desktop.system.bus import Bus, BusName
from desktop.tray.state import Offer, Playing, Shown, TrayState
from desktop.tray.tray import Tray

FULL = TrayState(
    next_text="Posture at 10:40",
    share=0.4,
    favourites=(Offer("morning-yoga", "Morning yoga"), Offer("box", "Rock & breathe")),
    before_call=Offer("before-a-call", "Before a call"),
)
NAMES = ("my_own_routine", "__init__", "Sit & stand & walk", "a_b & c", "Rest &", "& more")
STATES = {
    "full": FULL,
    "names": TrayState(favourites=tuple(Offer(name, name) for name in NAMES)),
    "bare": TrayState(has_reminders=False),
    "paused": TrayState(paused_text="Paused until 14:00", favourites=FULL.favourites),
    "shown": TrayState(shown=Shown("Drop your shoulders.", "Start · 1 min")),
    "playing": TrayState(playing=Playing("Morning yoga")),
}


def main() -> None:
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Unbrace")
    application.setQuitOnLastWindowClosed(False)
    theme = Theme(application)
    theme.use(DARK if "dark" in sys.argv else LIGHT)
    bus = Bus(BusName.SESSION)
    bus.open()
    tray = Tray(bus)
    tray.available_changed.connect(lambda here: print("available", here, flush=True))
    tray.open_wanted.connect(lambda: print("open", flush=True))
    tray.quit_wanted.connect(application.quit)
    tray.start_wanted.connect(lambda name: print("start", name, flush=True))
    tray.answer_wanted.connect(lambda answer, n: print("answer", answer.name, n, flush=True))
    tray.pause_wanted.connect(lambda length: print("pause", length.name, flush=True))
    tray.resume_wanted.connect(lambda: tray.show_state(FULL))
    tray.toggle_playing_wanted.connect(lambda: print("toggle", flush=True))
    tray.end_playing_wanted.connect(lambda: print("end", flush=True))
    tray.rate_wanted.connect(lambda: print("rate", flush=True))
    tray.show_state(STATES[sys.argv[1]])
    application.exec()
    tray.close()
    print("quit", flush=True)


if __name__ == "__main__":
    main()
