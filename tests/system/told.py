"""What the tests of the ways to know idle time share."""

from desktop.system.idle import Idle


class Told(list[str]):
    """What a watch has told: "idle" and "back", in turn."""

    def __init__(self, idle: Idle, seconds: float) -> None:
        super().__init__()
        self.ago = 0.0
        self.watch = idle.watch(seconds, self._went, lambda: self.append("back"))

    def _went(self, ago: float) -> None:
        self.ago = ago
        self.append("idle")
