"""A speaker that starts nothing: it remembers what it was asked, and tells what a test says."""

from PySide6.QtCore import QObject

from desktop.sound.messages import Device, Devices, Engine, EngineVoice, Piece, Voices
from desktop.sound.model import Bell, Wishes
from desktop.sound.speaker import Speaker
from routines.clock import ManualClock

DEVICES = Devices((Device("one", "Built-in Audio"), Device("two", "Headphones")))
VOICES = Voices(
    (
        Engine("hibari", "Hibari", here=False, package="unbrace[voice]"),
        Engine(
            "espeak-ng",
            "espeak-ng",
            here=True,
            voices=(
                EngineVoice("de", "German", "de"),
                EngineVoice("en-gb", "English (Great Britain)", "en-GB"),
            ),
        ),
        Engine("say", "The Mac's voice", here=True),
    )
)


class RecordingSpeaker(Speaker):
    """``asked`` holds what it was to do, ``wishes`` how it was to sound lastly."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(ManualClock(), parent)
        self.asked: list[object] = []
        self.wishes = Wishes()

    def wish(self, wishes: Wishes) -> None:
        self.wishes = wishes

    def try_bell(self, bell: Bell) -> None:
        self.asked.append(bell)

    def try_voice(self, text: str, language: str = "en") -> None:  # noqa: ARG002
        self.asked.append(text)

    def ask_devices(self) -> None:
        self.asked.append("devices?")

    def ask_voices(self) -> None:
        self.asked.append("voices?")

    def play(self, piece: Piece) -> None:
        self.asked.append(piece)

    def clear(self) -> None:
        pass

    def warm_up(self) -> None:
        pass
