"""What the window says while nothing is heard, and that it is taken back with the first sound."""

import subprocess
import sys

from tests.desk import Desk

# The program as it is, told by its loudspeaker what a sound server that goes and comes back tells.
SAID = """
from PySide6.QtWidgets import QLabel
from desktop.program import Program
from desktop.sound.messages import Heard, Trouble, Unheard, What
from desktop.sound.speaker import Speaker
from routines.clock import SystemClock
from PySide6.QtWidgets import QApplication

application = QApplication([])
program = Program(application, SystemClock())
program.begin(hidden=False)
speaker = program._find_speaker()

def said():
    labels = program.front.app.window.findChildren(QLabel)
    print([each.text() for each in labels if "heard" in each.text() and not each.isHidden()])

for _ in range(2):
    speaker.unheard.emit(Unheard(Trouble.NO_OUTPUT))
    said()
    speaker.heard.emit(Heard(What.LEFT_OUT, "Sit.", 0.0))
    said()
    speaker.heard.emit(Heard(What.BELL, "next", 0.0))
    said()
speaker.unheard.emit(Unheard(Trouble.NO_VOICE, {"package": "espeak-ng"}))
speaker.heard.emit(Heard(What.BELL, "next", 0.0))
said()
program.end()
import os; os._exit(0)
"""


def test_that_nothing_is_heard_is_taken_back_with_the_first_sound_and_may_be_said_anew() -> None:
    with Desk() as desk:
        done = subprocess.run(
            [sys.executable, "-c", SAID],
            env=desk.env, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    none = "['Nothing is heard: there is no sound device. Everything can be seen as usual.']"
    voiceless = "['No voice is heard: there is none here. Install espeak-ng for one.']"
    assert done.stdout.splitlines() == [none, none, "[]", none, none, "[]", voiceless], done.stderr
